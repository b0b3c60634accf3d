// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/batchstorm.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

using namespace std::chrono_literals;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray errorBody(const QString &type)
{
    return compact({{QStringLiteral("type"), QStringLiteral("error")},
        {QStringLiteral("error"), QJsonObject {{QStringLiteral("type"), type}, {QStringLiteral("message"), QStringLiteral("no")}}}});
}

QString typeOf(int status)
{
    return status == 404 ? QStringLiteral("not_found_error") : QStringLiteral("invalid_request_error");
}

/// Every seventh row makes no sense to the provider.
QJsonObject workOn(qint64 row)
{
    if (row % 7 == 3) {
        const QJsonObject inner {{QStringLiteral("type"), QStringLiteral("invalid_request_error")}, {QStringLiteral("message"), QStringLiteral("no")}};
        return {{QStringLiteral("type"), QStringLiteral("errored")},
            {QStringLiteral("error"), QJsonObject {{QStringLiteral("type"), QStringLiteral("error")}, {QStringLiteral("error"), inner}}}};
    }
    const QJsonObject text {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), QString::number(row)}};
    return {{QStringLiteral("type"), QStringLiteral("succeeded")},
        {QStringLiteral("message"), QJsonObject {{QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("content"), QJsonArray {text}}}}};
}

} // namespace

StormBooks::StormBooks(FakeTime &time, Chance &chance, Batch batch)
    : m_time(time)
    , m_chance(chance)
    , m_batch(std::move(batch))
{
}

std::pair<qint64, qint64> StormBooks::rowsOf(int part) const
{
    qint64 first = 1;
    for (const BatchPart &each : m_batch.parts) {
        if (each.number == part)
            return {first, first + each.rows};
        first += each.rows;
    }
    return {0, 0};
}

void StormBooks::later(std::function<void()> call)
{
    // In order: FakeTime makes calls that are due at the same moment in the order they were asked for.
    m_pending.push_back(m_time.at(m_time.now() + 20ms, std::move(call)));
}

bool StormBooks::fails()
{
    if (faultsLeft == nullptr || *faultsLeft <= 0 || !m_chance.once(30))
        return false;
    --*faultsLeft;
    ++failures;
    return true;
}

void StormBooks::save(const Batch &batch, Answer<void> done)
{
    later([this, batch, done = std::move(done)] {
        Fault full;
        full.kind = FaultKind::DiskFull;
        if (fails()) {
            done(tl::unexpected(full));
            return;
        }
        m_batch = batch;
        done({});
    });
}

void StormBooks::body(const BatchId &batch, int part, Answer<QByteArray> done)
{
    later([this, batch, part, done = std::move(done)] {
        QJsonArray requests;
        for (auto [row, end] = rowsOf(part); row < end; ++row) {
            if (!rows.contains(row)) {
                requests.append(QJsonObject {{QStringLiteral("custom_id"), customIdOf(batch, part, row)}, {QStringLiteral("params"), QJsonObject {{QStringLiteral("row"), row}}}});
            }
        }
        done(compact({{QStringLiteral("requests"), requests}}));
    });
}

void StormBooks::land(const BatchId &, int part, std::vector<RowResult> results, Answer<Landed> done)
{
    later([this, part, results = std::move(results), done = std::move(done)] {
        Fault full;
        full.kind = FaultKind::DiskFull;
        if (fails()) {
            done(tl::unexpected(full));
            return;
        }
        Landed landed;
        const auto [first, end] = rowsOf(part);
        for (const RowResult &result : results) {
            const bool isOurs = result.number >= first && result.number < end;
            const bool isFresh = isOurs && rows.try_emplace(result.number, result).second;
            ++(!isOurs ? landed.unknown : isFresh ? landed.fresh : landed.known);
            ended += isFresh ? 1 : 0;
        }
        landed.counts = counts();
        done(landed);
    });
}

