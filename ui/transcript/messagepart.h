// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace breakwater {

/// A stretch of a part's text, by its positions.
struct PartRange
{
    int from = 0;
    int to = 0;
    friend bool operator==(const PartRange &, const PartRange &) = default;
};

/// What is to be seen of a part besides its text.
struct PartMarks
{
    std::optional<PartRange> selected;
    QString wanted = {}; ///< is marked softly wherever it stands, as foldText() makes it; empty: nothing
    std::optional<PartRange> current = {}; ///< the place that the reader is led to, marked strongly
};

/// A step of the caret inside of a line; up and down are found by where things stand.
enum class CaretStep { Before, After, WordBefore, WordAfter, LineBegin, LineEnd };

/// One laid-out piece of a message: prose or code. Coordinates are its own, from its upper left corner. UI thread.
class MessagePart
{
public:
    virtual ~MessagePart() = default;

    /// Lays out for `width` and returns the height.
    virtual qreal layOut(qreal width) = 0;
    /// The width that the text takes at its widest line.
    [[nodiscard]] virtual qreal naturalWidth() const = 0;
    virtual void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks) = 0;

    /// Positions run from 0 to length().
    [[nodiscard]] virtual int length() const = 0;
    [[nodiscard]] virtual int positionAt(const QPointF &point) const = 0;
    [[nodiscard]] virtual QString text(const PartRange &range) const = 0;
    [[nodiscard]] QString text() const { return text({0, length()}); }
    /// Where `folded`, as foldText() makes it, stands in what is shown, in order. Within lines and paragraphs only.
    [[nodiscard]] virtual std::vector<PartRange> find(const QString &folded) const = 0;
    /// How far down a position is.
    [[nodiscard]] virtual qreal topOf(int position) const = 0;
    /// Scrolls sideways, where a part does, so that a range is seen.
    virtual void reveal(const PartRange &) { }
    /// The word around a position.
    [[nodiscard]] virtual PartRange wordAt(int position) const = 0;
    /// The paragraph or line of code around a position.
    [[nodiscard]] virtual PartRange paragraphAt(int position) const = 0;
    /// Where the caret gets by a step; none beyond the part's ends.
    [[nodiscard]] virtual std::optional<int> stepped(int position, CaretStep step) const = 0;
    [[nodiscard]] virtual bool readsRightToLeft(int) const { return false; }
    /// Where the caret stands at a position, as wide as it is drawn.
    [[nodiscard]] virtual QRectF caretAt(int position) const = 0;
    /// Where the caret of a growing answer stands.
    [[nodiscard]] virtual QRectF endCaret() const { return caretAt(length()); }
    [[nodiscard]] virtual QString linkAt(const QPointF &) const { return {}; }
    /// What that link reads.
    [[nodiscard]] virtual QString linkTextAt(const QPointF &) const { return {}; }
    /// The formula there, as it was written; empty: none.
    [[nodiscard]] virtual QString formulaAt(const QPointF &) const { return {}; }

    /// Room above the part when another stands before it.
    qreal gapBefore = 10;
};

} // namespace breakwater
