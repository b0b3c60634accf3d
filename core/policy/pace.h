// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/roomleft.h"

#include <array>
#include <optional>
#include <vector>

namespace breakwater {

/// What one request takes from the person's own limits.
struct PaceNeed
{
    double inputTokens = 0.0;
    friend bool operator==(const PaceNeed &, const PaceNeed &) = default;
};

/// What a Pace hands on to the next run of the program: nothing of what is reserved.
struct PaceMemory
{
    struct Room
    {
        RoomLeft::Dimension dimension = RoomLeft::Dimension::Requests;
        double limit = 0;
        double remaining = 0;
        double perSecond = 0;
        Instant at;
        friend bool operator==(const Room &, const Room &) = default;
    };
    std::vector<Room> rooms; ///< observed within the last minute
    Instant closedUntil;
    int ramp = 0; ///< requests at once after a 429; 0: no bound
    friend bool operator==(const PaceMemory &, const PaceMemory &) = default;
};

/// How fast the person's own limits let one family of models be asked: the rate governor.
///
/// Each dimension is a token bucket seen through headers: `remaining` of `limit` at the time of the response, refilling
/// so that it is full at `reset` (else the limit in a minute). Reserved is what was sent and not yet answered for.
/// Fails open: without an observation of the last minute it holds nothing back. Output tokens are counted when they
/// are real (documented), so any room is enough for them. A 429 closes it until its hint; then
/// one request goes, and each answer begun lets two more go at once, so that a crowd does not run into it again.
class Pace
{
public:
    /// What a response's headers said. `wall` is the time that `RoomLeft::resetAt` is measured against.
    void observe(const std::vector<RoomLeft> &rooms, Instant now, WallTime wall);
    /// A 429: nothing before `until`.
    void close(Instant until);
    void reserve(const PaceNeed &need);
    void release(const PaceNeed &need); ///< answered for, or dropped
    void accepted(); ///< an answer began: after a 429, room for two more at once

    /// When `need` may be sent: `now` when there is room.
    [[nodiscard]] Instant notBefore(const PaceNeed &need, Instant now) const;
    /// No room will ever be enough for it.
    [[nodiscard]] bool neverFits(const PaceNeed &need, Instant now) const { return exceeded(need, now).has_value(); }
    /// The limit that `need` exceeds; none when it fits.
    [[nodiscard]] std::optional<RoomLeft> exceeded(const PaceNeed &need, Instant now) const;
    [[nodiscard]] Instant closedUntil() const { return m_closedUntil; }
    [[nodiscard]] double reservedRequests() const { return m_reservedRequests; }
    [[nodiscard]] double reservedInput() const { return m_reservedInput; }

    [[nodiscard]] PaceMemory remembered(Instant now) const;
    /// Takes any memory: what cannot be is left out, and it is closed for no more than a day from `now`.
    [[nodiscard]] static Pace restored(const PaceMemory &kept, Instant now);

    friend bool operator==(const Pace &, const Pace &) = default;

private:
    struct Bucket
    {
        double limit = 0;
        double remaining = 0;
        double perSecond = 0;
        Instant at;
        friend bool operator==(const Bucket &, const Bucket &) = default;
    };
    struct Draw
    {
        double need = 0;
        double reserved = 0;
    };
    [[nodiscard]] Draw drawOf(std::size_t dimension, const PaceNeed &need) const;

    std::array<std::optional<Bucket>, 4> m_buckets; // by RoomLeft::Dimension
    Instant m_closedUntil;
    int m_ramp = 0; // requests at once after a 429; 0: no bound
    double m_reservedRequests = 0;
    double m_reservedInput = 0;
};

} // namespace breakwater
