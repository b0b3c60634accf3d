// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "tests/support/served.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;

/// The storm driver itself, as others start it.
class TestStormDriver : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static bool start(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(BREAKWATER_BINARY "-storm"), arguments);
        return process.waitForStarted();
    }

    [[nodiscard]] QStringList arguments(const QUrl &url, const QString &out) const
    {
        return {QStringLiteral("--base-url"), url.toString(), QStringLiteral("--fallback-base-url"), QString(url.toString() + QLatin1String("/v1")),
            QStringLiteral("--users"), QStringLiteral("4"), QStringLiteral("--seconds"), QStringLiteral("3"), QStringLiteral("--seed"), QStringLiteral("7"),
            QStringLiteral("--out"), m_folder.filePath(out)};
    }

    [[nodiscard]] QList<QJsonObject> lines(const QString &out) const
    {
        QFile file(m_folder.filePath(out));
        QList<QJsonObject> objects;
        if (!file.open(QIODevice::ReadOnly))
            return objects;
        while (!file.atEnd())
            objects.append(QJsonDocument::fromJson(file.readLine()).object());
        return objects;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void everyTurnIsOneLineThatTellsWhatTheWireSaw_data()
    {
        QTest::addColumn<QByteArray>("phases");
        QTest::addColumn<QString>("route");
        QTest::newRow("clear") << QByteArray() << QStringLiteral("claude-sonnet-5");
        QTest::newRow("fallen back") << QByteArray(R"(,"phases":[{"models":{"claude-*":{"refuse":404}}}])") << QStringLiteral("gpt-4.1");
    }

    void everyTurnIsOneLineThatTellsWhatTheWireSaw()
    {
        QFETCH(QByteArray, phases);
        QFETCH(QString, route);
        Served served(fast(R"(,"serves":["claude-sonnet-5","gpt-4.1"])" + phases));
        QStringList asked;
        QStringList keys;
        QObject::connect(&served.provider, &SimulatedProvider::requestArrived, this, [&](const HttpRequest &request) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            QVERIFY(body.value(QLatin1String("stream")).toBool());
            const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
            asked.append(messages.last()[QLatin1String("content")].toString());
            keys.append(QString::fromLatin1(request.hasHeader("x-api-key") ? request.header("x-api-key") : request.header("authorization")));
        });
        QProcess driver;
        QVERIFY(start(driver, arguments(served.url(), QStringLiteral("lines"))));
        QTRY_COMPARE_WITH_TIMEOUT(driver.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(driver.exitStatus(), QProcess::NormalExit);
        QCOMPARE(driver.exitCode(), 0);
        QCOMPARE(driver.readAll(), QByteArray());

        asked.removeDuplicates();
        const QList<QJsonObject> turns = lines(QStringLiteral("lines"));
        QVERIFY(turns.size() >= 8);
        QCOMPARE(turns.size(), asked.size());
        std::map<int, int> next; // number of each user's next turn
        for (const QJsonObject &turn : turns) {
            const QString name = turn.value(QLatin1String("turn")).toString();
            const int user = turn.value(QLatin1String("user")).toInt(-1);
            QCOMPARE(name, QStringLiteral("7-%1-%2").arg(user).arg(next[user]++));
            const QString message = QStringLiteral("[[turn %1]] Please answer turn %1.").arg(name);
            QVERIFY(asked.contains(message));
            const QByteArray right = numberedAnswer(route, message).toUtf8();
            QCOMPARE(turn.value(QLatin1String("outcome")).toString(), QStringLiteral("answered"));
            QCOMPARE(turn.value(QLatin1String("route")).toString(), route);
            QCOMPARE(turn.value(QLatin1String("text_sha256")).toString().toLatin1(), QCryptographicHash::hash(right, QCryptographicHash::Sha256).toHex());
            QCOMPARE(turn.value(QLatin1String("text_len")).toInt(), right.size());
            const qint64 begun = turn.value(QLatin1String("start_ms")).toInteger();
            const qint64 first = turn.value(QLatin1String("first_ms")).toInteger();
            const qint64 ended = turn.value(QLatin1String("end_ms")).toInteger();
            QVERIFY(begun > 1'600'000'000'000 && begun <= first && first <= ended);
        }
        QCOMPARE(next.size(), std::size_t(4));
        keys.removeDuplicates();
        QVERIFY2(keys.filter(QStringLiteral("storm-key")).size() == keys.size(), qPrintable(keys.join(QLatin1Char(' '))));
    }

    void aTurnThatNoRouteTakesFailsByItsFault()
    {
        Served served(fast(R"(,"serves":["claude-sonnet-5","gpt-4.1"],"phases":[{"models":{"*":{"refuse":400}}}])"));
        QProcess driver;
        QVERIFY(start(driver, arguments(served.url(), QStringLiteral("failed"))));
        QTRY_COMPARE_WITH_TIMEOUT(driver.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(driver.exitCode(), 0);
        const QList<QJsonObject> turns = lines(QStringLiteral("failed"));
        QVERIFY(turns.size() >= 8);
        for (const QJsonObject &turn : turns) {
            QCOMPARE(turn.value(QLatin1String("outcome")).toString(), QStringLiteral("failed"));
            QCOMPARE(turn.value(QLatin1String("error")).toString(), QStringLiteral("BadRequest"));
            QVERIFY(turn.value(QLatin1String("first_ms")).isNull() && turn.value(QLatin1String("route")).isNull());
        }
    }

    void wrongUseEndsWithTwoAndOneSentence_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("no address") << QStringLiteral("--base-url") << QStringLiteral("nowhere");
        QTest::newRow("no users") << QStringLiteral("--users") << QStringLiteral("0");
        QTest::newRow("seconds in words") << QStringLiteral("--seconds") << QStringLiteral("ten");
        QTest::newRow("seed below zero") << QStringLiteral("--seed") << QStringLiteral("-1");
        QTest::newRow("nowhere to write") << QStringLiteral("--out") << QStringLiteral("/nowhere/at/all");
        QTest::newRow("unknown option") << QStringLiteral("--wind") << QStringLiteral("9");
    }

    void wrongUseEndsWithTwoAndOneSentence()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QStringList all = arguments(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("wrong"));
        if (const qsizetype at = all.indexOf(option); at >= 0)
            all[at + 1] = value;
        else
            all << option << value;
        QProcess driver;
        QVERIFY(start(driver, all));
        QTRY_COMPARE(driver.state(), QProcess::NotRunning);
        QCOMPARE(driver.exitCode(), 2);
        const QByteArray said = driver.readAllStandardError();
        QVERIFY2(said.startsWith("breakwater-storm: ") && said.count('\n') == 1, said.constData());
    }
};

QTEST_GUILESS_MAIN(TestStormDriver)
#include "tst_stormdriver.moc"
