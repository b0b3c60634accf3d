// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightrecordtext.h"
#include "ui/flight/flighttable.h"
#include "ui/flight/flightwindow.h"
#include "ui/flight/flightwords.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId opus { QStringLiteral("opus") };
const RouteId haiku { QStringLiteral("haiku") };

RouteTable table()
{
    RouteTable made;
    const ProviderId anthropic { QStringLiteral("anthropic") };
    made.providers = { Provider { anthropic, QStringLiteral("Anthropic"), Dialect::Anthropic, {}, true, false } };
    made.routes = { Route { opus, anthropic, QStringLiteral("claude-opus-5-5"), QStringLiteral("Claude Opus 5.5") },
        Route { haiku, anthropic, QStringLiteral("claude-haiku-5-5"), QStringLiteral("Claude Haiku 5.5") } };
    return made;
}

Attempt failed(int number, const RouteId &route, Duration start, Duration took, FaultKind kind, int status)
{
    Attempt attempt;
    attempt.number = number;
    attempt.route = route;
    attempt.startedAfter = start;
    attempt.endedAfter = took;
    attempt.status = status;
    attempt.fault = Fault();
    attempt.fault->kind = kind;
    attempt.fault->status = status;
    attempt.requestId = QStringLiteral("req_%1").arg(number);
    return attempt;
}

/// 429 with a hint on Opus, 529 on Opus, moved to Haiku, answered.
TurnState answeredTurn()
{
    TurnState turn;
    turn.id = TurnId(QStringLiteral("turn"));
    turn.phase = TurnPhase::Answered;
    turn.acceptedAt = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h;
    turn.accepted = Instant(1h);
    turn.ended = turn.accepted + 6100ms;

    Attempt limited = failed(1, opus, 0s, 600ms, FaultKind::RateLimited, 429);
    limited.decision = Decision { Action::Wait, Reason::ServerHint, Delay { 2s, 400ms, 1s }, {}, {} };
    limited.budgetBefore = 5.0;
    limited.budgetAfter = 4.0;
    limited.rawResponse = QStringLiteral("HTTP/2 429\nretry-after: 2\nx-api-key: sk-ant-api03-abcdefghijklmnop\n");
    Attempt overloaded = failed(2, opus, 3s, 500ms, FaultKind::Overloaded, 529);
    overloaded.decision = Decision { Action::MoveOn, Reason::TriesUsed, {}, opus, haiku };
    Attempt answered;
    answered.number = 3;
    answered.route = haiku;
    answered.startedAfter = 3500ms;
    answered.firstContentAfter = 650ms;
    answered.endedAfter = 2600ms;
    answered.status = 200;
    answered.requestId = QStringLiteral("req_3");
    turn.attempts = { limited, overloaded, answered };
    return turn;
}

QString textOf(const TurnState &turn)
{
    return flightRecordText(turn, QStringLiteral("Mooring quotes"), table());
}

QString lineWith(const QString &text, const QString &part)
{
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.contains(part))
            return line;
    }
    return {};
}

} // namespace

class FlightRecordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSumNamesModelAttemptsRoutesAndTime();
    void aFirstTryIsSaidSo();
    void everyPhaseHasASum_data();
    void everyPhaseHasASum();
    void eachAttemptIsOneLine();
    void a429IsYoursAndA529Theirs();
    void waitsAreSplitIntoHintAndChance();
    void aMoveTellsWhereToAndWhy();
    void theBudgetIsToldBeforeAndAfter();
    void theWaitIsTheOneThatWasSpent();
    void aMoveAtOnceIsNoWait();
    void whatFollowedAWaitIsToldToo();
    void anAttemptUnderWayHasNoResult();
    void aFaultThatIsNoWeatherHasItsWord();
    void whatAWaitWasForIsTold();
    void aWaitOnTheNextRouteCountsToo();
    void anAnswerAskedForAnewIsTold();
    void noKeyIsInTheText();
    void noKeyIsInTheJson();
    void jsonHasEveryAttemptInMilliseconds();
    void jsonOfNothingSentIsWhole();
    void theAxisHasAtMostEightMarks_data();
    void theAxisHasAtMostEightMarks();
    void theWindowShowsTheSum();
    void upAndDownChooseTheAttempt();
    void theChoiceSurvivesAnUpdate();
    void anotherTurnBeginsAtItsFirstAttempt();
    void escapeClosesTheWindow();
    void copyAsTextIsTheText();
    void theChosenAttemptReadsAsWords();
    void aTurnWithoutAttemptsCanBeShown();
};

