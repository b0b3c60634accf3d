// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace breakwater {

/// `read` with what changed from `before` to `now`: how a program writes a file that it does not know all of.
///
/// `before` is what it understood of `read`. Whatever is the same in `before` and `now` stays as it was read: fields that it
/// does not know, values that it took for others. Elements of lists are told apart by their "id". Pure.
[[nodiscard]] QJsonObject withChanges(const QJsonObject &read, const QJsonObject &before, const QJsonObject &now);

} // namespace breakwater
