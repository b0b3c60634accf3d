// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnmachine.h"

namespace breakwater {

/// Turns that share what they learn, with nobody but the turn machine in charge: the Outbox's part as plain values.
/// A copy goes on as the original would.
class TurnCrowd
{
public:
    struct Member
    {
        TurnState state;
        std::optional<Instant> alarm;
        friend bool operator==(const Member &, const Member &) = default;
    };
    /// Told after each event what it did to which turn.
    using Watch = std::function<void(std::size_t turn, const TurnEvent &event, const std::vector<TurnEffect> &effects)>;

    /// The chain of every turn: two models of one provider, then one of another.
    static inline const std::vector<RouteId> routes {RouteId(QStringLiteral("a/one")), RouteId(QStringLiteral("a/two")), RouteId(QStringLiteral("b/one"))};

    explicit TurnCrowd(std::uint64_t seed, std::size_t turns = 0, const PolicySettings &policy = {})
        : jitter(seed)
    {
        for (const RouteId &route : routes)
            conditions.learn(route, ProviderId(route.text().left(1)), route.text());
        for (std::size_t each = 0; each < turns; ++each)
            (void)add(policy);
    }

    std::size_t add(const PolicySettings &policy = {}, std::size_t steps = 3, LastResort lastResort = LastResort::KeepInOutbox)
    {
        Chain chain;
        for (std::size_t each = 0; each < steps; ++each)
            chain.steps.emplace_back().route = routes.at(each);
        chain.lastResort = lastResort;
        members.push_back({makeTurn({}, {}, {}, chain, policy, now, wall()), {}});
        members.back().state.need.inputTokens = 100.0;
        return members.size() - 1;
    }

    void tell(std::size_t turn, const TurnEvent &event)
    {
        Member &member = members.at(turn);
        if (std::holds_alternative<turnevent::Content>(event) && member.state.phase == TurnPhase::Sending && !member.state.continuing)
            member.state.answer = MessageId(QStringLiteral("answer")); // as the runner does
        const auto effects = step(member.state, event, {conditions, jitter, now, wall()});
        for (const TurnEffect &effect : effects) {
            if (const auto *set = std::get_if<turneffect::SetAlarm>(&effect))
                member.alarm = set->at;
            else if (std::holds_alternative<turneffect::ClearAlarm>(effect))
                member.alarm.reset();
        }
        const auto waits = [](const Member &each) { return isUnderWay(each.state) || each.state.phase == TurnPhase::Waiting; };
        conditions.waiting = std::max(1, static_cast<int>(std::count_if(members.begin(), members.end(), waits)));
        if (watch)
            watch(turn, event, effects);
    }

    /// The line of all who wait looks again, the oldest first.
    void lookAgain()
    {
        for (std::size_t turn = 0; turn < members.size(); ++turn) {
            if (members[turn].state.phase == TurnPhase::Waiting || members[turn].state.phase == TurnPhase::Kept)
                tell(turn, turnevent::Rang {});
        }
    }

    [[nodiscard]] std::optional<Instant> nextAlarm() const
    {
        std::optional<Instant> next;
        for (const Member &each : members) {
            if (each.alarm && (!next || *each.alarm < *next))
                next = each.alarm;
        }
        return next;
    }

    /// Goes on to `until`, ringing on the way.
    void passUntil(Instant until)
    {
        for (auto next = nextAlarm(); next && *next <= until; next = nextAlarm())
            ring(*next);
        now = std::max(now, until);
    }
    void pass(Duration time) { passUntil(now + time); }
    /// Goes on to the next alarm. False when nobody has one.
    bool passToNextAlarm()
    {
        const auto next = nextAlarm();
        if (next)
            ring(*next);
        return next.has_value();
    }

    [[nodiscard]] static bool isUnderWay(const TurnState &state) { return state.phase == TurnPhase::Sending || state.phase == TurnPhase::Streaming; }
    [[nodiscard]] WallTime wall() const { return WallTime(std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch())) + wallShift; }

    Conditions conditions;
    SeededJitter jitter;
    Instant now {std::chrono::hours(1)};
    std::chrono::milliseconds wallShift {}; ///< a person or the network set the clock
    std::vector<Member> members;
    Watch watch;

private:
    void ring(Instant at)
    {
        now = std::max(now, at);
        for (Member &each : members) {
            if (each.alarm && *each.alarm <= now)
                each.alarm.reset();
        }
        lookAgain();
    }
};

} // namespace breakwater
