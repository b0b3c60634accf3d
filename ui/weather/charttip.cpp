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
    return tr("%1 to %2").arg(weatherwords::clockTime(from, from), weatherwords::clockTime(until, until));
}

QString ChartTip::foot(const Window &window, std::size_t bucket)
{
    const WallTime from = window.buckets[bucket].from;
    std::vector<Duration> waits;
    for (const RetryWait &wait : window.waits) {
        if (wait.at >= from && wait.at < from + window.bucket)
            waits.push_back(wait.wait.total());
    }
    const auto half = percentiles(std::move(waits));
    return half ? tr("Half of the waits under %1").arg(shortSpan(half->half)) : QString();
}

QString ChartTip::words(const Window &window, std::size_t bucket)
{
    QStringList parts {title(window, bucket), weatherwords::countedAll(window.buckets[bucket].counts)};
    if (const QString last = foot(window, bucket); !last.isEmpty())
        parts.append(last);
    return parts.join(QStringLiteral(". "));
}

void ChartTip::show(const Window &window, std::size_t bucket)
{
    m_title = title(window, bucket);
    m_foot = foot(window, bucket);
    m_counts = window.buckets[bucket].counts;
    resize(sizeHint());
    QWidget::show();
    raise();
    update();
}

QSize ChartTip::sizeHint() const
{
    const QFontMetrics small(fontFor(TextRole::Small));
    int width = std::max(small.horizontalAdvance(m_foot), QFontMetrics(fontFor(TextRole::InterfaceStrong)).horizontalAdvance(m_title));
    for (int index = 0; index < sampleClassCount; ++index)
        width = std::max(width, small.horizontalAdvance(weatherwords::counterCaption(static_cast<SampleClass>(index))) + 70);
    const int lines = sampleClassCount + (m_foot.isEmpty() ? 0 : 1);
    return {width + 2 * pad, QFontMetrics(fontFor(TextRole::InterfaceStrong)).height() + lines * lineHeight() + 2 * pad};
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
        painter.drawText(row.adjusted(18, 0, 0, 0), Qt::AlignVCenter, weatherwords::counterCaption(which));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(m_counts.of(which)));
        top += lineHeight();
    }
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(pad, top, width() - 2 * pad, lineHeight()), Qt::AlignVCenter, m_foot);
}

} // namespace breakwater
