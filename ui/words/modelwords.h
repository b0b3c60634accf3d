// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/model.h"

#include <QString>

namespace breakwater {

/// That a model is about to go, or gone: "Retires on 22 January 2027". Empty for one that stays.
[[nodiscard]] QString endOfLife(const Model &model);

} // namespace breakwater