void FlightRecordTest::theSumNamesModelAttemptsRoutesAndTime()
{
    QCOMPARE(flightSum(answeredTurn(), table()), QStringLiteral("Answered by claude-haiku-5-5 after 3 attempts on 2 routes, 6.1 s"));
}

void FlightRecordTest::aFirstTryIsSaidSo()
{
    TurnState turn = answeredTurn();
    turn.attempts = { turn.attempts[2] };
    QCOMPARE(flightSum(turn, table()), QStringLiteral("Answered by claude-haiku-5-5 at the first attempt, 6.1 s"));
}

void FlightRecordTest::everyPhaseHasASum_data()
{
    QTest::addColumn<TurnPhase>("phase");
    QTest::addColumn<QString>("sum");
    QTest::newRow("accepted") << TurnPhase::Accepted << QStringLiteral("Waiting to be sent");
    QTest::newRow("sending") << TurnPhase::Sending << QStringLiteral("Attempt 3 is under way, on claude-haiku-5-5");
    QTest::newRow("streaming") << TurnPhase::Streaming << QStringLiteral("claude-haiku-5-5 is writing, attempt 3");
    QTest::newRow("waiting") << TurnPhase::Waiting << QStringLiteral("Waiting for the next attempt, after 3 attempts on 2 routes");
    QTest::newRow("kept") << TurnPhase::Kept << QStringLiteral("Kept in the outbox after 3 attempts on 2 routes");
    QTest::newRow("unknown") << TurnPhase::Unknown << QStringLiteral("Was under way when Breakwater ended");
    QTest::newRow("broken off") << TurnPhase::BrokenOff << QStringLiteral("Broke off after 3 attempts on 2 routes, 6.1 s");
    QTest::newRow("stopped") << TurnPhase::Stopped << QStringLiteral("Stopped after 3 attempts on 2 routes, 6.1 s");
    QTest::newRow("failed") << TurnPhase::Failed << QStringLiteral("Not answered after 3 attempts on 2 routes, 6.1 s");
    QTest::newRow("cancelled") << TurnPhase::Cancelled << QStringLiteral("Cancelled after 3 attempts on 2 routes, 6.1 s");
}

void FlightRecordTest::everyPhaseHasASum()
{
    QFETCH(TurnPhase, phase);
    TurnState turn = answeredTurn();
    turn.phase = phase;
    QTEST(flightSum(turn, table()), "sum");
}

void FlightRecordTest::eachAttemptIsOneLine()
{
    const QString text = textOf(answeredTurn());
    QCOMPARE(lineWith(text, QStringLiteral("1. ")),
        QStringLiteral("1. Claude Opus 5.5: 429 Your limit (yours), request req_1, started at 0.0 s, took 0.6 s"));
    QCOMPARE(lineWith(text, QStringLiteral("3. ")),
        QStringLiteral("3. Claude Haiku 5.5: 200 Answered, request req_3, started at 3.5 s, took 2.6 s, first token after 0.7 s"));
}

void FlightRecordTest::a429IsYoursAndA529Theirs()
{
    const TurnState turn = answeredTurn();
    QCOMPARE(attemptResult(turn.attempts[0]).side, QStringLiteral("yours"));
    QCOMPARE(attemptResult(turn.attempts[1]).side, QStringLiteral("theirs"));
    QCOMPARE(attemptResult(turn.attempts[2]).side, QString());
}

void FlightRecordTest::waitsAreSplitIntoHintAndChance()
{
    QVERIFY(textOf(answeredTurn()).contains(QStringLiteral("Wait 2.4 s: the server asked for 2.0 s, chance added 0.4 s")));
    TurnState turn = answeredTurn();
    turn.attempts[0].decision->delay = Delay { 0s, 2400ms, 4s };
    QVERIFY(textOf(turn).contains(QStringLiteral("Wait 2.4 s: drawn between 0 and 4.0 s")));
}

void FlightRecordTest::aMoveTellsWhereToAndWhy()
{
    const QString line = lineWith(textOf(answeredTurn()), QStringLiteral("Moved to"));
    QVERIFY2(line.trimmed().startsWith(QStringLiteral("Moved to Haiku 5.5. Claude Opus 5.5")), qPrintable(line));
}

void FlightRecordTest::theBudgetIsToldBeforeAndAfter()
{
    QVERIFY(textOf(answeredTurn()).contains(QStringLiteral("retry budget 5 before, 4 after")));
    QCOMPARE(budgetFigure(3.29), QStringLiteral("3.2"));
    QCOMPARE(budgetFigure(0.3), QStringLiteral("0.3"));
}

