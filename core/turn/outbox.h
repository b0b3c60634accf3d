// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"
#include "core/turn/outboxramp.h"
#include "core/turn/turnrunner.h"

#include <QObject>

#include <map>

namespace breakwater {

/// Turns that are accepted: makes them, queues them (one under way in each conversation, in the order they were
/// written), passes a person's wishes on, brings unfinished ones back at start. UI thread.
class Outbox : public QObject
{
    Q_OBJECT
public:
    explicit Outbox(TurnServices services, QObject *parent = nullptr);
    ~Outbox() override;

    /// The values of the policy for turns from now on.
    void setPolicy(const PolicySettings &policy) { m_policy = policy; }
    /// When turns sent off-peak go, from now on: also those that wait already.
    void setHours(const OffPeakHours &hours);
    [[nodiscard]] const OffPeakHours &hours() const { return m_hours; }
    /// The stretch of them that is on or the next to come; none: there are none.
    [[nodiscard]] std::optional<Stretch> nextHours() const;
    /// Tells whose budget each route spends. Call after a change of the route table.
    void learnRoutes();

    /// Accepts a draft: the question is in the Library at once; it is sent when the disk has it. Makes a conversation
    /// when the draft has none. None for a draft without text.
    std::optional<TurnId> submit(const Draft &draft);
    /// Brings back what an earlier run left: what was never sent goes, what was kept waits, what was under way
    /// asks, what was being answered is broken off. The Library must hold the messages of their conversations by then.
    void restore(const std::vector<UnfinishedTurn> &turns);
    /// Makes settled turns of an earlier run known again, for their flight records and for continuing them.
    void remember(const ConversationId &conversation, const std::vector<TurnState> &turns);
    /// Asks a turn's question once more, as another version of it; on its own chain where that is known, else on `chain`.
    std::optional<TurnId> askAgain(const ConversationId &conversation, const TurnId &id, const ChainId &chain = {});

    /// Unsettled turns, and settled ones that this run knows. Null for others.
    [[nodiscard]] const TurnState *turn(const TurnId &id) const;
    /// The unsettled turn that is under way or first in line in a conversation.
    [[nodiscard]] const TurnState *active(const ConversationId &conversation) const;
    /// Unsettled turns in the order of the line: the oldest first, where a person did not move them.
    [[nodiscard]] std::vector<const TurnState *> unsettled() const;

public Q_SLOTS:
    /// The network can be reached again: what waited for that goes, not all at once.
    void networkReturned();
    /// The person's spend limit is another one, or another day began.
    void limitLifted();
    /// Keys came, went or were unlocked: what waits for one looks again.
    void keysChanged();
    void tryNow(const breakwater::TurnId &id);
    void useNextRoute(const breakwater::TurnId &id);
    /// All that waits in the outbox for a route goes, the oldest first and not all at once (OutboxRamp). What is put off or
    /// in doubt stays.
    void sendAllNow();
    /// Moves a turn that waits for a route past its neighbour in the line: up (-1) or down (1). Turns of one conversation keep
    /// their order.
    void move(const breakwater::TurnId &id, int by);
    /// For a turn that waits.
    void sendWhen(const breakwater::TurnId &id, breakwater::Timing timing);
    /// What became of a turn that is in a batch: its answer, a refusal, or nothing, where nobody worked on it.
    void batchAnswered(const breakwater::TurnId &id, const breakwater::BatchedAnswer &answer);
    void batchFailed(const breakwater::TurnId &id, const breakwater::Fault &fault);
    void batchEnded(const breakwater::TurnId &id);
    /// For a turn that waits for a route, or its hours.
    void useChain(const breakwater::TurnId &id, const breakwater::ChainId &chain);
    void keep(const breakwater::TurnId &id);
    void cancel(const breakwater::TurnId &id);
    /// What was cancelled waits in the outbox again.
    void undoCancel(const breakwater::TurnId &id);
    void sendAgain(const breakwater::TurnId &id);
    void continueAnswer(const breakwater::TurnId &id);
    /// Writes again what of the turn is not on disk. A turn that was not sent because the disk refused it is sent.
    void saveAgain(const breakwater::TurnId &id);
    /// Something of an answer could not be written; the journal keeps it.
    void answerNotSaved(const breakwater::MessageId &answer, const breakwater::Fault &fault);
    /// Everything that was refused is on disk now.
    void allSaved();

Q_SIGNALS:
    void turnChanged(const breakwater::TurnId &id);
    void turnSettled(const breakwater::TurnId &id);
    /// Turns of an earlier run are known again.
    void remembered(const breakwater::ConversationId &conversation);
    void sampled(const breakwater::Sample &sample);
    void roomsSeen(const breakwater::ProviderId &provider, const std::vector<breakwater::RoomLeft> &rooms);
    void flowChanged(const breakwater::FlowChange &change);
    void budgetChanged(const breakwater::ProviderId &provider, double level, double most);
    void notSaved(const breakwater::TurnId &id, const breakwater::Fault &fault);

private:
    TurnRunner *run(TurnState state);
    void tell(const TurnId &id, const TurnEvent &event);
    void beginNext(const ConversationId &conversation);
    void countWaiting();
    void lookAgainSoon();
    void lookAgain();
    void askAboutOvertaken(const TurnState &state);
    [[nodiscard]] BatchWait newBatch(const Chain &chain) const;
    [[nodiscard]] bool isBehindAnother(const TurnState &state) const;
    [[nodiscard]] FlowChange flowNow(const RouteId &route) const;
    void compareFlows();
    void tellSettled(const TurnId &id, const TurnEvent &event);
    void wakeThoseWaitingFor(const RouteId &route);
    void writeDown(const TurnState &state);
    void noteSaved(const TurnId &id, const std::optional<Fault> &trouble);
    void acceptAgain(const TurnState &state);
    void followPresent(TurnState &state) const;
    [[nodiscard]] Chain chainFor(const TurnState &state, const std::vector<Said> &said, const Chain &chain) const;

    TurnServices m_services;
    PolicySettings m_policy;
    OffPeakHours m_hours;
    std::map<TurnId, std::unique_ptr<TurnRunner>> m_runners; // ids sort by time: oldest first
    std::map<TurnId, TurnState> m_settled;
    std::map<RouteId, FlowChange> m_flows;
    OutboxRamp m_ramp;
    bool m_looks = false; ///< a look at the line is on its way
};

} // namespace breakwater
