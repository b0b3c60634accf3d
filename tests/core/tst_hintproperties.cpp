// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/delay.h"
#include "core/policy/hint.h"
#include "tests/support/properties.h"

#include <QDateTime>
#include <QLocale>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

enum class DateForm { Fixdate, Rfc850, Asctime };

QByteArray written(WallTime at, DateForm form)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    const QLocale english = QLocale::c();
    switch (form) {
    case DateForm::Fixdate:
        return english.toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    case DateForm::Rfc850:
        return english.toString(time, QStringLiteral("dddd, dd-MMM-yy HH:mm:ss 'GMT'")).toLatin1();
    case DateForm::Asctime:
        return english.toString(time, QStringLiteral("ddd MMM ")).toLatin1() + QByteArray::number(time.date().day()).rightJustified(2) + english.toString(time, QStringLiteral(" HH:mm:ss yyyy")).toLatin1();
    }
    return {};
}

rc::Gen<WallTime> moments()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, 4'000'000'000), [](std::int64_t each) { return WallTime(std::chrono::seconds(each)); });
}

rc::Gen<DateForm> forms()
{
    return rc::gen::element(DateForm::Fixdate, DateForm::Rfc850, DateForm::Asctime);
}

rc::Gen<int> statuses()
{
    return rc::gen::element(429, 503, 529);
}

rc::Gen<double> draws()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, std::int64_t(1) << 53), [](std::int64_t each) { return static_cast<double>(each) * 0x1.0p-53; });
}

rc::Gen<DelayRule> rules()
{
    const auto spans = rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1'000'000'000), [](std::int64_t each) { return Duration(each); });
    return rc::gen::map(rc::gen::pair(spans, spans), [](const std::pair<Duration, Duration> &each) { return DelayRule {each.first, each.second}; });
}

/// A word that names no moment ahead of `date`: malformed, zero, negative, not finite or past.
rc::Gen<QByteArray> senseless(WallTime date)
{
    const auto past = rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 1'000'000), forms()),
        [date](const std::pair<int, DateForm> &each) { return written(date - std::chrono::seconds(each.first), each.second); });
    const auto negative = rc::gen::map(rc::gen::inRange(0, 1'000'000), [](int each) { return QByteArray('-' + QByteArray::number(each)); });
    const auto letters = rc::gen::map(rc::gen::container<std::string>(rc::gen::element('a', 'Z', ' ', ',', ':', '\xff', '\0', '+')), [](const std::string &each) { return QByteArray::fromStdString(each); });
    return rc::gen::oneOf(past, negative, letters,
        rc::gen::element<QByteArray>("", "0", "0.0", "00", "nan", "NaN", "inf", "-inf", "Infinity", "1e9", "0x7f", "1,5", "12 s", "Sun, 31 Feb 2030 00:00:00 GMT", "Sun, 06 Nov 2094 08:49:61 GMT"));
}

} // namespace

