// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/route/model.h"
#include "core/route/provider.h"

#include <QByteArray>

namespace breakwater {

/// One page of a provider's list of models.
struct ModelPage
{
    std::vector<Model> models;
    QString next; ///< ask again for what comes after this id; empty: that was all
};

/// Reads the answer to encodeModelList. Entries that are none are left out, and none is taken twice; fails with Protocol
/// where the answer is no list at all.
[[nodiscard]] Result<ModelPage> modelsFromJson(Dialect dialect, const QByteArray &json);

} // namespace breakwater
