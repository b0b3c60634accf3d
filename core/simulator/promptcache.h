// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/chatrequest.h"

#include <map>
#include <tuple>

namespace breakwater {

/// Remembers the marked beginnings of prompts by key and model, for five minutes or an hour since their last use.
/// Pure over time.
class PromptCache
{
public:
    /// What the cache would do for this request now. input = whole prompt - read - written.
    [[nodiscard]] CacheUse look(const QByteArray &key, const ChatRequest &request, Instant now) const;
    /// The request is served: what it marked is kept from now.
    void keep(const QByteArray &key, const ChatRequest &request, Instant now);

private:
    using Place = std::tuple<QByteArray, QString, QByteArray>; ///< key, model, digest
    struct Kept
    {
        Duration life {};
        Instant until;
    };
    [[nodiscard]] std::size_t longestKnown(const QByteArray &key, const ChatRequest &request, Instant now) const;

    std::map<Place, Kept> m_kept;
};

} // namespace breakwater
