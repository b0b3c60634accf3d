// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/ledger.h"
#include "tests/support/faketime.h"
#include "ui/preferences/costspage.h"
#include "ui/preferences/pricesmodel.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/numberfield.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"
#include "ui/words/moneywords.h"
#include "ui/words/usagewords.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace breakwater;

namespace {

Prices twoPrices()
{
    return {{QStringLiteral("opus"), 4.0, 20.0, 0.2, {}, 0}, {QStringLiteral("haiku"), 0.1, 0.5, {}, {}, 100'000}};
}

/// All words of a widget, line by line.
QString wordsIn(const QWidget &widget)
{
    QStringList words;
    for (const TextLabel *label : widget.findChildren<TextLabel *>())
        words += label->text();
    return words.join(QLatin1Char('|'));
}

} // namespace

/// What answers cost, as a person sees and sets it.
class TestCosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        useBreakwaterStyle();
    }

    void moneyIsSaidToTheFigureThatSaysSomething_data()
    {
        QTest::addColumn<double>("dollars");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << 0.0 << QStringLiteral("$0.00");
        QTest::newRow("less than a hundredth of a cent") << 0.00002 << QStringLiteral("under $0.0001");
        QTest::newRow("a part of a cent") << 0.00234 << QStringLiteral("$0.0023");
        QTest::newRow("cents") << 0.0456 << QStringLiteral("$0.046");
        QTest::newRow("nearly one") << 0.9951 << QStringLiteral("$1.00");
        QTest::newRow("dollars") << 12.345 << QStringLiteral("$12.35");
    }
    void moneyIsSaidToTheFigureThatSaysSomething()
    {
        QFETCH(double, dollars);
        QTEST(money(dollars), "words");
    }

    void usageIsSaidWithItsPriceWhereThereIsOne()
    {
        const Usage usage {.input = 1200, .output = 30};
        QCOMPARE(usageWords(usage), QStringLiteral("1200 tokens read; 30 written"));
        QCOMPARE(usageWords(usage, 0.012), QStringLiteral("1200 tokens read; 30 written; $0.012"));
        QCOMPARE(usageWords(usage, 0.0), QStringLiteral("1200 tokens read; 30 written; at no cost"));
    }

    void aPriceIsEditedInItsCell()
    {
        PricesModel model;
        model.show(twoPrices());
        QSignalSpy edited(&model, &PricesModel::edited);
        QVERIFY(model.setData(model.index(0, PricesModel::Input), QStringLiteral(" 4.5 ")));
        QVERIFY(model.setData(model.index(0, PricesModel::CacheRead), QString()));
        QVERIFY(model.setData(model.index(1, PricesModel::PromptOver), QString()));
        QCOMPARE(edited.size(), 3);
        QCOMPARE(model.prices().front().input, 4.5);
        QCOMPARE(model.data(model.index(0, PricesModel::CacheRead)).toString(), QStringLiteral("as input"));
        QCOMPARE(model.prices().back().promptOver, 0);
    }