/// What 2.13 says of hints and of the waits that follow: invariants 1 to 7.
class TestHintProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWaitIsNeverShorterThanItsHint()
    {
        QVERIFY(invariantHolds(1, [] {
            const int status = *statuses();
            const QByteArray digits = QByteArray::number(*rc::gen::inRange<std::int64_t>(1, 10'000'000'000)) + *rc::gen::element<QByteArray>("", ".0", ".25", ".999");
            const QByteArray name = *rc::gen::element<QByteArray>("retry-after", "retry-after-ms");
            const auto hint = parseHint(status, {{name, digits}}, WallTime {});
            RC_ASSERT(hint.has_value());
            const double asked = digits.toDouble() / (name.endsWith("ms") ? 1000.0 : 1.0);
            RC_ASSERT(toSeconds(hint->wait) >= asked - 2e-6 * std::max(1.0, asked * 1e-9));
            const DelayRule rule {1s, 60s};
            const Delay delay = delayBefore(rule, *rc::gen::element(Randomness::Full, Randomness::Half, Randomness::None), *rc::gen::inRange(0, 1'000'000), hint, {*draws(), *draws()});
            RC_ASSERT(delay.total() >= hint->wait);
        }));
    }

    void aWaitWithoutAHintLiesBetweenNothingAndItsCeiling()
    {
        QVERIFY(invariantHolds(2, [] {
            const DelayRule rule = *rules();
            const int failures = *rc::gen::inRange(0, 70);
            const Delay delay = delayBefore(rule, Randomness::Full, failures, {}, {*draws(), *draws()});
            const double ceiling = std::min(toSeconds(rule.cap), toSeconds(rule.base) * std::pow(2.0, failures));
            RC_ASSERT(delay.total() >= Duration::zero());
            RC_ASSERT(toSeconds(delay.total()) <= ceiling + 1e-6);
        }));
    }

    void theCeilingNeverFallsNorPassesItsCap()
    {
        QVERIFY(invariantHolds(3, [] {
            const DelayRule rule = *rules();
            const int failures = *rc::gen::inRange(0, 1'000'000);
            const Duration ceiling = delayCeiling(rule, failures);
            RC_ASSERT(ceiling >= Duration::zero() && ceiling <= rule.cap);
            RC_ASSERT(ceiling <= delayCeiling(rule, failures + 1));
            RC_ASSERT(delayCeiling(rule, std::numeric_limits<int>::max()) <= rule.cap);
        }));
    }

    void theEndsOfChanceAreTheEndsOfTheWait()
    {
        QVERIFY(invariantHolds(4, [] {
            const DelayRule rule = *rules();
            const int failures = *rc::gen::inRange(0, 1'000);
            const Duration ceiling = delayCeiling(rule, failures);
            RC_ASSERT(delayBefore(rule, Randomness::Full, failures, {}, {0.0, 0.0}).total() == Duration::zero());
            RC_ASSERT(delayBefore(rule, Randomness::Full, failures, {}, {1.0, 1.0}).total() == ceiling);
            RC_ASSERT(delayBefore(rule, Randomness::Half, failures, {}, {0.0, 0.0}).total() == ceiling / 2);
            RC_ASSERT(delayBefore(rule, Randomness::None, failures, {}, {*draws(), *draws()}).total() == ceiling);
            const Hint hint {Duration(*rc::gen::inRange<std::int64_t>(1, 100'000'000'000)), HintSource::RetryAfterSeconds};
            RC_ASSERT(delayBefore(rule, Randomness::Full, failures, hint, {0.0, 0.0}).total() == hint.wait);
            const Duration spread = fromSeconds(std::clamp(toSeconds(hint.wait) / 10, 0.25, 5.0));
            RC_ASSERT(delayBefore(rule, Randomness::Full, failures, hint, {1.0, 1.0}).total() == std::max(ceiling, hint.wait) + spread);
        }));
    }

    void aSenselessHintIsNone()
    {
        QVERIFY(invariantHolds(5, [] {
            const int status = *statuses();
            const WallTime date = *moments();
            const QByteArray now = written(date, *rc::gen::element(DateForm::Fixdate, DateForm::Asctime));
            const QByteArray word = *senseless(date);
            const auto hint = parseHint(status, {{"date", now}, {"retry-after", word}, {"retry-after-ms", word}}, date);
            RC_ASSERT(!hint.has_value());
            const DelayRule rule {500ms, 15s};
            const int failures = *rc::gen::inRange(0, 40);
            const DelayDraw draw {*draws(), *draws()};
            RC_ASSERT(delayBefore(rule, Randomness::Full, failures, hint, draw) == delayBefore(rule, Randomness::Full, failures, std::nullopt, draw));
        }));
    }

    void theSameMomentIsTheSameHintInEveryForm()
    {
        QVERIFY(invariantHolds(6, [] {
            const int status = *statuses();
            const WallTime date = *moments();
            const int seconds = *rc::gen::inRange(1, 100'000'000);
            const QByteArray now = written(date, *forms());
            const auto read = [&](const char *name, const QByteArray &value) {
                const auto hint = parseHint(status, {{"date", now}, {name, value}}, date);
                RC_ASSERT(hint.has_value());
                return toSeconds(hint->wait);
            };
            const WallTime then = date + std::chrono::seconds(seconds);
            const auto agrees = [seconds](double wait) { return std::abs(wait - seconds) <= 1.0; };
            RC_ASSERT(agrees(read("retry-after", QByteArray::number(seconds))));
            RC_ASSERT(agrees(read("retry-after-ms", QByteArray::number(qint64(seconds) * 1000))));
            for (const DateForm form : {DateForm::Fixdate, DateForm::Rfc850, DateForm::Asctime}) {
                RC_ASSERT(agrees(read("retry-after", written(then, form))));
                RC_ASSERT(agrees(read("retry-after", written(then, form) + ", " + QByteArray::number(seconds))));
            }
        }));
    }

    void aClockThatIsWrongChangesNoHintThatCameWithADate()
    {
        QVERIFY(invariantHolds(7, [] {
            const WallTime date = *moments();
            const WallTime then = date + std::chrono::seconds(*rc::gen::inRange(-1000, 100'000'000));
            const QByteArray stamp = QDateTime::fromMSecsSinceEpoch(then.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate).toLatin1();
            const Headers headers = *rc::gen::element(Headers {{"date", written(date, DateForm::Fixdate)}, {"retry-after", written(then, *forms())}},
                Headers {{"date", written(date, DateForm::Asctime)}, {"retry-after", written(then, *forms())}},
                Headers {{"date", written(date, DateForm::Fixdate)}, {"anthropic-ratelimit-tokens-remaining", "0"}, {"anthropic-ratelimit-tokens-reset", stamp}});
            const WallTime local = WallTime(std::chrono::milliseconds(*rc::gen::arbitrary<std::int64_t>())); // any clock at all
            RC_ASSERT(parseHint(429, headers, local) == parseHint(429, headers, date));
        }));
    }

    void anyHeadersAtAnyTimeAreAHintOfTheFutureOrNone()
    {
        QVERIFY(holds("any header is a hint of the future or none", [] {
            const auto text = [] {
                return rc::gen::map(rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('0', '9', '.', ',', ':', 'G', 'M', 'T', ' ', 's', 'm', 'h', '-'))),
                    [](const std::string &each) { return QByteArray::fromStdString(each); });
            };
            Headers headers;
            for (const char *name : {"date", "retry-after", "retry-after-ms", "anthropic-ratelimit-tokens-reset", "x-ratelimit-reset-requests"})
                headers.add(name, *text());
            headers.add("anthropic-ratelimit-tokens-remaining", "0");
            headers.add("x-ratelimit-remaining-requests", "0");
            const auto hint = parseHint(*statuses(), headers, WallTime(std::chrono::milliseconds(*rc::gen::arbitrary<std::int64_t>())));
            if (hint) {
                RC_ASSERT(hint->wait > Duration::zero());
                RC_ASSERT(Instant(hint->wait) + 1h > Instant(hint->wait)); // room to count with it
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestHintProperties)
#include "tst_hintproperties.moc"
