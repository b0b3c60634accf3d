// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/thinking.h"
#include "core/simulator/voice.h"

#include <cmath>

namespace breakwater {

namespace {

/// Fields in the order of the documented examples, which QJsonObject would sort: hence text.
QByteArray event(const QByteArray &name, const QByteArray &fields)
{
    return "event: " + name + "\ndata: {\"type\":\"" + name + '"' + (fields.isEmpty() ? "" : ",") + fields + "}\n\n";
}

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray typeOf(const ApiError &error)
{
    if (!error.type.isEmpty())
        return error.type.toUtf8();
    switch (error.status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 409:
        return "conflict_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 504:
        return "timeout_error";
    case 529:
        return "overloaded_error";
    default:
        return error.status < 500 ? "invalid_request_error" : "api_error";
    }
}

QByteArray envelope(const ApiError &error, const QString &requestId)
{
    const QByteArray details =
        error.code.isEmpty() ? QByteArray() : R"(,"details":{"error_code":)" + jsonText(error.code) + '}';
    return R"("error":{"type":")" + typeOf(error) + R"(","message":)" + jsonText(error.message) + details
        + R"(},"request_id":)" + jsonText(requestId);
}

QByteArray blockStart(int index, const QByteArray &block)
{
    return event("content_block_start", R"("index":)" + number(index) + R"(,"content_block":)" + block);
}

QByteArray blockDelta(int index, const QByteArray &delta)
{
    return event("content_block_delta", R"("index":)" + number(index) + R"(,"delta":)" + delta);
}

QByteArray blockStop(int index)
{
    return event("content_block_stop", R"("index":)" + number(index));
}

bool thinks(const ChatAnswer &answer)
{
    return !answer.thinking.isEmpty();
}

int textIndex(const ChatAnswer &answer)
{
    return thinks(answer) ? 1 : 0;
}

QString shownThinking(const ChatAnswer &answer)
{
    return answer.showThinking ? answer.thinking : QString();
}

QByteArray nameOf(AnswerEnd end)
{
    switch (end) {
    case AnswerEnd::EndOfTurn:
        return "end_turn";
    case AnswerEnd::MaxTokens:
        return "max_tokens";
    case AnswerEnd::StopSequence:
        return "stop_sequence";
    case AnswerEnd::Refusal:
        return "refusal";
    case AnswerEnd::PauseOfTurn:
        return "pause_turn";
    case AnswerEnd::ContextWindow:
        return "model_context_window_exceeded";
    }
    return {};
}

QByteArray textOrNull(const QString &text)
{
    return text.isEmpty() ? QByteArray("null") : jsonText(text);
}

QByteArray stopReason(const ChatAnswer &answer)
{
    return R"("stop_reason":")" + nameOf(answer.end) + R"(","stop_sequence":)" + textOrNull(answer.stopSequence);
}

QByteArray stopDetails(const ChatAnswer &answer)
{
    if (answer.end != AnswerEnd::Refusal)
        return R"("stop_details":null)";
    return R"("stop_details":{"type":"refusal","category":)" + textOrNull(answer.category) + R"(,"explanation":)"
        + textOrNull(answer.explanation) + '}';
}

QByteArray inputUsage(const ChatAnswer &answer)
{
    const CacheUse &cache = answer.cache;
    const int written = cache.written + cache.writtenLong;
    QByteArray usage = R"("input_tokens":)" + number(answer.inputTokens - cache.read - written)
        + R"(,"cache_creation_input_tokens":)" + number(written) + R"(,"cache_read_input_tokens":)" + number(cache.read);
    if (written > 0) {
        usage += R"(,"cache_creation":{"ephemeral_5m_input_tokens":)" + number(cache.written)
            + R"(,"ephemeral_1h_input_tokens":)" + number(cache.writtenLong) + '}';
    }
    return usage;
}

QByteArray outputUsage(const ChatAnswer &answer)
{
    const QByteArray details = thinks(answer)
        ? R"(,"output_tokens_details":{"thinking_tokens":)" + number(thinkingTokens(answer)) + '}'
        : QByteArray();
    return R"("output_tokens":)" + number(tokensOf(answer.text.size()) + thinkingTokens(answer)) + details;
}

QByteArray signatureUnder(const ChatAnswer &answer)
{
    return signatureOf(answer.model, shownThinking(answer)).toLatin1();
}

/// "The message" up to its content, and from there.
QByteArray messageHead(const ChatAnswer &answer, const QByteArray &content)
{
    return R"({"id":"msg_)" + answer.id.toUtf8() + R"(","type":"message","role":"assistant","content":)" + content
        + R"(,"model":)" + jsonText(answer.model);
}

class AnthropicVoice final : public Voice
{
public:
    QByteArray opening(const ChatAnswer &answer) const override
    {
        return event("message_start",
                   R"("message":)" + messageHead(answer, "[]")
                       + R"(,"stop_reason":null,"stop_sequence":null,"usage":{)" + inputUsage(answer)
                       + R"(,"output_tokens":1}})")
            + ping();
    }

