// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace breakwater {

enum class SpokenRole { User, Assistant };

/// One message of a request, whatever the dialect.
struct SpokenTurn
{
    SpokenRole role = SpokenRole::User;
    QString text;
    int attachments = 0; ///< images and documents
};

/// A beginning of the prompt, up to the end of one of its blocks.
struct PromptPrefix
{
    QByteArray digest; ///< equal for equal beginnings
    int tokens = 0;
    std::optional<Duration> keep; ///< marked by `cache_control`
};

/// What a client asks of the simulated provider, read and found valid.
struct ChatRequest
{
    QString model; ///< full id
    std::vector<SpokenTurn> turns; ///< system messages left out; never empty
    QString system;
    std::optional<int> maxTokens;
    QStringList stopSequences;
    bool stream = false;
    bool thinks = false;
    bool showThinking = false; ///< otherwise only its signature is sent
    bool includeUsage = true; ///< OpenAI: asked for the usage chunk
    int inputTokens = 0; ///< estimate
    std::vector<PromptPrefix> prefixes; ///< growing; empty when nothing is marked
};

/// Why an answer ends.
enum class AnswerEnd { EndOfTurn, MaxTokens, StopSequence, Refusal, PauseOfTurn, ContextWindow };

/// What the prompt cache did for one request, in tokens.
struct CacheUse
{
    int read = 0;
    int written = 0; ///< for five minutes
    int writtenLong = 0; ///< for an hour
};

/// What goes back when nothing goes wrong.
struct ChatAnswer
{
    QString id; ///< without the dialect's prefix
    QString model;
    QString thinking; ///< empty: it does not think
    bool showThinking = true;
    QString text;
    AnswerEnd end = AnswerEnd::EndOfTurn;
    QString stopSequence; ///< the one that ended it
    QString category; ///< of a refusal
    QString explanation;
    int inputTokens = 0; ///< the whole prompt
    CacheUse cache;
    qint64 created = 0; ///< Unix seconds
};

/// About four characters of text make a token.
[[nodiscard]] constexpr int tokensOf(qsizetype characters)
{
    return static_cast<int>((characters + 3) / 4);
}

/// What an image or a document costs, whatever is in it.
constexpr int tokensOfAttachment = 1500;

[[nodiscard]] inline int thinkingTokens(const ChatAnswer &answer)
{
    return tokensOf(answer.thinking.size());
}

} // namespace breakwater
