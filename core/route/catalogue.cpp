// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/catalogue.h"

#include <algorithm>

namespace breakwater {

const ProviderFacts *Catalogue::provider(const ProviderId &id) const
{
    const auto found = m_facts.find(id);
    return found == m_facts.end() ? nullptr : &found->second;
}

const Model *Catalogue::model(const ProviderId &provider, const QString &id) const
{
    const ProviderFacts *facts = this->provider(provider);
    if (facts == nullptr)
        return nullptr;
    const auto found = std::find_if(facts->models.begin(), facts->models.end(), [&id](const Model &each) { return each.id == id; });
    return found == facts->models.end() ? nullptr : &*found;
}

} // namespace breakwater
