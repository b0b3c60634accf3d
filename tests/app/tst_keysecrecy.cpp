// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"
#include "tests/support/turnbench.h"

#include <QtTest>

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace breakwater;

namespace {

const QByteArray key = QByteArrayLiteral("sk-ant-api03-Recognisable0123456789abcdefXYZ-7Q2A");

/// What the key would be found by: as it is, and what it looks like inside base64 at each of its three alignments.
QList<QByteArray> traces()
{
    QList<QByteArray> all {key, key.mid(13)}; // a part of it is too much too
    for (int shift = 0; shift < 3; ++shift)
        all.append(QByteArray(QByteArray(shift, 'x') + key).toBase64(QByteArray::OmitTrailingEquals).mid(8, 40));
    return all;
}

bool holdsKey(const QByteArray &bytes)
{
    const auto all = traces();
    return std::any_of(all.begin(), all.end(), [&bytes](const QByteArray &each) { return bytes.contains(each); });
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList childrenOf(qint64 process)
{
    const QString list = QString::fromLatin1(readAll(QStringLiteral("/proc/%1/task/%1/children").arg(process)));
    return list.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The program itself with a key that is easy to recognise: whatever goes wrong, nobody finds it again.
class TestKeySecrecy : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    QByteArray m_said; ///< all that the program wrote to its streams

    void begin(QProcess &process, bool byVariable, const QString &scheme = QStringLiteral("http"))
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("ANTHROPIC_BASE_URL"));
        environment.remove(QStringLiteral("ANTHROPIC_API_KEY"));
        environment.remove(QStringLiteral("QT_LOGGING_CONF"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        const QString address = QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_server->url().port());
        if (byVariable) {
            environment.insert(QStringLiteral("ANTHROPIC_API_KEY"), QString::fromLatin1(key));
        } else {
            QFile file(m_folder->filePath(QStringLiteral("keys.json")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            const QJsonObject kept {{QStringLiteral("name"), QStringLiteral("Key 1")}, {QStringLiteral("for"), address}, {QStringLiteral("key"), QString::fromLatin1(key)}};
            file.write(QJsonDocument(QJsonObject {{QStringLiteral("anthropic"), QJsonArray {kept}}}).toJson());
        }
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(BREAKWATER_BINARY),
            {QStringLiteral("--data"), m_folder->path(), QStringLiteral("--base-url"), address, QStringLiteral("--json"), QStringLiteral("ask"), QStringLiteral("Do you keep a secret?")});
        QVERIFY2(process.waitForStarted(), BREAKWATER_BINARY);
    }

    void lookAtProcess(const QProcess &process, bool byVariable)
    {
        const QString folder = QStringLiteral("/proc/%1/").arg(process.processId());
        QVERIFY(!holdsKey(readAll(folder + QStringLiteral("cmdline"))));
        QCOMPARE(holdsKey(readAll(folder + QStringLiteral("environ"))), byVariable);
        for (const QString &child : childrenOf(process.processId())) {
            QVERIFY(!holdsKey(readAll(QStringLiteral("/proc/%1/environ").arg(child))));
            QVERIFY(!holdsKey(readAll(QStringLiteral("/proc/%1/cmdline").arg(child))));
        }
    }

    void lookAtWhatIsLeft()
    {
        QVERIFY2(!holdsKey(m_said), m_said.constData());
        int files = 0;
        QDirIterator walk(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            ++files;
            if (!path.endsWith(QLatin1String("/keys.json")))
                QVERIFY2(!holdsKey(readAll(path)), qPrintable(path));
            else
                QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        }
        QVERIFY(files > 0);
    }

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_server = std::make_unique<RawServer>();
        m_said.clear();
    }

    void theSearchItselfFindsTheKey()
    {
        QVERIFY(holdsKey("..." + key + "..."));
        for (const char *before : {"", "x", "Basic:"})
            QVERIFY(holdsKey(QByteArray(before + key + "tail").toBase64()));
        QVERIFY(!holdsKey("sk-ant-api03-Another"));
    }

    void nothingOfTheKeyIsLeftBehind_data()
    {
        QTest::addColumn<bool>("byVariable");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        // A server that says the key again is the worst of all.
        const QJsonObject error {{QStringLiteral("type"), QStringLiteral("authentication_error")}, {QStringLiteral("message"), QStringLiteral("invalid x-api-key %1 given").arg(QString::fromLatin1(key))}};
        const QByteArray echo = QJsonDocument(QJsonObject {{QStringLiteral("type"), QStringLiteral("error")}, {QStringLiteral("error"), error}}).toJson();
        for (const bool byVariable : {true, false}) {
            const char *from = byVariable ? "from the environment" : "from the file";
            QTest::addRow("401, %s", from) << byVariable << 401 << QByteArrayLiteral("content-type: application/json\r\n") << echo;
            QTest::addRow("400 in words of its own, %s", from) << byVariable << 400 << QByteArrayLiteral("content-type: application/json\r\n") << QByteArray("{\"detail\":\"" + key + "\"}");
            QTest::addRow("redirect, %s", from) << byVariable << 307 << "location: http://127.0.0.2:9/?key=" + key + "\r\n" << QByteArray();
        }
    }

    void nothingOfTheKeyIsLeftBehind()
    {
        QFETCH(const bool, byVariable);
        QFETCH(const int, status);
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, body);
        QProcess process;
        begin(process, byVariable);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->posts() == 1, 30'000);
        QVERIFY(m_server->requests().front().contains(QByteArray("x-api-key: " + key + "\r\n")));
        lookAtProcess(process, byVariable);
        const QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " No\r\n" + headers + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        m_server->answerWaiting({answer});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        m_said = process.readAll();
        lookAtWhatIsLeft();
    }

    void anAnswersFlightRecordHasTheKeysNameAlone()
    {
        QProcess process;
        m_server->stream(wholeAnswer(QStringLiteral("Yes.")));
        begin(process, true);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 0);
        m_said = process.readAll();
        QVERIFY2(m_said.contains("ANTHROPIC_API_KEY"), m_said.constData());
        lookAtWhatIsLeft();
    }

    void aFailedTlsHandshakeTellsNothing()
    {
        QProcess process;
        m_server->enqueue({"HTTP/1.1 400 Bad Request\r\n\r\n", RawServer::After::Close, RawServer::At::Connection});
        begin(process, true, QStringLiteral("https"));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->connections() > 0, 30'000);
        if (process.state() != QProcess::NotRunning)
            process.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        m_said = process.readAll();
        lookAtWhatIsLeft();
    }

    void aCrashLeavesNoImageOfTheProcess()
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        m_server->stream(answerStart() + answerPiece(QStringLiteral("Half an answer. ")), RawServer::After::KeepOpen);
        begin(process, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->posts() == 1, 30'000);
        const QByteArray limits = readAll(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        QVERIFY2(QRegularExpression(QStringLiteral("Max core file size +0 +0 ")).match(QString::fromLatin1(limits)).hasMatch(), limits.constData());
        ::kill(static_cast<pid_t>(process.processId()), SIGQUIT); // its default: an image of the process
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        m_said = process.readAll();
        lookAtWhatIsLeft();
    }
};

QTEST_GUILESS_MAIN(TestKeySecrecy)
#include "tst_keysecrecy.moc"
