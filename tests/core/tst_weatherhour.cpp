// SPDX-License-Identifier: GPL-3.0-or-later
// A scripted hour, in virtual time, through the production Outbox: what the health log says of it against what somebody
// counts who stands at the wire, and knows nothing of samples.
#include "core/health/healthlog.h"
#include "core/turn/outbox.h"
#include "tests/support/fakes.h"
#include "tests/support/modelserver.h"
#include "tests/support/virtualstorm.h"

#include <QCoreApplication>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

/// A request is written down before it leaves; its clock runs by then.
constexpr Duration diskTakes = 1ms;

/// What became of a request, as seen at the wire.
struct Seen
{
    QString model;
    Instant sent;
    Instant ended;
    WallTime endedWall;
    std::optional<Duration> text; ///< from the request to the first text
    int status = 0;
    bool broke = false; ///< the connection
    bool over = false;

    [[nodiscard]] SampleClass result() const
    {
        if (broke || status == 0)
            return SampleClass::Network;
        if (status == 429)
            return SampleClass::OwnLimit;
        if (status == 529)
            return SampleClass::Overloaded;
        return status >= 500 ? SampleClass::ServerError : SampleClass::Answered;
    }
};

/// Passes requests on and writes down what comes back.
class Witness final : public Transport
{
public:
    Witness(FakeTime &time, Transport &behind)
        : m_time(time)
        , m_behind(behind)
    {
    }
    std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override
    {
        const std::size_t mine = seen.size();
        Seen fresh;
        const qsizetype at = request.body.indexOf("\"model\":\"") + 9;
        fresh.model = QString::fromLatin1(request.body.mid(at, request.body.indexOf('"', at) - at));
        fresh.sent = m_time.now();
        seen.push_back(fresh);
        ExchangeEvents noted = events;
        noted.head = [this, mine, events](const HttpHead &head) {
            seen[mine].status = head.status;
            events.head(head);
        };
        noted.bytes = [this, mine, events](const QByteArray &bytes) {
            const bool text = bytes.contains("\"text_delta\"") || (bytes.contains("\"content\":\"") && !bytes.contains("\"content\":\"\""));
            if (text && !seen[mine].text)
                seen[mine].text = m_time.now() - seen[mine].sent;
            end(mine, bytes.contains("\"message_stop\"") || bytes.contains("[DONE]"), false); // an answer is over with its end mark
            events.bytes(bytes);
        };
        noted.ended = [this, mine, events](const std::optional<Fault> &fault) {
            end(mine, true, fault.has_value());
            events.ended(fault);
        };
        return m_behind.send(request, noted);
    }
    std::vector<Seen> seen;

private:
    void end(std::size_t which, bool isEnd, bool broke)
    {
        if (!isEnd || seen[which].over)
            return;
        seen[which].over = true;
        seen[which].broke = broke;
        seen[which].ended = m_time.now();
        seen[which].endedWall = m_time.wall();
    }
    FakeTime &m_time;
    Transport &m_behind;
};

/// Minutes of the hour, and what they are like.
Fate fateAt(const ServedRequest &request, Jitter &dice)
{
    const double minute = toSeconds(request.at) / 60.0;
    const bool first = request.host == storm::firstHost;
    const auto within = [minute](double from, double to) { return minute >= from && minute < to; };
    const auto refuse = [](int status, std::optional<double> hint = {}) {
        Fate fate;
        fate.kind = Fate::Kind::Refuse;
        fate.status = status;
        fate.retryAfter = hint;
        return fate;
    };
    const double chance = dice.next();
    if (within(8, 12) && request.model == storm::wantedModel && chance < 0.5)
        return refuse(429, 2.0);
    if (within(20, 34) && first && chance < 0.75)
        return refuse(529);
    if (within(40, 44) && first && chance < 0.4)
        return refuse(chance < 0.2 ? 500 : 503);
    if (within(48, 50) && first) {
        Fate fate;
        fate.kind = Fate::Kind::Unreachable;
        return fate;
    }
    return {};
}

