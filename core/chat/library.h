// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/branch.h"
#include "core/chat/conversation.h"

#include <QObject>

#include <map>

namespace breakwater {

/// The conversations in memory, and the word when one changes. UI thread.
///
/// The Library does not write to disk: whoever changes it tells the Journal (core/turn) or the Archive (core/store).
class Library : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Newest first. Pointers and references stay good until that conversation is removed.
    [[nodiscard]] std::vector<const Conversation *> conversations() const;
    [[nodiscard]] const Conversation *conversation(const ConversationId &id) const;
    /// Of all branches, oldest first; empty for an unknown conversation.
    [[nodiscard]] const std::vector<Message> &messages(const ConversationId &id) const;
    [[nodiscard]] const Message *message(const ConversationId &conversation, const MessageId &id) const;

    /// The question of a turn; null where it has none, or none that is known.
    [[nodiscard]] const Message *question(const ConversationId &conversation, const TurnId &turn) const;
    /// What is shown of it: the branch that ends with its leaf, in reading order. Good until the next change.
    [[nodiscard]] std::vector<const Message *> branch(const ConversationId &id) const;
    /// The turn that ends the branch which is shown, also while the messages are not read yet; empty where there is none.
    [[nodiscard]] TurnId leaf(const ConversationId &id) const;
    /// Shows the branch that goes through `turn`, to its newest end. False where that is what is shown.
    bool showTurn(const ConversationId &id, const TurnId &turn);

    void addConversation(Conversation conversation, std::vector<Message> messages = {});
    void updateConversation(const Conversation &conversation);
    void removeConversation(const ConversationId &id);

    /// Puts the messages of a known conversation in place, as they were read from disk.
    void setMessages(const ConversationId &id, std::vector<Message> messages);
    /// A message that begins a turn is shown from then on, with the branch that it ends.
    void appendMessage(Message message);
    /// Adds `text` to the end of a message: the way an answer grows.
    void appendText(const ConversationId &conversation, const MessageId &id, const QString &text);
    /// Adds `text` to the thinking before an answer, and ends a block of it: what comes then is another.
    void appendThinking(const ConversationId &conversation, const MessageId &id, const QString &text);
    void endThought(const ConversationId &conversation, const MessageId &id, const QString &signature, const QString &redacted);
    /// Replaces all of a message but its id, conversation and role.
    void updateMessage(const Message &message);
    void removeMessage(const ConversationId &conversation, const MessageId &id);

Q_SIGNALS:
    void conversationAdded(const breakwater::ConversationId &id);
    void conversationChanged(const breakwater::ConversationId &id);
    void conversationRemoved(const breakwater::ConversationId &id);
    /// All messages of the conversation are others now.
    void messagesReset(const breakwater::ConversationId &conversation);
    /// Another branch is shown; its messages are as they were.
    void branchChanged(const breakwater::ConversationId &conversation);
    void messageAppended(const breakwater::ConversationId &conversation, const breakwater::MessageId &id);
    /// Text was added at the end; what stood before is as it was.
    void textAppended(const breakwater::ConversationId &conversation, const breakwater::MessageId &id);
    /// The thinking before an answer grew.
    void thinkingAppended(const breakwater::ConversationId &conversation, const breakwater::MessageId &id);
    void messageChanged(const breakwater::ConversationId &conversation, const breakwater::MessageId &id);
    void messageRemoved(const breakwater::ConversationId &conversation, const breakwater::MessageId &id);

private:
    struct Entry
    {
        Conversation conversation;
        std::vector<Message> messages;
    };
    [[nodiscard]] Message *find(const ConversationId &conversation, const MessageId &id);
    void touch(const ConversationId &id, WallTime at);

    std::map<ConversationId, Entry> m_entries;
};

} // namespace breakwater