void FlightRecordTest::theWaitIsTheOneThatWasSpent()
{
    TurnState turn = answeredTurn();
    turn.attempts[1].startedAfter = 1s; // a person pressed "Try now"
    QVERIFY(waitAfter(turn, 0) == 400ms);
    turn.attempts.resize(1);
    QVERIFY(waitAfter(turn, 0) == 2400ms);
}

void FlightRecordTest::aMoveAtOnceIsNoWait()
{
    QVERIFY(!waitAfter(answeredTurn(), 1).has_value());
    QVERIFY(flightTotals(answeredTurn()).waiting == 2400ms);
    QVERIFY(flightTotals(answeredTurn()).firstContent == 4150ms);
}

void FlightRecordTest::whatFollowedAWaitIsToldToo()
{
    TurnState turn = answeredTurn();
    turn.attempts[0].afterwards = Decision { Action::MoveOn, Reason::AskedByPerson, {}, opus, haiku };
    const std::vector<FlightRow> rows = flightRows(turn, table());
    QCOMPARE(rows.size(), std::size_t(5));
    QVERIFY(rows[1].note.startsWith(QStringLiteral("Moved to Haiku 5.5.")));
    QCOMPARE(rows[1].attempt, std::size_t(0));
}

void FlightRecordTest::anAttemptUnderWayHasNoResult()
{
    Attempt attempt;
    QVERIFY(!attemptResult(attempt).mark.has_value());
    QCOMPARE(attemptResult(attempt).word, QStringLiteral("Under way"));
    attempt.firstContentAfter = 1s;
    QCOMPARE(attemptResult(attempt).word, QStringLiteral("Streaming"));
}

void FlightRecordTest::aFaultThatIsNoWeatherHasItsWord()
{
    const AttemptResult result = attemptResult(failed(1, opus, 0s, 1s, FaultKind::Auth, 401));
    QVERIFY(!result.mark.has_value());
    QCOMPARE(result.word, QStringLiteral("Key refused"));
    QCOMPARE(result.code, QStringLiteral("401"));
}

void FlightRecordTest::whatAWaitWasForIsTold()
{
    TurnState turn = answeredTurn();
    turn.attempts[1].decision = Decision { Action::Wait, Reason::Crowded, Delay { {}, 400ms, {} }, {}, {} };
    const QString text = textOf(turn);
    QVERIFY2(text.contains(QStringLiteral("Waited. The route takes no more turns at once for now.")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("between 0 and 0.0 s")), qPrintable(text));
    turn.attempts[1].decision = Decision { Action::Wait, Reason::ServerHint, Delay { 400ms, {}, {} }, {}, {} };
    QVERIFY2(textOf(turn).contains(QStringLiteral("your own limit")), qPrintable(textOf(turn)));
}

void FlightRecordTest::aWaitOnTheNextRouteCountsToo()
{
    TurnState turn = answeredTurn();
    turn.attempts[1].afterwards = Decision { Action::Wait, Reason::Backoff, Delay { {}, 700ms, 2s }, {}, {} };
    turn.attempts[2].startedAfter = 4200ms;
    QCOMPARE(waitAfter(turn, 1), std::optional<Duration>(700ms));
}

void FlightRecordTest::anAnswerAskedForAnewIsTold()
{
    TurnState turn = answeredTurn();
    Attempt &broke = turn.attempts[1];
    broke = failed(2, opus, 3s, 500ms, FaultKind::Truncated, 200);
    broke.firstContentAfter = 200ms;
    QCOMPARE(attemptResult(broke).word, QStringLiteral("Broke off"));
    QVERIFY2(textOf(turn).contains(QStringLiteral("The answer broke off early; it is asked for anew.")), qPrintable(textOf(turn)));
    turn.attempts[2].continues = true;
    QVERIFY(!textOf(turn).contains(QStringLiteral("anew")));
}

void FlightRecordTest::noKeyIsInTheText()
{
    TurnState turn = answeredTurn();
    QVERIFY(!flightRecordText(turn, QStringLiteral("my key sk-ant-api03-abcdefghijklmnop"), table()).contains(QStringLiteral("abcdefghijklmnop")));
}

void FlightRecordTest::noKeyIsInTheJson()
{
    TurnState turn = answeredTurn();
    turn.attempts[1].fault->detail = QStringLiteral("bad key sk-ant-api03-abcdefghijklmnop");
    QVERIFY(!flightRecordJson(turn, QStringLiteral("t"), table()).contains("abcdefghijklmnop"));
}

