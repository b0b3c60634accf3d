// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "core/simulator/batchdesk.h"
#include "tests/support/served.h"

#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

QJsonObject batchOf(const QStringList &ids, const QJsonObject &params = {})
{
    QJsonArray requests;
    for (const QString &id : ids)
        requests.append(QJsonObject {{QStringLiteral("custom_id"), id}, {QStringLiteral("params"), params}});
    return {{QStringLiteral("requests"), requests}};
}

const QStringList four {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};

/// A desk whose work is done at a word, and its clock.
struct Desk
{
    BatchDesk desk {[](const QJsonObject &, ApiVersion) {
        return QJsonObject {{QStringLiteral("type"), QStringLiteral("succeeded")}};
    }};
    Duration passed {};

    [[nodiscard]] BatchAsk ask(const QByteArray &key = "k") const
    {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(1'770'000'000'000, Qt::UTC);
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(passed);
        return {key, "http://h", Instant(1h) + passed, begin.addMSecs(since.count())};
    }
    QString make(const QStringList &ids = four, Duration time = 4s)
    {
        const auto made = desk.create(batchOf(ids), ApiVersion::Of2026, time, ask());
        return made ? made->value(QLatin1String("id")).toString() : QString();
    }
    QJsonObject look(const QString &id) { return desk.retrieve(id, ask()).value_or(QJsonObject()); }
};

QString status(const QJsonObject &batch)
{
    return batch.value(QLatin1String("processing_status")).toString();
}

int count(const QJsonObject &batch, const char *type)
{
    return batch.value(QLatin1String("request_counts"))[QLatin1String(type)].toInt();
}

} // namespace

class TestSimulatedBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchShowsNoProgressUntilItHasEnded()
    {
        Desk desk;
        const QString id = desk.make();
        desk.passed = 3999ms;
        QCOMPARE(status(desk.look(id)), QStringLiteral("in_progress"));
        QCOMPARE(count(desk.look(id), "processing"), 4);
        QCOMPARE(count(desk.look(id), "succeeded"), 0);
        QVERIFY(desk.look(id).value(QLatin1String("results_url")).isNull());
        QVERIFY(!desk.desk.results(id, desk.ask()));
        desk.passed = 5s;
        const QJsonObject ended = desk.look(id);
        QCOMPARE(status(ended), QStringLiteral("ended"));
        QCOMPARE(count(ended, "processing"), 0);
        QCOMPARE(count(ended, "succeeded"), 4);
        QCOMPARE(ended.value(QLatin1String("ended_at")).toString(), QStringLiteral("2026-02-02T02:40:04.000Z"));
        QVERIFY(ended.value(QLatin1String("results_url")).toString().startsWith(QLatin1String("http://h/v1/")));
    }

    void resultsComeInAnotherOrderThanTheRequests()
    {
        Desk desk;
        const QString id = desk.make();
        desk.passed = 4s;
        const QByteArray lines = desk.desk.results(id, desk.ask()).value_or(QByteArray());
        QStringList ids;
        for (const QByteArray &line : lines.trimmed().split('\n'))
            ids += QJsonDocument::fromJson(line).object().value(QLatin1String("custom_id")).toString();
        QVERIFY(ids != four);
        ids.sort();
        QCOMPARE(ids, four);
    }

    void aCancelledBatchKeepsWhatWasDoneAndEndsSoon()
    {
        Desk desk;
        const QString id = desk.make();
        desk.passed = 2s;
        QCOMPARE(status(desk.desk.cancel(id, desk.ask()).value_or(QJsonObject())), QStringLiteral("canceling"));
        QCOMPARE(count(desk.look(id), "canceled"), 0);
        desk.passed = 2500ms;
        QCOMPARE(status(desk.look(id)), QStringLiteral("ended"));
        QCOMPARE(count(desk.look(id), "succeeded"), 2);
        QCOMPARE(count(desk.look(id), "canceled"), 2);
    }

    void whatIsNotDoneInADayExpires()
    {
        Desk desk;
        const QString id = desk.make(four, 48h);
        desk.passed = 24h;
        QCOMPARE(status(desk.look(id)), QStringLiteral("ended"));
        QCOMPARE(count(desk.look(id), "expired"), 2);
    }

    void onlyAnEndedBatchCanBeDeleted()
    {
        Desk desk;
        const QString id = desk.make();
        QCOMPARE(desk.desk.remove(id, desk.ask()).error().status, 400);
        desk.passed = 4s;
        QCOMPARE(desk.desk.remove(id, desk.ask())->value(QLatin1String("type")).toString(),
            QStringLiteral("message_batch_deleted"));
        QCOMPARE(desk.desk.retrieve(id, desk.ask()).error().status, 404);
    }

    void nobodySeesTheBatchesOfAnotherKey()
    {
        Desk desk;
        const QString id = desk.make();
        QCOMPARE(desk.desk.retrieve(id, desk.ask("other")).error().status, 404);
        QVERIFY(desk.desk.list({}, desk.ask("other")).value(QLatin1String("data")).toArray().isEmpty());
    }

    void batchesAreListedInPagesNewestFirst()
    {
        Desk desk;
        const QString first = desk.make();
        const QString second = desk.make();
        const QString third = desk.make();
        const QJsonObject page = desk.desk.list({2, {}, {}}, desk.ask());
        QCOMPARE(page.value(QLatin1String("first_id")).toString(), third);
        QCOMPARE(page.value(QLatin1String("last_id")).toString(), second);
        QVERIFY(page.value(QLatin1String("has_more")).toBool());
        const QJsonObject next = desk.desk.list({2, second, {}}, desk.ask());
        QCOMPARE(next.value(QLatin1String("first_id")).toString(), first);
        QVERIFY(!next.value(QLatin1String("has_more")).toBool());
        const QJsonObject back = desk.desk.list({1, {}, first}, desk.ask());
        QCOMPARE(back.value(QLatin1String("first_id")).toString(), second);
        QVERIFY(back.value(QLatin1String("has_more")).toBool());
    }

    void idsAreCheckedAtOnce_data()
    {
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("none") << QStringList();
        QTest::newRow("empty") << QStringList {QString()};
        QTest::newRow("a space") << QStringList {QStringLiteral("a b")};
        QTest::newRow("a line break") << QStringList {QStringLiteral("a\n")};
        QTest::newRow("65 letters") << QStringList {QString(65, QLatin1Char('x'))};
        QTest::newRow("twice") << QStringList {QStringLiteral("a"), QStringLiteral("a")};
    }

    void idsAreCheckedAtOnce()
    {
        QFETCH(QStringList, ids);
        Desk desk;
        const auto made = desk.desk.create(batchOf(ids), ApiVersion::Of2026, 4s, desk.ask());
        QVERIFY(!made);
        QCOMPARE(made.error().status, 400);
    }

    void overTheWireABadRequestIsAnErroredResult()
    {
        Served served(fast(R"(,"limits":{"requests_per_minute":1})"));
        RawHttp client(served.url());
        QJsonObject good = QJsonDocument::fromJson(messagesBody(strange, false)).object();
        QJsonObject bad = good;
        bad.insert(QStringLiteral("temperature"), 0.5);
        QJsonArray requests = batchOf({QStringLiteral("good")}, good).value(QLatin1String("requests")).toArray();
        requests.append(batchOf({QStringLiteral("bad")}, bad).value(QLatin1String("requests"))[0]);
        const auto body = QJsonDocument(QJsonObject {{QStringLiteral("requests"), requests}}).toJson();
        const auto answered = [&] { return QTest::qWaitFor([&] { return client.answer().whole; }); };
        client.post("/v1/messages/batches", body);
        QVERIFY(answered());
        QCOMPARE(client.answer().status, 200);
        const QByteArray id = client.answer().json().value(QLatin1String("id")).toString().toLatin1();
        served.time.advance(4s);
        client.forgetAnswer();
        client.get("/v1/messages/batches/" + id);
        QVERIFY(answered());
        QCOMPARE(count(client.answer().json(), "errored"), 1);
        QCOMPARE(client.answer().json().value(QLatin1String("results_url")).toString().toLatin1(),
            "http://test/v1/messages/batches/" + id + "/results");
        client.forgetAnswer();
        client.get("/v1/messages/batches/" + id + "/results");
        QVERIFY(answered());
        const QList<QByteArray> lines = client.answer().body.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonValue refused = QJsonDocument::fromJson(lines.at(0)).object().value(QLatin1String("result"));
        QCOMPARE(refused[QLatin1String("error")][QLatin1String("error")][QLatin1String("type")].toString(),
            QStringLiteral("invalid_request_error"));
        const QJsonValue answer = QJsonDocument::fromJson(lines.at(1)).object().value(QLatin1String("result"));
        QCOMPARE(answer[QLatin1String("message")][QLatin1String("content")][1][QLatin1String("text")].toString(),
            echoOf(strange, 0));
        client.forgetAnswer();
        client.post("/v1/messages", messagesBody(strange)); // the limit of messages is untouched
        QTRY_COMPARE(client.answer().status, 200);
        QTRY_VERIFY(client.answer().whole);
        client.forgetAnswer();
        client.get("/v1/messages/batches/msgbatch_none");
        QTRY_COMPARE(client.answer().status, 404);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedBatches)
#include "tst_simulatedbatches.moc"
