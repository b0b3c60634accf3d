// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <set>

namespace breakwater {

/// A stretch of about 91 days of message numbers (messagenumber.h).
using Quarter = qint64;

/// The index of all words, kept beside the messages: one FTS5 table for each quarter that has messages. So the newest are
/// found without a look at the older ones, and what all words of one beginning have together is never put together for
/// the whole history. Belongs to its Database's thread.
///
/// The tables have no texts of their own: what is taken out must be told exactly as it was put in. So the text of a
/// message with the mark `indexed` never changes before takeOut() was called for it, in the same transaction.
///
/// Words come folded and separated (core/chat/searchwords.h), so that the tokenizer only cuts at blanks; phrases are
/// looked up in the texts.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Puts the newest messages in that are not there yet, up to `most`, or fewer long ones. How many; 0: all are there.
    Result<int> indexSome(int most);
    /// Takes out the messages that `condition` names, of those that are there. The quarters that they were in: their words
    /// stay on disk until those are tidied.
    Result<std::set<Quarter>> takeOut(const QString &condition, const QVariantList &values);
    enum class Merge { Begin, GoOn };
    /// Reclaims what was taken out of a quarter, a bounded piece of work at a time; false when nothing is left to do.
    Result<bool> tidySome(Quarter quarter, Merge merge);
    Result<void> eraseAll();
    /// Those that have a table, newest first.
    Result<std::vector<Quarter>> quarters();
    /// Whether all messages are there.
    Result<bool> isBehind();
    /// A fault when the index is damaged.
    Result<void> check();

    [[nodiscard]] static QString tableOf(Quarter quarter);
    /// The least number in it.
    [[nodiscard]] static qint64 beginOf(Quarter quarter);
    [[nodiscard]] static Quarter quarterOf(qint64 number);
    /// Letters that a beginning has which is kept as such: the others are put together from all words that begin so.
    static constexpr qsizetype keptBeginning = 2;

private:
    Database &m_database;
};

/// All that is searched of a message, named as it stands on disk: its text, then for each file its name and, of a text, its beginning.
[[nodiscard]] Result<QStringList> searchedTexts(Database &database, const QVariant &message, const QString &text);

} // namespace breakwater
