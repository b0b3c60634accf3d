// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/titlefilter.h"

#include "core/chat/foldedtext.h"
#include "core/chat/searchtyping.h"

#include <algorithm>

namespace breakwater {

TitleFilter::TitleFilter(const QString &typed)
{
    const auto startOf = [](const QString &day) { return WallTime(std::chrono::milliseconds(QDate::fromString(day, Qt::ISODate).startOfDay().toMSecsSinceEpoch())); };
    bool asksMessages = false;
    for (const TypedWord &word : typedWords(typed)) {
        m_active = true;
        if (!word.filter) {
            if (const QString folded = foldText(word.text); !folded.trimmed().isEmpty())
                m_words += folded;
            continue;
        }
        switch (*word.filter) {
        case SearchFilter::Folder:
            m_folder = foldText(word.text);
            break;
        case SearchFilter::After:
            m_after = startOf(word.text);
            break;
        case SearchFilter::Before:
            m_before = startOf(word.text);
            break;
        case SearchFilter::From:
        case SearchFilter::Model:
        case SearchFilter::Provider:
            asksMessages = true;
            break;
        }
    }
    m_none = asksMessages && m_words.isEmpty();
}

bool TitleFilter::matches(const Conversation &conversation) const
{
    if (m_none || (m_after && conversation.updatedAt < *m_after) || (m_before && conversation.createdAt >= *m_before))
        return false;
    if (!m_folder.isEmpty() && placesIn(conversation.folder, m_folder, 1).empty())
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&conversation](const QString &word) { return !placesIn(conversation.title, word, 1).empty(); });
}

} // namespace breakwater
