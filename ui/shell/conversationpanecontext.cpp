// SPDX-License-Identifier: GPL-3.0-or-later
// What goes along with the next question, and whether the models take it.
#include "core/turn/limits.h"
#include "ui/composer/composer.h"
#include "ui/composer/contextnote.h"
#include "ui/shell/conversationpane.h"
#include "ui/words/faultwords.h"

#include <algorithm>

namespace breakwater {

void ConversationPane::refreshContext()
{
    std::vector<const Message *> branch = m_services.library.branch(m_conversation);
    // What is written anew begins beside its question.
    if (const TurnId &replaced = m_composer->replaces(); !replaced.isEmpty())
        branch.erase(std::find_if(branch.begin(), branch.end(), [&replaced](const Message *each) { return each->turn == replaced; }), branch.end());
    const Conversation *conversation = m_services.library.conversation(m_conversation);
    m_composer->setContext(ContextSize(branch, conversation != nullptr ? conversation->lastLeftOut : TurnId(), roughTokens(instructions().system)));
}

/// Of the models that the chain asks, in its order, then of all others; none where nobody knows of the first.
std::vector<ModelWindow> ConversationPane::windowsHere() const
{
    const RouteTable &table = m_services.routes();
    std::vector<ModelWindow> windows;
    const auto add = [&](const RouteId &id) {
        const Route *route = table.route(id);
        const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr;
        const Model *model = provider != nullptr && provider->enabled && !awaitsConsent(*provider) && m_services.catalogue ? m_services.catalogue().model(provider->id, route->model) : nullptr;
        if (model != nullptr && model->mostInput)
            windows.push_back({shortRouteName(table, id), chainIdOf(id), *model->mostInput});
        return model != nullptr && model->mostInput;
    };
    const std::vector<RouteId> asked = routesHere();
    if (asked.empty() || !add(asked.front()))
        return {};
    for (auto each = asked.begin() + 1; each != asked.end(); ++each)
        add(*each);
    for (const Route &each : table.routes) {
        if (std::find(asked.begin(), asked.end(), each.id) == asked.end())
            add(each.id);
    }
    return windows;
}

/// Up to `last`, and with it; empty: nothing.
void ConversationPane::leaveOut(const TurnId &last)
{
    const Conversation *known = m_services.library.conversation(m_conversation);
    if (known == nullptr || known->lastLeftOut == last)
        return;
    Conversation conversation = *known;
    conversation.lastLeftOut = last;
    m_services.library.updateConversation(conversation);
    Q_EMIT conversationEdited(conversation);
    focusComposer();
}

/// How a turn that was refused for its length fits. The provider's own figures count, where it told any.
ContextFit ConversationPane::fitOf(const TurnId &id) const
{
    const TurnState *turn = m_services.outbox.turn(id);
    const Message *question = m_services.library.question(m_conversation, id);
    const Conversation *conversation = m_services.library.conversation(m_conversation);
    if (turn == nullptr || !turn->fault || turn->attempts.empty() || question == nullptr || conversation == nullptr)
        return {};
    const Route *route = m_services.routes().route(turn->attempts.back().route);
    const Model *model = route != nullptr && m_services.catalogue ? m_services.catalogue().model(route->provider, route->model) : nullptr;
    const auto said = tokensSaid(turn->fault->detail);
    const qint64 most = said ? said->most : model != nullptr ? model->mostInput.value_or(0) : 0;
    if (most == 0)
        return {};
    const TurnTree tree(m_services.library.messages(m_conversation));
    const ContextSize size(tree.branchTo(tree.before(id)), conversation->lastLeftOut, roughTokens(conversation->instructions.system));
    const qint64 asked = roughTokens(*question);
    // It was too much, whatever it seems to be.
    return size.fit(asked, most, said ? said->sent : std::max(size.tokens() + asked, most + 1));
}

void ConversationPane::leaveOutAndSendAgain(const TurnId &id)
{
    const ContextFit fit = fitOf(id);
    if (fit.more == 0)
        return;
    leaveOut(fit.lastLeftOut);
    m_services.outbox.sendAgain(id);
}

} // namespace breakwater
