// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyring.h"

#include "core/base/logging.h"
#include "core/route/provider.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace breakwater {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

} // namespace

Keyring::Keyring(QString path)
    : m_path(std::move(path))
{
    if (const auto key = cleanKey(qEnvironmentVariable("ANTHROPIC_API_KEY")))
        m_environment[ProviderId(QStringLiteral("anthropic"))] = {*key, KeyPlace::Environment};
    QFile file(m_path);
    if (!file.exists())
        return;
    if (file.permissions() & others) {
        qCWarning(logApp) << "event=keys-not-read reason=readable-by-others";
        return;
    }
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (const auto key = cleanKey(each.value().toString()))
            m_keys[ProviderId(each.key())] = {*key, KeyPlace::PrivateFile};
    }
}

const Keyring::Kept *Keyring::find(const ProviderId &provider) const
{
    for (const auto *keys : {&m_environment, &m_keys}) {
        if (const auto entry = keys->find(provider); entry != keys->end())
            return &entry->second;
    }
    return nullptr;
}

std::optional<QByteArray> Keyring::key(const ProviderId &provider) const
{
    if (const Kept *kept = find(provider))
        return kept->key;
    const auto open = m_open.find(provider);
    return open != m_open.end() ? std::optional(open->second) : std::nullopt;
}

std::optional<QString> Keyring::masked(const ProviderId &provider) const
{
    const Kept *kept = find(provider);
    if (kept == nullptr)
        return std::nullopt;
    const QString text = QString::fromLatin1(kept->key);
    // Enough to tell two keys apart, too little to use: nothing of a short one.
    if (text.size() < 20)
        return QString(12, QChar(0x2022));
    return text.left(7) + QString(12, QChar(0x2022)) + text.right(4);
}

KeyPlace Keyring::place(const ProviderId &provider) const
{
    const Kept *kept = find(provider);
    return kept != nullptr ? kept->place : KeyPlace::None;
}

bool Keyring::setKey(const ProviderId &provider, const QByteArray &key, KeyPlace place)
{
    m_keys[provider] = {key, place};
    return save();
}

void Keyring::removeKey(const ProviderId &provider)
{
    m_keys.erase(provider);
    (void)save();
}

bool Keyring::save() const
{
    QJsonObject object;
    for (const auto &[provider, kept] : m_keys) {
        if (kept.place == KeyPlace::PrivateFile)
            object.insert(provider.text(), QString::fromLatin1(kept.key));
    }
    if (object.isEmpty())
        return !QFile::exists(m_path) || QFile::remove(m_path);
    QSaveFile file(m_path);
    // The temporary file must be private before a key is in it.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit()
        && QFile::setPermissions(m_path, ownerOnly);
}

} // namespace breakwater
