// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/hint.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace breakwater {

namespace {

constexpr double mostSeconds = 9.0e12; // what fromSeconds saturates at

QRegularExpression whole(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
}

/// Seconds of a decimal number; infinite when it has digits beyond all reason; none when it is no such number.
std::optional<double> decimal(const QByteArray &text)
{
    static const QRegularExpression form = whole(R"(\d+(\.\d+)?)");
    if (!form.match(QString::fromLatin1(text)).hasMatch())
        return std::nullopt;
    bool fits = false;
    const double value = text.toDouble(&fits);
    return fits ? value : std::numeric_limits<double>::infinity();
}

/// A wait of `seconds`, none when that is no wait. One beyond all reason is believed only of a limit.
std::optional<Duration> waitOf(double seconds, int status)
{
    if (!(seconds > 0.0))
        return std::nullopt;
    if (seconds >= mostSeconds && status != 429)
        return std::nullopt;
    const Duration wait = fromSeconds(seconds);
    return wait > Duration::zero() ? std::optional(wait) : std::nullopt;
}

/// A clock that may say anything, within the years that dates can have.
WallTime bounded(WallTime time)
{
    constexpr WallTime latest = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
    return std::clamp(time, WallTime {}, latest);
}

std::optional<WallTime> moment(const QRegularExpressionMatch &match, int year)
{
    using namespace std::chrono;
    static const std::array months {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QString name = match.captured(QStringLiteral("month"));
    const auto found = std::find_if(months.begin(), months.end(), [&name](const char *each) { return name == QLatin1String(each); });
    const auto number = [&match](const char *group) { return match.captured(QLatin1String(group)).toInt(); };
    const year_month_day date {std::chrono::year(year), month(static_cast<unsigned>(found - months.begin()) + 1), day(static_cast<unsigned>(number("day")))};
    if (!date.ok() || number("hour") > 23 || number("minute") > 59 || number("second") > 60) // 60: a leap second
        return std::nullopt;
    return WallTime(sys_days(date)) + hours(number("hour")) + minutes(number("minute")) + seconds(number("second"));
}

/// A two-digit year that seems to be more than 50 years ahead is in the past century (RFC 9110, 5.6.7).
int fullYear(int twoDigits, WallTime now)
{
    const int thisYear = static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(bounded(now))).year());
    int year = thisYear - thisYear % 100 + 100 + twoDigits;
    while (year > thisYear + 50)
        year -= 100;
    return year;
}

std::optional<Hint> dateHint(const QByteArray &text, WallTime reference)
{
    const auto when = parseHttpDate(text, reference);
    if (!when || *when <= reference)
        return std::nullopt;
    return Hint {*when - reference, HintSource::RetryAfterDate};
}

std::optional<Hint> retryAfter(const QByteArray &text, int status, WallTime reference)
{
    const auto secondsHint = [status](const QByteArray &digits) -> std::optional<Hint> {
        const auto value = decimal(digits);
        const auto wait = value ? waitOf(*value, status) : std::nullopt;
        return wait ? std::optional(Hint {*wait, HintSource::RetryAfterSeconds}) : std::nullopt;
    };
    if (decimal(text))
        return secondsHint(text);
    if (const auto hint = dateHint(text, reference))
        return hint;
    const qsizetype comma = text.lastIndexOf(',');
    if (comma < 0 || !parseHttpDate(text.first(comma), reference))
        return std::nullopt;
    const auto date = dateHint(text.first(comma), reference);
    const auto seconds = secondsHint(text.sliced(comma + 1).trimmed());
    if (date && seconds)
        return date->wait > seconds->wait ? date : seconds;
    return date ? date : seconds;
}

bool isZero(const std::optional<QByteArray> &count)
{
    bool ok = false;
    return count && count->toLongLong(&ok) == 0 && ok;
}

std::optional<Hint> resetOfSpentLimit(const Headers &headers, WallTime reference)
{
    std::optional<Hint> latest;
    const auto take = [&latest](std::optional<Duration> wait) {
        if (wait && *wait > Duration::zero() && (!latest || *wait > latest->wait))
            latest = Hint {*wait, HintSource::RateLimitReset};
    };
    for (const char *dimension : {"requests", "tokens", "input-tokens", "output-tokens"}) {
        const QByteArray prefix = QByteArrayLiteral("anthropic-ratelimit-") + dimension;
        if (!isZero(headers.value(prefix + "-remaining")))
            continue;
        if (const auto reset = parseTimestamp(headers.value(prefix + "-reset").value_or(QByteArray())))
            take(*reset - reference);
    }
    for (const char *dimension : {"requests", "tokens", "project-tokens"}) {
        if (isZero(headers.value(QByteArrayLiteral("x-ratelimit-remaining-") + dimension)))
            take(parseGoDuration(headers.value(QByteArrayLiteral("x-ratelimit-reset-") + dimension).value_or(QByteArray())));
    }
    return latest;
}

} // namespace

std::optional<WallTime> parseHttpDate(QByteArrayView text, WallTime now)
{
    static const QRegularExpression fixdate
        = whole(R"([A-Za-z]{3}, (?<day>\d\d) (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT)");
    static const QRegularExpression rfc850
        = whole(R"([A-Za-z]{6,9}, (?<day>\d\d)-(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(?<year>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT)");
    static const QRegularExpression asctime
        = whole(R"([A-Za-z]{3} (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<day>\d\d?) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4}))");
    const QString line = QString::fromLatin1(text).simplified();
    for (const QRegularExpression *form : {&fixdate, &rfc850, &asctime}) {
        const auto match = form->match(line);
        if (!match.hasMatch())
            continue;
        const int year = match.captured(QStringLiteral("year")).toInt();
        return moment(match, form == &rfc850 ? fullYear(year, now) : year);
    }
    return std::nullopt;
}

std::optional<WallTime> parseTimestamp(QByteArrayView text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text).trimmed(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<Duration> parseGoDuration(QByteArrayView text)
{
    static const QRegularExpression part(QStringLiteral(R"((\d+(?:\.\d+)?)(h|ms|m|s))"));
    const QString line = QString::fromLatin1(text).trimmed();
    double seconds = 0.0;
    qsizetype end = 0;
    for (auto each = part.globalMatch(line); each.hasNext();) {
        const auto match = each.next();
        if (match.capturedStart() != end)
            return std::nullopt;
        end = match.capturedEnd();
        const double value = decimal(match.captured(1).toLatin1()).value_or(0.0);
        const QString unit = match.captured(2);
        seconds += unit == QLatin1String("h") ? value * 3600 : unit == QLatin1String("m") ? value * 60 : unit == QLatin1String("ms") ? value / 1000 : value;
    }
    if (line.isEmpty() || end != line.size())
        return std::nullopt;
    return fromSeconds(seconds);
}

WallTime serverTime(const Headers &headers, WallTime now)
{
    const auto date = headers.value("date");
    const auto stated = date ? parseHttpDate(*date, now) : std::nullopt;
    return stated.value_or(bounded(now));
}

std::optional<Hint> parseHint(int status, const Headers &headers, WallTime now)
{
    if (const auto text = headers.value("retry-after-ms")) {
        const auto value = decimal(*text);
        if (const auto wait = value ? waitOf(*value / 1000, status) : std::nullopt)
            return Hint {*wait, HintSource::RetryAfterMs};
    }
    const WallTime reference = serverTime(headers, now);
    if (const auto text = headers.value("retry-after")) {
        if (const auto hint = retryAfter(*text, status, reference))
            return hint;
    }
    return status == 429 ? resetOfSpentLimit(headers, reference) : std::nullopt;
}

} // namespace breakwater
