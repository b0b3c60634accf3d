// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace breakwater {

/// One block of a model's thinking, as the provider gave it. It goes back unchanged or not at all.
struct Thought
{
    QString text; ///< a summary; may be empty
    QString signature; ///< the provider's proof that it is its own; empty while it grows, and where there is none
    QString redacted; ///< thinking that only the provider can read
    [[nodiscard]] bool isSealed() const { return !signature.isEmpty() || !redacted.isEmpty(); }
    friend bool operator==(const Thought &, const Thought &) = default;
};

/// What can be read of it, one paragraph a block.
[[nodiscard]] QString textOf(const std::vector<Thought> &thoughts);

} // namespace breakwater
