// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/rowheights.h"

#include <algorithm>
#include <bit>

namespace breakwater {

namespace {

std::size_t lowestBit(std::size_t i)
{
    return i & (~i + 1);
}

} // namespace

void RowHeights::clear()
{
    m_heights.clear();
    m_sums.clear();
}

void RowHeights::append(qreal height)
{
    const std::size_t i = m_heights.size() + 1;
    // Its node sums up the nodes just below it.
    qreal sum = height;
    for (std::size_t child = i - 1; child > i - lowestBit(i); child -= lowestBit(child))
        sum += m_sums[child - 1];
    m_heights.push_back(height);
    m_sums.push_back(sum);
}

void RowHeights::set(std::size_t row, qreal height)
{
    const qreal more = height - m_heights[row];
    if (more == 0)
        return;
    m_heights[row] = height;
    for (std::size_t i = row + 1; i <= m_sums.size(); i += lowestBit(i))
        m_sums[i - 1] += more;
}

qreal RowHeights::topOf(std::size_t row) const
{
    qreal top = 0;
    for (std::size_t i = std::min(row, m_sums.size()); i > 0; i -= lowestBit(i))
        top += m_sums[i - 1];
    return top;
}

std::size_t RowHeights::rowAt(qreal y) const
{
    std::size_t above = 0;
    for (std::size_t step = std::bit_floor(m_sums.size()); step > 0; step /= 2) {
        if (above + step <= m_sums.size() && m_sums[above + step - 1] <= y) {
            above += step;
            y -= m_sums[above - 1];
        }
    }
    return std::min(above, m_heights.empty() ? 0 : m_heights.size() - 1);
}

} // namespace breakwater
