// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"
#include "tests/support/faketime.h"
#include "tests/support/rawhttp.h"

#include <QScopeGuard>
#include <QTest>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const QString prompt = QStringLiteral("What is a breakwater?");

/// A provider whose every request meets `condition`, a JSON object.
struct Served
{
    FakeTime time;
    SimulatedProvider provider {time};
    RawHttp client {open(provider)};

    explicit Served(
        const QByteArray &condition, const QByteArray &pace = R"("tokens_per_second":1000000,"first_token_ms":0)")
    {
        const auto script = WeatherScript::parse('{' + pace + R"(,"phases":[{"models":{"*":)" + condition + "}}]}");
        if (!script)
            qFatal("%s", qPrintable(script.error().sentence));
        provider.setScript(*script);
    }
    static QUrl open(SimulatedProvider &provider) { return provider.listen() ? provider.baseUrl() : QUrl(); }
    void ask(bool stream = true) { client.post("/v1/messages", messagesBody(prompt, stream)); }
};

QString wholeAnswer()
{
    ChatRequest request;
    request.turns = {{SpokenRole::User, prompt, 0}};
    return answerText(request);
}

} // namespace

class TestSimulatedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalHasTheEnvelopeOfItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::newRow("429") << 429 << QStringLiteral("rate_limit_error");
        QTest::newRow("500") << 500 << QStringLiteral("api_error");
        QTest::newRow("503") << 503 << QStringLiteral("api_error");
        QTest::newRow("504") << 504 << QStringLiteral("timeout_error");
        QTest::newRow("529") << 529 << QStringLiteral("overloaded_error");
        QTest::newRow("403") << 403 << QStringLiteral("permission_error");
    }

    void aRefusalHasTheEnvelopeOfItsStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, type);
        Served served(R"({"refuse":)" + QByteArray::number(status) + '}');
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        QCOMPARE(served.client.answer().status, status);
        QCOMPARE(served.client.answer().json().value(QLatin1String("error"))[QLatin1String("type")].toString(), type);
        QVERIFY(!served.client.answer().headers.contains("retry-after"));
    }

    void aScriptedOwnLimitTellsTheSameStoryInAllItsHeaders()
    {
        Served served(R"({"refuse":429,"retry_after":3})");
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        const auto headers = served.client.answer().headers;
        QCOMPARE(headers.value("retry-after"), QByteArray("3"));
        QCOMPARE(headers.value("anthropic-ratelimit-requests-remaining"), QByteArray("0"));
        QCOMPARE(headers.value("anthropic-ratelimit-requests-reset"), QByteArray("2026-01-05T14:00:03Z"));
    }

    void aSpendLimitHasItsCodeAndNoHint()
    {
        Served served(R"({"refuse":429,"error_code":"enforced_spend_limit_reached"})");
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        const QJsonValue error = served.client.answer().json().value(QLatin1String("error"));
        QCOMPARE(error[QLatin1String("details")][QLatin1String("error_code")].toString(),
            QStringLiteral("enforced_spend_limit_reached"));
        QVERIFY(!served.client.answer().headers.contains("retry-after"));
    }

    void aResetBeforeHeadersSendsNoByte()
    {
        Served served(R"({"fault":"reset_before_headers"})");
        served.ask();
        QTRY_VERIFY(served.client.isClosed());
        QCOMPARE(served.client.received(), qsizetype(0));
        QCOMPARE(served.provider.counts().byStatus.value(0), 1);
        QCOMPARE(served.provider.counts().inFlight, 0);
    }

    void aHangSendsNoByteUntilTheClientLeaves()
    {
        Served served(R"({"fault":"hang"})");
        served.ask();
        QTRY_COMPARE(served.provider.counts().inFlight, 1);
        // Another request is answered meanwhile, so the server had its time.
        RawHttp other(served.provider.baseUrl());
        other.get("/v1/models");
        QTRY_VERIFY(other.answer().whole);
        QCOMPARE(served.client.received(), qsizetype(0));
        QVERIFY(!served.client.isClosed());
        served.client.leave();
        QTRY_COMPARE(served.provider.counts().inFlight, 0);
    }

    void aMidStreamFaultStrikesAfterExactlyItsCharacters_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("framingWhole");
        QTest::addColumn<bool>("closed");
        QTest::newRow("reset") << QByteArray("reset_mid_stream") << false << true;
        QTest::newRow("cut") << QByteArray("cut_mid_stream") << false << true;
        QTest::newRow("silent truncation") << QByteArray("truncate_mid_stream") << true << false;
        QTest::newRow("garbage") << QByteArray("garbage") << true << false;
        QTest::newRow("error event") << QByteArray("error_mid_stream") << true << false;
    }

    void aMidStreamFaultStrikesAfterExactlyItsCharacters()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, framingWhole);
        QFETCH(bool, closed);
        Served served("{\"after_characters\":250,\"fault\":\"" + fault + "\"}");
        served.ask();
        QTRY_VERIFY(served.client.isClosed() || served.client.answer().whole);
        const RawAnswer answer = served.client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text(), wholeAnswer().left(250));
        QVERIFY(!answer.eventNames().contains(QStringLiteral("message_stop")));
        QCOMPARE(answer.whole, framingWhole);
        QCOMPARE(served.client.isClosed(), closed);
        QCOMPARE(served.provider.counts().answered, 0);
    }

    void aResetIsAResetAndACutIsNot_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("error");
        QTest::newRow("before headers") << QByteArray("reset_before_headers") << ECONNRESET;
        QTest::newRow("mid stream") << QByteArray("reset_mid_stream") << ECONNRESET;
        QTest::newRow("cut") << QByteArray("cut_mid_stream") << 0;
    }

    /// Qt calls both "closed by the remote host"; the system's own socket tells them apart.
    void aResetIsAResetAndACutIsNot()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, error);
        Served served("{\"fault\":\"" + fault + "\"}");
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        const auto closing = qScopeGuard([descriptor] { ::close(descriptor); });
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<quint16>(served.provider.baseUrl().port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        const QByteArray body = messagesBody(prompt);
        const QByteArray request = "POST /v1/messages HTTP/1.1\r\ncontent-length: " + QByteArray::number(body.size())
            + "\r\n" + RawHttp::standardHeaders + "\r\n" + body;
        QCOMPARE(::send(descriptor, request.constData(), static_cast<size_t>(request.size()), 0), request.size());
        std::optional<int> end;
        const auto ended = [&] {
            if (end)
                return true;
            char bytes[4096];
            const ssize_t read = ::recv(descriptor, bytes, sizeof bytes, MSG_DONTWAIT);
            if (read == 0)
                end = 0;
            else if (read < 0 && errno != EAGAIN)
                end = errno;
            return end.has_value();
        };
        QTRY_VERIFY(ended());
        QCOMPARE(*end, error);
    }

    void anAnswerShorterThanTheFaultsPlaceStillBreaksOff()
    {
        Served served(R"({"after_characters":100000,"fault":"truncate_mid_stream"})");
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        QCOMPARE(served.client.answer().text(), wholeAnswer().left(wholeAnswer().size() * 2 / 3));
    }

    void aStallSendsNothingMoreAndStaysOpen()
    {
        Served served(R"({"after_characters":50,"fault":"stall_mid_stream"})");
        served.ask();
        QTRY_COMPARE(served.client.answer().text(), wholeAnswer().left(50));
        QVERIFY(!served.client.isClosed());
        QCOMPARE(served.provider.counts().inFlight, 1);
        served.client.leave();
        QTRY_COMPARE(served.provider.counts().abandoned, 1);
    }

    void anErrorEventBeforeContentFollowsTheOpening()
    {
        Served served(R"({"fault":"error_before_content"})");
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        const RawAnswer answer = served.client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.eventNames().join(QLatin1Char(' ')), QStringLiteral("message_start ping error"));
        const QJsonObject event = answer.events().last();
        QCOMPARE(
            event.value(QLatin1String("error"))[QLatin1String("type")].toString(), QStringLiteral("overloaded_error"));
        QCOMPARE(event.value(QLatin1String("request_id")).toString().toLatin1(), answer.headers.value("request-id"));
    }

    void anErrorEventMayHaveAnotherType()
    {
        Served served(R"({"fault":"error_mid_stream","error_type":"api_error"})");
        served.ask();
        QTRY_VERIFY(served.client.answer().whole);
        QCOMPARE(served.client.answer().events().last().value(QLatin1String("error"))[QLatin1String("type")].toString(),
            QStringLiteral("api_error"));
    }

    void aFaultedAnswerWithoutAStreamIsBrokenInItsOwnWay_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("framingWhole");
        QTest::newRow("cut") << QByteArray("cut_mid_stream") << 200 << false;
        QTest::newRow("reset") << QByteArray("reset_mid_stream") << 200 << false;
        QTest::newRow("truncated") << QByteArray("truncate_mid_stream") << 200 << true;
        QTest::newRow("error") << QByteArray("error_before_content") << 529 << true;
    }

    void aFaultedAnswerWithoutAStreamIsBrokenInItsOwnWay()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(bool, framingWhole);
        Served served("{\"fault\":\"" + fault + "\"}");
        served.ask(false);
        QTRY_VERIFY(served.client.isClosed() || served.client.answer().whole);
        QCOMPARE(served.client.answer().status, status);
        QCOMPARE(served.client.answer().whole, framingWhole);
        QVERIFY(!served.client.answer().json().contains(QLatin1String("content")));
    }

    void pingsComeDuringALongSilence()
    {
        Served served(R"({"first_token_ms":3600000})");
        served.provider.setSpeed(100); // pings every 50 ms
        served.ask();
        QTRY_VERIFY(served.client.answer().eventNames().count(QStringLiteral("ping")) >= 3);
        QVERIFY(!served.client.answer().eventNames().contains(QStringLiteral("content_block_start")));
    }

    void aScriptSaysHowOftenPingsCome()
    {
        Served served(R"({"first_token_ms":3600000,"ping_every_ms":100})");
        served.ask();
        QTRY_VERIFY(served.client.answer().eventNames().count(QStringLiteral("ping")) >= 4);
    }

    void aSlowModelSendsAFewCharactersAtATime()
    {
        Served served(R"({"tokens_per_second":50})");
        served.ask();
        QTRY_VERIFY(!served.client.answer().text().isEmpty());
        QVERIFY(served.client.answer().text().size() < 100);
        for (const QJsonObject &event : served.client.answer().events())
            QVERIFY(event.value(QLatin1String("delta"))[QLatin1String("text")].toString().size() <= 17);
        served.client.leave();
    }

    void theShippedDemoBreaksAsItsFourTurnsNeed()
    {
        Served served("{}");
        WeatherScript demo = WeatherScript::load(QStringLiteral("demo")).value();
        served.provider.setScript(demo);
        served.provider.setSpeed(200);
        const auto ask = [&](const char *model) {
            RawHttp client(served.provider.baseUrl());
            client.post("/v1/messages", messagesBody(prompt, true, QString::fromLatin1(model)));
            const bool ended = QTest::qWaitFor([&] { return client.isClosed() || client.answer().whole; });
            return ended ? client.answer() : RawAnswer {};
        };
        QCOMPARE(ask("claude-opus-5-5").text(), wholeAnswer());
        QCOMPARE(ask("claude-opus-5-5").status, 429);
        QCOMPARE(ask("claude-opus-5-5").text(), wholeAnswer());
        QCOMPARE(ask("claude-opus-5-5").status, 529);
        QCOMPARE(ask("claude-opus-5-5").status, 529);
        QCOMPARE(ask("claude-sonnet-5-5").text(), wholeAnswer());
        const RawAnswer broken = ask("claude-opus-5-5");
        QVERIFY(!broken.whole);
        QCOMPARE(broken.text().size(), 280);
        QVERIFY(broken.text().contains(QLatin1String(". "))); // a whole sentence at least
        QCOMPARE(ask("claude-opus-5-5").text(), wholeAnswer());
        QCOMPARE(ask("claude-opus-5-5").text(), wholeAnswer());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedFaults)
#include "tst_simulatedfaults.moc"
