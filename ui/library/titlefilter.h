// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"

#include <QStringList>

namespace breakwater {

/// What the conversations of a list have to have to be shown. Without anything typed all are.
///
/// Each word stands in the title, whatever its case, accents and width. Of the filters those count that a conversation can
/// have: its folder, and that something was said in it after or before a day. Who said something is asked of messages
/// alone: where only that is typed no title is meant. A value; UI thread, because days are those of the person.
class TitleFilter
{
public:
    TitleFilter() = default;
    explicit TitleFilter(const QString &typed);

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool matches(const Conversation &conversation) const;

private:
    QStringList m_words; ///< as they are compared
    QString m_folder;
    std::optional<WallTime> m_after;
    std::optional<WallTime> m_before;
    bool m_active = false;
    bool m_none = false;
};

} // namespace breakwater
