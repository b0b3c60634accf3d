// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/abilities.h"

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

bool reads(const Model &model, const Attachment &file)
{
    switch (file.kind) {
    case AttachmentKind::Image:
        return model.seesImages.value_or(true);
    case AttachmentKind::Pdf:
        return model.readsPdf.value_or(true);
    case AttachmentKind::Text:
        break;
    }
    return true;
}

constexpr int pagesOfClaude = 600;
constexpr int pagesOfASmallWindow = 100; // below a million tokens
constexpr qint64 largeWindow = 1'000'000;

constexpr double surelyTooMany = 1.25; ///< times the window: a guess by letters is never so far off, and nothing is passed by for less

bool holds(const std::vector<Attachment> &files, std::optional<int> pages)
{
    const int all = std::accumulate(files.begin(), files.end(), 0, [](int sum, const Attachment &each) { return sum + each.pages.value_or(0); });
    return !pages || all <= *pages;
}

} // namespace

std::optional<int> mostPages(const RouteId &id, const RouteTable &routes, const Catalogue &catalogue)
{
    const Route *route = routes.route(id);
    const Provider *provider = route != nullptr ? routes.provider(route->provider) : nullptr;
    if (provider == nullptr || provider->dialect != Dialect::Anthropic)
        return std::nullopt;
    const Model *model = catalogue.model(provider->id, route->model);
    return model != nullptr && model->mostInput && *model->mostInput < largeWindow ? pagesOfASmallWindow : pagesOfClaude;
}

Chain stepsThatRead(Chain chain, const std::vector<Attachment> &files, const RouteTable &routes, const Catalogue &catalogue, double tokens)
{
    const auto cannot = [&](const ChainStep &step) {
        const Route *route = routes.route(step.route);
        const Model *model = route != nullptr ? catalogue.model(route->provider, route->model) : nullptr;
        const bool readsAll = model == nullptr || std::all_of(files.begin(), files.end(), [model](const Attachment &file) { return reads(*model, file); });
        const bool tooMany = model != nullptr && model->mostInput && tokens > surelyTooMany * static_cast<double>(*model->mostInput);
        return !readsAll || tooMany || !holds(files, mostPages(step.route, routes, catalogue));
    };
    if (!std::all_of(chain.steps.begin(), chain.steps.end(), cannot))
        std::erase_if(chain.steps, cannot);
    return chain;
}

} // namespace breakwater
