// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchplan.h"
#include "core/chat/instructions.h"
#include "core/route/batchroutes.h"
#include "core/route/catalogue.h"

namespace breakwater {

/// What a person wants of a new batch.
struct BatchDraft
{
    QString title; ///< empty: the beginning of the prompt
    QString prompt; ///< with "{{variables}}"
    RouteId route;
    Instructions instructions;
    QStringList files; ///< one CSV or JSONL file of rows; or many, each of which is a row
    bool rowForEachFile = false;
    friend bool operator==(const BatchDraft &, const BatchDraft &) = default;
};

/// What is asked for each row; none: the route is not there any more, or takes no batches.
[[nodiscard]] std::optional<BatchOrder> orderFor(const BatchDraft &draft, const RouteTable &routes, const Catalogue &catalogue, const Prices &prices);

} // namespace breakwater
