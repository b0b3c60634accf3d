// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"
#include "tests/support/fakes.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/outbox/outboxwords.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;
using namespace std::chrono_literals;

class TestOutboxPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsKeptTurnsBeforeThoseUnderWay();
    void saysWhyATurnWaitsAndWhenItIsLookedAtNext();
    void everyReasonToWaitHasItsWords_data();
    void everyReasonToWaitHasItsWords();
    void sendAllNowSendsWhatWasKept();
    void deletingATurnTakesItOut();
    void editingAsksForTheTurn();
    void anInterruptedTurnIsNotSentWithTheRest();
    void theTurnStandsBelowANarrowList();
    void allWordsOfATurnAreSeenBesideItsScrollBar();

private:
    TurnId submit(const QString &text);
    TurnId keepOne(const QString &text);
    QAbstractButton *button(const QString &name);

    std::unique_ptr<FakeOutbox> m_fake;
    std::unique_ptr<OutboxPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestOutboxPage::init()
{
    m_fake = std::make_unique<FakeOutbox>();
    m_page = std::make_unique<OutboxPage>(
        m_fake->library, m_fake->outbox, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; });
    m_tester = std::make_unique<QAbstractItemModelTester>(&m_page->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_page->resize(1000, 600);
    m_page->show();
}

void TestOutboxPage::cleanup()
{
    m_tester.reset();
    m_page.reset();
    m_fake.reset();
}

TurnId TestOutboxPage::submit(const QString &text)
{
    const auto turn = m_fake->outbox.submit({{}, text, {}});
    m_fake->settle();
    return *turn;
}

TurnId TestOutboxPage::keepOne(const QString &text)
{
    const TurnId turn = submit(text);
    m_fake->refuse(529, QByteArrayLiteral("overloaded_error"));
    m_fake->outbox.keep(turn);
    return turn;
}