void FlightRecordTest::jsonHasEveryAttemptInMilliseconds()
{
    const QJsonObject record = QJsonDocument::fromJson(flightRecordJson(answeredTurn(), QStringLiteral("Quotes"), table())).object();
    QCOMPARE(record.value(QLatin1String("phase")).toString(), QStringLiteral("answered"));
    QCOMPARE(record.value(QLatin1String("took_ms")).toDouble(), 6100.0);
    const QJsonArray attempts = record.value(QLatin1String("attempts")).toArray();
    QCOMPARE(attempts.size(), 3);
    const QJsonObject first = attempts.at(0).toObject();
    QCOMPARE(first.value(QLatin1String("result")).toString(), QStringLiteral("your_limit"));
    QCOMPARE(first.value(QLatin1String("decision")).toObject().value(QLatin1String("hint_ms")).toDouble(), 2000.0);
    QCOMPARE(first.value(QLatin1String("decision")).toObject().value(QLatin1String("random_ms")).toDouble(), 400.0);
    QCOMPARE(attempts.at(2).toObject().value(QLatin1String("first_token_ms")).toDouble(), 650.0);
}

void FlightRecordTest::jsonOfNothingSentIsWhole()
{
    const QJsonObject record = QJsonDocument::fromJson(flightRecordJson({}, {}, {})).object();
    QCOMPARE(record.value(QLatin1String("sum")).toString(), QStringLiteral("Not sent yet"));
    QVERIFY(record.value(QLatin1String("attempts")).toArray().isEmpty());
}

void FlightRecordTest::theAxisHasAtMostEightMarks_data()
{
    QTest::addColumn<double>("longest");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("end");
    QTest::newRow("nothing") << 0.0 << 0.1 << 0.5;
    QTest::newRow("15.9 s") << 15.9 << 2.0 << 16.0;
    QTest::newRow("a minute") << 61.0 << 10.0 << 70.0;
    QTest::newRow("an hour") << 3600.0 << 500.0 << 4000.0;
}

void FlightRecordTest::theAxisHasAtMostEightMarks()
{
    QFETCH(double, longest);
    const FlightTable::Axis axis = FlightTable::axisFor(fromSeconds(longest));
    QTEST(toSeconds(axis.step), "step");
    QTEST(toSeconds(axis.end), "end");
}

void FlightRecordTest::theWindowShowsTheSum()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    QVERIFY(window.windowTitle().contains(QStringLiteral("Mooring quotes")));
    QCOMPARE(window.accessibleDescription(), flightSum(answeredTurn(), table()));
    QCOMPARE(window.turn(), answeredTurn().id);
}

void FlightRecordTest::upAndDownChooseTheAttempt()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    auto *rows = window.findChild<FlightTable *>();
    QVERIFY(rows);
    QTest::keyClick(rows, Qt::Key_Down);
    QTest::keyClick(rows, Qt::Key_Down);
    QCOMPARE(window.chosenAttempt(), std::size_t(2));
    QTest::keyClick(rows, Qt::Key_Down);
    QCOMPARE(window.chosenAttempt(), std::size_t(2));
    QTest::keyClick(rows, Qt::Key_Up);
    QCOMPARE(window.chosenAttempt(), std::size_t(1));
}

void FlightRecordTest::theChoiceSurvivesAnUpdate()
{
    FlightWindow window;
    TurnState turn = answeredTurn();
    turn.attempts.resize(2);
    turn.phase = TurnPhase::Waiting;
    window.show(turn, QStringLiteral("Mooring quotes"), table());
    QTest::keyClick(window.findChild<FlightTable *>(), Qt::Key_Down);
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    QCOMPARE(window.chosenAttempt(), std::size_t(1));
}

void FlightRecordTest::anotherTurnBeginsAtItsFirstAttempt()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    QTest::keyClick(window.findChild<FlightTable *>(), Qt::Key_Down);
    TurnState other = answeredTurn();
    other.id = TurnId(QStringLiteral("other"));
    window.show(other, QStringLiteral("Other"), table());
    QCOMPARE(window.chosenAttempt(), std::size_t(0));
}

void FlightRecordTest::escapeClosesTheWindow()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void FlightRecordTest::copyAsTextIsTheText()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->text() == QStringLiteral("Copy as text"))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), textOf(answeredTurn()));
}

void FlightRecordTest::theChosenAttemptReadsAsWords()
{
    FlightTable rows;
    rows.show(answeredTurn(), table());
    QCOMPARE(rows.accessibleDescription(), QStringLiteral("Attempt 1 of 3, Claude Opus 5.5, 429 Your limit yours"));
}

void FlightRecordTest::aTurnWithoutAttemptsCanBeShown()
{
    FlightWindow window;
    window.show({}, QStringLiteral("Nothing"), table());
    QVERIFY(!window.grab().isNull());
    QCOMPARE(window.chosenAttempt(), std::size_t(0));
}

QTEST_MAIN(FlightRecordTest)
#include "tst_flightrecord.moc"
