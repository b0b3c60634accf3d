// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace breakwater {

/// How much a model takes, and how it is chosen alone.
struct ModelWindow
{
    QString model; ///< as people read it
    ChainId chain; ///< that model and no other
    qint64 most = 0; ///< tokens
};

} // namespace breakwater
