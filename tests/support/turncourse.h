// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnmachine.h"
#include "tests/support/faketime.h"

#include <QStringList>
#include <QTimeZone>

namespace breakwater {

/// A turn under fake time, with nobody but the turn machine in charge: performs its effects and keeps count of them.
class TurnCourse
{
public:
    /// `routes` names the chain: the part before a '/' is the provider, the part after it the model.
    explicit TurnCourse(const QStringList &routes, PolicySettings policy = {}, std::uint64_t seed = 1)
        : m_jitter(seed)
    {
        Chain chain;
        for (const QString &route : routes) {
            chain.steps.emplace_back().route = RouteId(route);
            conditions.learn(RouteId(route), ProviderId(route.section(QLatin1Char('/'), 0, 0)), route.section(QLatin1Char('/'), 1));
        }
        state = makeTurn(TurnId(QStringLiteral("turn")), ConversationId(QStringLiteral("conversation")), MessageId(QStringLiteral("question")), chain, policy,
            time.now(), time.wall());
    }

    void tell(const TurnEvent &event)
    {
        if (std::holds_alternative<turnevent::Content>(event) && state.phase == TurnPhase::Sending)
            state.answer = MessageId(QStringLiteral("answer")); // as the runner does
        for (const TurnEffect &effect : step(state, event, {conditions, m_jitter, time.now(), time.wall(), spentUp, offPeak()}))
            perform(effect);
    }

    void begin() { tell(turnevent::Begin {}); }
    void content() { tell(turnevent::Content {}); }
    void answer()
    {
        content();
        tell(turnevent::Ended {});
    }
    void refuse(FaultKind kind, std::optional<Duration> hint = {}, int sentences = 0)
    {
        Fault fault;
        fault.kind = kind;
        if (hint)
            fault.hint = Hint {*hint, HintSource::RetryAfterSeconds};
        tell(turnevent::Ended {fault, sentences, {}});
    }
    /// Something of the answer came and it went on for `streamed`; then it broke off.
    void breakOff(Duration streamed, int sentences, FaultKind kind = FaultKind::Truncated)
    {
        content();
        time.advance(streamed);
        refuse(kind, {}, sentences);
    }
    /// Goes on to the end of the wait.
    void ring() { time.advanceToNext(); }
    /// Goes on until a request is under way or nobody waits any more.
    void ringUntilSent()
    {
        while (hasAlarm() && state.phase != TurnPhase::Sending)
            ring();
    }

    [[nodiscard]] bool hasAlarm() const { return m_alarm != nullptr; }
    [[nodiscard]] Duration left() const { return state.wait ? state.wait->until - time.now() : Duration::zero(); }
    [[nodiscard]] QString route() const { return state.attempts.empty() ? QString() : state.attempts.back().route.text(); }
    [[nodiscard]] Breaker &breaker(const char *route) { return conditions.route(RouteId(QLatin1String(route))).breaker; }
    [[nodiscard]] BreakerPhase flow(const char *route) { return breaker(route).phase(time.now()); }
    [[nodiscard]] Pace &pace(const char *route) { return conditions.pace(RouteId(QLatin1String(route))); }
    [[nodiscard]] Budget &budgetOf(const char *provider) { return conditions.provider(ProviderId(QLatin1String(provider)), state.policy.budget).budget; }
    [[nodiscard]] double budget(const char *provider) { return budgetOf(provider).level(state.policy.budget, time.now()); }
    /// Other turns found the route down: it pauses for as long as the settings say, without chance.
    void pause(const char *route) { breaker(route).pause(state.policy.breaker, true, {}, time.now(), 0.5); }
    /// Other turns are answered by the route.
    void answersOthers(const char *route) { conditions.route(RouteId(QLatin1String(route))).record.addOutcome(true, time.now()); }

    bool spentUp = false; ///< the person's spend limit is reached
    OffPeakHours hours; ///< in UTC
    FakeTime time;
    Conditions conditions;
    TurnState state;
    int sends = 0;
    int rests = 0;
    std::vector<MessageId> setAside;
    std::vector<Sample> samples;

private:
    [[nodiscard]] std::optional<OffPeak> offPeak() const
    {
        const auto stretch = offPeakStretch(hours, time.wall(), QTimeZone::utc());
        return stretch ? std::optional(OffPeak {*stretch, hours.onlyWhenCalm, hours.missed}) : std::nullopt;
    }
    void perform(const TurnEffect &effect)
    {
        if (std::holds_alternative<turneffect::Send>(effect)) {
            ++sends;
        } else if (const auto *alarm = std::get_if<turneffect::SetAlarm>(&effect)) {
            m_alarm = time.at(alarm->at, [this] {
                m_alarm.reset();
                tell(turnevent::Rang {});
            });
        } else if (std::holds_alternative<turneffect::ClearAlarm>(effect)) {
            m_alarm.reset();
        } else if (const auto *aside = std::get_if<turneffect::SetAside>(&effect)) {
            setAside.push_back(aside->answer);
        } else if (const auto *report = std::get_if<turneffect::Report>(&effect)) {
            samples.push_back(report->sample);
        } else if (std::holds_alternative<turneffect::Settle>(effect)) {
            ++rests;
        }
    }

    SeededJitter m_jitter;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace breakwater
