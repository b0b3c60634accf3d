// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyring.h"

#include "app/keyvariables.h"

#include <QUuid>

#include <algorithm>

namespace breakwater {

namespace {

using Outcome = Keychain::Outcome;

constexpr Duration patience = std::chrono::seconds(2); // a keychain that says nothing for longer has asked its owner
const auto nothing = QStringLiteral("nothing"); // an entry that nobody makes: to see whether there is a keychain

KeyTrouble troubleOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
    case Outcome::NotThere:
        return KeyTrouble::None;
    case Outcome::Locked:
    case Outcome::Refused:
        return KeyTrouble::Keychain;
    case Outcome::NoneHere:
        return KeyTrouble::NoKeychain;
    }
    return KeyTrouble::Keychain;
}

/// Enough to tell two keys apart, too little to use: nothing of a short one.
QString maskedText(const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    const QString dots(16, QChar(0x2022));
    return text.size() < 20 ? dots : text.left(7) + dots + text.right(4);
}

bool goesTo(const KeptKey &key, const Provider &provider)
{
    return key.origin.isEmpty() || key.origin == originOf(provider.baseUrl);
}

} // namespace

Keyring::Keyring(QString folder, std::unique_ptr<Keychain> keychain, Alarms &alarms, const TimeSource &time)
    : m_folder(std::move(folder))
    , m_keychain(std::move(keychain))
    , m_alarms(alarms)
    , m_time(time)
    , m_keys(readKeptKeys(m_folder))
{
    const bool any = std::any_of(m_keys.begin(), m_keys.end(), [](const auto &entry) {
        return std::any_of(entry.second.begin(), entry.second.end(), [](const KeptKey &each) { return each.state == KeyState::Reading; });
    });
    if (any)
        lookForKeychain();
}

Keyring::~Keyring() = default;

void Keyring::bindTo(const std::vector<Provider> &providers)
{
    bool bound = false;
    for (const Provider &provider : providers) {
        const auto kept = m_keys.find(provider.id);
        if (kept == m_keys.end())
            continue;
        for (KeptKey &each : kept->second) {
            bound = bound || each.origin.isEmpty();
            if (each.origin.isEmpty())
                each.origin = originOf(provider.baseUrl);
        }
    }
    if (bound)
        (void)writeKeptKeys(m_folder, m_keys);
}

void Keyring::moveTo(const Provider &provider)
{
    const auto kept = m_keys.find(provider.id);
    if (kept == m_keys.end())
        return;
    for (KeptKey &each : kept->second)
        each.origin = originOf(provider.baseUrl);
    (void)writeKeptKeys(m_folder, m_keys);
    Q_EMIT changed();
}

void Keyring::forget(const ProviderId &provider)
{
    const auto kept = m_keys.find(provider);
    if (kept == m_keys.end())
        return;
    for (const KeptKey &each : kept->second)
        dropEntry(each.entry);
    for (auto &[key, changes] : m_changes)
        changes += key.first == provider ? 1 : 0;
    m_keys.erase(kept);
    (void)writeKeptKeys(m_folder, m_keys);
    Q_EMIT changed();
}

std::vector<KeptKey> Keyring::keysOf(const Provider &provider) const
{
    std::vector<KeptKey> all;
    if (const auto said = keyFromEnvironment(provider, m_told))
        all.push_back({said->name, KeyPlace::Environment, originOf(provider.baseUrl), {}, KeyState::There, said->secret});
    if (const auto kept = m_keys.find(provider.id); kept != m_keys.end())
        all.insert(all.end(), kept->second.begin(), kept->second.end());
    return all;
}

KeptKey *Keyring::find(const ProviderId &provider, const QString &name)
{
    const auto kept = m_keys.find(provider);
    if (kept == m_keys.end())
        return nullptr;
    const auto found = std::find_if(kept->second.begin(), kept->second.end(), [&name](const KeptKey &each) { return each.name == name; });
    return found == kept->second.end() ? nullptr : &*found;
}

KeptKey *Keyring::find(const QString &entry)
{
    for (auto &[provider, list] : m_keys) {
        for (KeptKey &each : list) {
            if (each.entry == entry)
                return &each;
        }
    }
    return nullptr;
}

// ---- what turns ask ----

std::optional<NamedKey> Keyring::key(const Provider &provider) const
{
    if (awaitsConsent(provider))
        return std::nullopt; // not even the word that it wants none: nothing is sent there
    std::optional<NamedKey> refused;
    for (const KeptKey &each : keysOf(provider)) {
        if (each.state != KeyState::There || !goesTo(each, provider))
            continue;
        if (!isRefused(provider.id, each.name))
            return NamedKey {each.name, each.secret};
        if (!refused)
            refused = NamedKey {each.name, each.secret}; // all were: the person asked, and the server says it again
    }
    if (refused)
        return refused;
    if (provider.simulated)
        return NamedKey {{}, QByteArrayLiteral("simulated")}; // no secret
    return provider.dialect == Dialect::OpenAi ? std::optional(NamedKey {}) : std::nullopt; // many local servers want none
}

