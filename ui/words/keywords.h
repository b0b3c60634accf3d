// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keyport.h"
#include "ui/words/faultwords.h"

namespace breakwater {

/// What is wrong with a key as a person pasted it; empty when it can be one.
[[nodiscard]] QString keyProblem(const QString &pasted);
/// Where a key is kept, or why it cannot be used.
[[nodiscard]] QString sentenceFor(const ShownKey &key);
/// Why a key was not kept or removed; empty for None.
[[nodiscard]] QString sentenceFor(KeyTrouble trouble);
/// A keychain that does not give its keys, Locked or NoKeychain, as a banner says it.
[[nodiscard]] Words keychainWords(KeyState state);

} // namespace breakwater
