// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/linesplitter.h"

#include <algorithm>
#include <utility>

namespace breakwater {

void LineSplitter::feed(const QByteArray &bytes)
{
    m_searched = std::max(m_searched, m_begin) - m_begin;
    m_bytes.remove(0, std::exchange(m_begin, 0)); // once for each piece, not for each line
    m_bytes.append(bytes);
}

std::optional<QByteArray> LineSplitter::next()
{
    while (true) {
        const qsizetype end = m_bytes.indexOf('\n', std::max(m_begin, m_searched));
        if (end < 0) {
            m_searched = m_bytes.size();
            if (held() > m_longest || m_skipping) {
                m_tooLong += m_skipping ? 0 : 1;
                m_skipping = true;
                m_begin = m_bytes.size();
            }
            return std::nullopt;
        }
        const qsizetype begin = std::exchange(m_begin, end + 1);
        if (std::exchange(m_skipping, false))
            continue;
        if (end - begin > m_longest) {
            ++m_tooLong;
            continue;
        }
        QByteArray line = m_bytes.mid(begin, end - begin);
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            return line;
    }
}

std::optional<QByteArray> LineSplitter::last()
{
    if (auto line = next())
        return line;
    if (m_skipping)
        return std::nullopt;
    const QByteArray rest = m_bytes.mid(std::exchange(m_begin, m_bytes.size()));
    return rest.trimmed().isEmpty() ? std::nullopt : std::optional(rest);
}

} // namespace breakwater
