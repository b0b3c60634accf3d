// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/simulator/simulatedprovider.h"
#include "core/store/archive.h"
#include "core/store/idcolumn.h"

#include <QtTest>

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace breakwater;

namespace {

const QString busySession = QStringLiteral(BREAKWATER_BUSY_SESSION);

qint64 monotonic()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What one run said before it was killed.
struct Run
{
    struct Shown
    {
        qint64 at = 0;
        QString text; ///< added then
    };
    bool opened = false;
    QStringList accepted; ///< marks
    std::map<MessageId, std::vector<Shown>> answers;
    qint64 killedAt = 0;

    /// What stood on screen half a second before the end.
    [[nodiscard]] static QString seen(const std::vector<Shown> &answer, qint64 until)
    {
        QString text;
        for (const Shown &each : answer) {
            if (each.at <= until)
                text += each.text;
        }
        return text;
    }
};

} // namespace

/// A busy session is killed (SIGKILL) at random moments, again and again on one history. BREAKWATER_KILLS says how often;
/// more than a hundred need QTEST_FUNCTION_TIMEOUT too.
class TestKilled : public QObject
{
    Q_OBJECT

private:
    SystemTime m_time;
    SimulatedProvider m_provider {m_time};
    QTemporaryDir m_folder;
    QTemporaryDir m_copy;
    std::map<QString, int> m_asked; ///< requests that came, by the mark of their question
    QStringList m_accepted;
    int m_answersSeen = 0;
    qsizetype m_mostMissing = 0; ///< characters that were shown within the last half second and are not on disk
    int m_offered = 0;

    [[nodiscard]] QString path() const { return m_copy.filePath(QStringLiteral("breakwater.db")); }

