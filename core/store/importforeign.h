// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcel.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace breakwater {

/// The bytes of a file that an export names, found by its name or the beginning of it; none where it is not there.
using ExportedFile = std::function<std::optional<QByteArray>(const QString &name)>;

// One conversation of another program's export. What is said twice gets the same ids twice, so that nothing is added twice.
// Whatever the file says: nothing is taken on trust, what cannot be used is told in Parcel::skipped, and a parcel without
// messages is one that nobody said anything in. None where it is no conversation of that program. Pure but for `files`.

[[nodiscard]] std::optional<Parcel> parcelFromChatGpt(const QJsonObject &conversation, const ExportedFile &files);
[[nodiscard]] std::optional<Parcel> parcelFromClaude(const QJsonObject &conversation, const ExportedFile &files);

} // namespace breakwater
