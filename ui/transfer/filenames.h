// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace breakwater {

/// A title as the name of a file, on any system: no slashes, control characters or reserved names, no dots at its ends, at
/// most 100 bytes; never empty. Without an ending. Pure.
[[nodiscard]] QString safeFileName(const QString &title);

/// Gives each file of a folder a name of its own, also where the folder does not tell upper from lower case.
class FileNames
{
public:
    /// "Tides.md", then "Tides (2).md". `ending` begins with its dot, or is empty.
    [[nodiscard]] QString next(const QString &title, const QString &ending);

private:
    QSet<QString> m_taken;
};

} // namespace breakwater
