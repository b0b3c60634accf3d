// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkInformation>
#include <QObject>

#include <optional>

namespace breakwater {

/// Whether this machine has a network, as far as the system says. A hint for when to try, never a reason not to:
/// systems are wrong about it, and a local server needs no network.
class Reachability : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// None: the system does not say.
    [[nodiscard]] virtual std::optional<bool> online() const = 0;

Q_SIGNALS:
    /// The system's word changed. `true` also comes again when what was reached became more, as when a person has
    /// signed in to a network: worth a try.
    void changed(bool online);
};

/// The system's word through Qt: from NetworkManager or GLib where one of them is there, else never a word. UI thread.
class SystemReachability final : public Reachability
{
    Q_OBJECT
public:
    explicit SystemReachability(QObject *parent = nullptr);
    [[nodiscard]] std::optional<bool> online() const override;
};

/// What one of Qt's words means here: anything but "disconnected" may reach some server.
[[nodiscard]] std::optional<bool> onlineFrom(QNetworkInformation::Reachability word);

} // namespace breakwater
