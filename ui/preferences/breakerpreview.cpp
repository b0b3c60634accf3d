// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/breakerpreview.h"

#include "ui/preferences/waittext.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {
constexpr int laneHeight = 16;
constexpr int markSize = 10;
constexpr int markStep = 14;
constexpr int mostMarks = 5;
constexpr int testWidth = 10;
constexpr int flowingWidth = 60;

QString failuresText(int failures)
{
    return failures == 1 ? BreakerPreview::tr("1 failure") : BreakerPreview::tr("%1 failures").arg(failures);
}

} // namespace

BreakerPreview::BreakerPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BreakerPreview::show(const BreakerSettings &settings)
{
    m_life = breakerLife(settings);
    setAccessibleName(tr("The breaker, with these settings"));
    QStringList words {failuresText(m_life.failures)};
    for (const Duration pause : m_life.pauses)
        words.append(tr("paused %1, then a test").arg(waitText(pause)));
    words.append(tr("flowing"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QSize BreakerPreview::sizeHint() const
{
    return {380, qRound(54 * qMax(1.0, Theme::instance().textScale()))};
}

void BreakerPreview::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont micro = fontFor(TextRole::Micro);
    const QFontMetricsF measure(micro);
    painter.setFont(micro);
    const double middle = laneHeight / 2.0 + 1;
    const auto line = [&](double from, double to) {
        painter.setPen(QPen(tokens.answered.mark, 2));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    };
    const auto word = [&](double centre, double top, const QString &text) {
        const double wide = measure.horizontalAdvance(text) + 2;
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(qBound(0.0, centre - wide / 2, qMax(0.0, width() - wide)), top, wide, measure.height()),
            Qt::AlignCenter, text);
    };
    const double firstLine = laneHeight + 6;
    const double secondLine = firstLine + measure.height();

    const QString failures = failuresText(m_life.failures);
    const int marks = std::min(m_life.failures, mostMarks);
    const double failing = std::max(marks * markStep + 8.0, measure.horizontalAdvance(failures) + 6);
    line(0, failing);
    for (int mark = 0; mark < marks; ++mark) {
        const double centre = failing - 6 - (marks - 1 - mark) * markStep - markSize / 2.0 + 2;
        paintStatusMark(painter, QRectF(centre - markSize / 2.0, middle - markSize / 2.0, markSize, markSize),
            SampleClass::Overloaded, tokens);
    }
    word(failing / 2, firstLine, failures);

    const Duration all = std::accumulate(m_life.pauses.begin(), m_life.pauses.end(), Duration::zero());
    const double room = width() - failing - flowingWidth - static_cast<double>(m_life.pauses.size()) * (testWidth + 4);
    double x = failing;
    for (const Duration pause : m_life.pauses) {
        const double wide = all > Duration::zero() ? room * toSeconds(pause) / toSeconds(all) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(pausedBrush(tokens, devicePixelRatioF()));
        painter.drawRoundedRect(QRectF(x, middle - laneHeight / 2.0, wide, laneHeight), 2, 2);
        const QString text = tr("paused %1").arg(waitText(pause));
        word(x + wide / 2, firstLine, measure.horizontalAdvance(text) < wide ? text : waitText(pause));
        x += wide + 2;
        painter.setPen(QPen(tokens.ink, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(x + 0.5, middle - laneHeight / 2.0 + 0.7, testWidth - 1, laneHeight - 1.4), 2, 2);
        painter.setPen(QPen(tokens.line2, 1));
        painter.drawLine(
            QPointF(x + testWidth / 2.0, middle + laneHeight / 2.0), QPointF(x + testWidth / 2.0, secondLine));
        word(x + testWidth / 2.0, secondLine, tr("test"));
        x += testWidth + 2;
    }
    line(x, width());
    word((x + width()) / 2, firstLine, m_life.pauses.empty() ? tr("never paused") : tr("flowing"));
}

} // namespace breakwater
