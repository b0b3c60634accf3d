// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keptkeys.h"

#include "core/base/logging.h"
#include "core/route/provider.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace breakwater {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
constexpr qint64 mostBytes = 1024 * 1024; // a larger file is not ours

const auto nameField = QStringLiteral("name");
const auto originField = QStringLiteral("for");
const auto entryField = QStringLiteral("entry");
const auto keyField = QStringLiteral("key");

QString pathIn(const QString &folder, KeyPlace place)
{
    return folder + (place == KeyPlace::Keychain ? QLatin1String("/keychain.json") : QLatin1String("/keys.json"));
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.size() <= mostBytes ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool othersMayRead(const QString &path)
{
    if (!QFile::exists(path) || !(QFile::permissions(path) & others))
        return false;
    qCWarning(logApp) << "event=keys-not-read reason=readable-by-others";
    return true;
}

std::optional<KeptKey> keyFrom(const QJsonValue &value, KeyPlace place)
{
    const QJsonObject object = value.toObject();
    KeptKey kept {object.value(nameField).toString(), place, object.value(originField).toString(), {}, KeyState::There, {}};
    if (place == KeyPlace::Keychain) {
        kept.entry = object.value(entryField).toString();
        kept.state = KeyState::Reading;
        return kept.entry.isEmpty() ? std::nullopt : std::optional(kept);
    }
    const auto key = cleanKey(value.isString() ? value.toString() : object.value(keyField).toString()); // older: the key alone
    kept.secret = key.value_or(QByteArray());
    return key ? std::optional(kept) : std::nullopt;
}

void readInto(KeptKeys &keys, const QString &folder, KeyPlace place)
{
    const QJsonObject object = readObject(pathIn(folder, place));
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QJsonArray list = each.value().isArray() ? each.value().toArray() : QJsonArray {each.value()};
        for (const QJsonValue &value : list) {
            if (const auto kept = keyFrom(value, place))
                keys[ProviderId(each.key())].push_back(*kept);
        }
    }
}

QJsonObject objectOf(const KeptKeys &keys, KeyPlace place)
{
    QJsonObject object;
    for (const auto &[provider, list] : keys) {
        QJsonArray array;
        for (const KeptKey &each : list) {
            if (each.place != place)
                continue;
            QJsonObject one {{nameField, each.name}, {originField, each.origin}};
            place == KeyPlace::Keychain ? one.insert(entryField, each.entry) : one.insert(keyField, QString::fromLatin1(each.secret));
            array.append(one);
        }
        if (!array.isEmpty())
            object.insert(provider.text(), array);
    }
    return object;
}

bool write(const QString &path, const QJsonObject &object)
{
    if (object.isEmpty())
        return !QFile::exists(path) || QFile::remove(path);
    QSaveFile file(path);
    // The temporary file must be private before a key is in it.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit()
        && QFile::setPermissions(path, ownerOnly);
}

} // namespace

KeptKeys readKeptKeys(const QString &folder)
{
    KeptKeys keys;
    readInto(keys, folder, KeyPlace::Keychain);
    if (!othersMayRead(pathIn(folder, KeyPlace::PrivateFile)))
        readInto(keys, folder, KeyPlace::PrivateFile);
    return keys;
}

bool writeKeptKeys(const QString &folder, const KeptKeys &keys)
{
    bool written = true;
    for (const KeyPlace place : {KeyPlace::Keychain, KeyPlace::PrivateFile})
        written = write(pathIn(folder, place), objectOf(keys, place)) && written;
    return written;
}

} // namespace breakwater
