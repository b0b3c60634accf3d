// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications.h"

#include <QtTest>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace breakwater;

namespace {
const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
} // namespace

/// A session bus of its own with a notification service that this test plays.
class TestNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &, const QString &title, const QString &sentence, const QStringList &actions, const QVariantMap &, int)
    {
        m_program = program;
        m_replaced.append(replaces);
        m_titles.append(title);
        m_sentences.append(sentence);
        m_actions.append(actions);
        return replaces != 0 ? replaces : ++m_last;
    }

private:
    void say(const QString &signal, uint number, const QVariant &what)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, service, signal);
        message.setArguments({number, what});
        QVERIFY(QDBusConnection(QStringLiteral("service")).send(message));
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_program;
    QList<uint> m_replaced;
    QStringList m_titles;
    QStringList m_sentences;
    QList<QStringList> m_actions;
    uint m_last = 40;

private Q_SLOTS:
    void initTestCase()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:path=" + m_folder.filePath(QStringLiteral("bus")).toUtf8() + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                     "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file"), config.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY2(m_bus.waitForStarted(), "dbus-daemon (package dbus) is needed");
        QTRY_VERIFY(m_bus.canReadLine());
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address); // before anything asks for the session bus
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("service"));
        QVERIFY(bus.registerObject(path, this, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(service));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    void init()
    {
        m_replaced.clear();
        m_titles.clear();
        m_sentences.clear();
        m_actions.clear();
    }

    void whatIsSaidIsNoMarkup()
    {
        Notifications notifications;
        notifications.show(QStringLiteral("a"), QStringLiteral("Harbours"), QStringLiteral("Opus: 1 < 2 & <b>so</b>"), QStringLiteral("Open"));
        QTRY_COMPARE(m_titles, QStringList {QStringLiteral("Harbours")});
        QCOMPARE(m_program, QStringLiteral("Breakwater"));
        QCOMPARE(m_sentences.front(), QStringLiteral("Opus: 1 &lt; 2 &amp; &lt;b&gt;so&lt;/b&gt;"));
        QCOMPARE(m_actions.front(), (QStringList {QStringLiteral("default"), QStringLiteral("Open")}));
    }

    void aLaterOneTakesThePlaceOfItsOwnAlone()
    {
        Notifications notifications;
        const QString title = QStringLiteral("Title");
        notifications.show(QStringLiteral("a"), title, {});
        QTRY_COMPARE(m_replaced.size(), 1);
        const uint first = m_last;
        notifications.show(QStringLiteral("b"), title, {});
        QTRY_COMPARE(m_replaced.size(), 2);
        QCOMPARE(m_replaced.back(), 0U);
        // The first reply is in by now: the bus keeps the order.
        notifications.show(QStringLiteral("a"), title, {});
        QTRY_COMPARE(m_replaced.size(), 3);
        QCOMPARE(m_replaced.back(), first);
    }

    void aClickSaysWhichAndOneOfAnotherProgramSaysNothing()
    {
        Notifications notifications;
        QSignalSpy chosen(&notifications, &Notifications::chosen);
        notifications.show(QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Open"));
        QTRY_COMPARE(m_titles.size(), 1);
        const uint number = m_last;
        notifications.show(QStringLiteral("b"), QStringLiteral("B"), {}, QStringLiteral("Open"));
        QTRY_COMPARE(m_titles.size(), 2);
        say(QStringLiteral("ActionInvoked"), number + 500, QStringLiteral("default"));
        say(QStringLiteral("ActionInvoked"), number, QStringLiteral("other"));
        say(QStringLiteral("ActionInvoked"), number, QStringLiteral("default"));
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("a"));
    }

    void oneThatWasClosedIsNotReplaced()
    {
        Notifications notifications;
        notifications.show(QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Open"));
        QTRY_COMPARE(m_titles.size(), 1);
        say(QStringLiteral("NotificationClosed"), m_last, 2U);
        // The bus keeps the order, so that what is asked after a click of another number comes after the closing.
        notifications.show(QStringLiteral("b"), QStringLiteral("B"), {}, QStringLiteral("Open"));
        QTRY_COMPARE(m_titles.size(), 2);
        QSignalSpy chosen(&notifications, &Notifications::chosen);
        say(QStringLiteral("ActionInvoked"), m_last, QStringLiteral("default"));
        QTRY_COMPARE(chosen.count(), 1);
        notifications.show(QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Open"));
        QTRY_COMPARE(m_titles.size(), 3);
        QCOMPARE(m_replaced.back(), 0U);
    }
};

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
