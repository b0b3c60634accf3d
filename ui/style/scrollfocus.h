// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QString;

namespace breakwater {

/// Lets an area take the focus only where the keys have something to scroll, under that name and with a ring. UI
/// thread.
void takeFocusWhereItScrolls(QScrollArea &area, const QString &name);

} // namespace breakwater
