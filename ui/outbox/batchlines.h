// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"

#include <QString>

namespace breakwater {

/// What the outbox says of a batch in one line each. Pure but for the time zone.
namespace batchlines {

/// "182 answered, 3 failed, 55 under way"; "64 answered, ready since 13:50"; "240 turns" while nothing came back.
[[nodiscard]] QString counts(const Batch &batch, WallTime now);
/// How it stands, in two or three words: "being sent", "under way", "Overloaded (529)", "asks you". Empty: it is over.
[[nodiscard]] QString standing(const Batch &batch, bool isUnderWay);
/// "Overloaded (529)": why it does not go on now; empty: it does.
[[nodiscard]] QString trouble(const Batch &batch);
/// What `standing` says of one that the provider works on.
[[nodiscard]] QString underWay();
/// "ends by Tue 09:12"; empty while that is not known.
[[nodiscard]] QString ends(const Batch &batch, WallTime now);
/// When the provider will have ended the last of its parts; none: not known.
[[nodiscard]] std::optional<WallTime> endOf(const Batch &batch);

} // namespace batchlines

} // namespace breakwater
