// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectiontest.h"
#include "app/modelreader.h"
#include "core/base/systemtime.h"
#include "core/net/nettransport.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/support/fakes.h"
#include "tests/support/rawserver.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;

/// What a person learns from "Test", and what the program learns from a list of models; against real sockets.
class TestConnectionTest : public QObject
{
    Q_OBJECT

    SystemTime m_time;
    SystemAlarms m_alarms {m_time};
    NetTransport m_transport;

    static Provider providerAt(const QUrl &url)
    {
        Provider provider;
        provider.id = ProviderId(QStringLiteral("p"));
        provider.name = QStringLiteral("Anthropic");
        provider.baseUrl = url;
        return provider;
    }

    TestResult run(const Provider &provider, const QByteArray &key, const QString &model = {})
    {
        ConnectionTest test(m_transport, m_alarms, m_time);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start(provider, key, model);
        const bool ended = finished.wait(10'000);
        return ended ? finished.front().at(1).value<TestResult>() : TestResult {};
    }

    static QList<TestStage> stagesOf(const TestResult &result)
    {
        QList<TestStage> stages;
        for (const TestStep &step : result.steps)
            stages += step.stage;
        return stages;
    }

private Q_SLOTS:
    void aKeyThatWorksSaysWhatItFound()
    {
        SimulatedProvider simulator(m_time);
        QVERIFY(simulator.listen());
        simulator.setSpeed(50);
        const TestResult result = run(providerAt(simulator.baseUrl()), "good");
        QVERIFY(result.passed());
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached, TestStage::KeyAccepted, TestStage::ModelsFound, TestStage::Answered}));
        QVERIFY(result.steps.at(2).detail.toInt() >= 3);
        QVERIFY(result.limits.size() >= 3);
        QVERIFY(result.requestId.startsWith(QStringLiteral("req_")));
        QVERIFY(result.steps.back().took > Duration::zero());
    }

    void aKeyThatIsRefusedSaysSoAndNothingElseIsAsked()
    {
        SimulatedProvider simulator(m_time);
        QVERIFY(simulator.listen());
        const TestResult result = run(providerAt(simulator.baseUrl()), "bad-key");
        QVERIFY(!result.passed());
        QCOMPARE(result.steps.back().stage, TestStage::KeyAccepted);
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("401")));
        QCOMPARE(simulator.counts().requests, 1);
    }

    void anOverloadSaysNothingAboutTheKey()
    {
        RawServer server;
        server.respond(529, {}, R"({"type":"error","error":{"type":"overloaded_error","message":"x"}})");
        const TestResult result = run(providerAt(server.url()), "good");
        QCOMPARE(result.steps.back().stage, TestStage::ModelsFound);
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("529")));
    }

    void aServerWithoutAListMayAnswerAllTheSame()
    {
        RawServer server;
        server.respond(404, {}, "not here");
        server.stream("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"OK\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        Provider provider = providerAt(server.url());
        provider.dialect = Dialect::OpenAi;
        const TestResult result = run(provider, {}, QStringLiteral("local"));
        QVERIFY(result.passed());
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached, TestStage::ModelsFound, TestStage::Answered}));
    }

    void aServerOfTheOlderVersionIsTestedInIt()
    {
        const QByteArray refusal = R"({"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: 2026-10-21 is not a valid version"}})";
        RawServer server;
        server.respond(400, {}, refusal);
        server.respond(200, {}, R"({"data":[{"id":"a"}]})");
        server.stream("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        QVERIFY(run(providerAt(server.url()), "good").passed());
        QVERIFY(server.requests().at(2).contains("anthropic-version: 2023-06-01"));

        server.respond(400, {}, refusal);
        server.respond(200, {}, R"({"data":[{"id":"a"}]})");
        Catalogue catalogue;
        ModelReader reader(m_transport, m_alarms, m_time, catalogue);
        const Provider provider = providerAt(server.url());
        reader.read(provider, "good");
        QTRY_VERIFY(!reader.isStale(provider.id));
        QVERIFY(catalogue.provider(provider.id)->olderVersion);
    }

    void anAddressThatIsNoProviderSaysSo()
    {
        RawServer server;
        server.respond(200, "content-type: application/json\r\n", "{\"hello\":1}");
        const TestResult result = run(providerAt(server.url()), "good");
        QVERIFY(!result.passed());
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("not a list of models")));
    }

    void aNetworkThatWantsASignInIsToldFromAWrongAddress()
    {
        RawServer server;
        server.respond(200, "content-type: text/html\r\n", "<html>Welcome to the hotel</html>");
        const TestResult result = run(providerAt(server.url()), "good");
        QVERIFY(!result.passed());
        QVERIFY2(result.steps.back().detail.contains(QStringLiteral("wants you to sign in")), qPrintable(result.steps.back().detail));
    }

    void aBadCertificateIsShownAsItIs()
    {
        RawServer server(RawServer::Secure {QStringLiteral("expired.pem")});
        Provider provider = providerAt(server.url());
        provider.certificates = QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/tls/authority.pem");
        const TestResult result = run(provider, "good");
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached, TestStage::Secure}));
        QVERIFY(!result.passed());
        QVERIFY2(result.steps.back().detail.contains(QStringLiteral("ran out on 4 March 2021")), qPrintable(result.steps.back().detail));
        QVERIFY(result.certificate);
        QCOMPARE(result.certificate->issuer, QStringLiteral("Test Authority, Breakwater tests"));
    }

    void certificatesOfAPersonAreTrusted()
    {
        RawServer server(RawServer::Secure {QStringLiteral("server.pem")});
        server.respond(200, {}, R"({"data":[{"id":"a"}]})");
        server.stream("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        Provider provider = providerAt(server.url());
        provider.certificates = QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/tls/authority.pem");
        const TestResult result = run(provider, "good");
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached, TestStage::Secure, TestStage::KeyAccepted, TestStage::ModelsFound, TestStage::Answered}));
        QVERIFY(result.passed());
        QVERIFY(!result.certificate);
    }

    void certificatesThatCannotBeReadAreSaidBeforeAnythingIsSent()
    {
        RawServer server(RawServer::Secure {QStringLiteral("server.pem")});
        Provider provider = providerAt(server.url());
        provider.certificates = QStringLiteral("/nowhere/office.pem");
        const TestResult result = run(provider, "good");
        QCOMPARE(stagesOf(result), (QList {TestStage::Secure}));
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("office.pem is not there")));
        QCOMPARE(server.connections(), 0);
    }

    void nothingIsTestedWhereNobodyAgreedToSendUnencrypted()
    {
        FakeTransport transport;
        ConnectionTest test(transport, m_alarms, m_time);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        Provider provider = providerAt(QUrl(QStringLiteral("http://gateway.example")));
        test.start(provider, "good", {});
        QCOMPARE(finished.count(), 0);
        QVERIFY(finished.wait(10'000));
        const auto result = finished.front().at(1).value<TestResult>();
        QVERIFY(!result.passed());
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("gateway.example is not encrypted")));
        QCOMPARE(transport.requests.size(), std::size_t(0));
        consentToPlainHttp(provider);
        test.start(provider, "good", {});
        QCOMPARE(transport.requests.size(), std::size_t(1));
    }

    void aHostThatTakesNoConnectionIsGivenUpAfterItsTime()
    {
        FakeTime time;
        FakeTransport transport;
        ConnectionTest test(transport, time, time);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        Provider provider = providerAt(QUrl(QStringLiteral("https://far.example")));
        provider.patience.connect = std::chrono::seconds(3);
        test.start(provider, "good", {});
        transport.events.back().connecting();
        time.advance(std::chrono::seconds(3) - std::chrono::microseconds(1));
        QCOMPARE(finished.count(), 0);
        time.advance(std::chrono::microseconds(1));
        QCOMPARE(finished.count(), 1);
        const auto result = finished.front().at(1).value<TestResult>();
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached}));
        QVERIFY(result.steps.back().detail.contains(QStringLiteral("within 3.0 s")));
    }

    void nobodyThereIsNotReached()
    {
        QUrl nobody;
        {
            const RawServer server;
            nobody = server.url();
        }
        const TestResult result = run(providerAt(nobody), "good");
        QCOMPARE(stagesOf(result), (QList {TestStage::Reached}));
        QVERIFY(!result.passed());
    }

    void theModelsOfAllPagesAreRead()
    {
        RawServer server;
        server.respond(200, {}, R"({"data":[{"id":"a"},{"id":"b"}],"has_more":true,"last_id":"b"})");
        server.respond(200, {}, R"({"data":[{"id":"c"}],"has_more":false})");
        Catalogue catalogue;
        ModelReader reader(m_transport, m_alarms, m_time, catalogue);
        const Provider provider = providerAt(server.url());
        QVERIFY(reader.isStale(provider.id));
        QSignalSpy changed(&reader, &ModelReader::changed);
        reader.read(provider, "good");
        reader.read(provider, "good"); // it is under way
        QVERIFY(changed.wait(10'000));
        QCOMPARE(catalogue.provider(provider.id)->models.size(), std::size_t(3));
        QVERIFY(!reader.isStale(provider.id));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(server.requests().at(1).contains("after_id=b"));
    }

    void aListThatCannotBeReadLeavesWhatWasKnown()
    {
        RawServer server;
        server.respond(500, {}, "no");
        Catalogue catalogue;
        const Provider provider = providerAt(server.url());
        Model known;
        known.id = QStringLiteral("known");
        catalogue.facts(provider.id).models = {known};
        const Catalogue before = catalogue;
        ModelReader reader(m_transport, m_alarms, m_time, catalogue);
        reader.read(provider, "good");
        QTRY_COMPARE(server.requests().size(), 1);
        server.respond(200, {}, R"({"data":[{"id":"fresh"}]})");
        QTRY_VERIFY((reader.read(provider, "good"), server.requests().size() == 2)); // only once the first has ended
        QTRY_COMPARE(catalogue.provider(provider.id)->models.front().id, QStringLiteral("fresh"));
        QVERIFY(before != catalogue);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
