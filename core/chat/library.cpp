// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/library.h"

#include <algorithm>

namespace breakwater {

std::vector<const Conversation *> Library::conversations() const
{
    std::vector<const Conversation *> all;
    all.reserve(m_entries.size());
    for (const auto &[id, entry] : m_entries)
        all.push_back(&entry.conversation);
    std::stable_sort(all.begin(), all.end(),
        [](const Conversation *left, const Conversation *right) { return left->updatedAt > right->updatedAt; });
    return all;
}

const Conversation *Library::conversation(const ConversationId &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? nullptr : &entry->second.conversation;
}

const std::vector<Message> &Library::messages(const ConversationId &id) const
{
    static const std::vector<Message> none;
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? none : entry->second.messages;
}

const Message *Library::message(const ConversationId &conversation, const MessageId &id) const
{
    return const_cast<Library *>(this)->find(conversation, id);
}

Message *Library::find(const ConversationId &conversation, const MessageId &id)
{
    const auto entry = m_entries.find(conversation);
    if (entry == m_entries.end())
        return nullptr;
    auto &messages = entry->second.messages;
    // The message that changes is nearly always the last one.
    const auto found = std::find_if(messages.rbegin(), messages.rend(), [&id](const Message &each) { return each.id == id; });
    return found == messages.rend() ? nullptr : &*found;
}

void Library::touch(const ConversationId &id, WallTime at)
{
    auto &conversation = m_entries.at(id).conversation;
    if (at <= conversation.updatedAt)
        return;
    conversation.updatedAt = at;
    Q_EMIT conversationChanged(id);
}

const Message *Library::question(const ConversationId &conversation, const TurnId &turn) const
{
    const std::vector<Message> &known = messages(conversation);
    const auto found = std::find_if(known.rbegin(), known.rend(), [&turn](const Message &each) { return each.turn == turn && each.role == Role::User; });
    return found == known.rend() ? nullptr : &*found;
}

std::vector<const Message *> Library::branch(const ConversationId &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? std::vector<const Message *> {} : branchOf(entry->second.messages, entry->second.conversation.leaf);
}

TurnId Library::leaf(const ConversationId &id) const
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return {};
    const std::vector<const Message *> shown = branch(id);
    return shown.empty() ? entry->second.conversation.leaf : shown.back()->turn; // its messages may not be read yet
}

bool Library::showTurn(const ConversationId &id, const TurnId &turn)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return false;
    const TurnTree tree(entry->second.messages);
    const std::vector<TurnId> shown = tree.pathTo(leaf(id));
    if (!tree.contains(turn) || std::find(shown.begin(), shown.end(), turn) != shown.end())
        return false;
    entry->second.conversation.leaf = tree.leafOf(turn);
    Q_EMIT branchChanged(entry->first);
    Q_EMIT conversationChanged(entry->first);
    return true;
}

void Library::addConversation(Conversation conversation, std::vector<Message> messages)
{
    const ConversationId id = conversation.id;
    const bool fresh = m_entries.find(id) == m_entries.end();
    m_entries[id] = Entry {std::move(conversation), std::move(messages)};
    if (fresh)
        Q_EMIT conversationAdded(id);
    else
        Q_EMIT conversationChanged(id);
}

void Library::updateConversation(const Conversation &conversation)
{
    const auto entry = m_entries.find(conversation.id);
    if (entry == m_entries.end() || entry->second.conversation == conversation)
        return;
    entry->second.conversation = conversation;
    Q_EMIT conversationChanged(conversation.id);
}

void Library::removeConversation(const ConversationId &id)
{
    const ConversationId gone = id; // the argument may live in the entry
    if (m_entries.erase(gone) > 0)
        Q_EMIT conversationRemoved(gone);
}

void Library::setMessages(const ConversationId &id, std::vector<Message> messages)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    entry->second.messages = std::move(messages);
    Q_EMIT messagesReset(entry->first);
}

void Library::appendMessage(Message message)
{
    const auto entry = m_entries.find(message.conversation);
    if (entry == m_entries.end())
        return;
    const ConversationId conversation = message.conversation;
    const MessageId id = message.id;
    const WallTime at = message.at;
    const auto &known = entry->second.messages;
    const bool begins = std::none_of(known.rbegin(), known.rend(), [&message](const Message &each) { return each.turn == message.turn; });
    if (begins)
        entry->second.conversation.leaf = message.turn;
    entry->second.messages.push_back(std::move(message));
    Q_EMIT messageAppended(conversation, id);
    touch(conversation, at);
}

void Library::appendText(const ConversationId &conversation, const MessageId &id, const QString &text)
{
    Message *message = find(conversation, id);
    if (message == nullptr || text.isEmpty())
        return;
    message->text += text;
    Q_EMIT textAppended(conversation, id);
}

void Library::appendThinking(const ConversationId &conversation, const MessageId &id, const QString &text)
{
    Message *message = find(conversation, id);
    if (message == nullptr)
        return;
    if (message->thoughts.empty() || message->thoughts.back().isSealed())
        message->thoughts.emplace_back();
    message->thoughts.back().text += text;
    Q_EMIT thinkingAppended(conversation, id);
}

void Library::endThought(const ConversationId &conversation, const MessageId &id, const QString &signature, const QString &redacted)
{
    Message *message = find(conversation, id);
    if (message == nullptr)
        return;
    const bool whole = !redacted.isEmpty(); // no part of it came before
    if (whole || message->thoughts.empty() || message->thoughts.back().isSealed())
        message->thoughts.emplace_back();
    message->thoughts.back().signature = signature;
    message->thoughts.back().redacted = redacted;
}

void Library::updateMessage(const Message &message)
{
    Message *known = find(message.conversation, message.id);
    if (known == nullptr || *known == message)
        return;
    *known = message;
    Q_EMIT messageChanged(message.conversation, message.id);
}

void Library::removeMessage(const ConversationId &conversation, const MessageId &id)
{
    const auto entry = m_entries.find(conversation);
    if (entry == m_entries.end())
        return;
    const MessageId gone = id;
    if (std::erase_if(entry->second.messages, [&gone](const Message &each) { return each.id == gone; }) > 0)
        Q_EMIT messageRemoved(conversation, gone);
}

} // namespace breakwater
