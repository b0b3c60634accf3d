// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/base/systemtime.h"
#include "core/net/nettransport.h"
#include "core/turn/outbox.h"
#include "tests/bench/storm/stormjournal.h"

#include <QFile>

#include <map>

namespace breakwater {

/// What a storm is: where to send, how many users, how long, and the seed of all its chance.
struct StormPlan
{
    QUrl baseUrl; ///< Anthropic's dialect
    QUrl fallbackBaseUrl; ///< OpenAI's dialect
    QByteArray key; ///< of all users, at both providers
    int users = 1;
    Duration length {}; ///< no turn begins after it
    std::uint64_t seed = 1;
};

/// Many users in one process over the core as it ships: one Outbox, one transport, the default policy. Each user
/// sends one turn after another; each turn that ends is one line of JSON in `out`. UI thread.
class Storm final : public QObject
{
    Q_OBJECT
public:
    /// How long turns that are open at the end may go on.
    static constexpr std::chrono::seconds grace {15};

    /// `out` is open for writing and outlives the storm.
    Storm(StormPlan plan, QFile &out, QObject *parent = nullptr);
    ~Storm() override;
    void begin();

Q_SIGNALS:
    /// Once: every turn has its line.
    void over();

private:
    struct User
    {
        SeededJitter chance {0};
        int turns = 0;
        bool thinking = false; ///< the next turn is to come
        std::unique_ptr<Alarm> alarm;
    };
    struct Course
    {
        int user = 0;
        QString name; ///< K-u-n
        WallTime start;
        std::map<MessageId, WallTime> firsts; ///< when each message of the turn got its first text
    };

    void sendTurn(int user);
    void sendLater(int user, Duration after);
    void noteText(const ConversationId &conversation, const MessageId &id);
    void takeSettled(const TurnId &id);
    void giveUp();
    void write(const Course &course, const TurnState *turn);
    void endIfIdle();
    [[nodiscard]] static RouteTable routesFor(const StormPlan &plan);

    StormPlan m_plan;
    QFile &m_out;
    SystemTime m_time;
    SystemAlarms m_alarms {m_time};
    SeededJitter m_jitter;
    Catalogue m_catalogue;
    Conditions m_conditions;
    Library m_library;
    NetTransport m_transport;
    StormJournal m_journal;
    RouteTable m_routes;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<Outbox> m_outbox; // goes before what it uses
    std::vector<User> m_users;
    std::map<TurnId, Course> m_open;
    Instant m_end;
    std::unique_ptr<Alarm> m_lastAlarm;
};

} // namespace breakwater
