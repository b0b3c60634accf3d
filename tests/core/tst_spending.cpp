// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turnbench.h"
#include "tests/support/turncourse.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr double answerCost = (3 * 10.0 + 9 * 100.0) / 1e6; // of what turnbench's answers count
const ConversationId talk(QStringLiteral("talk"));

/// A bench whose server sells its model.
struct Shop : TurnBench
{
    Shop()
    {
        ledger.setPrices({{QStringLiteral("served"), 10.0, 100.0, {}, {}, 0}, {QStringLiteral("one"), 10.0, 100.0, {}, {}, 0}});
        table.chains.front().steps.resize(1);
    }
    /// Somebody spent it all.
    void spend(double dollars)
    {
        ledger.add({time.wall(), TurnId(QStringLiteral("before")), 1, ConversationId(QStringLiteral("other")), ProviderId(QStringLiteral("p")), QStringLiteral("one"), {}, dollars});
    }
    /// A turn of a day whose dollar is spent; the server would answer it.
    std::optional<TurnId> submitOverTheLimit()
    {
        QObject::connect(&ledger, &Ledger::limitChanged, &outbox, &Outbox::limitLifted);
        ledger.setDailyLimit(1.0);
        spend(1.0);
        server.stream(wholeAnswer(QStringLiteral("Yes.")));
        return submit(QStringLiteral("Well?"));
    }
    [[nodiscard]] bool waitsForThePerson(const TurnId &id) const
    {
        return phase(id) == TurnPhase::Kept && turn(id).decision->reason == Reason::SpendLimit && !turn(id).wait;
    }
};

QByteArray overloaded()
{
    return "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
}

bool isNear(std::optional<double> left, double right)
{
    return left && std::abs(*left - right) < 1e-12;
}

} // namespace

