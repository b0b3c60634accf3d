// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weatherstrip.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/seastateicon.h"
#include "ui/weather/weatherwords.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int leftPad = 14;
constexpr int seaSize = 16;
constexpr int gap = 10;
constexpr int barStep = 6;
constexpr int barWidth = 4;
constexpr int barsWidth = 15 * barStep + 2;
constexpr int barsHeight = 14;

QFont wordFont()
{
    QFont font = fontFor(TextRole::Small);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

WeatherStrip::WeatherStrip(const HealthLog &log, const TimeSource &time, QWidget *parent)
    : QAbstractButton(parent)
    , m_log(log)
    , m_time(time)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&log, &HealthLog::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    refresh();
}

void WeatherStrip::refresh()
{
    m_minutes = countWindow(m_log.samples(), m_time.wall(), weatherSpan, std::chrono::minutes(1));
    m_recent = m_log.recent();
    m_sea = m_log.sea();
    const QString title = weatherwords::seaTitle(m_sea, m_time.wall());
    setAccessibleName(tr("Weather: %1. %2").arg(title, sentence()));
    setToolTip(tr("Weather (F9)\n%1. %2").arg(title, sentence()));
    updateGeometry(); // the sentence has another length
    update();
}

void WeatherStrip::showEvent(QShowEvent *event)
{
    refresh();
    QAbstractButton::showEvent(event);
}

std::vector<WeatherStrip::Part> WeatherStrip::parts() const
{
    if (m_recent.all() == 0)
        return {{std::nullopt, m_log.online() ? tr("Nothing sent in 15 min") : tr("You are offline")}};
    if (m_recent.refused() == 0)
        return {{std::nullopt, tr("%1, none refused in 15 min").arg(weatherwords::countedAll(m_recent))}};

    std::vector<Part> made;
    for (int index = 1; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        if (m_recent.of(which) == 0)
            continue;
        const QString text = weatherwords::counted(which, m_recent.of(which));
        made.push_back({which, sideOf(which) == Side::Theirs ? tr("%1 (theirs)").arg(text) : text});
    }
    // The most first: that is what the weather is about.
    std::stable_sort(made.begin(), made.end(),
        [this](const Part &left, const Part &right) { return m_recent.of(*left.mark) > m_recent.of(*right.mark); });
    made.back().text = tr("%1, in 15 min").arg(made.back().text);
    return made;
}

QString WeatherStrip::sentence() const
{
    QStringList texts;
    for (const Part &part : parts())
        texts.append(part.text);
    return texts.join(QStringLiteral(", "));
}

QSize WeatherStrip::sizeHint() const
{
    const QFontMetrics small(fontFor(TextRole::Small));
    const int word = QFontMetrics(wordFont()).horizontalAdvance(weatherwords::seaWord(m_sea.state));
    const int marks = static_cast<int>(parts().size()) * (17 + gap);
    return {leftPad + seaSize + 7 + word + gap + barsWidth + gap + marks + small.horizontalAdvance(sentence()) + gap,
        std::max(metrics::statusBarHeight, small.height() + 10)};
}

QSize WeatherStrip::minimumSizeHint() const
{
    const int word = QFontMetrics(wordFont()).horizontalAdvance(weatherwords::seaWord(SeaState::NoSignal));
    return {leftPad + seaSize + 7 + word + gap + barsWidth, sizeHint().height()};
}

void WeatherStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void WeatherStrip::paintBars(QPainter &painter, const QRectF &rect) const
{
    const Tokens &tokens = Theme::instance().tokens();
    int tallest = 4; // one answer is a low bar, not a tower
    for (const Bucket &bucket : m_minutes.buckets)
        tallest = std::max(tallest, bucket.counts.all());
    qreal left = rect.left() + 1;
    for (const Bucket &bucket : m_minutes.buckets) {
        qreal bottom = rect.bottom();
        for (int index = 0; index < sampleClassCount; ++index) {
            const auto which = static_cast<SampleClass>(index);
            if (bucket.counts.of(which) == 0)
                continue;
            const qreal height = rect.height() * bucket.counts.of(which) / tallest;
            paintStatusFill(painter, QRectF(left, bottom - height, barWidth, std::max(height - 0.7, 1.0)), which, tokens);
            bottom -= height;
        }
        left += barStep;
    }
}

void WeatherStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(rect(), tokens.hover);

    const qreal middle = height() / 2.0;
    qreal left = leftPad;
    paintIcon(painter, seaStateIcon(m_sea.state), QRectF(left, middle - 8, seaSize, seaSize), seaSize,
        seaStateColor(m_sea.state, tokens));
    left += seaSize + 7;

    painter.setFont(wordFont());
    painter.setPen(tokens.text);
    const QString word = weatherwords::seaWord(m_sea.state);
    const qreal wordWidth = painter.fontMetrics().horizontalAdvance(word);
    painter.drawText(QRectF(left, 0, wordWidth + 2, height()), Qt::AlignVCenter, word);
    left += wordWidth + gap;

    paintBars(painter, QRectF(left, middle - barsHeight / 2.0, barsWidth, barsHeight));
    left += barsWidth + gap;

    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text2);
    for (const Part &part : parts()) {
        if (part.mark && left + 17 < width()) {
            paintStatusMark(painter, QRectF(left, middle - 5.5, 11, 11), *part.mark, tokens);
            left += 17;
        }
        const int room = static_cast<int>(width() - left);
        if (room < 24)
            break;
        const QString text = painter.fontMetrics().elidedText(part.text, Qt::ElideRight, room);
        painter.drawText(QRectF(left, 0, room, height()), Qt::AlignVCenter, text);
        left += painter.fontMetrics().horizontalAdvance(text) + gap;
    }

    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 2, -3, -2), 6, 6);
    }
}

} // namespace breakwater
