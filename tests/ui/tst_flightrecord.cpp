// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jitter.h"
#include "ui/flight/flightfigures.h"
#include "ui/flight/flightrecordtext.h"
#include "ui/flight/flightscale.h"
#include "ui/flight/flighttable.h"
#include "ui/flight/flightwindow.h"
#include "ui/flight/flightwords.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

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
    void theAxisHasAtMostEightSteps_data();
    void theAxisHasAtMostEightSteps();
    void aWaitOfSecondsIsSeenAtItsLength();
    void hoursInTheOutboxAreFolded();
    void manyWaitsAlikeStayAsTheyAre();
    void laterIsNeverFurtherLeft();
    void tokensAreThoseOfTheAnswerAndAllThatIsPaidFor();
    void timeInTheOutboxIsWaiting();
    void aWaitThatEndedInTheOutboxIsBoth();
    void aTurnHeldBeforeItsFirstAttemptSaysSo();
    void whatTheProgramsEndCutShortIsInterrupted();
    void theRandomPartSaysWhatItWasDrawnFrom_data();
    void theRandomPartSaysWhatItWasDrawnFrom();
    void theHintIsToldAsTheServerSaidIt();
    void theWindowShowsTheSum();
    void upAndDownChooseTheAttempt();
    void theChoiceSurvivesAnUpdate();
    void anotherTurnBeginsAtItsFirstAttempt();
    void escapeClosesTheWindow();
    void copyAsTextIsTheText();
    void theChosenAttemptReadsAsWords();
    void aTurnWithoutAttemptsCanBeShown();
    void aTurnWithoutAttemptsSaysWhy();
    void controlCCopiesTheChosenAttempt();
    void theCopyMarkCopiesTheRequestId();
    void aNarrowTableGivesItsRoomToTheChart();
    void theChosenOfManyIsSeenBelowTheHead();
    void aRunningTurnGrowsAndKeepsTheChoice();
    void whatStreamsIsTakenUpOnceASecond();
    void itsNameSaysHowARecordIsWritten();
    void aDiskThatRefusesIsSaid();
    void allFiguresAreSeenInTheSmallestWindow();
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
    QVERIFY(textOf(turn).contains(QStringLiteral("Wait 2.4 s: drawn between 0 and 4 s")));
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

void FlightRecordTest::theAxisHasAtMostEightSteps_data()
{
    QTest::addColumn<double>("longest");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("end");
    QTest::addColumn<QString>("last");
    QTest::newRow("nothing") << 0.0 << 0.1 << 0.5 << QStringLiteral("0.5 s");
    QTest::newRow("15.9 s") << 15.9 << 2.0 << 16.0 << QStringLiteral("16 s");
    QTest::newRow("a minute") << 61.0 << 10.0 << 70.0 << QStringLiteral("70 s");
    QTest::newRow("five minutes") << 300.0 << 60.0 << 300.0 << QStringLiteral("5:00");
    QTest::newRow("an hour") << 3600.0 << 600.0 << 3600.0 << QStringLiteral("1:00:00");
    QTest::newRow("30 days") << 2592000.0 << 345600.0 << 2764800.0 << QStringLiteral("768:00:00");
}

void FlightRecordTest::theAxisHasAtMostEightSteps()
{
    QFETCH(double, longest);
    const FlightScale scale({{0s, fromSeconds(longest)}}, {});
    QTEST(toSeconds(scale.step()), "step");
    QTEST(toSeconds(scale.end()), "end");
    QTEST(scale.label(scale.marks().back()), "last");
    QVERIFY(scale.folds().empty());
    QCOMPARE(scale.place(scale.end()), 1.0);
}

void FlightRecordTest::aWaitOfSecondsIsSeenAtItsLength()
{
    const FlightScale scale({{0s, 600ms}, {5300ms, 6200ms}, {10s, 16s}}, {});
    QVERIFY(scale.folds().empty());
    QCOMPARE(scale.place(4s), 0.25);
}

void FlightRecordTest::hoursInTheOutboxAreFolded()
{
    const Duration later = 3h + 10min;
    const FlightScale scale({{0s, 1s}, {2s, 3s}, {later, later + 4s}}, {});
    QCOMPARE(scale.folds().size(), std::size_t(1));
    QCOMPARE(scale.folds().front(), (FlightStretch {3s, later}));
    QVERIFY2(scale.place(1s) > 0.1, qPrintable(QString::number(scale.place(1s))));
    QVERIFY(scale.place(later + 4s) - scale.place(later) > 0.4);
    // The axis says where it goes on.
    bool goesOn = false;
    for (const FlightScale::Mark &mark : scale.marks())
        goesOn = goesOn || (mark.at == later && scale.label(mark) == QStringLiteral("3:10:00"));
    QVERIFY(goesOn);
}

