// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"
#include "app/firstroutes.h"
#include "app/historykeeping.h"
#include "app/settings.h"
#include "app/settingstransfer.h"

#include <QtTest>

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace breakwater;

/// The file of the settings: other versions, damage, and what is carried to another computer.
class TestSettings : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_folder;

    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("settings.json")); }
    [[nodiscard]] QString exported() const { return m_folder->filePath(QStringLiteral("export.json")); }
    static QJsonObject read(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).object() : QJsonObject();
    }
    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }
    static void write(const QString &file, const QJsonObject &object) { write(file, QJsonDocument(object).toJson()); }
    /// Some of everything, as a person may have set it.
    static Preferences chosen()
    {
        Preferences preferences;
        preferences.routes = simulatedRoutes();
        addAnthropic(preferences.routes, QUrl(QStringLiteral("https://api.anthropic.com")));
        preferences.policy.mostAttempts = 7;
        preferences.dailyLimit = 2.5;
        preferences.keepDays = 30;
        preferences.offPeak = {std::chrono::minutes(22 * 60 + 30), std::chrono::minutes(0), std::bitset<7>("0011111"), "Europe/Berlin", false, MissedHours::Ask};
        preferences.scheme = SchemeChoice::Dark;
        preferences.textScale = 1.25;
        preferences.general.sendKey = SendKey::CtrlEnter;
        preferences.weather.metricsPort = 9600;
        preferences.shortcuts = {{QStringLiteral("outbox"), QStringLiteral("F4")}};
        preferences.favourites = {{ProviderId(QStringLiteral("anthropic")), QStringLiteral("claude-opus-5-5")}};
        return preferences;
    }
    static QJsonObject changedProvider(QJsonObject object, const QString &name, const QJsonValue &value)
    {
        QJsonObject routes = object.value(QStringLiteral("routes")).toObject();
        QJsonArray providers = routes.value(QStringLiteral("providers")).toArray();
        QJsonObject first = providers.at(0).toObject();
        first.insert(name, value);
        providers[0] = first;
        routes.insert(QStringLiteral("providers"), providers);
        object.insert(QStringLiteral("routes"), routes);
        return object;
    }
    static QJsonValue firstProvider(const QJsonObject &object, const char *name)
    {
        return object.value(QStringLiteral("routes"))[QLatin1String("providers")][0][QLatin1String(name)];
    }

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void whatIsSetOutlivesTheProgram()
    {
        Settings settings;
        settings.preferences = chosen();
        settings.welcomed = true;
        settings.layout = QByteArrayLiteral("layout");
        settings.conversation = QStringLiteral("c1");
        QVERIFY(saveSettings(path(), settings));
        QVERIFY(loadSettings(path()) == settings);
        QCOMPARE(read(path()).value(QStringLiteral("version")).toInt(), 1);
    }

    void whatIsTakenBackLeavesTheFile()
    {
        Settings settings;
        settings.preferences = chosen();
        QVERIFY(saveSettings(path(), settings));
        settings.preferences.keepDays.reset();
        settings.preferences.policy = {};
        settings.preferences.shortcuts.clear();
        std::erase_if(settings.preferences.routes.providers, [](const Provider &each) { return !each.simulated; });
        QVERIFY(saveSettings(path(), settings));
        QVERIFY(loadSettings(path()) == settings);
        QVERIFY(!read(path()).contains(QStringLiteral("keepDays")));
    }

    void whatANewerVersionWroteIsStillThereAfterAnOlderOneWrote()
    {
        Settings settings;
        settings.preferences = chosen();
        QVERIFY(saveSettings(path(), settings));
        QJsonObject newer = changedProvider(read(path()), QStringLiteral("proxy"), QStringLiteral("socks5://localhost"));
        newer.insert(QStringLiteral("version"), 9);
        newer.insert(QStringLiteral("voice"), QJsonObject {{QStringLiteral("speed"), 2}});
        QJsonObject general = newer.value(QStringLiteral("general")).toObject();
        general.insert(QStringLiteral("sound"), QStringLiteral("bell"));
        newer.insert(QStringLiteral("general"), general);
        write(path(), newer);

        Settings older = loadSettings(path());
        QCOMPARE(older.preferences.policy.mostAttempts, 7); // it is read as far as it is understood
        older.preferences.textScale = 1.5;
        older.preferences.general.sendKey = SendKey::Enter;
        older.preferences.routes.providers.front().name = QStringLiteral("Another name");
        QVERIFY(saveSettings(path(), older));

        const QJsonObject now = read(path());
        QCOMPARE(now.value(QStringLiteral("version")).toInt(), 9);
        QCOMPARE(now.value(QStringLiteral("voice"))[QLatin1String("speed")].toInt(), 2);
        QCOMPARE(now.value(QStringLiteral("general"))[QLatin1String("sound")].toString(), QStringLiteral("bell"));
        QCOMPARE(firstProvider(now, "proxy").toString(), QStringLiteral("socks5://localhost"));
        QCOMPARE(firstProvider(now, "name").toString(), QStringLiteral("Another name"));
        QVERIFY(loadSettings(path()) == older);
    }

    void aValueThatIsNotUnderstoodStaysUntilSomebodyChangesIt()
    {
        Settings settings;
        settings.preferences = chosen();
        QVERIFY(saveSettings(path(), settings));
        QJsonObject newer = changedProvider(read(path()), QStringLiteral("dialect"), QStringLiteral("Semaphore"));
        newer.insert(QStringLiteral("scheme"), QStringLiteral("sepia"));
        write(path(), newer);

        Settings older = loadSettings(path());
        QVERIFY(saveSettings(path(), older));
        QCOMPARE(firstProvider(read(path()), "dialect").toString(), QStringLiteral("Semaphore"));
        QCOMPARE(read(path()).value(QStringLiteral("scheme")).toString(), QStringLiteral("sepia"));
        older.preferences.scheme = SchemeChoice::Light;
        QVERIFY(saveSettings(path(), older));
        QCOMPARE(read(path()).value(QStringLiteral("scheme")).toString(), QStringLiteral("light"));
    }

    void settingsFromBeforeTheyHadAVersionAreRead()
    {
        write(path(), QByteArrayLiteral("{\"textScale\": 1.5, \"welcomed\": true}"));
        Settings settings = loadSettings(path());
        QCOMPARE(settings.preferences.textScale, 1.5);
        QVERIFY(settings.putAside.isEmpty() && settings.welcomed);
        QVERIFY(saveSettings(path(), settings));
        QCOMPARE(read(path()).value(QStringLiteral("version")).toInt(), 1);
    }

    void aFileThatCannotBeReadIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << QByteArrayLiteral("{\"textScale\": 1.5, \"wel");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros after a power cut") << QByteArray(512, '\0');
        QTest::newRow("a list") << QByteArrayLiteral("[]");
    }

    void aFileThatCannotBeReadIsPutAside()
    {
        QFETCH(QByteArray, bytes);
        write(path(), bytes);
        const Settings settings = loadSettings(path());
        QVERIFY(settings.preferences.routes == simulatedRoutes());
        QVERIFY2(settings.putAside.startsWith(m_folder->filePath(QStringLiteral("damaged/settings-"))), qPrintable(settings.putAside));
        QVERIFY(saveSettings(path(), settings));
        QFile kept(settings.putAside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        QVERIFY(loadSettings(path()).putAside.isEmpty());
    }

    void anExportIsReadAsItWas()
    {
        QVERIFY(exportSettings(exported(), chosen()));
        Preferences here;
        here.routes = simulatedRoutes();
        const ImportedSettings imported = importSettings(exported(), here);
        QVERIFY(imported.has_value());
        QVERIFY(*imported == chosen());
    }

    void noLimitIsAChoiceTooThatAnExportCarries()
    {
        QVERIFY(exportSettings(exported(), Preferences {}));
        QJsonObject file = read(exported());
        file.remove(QStringLiteral("routes"));
        write(exported(), file);
        const ImportedSettings imported = importSettings(exported(), chosen());
        QVERIFY(imported.has_value());
        QVERIFY(!imported->dailyLimit && !imported->keepDays);
        QVERIFY(imported->routes == chosen().routes);
    }

    void anExportHoldsNothingOfAnAddressThatASecretCanStandIn()
    {
        Preferences preferences = chosen();
        preferences.routes.providers.front().baseUrl = QUrl(QStringLiteral("https://me:hunter2@gateway.example/v1?key=sk-abc#sk-def"));
        QVERIFY(exportSettings(exported(), preferences));
        QFile file(exported());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        for (const char *secret : {"hunter2", "me:", "sk-abc", "sk-def"})
            QVERIFY2(!written.contains(secret), secret);
        QVERIFY(written.contains("https://gateway.example/v1"));
    }

    void noKeyIsEverInAnExport()
    {
        const QByteArray key = QByteArrayLiteral("sk-ant-api03-Recognisable0123456789abcdefXYZ-7Q2A");
        Engine engine(m_folder->path());
        Preferences preferences = engine.settings().preferences;
        addAnthropic(preferences.routes, QUrl(QStringLiteral("https://api.anthropic.com")));
        engine.apply(preferences);
        std::optional<KeyTrouble> told;
        engine.keyring().setKey(preferences.routes.providers.front(), QStringLiteral("Key 1"), key, KeyPlace::PrivateFile, [&told](KeyTrouble trouble) { told = trouble; });
        QTRY_VERIFY(told == KeyTrouble::None);
        QVERIFY(!makeDataPort(engine).exportSettings(exported(), engine.settings().preferences));
        int found = 0;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const bool holds = file.readAll().contains("Recognisable0123456789");
            found += holds ? 1 : 0;
            QVERIFY2(!holds || (file.fileName() != exported() && file.fileName() != path()), qPrintable(file.fileName()));
        }
        QCOMPARE(found, 1); // where it was told to be kept
    }

    /// Its key would go with it.
    void anImportDoesNotSayWhereAKnownProviderIs()
    {
        Preferences elsewhere = chosen();
        elsewhere.routes.providers.front().baseUrl = QUrl(QStringLiteral("https://thief.example"));
        elsewhere.routes.providers.front().name = QStringLiteral("Claude at work");
        QVERIFY(exportSettings(exported(), elsewhere));
        const ImportedSettings imported = importSettings(exported(), chosen());
        QVERIFY(imported.has_value());
        QCOMPARE(imported->routes.providers.front().baseUrl, QUrl(QStringLiteral("https://api.anthropic.com")));
        QCOMPARE(imported->routes.providers.front().name, QStringLiteral("Claude at work"));
    }

    void anImportLeavesWhatItDoesNotHave()
    {
        Preferences elsewhere;
        elsewhere.routes = simulatedRoutes();
        addServer(elsewhere.routes, QUrl(QStringLiteral("http://gateway.example:8080")), QStringLiteral("qwen"));
        elsewhere.routes.providers.front().unencryptedTo = QStringLiteral("gateway.example");
        elsewhere.routes.providers.front().certificates = QStringLiteral("/home/other/ca.pem");
        elsewhere.weatherScript = QStringLiteral("/home/other/weather.json");
        QVERIFY(exportSettings(exported(), elsewhere));
        const ImportedSettings imported = importSettings(exported(), chosen());
        QVERIFY(imported.has_value());
        const RouteTable &routes = imported->routes;
        QCOMPARE(routes.providers.size(), std::size_t(3));
        QVERIFY(routes.provider(ProviderId(QStringLiteral("anthropic"))) != nullptr);
        QCOMPARE(routes.chains.front().name, QStringLiteral("qwen")); // the default is the file's
        QVERIFY(routes.chain(ChainId(QStringLiteral("everyday"))) != nullptr);
        QVERIFY(awaitsConsent(routes.providers.front())); // the person who agreed is another one
        QVERIFY(routes.providers.front().certificates.isEmpty());
        QVERIFY(imported->weatherScript.isEmpty());
    }

    void whatIsNoWholeExportIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("flaw");
        const auto row = [](const char *name, const QByteArray &bytes, SettingsFlaw flaw) { QTest::newRow(name) << bytes << static_cast<int>(flaw); };
        const auto with = [](QByteArray routes) {
            routes.replace("PROVIDER", "{\"id\":\"p\",\"name\":\"P\",\"baseUrl\":\"https://p.example\"}");
            return QByteArray("{\"form\":\"breakwater settings 1\",\"routes\":ROUTES}").replace("ROUTES", routes);
        };
        row("a picture", QByteArrayLiteral("\x89PNG\r\n"), SettingsFlaw::NoSettings);
        row("other JSON", QByteArrayLiteral("{\"routes\": {}}"), SettingsFlaw::NoSettings);
        row("no providers", with("{}"), SettingsFlaw::BrokenRoutes);
        row("no chain", with("{\"providers\":[PROVIDER]}"), SettingsFlaw::BrokenRoutes);
        row("a route of nobody", with("{\"providers\":[PROVIDER],\"routes\":[{\"id\":\"r\",\"provider\":\"q\",\"model\":\"m\"}],\"chains\":[{\"id\":\"c\",\"steps\":[{\"route\":\"r\"}]}]}"), SettingsFlaw::BrokenRoutes);
        row("a chain over no route", with("{\"providers\":[PROVIDER],\"routes\":[{\"id\":\"r\",\"provider\":\"p\",\"model\":\"m\"}],\"chains\":[{\"id\":\"c\",\"steps\":[{\"route\":\"x\"}]}]}"), SettingsFlaw::BrokenRoutes);
        row("no address", with("{\"providers\":[{\"id\":\"p\",\"baseUrl\":\"file:///etc/passwd\"}],\"routes\":[{\"id\":\"r\",\"provider\":\"p\",\"model\":\"m\"}],\"chains\":[{\"id\":\"c\",\"steps\":[{\"route\":\"r\"}]}]}"),
            SettingsFlaw::BrokenRoutes);
    }

    void whatIsNoWholeExportIsNotTaken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, flaw);
        write(exported(), bytes);
        const ImportedSettings imported = importSettings(exported(), chosen());
        QVERIFY(!imported.has_value());
        QCOMPARE(static_cast<int>(imported.error()), flaw);
        QVERIFY(importSettings(m_folder->path(), chosen()).error() == SettingsFlaw::Unreadable);
        QVERIFY(importSettings(QStringLiteral("/dev/zero"), chosen()).error() == SettingsFlaw::Unreadable);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
