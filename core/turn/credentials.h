// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>

#include <optional>

namespace breakwater {

/// Where turns find keys. Never logs, never copies them elsewhere.
class Credentials
{
public:
    virtual ~Credentials() = default;
    /// Empty for a provider that wants none; none when a key is wanted and not there.
    [[nodiscard]] virtual std::optional<QByteArray> key(const ProviderId &provider) const = 0;
};

} // namespace breakwater
