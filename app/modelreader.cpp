// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelreader.h"

#include "core/base/logging.h"
#include "core/wire/dialect.h"
#include "core/wire/httpfault.h"
#include "core/wire/modellist.h"

#include <iterator>

namespace breakwater {

namespace {

constexpr Duration longestReading = std::chrono::seconds(30);
constexpr auto keptFor = std::chrono::hours(24);
constexpr qsizetype mostOfAList = 16 * 1024 * 1024;
constexpr int mostPages = 20; // a server that always has more must not be asked for ever

} // namespace

struct ModelReader::Reading
{
    Provider provider;
    QByteArray key;
    std::vector<Model> models;
    int pages = 0;
    std::optional<HttpHead> head;
    QByteArray body;
    std::unique_ptr<WireExchange> exchange;
    std::unique_ptr<Alarm> limit;
};

ModelReader::ModelReader(Transport &transport, Alarms &alarms, const TimeSource &time, Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_alarms(alarms)
    , m_time(time)
    , m_catalogue(catalogue)
{
}

ModelReader::~ModelReader() = default;

bool ModelReader::isStale(const ProviderId &provider) const
{
    const ProviderFacts *facts = m_catalogue.provider(provider);
    return facts == nullptr || !facts->readAt || m_time.wall() - *facts->readAt > keptFor;
}

void ModelReader::read(const Provider &provider, const QByteArray &key)
{
    auto &reading = m_readings[provider.id];
    if (reading)
        return;
    reading = std::make_shared<Reading>();
    reading->provider = provider;
    reading->key = key;
    reading->limit = m_alarms.at(m_time.now() + longestReading, [this, weak = std::weak_ptr(reading)] {
        Fault slow;
        slow.kind = FaultKind::SlowHeaders;
        if (const auto known = weak.lock())
            takePage(known, slow);
    });
    ask(reading, {});
}

void ModelReader::ask(const std::shared_ptr<Reading> &reading, const QString &after)
{
    const ProviderFacts *facts = m_catalogue.provider(reading->provider.id);
    reading->head.reset();
    reading->body.clear();
    const std::weak_ptr<Reading> weak = reading; // the exchange is part of it
    reading->exchange = m_transport.send(encodeModelList(reading->provider, reading->key, after, facts != nullptr && facts->olderVersion),
        {[weak](const HttpHead &head) {
             if (const auto known = weak.lock())
                 known->head = head;
         },
            [weak](const QByteArray &bytes) {
                if (const auto known = weak.lock())
                    known->body.append(bytes.left(mostOfAList - known->body.size()));
            },
            [this, weak](const std::optional<Fault> &fault) {
                if (const auto known = weak.lock())
                    takePage(known, fault);
            }});
}

void ModelReader::takePage(const std::shared_ptr<Reading> &reading, const std::optional<Fault> &fault)
{
    const ProviderId id = reading->provider.id;
    const bool came = !fault && reading->head && reading->head->status == 200;
    const ProviderFacts *known = m_catalogue.provider(id);
    if (!came && reading->head && (known == nullptr || !known->olderVersion)
        && wantsOlderVersion(faultFromResponse(*reading->head, reading->body, reading->provider.baseUrl, m_time.wall()))) {
        m_catalogue.facts(id).olderVersion = true;
        ask(reading, {});
        return;
    }
    const auto page = came ? modelsFromJson(reading->provider.dialect, reading->body) : Result<ModelPage>(tl::unexpected(Fault {}));
    if (page) {
        std::copy(page->models.begin(), page->models.end(), std::back_inserter(reading->models));
        if (!page->next.isEmpty() && ++reading->pages < mostPages) {
            ask(reading, page->next);
            return;
        }
        ProviderFacts &facts = m_catalogue.facts(id);
        facts.models = std::move(reading->models);
        facts.readAt = m_time.wall();
        facts.plainModels.clear(); // what it says now may be right
    } else {
        qCInfo(logApp).nospace().noquote() << "event=models-not-read provider=" << id.text();
    }
    reading->limit.reset();
    m_readings.erase(id); // `reading` is held by whoever called
    if (page)
        Q_EMIT changed(id);
}

} // namespace breakwater
