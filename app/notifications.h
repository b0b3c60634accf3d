// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace breakwater {

/// Shows a notification of the desktop (org.freedesktop.Notifications); a later one takes the place of the one before. Where there
/// is no such service nothing is shown. Never waits. UI thread.
void notifyDesktop(const QString &title, const QString &sentence);

} // namespace breakwater
