// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/batch/batchservices.h"

namespace breakwater {

/// The way to the provider of one batch: which key goes along, when a request may go, and what it tells when it has
/// ended. UI thread.
///
/// Batches have limits of their own, apart from those of messages: of what befalls them only the origin's breaker is
/// told, and only repeated creations take from the retry budget. A look is no retry.
class BatchDoor
{
public:
    BatchDoor(const BatchServices &services, RouteId route)
        : m_services(services)
        , m_route(std::move(route))
    {
    }

    /// Null when it is not there any more.
    [[nodiscard]] const Provider *provider() const;
    [[nodiscard]] std::optional<double> dollarsFor(const RowResult &row) const;
    [[nodiscard]] bool speaksOlderVersion() const;
    /// A server that does not know the newest version of the API is asked in the older one from now on: true the first time.
    [[nodiscard]] bool learnsOlderVersion(const Fault &fault);

    /// What a key created, no other sees; what is not created goes with the one that is next.
    [[nodiscard]] std::optional<NamedKey> keyFor(const BatchPart &part) const;
    /// The same, or why nothing can be asked.
    [[nodiscard]] Result<NamedKey> mayAsk(const BatchPart &part) const;

    /// So long the origin's breaker lets nothing through.
    [[nodiscard]] Duration held() const;
    /// So long the budget does not allow a creation after `fault`.
    [[nodiscard]] Duration retryHeld(const std::optional<Fault> &fault) const;

    /// What a request took, to be settled once.
    struct Pass
    {
        std::optional<Permit> permit;
        double cost = 0.0;
    };
    [[nodiscard]] Pass enter();
    /// Of a creation that was asked for before, and came to nothing with `fault`.
    [[nodiscard]] Pass enterAgain(const std::optional<Fault> &fault);
    /// It ended with a fault; none: the provider answered.
    void leave(const Pass &pass, const std::optional<Fault> &fault);

private:
    [[nodiscard]] ProviderCondition &condition() const;

    BatchServices m_services;
    RouteId m_route;
};

} // namespace breakwater
