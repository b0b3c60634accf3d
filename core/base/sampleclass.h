// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// What an attempt came to, as the weather counts it. The order is the order of the stack, bottom first.
enum class SampleClass { Answered, OwnLimit, Overloaded, ServerError, Network };
inline constexpr int sampleClassCount = 5;

} // namespace breakwater
