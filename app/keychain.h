// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace breakwater {

/// The system's keychain, as far as keys need it. It may ask its owner for a password, so every answer comes later, or
/// after minutes, or never; nothing waits for one. UI thread.
class Keychain
{
public:
    enum class Outcome {
        Done,
        NotThere, ///< the keychain runs and has no such entry
        Locked, ///< it runs, and does not say whether it has it
        Refused, ///< the person said no, or it failed
        NoneHere, ///< no keychain runs
    };
    using Read = std::function<void(Outcome, const QByteArray &secret)>;
    using Ended = std::function<void(Outcome)>;

    virtual ~Keychain() = default;
    virtual void read(const QString &entry, Read done) = 0;
    virtual void write(const QString &entry, const QByteArray &secret, Ended done) = 0;
    virtual void remove(const QString &entry, Ended done) = 0;
};

/// Secret Service or KWallet here, the system's own elsewhere, through QtKeychain. Its fallback to an unprotected file
/// stays off. Answers that come after the end are dropped.
[[nodiscard]] std::unique_ptr<Keychain> makeSystemKeychain();

} // namespace breakwater
