// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace breakwater {

/// What a person wants of every answer in one conversation. Empty and none: as the model does by itself.
struct Instructions
{
    QString system; ///< the system prompt
    std::optional<double> temperature; ///< 0 to 2; some providers take 1 at most
    std::optional<double> topP; ///< 0 to 1
    std::optional<qint64> mostTokens; ///< of an answer, with the thinking

    [[nodiscard]] bool hasSampling() const { return temperature || topP; }
    [[nodiscard]] bool isEmpty() const { return system.trimmed().isEmpty() && !hasSampling() && !mostTokens; }
    friend bool operator==(const Instructions &, const Instructions &) = default;
};

inline constexpr double mostTemperature = 2.0;

} // namespace breakwater
