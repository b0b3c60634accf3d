// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/csv.h"

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr qint64 bytesAtOnce = 64 * 1024;
constexpr qsizetype farthestLook = 1024 * 1024; // bytes, for the end of the first line
constexpr qint64 costOfAField = sizeof(QByteArray); // bytes, empty or not
constexpr std::array separators {',', ';', '\t'}; // of those a line has as many of, the first

/// Of what stands outside of quotes, up to the first line break there.
struct FirstLine
{
    std::array<qsizetype, separators.size()> counts {};
    qsizetype length = 0;
    bool isWhole = false;
};

FirstLine firstLineOf(QByteArrayView bytes)
{
    FirstLine line;
    bool quoted = false;
    for (const char each : bytes) {
        line.isWhole = !quoted && (each == '\n' || each == '\r');
        if (line.isWhole)
            break;
        ++line.length;
        quoted = quoted != (each == '"');
        const auto found = quoted ? separators.end() : std::find(separators.begin(), separators.end(), each);
        if (found != separators.end())
            ++line.counts[static_cast<std::size_t>(found - separators.begin())];
    }
    return line;
}

} // namespace

/// More of the file into the buffer; false where there is none.
bool CsvReader::fill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype had = m_buffer.size();
    m_buffer.resize(had + bytesAtOnce);
    const qint64 got = m_device.read(m_buffer.data() + had, bytesAtOnce);
    m_buffer.truncate(had + std::max<qint64>(got, 0));
    if (got < 0)
        m_fault = m_device.errorString();
    m_read += std::max<qint64>(got, 0);
    return got > 0;
}

void CsvReader::begin()
{
    bool more = fill();
    while (more && m_buffer.size() < 3)
        more = fill();
    if (m_buffer.startsWith("\xef\xbb\xbf"))
        m_at = 3;
    skipBlankLines();
    FirstLine line = firstLineOf(QByteArrayView(m_buffer).sliced(m_at));
    while (more && !line.isWhole && line.length < farthestLook) {
        more = fill();
        line = firstLineOf(QByteArrayView(m_buffer).sliced(m_at));
    }
    const bool isNamed = line.length == 5 && QByteArrayView(m_buffer).sliced(m_at).startsWith("sep=");
    m_separator = isNamed ? m_buffer.at(m_at + 4) : separators[static_cast<std::size_t>(std::max_element(line.counts.begin(), line.counts.end()) - line.counts.begin())];
    if (isNamed)
        skipLine();
}

void CsvReader::skipBlankLines()
{
    while (!atEnd() && atLineEnd())
        skipLineEnd();
}

/// CRLF is one.
void CsvReader::skipLineEnd()
{
    const bool isReturn = m_buffer.at(m_at++) == '\r';
    if (isReturn && !atEnd() && m_buffer.at(m_at) == '\n')
        ++m_at;
    ++m_line;
}

void CsvReader::skipLine()
{
    while (!atEnd() && !atLineEnd())
        ++m_at;
    if (!atEnd())
        skipLineEnd();
}

void CsvReader::take(QByteArray &into, qsizetype count)
{
    m_kept += count;
    m_isTooLong = m_isTooLong || m_kept > m_longest;
    if (!m_isTooLong)
        into.append(m_buffer.constData() + m_at, count);
    m_at += count;
}

CsvReader::Field CsvReader::plainField()
{
    Field field;
    while (!atEnd()) {
        const auto *const from = m_buffer.constData() + m_at;
        const auto *const end = m_buffer.constData() + m_buffer.size();
        const auto *const stop = std::find_if(from, end, [this](char each) { return each == m_separator || each == '\n' || each == '\r'; });
        take(field.bytes, stop - from);
        if (stop != end)
            break;
    }
    return field;
}

CsvReader::Field CsvReader::quotedField()
{
    Field field {{}, false};
    ++m_at;
    while (!atEnd()) {
        const auto *const from = m_buffer.constData() + m_at;
        const auto *const end = m_buffer.constData() + m_buffer.size();
        const auto *const stop = std::find_if(from, end, [](char each) { return each == '"' || each == '\n' || each == '\r'; });
        take(field.bytes, stop - from);
        if (stop == end)
            continue;
        if (*stop != '"') {
            // As it stands, but counted as one line.
            const bool isReturn = *stop == '\r';
            take(field.bytes, 1);
            if (isReturn && !atEnd() && m_buffer.at(m_at) == '\n')
                take(field.bytes, 1);
            ++m_line;
            continue;
        }
        ++m_at;
        field.isClosed = atEnd() || m_buffer.at(m_at) != '"';
        if (field.isClosed)
            break;
        take(field.bytes, 1); // doubled
    }
    return field;
}

std::variant<CsvReader::Record, RowProblem, CsvReader::End> CsvReader::next()
{
    if (m_separator == 0)
        begin();
    if (m_isOver)
        return End {};
    skipBlankLines();
    Record record {m_line, {}};
    m_kept = 0;
    m_isTooLong = false;
    bool more = !atEnd();
    while (more) {
        const qint64 line = m_line;
        const Field field = !atEnd() && m_buffer.at(m_at) == '"' ? quotedField() : plainField();
        if (!field.isClosed) {
            m_isOver = true;
            return m_fault.isEmpty() ? RowProblem {RowTrouble::QuoteNotClosed, line} : RowProblem {RowTrouble::CannotRead, line, m_fault};
        }
        if (!m_isTooLong)
            record.fields.push_back(field.bytes);
        more = !atEnd() && m_buffer.at(m_at) == m_separator;
        if (more) {
            ++m_at;
            m_kept += costOfAField;
            m_isTooLong = m_isTooLong || m_kept > m_longest;
        } else if (!atEnd() && !atLineEnd()) {
            const RowProblem problem {RowTrouble::TextAfterQuote, m_line};
            skipLine();
            return problem;
        }
    }
    if (!m_fault.isEmpty()) {
        m_isOver = true;
        return RowProblem {RowTrouble::CannotRead, m_line, m_fault};
    }
    if (!atEnd())
        skipLineEnd();
    if (record.fields.empty() && !m_isTooLong) {
        m_isOver = true;
        return End {};
    }
    if (m_isTooLong)
        return RowProblem {RowTrouble::TooLong, record.line, {}, m_kept, m_longest};
    return record;
}

} // namespace breakwater
