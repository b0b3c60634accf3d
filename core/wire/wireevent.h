// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/usage.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace breakwater {

/// How an answer ended, in one vocabulary for all dialects.
enum class StopReason {
    EndOfTurn,
    LengthLimit,
    WindowFull, ///< the conversation fills the model's window
    Declined,
    Paused, ///< the provider stopped between two steps of its own; the rest may be asked for
    Other,
};

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
/// Thinking, or its beginning: with no text it says that the model is at work.
struct Thinking
{
    QString text;
    friend bool operator==(const Thinking &, const Thinking &) = default;
};
/// The end of a block of thinking, or a whole one that only the provider can read.
struct ThoughtEnded
{
    QString signature;
    QString redacted;
    friend bool operator==(const ThoughtEnded &, const ThoughtEnded &) = default;
};
struct Counted
{
    Usage usage;
    friend bool operator==(const Counted &, const Counted &) = default;
};
struct Stopping
{
    StopReason reason = StopReason::EndOfTurn;
    QString explanation = {}; ///< why the model declined, in the provider's words
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

using WireEvent = std::variant<wire::Started, wire::Text, wire::Thinking, wire::ThoughtEnded, wire::Counted, wire::Stopping, wire::Finished, wire::Failed>;

} // namespace breakwater
