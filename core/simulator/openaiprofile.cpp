// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/openaiprofile.h"

#include "core/simulator/voice.h"

namespace breakwater {

namespace {

struct Named
{
    QString type;
    QString code;
};

Named named(const char *type, const char *code = nullptr)
{
    return {QLatin1String(type), QLatin1String(code)};
}

Named namedByOpenAi(int status)
{
    switch (status) {
    case 401:
        return named("invalid_request_error", "invalid_api_key");
    case 404:
        return named("invalid_request_error", "model_not_found");
    case 429:
        return named("requests", "rate_limit_exceeded");
    case 503:
    case 529:
        return named("service_unavailable_error", "server_is_overloaded");
    default:
        return named(status < 500 ? "invalid_request_error" : "server_error");
    }
}

Named namedByOllama(int status)
{
    if (status == 404)
        return named("not_found_error");
    return named(status < 500 ? "invalid_request_error" : "api_error");
}

Named namedByLlamaCpp(int status)
{
    switch (status) {
    case 401:
        return named("authentication_error");
    case 403:
        return named("permission_error");
    case 404:
        return named("not_found_error");
    case 501:
        return named("not_supported_error");
    case 503:
        return named("unavailable_error");
    default:
        return named(status < 500 ? "invalid_request_error" : "server_error");
    }
}

QString googleStatus(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("INVALID_ARGUMENT");
    case 401:
        return QStringLiteral("UNAUTHENTICATED");
    case 403:
        return QStringLiteral("PERMISSION_DENIED");
    case 404:
        return QStringLiteral("NOT_FOUND");
    case 429:
        return QStringLiteral("RESOURCE_EXHAUSTED");
    case 503:
        return QStringLiteral("UNAVAILABLE");
    default:
        return QStringLiteral("INTERNAL");
    }
}

/// OpenAI's object; a script's words go before the server's own.
QByteArray typed(const ApiError &error, const Named &own)
{
    const QString type = error.type.isEmpty() ? own.type : error.type;
    const QString code = error.code.isEmpty() ? own.code : error.code;
    return R"({"message":)" + jsonText(error.message) + R"(,"type":)" + jsonText(type) + R"(,"param":null,"code":)"
        + (code.isEmpty() ? QByteArray("null") : jsonText(code)) + '}';
}

QByteArray numbered(const ApiError &error, const QByteArray &more)
{
    return R"({"code":)" + QByteArray::number(error.status) + R"(,"message":)" + jsonText(error.message) + more + '}';
}

} // namespace

QByteArray errorObject(Profile profile, const ApiError &error)
{
    switch (profile) {
    case Profile::OpenAi:
        return typed(error, namedByOpenAi(error.status));
    case Profile::Ollama:
        return typed(error, namedByOllama(error.status));
    case Profile::LlamaCpp:
        return numbered(error,
            R"(,"type":)" + jsonText(error.type.isEmpty() ? namedByLlamaCpp(error.status).type : error.type));
    case Profile::OpenRouter:
        return numbered(error,
            error.type.isEmpty() ? QByteArray() : R"(,"metadata":{"error_type":)" + jsonText(error.type) + '}');
    case Profile::Groq:
        return typed(error, error.status == 429 ? named("tokens", "rate_limit_exceeded") : namedByOpenAi(error.status));
    case Profile::Gemini:
        return numbered(
            error, R"(,"status":)" + jsonText(error.type.isEmpty() ? googleStatus(error.status) : error.type));
    case Profile::LiteLlm: {
        ApiError worded = error;
        worded.message = (error.status == 429 ? QStringLiteral("litellm.RateLimitError: ")
                                              : QStringLiteral("litellm.APIError: "))
            + error.message;
        const Named own {error.status == 429 ? QStringLiteral("throttling_error") : QString(), {}};
        worded.code = QString::number(error.status);
        return typed(worded, own);
    }
    }
    return {};
}

QByteArray profiledErrorBody(Profile profile, const ApiError &error)
{
    const QByteArray object = R"({"error":)" + errorObject(profile, error) + '}';
    return profile == Profile::Gemini ? '[' + object + ']' : object;
}

} // namespace breakwater
