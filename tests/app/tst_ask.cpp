// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

/// The program itself, as a person types it: `breakwater ask`.
class TestAsk : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int code = -1;
        QString out;
        QString err;
    };

    QStringList base() const { return {QStringLiteral("--data"), m_folder.path()}; }

    void begin(QProcess &process, const QStringList &arguments, bool withKey = false)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("ANTHROPIC_BASE_URL"));
        environment.remove(QStringLiteral("ANTHROPIC_API_KEY"));
        if (withKey)
            environment.insert(QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("sk-ant-test-0123456789"));
        environment.remove(QStringLiteral("http_proxy"));
        for (auto each = m_more.constBegin(); each != m_more.constEnd(); ++each)
            environment.insert(each.key(), each.value());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BREAKWATER_BINARY), base() + arguments);
        QVERIFY2(process.waitForStarted(), BREAKWATER_BINARY);
    }

    Run run(const QStringList &arguments, const QByteArray &input = {}, bool withKey = false)
    {
        QProcess process;
        begin(process, arguments, withKey);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    QTemporaryDir m_folder;
    QMap<QString, QString> m_more; // variables

private Q_SLOTS:
    void answersInClearWeather()
    {
        const Run result = run({QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("ask"), QStringLiteral("qwertz uiop")});
        QCOMPARE(result.code, 0);
        QVERIFY2(result.out.contains(QStringLiteral("qwertz uiop")), qPrintable(result.out));
        QCOMPARE(result.err, QString());
    }

    void readsThePromptFromStandardInput()
    {
        const Run result = run({QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("ask"), QStringLiteral("-")}, "asdf jklö");
        QCOMPARE(result.code, 0);
        QVERIFY2(result.out.contains(QStringLiteral("asdf jklö")), qPrintable(result.out));
    }

    void movesToTheNextModelInAStorm()
    {
        QFile script(m_folder.filePath(QStringLiteral("script.json")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(R"({"phases":[{"models":{"claude-opus-5-5":{"refuse":529}}}]})");
        script.close();
        const Run result = run({QStringLiteral("--weather"), script.fileName(), QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("--json"), QStringLiteral("ask"), QStringLiteral("yxcv bnm")});
        QCOMPARE(result.code, 0);
        QVERIFY2(result.err.contains(QStringLiteral("529")), qPrintable(result.err));
        const QJsonObject object = QJsonDocument::fromJson(result.out.toUtf8()).object();
        QCOMPARE(object.value(QStringLiteral("model")).toString(), QStringLiteral("claude-sonnet-5-5"));
        QVERIFY(!object.value(QStringLiteral("record")).toObject().isEmpty());
    }

    void aPipeGetsNothingOfAnAnswerThatIsAskedForAnew()
    {
        QFile script(m_folder.filePath(QStringLiteral("breaks.json")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(R"({"phases":[{"models":{"*":[{"fault":"cut_mid_stream","after_characters":60,"times":1}]}}]})");
        script.close();
        const QStringList ask {QStringLiteral("--weather"), script.fileName(), QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("ask"), QStringLiteral("poiu ztrewq")};
        const Run broken = run(ask);
        QCOMPARE(broken.code, 0);
        QVERIFY2(broken.err.contains(QStringLiteral("broke off")), qPrintable(broken.err));
        // As if nothing had happened on the way.
        const Run whole = run({QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("ask"), QStringLiteral("poiu ztrewq")});
        QCOMPARE(whole.code, 0);
        QCOMPARE(broken.out, whole.out);
    }

    void keepsInTheOutboxWhenNoRouteAnswers()
    {
        QFile script(m_folder.filePath(QStringLiteral("down.json")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        // A hint that no person waits for.
        script.write(R"({"phases":[{"models":{"*":{"refuse":429,"retry_after":3600}}}]})");
        script.close();
        const Run result = run({QStringLiteral("--weather"), script.fileName(), QStringLiteral("ask"), QStringLiteral("later please")});
        QCOMPARE(result.code, 4);
        QCOMPARE(result.out, QString());
        QVERIFY2(result.err.contains(QStringLiteral("outbox")), qPrintable(result.err));
    }

    void failsOnABadKey()
    {
        QProcess process;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                const QByteArray body = R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}})";
                socket->write("HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\ncontent-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
        begin(process, {QStringLiteral("--base-url"), QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()), QStringLiteral("ask"), QStringLiteral("hello")}, true);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 3);
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(err.contains(QStringLiteral("401")), qPrintable(err));
        QVERIFY2(!err.contains(QStringLiteral("sk-ant")), qPrintable(err));
    }

    void saysWhatIsWrongWithoutSending_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty prompt") << QStringList {QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("ask"), QStringLiteral(" ")} << QStringLiteral("empty");
        QTest::newRow("no prompt") << QStringList {QStringLiteral("ask")} << QStringLiteral("prompt");
        QTest::newRow("no key") << QStringList {QStringLiteral("ask"), QStringLiteral("x")} << QStringLiteral("ANTHROPIC_API_KEY");
        QTest::newRow("missing script") << QStringList {QStringLiteral("--weather"), QStringLiteral("nowhere.json"), QStringLiteral("ask"), QStringLiteral("x")} << QStringLiteral("nowhere.json");
        QTest::newRow("bad address") << QStringList {QStringLiteral("--base-url"), QStringLiteral("ftp://x"), QStringLiteral("ask"), QStringLiteral("x")} << QStringLiteral("http");
        QTest::newRow("unencrypted") << QStringList {QStringLiteral("--base-url"), QStringLiteral("http://gateway.invalid"), QStringLiteral("ask"), QStringLiteral("x")} << QStringLiteral("http://gateway.invalid is not encrypted");
        QTest::newRow("credentials in the address") << QStringList {QStringLiteral("--base-url"), QStringLiteral("https://a:b@x"), QStringLiteral("ask"), QStringLiteral("x")} << QStringLiteral("password");
        QTest::newRow("unknown option") << QStringList {QStringLiteral("--wether")} << QStringLiteral("wether");
    }

    void saysWhatIsWrongWithoutSending()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, word);
        const Run result = run(arguments);
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(word), qPrintable(result.err));
        QCOMPARE(result.err.trimmed().count(QLatin1Char('\n')), 0);
    }

    void sendsUnencryptedOnlyWhenThePersonSaysSo()
    {
        QTcpServer proxy; // a name is not looked up when a proxy is there: nothing leaves this machine
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        m_more = {{QStringLiteral("http_proxy"), QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort())}};
        const auto restore = qScopeGuard([this] { m_more.clear(); });
        const QStringList told {QStringLiteral("--base-url"), QStringLiteral("http://gateway.invalid"), QStringLiteral("ask"), QStringLiteral("x")};
        const Run asked = run(told, {}, true);
        QCOMPARE(asked.code, 2);
        QVERIFY2(asked.err.contains(QStringLiteral("--unencrypted")) && asked.err.contains(QStringLiteral("Nothing was sent")), qPrintable(asked.err));

        m_more.insert(QStringLiteral("ANTHROPIC_BASE_URL"), QStringLiteral("http://gateway.invalid")); // said in a shell, which is no consent
        const Run byVariable = run({QStringLiteral("ask"), QStringLiteral("x")}, {}, true);
        QCOMPARE(byVariable.code, 2);
        QVERIFY2(byVariable.err.contains(QStringLiteral("http://gateway.invalid is not encrypted")), qPrintable(byVariable.err));
        QVERIFY(!proxy.hasPendingConnections());

        QProcess agreed;
        begin(agreed, QStringList {QStringLiteral("--unencrypted")} + told, true);
        QVERIFY(proxy.waitForNewConnection(30'000));
        QTcpSocket *socket = proxy.nextPendingConnection();
        QVERIFY(socket->waitForReadyRead(30'000));
        QVERIFY(socket->readAll().startsWith("POST http://gateway.invalid/v1/messages HTTP/1.1\r\n"));
        agreed.kill();
        QVERIFY(agreed.waitForFinished(30'000));
    }

    void saysWhatIsWrongWithAScript()
    {
        QFile script(m_folder.filePath(QStringLiteral("broken.json")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(R"({"phases":[{"models":{"*":{"refuse":"often"}}}]})");
        script.close();
        const Run result = run({QStringLiteral("--weather"), script.fileName(), QStringLiteral("ask"), QStringLiteral("x")});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(QStringLiteral("refuse")), qPrintable(result.err));
    }

    void failsOnAnUnknownModel()
    {
        const Run result = run({QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("--model"), QStringLiteral("claude-nobody-1"), QStringLiteral("ask"), QStringLiteral("x")});
        QCOMPARE(result.code, 3);
        QVERIFY2(result.err.contains(QStringLiteral("404")), qPrintable(result.err));
    }

    void aKeyInAKeychainThatDoesNotRunIsSaidAndTheTurnIsKept()
    {
        const QTemporaryDir folder;
        QFile index(folder.filePath(QStringLiteral("keychain.json")));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write("{\"anthropic\":[{\"name\":\"Key 1\",\"for\":\"https://api.anthropic.com\",\"entry\":\"anthropic-0\"}]}");
        index.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BREAKWATER_BINARY), {QStringLiteral("--data"), folder.path(), QStringLiteral("ask"), QStringLiteral("locked out?")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QCOMPARE(process.exitCode(), 4);
        QVERIFY2(err.contains(QStringLiteral("No keychain is running here.")), qPrintable(err));
        QCOMPARE(err.count(QStringLiteral("No keychain")), 1);
    }

    void endsWith130WhenInterrupted()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        begin(process, {QStringLiteral("--base-url"), QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()), QStringLiteral("ask"), QStringLiteral("wait for me")}, true);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 20'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }
};

QTEST_GUILESS_MAIN(TestAsk)
#include "tst_ask.moc"
