// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>

namespace breakwater {

/// FNV-1a over UTF-16: the same on every machine and in every run, unlike qHash.
[[nodiscard]] inline std::uint64_t stableHash(QStringView text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const QChar letter : text)
        hash = (hash ^ letter.unicode()) * 0x100000001B3ULL;
    return hash;
}

} // namespace breakwater
