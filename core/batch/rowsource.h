// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowproblem.h"

#include <QHash>
#include <QIODevice>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace breakwater {

/// What one request of a batch is made of.
struct SourceRow
{
    qint64 line = 1; ///< of the file; of many files, which of them
    QHash<QString, QString> values; ///< by the names of variables
    std::vector<Attachment> attachments = {};
    QString name = {}; ///< a person knows it by; empty: by its values
    friend bool operator==(const SourceRow &, const SourceRow &) = default;
};

/// Rows, read one at a time: of a million, one is in memory. Whoever has read enough lets go of it. Any thread, one at a
/// time.
class RowSource
{
public:
    struct End
    {
        friend bool operator==(const End &, const End &) = default;
    };
    using Next = std::variant<SourceRow, RowProblem, End>;

    virtual ~RowSource() = default;
    /// After a problem the next call reads on; after one that `endsTheRows` it says End.
    [[nodiscard]] virtual Next next() = 0;
    /// What rows have values for, in the order of the file. Of JSONL: what the first of them has.
    [[nodiscard]] virtual QStringList names() = 0;
    /// How much was read, 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
};

// The devices are open.

/// A CSV file whose first line names the columns (core/batch/csv.h). UTF-8. A column without a name is passed over.
[[nodiscard]] std::unique_ptr<RowSource> csvRows(std::unique_ptr<QIODevice> device);
/// One JSON object a line. A text is taken as it is, null as an empty one, and what is nested as its JSON.
[[nodiscard]] std::unique_ptr<RowSource> jsonRows(std::unique_ptr<QIODevice> device);
/// Either, by how the file begins, whatever it is named.
[[nodiscard]] std::unique_ptr<RowSource> rowsFrom(std::unique_ptr<QIODevice> device);
/// A row for each file, read when it is its turn: "filename" is its name, "file" its text. An image or a PDF goes along
/// with the prompt instead, and "file" is its name.
[[nodiscard]] std::unique_ptr<RowSource> fileRows(const QStringList &paths);

} // namespace breakwater