    static void hear(const QByteArray &line, Run &run)
    {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "O")
            run.opened = true;
        else if (words.first() == "A")
            run.accepted.append(QString::fromLatin1(words.at(1)));
        else if (words.first() == "T")
            run.answers[MessageId(QString::fromLatin1(words.at(2)))].push_back({words.at(1).toLongLong(), QString::fromUtf8(QByteArray::fromBase64(words.at(3)))});
        else
            QFAIL(qPrintable(QStringLiteral("the session said: ") + QString::fromUtf8(line)));
    }

    /// Runs the session and kills it after `span` milliseconds, counted from its opening or from its start.
    void runAndKill(int number, int span, bool fromOpening, Run &run)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("sk-ant-test"));
        environment.insert(QStringLiteral("ANTHROPIC_BASE_URL"), m_provider.baseUrl().toString());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QByteArray unread;
        const auto read = [&] {
            unread += process.readAllStandardOutput();
            for (qsizetype end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
                hear(unread.left(end), run);
                unread.remove(0, end + 1);
            }
        };
        connect(&process, &QProcess::readyReadStandardOutput, this, read);
        QElapsedTimer clock;
        clock.start();
        process.start(busySession, {m_folder.path(), QString::number(number)});
        QVERIFY(process.waitForStarted());
        if (fromOpening) {
            QTRY_VERIFY_WITH_TIMEOUT(run.opened, 60'000);
            clock.restart();
        }
        QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() >= span, span + 60'000);
        run.killedAt = monotonic();
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        read();
    }

    /// As the disk was left: the next run finds the files themselves untouched.
    void copyFiles()
    {
        for (const char *end : {"", "-wal"}) {
            QFile::remove(path() + QLatin1String(end));
            QFile::copy(m_folder.filePath(QStringLiteral("breakwater.db")) + QLatin1String(end), path() + QLatin1String(end));
        }
        QFile::remove(path() + QLatin1String("-shm"));
    }

    void theFileIsWhole()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        auto check = database->run(QStringLiteral("PRAGMA integrity_check"));
        QVERIFY(check && check->next());
        QCOMPARE(check->value(0).toString(), QStringLiteral("ok"));
        check->finish();
        auto orphans = database->run(QStringLiteral("PRAGMA foreign_key_check"));
        QVERIFY(orphans && !orphans->next());
    }

    void nothingAcceptedIsLost(const Run &run)
    {
        auto database = Database::open(path());
        QVERIFY(database);
        m_accepted += run.accepted;
        auto rows = database->run(QStringLiteral("SELECT text FROM message JOIN turn ON turn.id = message.turn WHERE role='User'"));
        QVERIFY(rows);
        std::map<QString, int> found;
        while (rows->next())
            ++found[rows->value(0).toString().section(QLatin1Char(' '), 0, 0)];
        for (const QString &mark : std::as_const(m_accepted))
            QVERIFY2(found[mark] == 1, qPrintable(mark));
    }

    void atMostHalfASecondIsMissing(const Run &run)
    {
        auto database = Database::open(path());
        QVERIFY(database);
        for (const auto &[id, shown] : run.answers) {
            auto found = database->run(
                QStringLiteral("SELECT text || COALESCE((SELECT group_concat(text, '') FROM (SELECT text FROM piece WHERE message = message.id ORDER BY piece.id)), '') FROM message WHERE id=?"),
                QVariantList {toDisk(id)});
            QVERIFY(found);
            const QString onDisk = found->next() ? found->value(0).toString() : QString();
            const QString seen = Run::seen(shown, run.killedAt - 500);
            QVERIFY2(onDisk.startsWith(seen), qPrintable(QStringLiteral("on disk %1 characters, seen %2").arg(onDisk.size()).arg(seen.size())));
            const QString all = Run::seen(shown, run.killedAt);
            m_mostMissing = std::max(m_mostMissing, all.size() - onDisk.size());
            ++m_answersSeen;
        }
    }

    void whatWasUnderWayIsOffered()
    {
        auto archive = Archive::open(path(), m_time);
        QVERIFY(archive);
        const auto snapshot = archive->snapshot();
        QVERIFY(snapshot);
        m_offered = 0;
        for (const TurnState &turn : snapshot->unfinished) {
            QVERIFY(turn.phase == TurnPhase::Accepted || turn.phase == TurnPhase::Unknown || turn.phase == TurnPhase::BrokenOff);
            const auto question = std::find_if(snapshot->messages.begin(), snapshot->messages.end(), [&turn](const Message &each) { return each.id == turn.question; });
            QVERIFY(question != snapshot->messages.end());
            const QString mark = question->text.section(QLatin1Char(' '), 0, 0);
            if (m_asked.contains(mark)) // it may have been answered, and paid for
                QVERIFY(turn.phase != TurnPhase::Accepted);
            m_offered += turn.phase != TurnPhase::Accepted;
        }
    }

    void nothingWasAskedAgain()
    {
        for (const auto &[mark, times] : m_asked)
            QVERIFY2(times == 1, qPrintable(QStringLiteral("%1 was sent %2 times").arg(mark).arg(times)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_provider.setSpeed(4);
        QVERIFY(m_provider.listen());
        connect(&m_provider, &SimulatedProvider::requestArrived, this, [this](const HttpRequest &request) {
            static const QRegularExpression mark(QStringLiteral("mark-[0-9]+-[0-9]+"));
            const QString body = QString::fromUtf8(request.body);
            QString last;
            for (auto found = mark.globalMatch(body); found.hasNext();)
                last = found.next().captured();
            if (!last.isEmpty())
                ++m_asked[last];
        });
    }

    void noKillLosesAnythingAndNothingIsSentAgain()
    {
        bool given = false;
        const int told = qEnvironmentVariableIntValue("BREAKWATER_KILLS", &given);
        const int kills = given ? told : 12;
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator chance(seed);
        qInfo("seed %u", seed);
        int marks = 0;
        for (int number = 0; number < kills; ++number) {
            Run run;
            const bool early = number % 10 == 9; // while it starts
            runAndKill(number, chance.bounded(early ? 500 : 2500), !early, run);
            if (QTest::currentTestFailed())
                return;
            marks += static_cast<int>(run.accepted.size());
            if (!QFile::exists(m_folder.filePath(QStringLiteral("breakwater.db"))))
                continue;
            copyFiles();
            theFileIsWhole();
            nothingAcceptedIsLost(run);
            atMostHalfASecondIsMissing(run);
            whatWasUnderWayIsOffered();
            nothingWasAskedAgain();
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills, %d turns accepted, %d answers under way or done, %d turns offered; of the last half second at most %d characters missing", kills, marks, m_answersSeen, m_offered,
            static_cast<int>(m_mostMissing));
        QVERIFY(marks > kills);
        QVERIFY(m_answersSeen > kills / 2);
        QVERIFY(m_offered > 0);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
