// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace breakwater {

/// The heights of many rows that stand below each other; where one stands is found in the logarithm of their number
/// (a Fenwick tree). Whole pixels, so that no sum depends on the order of its parts.
class RowHeights
{
public:
    void clear();
    void append(qreal height);
    void set(std::size_t row, qreal height);

    [[nodiscard]] std::size_t count() const { return m_heights.size(); }
    [[nodiscard]] qreal operator[](std::size_t row) const { return m_heights[row]; }
    /// Of the first `row` rows together: where that row begins. All of them for a row beyond the end.
    [[nodiscard]] qreal topOf(std::size_t row) const;
    [[nodiscard]] qreal total() const { return topOf(count()); }
    /// The row that holds the pixel below `y`: the first above, the last beyond the end; 0 where there is none.
    [[nodiscard]] std::size_t rowAt(qreal y) const;

private:
    std::vector<qreal> m_heights;
    std::vector<qreal> m_sums; ///< at i, one-based: of as many rows up to i as its lowest bit says
};

} // namespace breakwater
