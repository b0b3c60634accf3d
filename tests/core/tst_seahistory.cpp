// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jitter.h"
#include "core/health/seahistory.h"

#include <QtTest>

#include <algorithm>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;
const RouteId opus(QStringLiteral("opus"));

Sample sampleAt(WallTime at, SampleClass result, const QString &turn = QStringLiteral("turn"))
{
    Sample sample;
    sample.at = at;
    sample.route = opus;
    sample.turn = TurnId(turn);
    sample.result = result;
    return sample;
}

/// The same by looking at every second anew.
std::vector<SeaChange> lookedAtEachSecond(const std::vector<Sample> &samples, const std::vector<FlowChange> &changes, WallTime from, WallTime until)
{
    std::vector<SeaChange> history {{from, SeaState::Clear}};
    std::optional<WallTime> last;
    for (WallTime now = from; now <= until; now += 1s) {
        int all = 0;
        int refused = 0;
        for (const Sample &sample : samples) {
            if (sample.at <= now && now - sample.at < 15min) {
                ++all;
                refused += sample.result == SampleClass::Answered ? 0 : 1;
            }
        }
        RouteFlow flow = RouteFlow::Flowing;
        for (const FlowChange &change : changes) {
            if (change.at <= now)
                flow = change.flow;
        }
        const double share = all == 0 ? 0.0 : 100.0 * refused / all;
        const SeaState seen = flow != RouteFlow::Flowing || share > 25.0 ? SeaState::Storm : share >= 2.0 ? SeaState::Choppy : SeaState::Clear;
        if (seen == history.back().state || (last && now - *last < 30s))
            continue;
        if (now == from)
            history.back().state = seen;
        else
            history.push_back({now, seen});
        last = now;
    }
    return history;
}

} // namespace

class SeaHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofNothingItIsClear()
    {
        QCOMPARE(seaHistory({}, {}, noon, noon + 1h), (std::vector<SeaChange> {{noon, SeaState::Clear}}));
        QVERIFY(stormsIn(seaHistory({}, {}, noon, noon + 1h), {}).empty());
    }

    void aRefusalIsAStormUntilItPassesOutOfTheWeather()
    {
        const std::vector<Sample> samples {sampleAt(noon + 1min, SampleClass::Overloaded)};
        QCOMPARE(seaHistory(samples, {}, noon, noon + 1h), (std::vector<SeaChange> {{noon, SeaState::Clear}, {noon + 1min, SeaState::Storm}, {noon + 16min, SeaState::Clear}}));
    }

    void whatHappenedJustBeforeIsPartOfIt()
    {
        const std::vector<Sample> samples {sampleAt(noon - 5min, SampleClass::Overloaded)};
        const auto history = seaHistory(samples, {}, noon, noon + 1h);
        QCOMPARE(history.front(), (SeaChange {noon - 5min, SeaState::Storm}));
        QCOMPARE(history.back(), (SeaChange {noon + 10min, SeaState::Clear}));
    }

    void aChangeIsHeldForHalfAMinute()
    {
        const std::vector<FlowChange> changes {{noon + 1min, opus, RouteFlow::Paused, {}}, {noon + 61s, opus, RouteFlow::Flowing, {}}};
        QCOMPARE(seaHistory({}, changes, noon, noon + 1h), (std::vector<SeaChange> {{noon, SeaState::Clear}, {noon + 1min, SeaState::Storm}, {noon + 90s, SeaState::Clear}}));
    }

    void isWhatOneSeesWhoLooksEachSecond_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void isWhatOneSeesWhoLooksEachSecond()
    {
        QFETCH(const quint64, seed);
        SeededJitter dice(seed);
        std::vector<Sample> samples;
        std::vector<FlowChange> changes;
        double bad = 0.0;
        for (WallTime at = noon; at < noon + 3h; at += std::chrono::seconds(1 + static_cast<int>(dice.next() * 60))) {
            if (dice.next() < 0.05)
                bad = dice.next() * 0.6;
            samples.push_back(sampleAt(at, dice.next() < bad ? SampleClass::Overloaded : SampleClass::Answered));
            if (dice.next() < 0.03)
                changes.push_back({at, opus, static_cast<RouteFlow>(static_cast<int>(dice.next() * 3)), {}});
        }
        const auto expected = lookedAtEachSecond(samples, changes, noon, noon + 4h);
        QVERIFY(expected.size() > 3);
        QCOMPARE(seaHistory(samples, changes, noon, noon + 4h), expected);
    }

    void countsTheTurnsOfAStorm()
    {
        std::vector<Sample> samples {sampleAt(noon + 1min, SampleClass::Overloaded, QStringLiteral("a")), sampleAt(noon + 2min, SampleClass::OwnLimit, QStringLiteral("b")),
            sampleAt(noon + 3min, SampleClass::Overloaded, QStringLiteral("c")), sampleAt(noon + 5min, SampleClass::Answered, QStringLiteral("a")),
            sampleAt(noon + 50min, SampleClass::Answered, QStringLiteral("c")), sampleAt(noon + 51min, SampleClass::Answered, QStringLiteral("d"))};
        const auto storms = stormsIn(seaHistory(samples, {}, noon, noon + 2h), samples);
        QCOMPARE(storms.size(), std::size_t(1));
        QCOMPARE(storms[0].turns, 3);
        QCOMPARE(storms[0].turnsAnswered, 2); // one of them when it was over
        QCOMPARE(storms[0].counts.of(SampleClass::Overloaded), 2);
    }

    void aShortLullIsPartOfTheStorm()
    {
        const std::vector<SeaChange> history {{noon, SeaState::Storm}, {noon + 10min, SeaState::Choppy}, {noon + 20min, SeaState::Storm}, {noon + 30min, SeaState::Clear},
            {noon + 50min, SeaState::Storm}};
        const auto storms = stormsIn(history, {});
        QCOMPARE(storms.size(), std::size_t(2));
        QVERIFY(storms[0].from == noon && storms[0].until == noon + 30min);
        QVERIFY(!storms[1].until);
    }
};

QTEST_GUILESS_MAIN(SeaHistoryTest)
#include "tst_seahistory.moc"
