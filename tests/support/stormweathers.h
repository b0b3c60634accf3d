// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/modelserver.h"

namespace breakwater {

/// The three routes of a storm, the wanted one first.
namespace storm {
inline const QString firstHost = QStringLiteral("first.test");
inline const QString secondHost = QStringLiteral("second.test");
inline const QString wantedModel = QStringLiteral("claude-sonnet-5");
inline const QString cheaperModel = QStringLiteral("claude-haiku-5-5");
inline const QString secondModel = QStringLiteral("gpt-4.1");
inline constexpr Duration windowBegins = std::chrono::seconds(5);
}

/// A weather of the table in resilience 2.14, with what a storm in it aims at.
struct StormWeather
{
    QString name; ///< as the command line names it
    QString title;
    Duration length {}; ///< from `storm::windowBegins` on; zero: the whole storm
    double aimP99 = 0.0; ///< seconds
    double aimRequests = 0.0; ///< for each answered turn
    std::function<WeatherTeller()> begin; ///< fresh, without memory of another storm

    [[nodiscard]] std::optional<Duration> ends() const { return length == Duration::zero() ? std::nullopt : std::optional(storm::windowBegins + length); }
};

[[nodiscard]] const std::vector<StormWeather> &stormWeathers();

} // namespace breakwater
