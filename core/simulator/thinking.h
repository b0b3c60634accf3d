// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace breakwater {

/// The signature under a thinking block, as it is sent: it holds for one model and these very words only, so that an
/// edited block, or one replayed to another model, is found out. Pure.
[[nodiscard]] QString signatureOf(const QString &model, const QString &shownThinking);

} // namespace breakwater
