// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/store/archive.h"

#include <QtTest>

#include <QElapsedTimer>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

using namespace breakwater;

/// The program is killed (SIGKILL) while an answer streams; what stands on disk afterwards is looked at.
class TestCrash : public QObject
{
    Q_OBJECT

private:
    struct Printed
    {
        qint64 at = 0; // milliseconds
        QString text; // all so far
    };

    QTemporaryDir m_folder;
    std::vector<Printed> m_printed;
    qint64 m_killedAt = 0;

    void streamAndKill()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("ANTHROPIC_API_KEY"));
        process.setProcessEnvironment(environment);
        QElapsedTimer clock;
        clock.start();
        QByteArray all;
        // Only a terminal is shown the answer as it comes.
        const int reader = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(reader >= 0 && ::grantpt(reader) == 0 && ::unlockpt(reader) == 0);
        // Held open here too: with nobody at the other end reading fails, and that is so until the program starts.
        const int held = ::open(::ptsname(reader), O_RDWR | O_NOCTTY);
        QVERIFY(held >= 0);
        termios raw {};
        QCOMPARE(::tcgetattr(reader, &raw), 0);
        ::cfmakeraw(&raw);
        QCOMPARE(::tcsetattr(reader, TCSANOW, &raw), 0);
        process.setStandardOutputFile(QString::fromLocal8Bit(::ptsname(reader)));
        QSocketNotifier arrived(reader, QSocketNotifier::Read);
        connect(&arrived, &QSocketNotifier::activated, this, [&] {
            std::array<char, 4096> piece {};
            const ssize_t size = ::read(reader, piece.data(), piece.size());
            if (size <= 0) {
                arrived.setEnabled(false);
                return;
            }
            all.append(piece.data(), static_cast<qsizetype>(size));
            m_printed.push_back({clock.elapsed(), QString::fromUtf8(all)});
        });
        // Long enough to be in the middle of for seconds.
        process.start(QStringLiteral(BREAKWATER_BINARY),
            {QStringLiteral("--data"), m_folder.path(), QStringLiteral("--weather"), QStringLiteral("clear"), QStringLiteral("ask"), QStringLiteral("lorem ipsum ").repeated(300)});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!m_printed.empty() && m_printed.back().at - m_printed.front().at > 1500, 60'000);
        m_killedAt = clock.elapsed();
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        arrived.setEnabled(false);
        ::close(held);
        ::close(reader);
    }

    Result<Snapshot> lookAtDisk()
    {
        static const SystemTime time;
        auto archive = Archive::open(m_folder.filePath(QStringLiteral("breakwater.db")), time);
        return archive ? archive->snapshot() : Result<Snapshot>(tl::unexpected(archive.error()));
    }

private Q_SLOTS:
    void aKillInMidAnswerLosesAtMostHalfASecondOfText()
    {
        streamAndKill();
        const auto found = lookAtDisk();
        QVERIFY(found);
        QCOMPARE(found->unfinished.size(), std::size_t(1));
        QCOMPARE(found->messages.size(), std::size_t(2));
        QCOMPARE(found->messages.front().role, Role::User);
        QCOMPARE(found->messages.front().text, QStringLiteral("lorem ipsum ").repeated(300));
        const Message &answer = found->messages.back();
        QCOMPARE(answer.state, MessageState::BrokenOff);
        // What a reader saw half a second before the end is there, letter for letter.
        QString seen;
        for (const Printed &each : m_printed) {
            if (each.at <= m_killedAt - 500)
                seen = each.text;
        }
        QVERIFY(!seen.isEmpty());
        QVERIFY2(answer.text.startsWith(seen), qPrintable(QStringLiteral("on disk %1 characters, seen %2").arg(answer.text.size()).arg(seen.size())));
    }

    void whatWasUnderWayIsOfferedAndNotSentAgain()
    {
        streamAndKill();
        const auto found = lookAtDisk();
        QVERIFY(found);
        const TurnState &turn = found->unfinished.front();
        QCOMPARE(turn.phase, TurnPhase::BrokenOff); // with Continue; it never sends by itself
        QVERIFY(!turn.answer.isEmpty());
        QCOMPARE(turn.attempts.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
