// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/simulator/simulatedprovider.h"
#include "core/store/archive.h"

#include <QtTest>

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace breakwater;

/// A session that sends all it asks as batches is killed (SIGKILL) at random moments, again and again on one history.
class TestKilledBatches : public QObject
{
    Q_OBJECT

    SystemTime m_time;
    SimulatedProvider m_provider {m_time};
    QTemporaryDir m_folder;
    std::map<QString, int> m_created; ///< requests in batches that came, by the mark of their question
    int m_live = 0; ///< that came as no batch
    QStringList m_accepted; ///< marks

    /// Kills it so many milliseconds after its history is open, or when it has no turn left that waits.
    void runAndKill(int number, int span)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("sk-ant-test"));
        environment.insert(QStringLiteral("ANTHROPIC_BASE_URL"), m_provider.baseUrl().toString());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        bool opened = false;
        QByteArray unread;
        connect(&process, &QProcess::readyReadStandardOutput, this, [&] {
            unread += process.readAllStandardOutput();
            for (qsizetype end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
                const QByteArray line = unread.left(end);
                opened = opened || line == "O";
                if (line.startsWith("A "))
                    m_accepted.append(QString::fromLatin1(line.mid(2)));
                unread.remove(0, end + 1);
            }
        });
        process.start(QStringLiteral(BREAKWATER_BUSY_SESSION), {m_folder.path(), QString::number(number), QStringLiteral("batches")});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(opened, 60'000);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() >= span, span + 60'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
    }

    /// Each accepted turn waits in its batch, or has its answer; once, and that of its own question.
    void eachTurnStandsOnceInTheFile(int &answered)
    {
        auto archive = Archive::open(m_folder.filePath(QStringLiteral("breakwater.db")), m_time);
        QVERIFY(archive);
        const auto snapshot = archive->snapshot();
        QVERIFY(snapshot);
        std::map<QString, int> answers;
        std::map<QString, int> waiting;
        for (const Conversation &each : snapshot->conversations) {
            const auto chapter = archive->chapter(each.id);
            QVERIFY(chapter);
            std::map<TurnId, QString> marks;
            for (const Message &message : chapter->messages) {
                if (message.role == Role::User)
                    marks[message.turn] = message.text.section(QLatin1Char(' '), 0, 0);
                else
                    ++answers[marks[message.turn]];
            }
            for (const TurnState &turn : snapshot->unfinished) {
                if (turn.conversation == each.id)
                    ++waiting[marks[turn.id]];
            }
        }
        answered = 0;
        for (const QString &mark : std::as_const(m_accepted)) {
            QVERIFY2(answers[mark] + waiting[mark] == 1, qPrintable(QStringLiteral("%1: %2 answers, %3 waiting").arg(mark).arg(answers[mark]).arg(waiting[mark])));
            answered += answers[mark];
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto script = WeatherScript::parse(R"({"tokens_per_second":1000000,"first_token_ms":0,"batch_ms":300})");
        QVERIFY(script);
        QVERIFY(m_provider.listen());
        m_provider.setScript(*script);
        connect(&m_provider, &SimulatedProvider::requestArrived, this, [this](const HttpRequest &request) {
            static const QRegularExpression mark(QStringLiteral("mark-[0-9]+-[0-9]+"));
            if (request.method != "POST")
                return;
            const bool creates = QString::fromUtf8(request.target).endsWith(QLatin1String("/batches"));
            QString last;
            for (auto found = mark.globalMatch(QString::fromUtf8(request.body)); found.hasNext();)
                last = found.next().captured();
            if (last.isEmpty())
                return;
            if (creates)
                ++m_created[last];
            else
                ++m_live;
        });
    }

    void noKillLosesABatchOrAsksTwice()
    {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator chance(seed);
        qInfo("seed %u", seed);
        constexpr int kills = 10;
        int answered = 0;
        for (int number = 0; number < kills; ++number) {
            runAndKill(number, number + 1 < kills ? chance.bounded(1500) : 6000); // the last has time to end what it can
            if (QTest::currentTestFailed())
                return;
            eachTurnStandsOnceInTheFile(answered);
            if (QTest::currentTestFailed())
                return;
            for (const auto &[mark, times] : m_created)
                QVERIFY2(times == 1, qPrintable(QStringLiteral("%1 was created %2 times").arg(mark).arg(times)));
        }
        qInfo("%d kills, %d turns accepted, %d answered, %d batches created", kills, static_cast<int>(m_accepted.size()), answered, static_cast<int>(m_created.size()));
        QVERIFY(m_accepted.size() > kills);
        QVERIFY(answered > m_accepted.size() / 2);
        QCOMPARE(m_live, 0);
    }
};

QTEST_GUILESS_MAIN(TestKilledBatches)
#include "tst_killedbatches.moc"
