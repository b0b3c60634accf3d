// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/charttip.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int pad = 12;
constexpr int footGap = 11; // with a rule in it

int lineHeight()
{
    return QFontMetrics(fontFor(TextRole::Small)).height() + 4;
}

} // namespace

ChartTip::ChartTip(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QString ChartTip::title(const Window &window, std::size_t bucket)
{
    const WallTime from = window.buckets[bucket].from;
    const auto until = std::chrono::floor<std::chrono::milliseconds>(from + window.bucket);
    const bool isLong = window.until - window.from >= std::chrono::hours(24);
    return tr("%1 to %2").arg(isLong ? weatherwords::dayTime(from) : weatherwords::clockTime(from, from), weatherwords::clockTime(until, until));
}

QStringList ChartTip::feet(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now)
{
    QStringList feet;
    const WallTime from = window.buckets[bucket].from;
    const auto until = std::chrono::floor<std::chrono::milliseconds>(from + window.bucket);
    std::vector<Duration> waits;
    for (const RetryWait &wait : window.waits) {
        if (wait.at >= from && wait.at < until)
            waits.push_back(wait.wait.total());
    }
    if (const auto half = percentiles(std::move(waits)))
        feet.append(tr("Half of the retries waited under %1.").arg(shortSpan(half->half)));
    for (const RouteLanes::Lane &lane : lanes) {
        if (const Duration paused = RouteLanes::pausedWithin(lane, from, std::min(until, now)); paused > Duration::zero())
            feet.append(tr("%1 was paused for %2.").arg(lane.name, shortSpan(paused)));
    }
    return feet;
}

QString ChartTip::words(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now)
{
    QStringList parts {title(window, bucket), weatherwords::countedAll(window.buckets[bucket].counts)};
    for (QString foot : feet(window, bucket, lanes, now)) {
        foot.chop(1);
        parts.append(foot);
    }
    return parts.join(QStringLiteral(". "));
}

void ChartTip::show(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now)
{
    m_title = title(window, bucket);
    m_feet = feet(window, bucket, lanes, now);
    m_counts = window.buckets[bucket].counts;
    resize(sizeHint());
    QWidget::show();
    raise();
    update();
}

QSize ChartTip::sizeHint() const
{
    const QFontMetrics small(fontFor(TextRole::Small));
    int width = QFontMetrics(fontFor(TextRole::InterfaceStrong)).horizontalAdvance(m_title);
    for (const QString &foot : m_feet)
        width = std::max(width, small.horizontalAdvance(foot));
    for (int index = 0; index < sampleClassCount; ++index)
        width = std::max(width, small.horizontalAdvance(weatherwords::seriesName(static_cast<SampleClass>(index))) + 70);
    const int lines = sampleClassCount + static_cast<int>(m_feet.size());
    return {width + 2 * pad, QFontMetrics(fontFor(TextRole::InterfaceStrong)).height() + lines * lineHeight() + (m_feet.isEmpty() ? 0 : footGap) + 2 * pad};
}

void ChartTip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::controlRadius, metrics::controlRadius);

    painter.setFont(fontFor(TextRole::InterfaceStrong));
    painter.setPen(tokens.text);
    const int head = painter.fontMetrics().height();
    painter.drawText(QRectF(pad, pad - 2, width() - 2 * pad, head), Qt::AlignVCenter, m_title);

    painter.setFont(fontFor(TextRole::Small));
    qreal top = pad + head;
    for (int index = sampleClassCount - 1; index >= 0; --index) { // top of the stack first, as the eye meets it
        const auto which = static_cast<SampleClass>(index);
        const QRectF row(pad, top, width() - 2 * pad, lineHeight());
        paintStatusMark(painter, QRectF(row.left(), row.center().y() - 5.5, 11, 11), which, tokens);
        painter.setPen(m_counts.of(which) > 0 ? tokens.text : tokens.text3);
        painter.drawText(row.adjusted(18, 0, 0, 0), Qt::AlignVCenter, weatherwords::seriesName(which));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(m_counts.of(which)));
        top += lineHeight();
    }
    if (m_feet.isEmpty())
        return;
    painter.fillRect(QRectF(pad, top + footGap / 2, width() - 2 * pad, tokens.border), tokens.line2);
    top += footGap;
    painter.setPen(tokens.text2);
    for (const QString &foot : m_feet) {
        painter.drawText(QRectF(pad, top, width() - 2 * pad, lineHeight()), Qt::AlignVCenter, foot);
        top += lineHeight();
    }
}

} // namespace breakwater
