// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/route/catalogue.h"
#include "core/spend/ledger.h"
#include "core/turn/attemptrunner.h"
#include "core/turn/batchedanswer.h"
#include "core/turn/credentials.h"
#include "core/turn/join.h"
#include "core/turn/journal.h"
#include "core/turn/turnmachine.h"

#include <QObject>

namespace breakwater {

/// What turns work with. All outlive every runner.
struct TurnServices
{
    Transport &transport;
    Alarms &alarms;
    const TimeSource &time;
    Jitter &jitter;
    Journal &journal;
    Library &library;
    Conditions &conditions;
    Credentials &credentials;
    std::function<const RouteTable &()> routes;
    Catalogue &catalogue; ///< read for what a model can do; learns what a server refused
    Ledger *ledger = nullptr; ///< where the turn is charged; null: nothing costs anything
    std::function<std::optional<OffPeak>()> offPeak = {}; ///< as of now; null: there are no such hours
};

/// Performs what the turn machine decides, and tells it what happened. One for each unsettled turn; UI thread.
class TurnRunner : public QObject
{
    Q_OBJECT
public:
    TurnRunner(TurnState state, TurnServices &services, QObject *parent = nullptr);
    ~TurnRunner() override;

    [[nodiscard]] const TurnState &state() const { return m_state; }
    void tell(const TurnEvent &event);
    /// Arms the wait of a turn that was restored in Kept.
    void resumeWait();
    /// A batch has the answer to it. Nothing happens unless the turn is in one.
    void takeBatched(const BatchedAnswer &answer);
    /// A key that this turn waits for may be there now.
    void keysChanged();
    /// Why something of the answer is not on disk; none: all of it is.
    void noteSaved(const std::optional<Fault> &trouble);

Q_SIGNALS:
    void changed();
    /// The wait is over: whoever has waited longest goes first, so the Outbox tells.
    void due();
    void sampled(const breakwater::Sample &sample);
    void roomsSeen(const breakwater::ProviderId &provider, const std::vector<breakwater::RoomLeft> &rooms);
    /// Settled, or back in the outbox, and written down (or not: then `notSaved` came before).
    void rested();
    /// What is on screen could not be written.
    void notSaved(const breakwater::Fault &fault);

private:
    void perform(const TurnEffect &effect);
    void sendWhenKeyIsThere();
    void prepareSend();
    void send();
    [[nodiscard]] const Provider *providerOf(const RouteId &route) const;
    void failBeforeSend(const Fault &fault);
    void takeThinking(const QString &piece);
    void endThinking();
    void endThought(const QString &signature, const QString &redacted);
    void takeText(const QString &piece);
    void show(const QString &text);
    void beginAnswer();
    void resumeAnswer();
    void releaseHeld();
    void takeEnd(std::optional<Fault> fault, StopReason reason);
    [[nodiscard]] QString withoutKey(QString text) const;
    [[nodiscard]] Fault withoutKey(Fault fault) const;
    [[nodiscard]] bool hasAnotherKey(const Fault &fault);
    void recordResponse();
    void charge();
    [[nodiscard]] bool isSpentUp() const;
    void flushSoon();
    void flush();
    void rest();
    void setAside(const MessageId &answer);
    [[nodiscard]] std::optional<Message> finalAnswer() const;

    TurnState m_state;
    TurnServices &m_services;
    std::unique_ptr<AttemptRunner> m_attempt;
    std::size_t m_sent = 0; // index of the attempt that m_attempt is
    std::unique_ptr<Alarm> m_alarm; // of the wait
    std::unique_ptr<Alarm> m_flushAlarm;
    std::optional<Join> m_join;
    QString m_unflushed;
    bool m_thoughtsUnflushed = false;
    bool m_begun = false; // the attempt's answer has its message
    Instant m_thinkingSince;
    Duration m_thoughtFor {};
    Ask m_ask; // what the attempt asked
    QString m_model;
    QString m_explanation;
    StopReason m_stopReason = StopReason::EndOfTurn;
    Usage m_usage;
    std::optional<double> m_batchDollars; // of an answer that came in a batch
    std::vector<qsizetype> m_seams;
    QString m_secret; // that m_attempt was asked with; never written down
    bool m_seamDue = false; // the next text shown is the first of a continuation
};

} // namespace breakwater
