// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QVariantList>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace breakwater {

/// A row as it stands in its page.
struct RawRow
{
    qint64 id = 0; ///< SQLite's rowid
    QVariantList values; ///< null, qlonglong, double, QString or QByteArray
};

/// The pages of an SQLite file, read without SQLite: whatever is damaged, an intact page gives its rows. Changes nothing.
/// After https://www.sqlite.org/fileformat2.html; the log of changes beside the file is taken into account, as far as its
/// checksums hold. For files of tables with rowids, in UTF-8. One thread.
class Pages
{
public:
    /// None when the file cannot be read, or nothing in it looks like a page.
    [[nodiscard]] static std::optional<Pages> open(const QString &path);

    /// PRAGMA user_version; none when the first page does not tell.
    [[nodiscard]] std::optional<int> version() const { return m_version; }
    /// The first page of each table and index that the schema still names.
    [[nodiscard]] QHash<QString, quint32> roots();
    /// The pages of the table whose first page that is, as far as they can be reached.
    [[nodiscard]] std::set<quint32> leavesOf(quint32 root);
    /// Every page with rows of a table, but the pages that the file has given up.
    [[nodiscard]] std::set<quint32> allLeaves();
    struct Rows
    {
        std::vector<RawRow> rows;
        int unreadable = 0; ///< rows that are there, but not whole
    };
    [[nodiscard]] Rows rowsIn(quint32 page);
    /// The rowids that an index tells of.
    [[nodiscard]] std::set<qint64> indexed(quint32 root);

private:
    Pages() = default;
    void readHeader();
    void readLog(const QString &path);
    [[nodiscard]] int likelyPageSize();
    [[nodiscard]] QByteArray page(quint32 number);
    [[nodiscard]] std::set<quint32> givenUp();
    [[nodiscard]] std::optional<QByteArray> payload(const QByteArray &page, qsizetype at, qint64 size, qint64 mostHere);
    [[nodiscard]] std::vector<quint32> childrenOf(const QByteArray &page, quint32 number) const;
    [[nodiscard]] std::vector<qsizetype> cellsOf(const QByteArray &page, quint32 number) const;

    std::shared_ptr<QFile> m_file;
    std::shared_ptr<QFile> m_log;
    QHash<quint32, qint64> m_logged; ///< where the newest image of a page stands in the log
    int m_pageSize = 0;
    int m_usable = 0; ///< bytes of a page
    quint32 m_count = 0;
    std::optional<int> m_version;
};

} // namespace breakwater
