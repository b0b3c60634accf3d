// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <utility>
#include <vector>

namespace breakwater {

/// A set of hashes that only grows: of a million, 16 MB, where a std::unordered_set takes three times as much. Hashes are
/// taken to be spread well.
class MarkSet
{
public:
    /// False where it is in it already.
    bool insert(quint64 mark)
    {
        const quint64 kept = mark == 0 ? 1 : mark; // zero is a free place
        if (2 * (m_size + 1) > m_places.size())
            grow();
        const bool isNew = put(kept);
        m_size += isNew ? 1 : 0;
        return isNew;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    bool put(quint64 mark)
    {
        std::size_t at = mark & (m_places.size() - 1);
        while (m_places[at] != 0 && m_places[at] != mark)
            at = (at + 1) & (m_places.size() - 1);
        return std::exchange(m_places[at], mark) == 0;
    }
    void grow()
    {
        const std::vector<quint64> old = std::exchange(m_places, std::vector<quint64>(m_places.empty() ? 64 : 2 * m_places.size()));
        for (const quint64 mark : old) {
            if (mark != 0)
                put(mark);
        }
    }
    std::vector<quint64> m_places; // a power of two
    std::size_t m_size = 0;
};

} // namespace breakwater
