// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chat/conversation.h"
#include "core/health/sample.h"
#include "core/turn/turnstate.h"

#include <functional>

namespace breakwater {

/// What a turn left on disk when the program ended.
struct UnfinishedTurn
{
    TurnState state; ///< phase Accepted (never sent), Kept, Unknown (was under way), or BrokenOff (was being answered)
    friend bool operator==(const UnfinishedTurn &, const UnfinishedTurn &) = default;
};

/// The port through which turns are written down. Calls come from the UI thread and return at once; `done` is called
/// later on the UI thread. Calls take effect in the order they were made.
class Journal
{
public:
    using Done = std::function<void(const Result<void> &)>;
    virtual ~Journal() = default;

    /// The question, its conversation and the turn. Durable (also after a power cut) when `done` says so.
    virtual void accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done) = 0;
    /// The turn is about to send: written before the request leaves, so that it is never sent again by itself.
    virtual void sending(const TurnState &turn, Done done) = 0;
    /// The answer begins.
    virtual void answerBegan(const Message &answer) = 0;
    /// `text` was added to the answer. Survives the end of the program, not a power cut.
    virtual void checkpoint(const MessageId &answer, const QString &text) = 0;
    /// The thinking before an answer grew. Like a checkpoint.
    virtual void thought(const MessageId &answer, const std::vector<Thought> &thoughts) = 0;
    /// An answer broke off and its question is asked anew: what came of it is kept as it stands.
    virtual void setAside(const Message &answer) = 0;
    /// The turn is settled or kept; `answer` with its final text when there is one. Durable.
    virtual void settled(const TurnState &turn, const std::optional<Message> &answer, Done done) = 0;
    virtual void sampled(const Sample &sample) = 0;
    /// Tries again to write what the disk refused: all but `accept` and `sending`, which ask for nothing to be kept.
    /// `done` says whether everything is on disk.
    virtual void saveAgain(Done done) = 0;
};

} // namespace breakwater
