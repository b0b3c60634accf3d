// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/healthexport.h"
#include "tests/support/faketime.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

/// A history of three attempts: two in the last hour, one two hours ago.
struct Written
{
    QTemporaryDir folder;
    FakeTime time;
    HealthExport wanted;

    Written()
    {
        auto archive = Archive::open(folder.filePath(QStringLiteral("history.sqlite")), time);
        Sample sample;
        sample.route = RouteId(QStringLiteral("opus"));
        sample.turn = TurnId(QStringLiteral("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
        sample.at = time.wall() - 2h;
        sample.total = 1500ms;
        (void)archive->addSample(sample);
        sample.at = time.wall() - 30min;
        sample.result = SampleClass::OwnLimit;
        sample.fault = FaultKind::RateLimited;
        sample.status = 429;
        sample.hint = 4s;
        sample.wait = SampleWait {4s, 700ms};
        (void)archive->addSample(sample);
        sample.at = time.wall() - 29min;
        sample.route = RouteId(QStringLiteral("=cmd|' /C calc'!A0,\"x\""));
        sample.result = SampleClass::Answered;
        sample.fault.reset();
        sample.status = 200;
        sample.hint.reset();
        sample.wait.reset();
        sample.firstContent = 650ms;
        (void)archive->addSample(sample);
        wanted = {folder.filePath(QStringLiteral("history.sqlite")), folder.filePath(QStringLiteral("out")), WeatherFile::AttemptsCsv, time.wall() - 1h, time.wall(),
            {{RouteId(QStringLiteral("opus")), {QStringLiteral("Anthropic"), QStringLiteral("claude-opus-5-5")}}}};
    }
};

} // namespace

class HealthExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheAttemptsOfASpanAsCsv()
    {
        Written written;
        QCOMPARE(exportHealth(written.wanted).value_or(-1), 2);
        const QList<QByteArray> lines = contents(written.wanted.target).split('\n');
        QCOMPARE(lines[0], QByteArray("ended_at,provider,model,route,turn,result,fault,status,server_hint_s,sent_after_s,first_content_s,total_s,wait_hint_s,wait_random_s\r"));
        QCOMPARE(lines[1],
            QByteArray("2026-01-05T13:30:00.000Z,Anthropic,claude-opus-5-5,opus,019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b,OwnLimit,RateLimited,429,4,0,,1.5,4,0.7\r"));
        QCOMPARE(lines.size(), 4); // the last is empty
    }

    void aSpreadsheetTakesNothingForAFormula()
    {
        Written written;
        QVERIFY(exportHealth(written.wanted));
        QVERIFY(contents(written.wanted.target).contains(",\"'=cmd|' /C calc'!A0,\"\"x\"\"\","));
    }

    void writesTheSameAsJson()
    {
        Written written;
        written.wanted.file = WeatherFile::AttemptsJson;
        QCOMPARE(exportHealth(written.wanted).value_or(-1), 2);
        const QJsonObject all = QJsonDocument::fromJson(contents(written.wanted.target)).object();
        QCOMPARE(all.value(QStringLiteral("from")).toString(), QStringLiteral("2026-01-05T13:00:00.000Z"));
        const QJsonArray attempts = all.value(QStringLiteral("attempts")).toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0].toObject().value(QStringLiteral("status")).toInt(), 429);
        QCOMPARE(attempts[0].toObject().value(QStringLiteral("wait_random_s")).toDouble(), 0.7);
        QVERIFY(attempts[1].toObject().value(QStringLiteral("wait_random_s")).isNull());
        QCOMPARE(attempts[1].toObject().value(QStringLiteral("first_content_s")).toDouble(), 0.65);
    }

    void aRangeWithNoDataIsAFileOfItsHead()
    {
        Written written;
        written.wanted.until = written.wanted.from;
        QCOMPARE(exportHealth(written.wanted).value_or(-1), 0);
        QCOMPARE(contents(written.wanted.target).count('\n'), 1);
        written.wanted.file = WeatherFile::AttemptsJson;
        QCOMPARE(exportHealth(written.wanted).value_or(-1), 0);
        QVERIFY(QJsonDocument::fromJson(contents(written.wanted.target)).object().value(QStringLiteral("attempts")).toArray().isEmpty());
    }

    void writesTheHoursOfAYear()
    {
        Written written;
        written.wanted.file = WeatherFile::HoursCsv;
        written.wanted.from = written.time.wall() - 24h * 366;
        QCOMPARE(exportHealth(written.wanted).value_or(-1), 3);
        QVERIFY(contents(written.wanted.target).contains("2026-01-05T12:00:00.000Z,Anthropic,claude-opus-5-5,opus,Answered,1,1.5,0,0,0,0\r\n"));
        QVERIFY(contents(written.wanted.target).contains("2026-01-05T13:00:00.000Z,Anthropic,claude-opus-5-5,opus,OwnLimit,1,1.5,0,0,1,4.7\r\n"));
    }

    void aPlaceThatCannotBeWrittenIsAFault()
    {
        Written written;
        written.wanted.target = written.folder.filePath(QStringLiteral("no/such/folder/out.csv"));
        QVERIFY(!exportHealth(written.wanted));
    }
};

QTEST_GUILESS_MAIN(HealthExportTest)
#include "tst_healthexport.moc"