void StormBooks::close(const Batch &batch, int part, Answer<RowCounts> done)
{
    later([this, batch, part, done = std::move(done)] {
        Fault full;
        full.kind = FaultKind::DiskFull;
        if (fails()) {
            done(tl::unexpected(full));
            return;
        }
        m_batch = batch;
        RowResult notSent;
        notSent.state = RowState::NotSent;
        for (auto [row, end] = rowsOf(part); row < end; ++row) {
            notSent.number = row;
            ended += rows.try_emplace(row, notSent).second ? 1 : 0;
        }
        done(counts());
    });
}

Batch StormBooks::durable() const
{
    Batch batch = m_batch;
    batch.counts = counts();
    return batch;
}

RowCounts StormBooks::counts() const
{
    RowCounts counts;
    for (const auto &[number, row] : rows) {
        counts.answered += row.state == RowState::Answered ? 1 : 0;
        counts.failed += row.state == RowState::Failed ? 1 : 0;
        counts.notSent += row.state == RowState::NotSent ? 1 : 0;
    }
    for (const BatchPart &part : m_batch.parts)
        counts.open += part.rows;
    counts.open -= static_cast<qint64>(rows.size());
    return counts;
}

class StormWire::Flight final : public WireExchange
{
public:
    Flight(std::shared_ptr<bool> alive, int &atOnce)
        : m_alive(std::move(alive))
        , m_atOnce(atOnce)
    {
    }
    ~Flight() override
    {
        if (std::exchange(*m_alive, false))
            --m_atOnce;
    }
    Q_DISABLE_COPY_MOVE(Flight)

private:
    std::shared_ptr<bool> m_alive;
    int &m_atOnce;
};

StormWire::StormWire(FakeTime &time, Chance &chance, Duration work, Duration skew)
    : m_time(time)
    , m_chance(chance)
    , m_work(work)
    , m_skew(skew)
    , m_begin(time.now())
    , m_start(time.wall())
    , m_desk([this](const QJsonObject &params, ApiVersion) {
        const qint64 row = params.value(QLatin1String("row")).toInteger();
        if (row > 0)
            ++worked[row];
        return workOn(row);
    })
{
}

void StormWire::later(Duration in, std::function<void()> call)
{
    m_pending.push_back(m_time.at(m_time.now() + in, std::move(call)));
}

BatchAsk StormWire::ask(const QByteArray &key) const
{
    // Its own clock: ours may be changed meanwhile.
    const WallTime wall = m_start + std::chrono::floor<std::chrono::milliseconds>(m_time.now() - m_begin + m_skew);
    return {key, "https://api.test", m_time.now(), QDateTime::fromMSecsSinceEpoch(wall.time_since_epoch().count(), Qt::UTC)};
}

void StormWire::createAnothers(int rows)
{
    QJsonArray requests;
    for (int each = 0; each < rows; ++each)
        requests.append(QJsonObject {{QStringLiteral("custom_id"), QStringLiteral("theirs-%1").arg(each)}, {QStringLiteral("params"), QJsonObject()}});
    (void)m_desk.create({{QStringLiteral("requests"), requests}}, ApiVersion::Of2026, m_chance.span(30h), ask("secret-of-the-test"));
    ++seen["others' batches"];
}

void StormWire::endAll()
{
    m_time.advance(25h);
    (void)m_desk.list({1000, {}, {}}, ask("secret-of-the-test")); // the desk works when it is looked at
}

bool StormWire::deleteEnded()
{
    for (const QString &id : m_known) {
        if (m_desk.remove(id, ask("secret-of-the-test"))) {
            ++seen["deleted"];
            m_known.erase(id);
            return true;
        }
    }
    return false;
}

