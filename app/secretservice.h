// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace breakwater {

/// Asks the Secret Service whether its default collection is locked; false where none runs. Never waits: `told` is called
/// later, unless `context` is gone.
///
/// QtKeychain cannot tell: an entry that stayed locked, because its owner closed the prompt or none could be shown, and
/// one that is not there come back alike from libsecret.
void askWhetherLocked(QObject &context, std::function<void(bool)> told);

} // namespace breakwater
