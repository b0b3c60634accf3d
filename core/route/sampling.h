// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/catalogue.h"
#include "core/route/provider.h"

namespace breakwater {

/// Whether a model lets a person choose how it draws its words: temperature and top p.
enum class Sampling {
    Taken,
    Refused, ///< it is not asked
    Unknown, ///< it is asked, and a refusal is remembered
};

/// Anthropic's models take it up to Claude 4.6, and refuse it since Claude 4.7, whatever the version of the API (design/api.md A2).
/// `facts` may be null. Pure.
[[nodiscard]] Sampling samplingOf(const Provider &provider, const QString &model, const ProviderFacts *facts);

} // namespace breakwater
