// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/hint.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace breakwater {

namespace {

std::optional<Duration> positive(double seconds)
{
    if (!std::isfinite(seconds) || seconds <= 0.0)
        return std::nullopt;
    return fromSeconds(seconds);
}

std::optional<double> number(const QByteArray &text)
{
    static const QRegularExpression decimal(QStringLiteral(R"(^\d+(\.\d+)?$)"));
    if (!decimal.match(QString::fromLatin1(text)).hasMatch())
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

WallTime toWall(const QDateTime &time)
{
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<Hint> resetOfSpentLimit(const Headers &headers, WallTime reference)
{
    std::optional<Hint> latest;
    for (const char *dimension : {"requests", "tokens", "input-tokens", "output-tokens"}) {
        const QByteArray prefix = QByteArrayLiteral("anthropic-ratelimit-") + dimension;
        if (headers.value(prefix + "-remaining") != QByteArrayLiteral("0"))
            continue;
        const auto reset = QDateTime::fromString(QString::fromLatin1(headers.value(prefix + "-reset").value_or(QByteArray())), Qt::ISODateWithMs);
        if (!reset.isValid())
            continue;
        const Duration wait = toWall(reset) - reference;
        if (wait > Duration::zero() && (!latest || wait > latest->wait))
            latest = Hint {wait, HintSource::RateLimitReset};
    }
    return latest;
}

} // namespace

std::optional<WallTime> parseHttpDate(QByteArrayView text, WallTime now)
{
    const QString line = QString::fromLatin1(text).simplified();
    const QLocale english = QLocale::c();
    QDateTime time = english.toDateTime(line, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!time.isValid()) { // asctime: "Sun Nov  6 08:49:37 1994"
        time = english.toDateTime(line, QStringLiteral("ddd MMM d HH:mm:ss yyyy"));
    }
    if (!time.isValid()) { // RFC 850: "Sunday, 06-Nov-94 08:49:37 GMT"
        // Without its day of the week: read as 19yy, the day would be wrong and the date refused.
        time = english.toDateTime(line.section(QLatin1Char(' '), 1), QStringLiteral("dd-MMM-yy HH:mm:ss 'GMT'"));
        // A two-digit year that seems to be more than 50 years ahead is in the past century (RFC 9110, 5.6.7).
        const int thisYear = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC).date().year();
        while (time.isValid() && time.date().year() + 100 <= thisYear + 50)
            time = QDateTime(time.date().addYears(100), time.time());
    }
    if (!time.isValid())
        return std::nullopt;
    return toWall(QDateTime(time.date(), time.time(), Qt::UTC));
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
        const double value = match.captured(1).toDouble();
        const QString unit = match.captured(2);
        seconds += unit == QLatin1String("h") ? value * 3600 : unit == QLatin1String("m") ? value * 60 : unit == QLatin1String("ms") ? value / 1000 : value;
    }
    if (line.isEmpty() || end != line.size())
        return std::nullopt;
    return fromSeconds(seconds);
}

std::optional<Hint> parseHint(int status, const Headers &headers, WallTime now)
{
    if (const auto text = headers.value("retry-after-ms")) {
        if (const auto value = number(*text)) {
            if (const auto wait = positive(*value / 1000))
                return Hint {*wait, HintSource::RetryAfterMs};
        }
    }
    const auto date = headers.value("date");
    const WallTime reference = date ? parseHttpDate(*date, now).value_or(now) : now;
    if (const auto text = headers.value("retry-after")) {
        if (const auto value = number(*text)) {
            if (const auto wait = positive(*value))
                return Hint {*wait, HintSource::RetryAfterSeconds};
        } else if (const auto when = parseHttpDate(*text, now)) {
            if (*when > reference)
                return Hint {*when - reference, HintSource::RetryAfterDate};
        }
    }
    return status == 429 ? resetOfSpentLimit(headers, reference) : std::nullopt;
}

} // namespace breakwater
