// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/budget.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const Instant start {1h};
const BudgetSettings settings {5.0, 1.0, 0.1}; // the tests' own, so that a tuned default moves theShippedValues() alone

} // namespace

class TestBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedValues()
    {
        QCOMPARE(BudgetSettings(), (BudgetSettings {5.0, 1.0, 0.1}));
    }

    void beginsFull()
    {
        QCOMPARE(Budget(settings).level(settings, start), 5.0);
    }

    void refusesWhatIsNotThereAndTakesNothing()
    {
        Budget budget(settings);
        for (int each = 0; each < 5; ++each)
            QVERIFY(budget.withdraw(settings, 1.0, start));
        QVERIFY(!budget.withdraw(settings, 0.5, start));
        QCOMPARE(budget.level(settings, start), 0.0);
        QVERIFY(budget.withdraw(settings, 0.0, start)); // what costs nothing is always there
    }

    void oneRetryComesBackEachMinute()
    {
        Budget budget(settings);
        QVERIFY(budget.withdraw(settings, 5.0, start));
        QCOMPARE(budget.level(settings, start + 30s), 0.5);
        QVERIFY(!budget.withdraw(settings, 1.0, start + 59s));
        QVERIFY(budget.withdraw(settings, 1.0, start + 60s));
    }

    void neverHoldsMoreThanTheMost()
    {
        Budget budget(settings);
        budget.deposit(settings, start);
        budget.refund(settings, 2.0, start);
        QCOMPARE(budget.level(settings, start + 24h), 5.0);
    }

    void anAnswerEarnsATenth()
    {
        Budget budget(settings);
        QVERIFY(budget.withdraw(settings, 2.0, start));
        budget.deposit(settings, start);
        QCOMPARE(budget.level(settings, start), 3.1);
    }

    void aRefundGivesBackWhatWasTaken()
    {
        Budget budget(settings);
        QVERIFY(budget.withdraw(settings, 2.0, start));
        budget.refund(settings, 2.0, start);
        QCOMPARE(budget.level(settings, start), 5.0);
    }

    void aClockThatStepsBackTakesNothingAwayAndEarnsNothingTwice()
    {
        Budget budget(settings);
        QVERIFY(budget.withdraw(settings, 5.0, start));
        QCOMPARE(budget.level(settings, start - 10min), 0.0);
        for (int each = 0; each < 10; ++each) {
            QVERIFY(!budget.withdraw(settings, 1.0, start - 10min));
            QVERIFY(!budget.withdraw(settings, 1.0, start));
        }
        QCOMPARE(budget.level(settings, start + 60s), 1.0);
    }

    void firstAttemptsAreFreeAlsoWhenItIsSpent()
    {
        Budget budget(settings);
        QVERIFY(budget.withdraw(settings, 5.0, start));
        for (int each = 0; each < 1'000; ++each)
            QVERIFY(budget.withdraw(settings, 0.0, start));
        QCOMPARE(budget.affordableAt(settings, 0.0, start), std::optional(start));
        QCOMPARE(budget.level(settings, start), 0.0);
    }

    void ofMoreThanASmallerBudgetHoldsTheRestIsForgotten()
    {
        Budget budget(settings);
        const BudgetSettings smaller {2.0, 1.0, 0.1};
        QCOMPARE(budget.level(smaller, start), 2.0);
        QVERIFY(!budget.withdraw(smaller, 3.0, start));
    }

    void saysWhenACostIsAffordable()
    {
        Budget budget(settings);
        QCOMPARE(budget.affordableAt(settings, 1.0, start), std::optional(start));
        QVERIFY(budget.withdraw(settings, 5.0, start));
        const auto at = budget.affordableAt(settings, 2.0, start);
        QVERIFY(at);
        QVERIFY(*at - start >= 120s && *at - start < 121s);
        QVERIFY(budget.withdraw(settings, 2.0, *at));
        QVERIFY(!budget.affordableAt(settings, 5.5, start)); // more than it can ever hold
        QVERIFY(!budget.affordableAt({5.0, 0.0, 0.1}, 5.0, start)); // nothing comes back with time
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
