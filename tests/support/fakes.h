// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/outbox.h"
#include "tests/support/faketime.h"

#include <vector>

namespace breakwater {

/// A journal that says "written" a millisecond later, or fails when told to.
class FakeJournal final : public Journal
{
public:
    explicit FakeJournal(FakeTime &time)
        : m_time(time)
    {
    }
    void accept(const Conversation &, const Message &, const TurnState &, Done done) override { later(std::move(done)); }
    void sending(const TurnState &, Done done) override { later(std::move(done)); }
    void answerBegan(const Message &) override { }
    void checkpoint(const MessageId &, const QString &) override { }
    void thought(const MessageId &, const std::vector<Thought> &) override { }
    void setAside(const Message &) override { }
    void settled(const TurnState &, const std::optional<Message> &, Done done) override { later(std::move(done)); }
    void sampled(const Sample &) override { }
    void saveAgain(Done done) override { later(std::move(done)); }

    std::optional<Fault> failure; ///< what it fails with, when it does

private:
    void later(Done done)
    {
        const Result<void> result = failure ? Result<void>(tl::unexpected(*failure)) : Result<void>();
        m_alarms.push_back(m_time.at(m_time.now() + std::chrono::milliseconds(1), [done = std::move(done), result] { done(result); }));
    }
    FakeTime &m_time;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
};

/// A transport whose servers never answer by themselves: the test speaks for them through `events`. As a real one, it
/// is silent about an exchange that was let go of.
class FakeTransport final : public Transport
{
public:
    std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents given) override
    {
        const auto alive = std::make_shared<bool>(true);
        requests.push_back(request);
        events.push_back({[alive, given](const HttpHead &head) {
                              if (*alive)
                                  given.head(head);
                          },
            [alive, given](const QByteArray &bytes) {
                if (*alive)
                    given.bytes(bytes);
            },
            [alive, given](const std::optional<Fault> &fault) {
                if (*alive)
                    given.ended(fault);
            },
            whileAlive(alive, given.secured), whileAlive(alive, given.sent), whileAlive(alive, given.connecting)});
        return std::make_unique<Exchange>(alive);
    }
    std::vector<WireRequest> requests; ///< oldest first
    std::vector<ExchangeEvents> events; ///< one for each request

private:
    static std::function<void()> whileAlive(const std::shared_ptr<bool> &alive, const std::function<void()> &call)
    {
        return [alive, call] {
            if (*alive && call)
                call();
        };
    }
    class Exchange final : public WireExchange
    {
    public:
        explicit Exchange(std::shared_ptr<bool> alive)
            : m_alive(std::move(alive))
        {
        }
        ~Exchange() override { *m_alive = false; }
        Q_DISABLE_COPY_MOVE(Exchange)

    private:
        std::shared_ptr<bool> m_alive;
    };
};

class FakeCredentials final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {{}, QByteArrayLiteral("key")}; }
    [[nodiscard]] KeyWait waitFor(const Provider &) const override { return wait; }
    KeyWait wait = KeyWait::None;
};

/// An Outbox over fakes, with a chain of three routes at two providers.
struct FakeOutbox
{
    FakeTime time;
    FakeJournal journal { time };
    FakeTransport transport;
    FakeCredentials credentials;
    SeededJitter jitter { 7 };
    Conditions conditions;
    Catalogue catalogue;
    Library library;
    RouteTable table = sampleTable();
    Ledger ledger { time };
    Outbox outbox { TurnServices { transport, time, time, jitter, journal, library, conditions, credentials, [this]() -> const RouteTable & { return table; }, catalogue, &ledger } };

    /// Lets the journal answer, so that what was accepted is sent.
    void settle() { time.advance(std::chrono::milliseconds(5)); }

    /// The server answers the last request with an error.
    void refuse(int status, const QByteArray &type)
    {
        const ExchangeEvents last = transport.events.back();
        HttpHead head;
        head.status = status;
        last.head(head);
        last.bytes(QByteArrayLiteral("{\"type\":\"error\",\"error\":{\"type\":\"") + type + QByteArrayLiteral("\",\"message\":\"no\"}}"));
        last.ended(std::nullopt);
    }

    [[nodiscard]] static RouteTable sampleTable()
    {
        RouteTable sample;
        Provider first;
        first.id = ProviderId(QStringLiteral("anthropic"));
        first.name = QStringLiteral("Anthropic");
        first.baseUrl = QUrl(QStringLiteral("https://api.anthropic.com"));
        Provider second;
        second.id = ProviderId(QStringLiteral("local"));
        second.name = QStringLiteral("Local");
        second.dialect = Dialect::OpenAi;
        second.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
        sample.providers = {first, second};
        sample.routes = {
            {RouteId(QStringLiteral("sonnet")), first.id, QStringLiteral("claude-sonnet-5-5"), QStringLiteral("Claude Sonnet 5.5")},
            {RouteId(QStringLiteral("haiku")), first.id, QStringLiteral("claude-haiku-4-5"), QStringLiteral("Claude Haiku 4.5")},
            {RouteId(QStringLiteral("local")), second.id, QStringLiteral("qwen"), QStringLiteral("Local Qwen")},
        };
        Chain chain;
        chain.id = ChainId(QStringLiteral("default"));
        chain.name = QStringLiteral("Everyday");
        for (const Route &route : sample.routes)
            chain.steps.emplace_back().route = route.id;
        sample.chains = {chain};
        return sample;
    }
};

} // namespace breakwater
