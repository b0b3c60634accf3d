// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/asking.h"

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

constexpr qint64 mostAnswer = 32'000; // tokens, with the thinking
constexpr qsizetype worthCaching = 16'000; // letters: shorter prompts are not cached by any model

} // namespace

Ask askFor(const std::vector<Message> &messages, const MessageId &question, const Provider &provider, const Route &route, const Catalogue &catalogue, LeftOut leftOut)
{
    const ProviderFacts *facts = catalogue.provider(provider.id);
    const bool plain = leftOut.parameters || (facts != nullptr && facts->plainModels.contains(route.model));
    Ask ask;
    ask.model = route.model;
    ask.said = historyFor(messages, question, plain || leftOut.thinking ? RouteId() : route.id);
    ask.effort = route.effort;
    if (const Model *model = catalogue.model(provider.id, route.model)) {
        ask.thinkAloud = model->thinks.value_or(false);
        if (model->mostOutput)
            ask.mostTokens = std::min(*model->mostOutput, mostAnswer);
    }
    const qsizetype letters = std::accumulate(ask.said.begin(), ask.said.end(), qsizetype(0), [](qsizetype sum, const Said &each) { return sum + each.text.size(); });
    const bool anthropic = provider.dialect == Dialect::Anthropic;
    ask.cache = anthropic && letters >= worthCaching;
    ask.olderVersion = anthropic && (leftOut.parameters || (facts != nullptr && facts->olderVersion));
    return plain ? withoutExtras(ask) : ask;
}

bool isRewritable(const Ask &ask, Fault &fault)
{
    const bool hasThoughts = std::any_of(ask.said.begin(), ask.said.end(), [](const Said &each) { return !each.thoughts.empty(); });
    if (fault.kind == FaultKind::BadRequest && fault.status == 400 && (hasExtras(ask) || hasThoughts))
        fault.kind = FaultKind::Capability;
    if (fault.kind == FaultKind::HistoryBound)
        return hasThoughts;
    if (fault.kind != FaultKind::Capability)
        return false;
    return hasExtras(ask) || hasThoughts || (wantsOlderVersion(fault) && !ask.olderVersion);
}

void learnFromRewrites(const TurnState &state, const RouteTable &routes, Catalogue &catalogue)
{
    const Attempt &taken = state.attempts.back();
    const Route *route = routes.route(taken.route);
    if (route == nullptr)
        return;
    for (const Attempt &each : state.attempts) {
        if (each.route != taken.route || !each.rewritable || each.fault->kind != FaultKind::Capability)
            continue;
        ProviderFacts &facts = catalogue.facts(route->provider);
        if (wantsOlderVersion(*each.fault))
            facts.olderVersion = true;
        else
            facts.plainModels.insert(route->model);
    }
}

} // namespace breakwater
