// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What a client asks of the simulated provider, read and found valid.
struct ChatRequest
{
    QString model;
    std::vector<SpokenTurn> turns; ///< system messages left out; never empty
    QString system;
    std::optional<int> maxTokens;
    bool stream = false;
    bool showThinking = false;
    bool includeUsage = true; ///< OpenAI: asked for the usage chunk
    int inputTokens = 0; ///< estimate
};

/// What goes back when nothing goes wrong.
struct ChatAnswer
{
    QString id; ///< without the dialect's prefix
    QString model;
    QString thinking;
    QString text;
    bool outOfTokens = false; ///< the text ends at max_tokens
    int inputTokens = 0;
    qint64 created = 0; ///< Unix seconds
};

/// About four characters of text make a token.
[[nodiscard]] constexpr int tokensOf(qsizetype characters)
{
    return static_cast<int>((characters + 3) / 4);
}

} // namespace breakwater
