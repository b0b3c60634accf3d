// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// Whether this process has a view of the mounts of its own, so that it may mount and nobody else sees it. Linux only.
[[nodiscard]] bool hasOwnMounts();

} // namespace breakwater
