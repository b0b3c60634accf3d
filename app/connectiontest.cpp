// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectiontest.h"

#include "core/policy/verdict.h"
#include "core/wire/httpfault.h"
#include "core/wire/modellist.h"
#include "ui/words/faultwords.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration longest = std::chrono::seconds(20); // each of the two requests, where a person set no longer time
constexpr PatienceSettings usualPatience; // where a person set nothing
constexpr qsizetype mostBody = 16 * 1024 * 1024;
constexpr qint64 shortAnswer = 256; // tokens: some models think before the word

} // namespace

ConnectionTest::ConnectionTest(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_alarms(alarms)
    , m_time(time)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const Provider &provider, const QByteArray &key, const QString &model)
{
    m_provider = provider;
    m_key = key;
    m_model = model;
    m_olderVersion = false;
    m_attempt.reset();
    m_result = {};
    if (awaitsConsent(provider))
        m_limit = m_alarms.at(m_time.now(), [this] { refuseUnencrypted(); }); // later, as any result
    else
        askForModels();
}

void ConnectionTest::refuseUnencrypted()
{
    Fault open;
    open.kind = FaultKind::Tls;
    open.host = m_provider.baseUrl.host();
    open.tls = TlsFacts {TlsProblem::NotEncrypted, {}, {}};
    add(TestStage::Secure, false, {}, inWords(open));
    conclude();
}

void ConnectionTest::giveUp(FaultKind kind, Duration waited)
{
    Fault slow;
    slow.kind = kind;
    slow.host = m_provider.baseUrl.host();
    slow.waited = waited;
    m_exchange.reset(); // what comes later is of no interest
    takeList(slow);
}

void ConnectionTest::askForModels()
{
    m_result = {};
    m_begun = m_time.now();
    m_connectingAt.reset();
    m_securedAt.reset();
    m_sentAt.reset();
    m_headAt.reset();
    m_head.reset();
    m_body.clear();
    const Duration within = longest + m_provider.patience.connect.value_or(Duration::zero());
    m_limit = m_alarms.at(m_begun + within, [this, within] { giveUp(FaultKind::SlowHeaders, within); });
    m_exchange = m_transport.send(encodeModelList(m_provider, m_key, {}, m_olderVersion),
        {[this](const HttpHead &head) {
             m_head = head;
             m_headAt = m_time.now();
         },
            [this](const QByteArray &bytes) { m_body.append(bytes.left(mostBody - m_body.size())); }, [this](const std::optional<Fault> &fault) { takeList(fault); },
            [this] {
                m_securedAt = m_time.now();
                m_connectLimit.reset();
            },
            [this] {
                m_sentAt = m_time.now();
                m_connectLimit.reset();
            },
            [this] {
                const Duration patience = m_provider.patience.connect.value_or(usualPatience.connect);
                if (!std::exchange(m_connectingAt, m_time.now()))
                    m_connectLimit = m_alarms.at(*m_connectingAt + patience, [this, patience] { giveUp(FaultKind::Connect, patience); });
            }});
}

void ConnectionTest::takeList(const std::optional<Fault> &fault)
{
    m_limit.reset();
    m_connectLimit.reset();
    addConnection(fault);
    if (!m_head) {
        conclude();
        return;
    }
    const Instant sent = m_sentAt.value_or(m_begun);
    m_result.limits = roomsFrom(m_head->headers, m_time.wall());
    m_result.requestId = requestIdFrom(m_head->headers);
    if (m_head->status == 200) {
        add(TestStage::KeyAccepted, true, *m_headAt - sent);
        if (fault) {
            add(TestStage::ModelsFound, false, m_time.now() - *m_headAt, inWords(*fault));
            conclude();
            return;
        }
        takeModels();
        return;
    }
    const Fault refused = faultFromResponse(*m_head, m_body, m_provider.baseUrl, m_time.wall());
    if (wantsOlderVersion(refused) && !std::exchange(m_olderVersion, true)) {
        askForModels();
        return;
    }
    // A redirect, an overload or a wrong path says nothing about the key.
    const bool byKey = verdictOn(refused).gate == GateKind::Credential || refused.kind == FaultKind::Forbidden;
    add(byKey ? TestStage::KeyAccepted : TestStage::ModelsFound, false, *m_headAt - sent, inWords(refused));
    const bool hasNoList = m_head->status == 404 || m_head->status == 405 || m_head->status == 501;
    if (hasNoList && !m_model.isEmpty())
        askForAWord(m_model);
    else
        conclude();
}

