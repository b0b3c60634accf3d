// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/delay.h"
#include "core/policy/policysettings.h"

#include <QtTest>

#include <limits>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const DelayRule rule {2s, 30s};
constexpr double nearlyOne = 0x1.fffffffffffffp-1;

Hint hintOf(Duration wait)
{
    return {wait, HintSource::RetryAfterSeconds};
}

} // namespace

class TestDelay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCeilingDoublesUpToItsCap_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("first") << 0 << qint64(2);
        QTest::newRow("second") << 1 << qint64(4);
        QTest::newRow("fourth") << 3 << qint64(16);
        QTest::newRow("fifth would be 32") << 4 << qint64(30);
        QTest::newRow("a million") << 1'000'000 << qint64(30);
        QTest::newRow("the largest number") << std::numeric_limits<int>::max() << qint64(30);
    }
    void theCeilingDoublesUpToItsCap()
    {
        QFETCH(int, failures);
        QFETCH(qint64, seconds);
        QCOMPARE(delayCeiling(rule, failures), Duration(std::chrono::seconds(seconds)));
    }

    void aCapBelowTheBaseIsTheCeiling()
    {
        QCOMPARE(delayCeiling({10s, 3s}, 0), Duration(3s));
        QCOMPARE(delayCeiling({0s, 3s}, 50), Duration(0s));
    }

    void theLargestCapDoesNotOverflow()
    {
        QCOMPARE(delayCeiling({1us, Duration::max()}, 1'000'000), Duration::max());
    }

    void fullJitterDrawsFromNothingToTheCeiling()
    {
        QCOMPARE(delayBefore(rule, Randomness::Full, 1, {}, {0.0, 0.5}).total(), Duration(0s));
        QCOMPARE(delayBefore(rule, Randomness::Full, 1, {}, {0.5, 0.5}).total(), Duration(2s));
        const Delay longest = delayBefore(rule, Randomness::Full, 1, {}, {nearlyOne, 0.5});
        QVERIFY(longest.total() < 4s);
        QVERIFY(longest.total() >= 4s - 1us);
        QCOMPARE(longest.ceiling, Duration(4s));
    }

    void halfJitterKeepsHalfOfTheCeiling()
    {
        QCOMPARE(delayBefore(rule, Randomness::Half, 0, {}, {0.0, 0.0}).total(), Duration(1s));
        QCOMPARE(delayBefore(rule, Randomness::Half, 0, {}, {0.5, 0.0}).total(), Duration(1500ms));
    }

    void withoutRandomnessTheWaitIsTheCeiling()
    {
        QCOMPARE(delayBefore({1234567us, 30s}, Randomness::None, 2, {}, {0.1, 0.9}).total(), Duration(4938268us));
    }

    void aHintIsAFloor()
    {
        const Delay least = delayBefore(rule, Randomness::Full, 0, hintOf(20s), {0.0, 0.0});
        QCOMPARE(least.hint, Duration(20s));
        QCOMPARE(least.total(), Duration(20s));
        QVERIFY(delayBefore(rule, Randomness::None, 0, hintOf(20s), {0.0, 0.0}).total() >= 20s);
    }

    void aDrawLongerThanTheHintCounts()
    {
        const Delay delay = delayBefore(rule, Randomness::None, 10, hintOf(1s), {0.0, 0.0});
        QCOMPARE(delay.total(), Duration(30s));
        QCOMPARE(delay.hint, Duration(1s));
    }

    void aTenthOfTheHintSpreadsTheClients_data()
    {
        QTest::addColumn<qint64>("hint");
        QTest::addColumn<qint64>("most");
        QTest::newRow("short: a quarter of a second") << qint64(1'000) << qint64(250);
        QTest::newRow("a tenth from here") << qint64(2'500) << qint64(250);
        QTest::newRow("a tenth") << qint64(20'000) << qint64(2'000);
        QTest::newRow("a tenth to here") << qint64(50'000) << qint64(5'000);
        QTest::newRow("long: five seconds") << qint64(3'600'000) << qint64(5'000);
    }
    void aTenthOfTheHintSpreadsTheClients()
    {
        QFETCH(qint64, hint);
        QFETCH(qint64, most);
        const Duration asked = std::chrono::milliseconds(hint);
        QCOMPARE(delayBefore({}, Randomness::Full, 0, hintOf(asked), {0.0, 0.5}).total(), asked + std::chrono::milliseconds(most) / 2);
    }

    void aHintOfNothingIsNoHint()
    {
        const Delay without = delayBefore(rule, Randomness::Full, 2, {}, {0.3, 0.7});
        QCOMPARE(delayBefore(rule, Randomness::Full, 2, hintOf(0s), {0.3, 0.7}), without);
        QCOMPARE(delayBefore(rule, Randomness::Full, 2, hintOf(-5s), {0.3, 0.7}), without);
    }

    void eachClassOfFaultHasItsRule()
    {
        const DelaySettings settings;
        QCOMPARE(delayRule(settings, DelayClass::Transient), (DelayRule {500ms, 15s}));
        QCOMPARE(delayRule(settings, DelayClass::Overloaded), (DelayRule {2s, 30s}));
        QCOMPARE(delayRule(settings, DelayClass::RateLimitedBlind), (DelayRule {4s, 60s}));
        QCOMPARE(delayRule(settings, DelayClass::Ambiguous), (DelayRule {1s, 15s}));
        QCOMPARE(delayRule(settings, DelayClass::Connect), (DelayRule {500ms, 30s}));
        QCOMPARE(delayRule(settings, DelayClass::Offline), (DelayRule {5s, 60s}));
    }
};

QTEST_GUILESS_MAIN(TestDelay)
#include "tst_delay.moc"
