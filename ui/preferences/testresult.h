// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// What a connection test tries, in this order; it ends at the first that fails.
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
    [[nodiscard]] bool passed() const { return !steps.empty() && steps.back().passed; }
    friend bool operator==(const TestResult &, const TestResult &) = default;
};

} // namespace breakwater
