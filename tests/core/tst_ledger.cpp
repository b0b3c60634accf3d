// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/ledger.h"
#include "tests/support/faketime.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId talk(QStringLiteral("talk"));

Expense expense(WallTime at, double dollars, const QString &model = QStringLiteral("opus"))
{
    return {at, TurnId(QStringLiteral("t")), 1, talk, ProviderId(QStringLiteral("p")), model, {.input = 10, .output = 5}, dollars};
}

Provider providerAt(const char *url, bool simulated = false)
{
    Provider provider;
    provider.id = ProviderId(QStringLiteral("p"));
    provider.baseUrl = QUrl(QString::fromLatin1(url));
    provider.simulated = simulated;
    return provider;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Pacific/Auckland"); } // far from UTC: days are the person's own

    void aDayEndsAtTheLocalMidnight()
    {
        FakeTime time; // 14:00 UTC is 03:00 of the next day there
        Ledger ledger(time);
        ledger.add(expense(time.wall() - 4h, 1.0));
        ledger.add(expense(time.wall(), 2.0));
        QCOMPARE(ledger.today(), QDate(2026, 1, 6));
        QCOMPARE(ledger.on(ledger.today()).dollars, 2.0);
        QCOMPARE(ledger.on(ledger.today().addDays(-1)).dollars, 1.0);
    }

    void theModelsOfAWeekAreAddedUp()
    {
        FakeTime time;
        Ledger ledger(time);
        ledger.add(expense(time.wall() - 8 * 24h, 8.0));
        ledger.add(expense(time.wall() - 6 * 24h, 4.0));
        ledger.add(expense(time.wall(), 2.0));
        ledger.add(expense(time.wall(), 1.0, QStringLiteral("haiku")));
        const auto week = ledger.byModel(7);
        QCOMPARE(week.at(QStringLiteral("opus")).dollars, 6.0);
        QCOMPARE(week.at(QStringLiteral("opus")).attempts, 2);
        QCOMPARE(week.at(QStringLiteral("opus")).usage.input, std::optional<qint64>(20));
        QCOMPARE(week.at(QStringLiteral("haiku")).dollars, 1.0);
        QCOMPARE(ledger.byModel(1).at(QStringLiteral("opus")).dollars, 2.0);
        QCOMPARE(ledger.spentIn(talk), 15.0);
    }

    void whatIsOlderThanAMonthIsForgotten()
    {
        FakeTime time;
        Ledger ledger(time);
        ledger.add(expense(time.wall(), 1.0));
        time.shiftWall(Ledger::daysKept * 24h);
        ledger.add(expense(time.wall(), 2.0));
        QCOMPARE(ledger.byModel(1000).at(QStringLiteral("opus")).dollars, 2.0);
        QCOMPARE(ledger.spentIn(talk), 3.0); // a conversation keeps its sum
    }

    void whatHasNoPriceIsCountedApart()
    {
        FakeTime time;
        Ledger ledger(time);
        Expense unknown = expense(time.wall(), 0.0);
        unknown.dollars.reset();
        ledger.add(unknown);
        const Total total = ledger.on(ledger.today());
        QCOMPARE(total.attempts, 1);
        QCOMPARE(total.unpriced, 1);
        QCOMPARE(total.dollars, 0.0);
    }

    void earlierRunsCountToo()
    {
        FakeTime time;
        Ledger ledger(time);
        QSignalSpy added(&ledger, &Ledger::added);
        QSignalSpy changed(&ledger, &Ledger::changed);
        ledger.restore({expense(time.wall(), 1.5)}, {{talk, 40.0}});
        QCOMPARE(ledger.on(ledger.today()).dollars, 1.5);
        QCOMPARE(ledger.spentIn(talk), 40.0);
        QCOMPARE(added.size(), 0); // it is on disk already
        QCOMPARE(changed.size(), 1);
    }

    void aLimitIsReachedByWhatTodayCostAndNotByYesterday()
    {
        FakeTime time;
        Ledger ledger(time);
        ledger.add(expense(time.wall() - 24h, 9.0));
        QVERIFY(!ledger.isLimitReached());
        QSignalSpy changed(&ledger, &Ledger::limitChanged);
        ledger.setDailyLimit(2.0);
        ledger.setDailyLimit(2.0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!ledger.isLimitReached());
        ledger.add(expense(time.wall(), 1.99));
        QVERIFY(!ledger.isLimitReached());
        ledger.add(expense(time.wall(), 0.01));
        QVERIFY(ledger.isLimitReached());
        time.shiftWall(24h);
        QVERIFY(!ledger.isLimitReached());
    }

    void theBuiltInProviderCostsNothing()
    {
        FakeTime time;
        Ledger ledger(time);
        const QString opus = QStringLiteral("claude-opus-5-5");
        QCOMPARE(ledger.costOf(providerAt("http://127.0.0.1:1", true), opus, {.input = 1'000'000}), std::optional(0.0));
        QCOMPARE(ledger.costOf(providerAt("https://api.example.com"), opus, {.input = 1'000'000}), std::optional(4.0));
        QVERIFY(!ledger.mayCost(providerAt("http://127.0.0.1:1", true), opus));
        QVERIFY(ledger.mayCost(providerAt("http://127.0.0.1:1"), opus)); // a gateway, perhaps
        QVERIFY(!ledger.mayCost(providerAt("http://127.0.0.1:1"), QStringLiteral("llama")));
        QVERIFY(ledger.mayCost(providerAt("https://api.example.com"), QStringLiteral("llama")));
    }
};

QTEST_APPLESS_MAIN(TestLedger)
#include "tst_ledger.moc"
