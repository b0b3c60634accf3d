// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/searchquery.h"

namespace breakwater {

/// One message that was found, or one file that went along with it.
struct SearchHit
{
    ConversationId conversation;
    MessageId message;
    TurnId turn;
    QString title; ///< of the conversation
    bool archived = false;
    Role role = Role::User;
    QString model;
    WallTime at;
    SearchSnippet snippet;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchAnswer
{
    std::vector<SearchHit> hits;
    bool more = false; ///< there are more, or the search went no further back than it may
    bool behind = false; ///< what was written last is not searched yet
};

enum class SearchOrder { NewestFirst, BestFirst };

/// A search and what it needs to know.
struct SearchWish
{
    SearchQuery query;
    SearchOrder order = SearchOrder::NewestFirst;
    std::vector<RouteId> routes = {}; ///< those of the provider that the query names
    std::size_t most = 50; ///< hits
};

} // namespace breakwater
