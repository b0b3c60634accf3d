// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/outbox/outboxwords.h"
#include "ui/style/theme.h"
#include "ui/words/offpeakwords.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QRadioButton>
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
    void whatIsSentOffPeakStandsUnderItsHours();
    void sendAllNowLeavesOutWhatWasPutOff();
    void aTurnThatWaitsCanBePutOffAndCalledBack();
    void aTurnIsMovedByItsKeysAndItsMenu();
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

void TestOutboxPage::whatIsSentOffPeakStandsUnderItsHours()
{
    const TurnId kept = keepOne(QStringLiteral("Compare the crane hire quotes"));
    const TurnId second = *m_fake->outbox.submit({{}, QStringLiteral("One at night"), {}, {}, {}, {}, Timing::OffPeak});
    const TurnId third = *m_fake->outbox.submit({{}, QStringLiteral("Another at night"), {}, {}, {}, {}, Timing::OffPeak});
    m_fake->settle();
    const OutboxList &list = m_page->list();
    QCOMPARE(list.rowCount(), 4);
    QCOMPARE(list.resting(), 1);
    QCOMPARE(list.waiting(), 3);
    QCOMPARE(list.turnAt(list.index(0)), kept);
    const QModelIndex heading = list.index(1);
    QVERIFY(heading.data(OutboxList::IsHeadingRole).toBool());
    QCOMPARE(heading.data().toString(), QStringLiteral("Off-peak"));
    QCOMPARE(heading.data(OutboxList::ReasonRole).toString(), QStringLiteral("2"));
    QCOMPARE(heading.data(OutboxList::NextRole).toString(), offpeakwords::hours(*m_fake->outbox.nextHours(), m_fake->time.wall()));
    const WallTime first = m_fake->outbox.turn(list.turnAt(list.index(2)))->offPeak->start;
    const WallTime last = m_fake->outbox.turn(list.turnAt(list.index(3)))->offPeak->start;
    QVERIFY(first < last);
    QVERIFY(list.index(2).data(OutboxList::IsOffPeakRole).toBool());
    QCOMPARE(list.index(2).data(OutboxList::NextRole).toString(), offpeakwords::moment(first, m_fake->time.wall()));
    for (const TurnId &id : {second, third}) {
        m_page->select(id);
        QVERIFY(m_page->findChild<OutboxDetail *>()->whyText().startsWith(QStringLiteral("This turn goes off-peak.")));
    }
}

void TestOutboxPage::sendAllNowLeavesOutWhatWasPutOff()
{
    const TurnId kept = keepOne(QStringLiteral("One"));
    const TurnId night = *m_fake->outbox.submit({{}, QStringLiteral("At night"), {}, {}, {}, {}, Timing::OffPeak});
    m_fake->settle();
    QTest::mouseClick(button(QStringLiteral("Send all now")), Qt::LeftButton);
    QTRY_VERIFY(m_fake->outbox.turn(kept)->phase == TurnPhase::Sending);
    QVERIFY(m_fake->outbox.turn(night)->awaitsHours());
}

void TestOutboxPage::aTurnThatWaitsCanBePutOffAndCalledBack()
{
    const TurnId turn = keepOne(QStringLiteral("One"));
    const auto choose = [this](const QString &name) {
        for (QRadioButton *each : m_page->findChildren<QRadioButton *>()) {
            if (each->text() == name)
                QTest::mouseClick(each, Qt::LeftButton, {}, QPoint(8, each->height() / 2));
        }
        m_fake->settle();
    };
    m_page->select(turn);
    choose(QStringLiteral("Off-peak"));
    QVERIFY(m_fake->outbox.turn(turn)->awaitsHours());
    m_page->select(turn);
    choose(QStringLiteral("As soon as a route flows"));
    QVERIFY(m_fake->outbox.turn(turn)->phase == TurnPhase::Sending);
    QVERIFY(!m_fake->outbox.turn(turn)->offPeak);
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
    QTest::mouseClick(button(QStringLiteral("Send all now")), Qt::LeftButton);
    QTRY_COMPARE(m_page->list().resting(), 1); // the first shows whether there is room for more
    m_fake->settle();
    QCOMPARE(m_fake->transport.events.size(), before + 1);
    QCOMPARE(m_page->list().index(0).data(OutboxList::NextRole).toString(), QStringLiteral("in line"));
    HttpHead head;
    head.status = 200;
    head.headers.add("content-type", "text/event-stream");
    const ExchangeEvents last = m_fake->transport.events.back();
    last.head(head);
    last.bytes(wholeAnswer(QStringLiteral("Yes.")));
    last.ended(std::nullopt);
    QTRY_COMPARE(m_page->list().resting(), 0);
    m_fake->settle();
    QCOMPARE(m_fake->transport.events.size(), before + 2);
}

void TestOutboxPage::aTurnIsMovedByItsKeysAndItsMenu()
{
    const TurnId first = keepOne(QStringLiteral("One"));
    m_fake->time.advance(1s);
    const TurnId second = keepOne(QStringLiteral("Two"));
    const OutboxList &list = m_page->list();
    QCOMPARE(list.turnAt(list.index(0)), first);
    m_page->select(second);
    QTest::keyClick(&m_page->view(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(list.turnAt(list.index(0)), second);
    QCOMPARE(list.turnAt(m_page->view().currentIndex()), second); // it stays chosen
    QTest::keyClick(&m_page->view(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(list.turnAt(list.index(1)), second);

    Q_EMIT m_page->view().customContextMenuRequested(m_page->view().visualRect(list.index(1)).center());
    auto *menu = m_page->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    for (QAction *each : menu->actions()) {
        if (each->text().startsWith(QStringLiteral("Move up")))
            each->trigger();
    }
    QCOMPARE(list.turnAt(list.index(0)), second);
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
    QTest::mouseClick(button(QStringLiteral("Send all now")), Qt::LeftButton);
    QCoreApplication::processEvents();
    m_fake->settle();
    QCOMPARE(m_fake->outbox.turn(state.id)->phase, TurnPhase::Unknown);
    QCOMPARE(outboxwords::next(*m_fake->outbox.turn(state.id), m_fake->time.now(), m_fake->time.wall()), QStringLiteral("asks you"));
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
