// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"

namespace breakwater {

/// The routes of the built-in provider and their everyday chain.
[[nodiscard]] RouteTable simulatedRoutes();
/// Adds Anthropic with its present models and makes their chain the default.
void addAnthropic(RouteTable &table, const QUrl &baseUrl);
/// Adds a server that speaks the OpenAI protocol with one model, and makes a chain of it the default.
ProviderId addServer(RouteTable &table, const QUrl &baseUrl, const QString &model);

} // namespace breakwater
