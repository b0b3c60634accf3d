// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/route/model.h"

#include <map>
#include <set>

namespace breakwater {

/// What a provider showed of itself. Learned from its answers, never set by a person.
struct ProviderFacts
{
    std::vector<Model> models; ///< in its own order; empty: the list was not read
    std::optional<WallTime> readAt; ///< when it was
    std::set<QString> plainModels; ///< those that refused a request for a parameter which it could do without
    bool olderVersion = false; ///< Anthropic: its server does not know the newest version of the API
    friend bool operator==(const ProviderFacts &, const ProviderFacts &) = default;
};

/// What is known of all providers.
class Catalogue
{
public:
    [[nodiscard]] const ProviderFacts *provider(const ProviderId &id) const;
    [[nodiscard]] const Model *model(const ProviderId &provider, const QString &id) const;
    [[nodiscard]] ProviderFacts &facts(const ProviderId &id) { return m_facts[id]; }
    [[nodiscard]] const std::map<ProviderId, ProviderFacts> &all() const { return m_facts; }
    friend bool operator==(const Catalogue &, const Catalogue &) = default;

private:
    std::map<ProviderId, ProviderFacts> m_facts;
};

} // namespace breakwater
