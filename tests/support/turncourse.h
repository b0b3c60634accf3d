// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnmachine.h"
#include "tests/support/faketime.h"

#include <QStringList>

namespace breakwater {

/// A turn under fake time, with nobody but the turn machine in charge: performs its effects and keeps count of them.
class TurnCourse
{
public:
    /// `routes` names the chain; the part before a '/' names the provider.
    explicit TurnCourse(const QStringList &routes, PolicySettings policy = {}, std::uint64_t seed = 1)
        : m_jitter(seed)
    {
        Chain chain;
        for (const QString &route : routes) {
            chain.steps.emplace_back().route = RouteId(route);
            conditions.owners[RouteId(route)] = ProviderId(route.section(QLatin1Char('/'), 0, 0));
        }
        state = makeTurn(TurnId(QStringLiteral("turn")), ConversationId(QStringLiteral("conversation")), MessageId(QStringLiteral("question")), chain, policy,
            time.now(), time.wall());
    }

    void tell(const TurnEvent &event)
    {
        if (std::holds_alternative<turnevent::Content>(event) && state.phase == TurnPhase::Sending)
            state.answer = MessageId(QStringLiteral("answer")); // as the runner does
        for (const TurnEffect &effect : step(state, event, {conditions, m_jitter, time.now(), time.wall()}))
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
        tell(turnevent::Ended {fault, sentences});
    }
    /// Goes on to the end of the wait.
    void ring() { time.advanceToNext(); }

    [[nodiscard]] bool hasAlarm() const { return m_alarm != nullptr; }
    [[nodiscard]] Duration left() const { return state.wait ? state.wait->until - time.now() : Duration::zero(); }
    [[nodiscard]] QString route() const { return state.attempts.empty() ? QString() : state.attempts.back().route.text(); }
    [[nodiscard]] double budget(const char *provider)
    {
        const auto found = conditions.budgets.find(ProviderId(QLatin1String(provider)));
        return found == conditions.budgets.end() ? state.policy.budget.most : found->second.level(state.policy.budget, time.now());
    }

    FakeTime time;
    Conditions conditions;
    TurnState state;
    int sends = 0;
    int rests = 0;
    std::vector<Sample> samples;

private:
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
