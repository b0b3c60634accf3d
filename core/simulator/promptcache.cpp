// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/promptcache.h"

namespace breakwater {

/// How many of the request's prefixes, counted from the first, lie within the longest one that is kept.
std::size_t PromptCache::longestKnown(const QByteArray &key, const ChatRequest &request, Instant now) const
{
    for (std::size_t count = request.prefixes.size(); count > 0; --count) {
        const auto found = m_kept.find({key, request.model, request.prefixes[count - 1].digest});
        if (found != m_kept.end() && now < found->second.until)
            return count;
    }
    return 0;
}

CacheUse PromptCache::look(const QByteArray &key, const ChatRequest &request, Instant now) const
{
    CacheUse use;
    const std::size_t known = longestKnown(key, request, now);
    if (known > 0)
        use.read = request.prefixes[known - 1].tokens;
    int reached = use.read;
    for (std::size_t i = known; i < request.prefixes.size(); ++i) {
        const PromptPrefix &prefix = request.prefixes[i];
        if (!prefix.keep)
            continue;
        (*prefix.keep > std::chrono::minutes(5) ? use.writtenLong : use.written) += prefix.tokens - reached;
        reached = prefix.tokens;
    }
    return use;
}

void PromptCache::keep(const QByteArray &key, const ChatRequest &request, Instant now)
{
    std::erase_if(m_kept, [now](const auto &entry) { return entry.second.until <= now; });
    const std::size_t known = longestKnown(key, request, now);
    if (known > 0) { // what is read is kept as long again
        Kept &kept = m_kept[{key, request.model, request.prefixes[known - 1].digest}];
        kept.until = now + kept.life;
    }
    for (const PromptPrefix &prefix : request.prefixes) {
        if (prefix.keep)
            m_kept[{key, request.model, prefix.digest}] = {*prefix.keep, now + *prefix.keep};
    }
}

} // namespace breakwater
