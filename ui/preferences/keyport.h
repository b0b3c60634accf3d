// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>

#include <optional>

namespace breakwater {

/// Where a provider's key is kept.
enum class KeyPlace {
    None, ///< there is no key
    SessionOnly, ///< in memory, gone at the end
    PrivateFile, ///< in a file that only this user can read
    Environment, ///< from an environment variable; cannot be changed here
};

/// What the interface may do with keys. It never reads one back. Implemented in app/. UI thread.
class KeyPort
{
public:
    virtual ~KeyPort() = default;
    /// The key as it may be shown ("sk-ant-••••7Q2A"); none where there is no key.
    [[nodiscard]] virtual std::optional<QString> masked(const ProviderId &provider) const = 0;
    [[nodiscard]] virtual KeyPlace place(const ProviderId &provider) const = 0;
    /// Keeps `key` (from cleanKey) at `place`, SessionOnly or PrivateFile; false when it could not be kept there.
    [[nodiscard]] virtual bool setKey(const ProviderId &provider, const QByteArray &key, KeyPlace place) = 0;
    virtual void removeKey(const ProviderId &provider) = 0;
};

} // namespace breakwater
