// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tokenserver.h"

#include "core/policy/pace.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace breakwater {

namespace {

using namespace std::chrono_literals;

const WallTime epoch {std::chrono::seconds(1'770'000'000)}; // of Instant {}

WallTime wallAt(Instant at, std::chrono::milliseconds grain)
{
    const auto since = at.time_since_epoch();
    return epoch + since / grain * grain; // a clock shows what has passed
}

struct Bucket
{
    RoomLeft::Dimension dimension = RoomLeft::Dimension::Requests;
    double limit = 0.0;
    double perSecond = 0.0;
    double level = limit;
    Instant at {};

    void refill(Instant now)
    {
        level = std::min(limit, level + perSecond * toSeconds(now - at));
        at = now;
    }
    [[nodiscard]] RoomLeft told(std::chrono::milliseconds grain) const
    {
        const Instant full = at + fromSeconds((limit - level) / perSecond) + Duration(1);
        return {dimension, static_cast<qint64>(limit), static_cast<qint64>(level), wallAt(full, grain) + grain};
    }
};

/// Client, network and server of one course.
class Course
{
public:
    explicit Course(const Storm &storm)
        : m_chance(storm)
        , m_left(storm.length)
        , m_grain(m_chance.of({1ms, 1000ms}))
        , m_atOnce(1 + m_chance.below(12))
        , m_back(m_chance.span(2s))
    {
        const double requests = 1 + m_chance.below(60);
        const double tokens = 1'000 + m_chance.below(100'000);
        m_buckets[0] = {RoomLeft::Dimension::Requests, requests, requests / m_chance.between(5.0, 50.0)};
        m_buckets[1] = {RoomLeft::Dimension::InputTokens, tokens, tokens / m_chance.between(5.0, 50.0)};
    }

    TokenCourse run()
    {
        while (m_left > 0 || !m_agenda.empty()) {
            if (send())
                continue;
            const auto next = m_agenda.begin();
            if (m_left > 0 && m_wake && (next == m_agenda.end() || *m_wake < next->first)) {
                m_now = *m_wake;
                continue;
            }
            const auto [at, event] = *next;
            m_agenda.erase(next);
            m_now = at;
            happen(event);
        }
        return m_course;
    }

private:
    enum class Stage { Arrives, Leaves, IsHere };
    struct Event
    {
        Stage stage = Stage::Arrives;
        PaceNeed need;
        std::vector<RoomLeft> rooms;
    };

    /// Sends one if it may now; else notes when to look again.
    bool send()
    {
        m_wake.reset();
        const bool knowsTheServer = m_seen || m_underWay == 0; // the first goes alone
        if (m_left == 0 || m_underWay >= m_atOnce || !knowsTheServer)
            return false;
        if (!m_next) {
            m_next = PaceNeed {m_chance.once(4) ? m_buckets[1].limit : m_chance.between(1.0, m_buckets[1].limit / 4)};
            m_rested = m_now + (m_chance.once(8) ? m_chance.span(30s) : Duration::zero());
        }
        const Instant at = std::max(m_rested, m_pace.notBefore(*m_next, m_now));
        if (at > m_now) {
            m_wake = at;
            return false;
        }
        m_pace.reserve(*m_next);
        m_agenda.emplace(m_now + m_chance.span(2s), Event {Stage::Arrives, *m_next, {}});
        m_next.reset();
        ++m_underWay;
        --m_left;
        return true;
    }

    void happen(Event event)
    {
        switch (event.stage) {
        case Stage::Arrives:
            event.stage = Stage::Leaves;
            take(event.need) ? ++m_course.answered : ++m_course.refused;
            m_agenda.emplace(m_now + m_chance.span(3s), event);
            return;
        case Stage::Leaves:
            event.stage = Stage::IsHere;
            for (Bucket &each : m_buckets) {
                each.refill(m_now);
                event.rooms.push_back(each.told(m_grain));
            }
            m_agenda.emplace(m_now + m_back, event);
            return;
        case Stage::IsHere:
            m_pace.release(event.need);
            m_pace.observe(event.rooms, m_now, wallAt(m_now, m_grain));
            m_seen = true;
            --m_underWay;
            return;
        }
    }

    bool take(const PaceNeed &need)
    {
        const std::array needs {1.0, need.inputTokens};
        for (Bucket &each : m_buckets)
            each.refill(m_now);
        for (std::size_t at = 0; at < needs.size(); ++at) {
            if (m_buckets[at].level < needs[at])
                return false;
        }
        for (std::size_t at = 0; at < needs.size(); ++at)
            m_buckets[at].level -= needs[at];
        return true;
    }

    Chance m_chance;
    int m_left;
    std::chrono::milliseconds m_grain; // of all dates
    int m_atOnce;
    Duration m_back; // from the server to the client
    std::array<Bucket, 2> m_buckets;
    std::multimap<Instant, Event> m_agenda;
    Pace m_pace;
    Instant m_now {1h};
    Instant m_rested;
    std::optional<Instant> m_wake;
    std::optional<PaceNeed> m_next;
    int m_underWay = 0;
    bool m_seen = false;
    TokenCourse m_course;
};

} // namespace

TokenCourse runAgainstTokenServer(const Storm &storm)
{
    return Course(storm).run();
}

} // namespace breakwater
