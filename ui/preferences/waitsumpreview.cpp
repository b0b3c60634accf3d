// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/waitsumpreview.h"

#include "ui/preferences/delaypreview.h"
#include "ui/preferences/waittext.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr int wordsHigh = 18;
constexpr int barsHigh = 84;
constexpr int axisHigh = 22;
constexpr int mostMarks = 4;

} // namespace

WaitSumPreview::WaitSumPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("All waits together"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void WaitSumPreview::show(const DelayRule &rule, Randomness randomness, int waits)
{
    m_sum = waitsTogether(rule, randomness, waits);
    QString words = tr("no wait");
    if (m_sum.drawn)
        words = tr("half within %1, nine in ten within %2, never over %3").arg(waitText(m_sum.half), waitText(m_sum.nineInTen), waitText(m_sum.longest));
    else if (m_sum.longest > Duration::zero())
        words = tr("always %1").arg(waitText(m_sum.longest));
    setAccessibleDescription(words);
    update();
}

QSize WaitSumPreview::sizeHint() const
{
    const double words = (wordsHigh + axisHigh) * qMax(1.0, Theme::instance().textScale());
    return {380, qRound(words) + barsHigh};
}

void WaitSumPreview::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont micro = fontFor(TextRole::Micro);
    const double scale = qMax(1.0, Theme::instance().textScale());
    const double top = wordsHigh * scale;
    const double bottom = top + barsHigh;
    const double left = DelayPreview::barsFrom();
    const double wide = width() - left - 16;
    const Duration longest = std::max(m_sum.longest, Duration(std::chrono::milliseconds(100)));
    const auto x = [&](Duration at) { return left + wide * toSeconds(at) / toSeconds(longest); };

    painter.setFont(micro);
    const Duration step = axisStep(longest, mostMarks);
    for (Duration mark {}; mark <= longest; mark += step) {
        const QString text = waitText(mark);
        const double half = QFontMetricsF(micro).horizontalAdvance(text) / 2 + 1;
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(std::min(x(mark), width() - half) - half, bottom + 4, 2 * half, axisHigh * scale - 4), Qt::AlignHCenter | Qt::AlignTop, text);
    }
    painter.setPen(QPen(tokens.line2, 1));
    painter.drawLine(QPointF(left, bottom + 0.5), QPointF(left + wide, bottom + 0.5));

    const double most = m_sum.shares.empty() ? 1.0 : *std::max_element(m_sum.shares.begin(), m_sum.shares.end());
    const double each = m_sum.shares.empty() ? 0.0 : wide / static_cast<double>(m_sum.shares.size());
    painter.setPen(Qt::NoPen);
    for (std::size_t bar = 0; bar < m_sum.shares.size(); ++bar) {
        const double from = left + each * static_cast<double>(bar);
        QColor ground = tokens.accent;
        ground.setAlphaF(from + each / 2 <= x(m_sum.nineInTen) ? 0.85F : 0.4F); // the last tenth is paler
        painter.setBrush(ground);
        const double high = barsHigh * m_sum.shares[bar] / most;
        painter.drawRoundedRect(QRectF(from + 0.8, bottom - high, each - 1.6, high), 1, 1);
    }

    painter.setPen(tokens.text);
    micro.setWeight(QFont::Medium);
    painter.setFont(micro);
    const QFontMetricsF measure(micro);
    const auto write = [&](double at, const QString &words) { painter.drawText(QRectF(at, 0, measure.horizontalAdvance(words) + 2, top), Qt::AlignVCenter, words); };
    if (!m_sum.drawn) {
        const QString words = m_sum.longest > Duration::zero() ? tr("always %1").arg(waitText(m_sum.longest)) : tr("no wait");
        write(std::clamp(x(m_sum.longest) - measure.horizontalAdvance(words) / 2, 0.0, std::max(0.0, width() - measure.horizontalAdvance(words) - 2)), words);
        return;
    }
    painter.setPen(QPen(tokens.text, 1.5));
    for (const Duration within : {m_sum.half, m_sum.nineInTen})
        painter.drawLine(QPointF(x(within), top), QPointF(x(within), bottom));
    // The two are said beside each other, each near to its line.
    const QString half = tr("half within %1").arg(waitText(m_sum.half));
    const QString nine = tr("nine in ten within %1").arg(waitText(m_sum.nineInTen));
    const double nineAt = std::min(x(m_sum.nineInTen) - 6, width() - measure.horizontalAdvance(nine) - 2);
    const double halfAt = std::min(x(m_sum.half) - measure.horizontalAdvance(half) / 2, nineAt - measure.horizontalAdvance(half) - 12);
    write(std::max(0.0, halfAt), half);
    write(std::max(nineAt, measure.horizontalAdvance(half) + 12), nine);
}

} // namespace breakwater