/// Also one that was refused: what it made is asked for with it, and a person may have put it right elsewhere.
std::optional<NamedKey> Keyring::keyNamed(const Provider &provider, const QString &name) const
{
    const std::vector<KeptKey> all = keysOf(provider);
    const auto found = std::find_if(all.begin(), all.end(),
        [&](const KeptKey &each) { return each.name == name && each.state == KeyState::There && goesTo(each, provider); });
    if (found != all.end() && !awaitsConsent(provider))
        return NamedKey {found->name, found->secret};
    return Credentials::keyNamed(provider, name); // a provider that wants none
}

KeyWait Keyring::waitFor(const Provider &provider) const
{
    if (awaitsConsent(provider))
        return KeyWait::None;
    KeyWait wait = KeyWait::None;
    for (const KeptKey &each : keysOf(provider)) {
        if (!goesTo(each, provider) || isRefused(provider.id, each.name))
            continue;
        switch (each.state) {
        case KeyState::There:
            return KeyWait::None;
        case KeyState::Reading:
            return KeyWait::Reading;
        case KeyState::Locked: // unless another key is at hand
            wait = KeyWait::Locked;
            break;
        case KeyState::NoKeychain:
            wait = KeyWait::NoKeychain;
            break;
        case KeyState::Gone:
        case KeyState::Refused:
            break;
        }
    }
    return wait;
}

bool Keyring::refuse(const Provider &provider, const QString &name)
{
    m_refused.insert({provider.id, name});
    Q_EMIT changed();
    const auto keys = keysOf(provider);
    return std::any_of(keys.begin(), keys.end(),
        [&](const KeptKey &each) { return each.state == KeyState::There && goesTo(each, provider) && !isRefused(provider.id, each.name); });
}

QByteArray Keyring::keyToTest(const Provider &provider) const
{
    if (awaitsConsent(provider))
        return {};
    for (const KeptKey &each : keysOf(provider)) {
        if (each.state == KeyState::There && !isRefused(provider.id, each.name))
            return each.secret;
    }
    const auto any = key(provider);
    return any ? any->secret : QByteArray();
}

// ---- what the interface asks ----

std::vector<ShownKey> Keyring::keys(const Provider &provider) const
{
    std::vector<ShownKey> shown;
    for (const KeptKey &each : keysOf(provider)) {
        const bool refused = each.state == KeyState::There && isRefused(provider.id, each.name);
        shown.push_back({each.name, maskedText(each.secret), each.place, refused ? KeyState::Refused : each.state,
            goesTo(each, provider) ? QString() : QUrl(each.origin).authority()});
    }
    return shown;
}

std::vector<KeyPlace> Keyring::places()
{
    if (m_presence == Presence::Unknown)
        lookForKeychain();
    // Without a keychain nothing is written to a disk unasked.
    if (m_presence == Presence::None)
        return {KeyPlace::SessionOnly, KeyPlace::PrivateFile};
    return {KeyPlace::Keychain, KeyPlace::PrivateFile, KeyPlace::SessionOnly};
}

KeyState Keyring::keychainState() const
{
    KeyState worst = KeyState::There;
    for (const auto &[provider, list] : m_keys) {
        for (const KeptKey &each : list) {
            if (each.state == KeyState::NoKeychain || (each.state == KeyState::Locked && worst == KeyState::There))
                worst = each.state;
        }
    }
    return worst;
}

void Keyring::setKey(const Provider &provider, const QString &name, const QByteArray &key, KeyPlace place, Done done)
{
    const KeptKey *old = find(provider.id, name);
    const int change = ++m_changes[{provider.id, name}];
    KeptKey fresh {name, place, originOf(provider.baseUrl), {}, KeyState::There, key};
    if (place != KeyPlace::Keychain) {
        const QString entry = old != nullptr ? old->entry : QString();
        const KeyTrouble trouble = replace(provider.id, fresh);
        if (trouble == KeyTrouble::None)
            dropEntry(entry);
        done(trouble);
        return;
    }
    // Of its own for each data folder: two of them may know the same provider.
    fresh.entry = old != nullptr && !old->entry.isEmpty() ? old->entry : provider.id.text() + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_keychain->write(fresh.entry, key, [this, id = provider.id, fresh, change, done = std::move(done)](Outcome outcome) {
        if (m_changes[{id, fresh.name}] != change) { // the keychain asked its owner for so long that another key was given
            if (find(fresh.entry) == nullptr)
                dropEntry(fresh.entry);
            return;
        }
        if (outcome == Outcome::NoneHere)
            m_presence = Presence::None;
        const KeyTrouble kept = troubleOf(outcome);
        done(kept == KeyTrouble::None ? replace(id, fresh) : kept);
    });
}

