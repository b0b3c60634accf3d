// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/httpfault.h"

#include "core/base/logging.h"
#include "core/policy/hint.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace breakwater {

namespace {

struct ErrorWords
{
    bool json = false;
    QString type;
    QString code;
    QString message;
    QString requestId;
};

ErrorWords read(const QByteArray &body)
{
    ErrorWords words;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QJsonObject object = document.object();
    if (document.isArray()) // Gemini's OpenAI-compatible endpoint
        object = document.array().at(0).toObject();
    words.json = !object.isEmpty();
    words.requestId = object.value(QLatin1String("request_id")).toString();
    QJsonValue error = object.value(QLatin1String("error"));
    if (error.isUndefined() && object.contains(QLatin1String("message"))) // llama.cpp's inner object
        error = object;
    if (error.isString()) {
        words.message = error.toString();
        return words;
    }
    const QJsonObject inner = error.toObject();
    words.type = inner.value(QLatin1String("type")).toString();
    words.message = inner.value(QLatin1String("message")).toString();
    const QJsonValue code = inner.value(QLatin1String("code"));
    words.code = code.isDouble() ? QString::number(code.toInt()) : code.toString();
    if (words.type.isEmpty())
        words.type = inner.value(QLatin1String("status")).toString(); // Google: RESOURCE_EXHAUSTED
    const QString detailCode = inner.value(QLatin1String("details")).toObject().value(QLatin1String("error_code")).toString();
    if (!detailCode.isEmpty())
        words.code = detailCode;
    return words;
}

struct Rule
{
    QLatin1String word; ///< the provider's error type or code
    FaultKind kind;
};

// The code says more than the type: "rate_limit_error" with "enforced_spend_limit_reached" is a spent budget.
constexpr std::array codeRules {
    Rule {QLatin1String("enforced_spend_limit_reached"), FaultKind::QuotaHard},
    Rule {QLatin1String("contract_spend_limit_reached"), FaultKind::QuotaHard},
    Rule {QLatin1String("insufficient_quota"), FaultKind::QuotaHard},
    Rule {QLatin1String("credit_balance_exhausted"), FaultKind::QuotaHard},
    Rule {QLatin1String("organization_spend_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("project_spend_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("organization_usage_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("budget_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("rate_limit_exceeded"), FaultKind::RateLimited},
    Rule {QLatin1String("slow_down"), FaultKind::RateLimited},
    Rule {QLatin1String("server_is_overloaded"), FaultKind::Overloaded},
    Rule {QLatin1String("provider_overloaded"), FaultKind::Overloaded},
    Rule {QLatin1String("capacity_exceeded"), FaultKind::Overloaded},
    Rule {QLatin1String("model_not_found"), FaultKind::NoModel},
    Rule {QLatin1String("context_length_exceeded"), FaultKind::TooLarge},
    Rule {QLatin1String("invalid_api_key"), FaultKind::Auth},
};

constexpr std::array typeRules {
    Rule {QLatin1String("overloaded_error"), FaultKind::Overloaded},
    Rule {QLatin1String("rate_limit_error"), FaultKind::RateLimited},
    Rule {QLatin1String("insufficient_quota"), FaultKind::QuotaHard},
    Rule {QLatin1String("budget_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("authentication_error"), FaultKind::Auth},
    Rule {QLatin1String("billing_error"), FaultKind::Billing},
    Rule {QLatin1String("permission_error"), FaultKind::Forbidden},
    Rule {QLatin1String("request_too_large"), FaultKind::TooLarge},
    Rule {QLatin1String("exceed_context_size_error"), FaultKind::TooLarge},
    Rule {QLatin1String("timeout_error"), FaultKind::TransientGateway},
    Rule {QLatin1String("api_error"), FaultKind::Transient},
    Rule {QLatin1String("server_error"), FaultKind::Transient},
    Rule {QLatin1String("conflict_error"), FaultKind::Conflict},
    Rule {QLatin1String("service_unavailable_error"), FaultKind::Overloaded},
    Rule {QLatin1String("RESOURCE_EXHAUSTED"), FaultKind::RateLimited},
    Rule {QLatin1String("UNAVAILABLE"), FaultKind::Overloaded},
};

std::optional<FaultKind> kindOfWord(const QString &word, const auto &rules)
{
    for (const Rule &rule : rules) {
        if (word == rule.word)
            return rule.kind;
    }
    return std::nullopt;
}

FaultKind kindOfStatus(int status, bool json, bool hinted)
{
    switch (status) {
    case 401:
        return FaultKind::Auth;
    case 402:
        return FaultKind::Billing;
    case 403:
        return json ? FaultKind::Forbidden : FaultKind::Intermediary;
    case 404:
        return json ? FaultKind::NoModel : FaultKind::BadRequest;
    case 407:
        return FaultKind::Proxy;
    case 408:
        return FaultKind::TimeoutServer;
    case 409:
        return FaultKind::Conflict;
    case 413:
        return FaultKind::TooLarge;
    case 425:
    case 499:
        return FaultKind::Transient;
    case 429:
        return FaultKind::RateLimited;
    case 451:
        return FaultKind::Legal;
    case 501:
    case 505:
        return FaultKind::BadRequest;
    case 502:
    case 504:
        return FaultKind::TransientGateway;
    case 503:
        return hinted ? FaultKind::Overloaded : FaultKind::Transient;
    case 511:
        return FaultKind::Portal;
    case 529:
        return FaultKind::Overloaded;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return FaultKind::Redirected;
    if (status >= 520 && status <= 530)
        return FaultKind::TransientGateway;
    if (status >= 500)
        return FaultKind::Transient;
    if (status >= 400)
        return json ? FaultKind::BadRequest : FaultKind::Intermediary;
    return FaultKind::Protocol;
}

FaultKind kindOf(int status, const ErrorWords &words, bool hinted)
{
    if (const auto kind = kindOfWord(words.code, codeRules))
        return *kind;
    // The account's own spend limit comes as a plain 400; only its words tell.
    if (status == 400 && words.message.startsWith(QLatin1String("You have reached your specified API usage limits")))
        return FaultKind::QuotaHard;
    if (status == 400 && words.message.startsWith(QLatin1String("prompt is too long")))
        return FaultKind::TooLarge;
    if (words.type == QLatin1String("not_found_error"))
        return FaultKind::NoModel;
    if (const auto kind = kindOfWord(words.type, typeRules))
        return *kind;
    return kindOfStatus(status, words.json, hinted);
}

std::optional<bool> shouldRetry(const Headers &headers)
{
    const auto value = headers.value("x-should-retry");
    if (value == QByteArrayLiteral("true"))
        return true;
    if (value == QByteArrayLiteral("false"))
        return false;
    return std::nullopt;
}

} // namespace

Fault faultFromResponse(const HttpHead &head, const QByteArray &body, const QUrl &url, WallTime now)
{
    const ErrorWords words = read(body);
    Fault fault;
    fault.status = head.status;
    fault.type = words.type;
    fault.code = words.code;
    fault.hint = parseHint(head.status, head.headers, now);
    fault.kind = kindOf(head.status, words, fault.hint.has_value());
    fault.host = url.host();
    fault.requestId = requestIdFrom(head.headers);
    if (fault.requestId.isEmpty())
        fault.requestId = words.requestId;
    fault.shouldRetry = shouldRetry(head.headers);
    fault.detail = withoutSecrets(words.message).left(2000);
    const bool html = head.headers.value("content-type").value_or(QByteArray()).startsWith("text/html");
    if (head.status == 200 && html)
        fault.kind = FaultKind::Portal;
    if (fault.kind == FaultKind::Redirected)
        fault.detail = QUrl(QString::fromUtf8(head.headers.value("location").value_or(QByteArray()))).adjusted(QUrl::RemoveUserInfo).toString();
    return fault;
}

Fault faultFromErrorJson(const QByteArray &json)
{
    const ErrorWords words = read(json);
    Fault fault;
    fault.inStream = true;
    fault.type = words.type;
    fault.code = words.code;
    fault.detail = withoutSecrets(words.message).left(2000);
    fault.requestId = words.requestId;
    bool numeric = false;
    const int status = words.code.toInt(&numeric);
    const int ofType = words.type == QLatin1String("invalid_request_error") ? 400 : 500;
    fault.kind = kindOf(numeric ? status : ofType, words, false);
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
        const auto reset = QDateTime::fromString(QString::fromLatin1(headers.value(prefix + "-reset").value_or(QByteArray())), Qt::ISODateWithMs);
        rooms.push_back(RoomLeft {name.dimension, *limit, *remaining,
            reset.isValid() ? std::optional(WallTime(std::chrono::milliseconds(reset.toMSecsSinceEpoch()))) : std::nullopt});
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
