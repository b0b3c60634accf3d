// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectiontest.h"

#include "core/wire/dialect.h"
#include "core/wire/httpfault.h"
#include "ui/words/faultwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

constexpr Duration longest = std::chrono::seconds(20);
constexpr qsizetype mostBody = 4 * 1024 * 1024;

QString inWords(const Fault &fault, const Provider &provider)
{
    FaultContext context;
    context.provider = provider.name;
    const Words words = wordsFor(fault, context);
    return words.title + QLatin1Char(' ') + words.sentence;
}

} // namespace

ConnectionTest::ConnectionTest(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_alarms(alarms)
    , m_time(time)
{
}

void ConnectionTest::start(const Provider &provider, const QByteArray &key)
{
    m_provider = provider;
    m_begun = m_time.now();
    m_headAt.reset();
    m_head.reset();
    m_body.clear();
    m_limit = m_alarms.at(m_begun + longest, [this] {
        Fault slow;
        slow.kind = FaultKind::SlowHeaders;
        slow.host = m_provider.baseUrl.host();
        takeEnd(slow);
    });
    m_exchange = m_transport.send(encodeModelList(provider, key),
        {[this](const HttpHead &head) {
             m_head = head;
             m_headAt = m_time.now();
         },
            [this](const QByteArray &bytes) { m_body.append(bytes.left(mostBody - m_body.size())); }, [this](const std::optional<Fault> &fault) { takeEnd(fault); }});
}

void ConnectionTest::takeEnd(const std::optional<Fault> &fault)
{
    const Instant now = m_time.now();
    const bool secure = m_provider.baseUrl.scheme() == QLatin1String("https");
    std::vector<TestStep> steps;
    if (!m_head) {
        const Fault why = fault.value_or(Fault {});
        const bool reached = why.kind == FaultKind::Tls;
        steps.push_back({TestStage::Reached, reached, now - m_begun, reached ? m_provider.baseUrl.host() : inWords(why, m_provider)});
        if (reached)
            steps.push_back({TestStage::Secure, false, {}, inWords(why, m_provider)});
        conclude(std::move(steps));
        return;
    }
    const Duration answered = *m_headAt - m_begun;
    steps.push_back({TestStage::Reached, true, answered, m_provider.baseUrl.host()});
    if (secure)
        steps.push_back({TestStage::Secure, true, {}, {}});
    if (m_head->status != 200) {
        const Fault refused = faultFromResponse(*m_head, m_body, m_provider.baseUrl, m_time.wall());
        steps.push_back({TestStage::KeyAccepted, false, answered, inWords(refused, m_provider)});
        conclude(std::move(steps));
        return;
    }
    steps.push_back({TestStage::KeyAccepted, true, answered, {}});
    const QJsonValue models = QJsonDocument::fromJson(m_body).object().value(QLatin1String("data"));
    steps.push_back({TestStage::ModelsFound, models.isArray(), now - m_begun,
        models.isArray() ? QString::number(models.toArray().size()) : tr("The answer is not a list of models. Is the address right?")});
    conclude(std::move(steps));
}

void ConnectionTest::conclude(std::vector<TestStep> steps)
{
    m_limit.reset();
    Q_EMIT finished(m_provider.id, TestResult {std::move(steps)});
}

} // namespace breakwater
