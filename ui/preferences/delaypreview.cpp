// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/delaypreview.h"

#include "core/base/jitter.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr int waits = 5;
constexpr int rowHeight = 30;
constexpr int barHeight = 22;
constexpr int axisHeight = 22;

QString seconds(double value)
{
    return DelayPreview::tr("%1 s").arg(QLocale().toString(value, 'g', value < 10 ? 2 : 3));
}

/// A round number of seconds for the distance of two marks, three or four of them up to `longest`.
double markDistance(double longest)
{
    const double rough = std::max(longest, 0.01) / 3.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (step * power >= rough * 0.999)
            return step * power;
    }
    return 10.0 * power;
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

void DelayPreview::show(const DelayRule &rule, Randomness randomness)
{
    m_rule = rule;
    m_randomness = randomness;
    setAccessibleName(tr("Each wait"));
    QStringList words;
    for (int failures = 0; failures < waits; ++failures)
        words.append(
            tr("before try %1 up to %2").arg(failures + 2).arg(seconds(toSeconds(delayCeiling(rule, failures)))));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QSize DelayPreview::sizeHint() const
{
    return {380, qRound((waits * rowHeight + axisHeight) * qMax(1.0, Theme::instance().textScale()))};
}

void DelayPreview::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const double scale = qMax(1.0, Theme::instance().textScale());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = fontFor(TextRole::Small);
    const QFont micro = fontFor(TextRole::Micro);
    const int left = QFontMetrics(small).horizontalAdvance(tr("before try %1").arg(8)) + 10;
    const double wide = width() - left - 8;
    const double longest = std::max(0.001, toSeconds(delayCeiling(m_rule, waits - 1)));
    const auto x = [&](double at) { return left + wide * at / longest; };

    painter.setFont(micro);
    const double bottom = waits * rowHeight * scale;
    const double step = markDistance(longest);
    for (double mark = 0; mark <= longest * 1.001; mark += step) {
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(x(mark), 0), QPointF(x(mark), bottom));
        painter.setPen(tokens.text3);
        const QString text = seconds(mark);
        const double half = QFontMetricsF(micro).horizontalAdvance(text) / 2;
        const double middle = std::min(x(mark), width() - half - 1);
        painter.drawText(QRectF(middle - half - 2, bottom + 4, 2 * half + 4, axisHeight * scale - 4),
            Qt::AlignHCenter | Qt::AlignTop, text);
    }

    SeededJitter chance(7); // the same dots at every paint
    for (int failures = 0; failures < waits; ++failures) {
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

        const QString words = m_randomness == Randomness::None
            ? tr("always %1").arg(seconds(most))
            : tr("half under %1, never over %2").arg(seconds(middle), seconds(most));
        painter.setFont(micro);
        painter.setPen(tokens.text2);
        const double room = width() - x(most) - 10;
        if (QFontMetricsF(micro).horizontalAdvance(words) <= room)
            painter.drawText(QRectF(x(most) + 8, top, room, height), Qt::AlignVCenter | Qt::AlignLeft, words);
    }
}

} // namespace breakwater
