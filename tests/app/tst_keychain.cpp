// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyring.h"
#include "core/base/systemtime.h"

#include <QtTest>

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace breakwater;

namespace {

const QByteArray secret = QByteArrayLiteral("sk-ant-api03-InTheKeychain-0123456789-7Q2A");

Provider anthropic()
{
    Provider made;
    made.id = ProviderId(QStringLiteral("anthropic"));
    made.baseUrl = QUrl(QStringLiteral("https://api.anthropic.com"));
    return made;
}

void say(const char *words)
{
    std::puts(words);
    std::fflush(stdout);
}

/// The program's part: another process, with the system's keychain and a data folder. It says what came of it.
int runPart(const QStringList &arguments)
{
    SystemTime time;
    SystemAlarms alarms(time);
    Keyring keys(arguments.at(2), makeSystemKeychain(), alarms, time);
    const QString part = arguments.at(1);
    const auto end = [](KeyTrouble trouble) {
        say(trouble == KeyTrouble::None ? "done" : trouble == KeyTrouble::Keychain ? "refused" : trouble == KeyTrouble::NoKeychain ? "no keychain" : "disk");
        QCoreApplication::quit();
    };
    const auto look = [&keys, &part] {
        const auto shown = keys.keys(anthropic());
        if (part == QLatin1String("--read") && shown.empty())
            say("none");
        else if (part == QLatin1String("--read") && shown.front().state == KeyState::There)
            say(keys.key(anthropic())->secret == secret ? "the key" : "another key");
        else if (part == QLatin1String("--read") && shown.front().state == KeyState::Locked)
            say(keys.isAwaited(anthropic()) ? "locked" : "locked and forgotten");
        else if (part == QLatin1String("--read") && shown.front().state == KeyState::NoKeychain)
            say("no keychain");
        else if (part == QLatin1String("--places") && keys.places().front() == KeyPlace::SessionOnly)
            say("no keychain");
        else
            return;
        QCoreApplication::quit();
    };
    QObject::connect(&keys, &Keyring::changed, &keys, look);
    const QString name = QStringLiteral("Key 1");
    if (part == QLatin1String("--keep"))
        keys.setKey(anthropic(), name, secret, KeyPlace::Keychain, end);
    else if (part == QLatin1String("--remove"))
        keys.removeKey(anthropic(), name, end);
    else if (part == QLatin1String("--places"))
        (void)keys.places();
    else if (!keys.knows(anthropic().id))
        QTimer::singleShot(0, &keys, look);
    return QCoreApplication::exec();
}

} // namespace

/// A real session bus and a real gnome-keyring, in a home of their own.
class TestKeychain : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_service;
    QProcessEnvironment m_environment;

    QString data() const { return m_home->filePath(QStringLiteral("data")); }

    void startBus()
    {
        // Without service files: what is not started here does not start by itself.
        QFile config(m_home->filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:path=" + m_home->filePath(QStringLiteral("bus")).toUtf8()
            + "</listen><policy context='default'><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
        config.close();
        m_bus = std::make_unique<QProcess>();
        m_bus->setProcessEnvironment(m_environment);
        m_bus->start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file"), config.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY2(m_bus->waitForStarted(), "dbus-daemon (package dbus) is needed");
        QTRY_VERIFY(m_bus->canReadLine());
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromUtf8(m_bus->readLine()).trimmed());
    }

    void startService(bool unlocked)
    {
        m_service = std::make_unique<QProcess>();
        m_service->setProcessEnvironment(m_environment);
        QStringList arguments {QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
        if (unlocked)
            arguments.append(QStringLiteral("--unlock"));
        m_service->start(QStringLiteral("gnome-keyring-daemon"), arguments);
        QVERIFY2(m_service->waitForStarted(), "gnome-keyring-daemon (package gnome-keyring) is needed");
        m_service->write("a password of its own");
        m_service->closeWriteChannel(); // the password ends here
        QTRY_VERIFY_WITH_TIMEOUT(ownsName(), 20'000);
    }

    bool ownsName() const
    {
        QProcess ask;
        ask.setProcessEnvironment(m_environment);
        ask.start(QStringLiteral("dbus-send"),
            {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                QStringLiteral("org.freedesktop.DBus.NameHasOwner"), QStringLiteral("string:org.freedesktop.secrets")});
        return ask.waitForFinished() && ask.readAll().contains("boolean true");
    }

    static void stop(std::unique_ptr<QProcess> &process)
    {
        if (!process)
            return;
        process->terminate();
        process->waitForFinished();
        process.reset();
    }

    QString part(const QString &what)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {what, data()});
        if (!process.waitForFinished(30'000))
            return QStringLiteral("hangs");
        return QString::fromUtf8(process.readAll()).trimmed();
    }

    /// Whether the key is in the clear anywhere below the data folder.
    bool isInAFile() const
    {
        const QDir folder(data());
        const auto files = folder.entryList(QDir::Files | QDir::Hidden);
        return std::any_of(files.begin(), files.end(), [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(secret);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_home.emplace();
        QVERIFY(QDir().mkpath(data()));
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "GNOME_KEYRING_CONTROL"})
            m_environment.remove(QLatin1String(name));
        m_environment.insert(QStringLiteral("HOME"), m_home->path());
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home->filePath(QStringLiteral("share")));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->path());
    }

    void cleanup()
    {
        stop(m_service);
        stop(m_bus);
    }

    void aKeyIsKeptReadByASecondProcessAndRemoved()
    {
        startBus();
        startService(true);
        QCOMPARE(part(QStringLiteral("--keep")), QStringLiteral("done"));
        QVERIFY(!isInAFile());
        QCOMPARE(part(QStringLiteral("--read")), QStringLiteral("the key"));
        QCOMPARE(part(QStringLiteral("--remove")), QStringLiteral("done"));
        QCOMPARE(part(QStringLiteral("--read")), QStringLiteral("none"));
    }

    void aLockedKeychainIsToldFromAMissingOne()
    {
        startBus();
        startService(true);
        QCOMPARE(part(QStringLiteral("--keep")), QStringLiteral("done"));
        stop(m_service);
        QCOMPARE(part(QStringLiteral("--read")), QStringLiteral("no keychain"));
        startService(false);
        QCOMPARE(part(QStringLiteral("--read")), QStringLiteral("locked"));
        stop(m_service);
        startService(true);
        QCOMPARE(part(QStringLiteral("--read")), QStringLiteral("the key"));
    }

    void aBusWithoutASecretServiceSaysSo()
    {
        startBus();
        QCOMPARE(part(QStringLiteral("--places")), QStringLiteral("no keychain"));
        QVERIFY(part(QStringLiteral("--keep")) != QStringLiteral("done"));
        QVERIFY(!isInAFile()); // nor is it put anywhere else
    }

    void withoutABusThereIsNoKeychain()
    {
        QCOMPARE(part(QStringLiteral("--places")), QStringLiteral("no keychain"));
        QVERIFY(part(QStringLiteral("--keep")) != QStringLiteral("done"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && (arguments.at(1) == QLatin1String("--keep") || arguments.at(1) == QLatin1String("--read") || arguments.at(1) == QLatin1String("--remove") || arguments.at(1) == QLatin1String("--places")))
        return runPart(arguments);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain.moc"
