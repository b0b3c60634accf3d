// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends turns one after another in each of several lanes, and tells what they cost this process.
// usage: overhead_client bare|core BASE_URL TURNS AT_ONCE
//   bare: QNetworkAccessManager alone; counts bytes and looks at nothing
//   core: the way of a turn in Breakwater (Outbox, TurnRunner, NetTransport), with a journal in memory
#include "core/base/systemtime.h"
#include "core/net/nettransport.h"
#include "core/turn/outbox.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>

#include <sys/resource.h>

using namespace breakwater;

namespace {

constexpr int warmUpTurns = 50; // connections, caches, lazy symbols
constexpr qsizetype answerLength = 200 * 6; // characters: " token" two hundred times

double cpuSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Counts turns from the end of the warm-up to the last one, and then says what they cost.
class Course
{
public:
    explicit Course(int turns)
        : m_turns(turns)
    {
    }
    [[nodiscard]] bool mayBegin() { return m_begun++ < m_turns + warmUpTurns; }
    void ended(bool well)
    {
        if (!well)
            qFatal("a turn was not answered as it should be");
        if (++m_ended == warmUpTurns) {
            m_cpu = cpuSeconds();
            m_since = m_time.now();
        }
        if (m_ended < m_turns + warmUpTurns)
            return;
        const double cpu = cpuSeconds() - m_cpu;
        const double wall = toSeconds(m_time.now() - m_since);
        const QJsonObject result {{QStringLiteral("turnsPerSecond"), m_turns / wall}, {QStringLiteral("cpuPerThousand"), cpu * 1000 / m_turns}};
        std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
        QCoreApplication::exit();
    }

private:
    SystemTime m_time;
    int m_turns;
    int m_begun = 0;
    int m_ended = 0;
    double m_cpu = 0;
    Instant m_since;
};

class BareLoop
{
public:
    BareLoop(const QUrl &server, Course &course)
        : m_course(course)
        , m_request(server.resolved(QUrl(QStringLiteral("/v1/messages"))))
    {
        m_request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }
    void next()
    {
        if (!m_course.mayBegin())
            return;
        QNetworkReply *reply = m_manager.post(m_request, R"({"model":"claude-sonnet-5","max_tokens":1024,"messages":[{"role":"user","content":"Hello"}],"stream":true})");
        const auto bytes = std::make_shared<qsizetype>(0);
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, bytes] { *bytes += reply->readAll().size(); });
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, bytes] {
            reply->deleteLater();
            m_course.ended(*bytes > answerLength);
            next();
        });
    }

private:
    Course &m_course;
    QNetworkRequest m_request;
    QNetworkAccessManager m_manager;
};

class MemoryJournal final : public Journal
{
public:
    void accept(const Conversation &, const Message &, const TurnState &, Done done) override { later(std::move(done)); }
    void sending(const TurnState &, Done done) override { later(std::move(done)); }
    void answerBegan(const Message &) override { }
    void checkpoint(const MessageId &, const QString &text) override { m_characters += text.size(); }
    void thought(const MessageId &, const std::vector<Thought> &) override { }
    void setAside(const Message &) override { }
    void settled(const TurnState &, const std::optional<Message> &, Done done) override { later(std::move(done)); }
    void sampled(const Sample &) override { }
    void saveAgain(Done done) override { later(std::move(done)); }

private:
    void later(Done done) { QMetaObject::invokeMethod(&m_here, [done = std::move(done)] { done({}); }, Qt::QueuedConnection); }
    QObject m_here;
    qsizetype m_characters = 0;
};

class OneKey final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {{}, QByteArrayLiteral("sk-bench")}; }
};

class CoreLoop
{
public:
    CoreLoop(const QUrl &server, Course &course)
        : m_course(course)
        , m_table(tableFor(server))
    {
        QObject::connect(&m_outbox, &Outbox::turnSettled, &m_outbox, [this](const TurnId &id) {
            const TurnState &turn = *m_outbox.turn(id);
            const Message *answer = m_library.message(turn.conversation, turn.answer);
            m_course.ended(turn.phase == TurnPhase::Answered && answer != nullptr && answer->text.size() == answerLength);
            next();
        });
    }
    void next()
    {
        if (m_course.mayBegin())
            m_outbox.submit({{}, QStringLiteral("Hello"), {}});
    }

private:
    static RouteTable tableFor(const QUrl &server)
    {
        RouteTable table;
        Provider provider;
        provider.id = ProviderId(QStringLiteral("provider"));
        provider.baseUrl = server;
        const RouteId route(QStringLiteral("route"));
        Chain chain;
        chain.id = ChainId(QStringLiteral("chain"));
        chain.steps.emplace_back().route = route;
        table.providers = {provider};
        table.routes = {{route, provider.id, QStringLiteral("claude-sonnet-5"), QStringLiteral("Sonnet")}};
        table.chains = {chain};
        return table;
    }

    Course &m_course;
    RouteTable m_table;
    SystemTime m_time;
    SystemAlarms m_alarms {m_time};
    SeededJitter m_jitter {1};
    MemoryJournal m_journal;
    Library m_library;
    Catalogue m_catalogue;
    Conditions m_conditions;
    OneKey m_credentials;
    NetTransport m_transport;
    Outbox m_outbox {TurnServices {m_transport, m_alarms, m_time, m_jitter, m_journal, m_library, m_conditions, m_credentials, [this]() -> const RouteTable & { return m_table; }, m_catalogue}};
};

template <class Loop>
int run(const QUrl &server, int turns, int atOnce)
{
    Course course(turns);
    Loop loop(server, course);
    for (int lane = 0; lane < atOnce; ++lane)
        loop.next();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const QUrl server(arguments.at(2));
    const int turns = arguments.at(3).toInt();
    const int atOnce = arguments.at(4).toInt();
    return arguments.at(1) == QLatin1String("bare") ? run<BareLoop>(server, turns, atOnce) : run<CoreLoop>(server, turns, atOnce);
}
