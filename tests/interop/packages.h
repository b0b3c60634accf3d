// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QStandardPaths>
#include <QString>

namespace breakwater {

/// Where tests/interop/install has put the packages.
inline QString packagesFolder()
{
#ifdef BREAKWATER_INTEROP
    const QString built = QStringLiteral(BREAKWATER_INTEROP);
#else
    const QString built = QStringLiteral(BREAKWATER_SOURCE_DIR "/build/interop");
#endif
    return qEnvironmentVariable("BREAKWATER_INTEROP", built);
}

/// Why a test with this package cannot run; empty: it can.
inline QString packageProblem(const QString &package)
{
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        return QStringLiteral("node is missing: it comes with Debian's package nodejs, and tests/run installs it.");
    if (!QFileInfo::exists(packagesFolder() + QStringLiteral("/node_modules/%1/package.json").arg(package)))
        return QStringLiteral("%1 is not in %2: run tests/interop/install with that folder.").arg(package, packagesFolder());
    return {};
}

} // namespace breakwater
