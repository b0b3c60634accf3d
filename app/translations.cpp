// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace breakwater {

namespace {

bool isTraditional(const QString &tag)
{
    return tag.contains(QLatin1String("Hant")) || tag.contains(QLatin1String("TW")) || tag.contains(QLatin1String("HK"))
        || tag.contains(QLatin1String("MO"));
}

/// Does nothing when the file is not there: Qt's own texts are a package of their own.
void install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator.release()); // the application owns it
}

/// Dates of a person's own country, in the language that is spoken; of the language's country when that is another one.
QLocale localeFor(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale spoken(language);
    if (system.language() == spoken.language() && !isTraditional(system.bcp47Name()))
        return system;
    // The C locale writes times to the second and no thousands; people read neither.
    return language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom) : spoken;
}

} // namespace

QString languageFor(const QStringList &wished)
{
    for (const QString &tag : wished) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0);
        if (language == QLatin1String("zh") && !isTraditional(tag))
            return QStringLiteral("zh_CN");
        if (language == QLatin1String("de") || language == QLatin1String("en"))
            return language;
    }
    return QStringLiteral("en");
}

void speak(const QString &language)
{
    const QString spoken = languageFor(language.isEmpty() ? QLocale::system().uiLanguages() : QStringList {language});
    QLocale::setDefault(localeFor(spoken));
    if (spoken == QLatin1String("en"))
        return;
    install(QLatin1String("qtbase_") + spoken, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(spoken, QStringLiteral(":/app/translations"));
}

} // namespace breakwater
