// SPDX-License-Identifier: GPL-3.0-or-later
//
// Responses as providers send them, and what is made of each, under tests/data/wire: a *.http file is a response, the
// *.expected beside it what an attempt tells of it. However the network cuts a response up, it tells the same.
//
// To take what is told now as what is expected (read it before it is committed): BREAKWATER_WRITE_GOLDEN=1.
#include "core/store/names.h"
#include "core/turn/attemptrunner.h"
#include "tests/support/fakes.h"

#include <QDirIterator>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const auto folder = QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/wire");

struct Response
{
    HttpHead head;
    QByteArray body;
};

Response read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Response response;
    response.head.status = file.readLine().trimmed().split(' ').value(1).toInt();
    for (QByteArray line = file.readLine().trimmed(); !line.isEmpty(); line = file.readLine().trimmed()) {
        const qsizetype colon = line.indexOf(':');
        response.head.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
    }
    response.body = file.readAll();
    return response;
}

QString nameOf(StopReason reason)
{
    switch (reason) {
    case StopReason::EndOfTurn:
        return QStringLiteral("EndOfTurn");
    case StopReason::LengthLimit:
        return QStringLiteral("LengthLimit");
    case StopReason::WindowFull:
        return QStringLiteral("WindowFull");
    case StopReason::Declined:
        return QStringLiteral("Declined");
    case StopReason::Paused:
        return QStringLiteral("Paused");
    case StopReason::Other:
        break;
    }
    return QStringLiteral("Other");
}

QString inWords(const Fault &fault)
{
    QString words = QStringLiteral("failed ") + breakwater::nameOf(fault.kind);
    const auto add = [&words](const char *name, const QString &value) {
        if (!value.isEmpty())
            words += QStringLiteral(" %1=%2").arg(QLatin1String(name), value);
    };
    add("status", fault.status ? QString::number(*fault.status) : QString());
    add("type", fault.type);
    add("code", fault.code);
    add("wait", fault.hint ? QStringLiteral("%1s").arg(toSeconds(fault.hint->wait)) : QString());
    add("request", fault.requestId);
    add("again", fault.shouldRetry ? (*fault.shouldRetry ? QStringLiteral("yes") : QStringLiteral("no")) : QString());
    if (!fault.detail.isEmpty())
        words += QStringLiteral(": ") + fault.detail.simplified();
    return words;
}

/// What an attempt tells of `response` when its body comes in `pieces`.
QString told(Dialect dialect, const Response &response, const QByteArrayList &pieces)
{
    FakeTime time;
    FakeTransport transport;
    AttemptRunner runner(time, time, [] { return SilenceLimits {60s, 90s, 90s}; });
    QStringList lines;
    QString open; // what the last line is about, while more of it may come
    const auto grow = [&](const QString &about, const QString &text) {
        if (open == about)
            lines.last() += text;
        else
            lines += about + QLatin1Char(' ') + text;
        open = about;
    };
    const auto say = [&](const QString &line) {
        open.clear();
        lines += line;
    };
    QObject::connect(&runner, &AttemptRunner::head, &runner, [&](int, const std::vector<RoomLeft> &rooms) {
        for (const RoomLeft &room : rooms)
            say(QStringLiteral("room %1 of %2").arg(room.remaining).arg(room.limit));
    });
    QObject::connect(&runner, &AttemptRunner::started, &runner, [&](const QString &model) { say(QStringLiteral("started ") + model); });
    QObject::connect(&runner, &AttemptRunner::text, &runner, [&](const QString &text) { grow(QStringLiteral("text"), text); });
    QObject::connect(&runner, &AttemptRunner::thinking, &runner, [&](const QString &text) { grow(QStringLiteral("thinking"), text); });
    QObject::connect(&runner, &AttemptRunner::thoughtEnded, &runner, [&](const QString &signature, const QString &redacted) {
        say(redacted.isEmpty() ? QStringLiteral("thought signed ") + signature : QStringLiteral("thought redacted ") + redacted);
    });
    QObject::connect(&runner, &AttemptRunner::counted, &runner, [&](const Usage &usage) {
        QString line = QStringLiteral("counted");
        for (const auto &[name, count] : {std::pair {"input", usage.input}, std::pair {"output", usage.output}, std::pair {"read", usage.cacheRead},
                 std::pair {"written", usage.cacheWritten}, std::pair {"thinking", usage.thinking}}) {
            if (count)
                line += QStringLiteral(" %1=%2").arg(QLatin1String(name)).arg(*count);
        }
        say(line);
    });
    QObject::connect(&runner, &AttemptRunner::explained, &runner, [&](const QString &why) { say(QStringLiteral("explained ") + why); });
    QObject::connect(&runner, &AttemptRunner::ended, &runner,
        [&](const std::optional<Fault> &fault, StopReason reason) { say(fault ? inWords(*fault) : QStringLiteral("ended ") + nameOf(reason)); });

    WireRequest request;
    request.url = QUrl(QStringLiteral("https://api.example.com/v1/x"));
    runner.start(transport, request, dialect);
    const ExchangeEvents events = transport.events.back();
    events.head(response.head);
    for (const QByteArray &piece : pieces)
        events.bytes(piece);
    events.ended(std::nullopt);
    time.advance(5s);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aResponseTellsTheSameHoweverItIsCutUp_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(folder, {QStringLiteral("*.http")}, QDir::Files, QDirIterator::Subdirectories);
        QStringList paths;
        while (files.hasNext())
            paths += files.next();
        paths.sort();
        QVERIFY(!paths.isEmpty());
        for (const QString &path : paths)
            QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path).chopped(5))) << path;
    }

    void aResponseTellsTheSameHoweverItIsCutUp()
    {
        QFETCH(QString, path);
        const Response response = read(path);
        const Dialect dialect = path.contains(QLatin1String("/anthropic/")) ? Dialect::Anthropic : Dialect::OpenAi;
        const QString whole = told(dialect, response, {response.body});
        QFile file(path.chopped(5) + QStringLiteral(".expected"));
        if (qEnvironmentVariableIsSet("BREAKWATER_WRITE_GOLDEN"))
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.toUtf8()) > 0);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(whole, QString::fromUtf8(file.readAll()));
        for (qsizetype at = 1; at < response.body.size(); ++at) {
            const QString halves = told(dialect, response, {response.body.left(at), response.body.mid(at)});
            QVERIFY2(halves == whole, qPrintable(QStringLiteral("cut at byte %1:\n%2").arg(at).arg(halves)));
        }
        QByteArrayList bytes;
        for (const char each : response.body)
            bytes += QByteArray(1, each);
        QCOMPARE(told(dialect, response, bytes), whole);
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
