// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "ui/style/tokens.h"

class QPainter;

namespace breakwater {

/// Where a row stands, as a mark before its word: the shape of a failure's class, a disc for an answer, a ring for what is
/// under way, a dash for what was not sent. Centred in `rect`. UI thread.
void paintRowMark(QPainter &painter, const QRectF &rect, RowState state, SampleClass failure, const Tokens &tokens);

/// How far a batch is, by what has landed: answered, failed, and the rest. UI thread.
void paintLanded(QPainter &painter, const QRectF &rect, const RowCounts &counts, const Tokens &tokens);

} // namespace breakwater
