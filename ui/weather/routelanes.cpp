// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/routelanes.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"

#include <QPainter>

#include <algorithm>

namespace breakwater {

RouteLanes::RouteLanes(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RouteLanes::setFrame(int names, int states, QColor Tokens::*ground)
{
    m_names = names;
    m_states = states;
    m_ground = ground;
    update();
}

void RouteLanes::show(std::vector<Lane> lanes, WallTime from, WallTime until, WallTime now)
{
    const bool resized = lanes.size() != m_lanes.size();
    m_lanes = std::move(lanes);
    m_from = from;
    m_until = until;
    m_now = now;
    QStringList words;
    for (const Lane &lane : m_lanes)
        words.append(tr("%1: %2").arg(lane.name, weatherwords::flowText(lane.current, now)));
    setAccessibleName(tr("Routes"));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    if (resized)
        updateGeometry();
    update();
}

Duration RouteLanes::pausedWithin(const Lane &lane, WallTime from, WallTime until)
{
    Duration paused {};
    std::optional<WallTime> since;
    const auto end = [&](WallTime at) {
        if (since && at > *since)
            paused += std::min(at, until) - std::min(std::max(*since, from), until);
        since.reset();
    };
    for (const FlowChange &change : lane.changes) {
        if (change.at >= until)
            break;
        if (change.at > from)
            end(change.at);
        else
            since.reset();
        if (change.flow != RouteFlow::Flowing)
            since = std::max(change.at, from);
    }
    end(until);
    return paused;
}

int RouteLanes::rowHeight() const
{
    return std::max(22, QFontMetrics(fontFor(TextRole::Small)).height() + 6);
}

QSize RouteLanes::sizeHint() const
{
    return {344, rowHeight() * static_cast<int>(m_lanes.size())};
}

void RouteLanes::paintLane(QPainter &painter, const Lane &lane, const QRectF &rect) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const auto span = std::max<double>(static_cast<double>((m_until - m_from).count()), 1.0);
    const auto place = [&](WallTime at) {
        return rect.left() + rect.width() * std::clamp(static_cast<double>((at - m_from).count()) / span, 0.0, 1.0);
    };
    const auto piece = [&](RouteFlow flow, WallTime from, WallTime until) {
        if (until <= m_from)
            return;
        const qreal left = place(from);
        const qreal right = place(until);
        const qreal middle = rect.center().y();
        switch (flow) {
        case RouteFlow::Flowing:
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.fillRect(QRectF(left, middle - 1, right - left, 2), tokens.answered.mark);
            break;
        case RouteFlow::Paused:
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(pausedBrush(tokens, devicePixelRatioF()));
            painter.drawRoundedRect(QRectF(left, middle - 6.5, std::max(right - left, 3.0), 13), 2, 2);
            break;
        case RouteFlow::Testing:
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.ink, 1.3));
            painter.setBrush(tokens.*m_ground);
            painter.drawRoundedRect(QRectF(left, middle - 5.8, std::max(right - left, 4.0), 11.6), 2, 2);
            break;
        }
    };

    RouteFlow flow = RouteFlow::Flowing;
    WallTime since = m_from;
    // The long pieces first, so that a short test stays on top of the pause that follows it.
    std::vector<std::pair<WallTime, WallTime>> tests;
    const auto close = [&](WallTime until) {
        if (flow == RouteFlow::Testing)
            tests.emplace_back(since, until);
        else
            piece(flow, since, until);
    };
    for (const FlowChange &change : lane.changes) {
        if (change.at > m_from)
            close(change.at);
        flow = change.flow;
        since = std::max(change.at, m_from);
    }
    close(m_now);
    for (const auto &[from, until] : tests)
        piece(RouteFlow::Testing, from, until);
}

void RouteLanes::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const double scale = Theme::instance().textScale();
    const qreal nameWidth = m_states > 0 ? std::min(m_names * scale, width() * 0.3) : m_names * scale;
    const qreal stateWidth = m_states * scale;
    const QFont small = fontFor(TextRole::Small);
    QFont strong = small;
    strong.setWeight(QFont::Medium);

    QPainter painter(this);
    qreal top = 0;
    for (const Lane &lane : m_lanes) {
        const QRectF row(0, top, width(), rowHeight());
        painter.setFont(small);
        painter.setPen(tokens.text);
        painter.drawText(QRectF(row.left(), row.top(), nameWidth - 4, row.height()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(lane.name, Qt::ElideRight, static_cast<int>(nameWidth - 4)));
        paintLane(painter, lane, QRectF(row.left() + nameWidth, row.top(), row.width() - nameWidth - stateWidth, row.height()));
        top += rowHeight();
        if (m_states == 0)
            continue;
        const bool flowing = lane.current.flow == RouteFlow::Flowing;
        painter.setFont(flowing ? small : strong);
        painter.setPen(flowing ? tokens.text3 : tokens.text);
        painter.drawText(QRectF(row.right() - stateWidth, row.top(), stateWidth, row.height()), Qt::AlignVCenter | Qt::AlignRight,
            weatherwords::flowText(lane.current, m_now));
    }
}

} // namespace breakwater
