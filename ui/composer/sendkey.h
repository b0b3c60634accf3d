// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// Which key sends; the other way to press Return makes a new line. Ctrl Return always sends.
enum class SendKey { Enter, CtrlEnter };

} // namespace breakwater
