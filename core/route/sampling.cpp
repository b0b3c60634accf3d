// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/sampling.h"

#include <QStringList>

namespace breakwater {

namespace {

/// The last that takes it.
constexpr int lastMajor = 4;
constexpr int lastMinor = 6;

/// Of "claude-opus-4-6" and "claude-3-5-sonnet-20241022": the version, none where the name has none.
std::optional<std::pair<int, int>> claudeVersion(const QString &model)
{
    const qsizetype at = model.indexOf(QLatin1String("claude-"));
    if (at < 0)
        return std::nullopt;
    std::optional<int> major;
    for (const QString &word : model.mid(at).split(QLatin1Char('-'))) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || word.size() > 2) { // a longer one is a date
            if (major)
                break;
            continue;
        }
        if (major)
            return std::pair(*major, number);
        major = number;
    }
    return major ? std::optional(std::pair(*major, 0)) : std::nullopt;
}

} // namespace

Sampling samplingOf(const Provider &provider, const QString &model, const ProviderFacts *facts)
{
    if (facts != nullptr && facts->plainModels.contains(model))
        return Sampling::Refused;
    if (provider.dialect != Dialect::Anthropic)
        return Sampling::Unknown;
    if (model.startsWith(QLatin1String("claude-mythos")))
        return Sampling::Refused;
    const auto version = claudeVersion(model);
    if (!version)
        return Sampling::Unknown;
    return *version <= std::pair(lastMajor, lastMinor) ? Sampling::Taken : Sampling::Refused;
}

} // namespace breakwater
