// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/hint.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime now = std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) + 8h + 49min + 37s;
const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";

std::optional<Duration> waitOf(int status, const Headers &headers, WallTime wall = now)
{
    const auto hint = parseHint(status, headers, wall);
    return hint ? std::optional(hint->wait) : std::nullopt;
}

} // namespace

class TestHint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retryAfterIsReadInAllItsForms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<double>("seconds");
        QTest::newRow("seconds") << QByteArray("30") << 30.0;
        QTest::newRow("decimals") << QByteArray("1.5") << 1.5;
        QTest::newRow("with spaces") << QByteArray("  7 ") << 7.0;
        QTest::newRow("fixdate") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT") << 30.0;
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:50:07 GMT") << 30.0;
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:50:07 1994") << 30.0;
        QTest::newRow("a wrong day of the week") << QByteArray("Mon, 06 Nov 1994 08:50:07 GMT") << 30.0;
        QTest::newRow("a leap second") << QByteArray("Sun, 06 Nov 1994 08:49:60 GMT") << 23.0;
        QTest::newRow("date and longer seconds") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT, 40") << 40.0;
        QTest::newRow("date and shorter seconds") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT, 20") << 30.0;
        QTest::newRow("past date and seconds") << QByteArray("Sun, 06 Nov 1994 08:49:07 GMT, 20") << 20.0;
        QTest::newRow("date and nonsense") << QByteArray("Sunday, 06-Nov-94 08:50:07 GMT, soon") << 30.0;
    }
    void retryAfterIsReadInAllItsForms()
    {
        QFETCH(QByteArray, value);
        QFETCH(double, seconds);
        QCOMPARE(waitOf(529, {{"Retry-After", value}, {"Date", date}}), std::optional(fromSeconds(seconds)));
    }

    void senselessValuesAreNoHint_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"", "0", "0.0", "-3", "nan", "inf", "soon", "1e3", "0x10", "5;", "Sun, 06 Nov 1994 08:49:37 GMT", "Sat, 05 Nov 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 31 Feb 1995 08:49:37 GMT", "Sun, 06 Nov 1995 25:00:00 GMT", "Sun, 06 Nov 1995 08:50:07", "soon, 30", "+5", ".5", "5.", "1 2", "Infinity", "-0"})
            QTest::newRow(*value == '\0' ? "empty" : value) << QByteArray(value);
    }
    void senselessValuesAreNoHint()
    {
        QFETCH(QByteArray, value);
        QVERIFY(!parseHint(529, {{"retry-after", value}, {"date", date}}, now));
        QVERIFY(!parseHint(529, {{"retry-after-ms", value}, {"date", date}}, now));
    }

    void endlessDigitsStayAFiniteWait()
    {
        const auto wait = waitOf(429, {{"retry-after", QByteArray(300, '9')}});
        QVERIFY(wait);
        QVERIFY(*wait > 24h);
        QVERIFY(Instant(*wait) + 1h > Instant {}); // still room to count with it
        QVERIFY(!parseHint(529, {{"retry-after", QByteArray(300, '9')}}, now)); // believed only of a limit
        QVERIFY(!parseHint(503, {{"retry-after-ms", QByteArray(400, '9')}}, now));
        QVERIFY(!parseHint(529, {{"retry-after", QByteArray(400, '9')}}, now));
        QVERIFY(waitOf(429, {{"retry-after", QByteArray(400, '9')}}) == wait);
        QVERIFY(waitOf(429, {{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", QByteArray(400, '9') + 'h'}}) == wait);
    }

    void millisecondsBeatSeconds()
    {
        const auto hint = parseHint(529, {{"retry-after", "30"}, {"retry-after-ms", "1500"}}, now);
        QCOMPARE(hint, std::optional(Hint {1500ms, HintSource::RetryAfterMs}));
    }

    void badMillisecondsLeaveTheSeconds()
    {
        QCOMPARE(parseHint(529, {{"retry-after", "30"}, {"retry-after-ms", "x"}}, now), std::optional(Hint {30s, HintSource::RetryAfterSeconds}));
    }

    void datesAreMeasuredAgainstTheServersOwnClock()
    {
        const Headers headers {{"retry-after", "Sun, 06 Nov 1994 08:50:37 GMT"}, {"date", date}};
        QCOMPARE(waitOf(529, headers, now + 2h), std::optional(Duration(60s)));
        QCOMPARE(waitOf(529, headers, now - 2h), std::optional(Duration(60s)));
    }

    void withoutADateTheLocalClockServes()
    {
        QCOMPARE(waitOf(529, {{"retry-after", "Sun, 06 Nov 1994 08:50:37 GMT"}}, now + 20s), std::optional(Duration(40s)));
    }

    void a429MayNameTheResetOfItsSpentLimit()
    {
        const Headers headers {
            {"date", "Tue, 24 Nov 2026 18:00:00 GMT"},
            {"anthropic-ratelimit-requests-remaining", "12"},
            {"anthropic-ratelimit-requests-reset", "2026-11-24T19:00:00Z"},
            {"anthropic-ratelimit-input-tokens-remaining", "0"},
            {"anthropic-ratelimit-input-tokens-reset", "2026-11-24T18:00:21Z"},
            {"anthropic-ratelimit-output-tokens-remaining", "0"},
            {"anthropic-ratelimit-output-tokens-reset", "2026-11-24T18:00:42Z"},
        };
        QCOMPARE(parseHint(429, headers, now), std::optional(Hint {42s, HintSource::RateLimitReset}));
        QVERIFY(!parseHint(529, headers, now));
    }

    void aResetMayBeADuration()
    {
        const Headers headers {
            {"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "1m30s"},
            {"x-ratelimit-remaining-tokens", "0"}, {"x-ratelimit-reset-tokens", "250ms"},
            {"x-ratelimit-remaining-project-tokens", "7"}, {"x-ratelimit-reset-project-tokens", "1h"},
        };
        QCOMPARE(parseHint(429, headers, now), std::optional(Hint {90s, HintSource::RateLimitReset}));
        QVERIFY(!parseHint(503, headers, now));
        QVERIFY(!parseHint(429, {{"x-ratelimit-remaining-requests", "-1"}, {"x-ratelimit-reset-requests", "1s"}}, now)); // unknown
        QVERIFY(!parseHint(429, {{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "0s"}}, now));
    }

    void theServersRetryAfterBeatsItsLimits()
    {
        QCOMPARE(parseHint(429, {{"retry-after", "3"}, {"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "1m"}}, now),
            std::optional(Hint {3s, HintSource::RetryAfterSeconds}));
    }

    void aTimestampWithoutAZoneIsUtc()
    {
        QCOMPARE(parseTimestamp("1994-11-06T08:49:37"), std::optional(now));
        QCOMPARE(parseTimestamp("1994-11-06T10:49:37.000+02:00"), std::optional(now));
        QVERIFY(!parseTimestamp("yesterday"));
        QVERIFY(!parseTimestamp(""));
    }

    void aResetThatHasPassedIsNoHint()
    {
        QVERIFY(!parseHint(429,
            {{"date", "Tue, 24 Nov 2026 18:00:00 GMT"}, {"anthropic-ratelimit-tokens-remaining", "0"}, {"anthropic-ratelimit-tokens-reset", "2026-11-24T17:59:59Z"}}, now));
    }

    void aTwoDigitYearFarAheadIsOfThePastCentury()
    {
        const WallTime later = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24);
        const auto near = parseHttpDate("Tuesday, 24-Nov-26 00:00:00 GMT", later);
        QVERIFY(near);
        QCOMPARE(near->time_since_epoch(), later.time_since_epoch());
        const auto old = parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", later);
        QVERIFY(old);
        QCOMPARE(old->time_since_epoch(), now.time_since_epoch());
    }

    void goDurationsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("seconds");
        QTest::newRow("ms before m") << QByteArray("120ms") << 0.12;
        QTest::newRow("seconds") << QByteArray("1s") << 1.0;
        QTest::newRow("minutes and seconds") << QByteArray("6m0s") << 360.0;
        QTest::newRow("all") << QByteArray("1h2m3s") << 3723.0;
        QTest::newRow("fraction") << QByteArray("2m59.56s") << 179.56;
        QTest::newRow("nothing") << QByteArray("") << -1.0;
        QTest::newRow("no unit") << QByteArray("12") << -1.0;
        QTest::newRow("rubbish behind") << QByteArray("1s!") << -1.0;
        QTest::newRow("rubbish between") << QByteArray("1m 2s") << -1.0;
        QTest::newRow("negative") << QByteArray("-1s") << -1.0;
    }
    void goDurationsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, seconds);
        const auto read = parseGoDuration(text);
        QCOMPARE(read.has_value(), seconds >= 0.0);
        if (read)
            QVERIFY(std::abs(toSeconds(*read) - seconds) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestHint)
#include "tst_hint.moc"