StormWire::Reply StormWire::process(const WireRequest &request)
{
    const BatchAsk asked = ask(request.headers.value("x-api-key").value_or(QByteArray()));
    const QStringList path = request.url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts); // v1 messages batches ID VERB
    const auto reply = [](const auto &result) -> Reply {
        if (!result)
            return {result.error().status, errorBody(typeOf(result.error().status))};
        return {200, compact(*result)};
    };
    if (path.size() == 3 && request.method == "POST") {
        const auto made = m_desk.create(QJsonDocument::fromJson(request.body).object(), ApiVersion::Of2026, m_work, asked);
        if (made) {
            ++creations;
            m_known.insert(made->value(QLatin1String("id")).toString());
        }
        return reply(made);
    }
    if (path.size() == 3) {
        const QUrlQuery query(request.url);
        const int few = m_chance.of({1, 2, 5, 100}); // servers may send fewer than asked for
        return {200, compact(m_desk.list({few, query.queryItemValue(QStringLiteral("after_id")), {}}, asked))};
    }
    if (path.size() == 4)
        return reply(m_desk.retrieve(path.at(3), asked));
    if (path.at(4) == QLatin1String("cancel"))
        return reply(m_desk.cancel(path.at(3), asked));
    const auto results = m_desk.results(path.at(3), asked);
    return results ? Reply {200, *results} : Reply {results.error().status, errorBody(typeOf(results.error().status))};
}

/// Results with lines that are there twice, that name nobody, and that are none.
StormWire::Reply StormWire::spiced(Reply reply)
{
    QList<QByteArray> lines = reply.body.split('\n');
    QList<QByteArray> more;
    for (const QByteArray &line : lines) {
        more += line;
        if (m_chance.once(3))
            more += m_chance.of<QByteArray>({line, "{\"custom_id\":\"nobody_1_1\",\"result\":{\"type\":\"expired\"}}", "{\"custom", QByteArray(300, '\xff'), "", "null"});
    }
    reply.body = more.join('\n');
    return reply;
}

std::unique_ptr<WireExchange> StormWire::send(const WireRequest &request, ExchangeEvents given)
{
    if (request.url.host() != QLatin1String("api.test"))
        astray = request.url.toString();
    const auto alive = std::make_shared<bool>(true);
    mostAtOnce = std::max(mostAtOnce, ++atOnce);
    fly(request, std::make_shared<ExchangeEvents>(std::move(given)), alive);
    return std::make_unique<Flight>(alive, atOnce);
}

