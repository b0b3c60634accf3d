// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bundle.h"

#include <QHash>

struct zip;

namespace breakwater {

/// A zip archive, through libzip. What it says of sizes is not believed: bytes are counted as they come, and an archive
/// that gives more than `mostRatio` times what it is, beyond the first `freeBytes`, is read no further.
class ZipArchive final : public Bundle
{
public:
    static constexpr qint64 freeBytes = qint64(256) * 1024 * 1024;
    static constexpr qint64 mostRatio = 100;
    static constexpr qint64 mostEntries = 300'000;

    [[nodiscard]] static std::variant<std::unique_ptr<Bundle>, Problem> open(const QString &path);
    ~ZipArchive() override;
    Q_DISABLE_COPY_MOVE(ZipArchive)

    [[nodiscard]] QStringList names() const override { return m_names; }
    [[nodiscard]] qint64 sizeOf(const QString &name) const override;
    [[nodiscard]] std::unique_ptr<QIODevice> device(const QString &name) override;
    [[nodiscard]] std::optional<ImportTrouble> trouble() const override { return m_trouble; }

    /// Whether so many bytes more may be given.
    [[nodiscard]] bool spend(qint64 bytes);
    void fail(ImportTrouble trouble) { m_trouble = trouble; }

private:
    ZipArchive(zip *archive, qint64 size);

    zip *m_archive;
    qint64 m_size; ///< on disk
    qint64 m_given = 0;
    QStringList m_names;
    QHash<QString, quint64> m_places;
    std::optional<ImportTrouble> m_trouble;
};

} // namespace breakwater
