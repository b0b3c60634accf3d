// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt.h"

namespace breakwater {

namespace {

constexpr qsizetype longestName = 40;

} // namespace

QString promptNameFrom(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestName ? line : line.left(line.lastIndexOf(QLatin1Char(' '), longestName) > 0 ? line.lastIndexOf(QLatin1Char(' '), longestName) : longestName) + QChar(0x2026);
}

} // namespace breakwater
