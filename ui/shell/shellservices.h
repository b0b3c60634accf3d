// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/batch/batches.h"
#include "core/chat/library.h"
#include "core/chat/searchhit.h"
#include "core/health/healthlog.h"
#include "core/route/catalogue.h"
#include "core/route/chain.h"
#include "core/spend/ledger.h"
#include "core/turn/outbox.h"
#include "ui/palette/paletteitem.h"
#include "ui/prompts/prompt.h"
#include "ui/weather/statuslist.h"

#include <functional>

namespace breakwater {

struct BatchPort;
class SpellChecker;
class TransferPort;

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
    /// Looks into the messages; empty: only titles are searched. The answer of a search that a newer one follows never comes.
    std::function<void(const SearchWish &, std::function<void(const Result<SearchAnswer> &)>)> findMessages = {};
    TransferPort *transfer = nullptr; ///< null: nothing is exported or imported
    std::function<std::vector<Prompt>()> prompts = {}; ///< empty: there are none
    SpellChecker *spelling = nullptr; ///< null: what is written is not checked
    std::function<std::vector<StatusLine>()> statuses = {}; ///< what the providers' status pages said; empty: none is read
    std::function<std::vector<PaletteItem>()> settings = {}; ///< where the preferences can be gone to, by an id; empty: nowhere
    Batches *batches = nullptr; ///< null: there are none
    const BatchPort *batchPort = nullptr; ///< with them
};

} // namespace breakwater
