// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants of every answer here, and what the chain in use makes of it.
#include "core/turn/abilities.h"
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/shell/conversationpane.h"
#include "ui/words/faultwords.h"

#include <algorithm>

namespace breakwater {

const Instructions &ConversationPane::instructions() const
{
    const Conversation *conversation = m_services.library.conversation(m_conversation);
    return conversation != nullptr ? conversation->instructions : m_fresh;
}

std::vector<RouteId> ConversationPane::routesHere() const
{
    const RouteTable &table = m_services.routes();
    std::vector<RouteId> routes;
    if (const Chain *known = table.chain(chain())) {
        for (const ChainStep &step : table.usable(*known).steps)
            routes.push_back(step.route);
    }
    return routes;
}

/// What the model reads that reads the most: the turn goes to it.
std::optional<int> ConversationPane::mostPagesHere() const
{
    static const Catalogue none;
    std::optional<int> most;
    for (const RouteId &id : routesHere()) {
        const auto pages = mostPages(id, m_services.routes(), m_services.catalogue ? m_services.catalogue() : none);
        if (!pages)
            return std::nullopt;
        most = std::max(most.value_or(0), *pages);
    }
    return most;
}

/// What the routes of the chain make of a person's sampling, each model once.
std::vector<ModelSampling> ConversationPane::samplingHere() const
{
    const RouteTable &table = m_services.routes();
    std::vector<ModelSampling> all;
    for (const RouteId &id : routesHere()) {
        const Route *route = table.route(id);
        const Provider *provider = table.provider(route->provider);
        const ProviderFacts *facts = m_services.catalogue ? m_services.catalogue().provider(provider->id) : nullptr;
        const ModelSampling one {routeName(table, id), provider->dialect, samplingOf(*provider, route->model, facts)};
        if (std::none_of(all.begin(), all.end(), [&one](const ModelSampling &each) { return each.model == one.model; }))
            all.push_back(one);
    }
    return all;
}

void ConversationPane::editInstructions()
{
    auto *dialog = new InstructionsDialog(instructions(), samplingHere(), this);
    connect(dialog, &InstructionsDialog::given, this, [this, id = m_conversation](const Instructions &given) { setInstructions(id, given); });
    dialog->open();
}

/// It may be another conversation that is open by now.
void ConversationPane::setInstructions(const ConversationId &id, const Instructions &instructions)
{
    if (const Conversation *known = m_services.library.conversation(id)) {
        Conversation conversation = *known;
        conversation.instructions = instructions;
        if (conversation == *known)
            return;
        m_services.library.updateConversation(conversation);
        Q_EMIT conversationEdited(conversation);
    } else if (id.isEmpty() && m_conversation.isEmpty()) {
        m_fresh = instructions;
        m_drafts->touch();
        refreshComposer();
    } else {
        return;
    }
    if (id == m_conversation)
        Q_EMIT instructionsChanged();
}

} // namespace breakwater
