// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keptkeys.h"
#include "app/keychain.h"
#include "core/base/time.h"
#include "core/turn/credentials.h"
#include "ui/preferences/keyport.h"

#include <memory>
#include <set>

namespace breakwater {

/// The keys of this session: from the environment (first, so that what a shell says holds), from the keychain, from a
/// file that only its owner can read, or typed for this session. Each goes only to the origin it was kept for. Keys in
/// the keychain are read after the start, without waiting for them. Never logs a key. UI thread.
class Keyring final : public KeyPort, public Credentials
{
    Q_OBJECT
public:
    /// Reads what `folder` knows and begins to ask the keychain for the rest.
    Keyring(QString folder, std::unique_ptr<Keychain> keychain, Alarms &alarms, const TimeSource &time);
    ~Keyring() override;

    /// Where the command line says that Anthropic is: ANTHROPIC_API_KEY goes there too.
    void setToldAddress(const QUrl &url) { m_told = url; }
    /// Keys of an older version belong to the address that their provider has now.
    void bindTo(const std::vector<Provider> &providers);
    /// A person moved `provider` to another address and was told that its keys go there from now on.
    void moveTo(const Provider &provider);
    /// The provider is gone, and its keys with it.
    void forget(const ProviderId &provider);
    /// A person may have paid a bill: every key is tried again.
    void forgive() { m_refused.clear(); }
    [[nodiscard]] bool knows(const ProviderId &provider) const { return m_keys.contains(provider); }
    /// The key for a connection test that a person asked for, wherever the provider is now.
    [[nodiscard]] QByteArray keyToTest(const Provider &provider) const;
    /// The worst that can be said of the keys that the keychain does not give: Locked, NoKeychain or There.
    [[nodiscard]] KeyState keychainState() const;

    [[nodiscard]] std::optional<NamedKey> key(const Provider &provider) const override;
    [[nodiscard]] std::optional<NamedKey> keyNamed(const Provider &provider, const QString &name) const override;
    [[nodiscard]] KeyWait waitFor(const Provider &provider) const override;
    [[nodiscard]] bool refuse(const Provider &provider, const QString &name) override;

    [[nodiscard]] std::vector<ShownKey> keys(const Provider &provider) const override;
    [[nodiscard]] std::vector<KeyPlace> places() override;
    void setKey(const Provider &provider, const QString &name, const QByteArray &key, KeyPlace place, Done done) override;
    void removeKey(const Provider &provider, const QString &name, Done done) override;
    void unlock() override;

Q_SIGNALS:
    /// A person gave the provider a key: what was refused with another one may be let in with this.
    void keyKept(const breakwater::ProviderId &provider);

private:
    [[nodiscard]] std::vector<KeptKey> keysOf(const Provider &provider) const;
    [[nodiscard]] KeptKey *find(const ProviderId &provider, const QString &name);
    [[nodiscard]] KeptKey *find(const QString &entry);
    [[nodiscard]] bool isRefused(const ProviderId &provider, const QString &name) const { return m_refused.contains({provider, name}); }
    void lookForKeychain();
    void readKeys();
    void takeRead(const QString &entry, Keychain::Outcome outcome, const QByteArray &secret);
    [[nodiscard]] KeyTrouble replace(const ProviderId &provider, const KeptKey &fresh);
    [[nodiscard]] KeyTrouble erase(const ProviderId &provider, const QString &name);
    void dropEntry(const QString &entry);

    QString m_folder;
    std::unique_ptr<Keychain> m_keychain;
    Alarms &m_alarms;
    const TimeSource &m_time;
    QUrl m_told;
    KeptKeys m_keys;
    std::set<std::pair<ProviderId, QString>> m_refused;
    enum class Presence { Unknown, Asked, Runs, None };
    Presence m_presence = Presence::Unknown;
    int m_reading = 0;
    std::unique_ptr<Alarm> m_patience;
    bool m_patienceOver = false; ///< the keychain did not answer in time
    std::map<std::pair<ProviderId, QString>, int> m_changes; ///< of each key, so that a late answer is known to be late
};

} // namespace breakwater
