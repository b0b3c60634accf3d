// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/nettransport.h"
#include "core/turn/outbox.h"
#include "tests/support/faketime.h"
#include "tests/support/rawserver.h"

#include <QJsonObject>
#include <QStringList>

#include <deque>
#include <map>
#include <set>

namespace breakwater {

/// A journal that keeps all it was told, and acknowledges at once (later, as journals do), or only when asked to.
class NotingJournal final : public Journal
{
public:
    void accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done) override;
    void sending(const TurnState &turn, Done done) override;
    void answerBegan(const Message &answer) override;
    void checkpoint(const MessageId &answer, const QString &text) override;
    void thought(const MessageId &answer, const std::vector<Thought> &thoughts) override;
    void setAside(const Message &answer) override;
    void settled(const TurnState &turn, const std::optional<Message> &answer, Done done) override;
    void sampled(const Sample &sample) override;
    void saveAgain(Done done) override;

    bool holds = false; ///< acknowledge nothing by itself
    std::optional<Fault> fails; ///< what it answers
    /// Acknowledges the oldest call that waits for it. False when none does.
    bool acknowledgeOne();

    QStringList notes; ///< "accept", "sending", "began", "checkpoint", "settled", "sampled", "again"
    QStringList checkpoints;
    std::vector<TurnState> settledTurns;
    std::optional<Message> settledAnswer;

private:
    void answer(Done done);

    QObject m_here;
    std::deque<Done> m_waiting;
};

/// Keys by provider; a provider without an entry has none. Of several, those that were refused are left out.
class FixedCredentials final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &provider) const override
    {
        if (const auto found = keys.find(provider.id); found != keys.end())
            return NamedKey {QStringLiteral("first"), found->second};
        const auto found = spares.find(provider.id);
        return found == spares.end() ? std::nullopt : std::optional(NamedKey {QStringLiteral("second"), found->second});
    }
    [[nodiscard]] KeyWait waitFor(const Provider &provider) const override
    {
        const auto found = awaited.find(provider.id);
        return found == awaited.end() ? KeyWait::None : found->second;
    }
    [[nodiscard]] bool refuse(const Provider &provider, const QString &name) override
    {
        if (name != QLatin1String("first") || !spares.contains(provider.id))
            return false;
        keys.erase(provider.id);
        return true;
    }
    std::map<ProviderId, QByteArray> keys;
    std::map<ProviderId, QByteArray> spares;
    std::map<ProviderId, KeyWait> awaited;
};

/// Everything that a turn needs: fake time and fake disk, a real network to a server in the test's hand.
/// Two providers "p" and "q" at that server, their routes "p/one" and "q/two", one chain of both.
class TurnBench
{
public:
    explicit TurnBench(Journal *journal = nullptr, const QUrl &server = {});

    std::optional<TurnId> submit(const QString &text, const ConversationId &conversation = ConversationId(QStringLiteral("talk")));
    [[nodiscard]] const TurnState &turn(const TurnId &id) const;
    [[nodiscard]] TurnPhase phase(const TurnId &id) const { return turn(id).phase; }
    /// The last answer of a conversation; an empty one when there is none.
    [[nodiscard]] Message lastAnswer(const ConversationId &conversation = ConversationId(QStringLiteral("talk"))) const;
    /// Lets the wait of a turn go by.
    void passWait(const TurnId &id);
    /// JSON of the nth request that came to the server.
    [[nodiscard]] QJsonObject request(qsizetype index) const;
    [[nodiscard]] QString model(qsizetype index) const;

    /// Lets the event loop run until it is idle: for tests that something does not happen.
    static void settleDown();

    FakeTime time;
    SeededJitter jitter {7};
    Conditions conditions;
    Catalogue catalogue;
    Library library;
    Ledger ledger {time};
    RawServer server;
    RouteTable table; // after the server, whose address it holds
    FixedCredentials credentials;
    NotingJournal journal;
    NetTransport transport;
    Outbox outbox;

private:
    static RouteTable tableFor(const QUrl &url);
};

/// Pieces of an answer as Anthropic's API streams them.
[[nodiscard]] QByteArray answerStart();
[[nodiscard]] QByteArray answerPiece(const QString &text);
[[nodiscard]] QByteArray answerEnd();
/// A whole answer.
[[nodiscard]] QByteArray wholeAnswer(const QString &text);

} // namespace breakwater
