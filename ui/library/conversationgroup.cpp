// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/conversationgroup.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace breakwater {

bool operator<(const Section &left, const Section &right)
{
    if (left.group != right.group)
        return left.group < right.group;
    const int order = QString::compare(left.folder, right.folder, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left.folder < right.folder;
}

ListDays listDays(const QDateTime &now)
{
    const QTimeZone zone = now.timeZone();
    const auto start = [&](int ago) { return WallTime(std::chrono::milliseconds(now.date().addDays(-ago).startOfDay(zone).toMSecsSinceEpoch())); };
    return {start(0), start(1), start(7)};
}

Section sectionOf(const Conversation &conversation, const ListDays &days)
{
    if (conversation.archived)
        return {ConversationGroup::Archived};
    if (conversation.pinned)
        return {ConversationGroup::Pinned};
    if (!conversation.folder.isEmpty())
        return {ConversationGroup::Folder, conversation.folder};
    if (conversation.updatedAt >= days.today)
        return {ConversationGroup::Today};
    if (conversation.updatedAt >= days.yesterday)
        return {ConversationGroup::Yesterday};
    return {conversation.updatedAt >= days.lastWeek ? ConversationGroup::LastWeek : ConversationGroup::Older};
}

Conversation movedTo(Conversation conversation, const Section &section)
{
    conversation.archived = section.group == ConversationGroup::Archived;
    if (conversation.archived)
        return conversation; // taken out again, it is where it was
    conversation.pinned = section.group == ConversationGroup::Pinned;
    if (!conversation.pinned)
        conversation.folder = section.folder;
    return conversation;
}

QString sectionTitle(const Section &section)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("breakwater::ConversationGroup", text); };
    switch (section.group) {
    case ConversationGroup::Pinned:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Pinned"));
    case ConversationGroup::Folder:
        return section.folder;
    case ConversationGroup::Today:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Today"));
    case ConversationGroup::Yesterday:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Yesterday"));
    case ConversationGroup::LastWeek:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Last 7 days"));
    case ConversationGroup::Older:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Older"));
    case ConversationGroup::Archived:
        return say(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Archived"));
    }
    return {};
}

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

} // namespace breakwater
