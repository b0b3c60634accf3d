// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace breakwater {

/// Tokens as the provider counts them; totals, never to be added up within an answer. None: not said.
struct Usage
{
    std::optional<qint64> input = {}; ///< the whole prompt, cached or not
    std::optional<qint64> output = {}; ///< with the thinking
    std::optional<qint64> cacheRead = {}; ///< of the input: read from the provider's cache
    std::optional<qint64> cacheWritten = {}; ///< of the input: written to it
    std::optional<qint64> thinking = {}; ///< of the output
    friend bool operator==(const Usage &, const Usage &) = default;
};

} // namespace breakwater
