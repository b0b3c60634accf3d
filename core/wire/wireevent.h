// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace breakwater {

/// Tokens as the provider counts them; totals, never to be added up.
struct Usage
{
    std::optional<qint64> input;
    std::optional<qint64> output;
    friend bool operator==(const Usage &, const Usage &) = default;
};

/// How an answer ended, in one vocabulary for all dialects.
enum class StopReason { EndOfTurn, LengthLimit, Declined, Paused, Other };

namespace wire {
/// The answer was begun by this model.
struct Started
{
    QString model;
    friend bool operator==(const Started &, const Started &) = default;
};
struct Text
{
    QString text;
    friend bool operator==(const Text &, const Text &) = default;
};
struct Thinking
{
    QString text;
    friend bool operator==(const Thinking &, const Thinking &) = default;
};
struct Counted
{
    Usage usage;
    friend bool operator==(const Counted &, const Counted &) = default;
};
struct Stopping
{
    StopReason reason = StopReason::EndOfTurn;
    friend bool operator==(const Stopping &, const Stopping &) = default;
};
/// The provider's own end mark. Without it an answer is broken off.
struct Finished
{
    friend bool operator==(const Finished &, const Finished &) = default;
};
struct Failed
{
    Fault fault;
    friend bool operator==(const Failed &, const Failed &) = default;
};
} // namespace wire

using WireEvent = std::variant<wire::Started, wire::Text, wire::Thinking, wire::Counted, wire::Stopping, wire::Finished, wire::Failed>;

} // namespace breakwater
