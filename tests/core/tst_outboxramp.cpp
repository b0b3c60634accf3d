// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/outboxramp.h"

#include <QTest>

#include <rapidcheck.h>

using namespace breakwater;

namespace {

TurnId turnNumber(int number)
{
    return TurnId(QString::number(number));
}

/// Sends as many as have room; how many those were.
int fill(OutboxRamp &ramp, int &next)
{
    int sent = 0;
    for (; ramp.hasRoom(); ++sent)
        ramp.left(turnNumber(next++));
    return sent;
}

} // namespace

class TestOutboxRamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThenTwoThenFour()
    {
        OutboxRamp ramp;
        int next = 0;
        int ended = 0;
        for (int answers = 0; answers < 40; ++answers) { // each as soon as there is room; the oldest is answered first
            (void)fill(ramp, next);
            QCOMPARE(next - ended, answers < 1 ? 1 : answers < 3 ? 2 : answers < 7 ? 4 : 8);
            ramp.answered(turnNumber(answers));
            for (; ended < answers; ++ended) // it ends once the next one has its answer
                ramp.ended(turnNumber(ended));
        }
    }

    void whatWasProvedInOneStormIsNoProofForTheNext()
    {
        OutboxRamp ramp;
        int next = 0;
        (void)fill(ramp, next);
        ramp.answered(turnNumber(0));
        ramp.left(turnNumber(next));
        ramp.ended(turnNumber(0));
        ramp.ended(turnNumber(next));
        QCOMPARE(ramp, OutboxRamp());
    }

    void aRefusalBeginsAnew()
    {
        OutboxRamp ramp;
        ramp.left(turnNumber(0));
        ramp.answered(turnNumber(0));
        ramp.ended(turnNumber(0));
        ramp.left(turnNumber(1));
        ramp.left(turnNumber(2));
        QVERIFY(!ramp.hasRoom());
        ramp.refused(turnNumber(1));
        ramp.ended(turnNumber(1));
        QVERIFY(!ramp.hasRoom()); // the other one is still under way
        ramp.ended(turnNumber(2));
        QVERIFY(ramp.hasRoom());
        ramp.left(turnNumber(3));
        QVERIFY(!ramp.hasRoom());
    }

    void anAnswerCountsOnce()
    {
        OutboxRamp ramp;
        ramp.left(turnNumber(0));
        ramp.answered(turnNumber(0));
        ramp.left(turnNumber(1));
        ramp.answered(turnNumber(0));
        ramp.answered(turnNumber(0));
        QVERIFY(!ramp.hasRoom());
    }

    void whatNeverWaitedIsNoProof()
    {
        OutboxRamp ramp;
        ramp.answered(turnNumber(7));
        ramp.left(turnNumber(0));
        QVERIFY(!ramp.hasRoom());
        ramp.refused(turnNumber(7));
        ramp.answered(turnNumber(0));
        QVERIFY(ramp.hasRoom());
    }

    void noMoreThanEightAreUnderWayAtOnce()
    {
        QVERIFY(rc::check([] {
            OutboxRamp ramp;
            std::set<int> underWay;
            int next = 0;
            for (int each = *rc::gen::inRange(0, 200); each > 0; --each) {
                const int turn = underWay.empty() ? -1 : *std::next(underWay.begin(), *rc::gen::inRange(0, static_cast<int>(underWay.size())));
                switch (*rc::gen::inRange(0, 4)) {
                case 0:
                    if (ramp.hasRoom()) {
                        underWay.insert(next);
                        ramp.left(turnNumber(next++));
                    }
                    break;
                case 1:
                    ramp.answered(turnNumber(turn));
                    break;
                case 2:
                    ramp.refused(turnNumber(turn));
                    break;
                default:
                    ramp.ended(turnNumber(turn));
                    underWay.erase(turn);
                }
                RC_ASSERT(static_cast<int>(underWay.size()) <= OutboxRamp::most);
                RC_ASSERT(!underWay.empty() || ramp.hasRoom()); // never stuck
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestOutboxRamp)
#include "tst_outboxramp.moc"
