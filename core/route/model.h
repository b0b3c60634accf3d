// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// How hard a model is asked to try.
enum class Effort { Low, Medium, High, ExtraHigh, Max };

enum class Lifecycle { Active, Deprecated, Retired };

/// What a provider says of one of its models. None and empty: it does not say.
struct Model
{
    QString id; ///< as the wire names it
    QString name; ///< as people read it
    Lifecycle lifecycle = Lifecycle::Active;
    std::optional<WallTime> retiresAt;
    std::optional<qint64> mostInput; ///< tokens
    std::optional<qint64> mostOutput; ///< tokens, with the thinking
    std::optional<bool> thinks; ///< decides by itself how long, and can tell a summary
    std::optional<bool> seesImages;
    std::optional<bool> readsPdf;
    std::optional<bool> takesBatches;
    std::vector<Effort> efforts;
    friend bool operator==(const Model &, const Model &) = default;
};

} // namespace breakwater
