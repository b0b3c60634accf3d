// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/errorwords.h"

#include "core/policy/hint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

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
    Rule {QLatin1String("billing_hard_limit_reached"), FaultKind::QuotaHard},
    Rule {QLatin1String("organization_spend_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("project_spend_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("organization_usage_limit_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("budget_exceeded"), FaultKind::QuotaHard},
    Rule {QLatin1String("payment_required"), FaultKind::Billing},
    Rule {QLatin1String("rate_limit_exceeded"), FaultKind::RateLimited},
    Rule {QLatin1String("slow_down"), FaultKind::RateLimited},
    Rule {QLatin1String("server_is_overloaded"), FaultKind::Overloaded},
    Rule {QLatin1String("provider_overloaded"), FaultKind::Overloaded},
    Rule {QLatin1String("capacity_exceeded"), FaultKind::Overloaded},
    Rule {QLatin1String("model_not_found"), FaultKind::NoModel},
    Rule {QLatin1String("context_length_exceeded"), FaultKind::TooLarge},
    Rule {QLatin1String("request_body_too_large_after_decoding"), FaultKind::TooLarge},
    Rule {QLatin1String("unsupported_parameter"), FaultKind::Capability},
    Rule {QLatin1String("unsupported_value"), FaultKind::Capability},
    Rule {QLatin1String("invalid_api_key"), FaultKind::Auth},
};

// "invalid_request_error" is not among them: OpenAI sends it with 401 and 404 too.
constexpr std::array typeRules {
    Rule {QLatin1String("overloaded_error"), FaultKind::Overloaded},
    Rule {QLatin1String("service_unavailable_error"), FaultKind::Overloaded},
    Rule {QLatin1String("rate_limit_error"), FaultKind::RateLimited},
    Rule {QLatin1String("throttling_error"), FaultKind::RateLimited},
    Rule {QLatin1String("authentication_error"), FaultKind::Auth},
    Rule {QLatin1String("billing_error"), FaultKind::Billing},
    Rule {QLatin1String("permission_error"), FaultKind::Forbidden},
    Rule {QLatin1String("key_model_access_denied"), FaultKind::Forbidden},
    Rule {QLatin1String("not_found_error"), FaultKind::NoModel},
    Rule {QLatin1String("request_too_large"), FaultKind::TooLarge},
    Rule {QLatin1String("exceed_context_size_error"), FaultKind::TooLarge},
    Rule {QLatin1String("timeout_error"), FaultKind::TransientGateway},
    Rule {QLatin1String("api_error"), FaultKind::Transient},
    Rule {QLatin1String("server_error"), FaultKind::Transient},
    Rule {QLatin1String("conflict_error"), FaultKind::Conflict},
    // Google
    Rule {QLatin1String("RESOURCE_EXHAUSTED"), FaultKind::RateLimited},
    Rule {QLatin1String("UNAVAILABLE"), FaultKind::Overloaded},
    Rule {QLatin1String("UNAUTHENTICATED"), FaultKind::Auth},
    Rule {QLatin1String("PERMISSION_DENIED"), FaultKind::Forbidden},
    Rule {QLatin1String("NOT_FOUND"), FaultKind::NoModel},
    Rule {QLatin1String("INTERNAL"), FaultKind::Transient},
    Rule {QLatin1String("DEADLINE_EXCEEDED"), FaultKind::TransientGateway},
};

std::optional<FaultKind> kindOfWord(const QString &word, const auto &rules)
{
    for (const Rule &rule : rules) {
        if (word == rule.word)
            return rule.kind;
    }
    return std::nullopt;
}

/// Prose is nothing to go by; but for these the providers have no code.
std::optional<FaultKind> kindOfProse(const QString &message)
{
    const auto has = [&message](const char *words) { return message.contains(QLatin1String(words), Qt::CaseInsensitive); };
    if (has("reached your specified API usage limits"))
        return FaultKind::QuotaHard;
    if (has("API key not valid"))
        return FaultKind::Auth;
    if (has("credit balance is too low"))
        return FaultKind::Billing;
    if (has("prompt is too long") || has("exceed context limit") || has("maximum context length"))
        return FaultKind::TooLarge;
    if (has("anthropic-version") || has("assistant message prefill") || has("not supported by this model") || has("not supported with this model"))
        return FaultKind::Capability;
    if (has("thinking") && (has("signature") || has("cannot be modified") || has("conversation")))
        return FaultKind::HistoryBound;
    return std::nullopt;
}

/// What Google tells below the words (google.rpc.RetryInfo, google.rpc.QuotaFailure).
void takeGoogleDetails(const QJsonArray &details, ErrorWords &words)
{
    for (const QJsonValue &value : details) {
        const QJsonObject detail = value.toObject();
        if (const auto wait = parseGoDuration(detail.value(QLatin1String("retryDelay")).toString().toLatin1()))
            words.wait = wait;
        for (const QJsonValue &violation : detail.value(QLatin1String("violations")).toArray()) {
            const QString quota = violation.toObject().value(QLatin1String("quotaId")).toString();
            words.daily = words.daily || quota.contains(QLatin1String("PerDay")) || quota.contains(QLatin1String("Daily"));
        }
    }
}

/// A status that says more than whatever type stands beside it.
bool isPrecise(int status)
{
    return status == 408 || status == 501 || status == 505;
}

/// A page with one of these is still what its status says: proxies, edges and gateways answer so for the provider.
bool isOfTheWay(int status)
{
    constexpr std::array statuses {407, 408, 413, 425, 429, 451, 499};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

FaultKind kindOfStatus(const ErrorWords &words, const ErrorSigns &signs)
{
    const int status = signs.status;
    if (status >= 400 && status < 500 && signs.html && !isOfTheWay(status))
        return FaultKind::Intermediary;
    switch (status) {
    case 401:
        return FaultKind::Auth;
    case 402:
        return FaultKind::Billing;
    case 403:
        return words.json || signs.traced ? FaultKind::Forbidden : FaultKind::Intermediary;
    case 404:
        return words.error ? FaultKind::NoModel : FaultKind::BadRequest;
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
        return FaultKind::TooEarly;
    case 429:
        return FaultKind::RateLimited;
    case 451:
        return FaultKind::Legal;
    case 500:
        return FaultKind::Transient;
    case 501:
    case 505:
        return FaultKind::BadRequest;
    case 502:
    case 504:
    case 530:
        return FaultKind::TransientGateway;
    case 503:
        return signs.hinted ? FaultKind::Overloaded : FaultKind::Transient;
    case 511:
        return FaultKind::Portal;
    case 529:
        return FaultKind::Overloaded;
    default:
        break;
    }
    if (status >= 520 && status <= 527)
        return FaultKind::TransientGateway;
    if (status >= 400 && status < 500)
        return words.json || signs.traced ? FaultKind::BadRequest : FaultKind::Intermediary;
    return FaultKind::Unknown;
}

} // namespace

ErrorWords readErrorWords(const QByteArray &body)
{
    ErrorWords words;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.isArray() ? document.array().at(0).toObject() : document.object();
    words.json = !object.isEmpty();
    words.requestId = object.value(QLatin1String("request_id")).toString();
    QJsonValue error = object.value(QLatin1String("error"));
    if (error.isUndefined() && object.contains(QLatin1String("message"))) // the inner object alone
        error = object;
    if (error.isString()) {
        words.message = error.toString();
        words.error = !words.message.isEmpty();
        return words;
    }
    const QJsonObject inner = error.toObject();
    words.error = !inner.isEmpty();
    words.message = inner.value(QLatin1String("message")).toString();
    const QJsonObject metadata = inner.value(QLatin1String("metadata")).toObject();
    words.limitSource = metadata.value(QLatin1String("limit_source")).toString();
    for (const QJsonValue &type : {inner.value(QLatin1String("type")), inner.value(QLatin1String("status")), metadata.value(QLatin1String("error_type"))}) {
        if (words.type.isEmpty())
            words.type = type.toString();
    }
    const QJsonValue code = inner.value(QLatin1String("code"));
    const QString detail = inner.value(QLatin1String("details")).toObject().value(QLatin1String("error_code")).toString();
    takeGoogleDetails(inner.value(QLatin1String("details")).toArray(), words);
    words.code = !detail.isEmpty() ? detail : code.isDouble() ? QString::number(code.toInt()) : code.toString();
    return words;
}

std::optional<int> statusNamedBy(const ErrorWords &words)
{
    bool numeric = false;
    const int code = words.code.toInt(&numeric);
    if (numeric && code >= 400 && code < 600)
        return code;
    const bool refused = words.type == QLatin1String("invalid_request_error") || words.type == QLatin1String("INVALID_ARGUMENT");
    return refused ? std::optional(400) : std::nullopt;
}

FaultKind kindOfError(const ErrorWords &words, const ErrorSigns &signs)
{
    // Money that requests under way have reserved comes back as they end.
    if (words.limitSource == QLatin1String("openrouter_in_flight_budget") && signs.hinted)
        return FaultKind::RateLimited;
    if (words.daily)
        return FaultKind::QuotaHard;
    if (const auto kind = kindOfWord(words.code, codeRules))
        return *kind;
    if (const auto kind = kindOfWord(words.type, codeRules))
        return *kind;
    if (signs.status == 400) {
        if (const auto kind = kindOfProse(words.message))
            return *kind;
    }
    if (const auto kind = kindOfWord(words.type, typeRules); kind && !isPrecise(signs.status))
        return *kind;
    return kindOfStatus(words, signs);
}

} // namespace breakwater
