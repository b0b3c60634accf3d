// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "tests/support/rawhttp.h"
#include "tests/support/served.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace breakwater;

class TestSimulatedProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itServesOnThisMachineOnly()
    {
        Served served;
        QCOMPARE(served.url().host(), QStringLiteral("127.0.0.1"));
        QVERIFY(served.url().port() > 0);
        QVERIFY(served.url().path().isEmpty());
    }

    void modelsAreListedInTheShapeOfTheAskingDialect()
    {
        Served served;
        RawHttp anthropic(served.url());
        anthropic.get("/v1/models?limit=1000");
        RawHttp openAi(served.url());
        openAi.get("/v1/models", "authorization: Bearer k\r\n");
        QTRY_VERIFY(anthropic.answer().whole && openAi.answer().whole);
        const QJsonArray models = anthropic.answer().json().value(QLatin1String("data")).toArray();
        QCOMPARE(models.size(), 7);
        QCOMPARE(models.at(0)[QLatin1String("id")].toString(), QStringLiteral("claude-opus-5-5"));
        QCOMPARE(models.at(0)[QLatin1String("type")].toString(), QStringLiteral("model"));
        QCOMPARE(models.at(0)[QLatin1String("max_input_tokens")].toInt(), 1'000'000);
        QCOMPARE(openAi.answer().json().value(QLatin1String("object")).toString(), QStringLiteral("list"));
        QCOMPARE(openAi.answer().json().value(QLatin1String("data")).toArray().size(), 7);
    }

    void modelsComeInPagesAndOneByOne()
    {
        Served served;
        RawHttp client(served.url());
        client.get("/v1/models?limit=1&after_id=claude-opus-5-5");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(
            client.answer().json().value(QLatin1String("first_id")).toString(), QStringLiteral("claude-sonnet-5-5"));
        QVERIFY(client.answer().json().value(QLatin1String("has_more")).toBool());
        client.forgetAnswer();
        client.get("/v1/models/claude-haiku-5-5");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().json().value(QLatin1String("line")).toString(), QStringLiteral("haiku"));
        client.forgetAnswer();
        client.get("/v1/models/claude-9");
        QTRY_COMPARE(client.answer().status, 404);
    }

    void modelsAreListedByTheirLifecycle_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("ids");
        QTest::newRow("deprecated") << QByteArray("lifecycle=deprecated") << QStringLiteral("claude-sonnet-4-5-20250929");
        QTest::newRow("two") << QByteArray("lifecycle=deprecated&lifecycle=retired")
                             << QStringLiteral("claude-sonnet-4-5-20250929 claude-opus-4-1-20250805");
        QTest::newRow("page before") << QByteArray("limit=1&before_id=claude-haiku-5-5")
                                     << QStringLiteral("claude-sonnet-5-5");
    }

    void modelsAreListedByTheirLifecycle()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, ids);
        Served served;
        RawHttp client(served.url());
        client.get("/v1/models?" + query);
        QTRY_VERIFY(client.answer().whole);
        QStringList found;
        for (const QJsonValue &model : client.answer().json().value(QLatin1String("data")).toArray())
            found += model[QLatin1String("id")].toString();
        QCOMPARE(found.join(QLatin1Char(' ')), ids);
    }

    void anAliasNamesItsModelWithItsCapabilities()
    {
        Served served;
        RawHttp client(served.url());
        client.get("/v1/models/claude-sonnet-4-5");
        QTRY_VERIFY(client.answer().whole);
        const QJsonObject model = client.answer().json();
        QCOMPARE(model.value(QLatin1String("id")).toString(), QStringLiteral("claude-sonnet-4-5-20250929"));
        QCOMPARE(model.value(QLatin1String("retires_at")).toString(), QStringLiteral("2026-11-30T00:00:00Z"));
        const QJsonValue can = model.value(QLatin1String("capabilities"));
        const QJsonValue types = can[QLatin1String("thinking")][QLatin1String("types")];
        QVERIFY(types[QLatin1String("enabled")][QLatin1String("supported")].toBool());
        QVERIFY(!types[QLatin1String("adaptive")][QLatin1String("supported")].toBool());
        QVERIFY(can[QLatin1String("batch")][QLatin1String("supported")].toBool());
        QVERIFY(!can[QLatin1String("effort")][QLatin1String("supported")].toBool());
    }

    void aRetiredModelIsKnownAndRefused()
    {
        Served served;
        RawHttp client(served.url());
        client.get("/v1/models/claude-opus-4-1");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().json().value(QLatin1String("lifecycle")).toString(), QStringLiteral("retired"));
        client.forgetAnswer();
        client.post("/v1/messages", messagesBody(strange, true, QStringLiteral("claude-opus-4-1")));
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().status, 404);
        QCOMPARE(errorType(client.answer()), QStringLiteral("not_found_error"));
    }

    void tokensAreCountedWithoutAnAnswer()
    {
        Served served;
        RawHttp client(served.url());
        client.post("/v1/messages/count_tokens",
            R"({"model":"claude-opus-5-5","messages":[{"role":"user","content":"four more words here"}]})");
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(client.answer().json().value(QLatin1String("input_tokens")).toInt(), 6);
        QCOMPARE(served.provider.counts().messages, 0);
    }

    void oneConnectionServesManyRequests()
    {
        Served served;
        RawHttp client(served.url());
        for (int i = 0; i < 5; ++i) {
            client.post("/v1/messages", messagesBody(QString::number(i)));
            QTRY_VERIFY(client.answer().whole);
            QCOMPARE(client.answer().text(), echoOf(QString::number(i), 0));
            client.forgetAnswer();
        }
        QVERIFY(!client.isClosed());
    }

    void requestsSentAtOnceAreAnsweredInTheirOrder()
    {
        Served served;
        RawHttp client(served.url());
        for (int i = 0; i < 3; ++i)
            client.post("/v1/messages", messagesBody(QString::number(i)));
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(client.answer().whole);
            QCOMPARE(client.answer().text(), echoOf(QString::number(i), 0));
            client.forgetAnswer();
        }
    }

    void manyConnectionsAreServedSideBySide()
    {
        Served served;
        std::vector<std::unique_ptr<RawHttp>> clients;
        for (int i = 0; i < 60; ++i) {
            clients.push_back(std::make_unique<RawHttp>(served.url()));
            clients.back()->post("/v1/messages", messagesBody(QString::number(i)));
        }
        for (std::size_t i = 0; i < clients.size(); ++i) {
            QTRY_VERIFY(clients[i]->answer().whole);
            QCOMPARE(clients[i]->answer().text(), echoOf(QString::number(i), 0));
        }
        QCOMPARE(served.provider.counts().answered, 60);
        QCOMPARE(served.provider.counts().inFlight, 0);
    }

    void everyRequestOnTheWireIsCounted()
    {
        Served served(fast(R"(,"phases":[{"models":{"claude-opus-5-5":{"refuse":529,"times":1}}}])"));
        QSignalSpy arrived(&served.provider, &SimulatedProvider::requestArrived);
        RawHttp client(served.url());
        for (int i = 0; i < 3; ++i) {
            client.post("/v1/messages", messagesBody(strange));
            QTRY_VERIFY(client.answer().whole);
            client.forgetAnswer();
        }
        client.get("/v1/models");
        QTRY_VERIFY(client.answer().whole);
        const WireCount &counts = served.provider.counts();
        QCOMPARE(counts.requests, 4);
        QCOMPARE(counts.messages, 3);
        QCOMPARE(counts.answered, 2);
        QCOMPARE(counts.byPath.value(QStringLiteral("/v1/messages")), 3);
        QCOMPARE(counts.byModel.value(QStringLiteral("claude-opus-5-5")), 3);
        QCOMPARE(counts.byStatus.value(529), 1);
        QCOMPARE(counts.byStatus.value(200), 3);
        QCOMPARE(arrived.size(), 4);
    }

    void aClientThatLeavesEndsTheWork()
    {
        Served served(fast(R"(,"phases":[{"models":{"*":{"tokens_per_second":1}}}])"));
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(served.provider.counts().inFlight, 1);
        QTRY_VERIFY(!client.answer().text().isEmpty());
        client.leave();
        QTRY_COMPARE(served.provider.counts().inFlight, 0);
        QCOMPARE(served.provider.counts().abandoned, 1);
        QCOMPARE(served.provider.counts().answered, 0);
    }

    void theProviderMayGoWhileAnswersAreUnderWay()
    {
        auto served = std::make_unique<Served>(fast(R"(,"phases":[{"models":{"*":{"tokens_per_second":1}}}])"));
        RawHttp client(served->url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_VERIFY(client.answer().status == 200);
        served.reset();
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.answer().whole);
    }

    void aNewScriptActsOnTheNextRequest()
    {
        Served served(fast(R"(,"phases":[{"name":"a","models":{"*":{"refuse":529}}}])"));
        RawHttp client(served.url());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(client.answer().status, 529);
        QTRY_VERIFY(client.answer().whole);
        QCOMPARE(served.provider.phase(), QStringLiteral("a"));
        client.forgetAnswer();
        served.provider.setScript(fast());
        client.post("/v1/messages", messagesBody(strange));
        QTRY_COMPARE(client.answer().status, 200);
    }

    void aScriptMayNameModelsThatTheCatalogLacks()
    {
        Served served(fast(R"(,"serves":["other-1"])"));
        const auto ask = [&](const char *model) {
            RawHttp client(served.url());
            client.post("/v1/messages", messagesBody(strange, true, QLatin1String(model)));
            return QTest::qWaitFor([&] { return client.answer().whole; }) ? client.answer().status : 0;
        };
        QCOMPARE(ask("other-1"), 200);
        QCOMPARE(ask("other-2"), 404);
    }

    void aClosedDoorRefusesConnectionsWhileTheOtherStaysOpen()
    {
        FakeTime time;
        SimulatedProvider provider(time);
        QVERIFY(provider.listen(2));
        QVERIFY(provider.baseUrl(1) != provider.baseUrl(2));
        QVERIFY(provider.baseUrl(3).isEmpty());
        provider.setScript(fast(R"(,"phases":[{"for_seconds":5,"models":{"*":{"tokens_per_second":0.01}}},
            {"for_seconds":5,"closed_doors":[1]}])"));
        const auto ask = [&provider](int door) {
            auto client = std::make_unique<RawHttp>(provider.baseUrl(door));
            client->post("/v1/messages", messagesBody(strange));
            return client;
        };
        const auto before = ask(1);
        QTRY_COMPARE(before->answer().status, 200);
        time.advance(std::chrono::seconds(5));
        QTRY_VERIFY(before->isClosed()); // what stood is reset
        const auto refused = ask(1);
        QTRY_VERIFY(refused->isClosed());
        QCOMPARE(refused->received(), qsizetype(0));
        const auto other = ask(2);
        QTRY_COMPARE(other->answer().status, 200);
        QVERIFY(!refused->answer().whole);
        QCOMPARE(provider.counts().messages, 2);
        time.advance(std::chrono::seconds(5));
        std::unique_ptr<RawHttp> after;
        QTRY_VERIFY([&] { // open again at the next glance, at the same address
            if (!after || after->isClosed())
                after = ask(1);
            return after->answer().status == 200;
        }());
    }

    void theNetworkStackOfTheProgramReadsTheWholeStream()
    {
        Served served;
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(served.url().toString() + QStringLiteral("/v1/messages")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("x-api-key", "k");
        request.setRawHeader("anthropic-version", "2026-10-21");
        const std::unique_ptr<QNetworkReply> reply(network.post(request, messagesBody(strange)));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        RawAnswer answer;
        answer.body = reply->readAll();
        QCOMPARE(answer.text(), echoOf(strange, 0));
        QCOMPARE(served.provider.counts().messages, 1);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedProvider)
#include "tst_simulatedprovider.moc"
