// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/usagejson.h"

#include "core/store/jsonfields.h"

#include <array>

namespace breakwater {

namespace {

/// How each count is written: one list, used both ways.
constexpr std::array usageCounts {std::pair {QLatin1String("input"), &Usage::input}, std::pair {QLatin1String("output"), &Usage::output},
    std::pair {QLatin1String("cacheRead"), &Usage::cacheRead}, std::pair {QLatin1String("cacheWritten"), &Usage::cacheWritten},
    std::pair {QLatin1String("thinking"), &Usage::thinking}};

} // namespace

void putUsage(QJsonObject &object, const Usage &usage)
{
    for (const auto &[name, count] : usageCounts)
        jsonfields::put(object, name, usage.*count);
}

Usage usageFrom(const QJsonObject &object)
{
    Usage usage;
    for (const auto &[name, count] : usageCounts)
        usage.*count = jsonfields::large(object, name);
    return usage;
}

} // namespace breakwater
