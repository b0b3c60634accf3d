// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/effortname.h"

namespace breakwater {

QLatin1String effortName(Effort effort)
{
    switch (effort) {
    case Effort::Low:
        return QLatin1String("low");
    case Effort::Medium:
        return QLatin1String("medium");
    case Effort::High:
        return QLatin1String("high");
    case Effort::ExtraHigh:
        return QLatin1String("xhigh");
    case Effort::Max:
        break;
    }
    return QLatin1String("max");
}

} // namespace breakwater
