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

Section sectionOf(const Conversation &conversation, const QDateTime &now)
{
    if (conversation.archived)
        return {ConversationGroup::Archived};
    if (conversation.pinned)
        return {ConversationGroup::Pinned};
    if (!conversation.folder.isEmpty())
        return {ConversationGroup::Folder, conversation.folder};
    const QDate day = QDateTime::fromMSecsSinceEpoch(conversation.updatedAt.time_since_epoch().count(), now.timeZone()).date();
    const qint64 ago = day.daysTo(now.date());
    if (ago <= 0)
        return {ConversationGroup::Today};
    if (ago == 1)
        return {ConversationGroup::Yesterday};
    return {ago <= 7 ? ConversationGroup::LastWeek : ConversationGroup::Older};
}

QString sectionTitle(const Section &section)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("breakwater::ConversationGroup", text); };
    switch (section.group) {
    case ConversationGroup::Pinned:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Pinned"));
    case ConversationGroup::Folder:
        return section.folder;
    case ConversationGroup::Today:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Today"));
    case ConversationGroup::Yesterday:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Yesterday"));
    case ConversationGroup::LastWeek:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Last 7 days"));
    case ConversationGroup::Older:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Older"));
    case ConversationGroup::Archived:
        return tr(QT_TRANSLATE_NOOP("breakwater::ConversationGroup", "Archived"));
    }
    return {};
}

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

} // namespace breakwater
