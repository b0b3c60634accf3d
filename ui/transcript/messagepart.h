// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace breakwater {

/// A stretch of a part's text, by its positions.
struct PartRange
{
    int from = 0;
    int to = 0;
    friend bool operator==(const PartRange &, const PartRange &) = default;
};

/// One laid-out piece of a message: prose or code. Coordinates are its own, from its upper left corner. UI thread.
class MessagePart
{
public:
    virtual ~MessagePart() = default;

    /// Lays out for `width` and returns the height.
    virtual qreal layOut(qreal width) = 0;
    /// The width that the text takes at its widest line.
    [[nodiscard]] virtual qreal naturalWidth() const = 0;
    virtual void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const std::optional<PartRange> &selected) = 0;

    /// Positions run from 0 to length().
    [[nodiscard]] virtual int length() const = 0;
    [[nodiscard]] virtual int positionAt(const QPointF &point) const = 0;
    [[nodiscard]] virtual QString text(const PartRange &range) const = 0;
    [[nodiscard]] QString text() const { return text({0, length()}); }
    /// The word around a position.
    [[nodiscard]] virtual PartRange wordAt(int position) const = 0;
    /// Where the caret of a growing answer stands.
    [[nodiscard]] virtual QRectF endCaret() const = 0;
    [[nodiscard]] virtual QString linkAt(const QPointF &) const { return {}; }

    /// Room above the part when another stands before it.
    qreal gapBefore = 10;
};

} // namespace breakwater
