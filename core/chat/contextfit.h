// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"

#include <QStringView>

#include <optional>

namespace breakwater {

/// Whether a conversation still fits into a model's window, and without which of its turns it would. Pure; tokens.

/// Tokens in a text, roughly: four letters of an alphabet to one, and one for each sign of a script that has none. A long text
/// is judged by how it begins: a conversation of thousands of messages is measured when it is opened.
[[nodiscard]] qint64 roughTokens(QStringView text);
/// The same of a message with its files.
[[nodiscard]] qint64 roughTokens(const Message &message);

struct ContextFit
{
    qint64 tokens = 0; ///< of all that would be sent
    qint64 most = 0; ///< that the model takes
    int more = 0; ///< the oldest turns without which it fits, with some room to go on; 0: it fits, or nothing would help
    TurnId lastLeftOut; ///< the last of `more` (Conversation::lastLeftOut)

    [[nodiscard]] bool isTooLong() const { return tokens > most; }
    friend bool operator==(const ContextFit &, const ContextFit &) = default;
};

/// What goes along with the next question of a conversation: measured once, asked at every key.
class ContextSize
{
public:
    ContextSize() = default;
    /// The question would follow `branch`, of which turns up to `lastLeftOut` stay out. `instructions`: their tokens.
    ContextSize(const std::vector<const Message *> &branch, const TurnId &lastLeftOut, qint64 instructions);

    [[nodiscard]] qint64 tokens() const { return m_tokens; }
    /// Turns that stay out already.
    [[nodiscard]] int leftOut() const { return m_leftOut; }
    /// With a question of so many tokens, at a model that takes `most`. `counted` are the tokens of all that is sent,
    /// where somebody counted who knows.
    [[nodiscard]] ContextFit fit(qint64 question, qint64 most, std::optional<qint64> counted = {}) const;

private:
    /// A turn with its answers.
    struct Turn
    {
        TurnId id;
        qint64 tokens = 0;
        bool isAnswered = false; ///< else it is not sent (historyFor)
    };
    std::vector<Turn> m_turns; ///< that are sent
    qint64 m_tokens = 0;
    int m_leftOut = 0;
};

} // namespace breakwater
