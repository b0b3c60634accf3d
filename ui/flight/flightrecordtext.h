// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QByteArray>
#include <QString>

namespace breakwater {

/// The flight record of a turn as plain text: a sum, then one line an attempt with what followed below it. For people,
/// in their language; the command line prints it too, so it needs no display. Holds no key. Pure.
[[nodiscard]] QString flightRecordText(const TurnState &turn, const QString &title, const RouteTable &routes);

/// One attempt of it, with what followed. Holds no key. Pure.
[[nodiscard]] QString attemptText(const TurnState &turn, std::size_t index, const RouteTable &routes);

/// The whole record as JSON, indented, with stable English names and times in milliseconds. Holds no key. Pure.
[[nodiscard]] QByteArray flightRecordJson(const TurnState &turn, const QString &title, const RouteTable &routes);

} // namespace breakwater