KeyTrouble Keyring::replace(const ProviderId &provider, const KeptKey &fresh)
{
    const KeptKeys before = m_keys;
    if (KeptKey *old = find(provider, fresh.name))
        *old = fresh;
    else
        m_keys[provider].push_back(fresh);
    if (!writeKeptKeys(m_folder, m_keys)) {
        m_keys = before;
        (void)writeKeptKeys(m_folder, m_keys); // as far as it goes
        return KeyTrouble::Disk;
    }
    m_refused.erase({provider, fresh.name});
    Q_EMIT keyKept(provider);
    Q_EMIT changed();
    return KeyTrouble::None;
}

void Keyring::removeKey(const Provider &provider, const QString &name, Done done)
{
    ++m_changes[{provider.id, name}];
    const KeptKey *kept = find(provider.id, name);
    if (kept == nullptr || kept->place != KeyPlace::Keychain) {
        done(erase(provider.id, name));
        return;
    }
    m_keychain->remove(kept->entry, [this, id = provider.id, name, done = std::move(done)](Outcome outcome) {
        const KeyTrouble trouble = troubleOf(outcome);
        done(trouble == KeyTrouble::None ? erase(id, name) : trouble);
    });
}

KeyTrouble Keyring::erase(const ProviderId &provider, const QString &name)
{
    const auto kept = m_keys.find(provider);
    if (kept != m_keys.end())
        std::erase_if(kept->second, [&name](const KeptKey &each) { return each.name == name; });
    if (kept != m_keys.end() && kept->second.empty())
        m_keys.erase(kept);
    m_refused.erase({provider, name});
    const bool written = writeKeptKeys(m_folder, m_keys);
    Q_EMIT changed();
    return written ? KeyTrouble::None : KeyTrouble::Disk;
}

void Keyring::dropEntry(const QString &entry)
{
    if (!entry.isEmpty())
        m_keychain->remove(entry, [](Outcome) {});
}

// ---- the keychain ----

/// A keychain that runs, locked or not, answers to a question for an entry that nobody makes; a missing one fails.
void Keyring::lookForKeychain()
{
    m_presence = Presence::Asked;
    m_patienceOver = false;
    m_patience = m_alarms.at(m_time.now() + patience, [this] {
        m_patienceOver = true;
        for (auto &[provider, list] : m_keys) {
            for (KeptKey &each : list) {
                if (each.state == KeyState::Reading)
                    each.state = KeyState::Locked; // its owner is being asked; the answer may still come
            }
        }
        Q_EMIT changed();
    });
    m_keychain->read(nothing, [this](Outcome outcome, const QByteArray &) {
        const bool runs = outcome == Outcome::Done || outcome == Outcome::NotThere || outcome == Outcome::Locked;
        m_presence = runs ? Presence::Runs : Presence::None;
        if (runs) {
            readKeys();
        } else {
            m_patience.reset();
            for (auto &[provider, list] : m_keys) {
                for (KeptKey &each : list) {
                    if (each.place == KeyPlace::Keychain && each.state != KeyState::There)
                        each.state = KeyState::NoKeychain;
                }
            }
        }
        Q_EMIT changed();
    });
}

void Keyring::readKeys()
{
    for (const auto &[provider, list] : m_keys) {
        for (const KeptKey &each : list) {
            if (each.place != KeyPlace::Keychain || each.state == KeyState::There)
                continue;
            ++m_reading;
            m_keychain->read(each.entry, [this, entry = each.entry](Outcome outcome, const QByteArray &secret) { takeRead(entry, outcome, secret); });
        }
    }
    if (m_reading == 0)
        m_patience.reset();
}

void Keyring::takeRead(const QString &entry, Outcome outcome, const QByteArray &secret)
{
    if (--m_reading == 0)
        m_patience.reset();
    KeptKey *kept = find(entry);
    if (kept == nullptr || kept->state == KeyState::There)
        return; // removed or replaced meanwhile
    const auto key = outcome == Outcome::Done ? cleanKey(QString::fromLatin1(secret)) : std::nullopt;
    kept->secret = key.value_or(QByteArray());
    switch (outcome) {
    case Outcome::Done:
        kept->state = key ? KeyState::There : KeyState::Gone;
        break;
    case Outcome::NotThere:
        kept->state = KeyState::Gone;
        break;
    case Outcome::Locked:
    case Outcome::Refused:
        kept->state = KeyState::Locked;
        break;
    case Outcome::NoneHere:
        kept->state = KeyState::NoKeychain;
        break;
    }
    Q_EMIT changed();
}

void Keyring::unlock()
{
    if ((m_reading == 0 && m_presence != Presence::Asked) || m_patienceOver) // an answer may have been lost on its way
        lookForKeychain();
}

} // namespace breakwater
