// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of JSONL: one object a line.
#include "core/batch/csv.h"
#include "core/batch/rowsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr qint64 bytesOfAPiece = 64 * 1024;

QString asText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

class JsonRows final : public RowSource
{
public:
    explicit JsonRows(std::unique_ptr<QIODevice> device)
        : m_device(std::move(device))
    {
    }

    [[nodiscard]] Next next() override { return m_ahead ? *std::exchange(m_ahead, std::nullopt) : read(); }

    [[nodiscard]] QStringList names() override
    {
        if (!m_hasBegun)
            m_ahead = read();
        return m_names;
    }

    [[nodiscard]] double progress() const override
    {
        const auto read = static_cast<double>(m_read - (m_buffer.size() - m_at));
        return m_device->size() > 0 ? std::clamp(read / static_cast<double>(m_device->size()), 0.0, 1.0) : 1.0;
    }

private:
    struct Line
    {
        QByteArray bytes;
        qint64 size = 0; ///< of more bytes than are kept of it, too
        bool isLast = false;
    };

    /// Up to the next line break, which is taken.
    Line readLine()
    {
        Line line;
        while (true) {
            const qsizetype end = m_buffer.indexOf('\n', m_at);
            const qsizetype stop = end < 0 ? m_buffer.size() : end;
            line.size += stop - m_at;
            if (line.size <= CsvReader::longestRecord)
                line.bytes.append(m_buffer.constData() + m_at, stop - m_at);
            m_at = stop;
            if (end >= 0) {
                ++m_at;
                return line;
            }
            m_buffer.resize(bytesOfAPiece);
            const qint64 got = m_device->read(m_buffer.data(), bytesOfAPiece);
            m_buffer.truncate(std::max<qint64>(got, 0));
            m_at = 0;
            m_read += m_buffer.size();
            m_failed = got < 0;
            if (got <= 0) {
                line.isLast = true;
                return line;
            }
        }
    }

    Next read()
    {
        while (!m_isOver) {
            Line line = readLine();
            m_isOver = line.isLast;
            ++m_line;
            m_hasBegun = m_hasBegun || line.size > 0 || m_failed;
            if (m_failed)
                return RowProblem {RowTrouble::CannotRead, m_line, m_device->errorString()};
            if (line.size > CsvReader::longestRecord)
                return RowProblem {RowTrouble::TooLong, m_line, {}, line.size, CsvReader::longestRecord};
            if (m_line == 1 && line.bytes.startsWith("\xef\xbb\xbf"))
                line.bytes.remove(0, 3);
            if (!line.bytes.trimmed().isEmpty())
                return rowOf(line.bytes);
        }
        if (m_hasBegun)
            return End {};
        m_hasBegun = true;
        return RowProblem {RowTrouble::NoHeader};
    }

    Next rowOf(const QByteArray &json)
    {
        if (!json.isValidUtf8())
            return RowProblem {RowTrouble::NotText, m_line};
        QJsonParseError error {};
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        // A line may also be a text or a number, which is no document.
        const bool isJson = error.error == QJsonParseError::NoError
            || QJsonDocument::fromJson("[" + json + "]", nullptr).array().size() == 1;
        if (!document.isObject())
            return RowProblem {isJson ? RowTrouble::NotAnObject : RowTrouble::NotJson, m_line};
        const QJsonObject object = document.object();
        SourceRow row {m_line, {}};
        row.values.reserve(object.size());
        for (auto each = object.begin(); each != object.end(); ++each)
            row.values.insert(each.key(), asText(each.value()));
        if (m_names.isEmpty())
            m_names = object.keys();
        return row;
    }

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0; // in the buffer
    qint64 m_read = 0; // bytes
    qint64 m_line = 0; // the last that was read
    std::optional<Next> m_ahead;
    QStringList m_names;
    bool m_hasBegun = false; // something stood in the file
    bool m_failed = false;
    bool m_isOver = false;
};

} // namespace

std::unique_ptr<RowSource> jsonRows(std::unique_ptr<QIODevice> device)
{
    return std::make_unique<JsonRows>(std::move(device));
}

} // namespace breakwater
