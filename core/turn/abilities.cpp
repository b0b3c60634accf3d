// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/abilities.h"

#include <algorithm>

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

} // namespace

Chain stepsThatRead(Chain chain, const std::vector<Attachment> &files, const RouteTable &routes, const Catalogue &catalogue)
{
    const auto cannot = [&](const ChainStep &step) {
        const Route *route = routes.route(step.route);
        const Model *model = route != nullptr ? catalogue.model(route->provider, route->model) : nullptr;
        return model != nullptr && !std::all_of(files.begin(), files.end(), [model](const Attachment &file) { return reads(*model, file); });
    };
    if (!std::all_of(chain.steps.begin(), chain.steps.end(), cannot))
        std::erase_if(chain.steps, cannot);
    return chain;
}

} // namespace breakwater
