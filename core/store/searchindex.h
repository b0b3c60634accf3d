// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace breakwater {

/// The index of all words (table `search`, schema.cpp), kept beside the messages. Belongs to its Database's thread.
///
/// The table has no text of its own: what is taken out of it must be told exactly as it was put in. So the text of a
/// message with the mark `indexed` never changes before takeOut() was called for it, in the same transaction.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Puts the newest messages in that are not there yet, up to `most`, or fewer long ones. How many; 0: all are there.
    Result<int> indexSome(int most);
    /// Takes out the messages that `condition` names, of those that are there.
    Result<void> takeOut(const QString &condition, const QVariantList &values);
    enum class Merge { Begin, GoOn };
    /// Reclaims what was taken out, a bounded piece of work at a time; false when nothing is left to do.
    Result<bool> tidySome(Merge merge);
    /// Whether all messages are there.
    Result<bool> isBehind();
    /// A fault when the index is damaged.
    Result<void> check();

private:
    Database &m_database;
};

/// All that is searched of a message: its text, then for each file its name and, of a text, its beginning.
[[nodiscard]] Result<QStringList> searchedTexts(Database &database, const QString &id, const QString &text);

} // namespace breakwater
