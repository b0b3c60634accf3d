// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/voice.h"

#include <cmath>

namespace breakwater {

namespace {

QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray chunk(const ChatAnswer &answer, const QByteArray &choices, const QByteArray &usage)
{
    return data(R"({"id":"chatcmpl-)" + answer.id.toUtf8() + R"(","object":"chat.completion.chunk","created":)"
        + QByteArray::number(answer.created) + R"(,"model":)" + jsonText(answer.model) + R"(,"choices":[)" + choices
        + R"(],"usage":)" + usage + '}');
}

QByteArray choice(const QByteArray &delta, const QByteArray &finish)
{
    return R"({"index":0,"delta":{)" + delta + R"(},"finish_reason":)" + finish + '}';
}

QByteArray usageOf(const ChatAnswer &answer)
{
    const int output = tokensOf(answer.text.size());
    return R"({"prompt_tokens":)" + QByteArray::number(answer.inputTokens) + R"(,"completion_tokens":)"
        + QByteArray::number(output) + R"(,"total_tokens":)" + QByteArray::number(answer.inputTokens + output) + '}';
}

QByteArray finishReason(const ChatAnswer &answer)
{
    return answer.outOfTokens ? R"("length")" : R"("stop")";
}

struct Classification
{
    QString type;
    QString code;
};

Classification classify(const ApiError &error)
{
    switch (error.status) {
    case 401:
        return {QStringLiteral("invalid_request_error"), QStringLiteral("invalid_api_key")};
    case 404:
        return {QStringLiteral("invalid_request_error"), QStringLiteral("model_not_found")};
    case 429:
        return {QStringLiteral("requests"), QStringLiteral("rate_limit_exceeded")};
    case 503:
    case 529:
        return {QStringLiteral("service_unavailable_error"), QStringLiteral("server_is_overloaded")};
    default:
        return {error.status < 500 ? QStringLiteral("invalid_request_error") : QStringLiteral("server_error"), {}};
    }
}

/// A wait as Go writes durations: `1s`, `6m0s`, `120ms`.
QByteArray goDuration(Duration wait, double speed)
{
    const auto milliseconds = static_cast<qint64>(std::ceil(toSeconds(wait) / speed * 1000));
    if (milliseconds < 1000)
        return QByteArray::number(milliseconds) + "ms";
    const qint64 seconds = (milliseconds + 999) / 1000;
    const QByteArray rest = QByteArray::number(seconds % 60) + 's';
    return seconds < 60 ? rest : QByteArray::number(seconds / 60) + 'm' + rest;
}

class OpenAiVoice final : public Voice
{
public:
    QByteArray opening(const ChatAnswer &answer) const override
    {
        return chunk(answer, choice(R"("role":"assistant","content":"")", "null"), "null");
    }

    QByteArray ping() const override { return {}; }

    QByteArray beforeText(const ChatAnswer &) const override { return {}; }

    QByteArray text(const ChatAnswer &answer, const QString &piece) const override
    {
        return chunk(answer, choice(R"("content":)" + jsonText(piece), "null"), "null");
    }

    QByteArray ending(const ChatRequest &request, const ChatAnswer &answer) const override
    {
        return chunk(answer, choice({}, finishReason(answer)), "null")
            + (request.includeUsage ? chunk(answer, {}, usageOf(answer)) : QByteArray()) + data("[DONE]");
    }

    QByteArray streamedError(const ApiError &error, const QString &requestId) const override
    {
        return data(errorBody(error, requestId));
    }

    QByteArray whole(const ChatAnswer &answer) const override
    {
        return R"({"id":"chatcmpl-)" + answer.id.toUtf8() + R"(","object":"chat.completion","created":)"
            + QByteArray::number(answer.created) + R"(,"model":)" + jsonText(answer.model)
            + R"(,"choices":[{"index":0,"message":{"role":"assistant","content":)" + jsonText(answer.text)
            + R"(,"refusal":null},"logprobs":null,"finish_reason":)" + finishReason(answer) + R"(}],"usage":)"
            + usageOf(answer) + '}';
    }

    QByteArray errorBody(const ApiError &error, const QString &) const override
    {
        const Classification standard = classify(error);
        const QString type = error.type.isEmpty() ? standard.type : error.type;
        const QString code = error.code.isEmpty() ? standard.code : error.code;
        return R"({"error":{"message":)" + jsonText(error.message) + R"(,"type":)" + jsonText(type)
            + R"(,"param":null,"code":)" + (code.isEmpty() ? QByteArray("null") : jsonText(code)) + "}}";
    }

    QByteArray requestIdHeader() const override { return "x-request-id"; }

    HttpHeaders limitHeaders(const LimitLevels &levels, const QDateTime &, double speed) const override
    {
        HttpHeaders headers;
        const auto add = [&](const QByteArray &name, const LimitLevel &level) {
            headers.emplaceBack("x-ratelimit-limit-" + name, QByteArray::number(level.limit, 'f', 0));
            headers.emplaceBack(
                "x-ratelimit-remaining-" + name, QByteArray::number(std::floor(level.remaining), 'f', 0));
            headers.emplaceBack("x-ratelimit-reset-" + name, goDuration(level.untilFull, speed));
        };
        add("requests", levels.requests);
        add("tokens", levels.input);
        return headers;
    }
};

} // namespace

std::unique_ptr<Voice> makeOpenAiVoice()
{
    return std::make_unique<OpenAiVoice>();
}

} // namespace breakwater