void StormWire::answer(
    const Reply &reply, const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive, qsizetype cutAt, std::optional<FaultKind> end)
{
    HttpHead head;
    head.status = reply.status;
    head.headers = reply.headers;
    head.headers.add("request-id", "req_1");
    head.headers.add("date", QLocale::c().toString(ask({}).wall, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1());
    Duration in = 1ms;
    later(in, [events, alive, head] {
        if (*alive)
            events->head(head);
    });
    for (qsizetype at = 0; at < cutAt;) {
        const qsizetype size = std::min(cutAt - at, qsizetype(1 + m_chance.below(700)));
        in += 1ms;
        later(in, [events, alive, piece = reply.body.mid(at, size)] {
            if (*alive)
                events->bytes(piece);
        });
        at += size;
    }
    std::optional<Fault> fault;
    if (end) {
        fault.emplace();
        fault->kind = *end;
    }
    later(in + 1ms, [this, events, alive, fault] { finish(events, alive, fault); });
}

void StormWire::finish(const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive, const std::optional<Fault> &fault)
{
    if (!std::exchange(*alive, false))
        return;
    --atOnce; // whoever hears of the end may send the next
    events->ended(fault);
}

void StormWire::fly(const WireRequest &request, const std::shared_ptr<ExchangeEvents> &events, const std::shared_ptr<bool> &alive)
{
    const Duration way = m_chance.span(2s);
    const bool isCreation = request.method == "POST" && request.url.path().endsWith(QLatin1String("batches"));
    const bool isResults = request.url.path().endsWith(QLatin1String("results"));
    const auto whole = [this, request, events, alive] {
        const Reply reply = process(request);
        answer(reply, events, alive, reply.body.size(), std::nullopt);
    };
    const int every = isCreation || isResults ? 2 : faultEvery; // these are asked least often, and matter most
    if (faultsLeft <= 0 || !m_chance.once(every)) {
        later(way, whole);
        return;
    }
    --faultsLeft;
    const auto drop = [this, events, alive](FaultKind kind) {
        Fault fault;
        fault.kind = kind;
        finish(events, alive, fault);
    };
    const auto note = [this, isCreation](const char *what) { ++seen[(isCreation ? "create: " : "") + std::string(what)]; };
    const auto refuse = [this, events, alive](int status, const QByteArray &body, Headers headers = {}) { answer({status, body, std::move(headers)}, events, alive, body.size(), std::nullopt); };
    const bool taken = m_chance.once(2);
    switch (m_chance.below(isResults ? 19 : 17)) {
    case 0:
        note("reply lost");
        later(way, [this, request, drop] {
            (void)process(request);
            drop(FaultKind::Ambiguous);
        });
        break;
    case 1:
        note("request lost, and nobody knows");
        later(way, [drop] { drop(FaultKind::Ambiguous); });
        break;
    case 2:
        note("not processed");
        later(way, [drop] { drop(FaultKind::NotProcessed); });
        break;
    case 3:
        note("processed late");
        later(way, [drop] { drop(FaultKind::Ambiguous); });
        later(way + fromSeconds(m_chance.between(0, 180)), [this, request] { (void)process(request); });
        break;
    case 4:
        note("529");
        later(way, [refuse] { refuse(529, errorBody(QStringLiteral("overloaded_error"))); });
        break;
    case 5:
        note("429 with a hint");
        later(way, [refuse, wait = 1 + m_chance.below(400)] { refuse(429, errorBody(QStringLiteral("rate_limit_error")), {{"retry-after", QByteArray::number(wait)}}); });
        break;
    case 6:
        note(taken ? "500, processed" : "500");
        later(way, [this, refuse, request, taken] {
            if (taken)
                (void)process(request);
            refuse(500, errorBody(QStringLiteral("api_error")));
        });
        break;
    case 7:
        note(taken ? "504, processed" : "504");
        later(way, [this, refuse, request, taken] {
            if (taken)
                (void)process(request);
            refuse(504, "gateway");
        });
        break;
    case 8:
        note("a page");
        later(way, [refuse] { refuse(403, "<html>sign in</html>", {{"content-type", "text/html"}}); });
        break;
    case 9:
        note(taken ? "silence, processed" : "silence");
        if (taken)
            later(way, [this, request] { (void)process(request); });
        break;
    case 10:
        note("offline");
        later(way, [drop] { drop(FaultKind::Offline); });
        break;
    case 11:
        note("refused key");
        later(way, [refuse] { refuse(401, errorBody(QStringLiteral("authentication_error"))); });
        break;
    case 12:
        note("reply cut");
        later(way, [this, request, events, alive] {
            const Reply reply = process(request);
            answer(reply, events, alive, m_chance.below(static_cast<int>(reply.body.size()) + 1), FaultKind::Truncated);
        });
        break;
    case 13:
        note("reply cut, as if it were whole");
        later(way, [this, request, events, alive] {
            const Reply reply = process(request);
            answer(reply, events, alive, m_chance.below(static_cast<int>(reply.body.size()) + 1), std::nullopt);
        });
        break;
    case 14:
        note("nonsense in the place of the reply");
        later(way, [this, request, refuse] {
            (void)process(request);
            refuse(200, "nonsense");
        });
        break;
    case 15:
        note("results said to be elsewhere");
        later(way, [this, request, events, alive] {
            Reply reply = process(request);
            reply.body.replace("\"https://api.test/", "\"https://evil.test/");
            answer(reply, events, alive, reply.body.size(), std::nullopt);
        });
        break;
    default:
        note(isResults ? "lines twice, unknown, and none" : "slow");
        later(isResults ? way : Duration(60s), [this, request, events, alive, isResults] {
            const Reply reply = isResults ? spiced(process(request)) : process(request);
            answer(reply, events, alive, reply.body.size(), std::nullopt);
        });
        break;
    }
}

} // namespace breakwater
