// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace breakwater {

/// Lines of a text that arrives in pieces. A line that is too long is left out whole, and counted, so that a body
/// without an end fills no memory. Empty lines are none.
class LineSplitter
{
public:
    static constexpr qsizetype longestLine = 32 * 1024 * 1024;

    explicit LineSplitter(qsizetype longest = longestLine)
        : m_longest(longest)
    {
    }
    void feed(const QByteArray &bytes);
    /// The next whole line, without its end; none until more is fed.
    [[nodiscard]] std::optional<QByteArray> next();
    /// What stands behind the last line break. Only a body that ended well ends with a line; of one that was cut it is
    /// the beginning of one.
    [[nodiscard]] std::optional<QByteArray> last();
    [[nodiscard]] qsizetype held() const { return m_bytes.size() - m_begin; } ///< bytes that are fed and not taken
    [[nodiscard]] qint64 tooLong() const { return m_tooLong; } ///< lines that were left out

private:
    qsizetype m_longest;
    QByteArray m_bytes;
    qsizetype m_begin = 0; // of the line that is next
    qsizetype m_searched = 0; // up to here there is no line break
    bool m_skipping = false; // inside a line that is left out
    qint64 m_tooLong = 0;
};

} // namespace breakwater
