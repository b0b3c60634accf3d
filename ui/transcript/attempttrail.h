// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnstate.h"
#include "ui/style/tokens.h"

#include <QRectF>

class QPainter;

namespace breakwater {

/// The attempts of a turn as marks with their waits between them. A value; painted on the retry card.
struct AttemptTrail
{
    struct Live
    {
        Duration whole {};
        double passed = 0.0; ///< 0 to 1
    };
    std::vector<Attempt> attempts;
    std::optional<Live> live; ///< the wait that is running
    int triesLeft = 0; ///< hollow dots at the end
};

/// One mark for each try in the shape of its result, a line for each wait with its length below, the live line filling.
/// Early attempts are left out when they do not fit into `area`.
void paintAttemptTrail(QPainter &painter, const QRectF &area, const AttemptTrail &trail, const Tokens &tokens);

} // namespace breakwater