void FlightRecordTest::manyWaitsAlikeStayAsTheyAre()
{
    std::vector<FlightStretch> requests;
    for (int look = 0; look < 50; ++look)
        requests.push_back({look * 5min, look * 5min + 1s});
    QVERIFY(FlightScale(requests, {}).folds().empty());
    for (FlightStretch &request : requests) {
        if (request.from > 1h) // a night in between
            request = {request.from + 9h, request.until + 9h};
    }
    const FlightScale scale(requests, {});
    QCOMPARE(scale.folds().size(), std::size_t(1));
    QVERIFY(scale.folds().front().until - scale.folds().front().from > 9h);
}

void FlightRecordTest::laterIsNeverFurtherLeft()
{
    SeededJitter chance(11);
    for (int round = 0; round < 200; ++round) {
        std::vector<FlightStretch> requests;
        Duration at {};
        const int count = 1 + static_cast<int>(chance.next() * 20);
        for (int request = 0; request < count; ++request) {
            at += fromSeconds(std::pow(10.0, chance.next() * 7 - 2));
            const Duration until = at + fromSeconds(std::pow(10.0, chance.next() * 4 - 2));
            requests.push_back({at, until});
            at = until;
        }
        const FlightScale scale(requests, at * 2);
        double before = -1e-9;
        for (const FlightStretch &request : requests) {
            QVERIFY(scale.place(request.from) >= before - 1e-9);
            QVERIFY(scale.place(request.until) > scale.place(request.from));
            before = scale.place(request.until);
        }
        for (const FlightScale::Mark &mark : scale.marks())
            QVERIFY(mark.place >= 0 && mark.place <= 1);
        QVERIFY(scale.marks().size() < 60);
    }
}

void FlightRecordTest::tokensAreThoseOfTheAnswerAndAllThatIsPaidFor()
{
    TurnState turn = answeredTurn();
    QVERIFY(!flightTotals(turn).tokensPaid.has_value());
    turn.attempts[1].usage.input = 1000; // refused in the middle, and paid for all the same
    turn.attempts[2].usage.input = 1812;
    turn.attempts[2].usage.output = 431;
    QCOMPARE(flightTotals(turn).tokensIn, std::optional<qint64>(1812));
    QCOMPARE(flightTotals(turn).tokensOut, std::optional<qint64>(431));
    QCOMPARE(flightTotals(turn).tokensPaid, std::optional<qint64>(3243));
    turn.attempts[2].continues = true; // the answer has two parts
    QCOMPARE(flightTotals(turn).tokensIn, std::optional<qint64>(2812));
}

void FlightRecordTest::timeInTheOutboxIsWaiting()
{
    TurnState turn = answeredTurn();
    turn.attempts[1].afterwards = Decision { Action::Keep, Reason::AllRoutesPaused, {}, {}, {} };
    turn.attempts[2].startedAfter = 3500ms + 2h;
    const FlightGap gap = gapAfter(turn, 1);
    QVERIFY(!gap.wait.has_value());
    QVERIFY(gap.outbox == 2h);
    QVERIFY(flightTotals(turn).waiting == 2400ms + 2h);
    QVERIFY2(textOf(turn).contains(QStringLiteral("in the outbox for 2 h")), qPrintable(textOf(turn)));
}

void FlightRecordTest::aWaitThatEndedInTheOutboxIsBoth()
{
    TurnState turn = answeredTurn();
    turn.attempts.resize(1);
    turn.phase = TurnPhase::Kept;
    turn.attempts[0].afterwards = Decision { Action::Keep, Reason::PatienceOver, {}, {}, {} };
    QCOMPARE(gapAfter(turn, 0, 600ms + 1h), (FlightGap { 2400ms, 1h - 2400ms }));
    QVERIFY(flightTotals(turn, 600ms + 1h).waiting == 1h);
}

void FlightRecordTest::aTurnHeldBeforeItsFirstAttemptSaysSo()
{
    TurnState turn = answeredTurn();
    for (Attempt &attempt : turn.attempts)
        attempt.startedAfter += 3h;
    QCOMPARE(flightRows(turn, table()).front().note, QStringLiteral("Held for 3 h before its first attempt."));
    QVERIFY(flightTotals(turn).waiting == 2400ms + 3h);
}

void FlightRecordTest::whatTheProgramsEndCutShortIsInterrupted()
{
    TurnState turn = answeredTurn();
    turn.attempts.resize(1);
    turn.attempts[0] = Attempt();
    turn.attempts[0].route = opus;
    turn.phase = TurnPhase::Sending;
    QCOMPARE(attemptResult(turn, 0).word, QStringLiteral("Under way"));
    turn.phase = TurnPhase::Unknown;
    QCOMPARE(attemptResult(turn, 0).word, QStringLiteral("Interrupted"));
    QCOMPARE(flightRows(turn, table()).back().note, QStringLiteral("Breakwater ended while this turn was under way."));
    const QJsonObject record = QJsonDocument::fromJson(flightRecordJson(turn, QStringLiteral("t"), table())).object();
    QCOMPARE(record.value(QLatin1String("attempts")).toArray().at(0).toObject().value(QLatin1String("result")).toString(), QStringLiteral("interrupted"));
}

