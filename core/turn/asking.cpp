// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/asking.h"

#include "core/policy/verdict.h"
#include "core/route/sampling.h"

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

constexpr qint64 mostAnswer = 32'000; // tokens, with the thinking
constexpr qsizetype worthCaching = 16'000; // letters: shorter prompts are not cached by any model

/// How the model draws its words. A model that is known to refuse it is not asked: the person was told so.
void takeSampling(const Instructions &wanted, const Provider &provider, const QString &model, const ProviderFacts *facts, Ask &ask)
{
    if (!wanted.hasSampling() || samplingOf(provider, model, facts) == Sampling::Refused)
        return;
    ask.temperature = wanted.temperature;
    ask.topP = wanted.topP;
    if (provider.dialect != Dialect::Anthropic)
        return;
    // Its newest version knows neither; its models take at most 1, some of them not both, and not while they think.
    ask.olderVersion = true;
    ask.thinkAloud = false;
    if (ask.temperature) {
        ask.temperature = std::min(*ask.temperature, 1.0);
        ask.topP.reset();
    }
}

} // namespace

Ask askFor(const Asked &asked, const Provider &provider, const Route &route, const Catalogue &catalogue, LeftOut leftOut)
{
    static const Instructions none;
    const Instructions &wanted = asked.conversation != nullptr ? asked.conversation->instructions : asked.instructions != nullptr ? *asked.instructions : none;
    const ProviderFacts *facts = catalogue.provider(provider.id);
    const bool plain = leftOut.parameters || (facts != nullptr && facts->plainModels.contains(route.model));
    const bool bound = asked.conversation != nullptr && asked.conversation->withoutThinking.contains(route.id);
    Ask ask;
    ask.model = route.model;
    ask.said = historyFor(asked.messages, asked.question, plain || bound || leftOut.thinking ? RouteId() : route.id,
        asked.conversation != nullptr ? asked.conversation->lastLeftOut : TurnId());
    ask.effort = route.effort;
    ask.system = wanted.system.trimmed();
    if (const Model *model = catalogue.model(provider.id, route.model)) {
        ask.thinkAloud = model->thinks.value_or(false);
        if (model->mostOutput)
            ask.mostTokens = std::min(*model->mostOutput, mostAnswer);
        if (wanted.mostTokens)
            ask.mostTokens = std::min(*wanted.mostTokens, model->mostOutput.value_or(*wanted.mostTokens));
    } else {
        ask.mostTokens = wanted.mostTokens.value_or(ask.mostTokens);
    }
    ask.limits = provider.dialect == Dialect::OpenAi && wanted.mostTokens;
    const qsizetype letters = std::accumulate(ask.said.begin(), ask.said.end(), ask.system.size(), [](qsizetype sum, const Said &each) { return sum + each.text.size(); });
    const bool anthropic = provider.dialect == Dialect::Anthropic;
    ask.cache = anthropic && letters >= worthCaching;
    ask.olderVersion = anthropic && (leftOut.parameters || (facts != nullptr && facts->olderVersion));
    if (plain)
        return withoutExtras(ask);
    takeSampling(wanted, provider, route.model, facts, ask);
    return ask;
}

bool isRewritable(const Ask &ask, Fault &fault)
{
    const bool hasThoughts = std::any_of(ask.said.begin(), ask.said.end(), [](const Said &each) { return !each.thoughts.empty(); });
    // With nothing else to leave out it can only be the thinking: that is of this history, not of the model.
    if (fault.kind == FaultKind::BadRequest && fault.status == 400 && (hasExtras(ask) || hasThoughts))
        fault.kind = hasExtras(ask) ? FaultKind::Capability : FaultKind::HistoryBound;
    if (fault.kind == FaultKind::HistoryBound)
        return hasThoughts;
    if (fault.kind != FaultKind::Capability)
        return false;
    return hasExtras(ask) || hasThoughts || (wantsOlderVersion(fault) && !ask.olderVersion);
}

void learnFromRewrites(const TurnState &state, const RouteTable &routes, Catalogue &catalogue, Library &library)
{
    const Attempt &taken = state.attempts.back();
    const Route *route = routes.route(taken.route);
    if (route == nullptr)
        return;
    for (const Attempt &each : state.attempts) {
        if (each.route != taken.route || !each.rewritable)
            continue;
        const Rewrite rewrite = verdictOn(*each.fault).rewrite;
        if (rewrite == Rewrite::WithoutThinking) {
            const Conversation *known = library.conversation(state.conversation);
            if (known == nullptr)
                continue;
            Conversation bound = *known;
            bound.withoutThinking.insert(route->id);
            library.updateConversation(bound); // on disk with its next turn: to learn it twice costs one request
        } else if (rewrite == Rewrite::WithoutParameter) {
            ProviderFacts &facts = catalogue.facts(route->provider);
            if (wantsOlderVersion(*each.fault))
                facts.olderVersion = true;
            else
                facts.plainModels.insert(route->model);
        }
    }
}

} // namespace breakwater
