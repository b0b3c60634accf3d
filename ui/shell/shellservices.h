// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/health/healthlog.h"
#include "core/route/catalogue.h"
#include "core/route/chain.h"
#include "core/spend/ledger.h"
#include "core/turn/outbox.h"

#include <functional>

namespace breakwater {

/// What the window works with. All outlive it.
struct ShellServices
{
    Library &library;
    Outbox &outbox;
    HealthLog &health;
    const TimeSource &time;
    Alarms &alarms;
    std::function<const RouteTable &()> routes;
    Ledger &ledger;
    std::function<const Catalogue &()> catalogue = {}; ///< empty: nothing is known of any model
};

} // namespace breakwater
