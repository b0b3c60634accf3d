// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "ui/words/faultwords.h"

namespace breakwater::batchwords {

/// How batches and their rows are said, by the clock of this computer. `provider` is its name, `now` the time on the
/// wall. Pure but for the time zone; any thread.

/// "Answered", "Failed", "Not sent", "Under way".
[[nodiscard]] QString state(RowState state);
/// "182 answered, 3 failed, 55 under way"; what there is none of is not said.
[[nodiscard]] QString counts(const RowCounts &counts);
/// Why a row has no answer, in a few words, of a fault: "Overloaded (529)", "Not accepted (400)".
[[nodiscard]] QString reason(const Fault &fault);
/// Whose that is: "yours", "theirs"; empty: nobody's.
[[nodiscard]] QString side(const Fault &fault);

/// What goes on with a part, in one sentence.
[[nodiscard]] QString phase(PartPhase phase, const QString &provider);
/// What goes on with a batch: the same of the part that needs most, and which that is of several.
[[nodiscard]] QString progress(const Batch &batch, const QString &provider);
/// "sent Mon 09:12, ends by Tue 09:12", "sent Mon 09:12, ready since 13:50", "not sent yet".
[[nodiscard]] QString when(const Batch &batch, WallTime now);
/// "next look in 0:42"; empty where none is due.
[[nodiscard]] QString nextLook(const Batch &batch, WallTime now);
/// What kept the last look from succeeding: "Anthropic is overloaded."; empty: nothing, or a person has to decide.
[[nodiscard]] QString trouble(const Batch &batch, const FaultContext &context);
/// "Its results can be read until 26 Dec": the provider keeps them for 29 days. Empty while nothing keeps them from being
/// read before.
[[nodiscard]] QString untilGone(const Batch &batch, WallTime now);

/// Parts that the provider did not take, or does not know any more; none where there are none.
[[nodiscard]] std::optional<Words> refused(const Batch &batch, const FaultContext &context);
[[nodiscard]] std::optional<Words> lost(const Batch &batch, const FaultContext &context);
/// What is to be said of a batch that has ended: rows that failed, or have no answer. None: all were answered.
[[nodiscard]] std::optional<Words> ended(const Batch &batch);
/// "Retry 3" of those that failed, "Send 12 again" of those that were not sent; empty where there are none.
[[nodiscard]] QString retry(const RowCounts &counts);
[[nodiscard]] QString sendAgain(const RowCounts &counts);

/// Asked before it is done.
[[nodiscard]] Words cancelQuestion();
[[nodiscard]] Words deleteQuestion(const RowCounts &counts);

} // namespace breakwater::batchwords
