// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/provider.h"

#include <QObject>

#include <functional>
#include <vector>

namespace breakwater {

/// Where a provider's key is kept.
enum class KeyPlace {
    SessionOnly, ///< in memory, gone at the end
    PrivateFile, ///< in a file that only this user can read
    Keychain, ///< in the system's keychain
    Environment, ///< from an environment variable; cannot be changed here
};

/// Whether a key can be used.
enum class KeyState {
    There,
    Reading, ///< the keychain was asked and did not answer yet
    Locked, ///< the keychain does not give it before somebody unlocks it
    NoKeychain, ///< it is kept in a keychain, and none runs here
    Gone, ///< the keychain has it no more
    Refused, ///< the provider refused it in this run
};

/// A key as it may be shown. It cannot be read back from this.
struct ShownKey
{
    QString name; ///< as its owner calls it; the variable's name for one from the environment
    QString masked; ///< "sk-ant-••••••••••••••••7Q2A"; dots alone while it cannot be read
    KeyPlace place = KeyPlace::SessionOnly;
    KeyState state = KeyState::There;
    QString keptFor; ///< the host it was kept for, when the provider's address is now another one's; else empty
    friend bool operator==(const ShownKey &, const ShownKey &) = default;
};

/// Why a key was not kept or removed.
enum class KeyTrouble {
    None,
    Keychain, ///< it is locked, or refused
    NoKeychain, ///< none runs here
    Disk,
};

/// What the interface may do with keys. It never reads one back. Implemented in app/. UI thread.
class KeyPort : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(KeyTrouble)>;

    /// The keys of `provider` as it is edited, in the order in which they are used.
    [[nodiscard]] virtual std::vector<ShownKey> keys(const Provider &provider) const = 0;
    /// Where a key can be kept here, the best place first. Asks for a keychain when nobody did yet; `changed` tells.
    [[nodiscard]] virtual std::vector<KeyPlace> places() = 0;
    /// Keeps `key` (from cleanKey) for the address of `provider`, under `name`, replacing the one of that name. `done` is
    /// called once, perhaps at once, perhaps after a person has unlocked a keychain; not at all where that key was
    /// changed again meanwhile. The old key stays if it fails.
    virtual void setKey(const Provider &provider, const QString &name, const QByteArray &key, KeyPlace place, Done done) = 0;
    virtual void removeKey(const Provider &provider, const QString &name, Done done) = 0;
    /// Asks the keychain again for what it did not give; the system asks for the password.
    virtual void unlock() = 0;

Q_SIGNALS:
    /// A key came, went or cannot be used any more; or where keys can be kept is known now.
    void changed();
};

} // namespace breakwater
