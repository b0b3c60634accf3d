// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/credentials.h"
#include "ui/preferences/keyport.h"

#include <map>

namespace breakwater {

/// The keys of this session: from the environment, from a file that only its owner can read, or typed for this session.
/// The environment wins for Anthropic, so that what a shell says holds. Never logs a key.
class Keyring final : public Credentials, public KeyPort
{
public:
    /// Reads `path` if it is there and nobody else can read it.
    explicit Keyring(QString path);

    /// What is sent where no key is kept, and no secret: to the built-in provider, and (nothing) to a person's own server.
    void setOpen(std::map<ProviderId, QByteArray> keys) { m_open = std::move(keys); }

    [[nodiscard]] std::optional<QByteArray> key(const ProviderId &provider) const override;
    [[nodiscard]] std::optional<QString> masked(const ProviderId &provider) const override;
    [[nodiscard]] KeyPlace place(const ProviderId &provider) const override;
    [[nodiscard]] bool setKey(const ProviderId &provider, const QByteArray &key, KeyPlace place) override;
    void removeKey(const ProviderId &provider) override;

private:
    struct Kept
    {
        QByteArray key;
        KeyPlace place = KeyPlace::SessionOnly;
    };
    [[nodiscard]] const Kept *find(const ProviderId &provider) const;
    [[nodiscard]] bool save() const;

    QString m_path;
    std::map<ProviderId, Kept> m_environment;
    std::map<ProviderId, Kept> m_keys;
    std::map<ProviderId, QByteArray> m_open;
};

} // namespace breakwater
