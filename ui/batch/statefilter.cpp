// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/statefilter.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"
#include "ui/words/batchwords.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLocale>
#include <QPainter>

#include <array>

namespace breakwater {

namespace {

constexpr int frameOfSegments = 3;
constexpr int sideOfASegment = 9;
constexpr std::array<std::optional<RowState>, 5> statesInOrder {std::nullopt, RowState::Answered, RowState::Failed, RowState::NotSent, RowState::Open};

qint64 countOf(const RowCounts &counts, std::optional<RowState> state)
{
    if (!state)
        return counts.all();
    switch (*state) {
    case RowState::Open:
        return counts.open;
    case RowState::Answered:
        return counts.answered;
    case RowState::Failed:
        return counts.failed;
    case RowState::NotSent:
        break;
    }
    return counts.notSent;
}

} // namespace

/// One of the states.
class StateFilter::Segment final : public QAbstractButton
{
public:
    Segment(std::optional<RowState> which, QWidget *parent)
        : QAbstractButton(parent)
        , state(which)
    {
        setCheckable(true);
        setText(which ? batchwords::state(*which) : StateFilter::tr("All"));
        setObjectName(which ? QStringLiteral("state%1").arg(static_cast<int>(*which)) : QStringLiteral("stateAll"));
        FocusRing::attach(this, 6, FocusRing::Lies::Inside);
    }
    [[nodiscard]] int widthWith(bool counted) const
    {
        QFont font = fontFor(TextRole::Small);
        font.setWeight(QFont::Medium); // the wider of the two weights, so that nothing moves
        return QFontMetrics(font).horizontalAdvance(words(counted)) + 2 * sideOfASegment;
    }

    std::optional<RowState> state;
    QString count;
    bool showsCount = true;

private:
    [[nodiscard]] QString words(bool counted) const { return counted ? text() + QLatin1Char(' ') + count : text(); }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked()) {
            painter.setPen(QPen(tokens.line2, tokens.border));
            painter.setBrush(tokens.raised);
            painter.drawRoundedRect(bordered(rect(), tokens), 6, 6);
        }
        QFont font = fontFor(TextRole::Small);
        font.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isChecked() || underMouse() ? tokens.text : tokens.text2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, words(showsCount));
    }
};

StateFilter::StateFilter(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Which rows"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *group = new QButtonGroup(this);
    for (const auto &each : statesInOrder) {
        auto *segment = new Segment(each, this);
        segment->setChecked(!each);
        segment->setAttribute(Qt::WA_Hover);
        group->addButton(segment);
        m_segments.push_back(segment);
        connect(segment, &QAbstractButton::toggled, this, [this, each](bool on) {
            if (!on || m_state == each)
                return;
            m_state = each;
            Q_EMIT stateChanged(each);
        });
    }
    setCounts({});
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
        update();
    });
}

void StateFilter::setCounts(const RowCounts &counts)
{
    for (Segment *each : m_segments) {
        each->count = QLocale().toString(countOf(counts, each->state));
        each->setAccessibleName(tr("%1, %2", "a state of rows, and how many are in it").arg(each->text(), each->count));
        each->setToolTip(each->accessibleName());
    }
    updateGeometry();
    place();
}

void StateFilter::setState(std::optional<RowState> state)
{
    for (Segment *each : m_segments) {
        if (each->state == state)
            each->setChecked(true);
    }
}

int StateFilter::widthOfAll(bool withCounts) const
{
    int width = 2 * frameOfSegments;
    for (const Segment *each : m_segments)
        width += each->widthWith(withCounts);
    return width;
}

QSize StateFilter::sizeHint() const
{
    return {widthOfAll(true), scaledUp(metrics::controlHeight)};
}

QSize StateFilter::minimumSizeHint() const
{
    return {widthOfAll(false), scaledUp(metrics::controlHeight)};
}

void StateFilter::place()
{
    const bool counted = widthOfAll(true) <= width();
    int left = frameOfSegments;
    for (Segment *each : m_segments) {
        each->showsCount = counted;
        each->setGeometry(left, frameOfSegments, each->widthWith(counted), height() - 2 * frameOfSegments);
        each->update();
        left += each->width();
    }
}

void StateFilter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StateFilter::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.sunken);
    const QRect all(0, 0, m_segments.back()->geometry().right() + 1 + frameOfSegments, height());
    painter.drawRoundedRect(bordered(all, tokens), metrics::controlRadius, metrics::controlRadius);
}

} // namespace breakwater
