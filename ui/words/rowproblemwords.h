// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowproblem.h"

namespace breakwater::rowproblemwords {

/// What a row is in the file, or among the files, that a batch is made of.
enum class RowIs { Line, File };

/// What is wrong, where, and what becomes of it: "Line 12 has 2 fields instead of 3. It is left out." Any thread.
[[nodiscard]] QString sentence(const RowProblem &problem, RowIs row);
/// The same trouble in a few words, to be counted: "too few fields".
[[nodiscard]] QString inShort(RowTrouble trouble);

} // namespace breakwater::rowproblemwords
