// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"

#include <QHash>

namespace breakwater {

/// What is to be said of answers while they grow: each paragraph when it is whole, for single words would never let
/// anybody listen; and how an answer ended, once. Answers that were over before they were seen are not spoken of.
class AnswerSpeaker
{
public:
    struct Speech
    {
        qsizetype from = 0; ///< of the text in the message
        QString text; ///< empty: nothing yet
        QString end; ///< a sentence, when the answer is over
        friend bool operator==(const Speech &, const Speech &) = default;
    };
    /// Whenever the message changed.
    [[nodiscard]] Speech next(const Message &message);
    void clear() { m_spoken.clear(); }

private:
    QHash<MessageId, qsizetype> m_spoken; ///< characters
};

} // namespace breakwater
