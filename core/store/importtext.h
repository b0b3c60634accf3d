// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace breakwater {

/// What other programs' files say, as something that can be kept. Pure.

/// Text as valid Unicode: half a letter becomes U+FFFD, and so does a NUL, which ends a text for SQLite's functions.
[[nodiscard]] QString soundText(const QString &text);
/// A name within a line: no line breaks, nothing that cannot be seen, at most `most` characters.
[[nodiscard]] QString soundLine(const QString &text, qsizetype most = 200);
/// The last part of a path, whatever the system that wrote it: a label, never a place.
[[nodiscard]] QString soundFileName(const QString &path);

/// Milliseconds since 1970 within the years that a history has; none for what is no number.
[[nodiscard]] std::optional<WallTime> soundMoment(double milliseconds);
/// Seconds since 1970, or ISO 8601; none for neither.
[[nodiscard]] std::optional<WallTime> momentFrom(const QJsonValue &value);

/// An id that is always the same for what another program calls `parts`, as a UUID of version 8 (RFC 9562).
[[nodiscard]] QString foreignId(const QStringList &parts);

} // namespace breakwater
