// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conversationtext.h"

#include <QCoreApplication>

namespace breakwater {

QString conversationAsMarkdown(const Conversation &conversation, const std::vector<const Message *> &messages)
{
    QString text = QStringLiteral("# ") + conversation.title + QLatin1Char('\n');
    for (const Message *message : messages) {
        QString who = message->model;
        if (message->role == Role::User)
            who = QCoreApplication::translate("breakwater::ConversationText", "You");
        else if (who.isEmpty())
            who = QCoreApplication::translate("breakwater::ConversationText", "Answer");
        // Whole, but not as if the conversation had gone on from it.
        if (message->state == MessageState::SetAside)
            who = QCoreApplication::translate("breakwater::ConversationText", "%1 (broke off, asked again)").arg(who);
        text += QStringLiteral("\n## ") + who + QStringLiteral("\n\n") + message->text.trimmed() + QLatin1Char('\n');
    }
    return text;
}

} // namespace breakwater
