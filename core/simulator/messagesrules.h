// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/modelcatalog.h"

#include <QJsonObject>

namespace breakwater {

enum class ApiVersion { Of2023, Of2026 };

/// What a Messages body is held against.
struct MessagesRules
{
    ApiVersion version = ApiVersion::Of2026;
    QString model;
    ModelTraits traits;
};

/// The first thing that the documented API refuses about the fields of a body: sampling, effort, thinking, forced
/// tools, prefill. None: it takes them.
[[nodiscard]] std::optional<QString> fieldProblem(const QJsonObject &body, const MessagesRules &rules);

/// The same for the blocks of its messages: attachments, citations, replayed thinking.
[[nodiscard]] std::optional<QString> blockProblem(const QJsonObject &body, const MessagesRules &rules);

} // namespace breakwater
