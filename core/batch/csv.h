// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowproblem.h"

#include <QByteArray>
#include <QIODevice>

#include <variant>
#include <vector>

namespace breakwater {

/// Reads a CSV file record by record (RFC 4180): quotes, doubled quotes, line breaks inside quotes, CRLF, LF and CR, a byte
/// order mark. Commas, semicolons or tabs: the one that the first line has the most of, or which a line "sep=;" before it
/// names, as spreadsheets write it. Blank lines are no records. A quote inside a field that does not begin with one stands
/// for itself, as most programs read it.
///
/// What its fields say is not looked at. Any bytes are safe; memory: one record. Any thread, one at a time.
class CsvReader
{
public:
    /// Bytes of a record that are kept: no row of more can be sent.
    static constexpr qint64 longestRecord = qint64(32) * 1024 * 1024;

    /// Borrows the device, which is open.
    explicit CsvReader(QIODevice &device, qint64 longest = longestRecord)
        : m_device(device)
        , m_longest(longest)
    {
    }

    struct Record
    {
        qint64 line = 1; ///< that it begins on
        std::vector<QByteArray> fields; ///< without their quotes
        friend bool operator==(const Record &, const Record &) = default;
    };
    struct End
    {
        friend bool operator==(const End &, const End &) = default;
    };
    /// A record that is broken is passed over; the next call reads what follows it.
    [[nodiscard]] std::variant<Record, RowProblem, End> next();

    [[nodiscard]] qint64 position() const { return m_read - (m_buffer.size() - m_at); } ///< bytes of the file
    [[nodiscard]] char separator() const { return m_separator; } ///< after the first record

private:
    struct Field
    {
        QByteArray bytes;
        bool isClosed = true; ///< or without quotes
    };
    [[nodiscard]] bool fill();
    [[nodiscard]] bool atEnd() { return m_at >= m_buffer.size() && !fill(); }
    [[nodiscard]] bool atLineEnd() const { return m_buffer.at(m_at) == '\n' || m_buffer.at(m_at) == '\r'; }
    void skipLineEnd();
    void skipLine();
    void skipBlankLines();
    void begin();
    void take(QByteArray &into, qsizetype count);
    [[nodiscard]] Field quotedField();
    [[nodiscard]] Field plainField();

    QIODevice &m_device;
    qint64 m_longest;
    QByteArray m_buffer;
    qsizetype m_at = 0; // in the buffer
    qint64 m_read = 0;
    qint64 m_line = 1;
    qint64 m_kept = 0; // bytes of the record that is read
    bool m_isTooLong = false; // the same
    char m_separator = 0; // 0: not known yet
    bool m_isOver = false;
    QString m_fault; // of the device
};

} // namespace breakwater
