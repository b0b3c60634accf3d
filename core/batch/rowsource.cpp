// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowsource.h"

#include "core/batch/csv.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

double shareRead(const QIODevice &device, qint64 position)
{
    return device.size() > 0 ? std::clamp(static_cast<double>(position) / static_cast<double>(device.size()), 0.0, 1.0) : 1.0;
}

bool isText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() && !bytes.contains('\0');
}

/// Where the first bytes stand that are no text; none where all are.
std::optional<qint64> badLine(const CsvReader::Record &record)
{
    qint64 line = record.line;
    for (const QByteArray &field : record.fields) {
        if (isText(field)) {
            line += field.count('\n');
            continue;
        }
        for (const QByteArray &each : field.split('\n')) { // no letter has this byte in it
            if (!isText(each))
                return line;
            ++line;
        }
    }
    return std::nullopt;
}

class CsvRows final : public RowSource
{
public:
    explicit CsvRows(std::unique_ptr<QIODevice> device)
        : m_device(std::move(device))
        , m_reader(*m_device)
    {
    }

    [[nodiscard]] Next next() override
    {
        if (auto problem = readHeader())
            return *problem;
        if (m_isOver)
            return End {};
        auto read = m_reader.next();
        if (const auto *problem = std::get_if<RowProblem>(&read)) {
            m_isOver = endsTheRows(problem->trouble);
            return *problem;
        }
        const auto *record = std::get_if<CsvReader::Record>(&read);
        if (record == nullptr)
            return End {};
        const auto found = static_cast<qint64>(record->fields.size());
        if (found != m_names.size())
            return RowProblem {found < m_names.size() ? RowTrouble::TooFewFields : RowTrouble::TooManyFields, record->line, {}, found, m_names.size()};
        if (const auto line = badLine(*record))
            return RowProblem {RowTrouble::NotText, *line};
        SourceRow row {record->line, {}};
        row.values.reserve(m_names.size());
        for (qsizetype each = 0; each < m_names.size(); ++each) {
            if (!m_names.at(each).isEmpty())
                row.values.insert(m_names.at(each), QString::fromUtf8(record->fields[static_cast<std::size_t>(each)]));
        }
        return row;
    }

    [[nodiscard]] QStringList names() override
    {
        if (auto problem = readHeader())
            m_kept = std::move(problem);
        QStringList named = m_names;
        named.removeAll(QString());
        return named;
    }

    [[nodiscard]] double progress() const override { return shareRead(*m_device, m_reader.position()); }

private:
    /// What is wrong with it, told once.
    std::optional<RowProblem> readHeader()
    {
        if (m_kept)
            return std::exchange(m_kept, std::nullopt);
        if (m_hasBegun)
            return std::nullopt;
        m_hasBegun = true;
        auto problem = headerProblem(m_reader.next());
        m_isOver = problem.has_value();
        return problem;
    }

    std::optional<RowProblem> headerProblem(const std::variant<CsvReader::Record, RowProblem, CsvReader::End> &read)
    {
        if (const auto *problem = std::get_if<RowProblem>(&read))
            return *problem;
        const auto *record = std::get_if<CsvReader::Record>(&read);
        if (record == nullptr)
            return RowProblem {RowTrouble::NoHeader};
        if (const auto line = badLine(*record))
            return RowProblem {RowTrouble::NotText, *line};
        QStringList names;
        QSet<QString> known;
        for (const QByteArray &field : record->fields) {
            const QString name = QString::fromUtf8(field).trimmed();
            if (!name.isEmpty() && known.contains(name))
                return RowProblem {RowTrouble::NameTwice, record->line, name};
            names.append(name);
            known.insert(name);
        }
        if (known.size() == 1 && known.contains(QString()))
            return RowProblem {RowTrouble::NoHeader, record->line};
        m_names = names;
        return std::nullopt;
    }

    std::unique_ptr<QIODevice> m_device;
    CsvReader m_reader;
    QStringList m_names; // empty ones are passed over
    std::optional<RowProblem> m_kept; // of the header, not told yet
    bool m_hasBegun = false;
    bool m_isOver = false;
};

} // namespace

std::unique_ptr<RowSource> csvRows(std::unique_ptr<QIODevice> device)
{
    return std::make_unique<CsvRows>(std::move(device));
}

std::unique_ptr<RowSource> rowsFrom(std::unique_ptr<QIODevice> device)
{
    QByteArray head = device->peek(256);
    if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    return head.trimmed().startsWith('{') ? jsonRows(std::move(device)) : csvRows(std::move(device));
}

} // namespace breakwater
