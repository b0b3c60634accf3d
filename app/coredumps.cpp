// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace breakwater {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none {0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace breakwater
