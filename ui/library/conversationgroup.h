// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

#include <QDateTime>

namespace breakwater {

/// Under which heading a conversation stands in the sidebar, in this order.
enum class ConversationGroup { Pinned, Folder, Today, Yesterday, LastWeek, Older, Archived };

/// A heading with what stands under it: a group, or one folder.
struct Section
{
    ConversationGroup group = ConversationGroup::Today;
    QString folder = {}; ///< its name, of the group Folder
    /// What a person keeps apart may be folded; days may not.
    [[nodiscard]] bool isFoldable() const { return group == ConversationGroup::Folder || group == ConversationGroup::Archived; }
    friend bool operator==(const Section &, const Section &) = default;
    /// As they stand below each other; folders by name, whatever its case.
    friend bool operator<(const Section &left, const Section &right);
};

/// When the days of a list begin. Asking for the time zone takes longer than all else that is done for a row, so it is
/// asked for once, and not for each of thousands.
struct ListDays
{
    WallTime today;
    WallTime yesterday;
    WallTime lastWeek; ///< seven days before today
};
/// The days count in the time zone of `now`. Pure.
[[nodiscard]] ListDays listDays(const QDateTime &now);

/// The conversation as it has to be to stand under `section`; under a day, that of its last change. Pure.
[[nodiscard]] Conversation movedTo(Conversation conversation, const Section &section);

/// Pure.
[[nodiscard]] Section sectionOf(const Conversation &conversation, const ListDays &days);
[[nodiscard]] QString sectionTitle(const Section &section);

/// A moment of the core in the person's own time zone.
[[nodiscard]] QDateTime localTime(WallTime at);

} // namespace breakwater
