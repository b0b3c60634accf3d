// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/dataport.h"

namespace breakwater {

class Engine;

/// What the Data page asks for, done with the engine's history. `restart` is left to who can. Borrows the engine.
[[nodiscard]] DataPort makeDataPort(Engine &engine);

} // namespace breakwater
