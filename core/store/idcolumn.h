// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QVariant>

namespace breakwater {

/// Ids in the columns of type ID_BLOB: a UUID as its 16 bytes, less than half of its text, and any other id as its text.
/// One id always stands in one way, so that two are the same on disk when they are the same. Pure.
[[nodiscard]] QVariant idToDisk(const QString &id);
[[nodiscard]] QString idFromDisk(const QVariant &value);

template <class Tag>
[[nodiscard]] QVariant toDisk(const Id<Tag> &id)
{
    return idToDisk(id.text());
}

template <class AnyId>
[[nodiscard]] AnyId idAt(const QVariant &value)
{
    return AnyId(idFromDisk(value));
}

} // namespace breakwater
