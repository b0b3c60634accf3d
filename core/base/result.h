// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <tl/expected.hpp>

namespace breakwater {

/// A value or the Fault that kept it from being.
template <class Value>
using Result = tl::expected<Value, Fault>;

} // namespace breakwater
