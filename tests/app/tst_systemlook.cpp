// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "app/systemlook.h"

#include <QFile>
#include <QPalette>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;

class tst_SystemLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wishesAreReadAsEachDesktopNamesThem_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("contrast");
        QTest::addColumn<bool>("still");
        const QString shared = QStringLiteral("org.freedesktop.appearance");
        const QString gnome = QStringLiteral("org.gnome.desktop.interface");
        const QString kde = QStringLiteral("org.kde.kdeglobals.KDE");
        QTest::newRow("nothing") << shared << "color-scheme" << QVariant(1U) << false << false;
        QTest::newRow("portal, contrast") << shared << "contrast" << QVariant(1U) << true << false;
        QTest::newRow("portal, usual contrast") << shared << "contrast" << QVariant(0U) << false << false;
        QTest::newRow("portal, motion") << shared << "reduced-motion" << QVariant(1U) << false << true;
        QTest::newRow("GNOME") << "org.gnome.desktop.a11y.interface" << "high-contrast" << QVariant(true) << true << false;
        QTest::newRow("GNOME, by its theme") << gnome << "gtk-theme" << QVariant(QStringLiteral("HighContrastInverse")) << true << false;
        QTest::newRow("GNOME, another theme") << gnome << "gtk-theme" << QVariant(QStringLiteral("Adwaita")) << false << false;
        QTest::newRow("GNOME, still") << gnome << "enable-animations" << QVariant(false) << false << true;
        QTest::newRow("GNOME, moving") << gnome << "enable-animations" << QVariant(true) << false << false;
        QTest::newRow("KDE, still") << kde << "AnimationDurationFactor" << QVariant(QStringLiteral("0")) << false << true;
        QTest::newRow("KDE, fast") << kde << "AnimationDurationFactor" << QVariant(QStringLiteral("0.5")) << false << false;
        QTest::newRow("KDE, nonsense") << kde << "AnimationDurationFactor" << QVariant(QStringLiteral("none")) << false << false;
    }

    void wishesAreReadAsEachDesktopNamesThem()
    {
        QFETCH(QString, space);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(bool, contrast);
        QFETCH(bool, still);
        const DesktopWishes wishes = wishesIn({{space, {{key, value}}}});
        QCOMPARE(wishes.highContrast, contrast);
        QCOMPARE(wishes.reducedMotion, still);
    }

    void aPaletteOfBlackAndWhiteIsOneOfHighContrast()
    {
        QVERIFY(isHighContrast(QPalette(Qt::white, Qt::black, Qt::black, Qt::black, Qt::black, Qt::white, Qt::black)));
        QVERIFY(isHighContrast(QPalette(Qt::black, Qt::white, Qt::white, Qt::white, Qt::white, Qt::black, Qt::white)));
        QVERIFY(!isHighContrast(QPalette(QColor(0xEFEFEF), QColor(0xEFEFEF)))); // Qt's own
        QVERIFY(!isHighContrast(QPalette(Qt::white, QColor(0xEFEFEF), Qt::black, Qt::black, Qt::black, Qt::white, Qt::black)));
    }

    void choicesOutliveTheProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings settings = loadSettings(path);
        QVERIFY(settings.preferences.contrast == SystemChoice::FollowSystem);
        settings.preferences.contrast = SystemChoice::On;
        settings.preferences.reducedMotion = SystemChoice::Off;
        QVERIFY(saveSettings(path, settings));
        QVERIFY(loadSettings(path) == settings);
    }

    void theSwitchOfEarlierVersionsIsRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(saveSettings(path, Settings {}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray present = file.readAll();
        file.close();
        const auto motionOf = [&](const QByteArray &word) {
            QByteArray earlier = present;
            earlier.replace("\"reducedMotion\": \"system\"", QByteArray("\"reducedMotion\": " + word));
            if (!file.open(QIODevice::WriteOnly) || file.write(earlier) != earlier.size())
                return SystemChoice::Off;
            file.close();
            return loadSettings(path).preferences.reducedMotion;
        };
        QVERIFY(present.contains("\"reducedMotion\": \"system\""));
        QVERIFY(motionOf("true") == SystemChoice::On);
        QVERIFY(motionOf("false") == SystemChoice::FollowSystem); // nobody had chosen it
    }
};

QTEST_MAIN(tst_SystemLook)
#include "tst_systemlook.moc"
