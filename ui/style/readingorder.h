// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace breakwater {

/// What takes Tab in `area`, itself first, as it is read: row by row, and in a row with the writing. What stands in one
/// widget stays together. By where things lie now, so that nothing has to be told when they come, go or move. UI
/// thread.
[[nodiscard]] std::vector<QWidget *> tabStopsIn(QWidget &area);

/// For focusNextPrevChild of a window: the focus goes to the stop after the present one, or before it, round and round,
/// and that is scrolled into sight. False: there is none.
bool moveFocusAsRead(QWidget &window, bool next);

} // namespace breakwater
