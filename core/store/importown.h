// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jsonitems.h"
#include "core/store/parcel.h"

#include <QHash>

#include <optional>

namespace breakwater {

/// Puts the items of Breakwater's own export (parceljson.h) together to parcels again. Any thread, one at a time.
class OwnImport
{
public:
    /// `device` is the one that the items come from: where it can be read at any place, files are read when they are
    /// needed; where it cannot, at most 512 MB of them are kept.
    explicit OwnImport(QIODevice &device)
        : m_device(device)
    {
    }
    /// The parcel that was complete before this item, if one was. What cannot be used is told in `skipped`.
    [[nodiscard]] std::optional<Parcel> take(const JsonItems::Item &item, std::vector<Skipped> &skipped);
    /// The last one.
    [[nodiscard]] std::optional<Parcel> finish() { return std::exchange(m_parcel, std::nullopt); }

private:
    struct StoredFile
    {
        qint64 at = 0;
        qint64 size = 0;
        std::optional<QByteArray> data; ///< where it cannot be read again
    };
    void addFile(const JsonItems::Item &item, std::vector<Skipped> &skipped);
    [[nodiscard]] std::optional<QByteArray> bytesOf(const QString &name);

    QIODevice &m_device;
    std::optional<Parcel> m_parcel;
    QHash<QString, StoredFile> m_files;
    qint64 m_kept = 0; ///< bytes of files in memory
};

} // namespace breakwater
