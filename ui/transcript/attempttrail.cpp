// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/attempttrail.h"

#include "ui/style/statusmark.h"
#include "ui/words/faultwords.h"

#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qreal markSize = 13;
constexpr qreal gap = 6;

struct Segment
{
    enum class Line { Past, Live, Ahead };
    Line line = Line::Past;
    qreal width = 0;
    QString label;
    const Attempt *attempt = nullptr; ///< at the segment's end; none: a try that is left
};

Duration pauseBetween(const Attempt &earlier, const Attempt &later)
{
    const Duration end = earlier.startedAfter + earlier.endedAfter.value_or(Duration::zero());
    return std::max(Duration::zero(), later.startedAfter - end);
}

/// A longer wait has a longer line, within bounds.
qreal lineWidth(Duration wait)
{
    return 44 + std::clamp(toSeconds(wait), 0.0, 5.0) * 10;
}

void paintMark(QPainter &painter, const QRectF &box, const Attempt *attempt, const Tokens &tokens)
{
    const std::optional<SampleClass> kind = attempt && attempt->fault ? sampleClass(*attempt->fault) : std::nullopt;
    if (kind) {
        paintStatusMark(painter, box, *kind, tokens);
        return;
    }
    if (attempt && !attempt->fault && attempt->endedAfter) {
        paintStatusMark(painter, box, SampleClass::Answered, tokens);
        return;
    }
    // Under way: filled with the colour of what is live; a fault that is not weather, or a try that is left: hollow.
    const bool underWay = attempt && !attempt->endedAfter;
    painter.setPen(underWay ? QPen(Qt::NoPen) : QPen(tokens.control, 1.4));
    painter.setBrush(underWay ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(box.center(), 3.7, 3.7);
}

} // namespace

void paintAttemptTrail(QPainter &painter, const QRectF &area, const AttemptTrail &trail, const Tokens &tokens)
{
    if (trail.attempts.empty())
        return;
    std::vector<Segment> segments;
    for (std::size_t i = 1; i < trail.attempts.size(); ++i) {
        const Duration pause = pauseBetween(trail.attempts[i - 1], trail.attempts[i]);
        // A move to the next route waits for nothing, so it has no figure.
        const QString figure = pause < std::chrono::milliseconds(50) ? QString() : shortSpan(pause);
        segments.push_back({Segment::Line::Past, lineWidth(pause), figure, &trail.attempts[i]});
    }
    for (int i = 0; i < trail.triesLeft; ++i) {
        if (i == 0 && trail.live)
            segments.push_back({Segment::Line::Live, 150, shortSpan(trail.live->whole), nullptr});
        else
            segments.push_back({Segment::Line::Ahead, 52, {}, nullptr});
    }

    const Attempt *first = &trail.attempts.front();
    const auto total = [&] {
        qreal width = markSize;
        for (const Segment &segment : segments)
            width += segment.width + markSize;
        return width;
    };
    // Many tries: first thinner lines, then without the oldest.
    if (total() > area.width()) {
        for (Segment &segment : segments)
            segment.width = segment.line == Segment::Line::Live ? 90 : segment.line == Segment::Line::Past ? 44 : 26;
    }
    while (total() > area.width() && !segments.empty()) {
        if (segments.front().attempt)
            first = segments.front().attempt;
        else
            break;
        segments.erase(segments.begin());
    }

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont labelFont = fontFor(TextRole::Micro);
    const qreal middle = area.top() + 9;
    qreal x = area.left();
    const auto mark = [&](const Attempt *attempt) {
        paintMark(painter, QRectF(x, middle - markSize / 2, markSize, markSize), attempt, tokens);
        x += markSize;
    };
    mark(first);
    for (const Segment &segment : segments) {
        const QRectF line(x + gap, middle - 1, segment.width - 2 * gap, 2);
        painter.fillRect(line, segment.line == Segment::Line::Past ? tokens.control : tokens.track);
        if (segment.line == Segment::Line::Live)
            painter.fillRect(QRectF(line.left(), line.top(), line.width() * trail.live->passed, line.height()), tokens.accent);
        if (!segment.label.isEmpty()) {
            painter.setFont(labelFont);
            painter.setPen(tokens.text3);
            painter.drawText(QRectF(x, middle + 4, segment.width, area.bottom() - middle), Qt::AlignHCenter | Qt::AlignTop, segment.label);
        }
        x += segment.width;
        mark(segment.attempt);
    }
    painter.restore();
}

} // namespace breakwater