void FlightRecordTest::theRandomPartSaysWhatItWasDrawnFrom_data()
{
    QTest::addColumn<Randomness>("randomness");
    QTest::addColumn<double>("hint");
    QTest::addColumn<double>("random");
    QTest::addColumn<double>("ceiling");
    QTest::addColumn<QString>("range");
    QTest::newRow("full") << Randomness::Full << 0.0 << 0.7 << 2.0 << QStringLiteral("drawn between 0 and 2 s");
    QTest::newRow("half") << Randomness::Half << 0.0 << 1.7 << 2.0 << QStringLiteral("drawn between 1 s and 2 s");
    QTest::newRow("none") << Randomness::None << 0.0 << 2.0 << 2.0 << QStringLiteral("always the same");
    // A tenth of the hint, from 0.25 s to 5 s, and what the range has beyond the hint.
    QTest::newRow("after a hint") << Randomness::Full << 8.0 << 0.3 << 2.0 << QStringLiteral("drawn between 0 and 0.8 s");
    QTest::newRow("after a short hint") << Randomness::Full << 1.0 << 0.3 << 4.0 << QStringLiteral("drawn between 0 and 3.3 s");
}

void FlightRecordTest::theRandomPartSaysWhatItWasDrawnFrom()
{
    QFETCH(Randomness, randomness);
    QFETCH(double, hint);
    QFETCH(double, random);
    QFETCH(double, ceiling);
    TurnState turn = answeredTurn();
    turn.policy.delay.randomness = randomness;
    turn.attempts[0].decision->delay = Delay { fromSeconds(hint), fromSeconds(random), fromSeconds(ceiling) };
    QTEST(randomRange(turn, turn.attempts[0]), "range");
}

void FlightRecordTest::theHintIsToldAsTheServerSaidIt()
{
    TurnState turn = answeredTurn();
    turn.attempts[0].fault->hint = Hint { 4s, HintSource::RetryAfterSeconds };
    QCOMPARE(hintWords(turn.attempts[0]), QStringLiteral("retry-after: 4 s"));
    QCOMPARE(hintWords(turn.attempts[1]), QString());
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
    QCOMPARE(rows.accessibleDescription(), QStringLiteral("Attempt 1 of 3, Claude Opus 5.5, 429 Your limit yours, took 0.6 s, then a wait of 2.4 s"));
}

void FlightRecordTest::aTurnWithoutAttemptsCanBeShown()
{
    FlightWindow window;
    window.show({}, QStringLiteral("Nothing"), table());
    QVERIFY(!window.grab().isNull());
    QCOMPARE(window.chosenAttempt(), std::size_t(0));
}

void FlightRecordTest::aTurnWithoutAttemptsSaysWhy()
{
    TurnState turn;
    turn.phase = TurnPhase::Kept;
    turn.decision = Decision { Action::Keep, Reason::AllRoutesPaused, {}, {}, {} };
    FlightTable rows;
    rows.show(turn, table());
    QCOMPARE(rows.accessibleDescription(), QStringLiteral("Kept in the outbox. Every route is paused."));
    rows.resize(rows.sizeHint());
    QTest::mouseClick(&rows, Qt::LeftButton, {}, {200, rows.headHeight() + 10}); // a note is no attempt
    QCOMPARE(rows.chosen(), std::size_t(0));
}

void FlightRecordTest::controlCCopiesTheChosenAttempt()
{
    FlightTable rows;
    rows.show(answeredTurn(), table());
    QTest::keyClick(&rows, Qt::Key_Down);
    QTest::keyClick(&rows, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), attemptText(answeredTurn(), 1, table()));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("req_2")));
}

void FlightRecordTest::theCopyMarkCopiesTheRequestId()
{
    FlightTable rows;
    rows.show(answeredTurn(), table());
    rows.resize(rows.sizeHint());
    QVERIFY(rows.showsIds());
    QTest::mouseClick(&rows, Qt::LeftButton, {}, {447, qRound(rows.barOf(2).center().y())});
    QCOMPARE(rows.chosen(), std::size_t(2));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("req_3"));
}

void FlightRecordTest::aNarrowTableGivesItsRoomToTheChart()
{
    FlightTable rows;
    rows.show(answeredTurn(), table());
    rows.resize(620, rows.sizeHint().height());
    QVERIFY(!rows.showsIds());
    QVERIFY(rows.barOf(2).right() > rows.barOf(0).left() + 150);
    QVERIFY(rows.barOf(2).right() < 620);
}

