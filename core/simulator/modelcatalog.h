// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace breakwater {

/// The models that the simulated provider serves, the ablest first.
[[nodiscard]] QStringList servedModels();
[[nodiscard]] bool isServed(const QString &model);
/// Models of one class share a key's rate limits: "opus", "sonnet", "haiku", or the model itself.
[[nodiscard]] QString modelClass(const QString &model);

/// `GET /v1/models` in Anthropic's shape: at most `limit` after the model `after`.
[[nodiscard]] QByteArray anthropicModels(int limit, const QString &after);
/// `GET /v1/models/{id}`; none: not served.
[[nodiscard]] std::optional<QByteArray> anthropicModel(const QString &id);
/// `GET /v1/models` in OpenAI's shape.
[[nodiscard]] QByteArray openAiModels();

} // namespace breakwater