    QByteArray ping() const override { return event("ping", {}); }

    QByteArray beforeThinking(const ChatAnswer &answer) const override
    {
        return thinks(answer) ? blockStart(0, R"({"type":"thinking","thinking":"","signature":""})") : QByteArray();
    }

    QByteArray thinking(const ChatAnswer &, const QString &piece) const override
    {
        return blockDelta(0, R"({"type":"thinking_delta","thinking":)" + jsonText(piece) + '}');
    }

    QByteArray beforeText(const ChatAnswer &answer) const override
    {
        QByteArray events;
        if (thinks(answer)) {
            events = blockDelta(0, R"({"type":"signature_delta","signature":")" + signatureUnder(answer) + R"("})")
                + blockStop(0);
        }
        if (!answer.text.isEmpty())
            events += blockStart(textIndex(answer), R"({"type":"text","text":""})");
        return events;
    }

    QByteArray text(const ChatAnswer &answer, const QString &piece) const override
    {
        return blockDelta(textIndex(answer), R"({"type":"text_delta","text":)" + jsonText(piece) + '}');
    }

    QByteArray ending(const ChatRequest &, const ChatAnswer &answer) const override
    {
        const QByteArray details = answer.end == AnswerEnd::Refusal ? ',' + stopDetails(answer) : QByteArray();
        return (answer.text.isEmpty() ? QByteArray() : blockStop(textIndex(answer)))
            + event("message_delta",
                R"("delta":{)" + stopReason(answer) + details + R"(},"usage":{)" + outputUsage(answer) + '}');
    }

    QByteArray endMark() const override { return event("message_stop", {}); }

    QByteArray streamedError(const ApiError &error, const QString &requestId, const ChatAnswer &) const override
    {
        return event("error", envelope(error, requestId));
    }

    QByteArray whole(const ChatAnswer &answer) const override
    {
        QByteArrayList content;
        if (thinks(answer)) {
            content += R"({"type":"thinking","thinking":)" + jsonText(shownThinking(answer)) + R"(,"signature":")"
                + signatureUnder(answer) + R"("})";
        }
        if (!answer.text.isEmpty())
            content += R"({"type":"text","text":)" + jsonText(answer.text) + '}';
        return messageHead(answer, '[' + content.join(',') + ']') + ',' + stopReason(answer) + ',' + stopDetails(answer)
            + R"(,"usage":{)" + inputUsage(answer) + ',' + outputUsage(answer) + R"(,"service_tier":"standard"}})";
    }

    QByteArray errorBody(const ApiError &error, const QString &requestId) const override
    {
        return R"({"type":"error",)" + envelope(error, requestId) + '}';
    }

    QByteArray requestIdHeader() const override { return "request-id"; }

    HttpHeaders limitHeaders(const LimitLevels &levels, const QDateTime &wall, double speed) const override
    {
        HttpHeaders headers;
        const auto add = [&](const QByteArray &name, const LimitLevel &level) {
            const qint64 wait = static_cast<qint64>(std::ceil(toSeconds(level.untilFull) / speed));
            const QByteArray begin = "anthropic-ratelimit-" + name;
            headers.emplaceBack(begin + "-limit", QByteArray::number(level.limit, 'f', 0));
            headers.emplaceBack(begin + "-remaining", QByteArray::number(std::floor(level.remaining), 'f', 0));
            headers.emplaceBack(begin + "-reset", wall.addSecs(wait).toUTC().toString(Qt::ISODate).toLatin1());
        };
        const auto rounded = [](LimitLevel level) {
            level.remaining = std::round(level.remaining / 1000) * 1000;
            return level;
        };
        const LimitLevel both {levels.input.limit + levels.output.limit,
            levels.input.remaining + levels.output.remaining,
            std::max(levels.input.untilFull, levels.output.untilFull)};
        add("requests", levels.requests);
        add("tokens", rounded(both));
        add("input-tokens", rounded(levels.input));
        add("output-tokens", rounded(levels.output));
        return headers;
    }
};

} // namespace

std::unique_ptr<Voice> makeAnthropicVoice()
{
    return std::make_unique<AnthropicVoice>();
}

} // namespace breakwater
