// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"

namespace breakwater {

/// Edits of a RouteTable as the chain page makes them. Pure; an id that is not there, or a place out of range, changes
/// nothing.

/// Moves a step to the place that it has afterwards.
void moveStep(RouteTable &table, const ChainId &chain, int from, int to);

/// Appends a step for the model of `fresh` at its provider, with the route that exists for it or else with `fresh`.
void addStep(RouteTable &table, const ChainId &chain, Route fresh);

/// Removes a step, and its route when no chain has it any more.
void removeStep(RouteTable &table, const ChainId &chain, int place);

/// Removes a chain, never the last one, and the routes that no chain has any more.
void removeChain(RouteTable &table, const ChainId &chain);

/// Removes a provider with its routes and their steps.
void removeProvider(RouteTable &table, const ProviderId &provider);

/// "Claude Sonnet 5.5", or the wire's name where people have none.
[[nodiscard]] QString displayName(const Route &route);

} // namespace breakwater
