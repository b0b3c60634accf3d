// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/model.h"
#include "core/simulator/page.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace breakwater {

/// What a model takes in a Messages request as its documentation says. One that the catalog lacks takes anything but sampling.
struct ModelTraits
{
    Lifecycle lifecycle = Lifecycle::Active;
    bool adaptive = true; ///< types of thinking
    bool enabled = true;
    bool disabled = true;
    bool betweenTools = true;
    bool thinksUnasked = false;
    bool showsThinkingUnasked = false; ///< otherwise `display` is "omitted" by default
    bool effort = true;
    bool sampling = false; ///< temperature and its like, under the version 2023-06-01
    bool prefill = false; ///< a conversation may end with the assistant; never temperature and top_p together
    bool refusesForcedTools = false;
};

/// The models that the simulated provider serves, the ablest first; retired ones are known and refused.
[[nodiscard]] QStringList servedModels();
[[nodiscard]] bool isServed(const QString &model);
/// The id that an alias stands for; anything else is its own.
[[nodiscard]] QString fullModelId(const QString &name);
[[nodiscard]] ModelTraits traitsOf(const QString &model);
/// Tokens that it takes; none for one that the catalog lacks.
[[nodiscard]] std::optional<int> mostInputOf(const QString &model);
/// Models of one class share a key's rate limits: "opus", "sonnet", "haiku", or the model itself.
[[nodiscard]] QString modelClass(const QString &model);

struct ModelListing
{
    Page page;
    QStringList lifecycles; ///< empty: all but the retired
};

/// `GET /v1/models` in Anthropic's shape.
[[nodiscard]] QByteArray anthropicModels(const ModelListing &wanted);
/// `GET /v1/models/{id or alias}`, also of a retired one; none: unknown.
[[nodiscard]] std::optional<QByteArray> anthropicModel(const QString &id);
/// The same two in OpenAI's shape.
[[nodiscard]] QByteArray openAiModels();
[[nodiscard]] std::optional<QByteArray> openAiModel(const QString &id);

} // namespace breakwater
