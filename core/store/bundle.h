// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/transfer.h"

#include <QIODevice>
#include <QStringList>

#include <memory>
#include <variant>

namespace breakwater {

/// What an export comes as: a file, a folder or a zip archive, read in place. Nothing is ever unpacked to the disk; names
/// are only labels, whatever paths they hold. Any thread, one at a time.
class Bundle
{
public:
    struct Problem
    {
        ImportTrouble trouble = ImportTrouble::CannotOpen;
        QString detail; ///< the system's own words
    };
    virtual ~Bundle() = default;
    /// Decided by what the file holds, not by its name.
    [[nodiscard]] static std::variant<std::unique_ptr<Bundle>, Problem> open(const QString &path);

    [[nodiscard]] virtual QStringList names() const = 0;
    [[nodiscard]] virtual qint64 sizeOf(const QString &name) const = 0; ///< as it says itself
    /// Null where it cannot be read. The bundle outlives what it gives.
    [[nodiscard]] virtual std::unique_ptr<QIODevice> device(const QString &name) = 0;
    /// Why what was read ended early, where it did.
    [[nodiscard]] virtual std::optional<ImportTrouble> trouble() const { return std::nullopt; }

    /// A whole file of at most `most` bytes.
    [[nodiscard]] std::optional<QByteArray> read(const QString &name, qint64 most);
};

} // namespace breakwater
