// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "app/jsonchanges.h"
#include "app/preferencesjson.h"
#include "core/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace breakwater {

namespace {

/// Of the file's form. It goes up when a field gets another meaning, and whoever reads an older one makes that good.
constexpr int settingsVersion = 1;
const auto versionKey = QStringLiteral("version");

std::optional<QJsonObject> readSettingsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// Where it is now.
QString putSettingsAside(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss-zzz"));
    const QString aside = folder.filePath(QStringLiteral("damaged/settings-%1.json").arg(stamp));
    const bool moved = folder.mkpath(QStringLiteral("damaged")) && QFile::rename(path, aside);
    qCWarning(logApp).noquote() << QString(QLatin1String("settings=damaged file=") + (moved ? aside : path));
    return moved ? aside : path;
}

Settings settingsFromJson(const QJsonObject &object)
{
    Settings settings;
    settings.preferences = preferencesFromJson(object);
    settings.welcomed = object.value(QStringLiteral("welcomed")).toBool();
    settings.layout = QByteArray::fromBase64(object.value(QStringLiteral("layout")).toString().toLatin1());
    settings.weatherVisible = object.value(QStringLiteral("weatherVisible")).toBool();
    settings.conversation = object.value(QStringLiteral("conversation")).toString();
    return settings;
}

QJsonObject settingsToJson(const Settings &settings)
{
    QJsonObject object = preferencesToJson(settings.preferences);
    object.insert(versionKey, settingsVersion);
    object.insert(QStringLiteral("welcomed"), settings.welcomed);
    object.insert(QStringLiteral("layout"), QString::fromLatin1(settings.layout.toBase64()));
    object.insert(QStringLiteral("weatherVisible"), settings.weatherVisible);
    object.insert(QStringLiteral("conversation"), settings.conversation);
    return object;
}

} // namespace

Settings loadSettings(const QString &path)
{
    if (const auto read = readSettingsFile(path))
        return settingsFromJson(*read);
    Settings settings = settingsFromJson({});
    if (QFileInfo::exists(path)) {
        settings.putAside = putSettingsAside(path);
        settings.welcomed = true; // whoever had settings knows the program, and shall see what became of them
    }
    return settings;
}

Result<void> saveSettings(const QString &path, const Settings &settings)
{
    const QJsonObject read = readSettingsFile(path).value_or(QJsonObject());
    QJsonObject object = withChanges(read, settingsToJson(settingsFromJson(read)), settingsToJson(settings));
    object.insert(versionKey, std::max(settingsVersion, read.value(versionKey).toInt()));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (written)
        return {};
    Fault fault;
    fault.kind = FaultKind::ReadOnly;
    fault.detail = file.errorString();
    return tl::unexpected(fault);
}

} // namespace breakwater
