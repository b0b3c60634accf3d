// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace breakwater {

/// The first of the languages that are wished for, best first, that Breakwater speaks: "en", "de" or "zh_CN". English when
/// it speaks none. Traditional Chinese is another script: who wishes for it is not given simplified. Pure.
[[nodiscard]] QString languageFor(const QStringList &wished);

/// From here on the program speaks `language` (empty: as the system wishes), in Qt's own dialogs, too, and writes numbers
/// and dates as that language does. What has been said stays: call it before the first window is made.
void speak(const QString &language);

} // namespace breakwater
