// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/price.h"
#include "core/store/pricejson.h"

#include <QJsonArray>
#include <QtTest>

using namespace breakwater;

namespace {

const QString haiku = QStringLiteral("claude-haiku-5-5");
constexpr qint64 million = 1'000'000;

double cost(const QString &model, const Usage &usage)
{
    return costOf(usualPrices(), model, usage).value_or(-1.0);
}

bool isNear(double left, double right)
{
    return std::abs(left - right) < 1e-12;
}

} // namespace

class TestPrice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inputAndOutputArePaidByTheMillion()
    {
        QVERIFY(isNear(cost(QStringLiteral("claude-opus-5-5"), {.input = million, .output = million / 2}), 4.0 + 10.0));
        QVERIFY(isNear(cost(QStringLiteral("claude-opus-5-5"), {.output = 0}), 0.0));
    }

    void theThinkingIsPartOfTheOutput()
    {
        const QString sonnet = QStringLiteral("claude-sonnet-5-5");
        QVERIFY(isNear(cost(sonnet, {.output = 1000, .thinking = 900}), cost(sonnet, {.output = 1000})));
    }

    void whatTheCacheTookHasPricesOfItsOwn()
    {
        // 700,000 as they are, 200,000 read from the cache, 100,000 written to it.
        const Usage usage {.input = million, .output = {}, .cacheRead = 200'000, .cacheWritten = 100'000, .thinking = {}};
        QVERIFY(isNear(cost(QStringLiteral("claude-opus-5"), usage), 0.7 * 5 + 0.2 * 0.5 + 0.1 * 6.25));
    }

    void withoutAPriceOfItsOwnTheCacheIsPaidAsInput()
    {
        const Usage usage {.input = million, .output = {}, .cacheRead = 200'000, .cacheWritten = {}, .thinking = {}};
        QVERIFY(isNear(cost(QStringLiteral("claude-fable-5-2"), usage), 8.0));
    }

    void countsThatContradictEachOtherAreNeverPaidTwice()
    {
        const Usage usage {.input = 1000, .output = {}, .cacheRead = 5000, .cacheWritten = 5000, .thinking = {}};
        QVERIFY(isNear(cost(QStringLiteral("claude-opus-5"), usage), 1000 * 0.5e-6));
    }

    void aLongPromptMayHaveAnotherPrice()
    {
        QVERIFY(isNear(cost(haiku, {.input = 100'000}), 0.1 * 0.1));
        QVERIFY(isNear(cost(haiku, {.input = 100'001}), 0.100001 * 0.5));
    }

    void aDateAtTheEndOfANameIsNoOtherModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("known");
        QTest::newRow("dated") << QStringLiteral("claude-haiku-4-5-20251001") << true;
        QTest::newRow("dated with hyphens") << QStringLiteral("claude-haiku-4-5-2025-10-01") << true;
        QTest::newRow("plain") << QStringLiteral("claude-haiku-4-5") << true;
        QTest::newRow("another number") << QStringLiteral("claude-haiku-4-5-1") << false;
        QTest::newRow("another word") << QStringLiteral("claude-haiku-4-5-20251O01") << false;
        QTest::newRow("longer") << QStringLiteral("claude-haiku-4-5-202510011") << false;
        QTest::newRow("none") << QString() << false;
    }
    void aDateAtTheEndOfANameIsNoOtherModel()
    {
        QFETCH(QString, model);
        QFETCH(bool, known);
        QCOMPARE(priceOf(usualPrices(), model, 10) != nullptr, known);
    }

    void whatWasNotCountedOrHasNoPriceCostsNobodyKnowsWhat()
    {
        QVERIFY(!costOf(usualPrices(), haiku, {}));
        QVERIFY(!costOf(usualPrices(), QStringLiteral("llama"), {.input = 10}));
    }

    void onlyWhatAPersonChangedIsKept()
    {
        QCOMPARE(editsOf(usualPrices()), PriceEdits {});
        Prices prices = usualPrices();
        prices.front().input = 99.0;
        const Price gone = prices.back();
        prices.pop_back();
        prices.push_back({QStringLiteral("llama"), 0.2, 0.3, {}, 0.1, 5});
        const PriceEdits edits = editsOf(prices);
        QCOMPARE(edits.changed.size(), std::size_t(2));
        QCOMPARE(edits.removed.size(), std::size_t(1));
        QCOMPARE(edits.removed.front().model, gone.model);
        QCOMPARE(pricesWith(edits), prices);
        QCOMPARE(pricesWith(priceEditsFromJson(priceEditsToJson(edits))), prices);
    }

    void nonsenseInTheSettingsIsNoPrice()
    {
        const QJsonObject object {{QStringLiteral("changed"),
            QJsonArray {QJsonObject {{QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("input"), -1.0}}, QJsonObject {{QStringLiteral("input"), 1.0}}, 7,
                QJsonObject {{QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("promptOver"), -5}}}},
            {QStringLiteral("removed"), QStringLiteral("all")}};
        QCOMPARE(priceEditsFromJson(object), PriceEdits {});
    }
};

QTEST_APPLESS_MAIN(TestPrice)
#include "tst_price.moc"
