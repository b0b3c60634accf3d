// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// Why a key that is kept somewhere is not there yet.
enum class KeyWait {
    None,
    Reading, ///< the keychain takes its time
    Locked, ///< a person has to unlock it
    NoKeychain, ///< the program that keeps it does not run
};

} // namespace breakwater