class Hour
{
public:
    explicit Hour(std::uint64_t seed)
        : m_server(time, fateAt, seed * 31 + 1)
        , witness(time, m_server)
        , m_jitter(seed * 31 + 2)
    {
        m_outbox.learnRoutes();
        QObject::connect(&m_outbox, &Outbox::sampled, &log, [this](const Sample &sample) { log.add(sample); });
        QObject::connect(&m_outbox, &Outbox::flowChanged, &log, [this](const FlowChange &change) { log.add(change); });
        QObject::connect(&log, &HealthLog::changed, &log, [this] { lookAtSea(); });
        for (std::uint64_t person = 0; person < 6; ++person) {
            m_people.push_back({SeededJitter(seed * 31 + 100 + person), {}});
            think(person);
        }
    }
    void play()
    {
        bool over = false;
        const auto end = time.at(began + 1h, [&over] { over = true; });
        while (!over && time.advanceToNext()) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            lookAtLanes();
        }
    }

    FakeTime time;
    Instant began = time.now();
    WallTime beganWall = time.wall();
    HealthLog log {time, time};

private:
    struct Person
    {
        SeededJitter dice;
        std::unique_ptr<Alarm> alarm;
    };
    void think(std::size_t person)
    {
        m_people[person].alarm = time.at(time.now() + fromSeconds(3.0 + 25.0 * m_people[person].dice.next()), [this, person] {
            (void)m_outbox.submit({{}, QStringLiteral("[[turn %1]] Please answer.").arg(turns++), {}});
            think(person);
        });
    }

    /// A route's phase, by asking the breakers of it and of its host at each step of time.
    void lookAtLanes()
    {
        for (const Route &route : m_table.routes) {
            const auto phaseOf = [&](const Breaker &breaker) { return breaker.phase(time.now()); };
            std::vector<BreakerPhase> phases {phaseOf(m_conditions.route(route.id).breaker)};
            if (const ProviderCondition *owner = m_conditions.knownProvider(route.provider))
                phases.push_back(phaseOf(owner->breaker));
            const bool open = std::find(phases.begin(), phases.end(), BreakerPhase::Open) != phases.end();
            const bool half = std::find(phases.begin(), phases.end(), BreakerPhase::HalfOpen) != phases.end();
            const RouteFlow flow = open ? RouteFlow::Paused : half ? RouteFlow::Testing : RouteFlow::Flowing;
            auto &lane = lanes[route.id];
            if (lane.empty() ? flow != RouteFlow::Flowing : lane.back().second != flow)
                lane.emplace_back(time.wall(), flow);
        }
    }

    /// The sea by the rules of the design, from what was seen at the wire, whenever the log speaks.
    void lookAtSea()
    {
        int all = 0;
        int refused = 0;
        for (const Seen &each : witness.seen) {
            if (each.over && time.wall() - each.endedWall < 15min) {
                ++all;
                refused += each.result() == SampleClass::Answered ? 0 : 1;
            }
        }
        const bool held = std::any_of(lanes.begin(), lanes.end(), [](const auto &lane) { return !lane.second.empty() && lane.second.back().second != RouteFlow::Flowing; });
        const double share = all == 0 ? 0.0 : 100.0 * refused / all;
        const SeaState present = held || share > 25.0 ? SeaState::Storm : refused > 0 && share >= 2.0 ? SeaState::Choppy : SeaState::Clear;
        if (present != sea && (!m_seaChanged || time.now() - *m_seaChanged >= 30s)) {
            sea = present;
            m_seaChanged = time.now();
        }
        ++seaLooks;
        seaChanges += log.sea().state != m_lastSea ? 1 : 0;
        m_lastSea = log.sea().state;
        if (log.sea().state != sea)
            ++seaMisses;
    }

    ModelServer m_server;

public:
    Witness witness;
    std::map<RouteId, std::vector<std::pair<WallTime, RouteFlow>>> lanes;
    SeaState sea = SeaState::Clear;
    int seaLooks = 0;
    int seaChanges = 0;
    int seaMisses = 0;
    int turns = 0;