void FlightRecordTest::theChosenOfManyIsSeenBelowTheHead()
{
    TurnState turn = answeredTurn();
    for (int number = 4; number <= 50; ++number)
        turn.attempts.push_back(failed(number, opus, std::chrono::seconds(number * 3), 500ms, FaultKind::Overloaded, 529));
    FlightWindow window;
    window.show(turn, QStringLiteral("Many"), table());
    window.resize(1200, 700);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *rows = window.findChild<FlightTable *>();
    const auto seen = [rows](std::size_t attempt) {
        const QRectF bar = rows->barOf(attempt);
        return bar.top() + rows->y() >= rows->headHeight() && bar.bottom() + rows->y() <= rows->parentWidget()->height();
    };
    QTest::keyClick(rows, Qt::Key_End);
    QCOMPARE(window.chosenAttempt(), std::size_t(49));
    QVERIFY(seen(49));
    QVERIFY(!seen(0));
    for (int step = 0; step < 30; ++step)
        QTest::keyClick(rows, Qt::Key_Up);
    QVERIFY(seen(19));
    QTest::keyClick(rows, Qt::Key_Home);
    QVERIFY(seen(0));
}

void FlightRecordTest::aRunningTurnGrowsAndKeepsTheChoice()
{
    TurnState turn = answeredTurn();
    turn.phase = TurnPhase::Sending;
    turn.attempts[2].endedAfter.reset();
    turn.attempts[2].firstContentAfter.reset();
    WallTime now = turn.acceptedAt + 5s;
    FlightWindow window(nullptr, [&now] { return now; });
    window.show(turn, QStringLiteral("Running"), table());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *rows = window.findChild<FlightTable *>();
    auto *figures = window.findChild<FlightFigures *>();
    QTest::keyClick(rows, Qt::Key_Down);
    QCOMPARE(figures->figure(0), QStringLiteral("5 s so far"));
    const double before = rows->barOf(2).width() / rows->barOf(0).width();
    now += 3s; // of an axis that stays as it is
    QTRY_COMPARE(figures->figure(0), QStringLiteral("8 s so far"));
    QVERIFY(rows->barOf(2).width() / rows->barOf(0).width() > 2 * before);
    QCOMPARE(window.chosenAttempt(), std::size_t(1));
}

void FlightRecordTest::whatStreamsIsTakenUpOnceASecond()
{
    TurnState turn = answeredTurn();
    turn.phase = TurnPhase::Waiting;
    turn.attempts.resize(1);
    FlightWindow window;
    window.show(turn, QStringLiteral("Running"), table());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *rows = window.findChild<FlightTable *>();
    const int once = rows->sizeHint().height();
    window.show(answeredTurn(), QStringLiteral("Running"), table());
    QCOMPARE(rows->sizeHint().height(), once);
    QTRY_VERIFY(rows->sizeHint().height() > once);
}

void FlightRecordTest::itsNameSaysHowARecordIsWritten()
{
    QTemporaryDir folder;
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    const auto written = [&](const QString &name) -> QByteArray {
        QFile file(folder.filePath(name));
        return window.saveTo(folder.filePath(name)) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(written(QStringLiteral("a.txt")), textOf(answeredTurn()).toUtf8());
    QCOMPARE(written(QStringLiteral("a.JSON")), flightRecordJson(answeredTurn(), QStringLiteral("Mooring quotes"), table()));
}

void FlightRecordTest::aDiskThatRefusesIsSaid()
{
    FlightWindow window;
    window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
    QSignalSpy failed(&window, &FlightWindow::saveFailed);
    const QString nowhere = QDir::tempPath() + QStringLiteral("/no-such-folder/record.txt");
    QVERIFY(!window.saveTo(nowhere));
    QCOMPARE(failed.count(), 1);
    bool said = false;
    for (const QLabel *label : window.findChildren<QLabel *>())
        said = said || (!label->isHidden() && label->text().startsWith(QStringLiteral("Not saved to ")));
    QVERIFY(said);
}

void FlightRecordTest::allFiguresAreSeenInTheSmallestWindow()
{
    for (const double textScale : {1.0, 1.5}) {
        Theme::instance().setTextScale(textScale);
        FlightWindow window;
        window.show(answeredTurn(), QStringLiteral("Mooring quotes"), table());
        window.resize(window.minimumWidth(), 440);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *figures = window.findChild<FlightFigures *>();
        for (const QLabel *label : figures->findChildren<QLabel *>())
            QTRY_VERIFY2(figures->rect().contains(label->geometry()), qPrintable(label->text()));
    }
    Theme::instance().setTextScale(1.0);
}

QTEST_MAIN(FlightRecordTest)
#include "tst_flightrecord.moc"