    void whatIsNoPriceIsNotTaken_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << int(PricesModel::Input) << QStringLiteral("cheap");
        QTest::newRow("nothing") << int(PricesModel::Output) << QString();
        QTest::newRow("below zero") << int(PricesModel::CacheRead) << QStringLiteral("-1");
        QTest::newRow("not a number") << int(PricesModel::Input) << QStringLiteral("nan");
        QTest::newRow("without end") << int(PricesModel::Input) << QStringLiteral("inf");
        QTest::newRow("no model") << int(PricesModel::Model) << QStringLiteral("  ");
        QTest::newRow("half a token") << int(PricesModel::PromptOver) << QStringLiteral("1.5");
        QTest::newRow("fewer tokens than none") << int(PricesModel::PromptOver) << QStringLiteral("-3");
    }
    void whatIsNoPriceIsNotTaken()
    {
        QFETCH(int, column);
        QFETCH(QString, text);
        PricesModel model;
        model.show(twoPrices());
        QSignalSpy edited(&model, &PricesModel::edited);
        QVERIFY(!model.setData(model.index(0, column), text));
        QCOMPARE(model.prices(), twoPrices());
        QCOMPARE(edited.size(), 0);
    }

    void oneModelHasOnePriceForAPrompt()
    {
        PricesModel model;
        model.show(twoPrices());
        QVERIFY(model.setData(model.index(1, PricesModel::Model), QStringLiteral("opus"))); // for long prompts
        QVERIFY(!model.setData(model.index(1, PricesModel::PromptOver), QString()));
        const QModelIndex first = model.add();
        const QModelIndex second = model.add();
        QVERIFY(first.isValid() && model.prices().at(2).model != model.prices().at(3).model);
        model.remove(second.row());
        model.remove(99);
        QCOMPARE(model.rowCount(), 3);
    }

    void aLimitIsSetByItsSwitchAndItsFigure()
    {
        PreferencesDraft draft {Preferences {}};
        CostsPage page(draft);
        auto *limited = page.findChild<Switch *>(QStringLiteral("limited"));
        auto *limit = page.findChild<NumberField *>(QStringLiteral("dailyLimit"));
        QVERIFY(!limited->isChecked() && !limit->isEnabled());
        limited->setChecked(true);
        QCOMPARE(draft.edited().dailyLimit, std::optional(5.0));
        limit->setValue(2.5);
        QCOMPARE(draft.edited().dailyLimit, std::optional(2.5));
        QCOMPARE(draft.changes(), 1);
        limited->setChecked(false);
        QCOMPARE(draft.edited().dailyLimit, std::nullopt);
    }

    void pricesAreAddedRemovedAndGivenBack()
    {
        PreferencesDraft draft {Preferences {}};
        CostsPage page(draft);
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *table = page.findChild<QTableView *>(QStringLiteral("prices"));
        auto *remove = page.findChild<QAbstractButton *>(QStringLiteral("removePrice"));
        QVERIFY(!remove->isEnabled());
        page.findChild<QAbstractButton *>(QStringLiteral("addPrice"))->click();
        auto *editor = table->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("llama"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(draft.edited().prices.back().model, QStringLiteral("llama"));
        QCOMPARE(draft.changes(), 1);
        QVERIFY(remove->isEnabled());
        remove->click();
        QCOMPARE(draft.edited().prices, usualPrices());
        table->setCurrentIndex(table->model()->index(0, 0));
        remove->click();
        Preferences values = draft.edited();
        page.restoreDefaults(values);
        draft.replace(values);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(usualPrices().size()));
        QCOMPARE(draft.changes(), 0);
    }

    void whatWasSpentIsShownByModelAndFollows()
    {
        FakeTime time;
        Ledger ledger(time);
        PreferencesDraft draft {Preferences {}};
        CostsPage page(draft);
        page.setLedger(ledger);
        const QWidget &spent = *page.findChild<QWidget *>(QStringLiteral("spent"));
        QVERIFY(wordsIn(spent).contains(QStringLiteral("Nothing in the last 31 days.")));
        const auto add = [&](const char *model, std::optional<double> dollars, std::chrono::hours ago) {
            ledger.add({time.wall() - ago, TurnId(), 1, {}, {}, QLatin1String(model), {.input = 100, .output = 20}, dollars});
        };
        add("opus", 1.25, std::chrono::hours(0));
        add("opus", 2.0, std::chrono::hours(72));
        add("llama", {}, std::chrono::hours(0));
        const QString words = wordsIn(spent);
        QVERIFY2(words.contains(QStringLiteral("opus|240|$1.25|$3.25|$3.25")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("llama|120|no price|no price|no price")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("All||$1.25|$3.25|$3.25")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Requests to models without a price are not in these sums: 1.")));
    }
};

QTEST_MAIN(TestCosts)
#include "tst_costs.moc"