QAbstractButton *TestOutboxPage::button(const QString &name)
{
    for (QAbstractButton *each : m_page->findChildren<QAbstractButton *>()) {
        if (each->text() == name || each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

void TestOutboxPage::listsKeptTurnsBeforeThoseUnderWay()
{
    const TurnId underWay = submit(QStringLiteral("On its way"));
    const TurnId kept = keepOne(QStringLiteral("Compare the crane hire quotes"));
    QCOMPARE(m_page->list().rowCount(), 3);
    QCOMPARE(m_page->list().turnAt(m_page->list().index(0)), kept);
    QVERIFY(m_page->list().index(1).data(OutboxList::IsHeadingRole).toBool());
    QCOMPARE(m_page->list().turnAt(m_page->list().index(2)), underWay);
    QCOMPARE(m_page->list().resting(), 1);
}

void TestOutboxPage::saysWhyATurnWaitsAndWhenItIsLookedAtNext()
{
    m_fake->table.chains.front().steps.resize(1); // with a second route it would not wait
    const TurnId turn = submit(QStringLiteral("Hello"));
    for (std::size_t each = 0; each < 3; ++each) { // on each route: only then does it wait
        m_fake->refuse(529, QByteArrayLiteral("overloaded_error"));
        m_fake->settle();
    }
    const QModelIndex row = m_page->list().indexOf(turn);
    QVERIFY(row.isValid());
    QCOMPARE(row.data(OutboxList::ReasonRole).toString(), QStringLiteral("Overloaded (529)"));
    QVERIFY(row.data(OutboxList::NextRole).toString().startsWith(QStringLiteral("next try in 0:")));
    QCOMPARE(row.data(OutboxList::MarkRole).toInt(), static_cast<int>(SampleClass::Overloaded));
    m_page->select(turn);
    QVERIFY(m_page->findChild<OutboxDetail *>()->whyText().contains(QStringLiteral("Anthropic")));
    QCOMPARE(outboxwords::attempts(*m_fake->outbox.turn(turn)), QStringLiteral("1 attempt on 1 route"));
}

void TestOutboxPage::everyReasonToWaitHasItsWords_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<TurnPhase>("phase");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("why");
    QTest::newRow("crowded") << Reason::Crowded << TurnPhase::Waiting << QStringLiteral("In line at the provider")
                             << QStringLiteral("The route takes no more turns at once for now. This turn goes when there is room.");
    QTest::newRow("asked anew") << Reason::StartedOver << TurnPhase::Sending << QStringLiteral("Asked anew")
                                << QStringLiteral("The answer broke off. The connection dropped. What you see is kept.");
    QTest::newRow("kept for long") << Reason::AskFirst << TurnPhase::Kept << QStringLiteral("Still wanted?")
                                   << QStringLiteral("It has waited for about 10 min or longer. Send it now, or cancel it.");
    QTest::newRow("spent up") << Reason::SpendLimit << TurnPhase::Kept << QStringLiteral("Spend limit")
                              << QStringLiteral("It waits in the outbox. Send it all the same, or change the limit in Preferences, Costs.");
}

void TestOutboxPage::everyReasonToWaitHasItsWords()
{
    QFETCH(Reason, reason);
    QFETCH(TurnPhase, phase);
    TurnState turn;
    turn.phase = phase;
    turn.fault = Fault();
    turn.fault->kind = FaultKind::Truncated;
    turn.decision = Decision {Action::Wait, reason, {}, {}, {}};
    QTEST(outboxwords::reason(turn), "words");
    QTEST(outboxwords::why(turn, m_fake->table), "why");
}

void TestOutboxPage::sendAllNowSendsWhatWasKept()
{
    keepOne(QStringLiteral("One"));
    keepOne(QStringLiteral("Two"));
    const std::size_t before = m_fake->transport.events.size();
    m_fake->time.advance(2s);
    m_page->sendAllNow();
    m_fake->settle();
    QCOMPARE(m_page->list().resting(), 0);
    QVERIFY(m_fake->transport.events.size() > before);
}

void TestOutboxPage::deletingATurnTakesItOut()
{
    const TurnId turn = keepOne(QStringLiteral("Unwanted"));
    QTest::mouseClick(button(QStringLiteral("Delete this turn")), Qt::LeftButton);
    QTRY_COMPARE(m_page->list().rowCount(), 0);
    QTRY_COMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Cancelled);
}

void TestOutboxPage::editingAsksForTheTurn()
{
    const TurnId turn = keepOne(QStringLiteral("Again, please"));
    QSignalSpy wanted(m_page.get(), &OutboxPage::editWanted);
    QTest::mouseClick(button(QStringLiteral("Edit")), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().value<TurnId>(), turn);
}

void TestOutboxPage::anInterruptedTurnIsNotSentWithTheRest()
{
    TurnState state = *m_fake->outbox.turn(keepOne(QStringLiteral("Kept")));
    state.id = TurnId(QStringLiteral("from before"));
    state.phase = TurnPhase::Unknown;
    state.wait.reset();
    m_fake->outbox.restore({UnfinishedTurn {state}});
    QCOMPARE(m_page->list().resting(), 2);
    m_fake->time.advance(2s);
    m_page->sendAllNow();
    m_fake->settle();
    QCOMPARE(m_fake->outbox.turn(state.id)->phase, TurnPhase::Unknown);
    QCOMPARE(outboxwords::next(*m_fake->outbox.turn(state.id), m_fake->time.now()), QStringLiteral("asks you"));
}

void TestOutboxPage::theTurnStandsBelowANarrowList()
{
    keepOne(QStringLiteral("Here are the three quotes. Compare price per day, notice period and who pays for a weather day, then pick one and say why. ").repeated(2));
    const auto *detail = m_page->findChild<OutboxDetail *>();
    QTRY_VERIFY(detail->isVisible() && detail->x() > 400);
    m_page->resize(700, 500);
    QTRY_COMPARE(detail->x(), 0);
    QVERIFY(detail->y() >= m_page->view().geometry().bottom());
    QCOMPARE(detail->width(), 700);
    m_page->resize(1000, 600);
    QTRY_VERIFY(detail->x() > 400);
}

void TestOutboxPage::allWordsOfATurnAreSeenBesideItsScrollBar()
{
    Theme::instance().setTextScale(1.5);
    m_tester.reset();
    m_page = std::make_unique<OutboxPage>(m_fake->library, m_fake->outbox, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; });
    keepOne(QStringLiteral("Here are the three quotes. Compare price per day, notice period and who pays for a weather day, then pick one and say why."));
    m_page->resize(878, 706); // a scroll bar comes, and with it another line
    m_page->show();
    const auto labels = m_page->findChild<OutboxDetail *>()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QTRY_VERIFY2(!label->wordWrap() || label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    Theme::instance().setTextScale(1.0);
}

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
