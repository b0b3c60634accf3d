// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/titler.h"

#include "tests/support/turnbench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId talk(QStringLiteral("talk"));
const QString question(QStringLiteral("Why do the tides come later every day?"));

const QByteArray overloaded("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");

struct Titled : TurnBench
{
    Titled() { titler.setEnabled(true); }

    /// One question, answered.
    TurnId converse()
    {
        server.stream(wholeAnswer(QStringLiteral("The Moon.")));
        const auto id = submit(question);
        [&] { QTRY_VERIFY(phase(*id) == TurnPhase::Answered); }();
        return *id;
    }
    [[nodiscard]] QString title() const { return library.conversation(talk)->title; }

    Titler titler {TurnServices {transport, time, time, jitter, journal, library, conditions, credentials, [this]() -> const RouteTable & { return table; }, catalogue, &ledger}, outbox};
};

} // namespace

class TestTitler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReplyIsCutToATitle_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("title");
        QTest::newRow("plain") << "Tides and the Moon" << "Tides and the Moon";
        QTest::newRow("quoted") << "\"Tides and the Moon.\"" << "Tides and the Moon";
        QTest::newRow("Markdown") << "\n\n## **Tides and the Moon**\n\nThat is it." << "Tides and the Moon";
        QTest::newRow("named") << "Title: Tides" << "Tides";
        QTest::newRow("German quotes") << QStringLiteral("„Die Gezeiten“") << QStringLiteral("Die Gezeiten");
        QTest::newRow("nothing") << " \n . \n" << "";
        QTest::newRow("a whole essay") << QStringLiteral("word ").repeated(1000) << titleFromPrompt(QStringLiteral("word ").repeated(1000));
    }

    void aReplyIsCutToATitle()
    {
        QFETCH(const QString, reply);
        QFETCH(const QString, title);
        QCOMPARE(titleFromReply(reply), title);
    }

    void theModelThatAnsweredWritesTheTitle()
    {
        Titled bench;
        QSignalSpy titled(&bench.titler, &Titler::titled);
        bench.server.stream(wholeAnswer(QStringLiteral("The Moon.")));
        bench.server.stream(wholeAnswer(QStringLiteral("Tides and the Moon")));
        bench.submit(question);
        QTRY_COMPARE(titled.count(), 1);
        QCOMPARE(bench.title(), QStringLiteral("Tides and the Moon"));
        QVERIFY(!bench.library.conversation(talk)->titleIsManual);
        QCOMPARE(bench.server.posts(), 2);
        QCOMPARE(bench.model(1), bench.model(0));
        QVERIFY(bench.request(1).value(QStringLiteral("max_tokens")).toInt() <= 100);
        QCOMPARE(bench.conditions.knownPace(RouteId(QStringLiteral("p/one")))->reservedRequests(), 0.0);
        QCOMPARE(bench.conditions.knownProvider(ProviderId(QStringLiteral("p")))->congestion.underWay(), 0);
    }

    void aRefusedTitleIsNotAskedForAgain()
    {
        Titled bench;
        bench.server.stream(wholeAnswer(QStringLiteral("The Moon.")));
        bench.server.respond(529, {}, overloaded);
        bench.submit(question);
        QTRY_COMPARE(bench.server.posts(), 2);
        TurnBench::settleDown();
        for (int i = 0; i < 10; ++i) {
            bench.time.advance(2min);
            TurnBench::settleDown();
        }
        QCOMPARE(bench.server.posts(), 2);
        QCOMPARE(bench.title(), titleFromPrompt(question));
        QCOMPARE(bench.conditions.knownProvider(ProviderId(QStringLiteral("p")))->congestion.underWay(), 0);
    }

    void whatAPersonNamedKeepsItsName()
    {
        Titled bench;
        bench.server.stream(wholeAnswer(QStringLiteral("The Moon.")));
        bench.submit(question);
        QTRY_COMPARE(bench.server.posts(), 2);
        Conversation named = *bench.library.conversation(talk);
        named.title = QStringLiteral("Mine");
        named.titleIsManual = true;
        bench.library.updateConversation(named); // while the title is on its way
        bench.server.answerWaiting({QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n") + wholeAnswer(QStringLiteral("Tides")), RawServer::After::Close});
        TurnBench::settleDown();
        QCOMPARE(bench.title(), QStringLiteral("Mine"));
    }

    void inBadWeatherItWaits()
    {
        Titled bench;
        bench.server.respond(529, {}, overloaded);
        bench.server.stream(wholeAnswer(QStringLiteral("The Moon.")));
        const auto id = bench.submit(question);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered || bench.phase(*id) == TurnPhase::Waiting);
        if (bench.phase(*id) == TurnPhase::Waiting)
            bench.passWait(*id);
        QTRY_VERIFY(bench.phase(*id) == TurnPhase::Answered);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 2); // refused a moment ago
        bench.server.stream(wholeAnswer(QStringLiteral("Tides")));
        bench.time.advance(61s);
        QTRY_COMPARE(bench.title(), QStringLiteral("Tides"));
        QCOMPARE(bench.server.posts(), 3);
    }

    void switchedOffItAsksForNothing()
    {
        Titled bench;
        bench.titler.setEnabled(false);
        bench.converse();
        TurnBench::settleDown();
        bench.time.advance(5min);
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 1);
    }

    void aSecondTurnIsTooLate()
    {
        Titled bench;
        bench.titler.setEnabled(false);
        bench.converse();
        bench.titler.setEnabled(true);
        bench.time.advance(1ms);
        bench.converse();
        TurnBench::settleDown();
        QCOMPARE(bench.server.posts(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTitler)
#include "tst_titler.moc"
