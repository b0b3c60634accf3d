// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/searchhit.h"
#include "core/store/database.h"

#include <functional>

namespace breakwater {

/// Finds messages in a file that somebody else may be writing. Belongs to one thread.
///
/// Words come from the index, newest first; what the index does not hold (where a word stands, who wrote it) is looked up
/// in the messages, in no more of them than a person would wait for. The best ones first: of the newest that were found.
class Searcher
{
public:
    /// A file that has its index already. Faults as of Database.
    [[nodiscard]] static Result<Searcher> open(const QString &path);

    /// `isStale` is asked between messages; when it says so the answer is worth nothing and comes at once.
    Result<SearchAnswer> find(const SearchWish &wish, const std::function<bool()> &isStale = {});

private:
    explicit Searcher(Database database)
        : m_database(std::move(database))
    {
    }
    /// Found, with what it takes to tell of it.
    struct Found
    {
        SearchHit hit;
        QString text; ///< the part of it that shows best why it was found
        double score = 0;
    };
    /// Where the last word of a search is looked for: in the index, or in the texts of the newest messages.
    enum class Source { Words, Texts };
    Result<bool> look(const SearchWish &wish, Source source, int most, std::vector<Found> &found, const std::function<bool()> &isStale);

    Database m_database;
};

} // namespace breakwater