private:
    FakeJournal m_journal {time};
    FakeCredentials m_credentials;
    SeededJitter m_jitter;
    Catalogue m_catalogue;
    Conditions m_conditions;
    Library m_library;
    RouteTable m_table = stormRoutes();
    Outbox m_outbox {TurnServices {witness, time, time, m_jitter, m_journal, m_library, m_conditions, m_credentials, [this]() -> const RouteTable & { return m_table; }, m_catalogue}};
    std::vector<Person> m_people;
    std::optional<Instant> m_seaChanged;
    SeaState m_lastSea = SeaState::Clear;
};

/// The value that so many percent do not exceed, counted out.
Duration counted(std::vector<Duration> values, int percent)
{
    std::sort(values.begin(), values.end());
    for (std::size_t rank = 1; rank <= values.size(); ++rank) {
        if (rank * 100 >= values.size() * static_cast<std::size_t>(percent))
            return values[rank - 1];
    }
    return {};
}

} // namespace

class WeatherHourTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isToldExactlyAsItWas_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void isToldExactlyAsItWas()
    {
        QFETCH(const quint64, seed);
        Hour hour(seed);
        hour.play();

        // Counts: of each bar, of each route, in all.
        for (const WeatherRange range : {WeatherRange::QuarterHour, WeatherRange::Hour, WeatherRange::Day, WeatherRange::Week}) {
            const Window window = hour.log.window(range);
            std::vector<Duration> texts;
            std::vector<Duration> wholes;
            Counts all;
            std::map<QString, Counts> routes;
            for (const Bucket &bucket : window.buckets) {
                Counts right;
                for (const Seen &each : hour.witness.seen) {
                    if (each.over && each.endedWall >= bucket.from && each.endedWall < bucket.from + window.bucket) {
                        right.add(each.result());
                        all.add(each.result());
                        routes[each.model].add(each.result());
                        if (each.result() == SampleClass::Answered) {
                            wholes.push_back(each.ended - each.sent + diskTakes);
                            texts.push_back(each.text.value_or(Duration(-1)) + diskTakes);
                        }
                    }
                }
                QVERIFY(bucket.counts == right);
            }
            QVERIFY(window.totals == all);
            QCOMPARE(window.routes.size(), routes.size());
            for (const auto &[model, counts] : routes)
                QVERIFY(window.routes.at(RouteId(model)) == counts);
            // Percentiles of the answers.
            QCOMPARE(window.firstContent->half, counted(texts, 50));
            QCOMPARE(window.firstContent->most, counted(texts, 95));
            QCOMPARE(window.total->half, counted(wholes, 50));
            QCOMPARE(window.total->most, counted(wholes, 95));
        }
        const Counts totals = hour.log.window(WeatherRange::Hour).totals;
        for (int which = 0; which < sampleClassCount; ++which)
            QVERIFY2(totals.each[static_cast<std::size_t>(which)] > 3, qPrintable(QString::number(which))); // the script has some of each

        // Lanes.
        int changes = 0;
        for (const auto &[route, right] : hour.lanes) {
            std::vector<std::pair<WallTime, RouteFlow>> told;
            for (const FlowChange &change : hour.log.flows(route))
                told.emplace_back(change.at, change.flow);
            QCOMPARE(told, right);
            changes += static_cast<int>(right.size());
        }
        QVERIFY(changes >= 6);

        // The sea, whenever the log had something to say.
        QCOMPARE(hour.seaMisses, 0);
        QVERIFY(hour.seaLooks > 300);
        QVERIFY(hour.seaChanges >= 4);
        qInfo("requests %d, turns %d; answered %d, own limit %d, overloaded %d, server %d, network %d; lane changes %d; sea changes %d in %d looks", int(hour.witness.seen.size()), hour.turns,
            totals.each[0], totals.each[1], totals.each[2], totals.each[3], totals.each[4], changes, hour.seaChanges, hour.seaLooks);
    }
};

QTEST_GUILESS_MAIN(WeatherHourTest)
#include "tst_weatherhour.moc"
