// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// No image of this process is written when it crashes: the keys would be in it. By the limit of the core file's size,
/// which systemd-coredump obeys too. The process stays one that a debugger and the desktop's portals may look at;
/// making it undumpable would shut them out, and guards from nobody but its own user.
void forbidCoreDumps();

} // namespace breakwater
