// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"
#include "core/policy/policysettings.h"
#include "core/route/chain.h"
#include "tests/support/stormweathers.h"

namespace breakwater {

struct StormSetup
{
    int users = 24;
    Duration length = std::chrono::seconds(60); ///< no turn begins later
    std::uint64_t seed = 1;
    PolicySettings policy {};
    enum class Asking {
        OnceAnswered, ///< a person waits for the answer before the next turn
        Steadily, ///< at moments of their own, whatever becomes of the turns: two storms of one seed have the same turns
    };
    Asking asking = Asking::OnceAnswered;
    double shortestPause = 0.5; ///< seconds before the next turn
    double longestPause = 1.5;
    Duration overtime = std::chrono::seconds(15); ///< for the turns that are open after `length`
    std::function<void(RouteTable &table)> arrange; ///< other routes or chains than those of the table
    std::function<void(const QString &line)> trace; ///< told every request, every outcome and the end of every turn
};

/// What a storm came to. Times in seconds; a turn that was not answered counts as long as the storm lasted.
struct StormResult
{
    int turns = 0;
    int answered = 0;
    int wrong = 0; ///< answered with another text than the model's own
    double p50 = 0.0;
    double p95 = 0.0;
    double p99 = 0.0;
    int requests = 0;
    int wanted = 0; ///< answered by the wanted model
    int mostAttempts = 0; ///< of one turn
    /// From the end of the weather until all turns that were open then are answered; infinite: one never was.
    std::optional<double> recovery;
    /// From the end of the weather until the wanted model first ended an answer of its own.
    std::optional<double> wantedBack;
    std::vector<TurnId> asked; ///< all turns, in the order in which they were asked
    std::vector<Sample> samples; ///< as the health log would have them

    [[nodiscard]] double answeredShare() const { return turns == 0 ? 0.0 : double(answered) / turns; }
    [[nodiscard]] double wantedShare() const { return answered == 0 ? 0.0 : double(wanted) / answered; }
    [[nodiscard]] double requestsPerAnswer() const { return answered == 0 ? 0.0 : double(requests) / answered; }
    friend bool operator==(const StormResult &, const StormResult &) = default;
};

/// The routes of a storm and its chain, before a setup arranges them.
[[nodiscard]] RouteTable stormRoutes();

/// Many people in one process under one weather, in virtual time, with the production Outbox between: the person's
/// judge of resilience 2.14. The same setup gives the same result. Needs a QCoreApplication, never its event loop.
[[nodiscard]] StormResult playStorm(const StormWeather &weather, const StormSetup &setup);

} // namespace breakwater