/// What turns cost, and the limit that a person sets.
class TestSpending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsChargedByWhatTheProviderCounted()
    {
        Shop shop;
        QSignalSpy added(&shop.ledger, &Ledger::added);
        shop.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QVERIFY(isNear(shop.lastAnswer().dollars, answerCost));
        QVERIFY(isNear(shop.turn(*id).attempts.back().dollars, answerCost));
        QVERIFY(isNear(shop.ledger.spentIn(talk), answerCost));
        QCOMPARE(added.size(), 1);
        const auto expense = added.front().front().value<Expense>();
        QCOMPARE(expense.model, QStringLiteral("served"));
        QCOMPARE(expense.usage, (Usage {.input = 3, .output = 9}));
        QCOMPARE(expense.attempt, 1);
    }

    void aRefusalCostsNothing()
    {
        Shop shop;
        shop.server.respond(529, {}, overloaded());
        shop.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Waiting);
        shop.passWait(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QVERIFY(!shop.turn(*id).attempts.front().dollars);
        QVERIFY(isNear(shop.lastAnswer().dollars, answerCost));
    }

    void whatWasStoppedIsChargedByWhatCame()
    {
        Shop shop;
        shop.server.stream(answerStart() + answerPiece(QStringLiteral("Well, so be it.")), RawServer::After::KeepOpen); // 15 letters
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Streaming);
        shop.outbox.cancel(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Stopped);
        QVERIFY(isNear(shop.lastAnswer().dollars, (3 * 10.0 + 4 * 100.0) / 1e6));
        QVERIFY(isNear(shop.ledger.spentIn(talk), (3 * 10.0 + 4 * 100.0) / 1e6));
    }

    void whatArrivesWhileTheProgramEndsIsChargedToo()
    {
        FakeTime time;
        Ledger ledger(time);
        QSignalSpy added(&ledger, &Ledger::added);
        {
            Shop shop;
            connect(&shop.ledger, &Ledger::added, &ledger, &Ledger::add);
            shop.server.stream(answerStart() + answerPiece(QStringLiteral("Well")), RawServer::After::KeepOpen);
            const auto id = shop.submit(QStringLiteral("Well?"));
            QTRY_VERIFY(shop.phase(*id) == TurnPhase::Streaming);
        }
        QCOMPARE(added.size(), 1);
    }

    void aNameOfTheServersOwnIsPricedAsTheOneThatWasAsked()
    {
        Shop shop;
        shop.ledger.setPrices({{QStringLiteral("one"), 10.0, 100.0, {}, {}, 0}});
        shop.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QVERIFY(isNear(shop.lastAnswer().dollars, answerCost));
    }

    void aWishBeforeTheLimitIsNoneBeyondIt()
    {
        TurnCourse course({QStringLiteral("p/one")});
        course.begin();
        course.refuse(FaultKind::Overloaded);
        course.tell(turnevent::TryNow {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        course.spentUp = true;
        course.refuse(FaultKind::Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QCOMPARE(course.state.decision->reason, Reason::SpendLimit);
    }

    void anAnswerInTwoPartsCostsBoth()
    {
        Shop shop;
        shop.server.stream(answerStart() + answerPiece(QStringLiteral("The first half is here. ")), RawServer::After::KeepOpen); // 24 letters
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Streaming);
        shop.time.advance(11s);
        shop.server.stream(wholeAnswer(QStringLiteral("And the second.")));
        shop.server.closeNewest();
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Waiting);
        shop.passWait(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QVERIFY(isNear(shop.lastAnswer().dollars, answerCost + (3 * 10.0 + 6 * 100.0) / 1e6));
    }

    void aNewTurnAsksWhenTheLimitIsReached()
    {
        Shop shop;
        const auto id = shop.submitOverTheLimit();
        QTRY_VERIFY(shop.waitsForThePerson(*id));
        shop.time.advance(9min);
        TurnBench::settleDown();
        QVERIFY(shop.waitsForThePerson(*id));
        QCOMPARE(shop.server.connections(), 0);
        shop.outbox.tryNow(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QCOMPARE(shop.server.posts(), 1);
    }

    void nothingIsTriedAgainOnceTheLimitIsReached()
    {
        Shop shop;
        shop.ledger.setDailyLimit(1.0);
        shop.server.respond(529, {}, overloaded());
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Waiting);
        shop.spend(1.0);
        shop.passWait(*id);
        QTRY_VERIFY(shop.waitsForThePerson(*id));
        QCOMPARE(shop.server.posts(), 1);
    }

    void whoSaysSoIsTriedAgainAsUsual()
    {
        Shop shop;
        shop.ledger.setDailyLimit(0.0);
        shop.server.respond(529, {}, overloaded());
        shop.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = shop.submit(QStringLiteral("Well?"));
        QTRY_VERIFY(shop.waitsForThePerson(*id));
        shop.outbox.sendAgain(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Waiting);
        shop.passWait(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
    }

    void aHigherLimitLetsThemGo()
    {
        Shop shop;
        const auto id = shop.submitOverTheLimit();
        QTRY_VERIFY(shop.waitsForThePerson(*id));
        shop.ledger.setDailyLimit(0.5);
        TurnBench::settleDown();
        QVERIFY(shop.waitsForThePerson(*id));
        shop.ledger.setDailyLimit(5.0);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
    }

    void anotherDayAsksAboutWhatWaited()
    {
        Shop shop;
        const auto id = shop.submitOverTheLimit();
        QTRY_VERIFY(shop.waitsForThePerson(*id));
        shop.time.shiftWall(24h);
        shop.ledger.beginDay();
        QCOMPARE(shop.turn(*id).decision->reason, Reason::AskFirst); // it waited for long: still wanted?
        shop.time.shiftWall(-24h);
        shop.outbox.sendAgain(*id);
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
    }

    void whatCostsNothingIsNotHeldBack()
    {
        Shop shop;
        shop.ledger.setPrices({});
        shop.ledger.setDailyLimit(0.0);
        shop.server.stream(wholeAnswer(QStringLiteral("Yes.")));
        const auto id = shop.submit(QStringLiteral("Well?")); // a server on this machine, without a price
        QTRY_VERIFY(shop.phase(*id) == TurnPhase::Answered);
        QVERIFY(!shop.lastAnswer().dollars);
    }

    void anAnswerThatBreaksOffEarlyIsKeptWhenNoMoreMayBeSpent()
    {
        TurnCourse course({QStringLiteral("p/one")});
        course.begin();
        course.spentUp = true;
        course.breakOff(2s, 1);
        QVERIFY(course.state.phase == TurnPhase::BrokenOff); // with Continue, and not asked anew by itself
        QVERIFY(!course.state.answer.isEmpty());
        course.tell(turnevent::Continue {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
    }

    void whatFailsForGoodFailsWithoutAsking()
    {
        TurnCourse course({QStringLiteral("p/one")});
        course.begin();
        course.spentUp = true;
        course.refuse(FaultKind::BadRequest);
        QVERIFY(course.state.phase == TurnPhase::Failed);
    }

    void anotherLimitThatIsReachedTooChangesNothing()
    {
        TurnCourse course({QStringLiteral("p/one")});
        course.spentUp = true;
        course.begin();
        course.time.advance(11min);
        const TurnState before = course.state;
        course.tell(turnevent::LimitLifted {});
        QCOMPARE(course.state, before);
    }

    void theWishToSpendEndsWithTheRound()
    {
        TurnCourse course({QStringLiteral("p/one")});
        course.spentUp = true;
        course.begin();
        QVERIFY(course.state.phase == TurnPhase::Kept);
        course.tell(turnevent::TryNow {});
        QVERIFY(course.state.phase == TurnPhase::Sending);
        course.refuse(FaultKind::Overloaded);
        QVERIFY(course.state.phase == TurnPhase::Kept); // a look has one try
        course.ring();
        QVERIFY(course.state.phase == TurnPhase::Kept);
        QCOMPARE(course.state.decision->reason, Reason::SpendLimit);
        QVERIFY(!course.hasAlarm());
    }
};

QTEST_GUILESS_MAIN(TestSpending)
#include "tst_spending.moc"
