// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificate.h"
#include "core/base/roomleft.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// What a connection test tries, in this order; it ends at the first that fails, but for a list of models: a server may
/// have none and answer all the same.
enum class TestStage { Reached, Secure, KeyAccepted, ModelsFound, Answered };

/// One stage of a connection test.
struct TestStep
{
    TestStage stage = TestStage::Reached;
    bool passed = false;
    std::optional<Duration> took;
    QString detail; ///< host, number of models, or the provider's own words on a failure; may be empty
    friend bool operator==(const TestStep &, const TestStep &) = default;
};

struct TestResult
{
    std::vector<TestStep> steps;
    std::vector<RoomLeft> limits; ///< that the key reports
    std::optional<CertificateFacts> certificate; ///< that the server showed, when it was the trouble
    QString requestId; ///< of the last request, where the provider names one
    WallTime at; ///< when it ended
    [[nodiscard]] bool passed() const { return !steps.empty() && steps.back().passed; }
    friend bool operator==(const TestResult &, const TestResult &) = default;
};

} // namespace breakwater
