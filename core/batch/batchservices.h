// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/batch/batchbooks.h"
#include "core/net/transport.h"
#include "core/route/catalogue.h"
#include "core/route/conditions.h"
#include "core/spend/ledger.h"
#include "core/turn/credentials.h"

#include <functional>

namespace breakwater {

/// What batches work with. All outlive every runner.
struct BatchServices
{
    Transport &transport;
    Alarms &alarms;
    const TimeSource &time;
    Jitter &jitter;
    BatchBooks &books;
    Conditions &conditions;
    Credentials &credentials;
    std::function<const RouteTable &()> routes;
    Catalogue &catalogue; ///< knows whose API is an older one
    /// This id at the provider belongs for certain to a batch other than `batch`.
    std::function<bool(const QString &remote, const BatchId &batch)> isAnothers = {};
    Ledger *ledger = nullptr; ///< knows prices; null: none is known
    PolicySettings policy = {};
};

} // namespace breakwater
