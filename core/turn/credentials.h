// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/provider.h"
#include "core/turn/keywait.h"

#include <optional>

namespace breakwater {

/// A key, and what its owner calls it. The name may be written down, the secret never.
struct NamedKey
{
    QString name;
    QByteArray secret; ///< empty for a provider that wants none
    friend bool operator==(const NamedKey &, const NamedKey &) = default;
};

/// Where turns find keys. Never logs, never copies them elsewhere. UI thread.
class Credentials
{
public:
    virtual ~Credentials() = default;
    /// The key that `provider` is asked with next, at the address that it has; none when one is wanted and not there.
    [[nodiscard]] virtual std::optional<NamedKey> key(const Provider &provider) const = 0;
    /// The key of this name, though another may be asked with next: what it made, no other sees. None when it is not there.
    [[nodiscard]] virtual std::optional<NamedKey> keyNamed(const Provider &provider, const QString &name) const
    {
        auto next = key(provider);
        return next && next->name == name ? next : std::nullopt;
    }
    /// There is a key that cannot be read yet, and why. Whoever waits is told by Outbox::keysChanged.
    [[nodiscard]] virtual KeyWait waitFor(const Provider &) const { return KeyWait::None; }
    [[nodiscard]] bool isAwaited(const Provider &provider) const { return waitFor(provider) != KeyWait::None; }
    /// The server refused the key of this name, or its credit is used up. True when another one is left to try.
    [[nodiscard]] virtual bool refuse(const Provider &, const QString & /*name*/) { return false; }
};

} // namespace breakwater
