// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policysettings.h"
#include "tests/support/stormweathers.h"

namespace breakwater {

struct StormSetup
{
    int users = 24;
    Duration length = std::chrono::seconds(60); ///< no turn begins later
    std::uint64_t seed = 1;
    PolicySettings policy {};
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

    [[nodiscard]] double answeredShare() const { return turns == 0 ? 0.0 : double(answered) / turns; }
    [[nodiscard]] double wantedShare() const { return answered == 0 ? 0.0 : double(wanted) / answered; }
    [[nodiscard]] double requestsPerAnswer() const { return answered == 0 ? 0.0 : double(requests) / answered; }
    friend bool operator==(const StormResult &, const StormResult &) = default;
};

/// Many people in one process under one weather, in virtual time, with the production Outbox between: the person's
/// judge of resilience 2.14. The same setup gives the same result. Needs a QCoreApplication, never its event loop.
[[nodiscard]] StormResult playStorm(const StormWeather &weather, const StormSetup &setup);

} // namespace breakwater
