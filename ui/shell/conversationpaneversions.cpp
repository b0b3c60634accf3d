// SPDX-License-Identifier: GPL-3.0-or-later
// A question that is written anew, and the way from one version to another.
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/shell/conversationpane.h"
#include "ui/transcript/transcriptview.h"

#include <algorithm>

namespace breakwater {

void ConversationPane::editTurn(const TurnId &id)
{
    const Message *question = m_services.library.question(m_conversation, id);
    if (question == nullptr)
        return;
    Writing anew {question->text, question->attachments, {}, question->turn};
    const TurnState *turn = m_services.outbox.turn(anew.replaces);
    const Writing there = m_composer->writing();
    if (there.replaces == anew.replaces) {
        focusComposer(); // it is being written anew already
        return;
    }
    const Message *before = there.replaces.isEmpty() ? nullptr : m_services.library.question(m_conversation, there.replaces);
    const bool isNew = !there.isBlank() && (before == nullptr || there.text != before->text || there.attachments != before->attachments);
    const Writing aside = m_drafts->writing(asideOf(m_conversation));
    const bool isBegun = !aside.isBlank() && aside.replaces == anew.replaces;
    if (isBegun)
        anew = aside;
    // On disk as a draft of its own, so that it survives like any other.
    if (isNew && (aside.isBlank() || isBegun)) {
        m_drafts->put(asideOf(m_conversation), there);
    } else {
        if (isBegun)
            m_drafts->put(asideOf(m_conversation), {});
        if (!there.replaces.isEmpty())
            leaveAsItWas(there.replaces);
    }
    if (turn != nullptr && !isSettled(turn->phase)) {
        m_services.outbox.cancel(anew.replaces);
        m_heldBack.insert(anew.replaces);
    }
    m_composer->replaceWriting(anew);
    refreshComposer();
    focusComposer();
}

bool ConversationPane::dropVersion()
{
    if (m_composer->replaces().isEmpty())
        return false;
    leaveAsItWas(m_composer->replaces());
    takeBack();
    refreshComposer();
    focusComposer();
    return true;
}

/// A turn that was to be sent goes after all. Cancelled is cancelled: its words go as another version.
void ConversationPane::leaveAsItWas(const TurnId &id)
{
    const TurnId turn = id; // the argument may live in what changes
    if (m_heldBack.erase(turn) > 0)
        m_services.outbox.askAgain(m_conversation, turn, chain());
}

/// Never on disk in neither place.
void ConversationPane::takeBack()
{
    m_composer->replaceWriting(m_drafts->writing(asideOf(m_conversation)));
    m_drafts->flush();
    m_drafts->put(asideOf(m_conversation), {});
}

/// Up and Down: the question before the one that is written anew, or after it; from none, the last. After the last, none.
void ConversationPane::recall(int by)
{
    std::vector<TurnId> asked;
    for (const Message *each : m_services.library.branch(m_conversation)) {
        if (each->role == Role::User)
            asked.push_back(each->turn);
    }
    const auto here = std::find(asked.begin(), asked.end(), m_composer->replaces());
    const auto wanted = here - asked.begin() + by;
    if (wanted < 0)
        return;
    if (wanted >= static_cast<std::ptrdiff_t>(asked.size())) {
        dropVersion();
        return;
    }
    const TurnId turn = asked[static_cast<std::size_t>(wanted)];
    const TurnState *state = m_services.outbox.turn(turn);
    // What is being answered is not cancelled by a key that was meant for the cursor.
    if (state == nullptr || isSettled(state->phase))
        editTurn(turn);
}

void ConversationPane::showVersion(const TurnId &id)
{
    if (!m_services.library.showTurn(m_conversation, TurnId(id)))
        return;
    Q_EMIT conversationEdited(*m_services.library.conversation(m_conversation)); // it is shown so after the next start
}

} // namespace breakwater
