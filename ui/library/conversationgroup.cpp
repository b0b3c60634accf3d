// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/conversationgroup.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace breakwater {

ConversationGroup groupOf(const Conversation &conversation, const QDateTime &now)
{
    if (conversation.pinned)
        return ConversationGroup::Pinned;
    const QDate day = QDateTime::fromMSecsSinceEpoch(conversation.updatedAt.time_since_epoch().count(), now.timeZone()).date();
    const qint64 ago = day.daysTo(now.date());
    if (ago <= 0)
        return ConversationGroup::Today;
    if (ago == 1)
        return ConversationGroup::Yesterday;
    return ago <= 7 ? ConversationGroup::LastWeek : ConversationGroup::Older;
}

QString groupTitle(ConversationGroup group)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("breakwater::ConversationGroup", text); };
    switch (group) {
    case ConversationGroup::Pinned:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Pinned"));
    case ConversationGroup::Today:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Today"));
    case ConversationGroup::Yesterday:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Yesterday"));
    case ConversationGroup::LastWeek:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Last 7 days"));
    case ConversationGroup::Older:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Older"));
    }
    return {};
}

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

} // namespace breakwater
