// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowconversation.h"

#include "core/batch/rowanswer.h"
#include "core/batch/rowprompt.h"
#include "core/turn/answerstate.h"

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

/// When its part left, and when that ended; as far as it is known, and not after `now`.
std::pair<WallTime, WallTime> timesOf(const Batch &batch, int part, WallTime now)
{
    const auto found = std::find_if(batch.parts.begin(), batch.parts.end(), [part](const BatchPart &each) { return each.number == part; });
    const bool wasSent = found != batch.parts.end() && found->sentAt > WallTime();
    const WallTime sent = std::min(wasSent ? found->sentAt : batch.createdAt, now);
    const WallTime ended = wasSent && found->endedAt ? *found->endedAt : sent;
    return {sent, std::clamp(ended, sent, now)};
}

} // namespace

std::optional<RowConversation> conversationOf(const Batch &batch, const WholeRow &row, std::optional<double> dollars, WallTime now)
{
    if (row.result.state != RowState::Answered)
        return std::nullopt;
    const RowPrompt prompt = promptFromParams(row.row.params);
    RowConversation made;
    Conversation &conversation = made.conversation;
    conversation.id = makeId<ConversationId>(now);
    conversation.title = titleFromPrompt(row.row.label.isEmpty() ? prompt.text : row.row.label);
    conversation.createdAt = now;
    conversation.updatedAt = now;
    conversation.instructions = prompt.instructions;

    const auto [sent, ended] = timesOf(batch, row.part, now);
    Message question;
    question.id = makeId<MessageId>(now);
    question.conversation = conversation.id;
    question.turn = makeId<TurnId>(now);
    question.text = prompt.text;
    question.at = sent;
    for (const Attachment &each : prompt.attachments) {
        if (each.data.isEmpty())
            continue;
        question.attachments.push_back(each);
        question.attachments.back().id = makeId<AttachmentId>(now);
    }

    Message answer;
    answer.id = makeId<MessageId>(now);
    answer.conversation = conversation.id;
    answer.turn = question.turn;
    answer.role = Role::Assistant;
    const BatchedAnswer given = answerOf(row.result, dollars);
    answer.state = stateAfter(given.reason);
    answer.text = given.text;
    answer.thoughts = given.thoughts;
    answer.explanation = given.explanation;
    answer.model = given.model;
    answer.route = batch.route;
    answer.at = ended;
    answer.attempts = 1;
    answer.usage = given.usage;
    answer.dollars = dollars;
    conversation.leaf = question.turn;
    made.messages = {std::move(question), std::move(answer)};
    return made;
}

} // namespace breakwater
