// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/base/usage.h"

#include <QString>

namespace breakwater {

/// What one attempt of a turn used, and cost.
struct Expense
{
    WallTime at; ///< when the attempt ended
    TurnId turn;
    int attempt = 1; ///< its number in the turn
    ConversationId conversation;
    ProviderId provider;
    QString model; ///< that answered, as the wire names it
    Usage usage;
    std::optional<double> dollars; ///< by the price table of that moment; none: no price is known
    friend bool operator==(const Expense &, const Expense &) = default;
};

} // namespace breakwater
