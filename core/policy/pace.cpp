// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/pace.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration fresh = std::chrono::seconds(60);
constexpr Duration paceLook = std::chrono::milliseconds(100);
constexpr int rampEnd = 16;
constexpr Duration longestClosed = std::chrono::hours(24);
constexpr double mostTokens = 1e15; // of any limit that is remembered

} // namespace

void Pace::observe(const std::vector<RoomLeft> &rooms, Instant now, WallTime wall)
{
    for (const RoomLeft &room : rooms) {
        auto &bucket = m_buckets.at(static_cast<std::size_t>(room.dimension));
        if (room.limit <= 0) { // Azure writes -1 and 0 for "not told"
            bucket.reset();
            continue;
        }
        Bucket seen;
        seen.limit = static_cast<double>(room.limit);
        seen.remaining = std::clamp(static_cast<double>(room.remaining), 0.0, seen.limit);
        seen.perSecond = seen.limit / 60.0;
        seen.at = now;
        if (room.resetAt && *room.resetAt > wall && seen.remaining < seen.limit)
            seen.perSecond = (seen.limit - seen.remaining) / toSeconds(*room.resetAt - wall);
        bucket = seen;
    }
}

void Pace::close(Instant until)
{
    m_closedUntil = std::max(m_closedUntil, until);
    m_ramp = 1;
}

void Pace::accepted()
{
    if (m_ramp > 0 && (m_ramp += 1) > rampEnd)
        m_ramp = 0;
}

void Pace::reserve(const PaceNeed &need)
{
    m_reservedRequests += 1;
    m_reservedInput += need.inputTokens;
}

void Pace::release(const PaceNeed &need)
{
    m_reservedRequests = std::max(0.0, m_reservedRequests - 1);
    m_reservedInput = m_reservedRequests == 0.0 ? 0.0 : std::max(0.0, m_reservedInput - need.inputTokens);
}

Pace::Draw Pace::drawOf(std::size_t dimension, const PaceNeed &need) const
{
    switch (static_cast<RoomLeft::Dimension>(dimension)) {
    case RoomLeft::Dimension::Requests:
        return {1.0, m_reservedRequests};
    case RoomLeft::Dimension::InputTokens:
    case RoomLeft::Dimension::Tokens:
        return {need.inputTokens, m_reservedInput};
    case RoomLeft::Dimension::OutputTokens:
        return {1.0, 0.0};
    }
    return {};
}

Instant Pace::notBefore(const PaceNeed &need, Instant now) const
{
    Instant earliest = std::max(now, m_closedUntil);
    if (m_ramp > 0 && m_reservedRequests >= m_ramp)
        earliest = std::max(earliest, now + paceLook);
    for (std::size_t dimension = 0; dimension < m_buckets.size(); ++dimension) {
        const auto &bucket = m_buckets[dimension];
        if (!bucket || now - bucket->at > fresh)
            continue;
        const Draw draw = drawOf(dimension, need);
        if (draw.need > bucket->limit)
            continue; // never fits: said elsewhere, not waited for
        const double there = std::min(bucket->limit, bucket->remaining + bucket->perSecond * toSeconds(now - bucket->at)) - draw.reserved;
        if (there >= draw.need)
            continue;
        // What is reserved comes back with the answers; what is missing beyond it, with time.
        const double seconds = bucket->perSecond > 0.0 ? (draw.need - there) / bucket->perSecond : toSeconds(fresh);
        earliest = std::max(earliest, std::min(now + fromSeconds(seconds) + Duration(1), bucket->at + fresh + Duration(1)));
    }
    return earliest;
}

std::optional<RoomLeft> Pace::exceeded(const PaceNeed &need, Instant now) const
{
    for (std::size_t dimension = 0; dimension < m_buckets.size(); ++dimension) {
        const auto &bucket = m_buckets[dimension];
        if (bucket && now - bucket->at <= fresh && drawOf(dimension, need).need > bucket->limit) {
            const auto whole = [](double tokens) { return static_cast<qint64>(tokens); };
            return RoomLeft {static_cast<RoomLeft::Dimension>(dimension), whole(bucket->limit), whole(bucket->remaining), std::nullopt};
        }
    }
    return std::nullopt;
}

PaceMemory Pace::remembered(Instant now) const
{
    PaceMemory kept;
    for (std::size_t dimension = 0; dimension < m_buckets.size(); ++dimension) {
        const auto &bucket = m_buckets[dimension];
        if (bucket && now - bucket->at <= fresh)
            kept.rooms.push_back({static_cast<RoomLeft::Dimension>(dimension), bucket->limit, bucket->remaining, bucket->perSecond, bucket->at});
    }
    kept.closedUntil = m_closedUntil;
    kept.ramp = m_ramp;
    return kept;
}

Pace Pace::restored(const PaceMemory &kept, Instant now)
{
    Pace pace;
    for (const PaceMemory::Room &room : kept.rooms) {
        const auto dimension = static_cast<std::size_t>(room.dimension);
        const auto sane = [](double figure) { return figure >= 0.0 && figure <= mostTokens; };
        if (dimension < pace.m_buckets.size() && sane(room.limit) && sane(room.remaining) && sane(room.perSecond) && room.limit > 0.0)
            pace.m_buckets[dimension] = Bucket {room.limit, std::min(room.remaining, room.limit), room.perSecond, std::min(room.at, now)};
    }
    pace.m_closedUntil = std::min(kept.closedUntil, now + longestClosed);
    pace.m_ramp = kept.ramp > rampEnd ? 0 : std::max(kept.ramp, 0);
    return pace;
}

} // namespace breakwater
