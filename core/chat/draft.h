// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

namespace breakwater {

/// Unsent text and where it should go.
struct Draft
{
    ConversationId conversation;
    QString text;
    ChainId chain; ///< empty: the default chain
};

} // namespace breakwater
