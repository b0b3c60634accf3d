// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/httpfault.h"

#include "core/base/logging.h"
#include "core/policy/hint.h"
#include "core/wire/errorwords.h"

#include <QRegularExpression>

namespace breakwater {

namespace {

std::optional<bool> shouldRetry(const Headers &headers)
{
    const auto value = headers.value("x-should-retry");
    if (value == QByteArrayLiteral("true"))
        return true;
    if (value == QByteArrayLiteral("false"))
        return false;
    return std::nullopt;
}

bool isPage(const HttpHead &head, const QByteArray &body)
{
    if (head.headers.value("content-type").value_or(QByteArray()).toLower().startsWith("text/html"))
        return true;
    const QByteArray start = body.left(256).trimmed().left(16).toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

/// The date in "You will regain access on 2026-12-01 at 00:00 UTC."
std::optional<WallTime> dateIn(const QString &message)
{
    static const QRegularExpression form(QStringLiteral(R"((\d{4}-\d\d-\d\d)(?:(?:T| at | )(\d\d:\d\d(?::\d\d)?))?)"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    const QString time = match.captured(2).isEmpty() ? QStringLiteral("00:00") : match.captured(2);
    return parseTimestamp(QString(match.captured(1) + QLatin1Char('T') + time + QLatin1Char('Z')).toLatin1());
}

WallTime nextMonth(WallTime now)
{
    using namespace std::chrono;
    const year_month_day today(floor<days>(now));
    return sys_days((today.year() / today.month() + months(1)) / 1);
}

/// What the words of an error say, wherever they came from.
Fault faultFromWords(const ErrorWords &words, const ErrorSigns &signs)
{
    Fault fault;
    fault.kind = kindOfError(words, signs);
    if (signs.status > 0)
        fault.status = signs.status;
    fault.type = words.type;
    fault.code = words.code;
    fault.detail = withoutSecrets(words.message).left(2000);
    fault.requestId = words.requestId.left(128);
    if (fault.kind == FaultKind::QuotaHard)
        fault.returnsAt = dateIn(words.message);
    return fault;
}

/// A redirect is never followed: the key would go along. A network that wants a sign-in sends to its own page, for now.
Fault redirection(const HttpHead &head, const QByteArray &body, const QUrl &url)
{
    const QUrl target = url.resolved(QUrl(QString::fromUtf8(head.headers.value("location").value_or(QByteArray()))));
    const bool forNow = head.status == 302 || head.status == 303 || head.status == 307;
    Fault fault;
    fault.kind = forNow && target.host() != url.host() && isPage(head, body) ? FaultKind::Portal : FaultKind::Redirected;
    fault.status = head.status;
    fault.detail = target == url ? QString() : withoutSecrets(target.adjusted(QUrl::RemoveUserInfo).toString()).left(2000);
    return fault;
}

Fault refusal(const HttpHead &head, const QByteArray &body, const QUrl &url, WallTime now)
{
    if (head.status >= 300 && head.status < 400)
        return redirection(head, body, url);
    const ErrorWords words = readErrorWords(body);
    ErrorSigns signs;
    signs.status = head.status;
    signs.html = !words.json && isPage(head, body);
    signs.traced = !requestIdFrom(head.headers).isEmpty();
    if (head.status >= 100 && head.status < 300) { // no answer, so an error with another name, a page, or nonsense
        if (signs.html || !words.error) {
            Fault fault;
            fault.kind = signs.html ? FaultKind::Portal : FaultKind::Protocol;
            fault.status = head.status;
            return fault;
        }
        signs.status = statusNamedBy(words).value_or(0);
    }
    auto hint = parseHint(signs.status, head.headers, now);
    if (!hint && words.wait)
        hint = Hint {*words.wait, HintSource::RetryInfo};
    signs.hinted = hint.has_value();
    Fault fault = faultFromWords(words, signs);
    fault.hint = hint;
    const WallTime serverNow = serverTime(head.headers, now);
    const bool monthly = words.code == QLatin1String("enforced_spend_limit_reached") || words.code == QLatin1String("contract_spend_limit_reached");
    if (!fault.returnsAt && monthly)
        fault.returnsAt = nextMonth(serverNow);
    if (fault.returnsAt && *fault.returnsAt <= serverNow)
        fault.returnsAt.reset();
    return fault;
}

/// By how much our clock is ahead of the server's. A Date has whole seconds and took a moment to come: what is within
/// that is the same clock.
std::chrono::milliseconds aheadOfServer(const Headers &headers, WallTime now)
{
    constexpr auto sameClock = std::chrono::seconds(2);
    const std::chrono::milliseconds ahead = now - serverTime(headers, now);
    return ahead >= std::chrono::milliseconds::zero() && ahead < sameClock ? std::chrono::milliseconds::zero() : ahead;
}

} // namespace

Fault faultFromResponse(const HttpHead &head, const QByteArray &body, const QUrl &url, WallTime now)
{
    Fault fault = refusal(head, body, url, now);
    fault.host = url.host();
    fault.shouldRetry = shouldRetry(head.headers);
    if (const QString id = requestIdFrom(head.headers); !id.isEmpty())
        fault.requestId = id;
    return fault;
}

Fault faultFromErrorJson(const QByteArray &json)
{
    const ErrorWords words = readErrorWords(json);
    ErrorSigns signs;
    signs.status = statusNamedBy(words).value_or(0);
    Fault fault = faultFromWords(words, signs);
    fault.inStream = true;
    return fault;
}

std::vector<RoomLeft> roomsFrom(const Headers &headers, WallTime now)
{
    struct Name
    {
        const char *text;
        RoomLeft::Dimension dimension;
    };
    using enum RoomLeft::Dimension;
    std::vector<RoomLeft> rooms;
    const auto ahead = aheadOfServer(headers, now);
    const auto whole = [&headers](const QByteArray &name) -> std::optional<qint64> {
        bool ok = false;
        const qint64 value = headers.value(name).value_or(QByteArray()).replace(",", "").toLongLong(&ok);
        return ok ? std::optional(value) : std::nullopt;
    };
    for (const Name &name : {Name {"requests", Requests}, Name {"input-tokens", InputTokens}, Name {"output-tokens", OutputTokens}, Name {"tokens", Tokens}}) {
        const QByteArray prefix = QByteArrayLiteral("anthropic-ratelimit-") + name.text;
        const auto limit = whole(prefix + "-limit");
        const auto remaining = whole(prefix + "-remaining");
        if (!limit || !remaining || *limit <= 0)
            continue;
        auto reset = parseTimestamp(headers.value(prefix + "-reset").value_or(QByteArray()));
        if (reset)
            *reset += ahead;
        rooms.push_back(RoomLeft {name.dimension, *limit, *remaining, reset});
    }
    for (const Name &name : {Name {"requests", Requests}, Name {"tokens", Tokens}}) {
        const QByteArray suffix(name.text);
        const auto limit = whole("x-ratelimit-limit-" + suffix);
        const auto remaining = whole("x-ratelimit-remaining-" + suffix);
        if (!limit || !remaining || *limit <= 0) // 0 and -1 mean unknown
            continue;
        const auto reset = parseGoDuration(headers.value("x-ratelimit-reset-" + suffix).value_or(QByteArray()));
        rooms.push_back(RoomLeft {name.dimension, *limit, *remaining,
            reset ? std::optional(now + std::chrono::duration_cast<std::chrono::milliseconds>(*reset)) : std::nullopt});
    }
    return rooms;
}

QString requestIdFrom(const Headers &headers)
{
    const auto own = headers.value("request-id");
    return QString::fromLatin1(own ? *own : headers.value("x-request-id").value_or(QByteArray())).left(128);
}

QString rawResponseText(const HttpHead &head, const QByteArray &body)
{
    constexpr qsizetype most = 8 * 1024;
    QString text = QStringLiteral("HTTP %1\n").arg(head.status);
    for (const auto &[name, value] : head.headers.rows())
        text += QString::fromLatin1(name).toLower() + QLatin1String(": ") + QString::fromLatin1(value) + QLatin1Char('\n');
    text += QLatin1Char('\n') + QString::fromUtf8(body.left(most));
    return withoutSecrets(text).left(most);
}

} // namespace breakwater