/// How the connection came about, or how far.
void ConnectionTest::addConnection(const std::optional<Fault> &fault)
{
    const bool secure = m_provider.baseUrl.scheme() == QLatin1String("https");
    if (m_head) {
        // Qt says when the connection is encrypted, not when it was there before.
        add(TestStage::Reached, true, secure || !m_sentAt ? std::nullopt : std::optional(*m_sentAt - m_begun), m_provider.baseUrl.host());
        if (secure)
            add(TestStage::Secure, true, m_securedAt ? std::optional(*m_securedAt - m_begun) : std::nullopt);
        return;
    }
    const Fault why = fault.value_or(Fault {});
    if (why.tls)
        m_result.certificate = why.tls->certificate;
    const bool unread = why.tls && !why.tls->file.isEmpty(); // our own certificates: nobody was asked
    const bool reached = why.kind == FaultKind::Tls && !unread;
    if (unread) {
        add(TestStage::Secure, false, {}, inWords(why));
        return;
    }
    add(TestStage::Reached, reached, m_time.now() - m_begun, reached ? m_provider.baseUrl.host() : inWords(why));
    if (reached)
        add(TestStage::Secure, false, {}, inWords(why));
}

void ConnectionTest::takeModels()
{
    const Duration took = m_time.now() - *m_headAt;
    const auto page = modelsFromJson(m_provider.dialect, m_body);
    if (!page) {
        const Fault instead = faultFromResponse(*m_head, m_body, m_provider.baseUrl, m_time.wall());
        add(TestStage::ModelsFound, false, took,
            instead.kind == FaultKind::Portal ? inWords(instead) : tr("The answer is not a list of models. Is the address right?"));
        conclude();
        return;
    }
    add(TestStage::ModelsFound, true, took, QString::number(page->models.size()));
    if (m_model.isEmpty() && !page->models.empty())
        m_model = page->models.front().id;
    if (m_model.isEmpty())
        conclude(); // there is nobody to ask
    else
        askForAWord(m_model);
}

void ConnectionTest::askForAWord(const QString &model)
{
    Ask ask;
    ask.model = model;
    ask.said = {{Role::User, QStringLiteral("Answer with the word OK.")}};
    ask.mostTokens = shortAnswer;
    ask.olderVersion = m_olderVersion;
    m_begun = m_time.now();
    m_attempt = std::make_unique<AttemptRunner>(m_alarms, m_time, [own = m_provider.patience] {
        const Duration within = std::max(longest, own.firstContent.value_or(longest));
        return SilenceLimits {within, within, within, own.connect.value_or(usualPatience.connect)};
    });
    connect(m_attempt.get(), &AttemptRunner::head, this, [this](int, const std::vector<RoomLeft> &rooms) {
        if (!rooms.empty())
            m_result.limits = rooms;
        if (!m_attempt->requestId().isEmpty())
            m_result.requestId = m_attempt->requestId();
    });
    connect(m_attempt.get(), &AttemptRunner::ended, this, [this](const std::optional<Fault> &fault, StopReason) { takeAnswer(fault); });
    m_attempt->start(m_transport, encode(m_provider, m_key, ask), m_provider.dialect);
}

void ConnectionTest::takeAnswer(const std::optional<Fault> &fault)
{
    m_attempt.release()->deleteLater(); // it is calling
    add(TestStage::Answered, !fault, m_time.now() - m_begun, fault ? inWords(*fault) : QString());
    conclude();
}

void ConnectionTest::add(TestStage stage, bool passed, std::optional<Duration> took, const QString &detail)
{
    m_result.steps.push_back({stage, passed, took, detail});
}

void ConnectionTest::conclude()
{
    m_limit.reset();
    m_result.at = m_time.wall();
    Q_EMIT finished(m_provider.id, m_result);
}

QString ConnectionTest::inWords(const Fault &fault) const
{
    FaultContext context;
    context.provider = m_provider.name;
    context.model = m_model;
    const Words words = wordsFor(fault, context);
    return words.title + QLatin1Char(' ') + words.sentence;
}

QString firstModelOf(const ProviderId &provider, const RouteTable &routes)
{
    const auto found = std::find_if(routes.routes.begin(), routes.routes.end(), [&provider](const Route &each) { return each.provider == provider; });
    return found == routes.routes.end() ? QString() : found->model;
}

} // namespace breakwater
