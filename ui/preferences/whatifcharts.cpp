// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/whatifcharts.h"

#include "ui/style/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace breakwater {

namespace {

constexpr int plotHeight = 72;
constexpr int axisGap = 8;
constexpr int answerBarHeight = 22;
constexpr int answerBarStep = 28;
constexpr int swatchSize = 10;
constexpr int segmentGap = 2;
constexpr double dimmedOpacity = 0.45;
constexpr double mostShades = 4;

double withText(double size)
{
    return size * std::max(1.0, Theme::instance().textScale());
}

/// "13:34", or "Nov 25" where hours say too little.
QString timeLabel(WallTime at, WallTime begins, WallTime ends)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    if (ends - begins > std::chrono::hours(48))
        return QLocale().toString(time.date(), QLocale().language() == QLocale::English ? QStringLiteral("MMM d") : QStringLiteral("d MMM"));
    return time.toString(QStringLiteral("HH:mm"));
}

/// The shade of the route at `place`: the accent, then less and less of it.
QColor shadeAt(std::size_t place, const Tokens &tokens)
{
    const double share = std::max(1.0 - static_cast<double>(place) / mostShades, 1.0 / (mostShades + 1.0));
    const QColor &ground = tokens.sidebar;
    const auto mix = [share](int one, int other) { return qRound(one * share + other * (1.0 - share)); };
    return QColor(mix(tokens.accent.red(), ground.red()), mix(tokens.accent.green(), ground.green()), mix(tokens.accent.blue(), ground.blue()));
}

/// Luminance as WCAG has it.
double brightness(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor inkOn(const QColor &ground, const Tokens &tokens)
{
    const auto contrast = [&ground](const QColor &ink) {
        const double one = brightness(ink) + 0.05;
        const double other = brightness(ground) + 0.05;
        return std::max(one, other) / std::min(one, other);
    };
    return contrast(tokens.text) >= contrast(tokens.onAccent) ? tokens.text : tokens.onAccent;
}

/// No route answered: a frame, dashed for the outbox.
QPen penAt(std::size_t place, std::size_t routes, const Tokens &tokens)
{
    return place < routes ? QPen(Qt::NoPen) : QPen(tokens.ink, 1, place == routes ? Qt::DashLine : Qt::SolidLine);
}

} // namespace

AnsweredChart::AnsweredChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Answered, %"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void AnsweredChart::show(const ReplayResult &now, const std::optional<ReplayResult> &changed)
{
    m_now = now.course;
    m_changed = changed ? changed->course : std::vector<ReplayResult::Bucket>();
    if (m_now.size() > 1) {
        m_begins = m_now.front().begins;
        m_ends = m_now.back().begins + (m_now.back().begins - m_now.front().begins) / static_cast<int>(m_now.size() - 1);
    }
    update();
}

void AnsweredChart::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

QSize AnsweredChart::sizeHint() const
{
    return {320, qRound(withText(plotHeight)) + QFontMetrics(fontFor(TextRole::Micro)).height() * 2};
}

int AnsweredChart::axisBegin(double smallest)
{
    return std::clamp(static_cast<int>(std::floor(smallest / 10.0)) * 10, 0, 70);
}

void AnsweredChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_dimmed ? dimmedOpacity : 1.0);
    const QFont micro = fontFor(TextRole::Micro);
    const QFontMetricsF measure(micro);
    painter.setFont(micro);

    double smallest = 100.0;
    for (const auto *course : {&m_now, &m_changed}) {
        for (const auto &each : *course) {
            if (each.turns > 0)
                smallest = std::min(smallest, 100.0 * each.answered / each.turns);
        }
    }
    const int begin = axisBegin(smallest);
    const double left = measure.horizontalAdvance(QStringLiteral("100")) + axisGap;
    const QRectF plot(left, measure.height() / 2.0, width() - left - 1, height() - measure.height() * 2.0);
    const auto heightOf = [&](double share) { return plot.bottom() - plot.height() * (share - begin) / (100.0 - begin); };
    for (const double share : {100.0, (100.0 + begin) / 2.0, static_cast<double>(begin)}) {
        const double y = heightOf(share);
        painter.setPen(QPen(share == begin ? tokens.line2 : tokens.line, tokens.border));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(0, y - measure.height() / 2.0, left - axisGap, measure.height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(qRound(share)));
    }
    if (m_now.size() > 1) {
        const QRectF below(plot.left(), plot.bottom() + 4, plot.width(), measure.height());
        painter.drawText(below, Qt::AlignLeft, timeLabel(m_begins, m_begins, m_ends));
        painter.drawText(below, Qt::AlignRight, timeLabel(m_ends, m_begins, m_ends));
    }
    const auto line = [&](const std::vector<ReplayResult::Bucket> &course, const QPen &pen) {
        QPainterPath path;
        for (std::size_t at = 0; at < course.size(); ++at) {
            if (course[at].turns == 0)
                continue; // nobody asked: the line goes on past it
            const QPointF point(plot.left() + plot.width() * static_cast<double>(at) / static_cast<double>(course.size() - 1),
                heightOf(100.0 * course[at].answered / course[at].turns));
            path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    QPen dashed(tokens.text3, 1.5);
    dashed.setDashPattern({2.5, 2.0});
    line(m_now, dashed);
    line(m_changed, QPen(tokens.accent, 2));
}

AnswerBars::AnswerBars(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Who answers"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void AnswerBars::show(const ReplayResult &now, const std::optional<ReplayResult> &changed, const std::map<RouteId, QString> &names)
{
    std::vector<RouteId> routes;
    const auto take = [&routes](const ReplayResult &result) {
        for (const auto &each : result.by) {
            if (std::find(routes.begin(), routes.end(), each.route) == routes.end())
                routes.push_back(each.route);
        }
    };
    take(now);
    if (changed)
        take(*changed);
    m_names.clear();
    for (const RouteId &each : routes) {
        const auto name = names.find(each);
        m_names.push_back(name != names.end() ? name->second : each.text());
    }
    m_routes = routes.size();
    m_names.push_back(tr("outbox"));
    const auto givenUp = [](const ReplayResult &result) { return result.turns - result.answered - result.left; };
    if (givenUp(now) > 0 || (changed && givenUp(*changed) > 0))
        m_names.push_back(tr("given up"));
    const auto barOf = [&](const QString &caption, const ReplayResult &result) {
        Bar bar {caption, std::vector<int>(m_names.size(), 0)};
        for (const auto &each : result.by)
            bar.counts[static_cast<std::size_t>(std::find(routes.begin(), routes.end(), each.route) - routes.begin())] += each.answered;
        bar.counts[m_routes] = result.left;
        if (m_names.size() > m_routes + 1)
            bar.counts.back() = givenUp(result);
        return bar;
    };
    m_bars = {barOf(tr("Now"), now)};
    if (changed)
        m_bars.push_back(barOf(tr("Changed"), *changed));
    QStringList words;
    for (const Bar &bar : m_bars) {
        QStringList parts;
        for (std::size_t at = 0; at < bar.counts.size(); ++at) {
            if (bar.counts[at] > 0)
                parts.append(tr("%1 %2").arg(m_names[at], QLocale().toString(bar.counts[at])));
        }
        words.append(tr("%1: %2.").arg(bar.caption, parts.isEmpty() ? tr("nobody") : parts.join(QStringLiteral(", "))));
    }
    setAccessibleDescription(words.join(QLatin1Char(' ')));
    updateGeometry();
    update();
}

void AnswerBars::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

int AnswerBars::captionWidth() const
{
    const QFontMetrics measure(fontFor(TextRole::Small));
    return std::max(measure.horizontalAdvance(tr("Now")), measure.horizontalAdvance(tr("Changed"))) + 10;
}

QSize AnswerBars::sizeHint() const
{
    return {320, heightForWidth(320)};
}

int AnswerBars::heightForWidth(int width) const
{
    const double bars = withText(answerBarStep) * static_cast<double>(m_bars.size());
    return qRound(bars) + layLegend(width, bars, nullptr);
}

int AnswerBars::layLegend(int width, double top, QPainter *painter) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const QFontMetricsF measure(fontFor(TextRole::Small));
    const double lineHeight = measure.height() + 4;
    double x = 0;
    double y = top + 4;
    for (std::size_t at = 0; at < m_names.size(); ++at) {
        const QString name = measure.elidedText(m_names[at], Qt::ElideRight, width - swatchSize - 6.0);
        const double wide = swatchSize + 5 + measure.horizontalAdvance(name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += lineHeight;
        }
        if (painter != nullptr) {
            const QRectF swatch(x + 0.5, y + (measure.height() - swatchSize) / 2.0 + 0.5, swatchSize - 1, swatchSize - 1);
            painter->setPen(penAt(at, m_routes, tokens));
            painter->setBrush(isRoute(at) ? QBrush(shadeAt(at, tokens)) : QBrush(Qt::NoBrush));
            painter->drawRoundedRect(swatch, 2, 2);
            painter->setPen(tokens.text2);
            painter->drawText(QPointF(x + swatchSize + 5, y + measure.ascent()), name);
        }
        x += wide + 12;
    }
    return qRound(y - top + lineHeight);
}

void AnswerBars::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_dimmed ? dimmedOpacity : 1.0);
    painter.setFont(fontFor(TextRole::Small));
    const QFontMetricsF measure(painter.font());
    const double left = captionWidth();
    const double high = withText(answerBarHeight);
    double top = 0;
    for (const Bar &bar : m_bars) {
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, top, left, high), Qt::AlignLeft | Qt::AlignVCenter, bar.caption);
        const int all = std::accumulate(bar.counts.begin(), bar.counts.end(), 0);
        double x = left;
        for (std::size_t at = 0; at < bar.counts.size() && all > 0; ++at) {
            const double wide = (width() - left) * bar.counts[at] / all;
            const QRectF block(x, top, std::max(wide - segmentGap, 1.0), high);
            x += wide;
            if (bar.counts[at] == 0)
                continue;
            const QColor shade = shadeAt(at, tokens);
            painter.setPen(penAt(at, m_routes, tokens));
            painter.setBrush(isRoute(at) ? QBrush(shade) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(isRoute(at) ? block : block.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            const QString count = QLocale().toString(bar.counts[at]);
            if (measure.horizontalAdvance(count) + 4 > block.width())
                continue;
            painter.setPen(isRoute(at) ? inkOn(shade, tokens) : tokens.text2);
            painter.drawText(block, Qt::AlignCenter, count);
        }
        top += withText(answerBarStep);
    }
    layLegend(width(), top, &painter);
}

} // namespace breakwater
