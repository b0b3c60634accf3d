// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/delaypreview.h"

#include "core/base/jitter.h"
#include "ui/preferences/waittext.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int rowHeight = 30;
constexpr int barHeight = 22;
constexpr int axisHeight = 22;
constexpr int mostMarks = 4;

/// What can be said of a wait, the longest first, to fit beside its bar.
QStringList wordsOf(Duration least, Duration middle, Duration most)
{
    if (most <= Duration::zero())
        return {DelayPreview::tr("no wait")};
    if (least == most)
        return {DelayPreview::tr("always %1").arg(waitText(most))};
    return {DelayPreview::tr("half under %1, never over %2").arg(waitText(middle), waitText(most)), DelayPreview::tr("half under %1").arg(waitText(middle))};
}

} // namespace

DelayPreview::DelayPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

int DelayPreview::barsFrom()
{
    return QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(tr("before try %1").arg(8)) + 10;
}

void DelayPreview::show(const DelayRule &rule, Randomness randomness, int waits)
{
    m_rule = rule;
    m_randomness = randomness;
    if (m_waits != waits) {
        m_waits = waits;
        updateGeometry();
    }
    setAccessibleName(tr("Each wait"));
    QStringList words;
    for (int failures = 0; failures < waits; ++failures) {
        const auto total = [&](double draw) { return delayBefore(rule, randomness, failures, std::nullopt, {draw, 0}).total(); };
        words.append(tr("before try %1: %2").arg(failures + 2).arg(wordsOf(total(0.0), total(0.5), delayCeiling(rule, failures)).front()));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QSize DelayPreview::sizeHint() const
{
    return {380, qRound((m_waits * rowHeight + axisHeight) * qMax(1.0, Theme::instance().textScale()))};
}

void DelayPreview::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const double scale = qMax(1.0, Theme::instance().textScale());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = fontFor(TextRole::Small);
    const QFont micro = fontFor(TextRole::Micro);
    const int left = barsFrom();
    const double wide = width() - left - 16;
    const Duration longestWait = std::max(delayCeiling(m_rule, m_waits - 1), Duration(std::chrono::milliseconds(100)));
    const double longest = toSeconds(longestWait);
    const auto x = [&](double at) { return left + wide * at / longest; };

    painter.setFont(micro);
    const double bottom = m_waits * rowHeight * scale;
    const Duration step = axisStep(longestWait, mostMarks);
    for (Duration mark {}; mark <= longestWait; mark += step) {
        const double across = x(toSeconds(mark));
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(across, 0), QPointF(across, bottom));
        painter.setPen(tokens.text3);
        const QString text = waitText(mark);
        const double half = QFontMetricsF(micro).horizontalAdvance(text) / 2;
        const double middle = std::min(across, width() - half - 1);
        painter.drawText(QRectF(middle - half - 2, bottom + 4, 2 * half + 4, axisHeight * scale - 4), Qt::AlignHCenter | Qt::AlignTop, text);
    }

    SeededJitter chance(7); // the same dots at every paint
    for (int failures = 0; failures < m_waits; ++failures) {
        const double top = failures * rowHeight * scale + (rowHeight - barHeight) * scale / 2;
        const double height = barHeight * scale;
        const auto total = [&](double draw) {
            return toSeconds(delayBefore(m_rule, m_randomness, failures, std::nullopt, {draw, 0}).total());
        };
        const double least = total(0.0);
        const double most = toSeconds(delayCeiling(m_rule, failures));
        painter.setFont(small);
        painter.setPen(tokens.text2);
        painter.drawText(
            QRectF(0, top, left - 10, height), Qt::AlignVCenter | Qt::AlignLeft, tr("before try %1").arg(failures + 2));

        QColor ground = tokens.accent;
        ground.setAlphaF(0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(x(least), top, std::max(2.0, x(most) - x(least)), height), 3, 3);
        painter.setBrush(tokens.accent);
        if (most > least) {
            const int dots = qBound(4, qRound((x(most) - x(least)) / 6), 60);
            for (int dot = 0; dot < dots; ++dot) {
                const double at = x(total(chance.next()));
                painter.drawEllipse(QPointF(at, top + 4 + chance.next() * (height - 8)), 1.5, 1.5);
            }
        }
        const double middle = total(0.5);
        painter.setPen(QPen(tokens.text, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x(middle), top), QPointF(x(middle), top + height));

        painter.setFont(micro);
        painter.setPen(tokens.text2);
        const double room = width() - x(most) - 10;
        for (const QString &words : wordsOf(fromSeconds(least), fromSeconds(middle), fromSeconds(most))) {
            if (QFontMetricsF(micro).horizontalAdvance(words) > room)
                continue;
            painter.drawText(QRectF(x(most) + 8, top, room, height), Qt::AlignVCenter | Qt::AlignLeft, words);
            break;
        }
    }
}

} // namespace breakwater
