// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "core/turn/turnstate.h"

#include <QString>

namespace breakwater {

/// An answer that breaks off early is asked for anew: the broken one stays in the conversation as a message of its own,
/// and the next answer is a new message of the same turn. Pure. Any thread.

/// What a message is to its turn.
enum class AnswerPlace {
    Answer, ///< the turn's answer, or no answer at all
    AskedAnew, ///< broken off; another answer took its place, or still may
    LeftOver, ///< broken off and asked for anew, in vain: all that there is
};

/// `turn` may be null: it is over, then. `last` of the messages of its turn.
[[nodiscard]] AnswerPlace placeOf(const Message &message, const TurnState *turn, bool last);

/// "Broke off after 129 words. Asked again below."
[[nodiscard]] QString setAsideWords(const Message &message, AnswerPlace place);

/// The first line with words in it, in one line.
[[nodiscard]] QString firstLineOf(const QString &text);

} // namespace breakwater
