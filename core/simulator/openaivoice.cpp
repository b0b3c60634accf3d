// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/voice.h"

#include <cmath>

namespace breakwater {

namespace {

QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray chunk(const ChatAnswer &answer, const QByteArray &choices, const QByteArray &usage,
    const QByteArray &more = {})
{
    return data(R"({"id":"chatcmpl-)" + answer.id.toUtf8() + R"(","object":"chat.completion.chunk","created":)"
        + QByteArray::number(answer.created) + R"(,"model":)" + jsonText(answer.model) + R"(,"choices":[)" + choices
        + R"(],"usage":)" + usage + more + '}');
}

QByteArray choice(const QByteArray &delta, const QByteArray &finish)
{
    return R"({"index":0,"delta":{)" + delta + R"(},"finish_reason":)" + finish + '}';
}

QByteArray usageOf(const ChatAnswer &answer)
{
    const int reasoning = thinkingTokens(answer);
    const int output = tokensOf(answer.text.size()) + reasoning;
    const QByteArray usage = R"({"prompt_tokens":)" + QByteArray::number(answer.inputTokens) + R"(,"completion_tokens":)"
        + QByteArray::number(output) + R"(,"total_tokens":)" + QByteArray::number(answer.inputTokens + output)
        + R"(,"prompt_tokens_details":{"cached_tokens":)" + QByteArray::number(answer.cache.read)
        + R"(},"completion_tokens_details":{"reasoning_tokens":)" + QByteArray::number(reasoning);
    return usage + "}}";
}

QByteArray finishReason(const ChatAnswer &answer)
{
    switch (answer.end) {
    case AnswerEnd::EndOfTurn:
    case AnswerEnd::StopSequence:
    case AnswerEnd::PauseOfTurn:
        return R"("stop")";
    case AnswerEnd::MaxTokens:
    case AnswerEnd::ContextWindow:
        return R"("length")";
    case AnswerEnd::Refusal:
        return R"("content_filter")";
    }
    return "null";
}

/// A wait as Go writes durations: `1s`, `6m0s`, `120ms`; in fractions, as Groq has them: `7.66s`, `2m59.56s`.
enum class Seconds { Whole, InFractions };

QByteArray goDuration(Duration wait, double speed, Seconds kind)
{
    const auto milliseconds = static_cast<qint64>(std::ceil(toSeconds(wait) / speed * 1000));
    if (milliseconds < 1000)
        return QByteArray::number(milliseconds) + "ms";
    const qint64 shown = kind == Seconds::Whole ? (milliseconds + 999) / 1000 * 1000 : milliseconds;
    const qint64 minutes = shown / 60'000;
    const QByteArray rest = QByteArray::number(static_cast<double>(shown % 60'000) / 1000, 'g', 8) + 's';
    return minutes == 0 ? rest : QByteArray::number(minutes) + 'm' + rest;
}

class OpenAiVoice final : public Voice
{
public:
    explicit OpenAiVoice(Profile profile)
        : m_profile(profile)
    {
    }

    QByteArray opening(const ChatAnswer &answer) const override { return ping() + emptyChunk(answer); }

    QByteArray ping() const override
    {
        return m_profile == Profile::OpenRouter ? QByteArray(": OPENROUTER PROCESSING\n\n") : QByteArray();
    }

    QByteArray beforeThinking(const ChatAnswer &) const override { return {}; }

    QByteArray thinking(const ChatAnswer &answer, const QString &piece) const override
    {
        return chunk(answer, choice('"' + reasoningField() + R"(":)" + jsonText(piece), "null"), "null");
    }

    QByteArray beforeText(const ChatAnswer &) const override { return {}; }

    QByteArray text(const ChatAnswer &answer, const QString &piece) const override
    {
        return chunk(answer, choice(R"("content":)" + jsonText(piece), "null"), "null");
    }

    QByteArray ending(const ChatRequest &request, const ChatAnswer &answer) const override
    {
        const QByteArray finish = choice({}, finishReason(answer));
        const QByteArray usage = request.includeUsage ? chunk(answer, {}, usageOf(answer)) : QByteArray();
        if (m_profile == Profile::Groq) // there in any case, asked for or not
            return chunk(answer, finish, "null", R"(,"x_groq":{"id":"req_groq","usage":)" + usageOf(answer) + '}') + usage;
        return chunk(answer, finish, "null") + usage;
    }

    QByteArray endMark() const override { return data("[DONE]"); }

    QByteArray streamedError(const ApiError &error, const QString &, const ChatAnswer &answer) const override
    {
        switch (m_profile) {
        case Profile::Ollama: // its own route reads the error as a chunk with nothing in it
            return emptyChunk(answer);
        case Profile::LlamaCpp: // older builds: a field of its own, no data
            return "error: " + errorObject(m_profile, error) + "\n\n";
        case Profile::OpenRouter:
            return chunk(answer, choice(R"("content":"")", R"("error")"), "null",
                R"(,"error":)" + errorObject(m_profile, error));
        case Profile::OpenAi:
        case Profile::Groq:
        case Profile::Gemini:
        case Profile::LiteLlm:
            return data(R"({"error":)" + errorObject(m_profile, error) + '}');
        }
        return {};
    }

    QByteArray whole(const ChatAnswer &answer) const override
    {
        const QByteArray reasoning = answer.thinking.isEmpty()
            ? QByteArray()
            : ",\"" + reasoningField() + R"(":)" + jsonText(answer.thinking);
        return R"({"id":"chatcmpl-)" + answer.id.toUtf8() + R"(","object":"chat.completion","created":)"
            + QByteArray::number(answer.created) + R"(,"model":)" + jsonText(answer.model)
            + R"(,"choices":[{"index":0,"message":{"role":"assistant","content":)" + jsonText(answer.text) + reasoning
            + R"(,"refusal":null},"logprobs":null,"finish_reason":)" + finishReason(answer) + R"(}],"usage":)"
            + usageOf(answer) + '}';
    }

    QByteArray errorBody(const ApiError &error, const QString &) const override
    {
        return profiledErrorBody(m_profile, error);
    }

    QByteArray requestIdHeader() const override { return "x-request-id"; }

    HttpHeaders limitHeaders(const LimitLevels &levels, const QDateTime &, double speed) const override
    {
        HttpHeaders headers;
        if (m_profile != Profile::OpenAi && m_profile != Profile::Groq && m_profile != Profile::LiteLlm)
            return headers; // the others tell no limits
        const Seconds kind = m_profile == Profile::Groq ? Seconds::InFractions : Seconds::Whole;
        const auto add = [&](const QByteArray &name, const LimitLevel &level) {
            headers.emplaceBack("x-ratelimit-limit-" + name, QByteArray::number(level.limit, 'f', 0));
            headers.emplaceBack(
                "x-ratelimit-remaining-" + name, QByteArray::number(std::floor(level.remaining), 'f', 0));
            headers.emplaceBack("x-ratelimit-reset-" + name, goDuration(level.untilFull, speed, kind));
        };
        add("requests", levels.requests);
        add("tokens", levels.input);
        return headers;
    }

private:
    [[nodiscard]] QByteArray emptyChunk(const ChatAnswer &answer) const
    {
        return chunk(answer, choice(R"("role":"assistant","content":"")", "null"), "null");
    }
    /// No standard has it: the servers have two names for the text of the reasoning.
    [[nodiscard]] QByteArray reasoningField() const
    {
        const bool shortName =
            m_profile == Profile::Ollama || m_profile == Profile::OpenRouter || m_profile == Profile::Groq;
        return shortName ? "reasoning" : "reasoning_content";
    }

    Profile m_profile;
};

} // namespace

std::unique_ptr<Voice> makeOpenAiVoice(Profile profile)
{
    return std::make_unique<OpenAiVoice>(profile);
}

} // namespace breakwater
