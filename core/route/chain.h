// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sampleclass.h"
#include "core/route/model.h"
#include "core/route/provider.h"

#include <optional>
#include <vector>

namespace breakwater {

/// A model at a provider, with the provider's credential.
struct Route
{
    RouteId id;
    ProviderId provider;
    QString model; ///< as the wire names it
    QString name; ///< as people read it: "Claude Sonnet 5.5"
    std::optional<Effort> effort = {}; ///< none: as the model does by itself
    friend bool operator==(const Route &, const Route &) = default;
};

/// One place in a chain: a route, how long it may keep a turn waiting, and after how many failures to move on.
struct ChainStep
{
    RouteId route;
    /// What this route is worth over the next one: the longest wait spent for it while the next could answer.
    Duration waitUpTo = std::chrono::milliseconds(500);
    /// Failed attempts of each kind before moving on; none: wait here instead.
    std::optional<int> overloadedTries = 2;
    std::optional<int> serverErrorTries = 2;
    std::optional<int> networkTries = 2;
    std::optional<int> ownLimitTries;

    [[nodiscard]] std::optional<int> triesFor(SampleClass result) const;
    friend bool operator==(const ChainStep &, const ChainStep &) = default;
};

/// What to do when no route of a chain can answer.
enum class LastResort { KeepInOutbox, GiveUp };

/// An ordered list of routes.
struct Chain
{
    ChainId id;
    QString name;
    std::vector<ChainStep> steps;
    LastResort lastResort = LastResort::KeepInOutbox;
    friend bool operator==(const Chain &, const Chain &) = default;
};

/// The id of the chain that is one route alone, and the route that such an id means; none for other chains.
[[nodiscard]] ChainId chainIdOf(const RouteId &route);
[[nodiscard]] std::optional<RouteId> singleRouteOf(const ChainId &chain);

/// All that a person set up to send turns to.
struct RouteTable
{
    std::vector<Provider> providers;
    std::vector<Route> routes;
    std::vector<Chain> chains; ///< never empty once set up; the first is the default
    friend bool operator==(const RouteTable &, const RouteTable &) = default;

    [[nodiscard]] const Provider *provider(const ProviderId &id) const;
    [[nodiscard]] const Route *route(const RouteId &id) const;
    /// The chain with this id, else the default one; null when there is none at all.
    [[nodiscard]] const Chain *chain(const ChainId &id) const;
    /// The steps of `chain` whose route exists at an enabled provider that may be sent to: what a turn can really use.
    [[nodiscard]] Chain usable(const Chain &chain) const;
    /// The first provider of `chain` that is passed by because nobody agreed to send to it over plain http; null without one.
    [[nodiscard]] const Provider *awaitingConsent(const Chain &chain) const;
};

} // namespace breakwater
