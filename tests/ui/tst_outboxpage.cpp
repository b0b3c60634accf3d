// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"
#include "ui/composer/routechip.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/outbox/outboxwords.h"
#include "ui/style/icons.h"
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
    void aDeletedTurnComesBack();
    void anotherRouteIsChosenForATurnThatWaits();
    void aTurnThatWaitsCanGoAsABatch();
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
        m_fake->library, m_fake->outbox, nullptr, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; });
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
    QCOMPARE(list.index(2).data(OutboxList::IconRole).toInt(), static_cast<int>(Icon::Moon));
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

void TestOutboxPage::aDeletedTurnComesBack()
{
    const TurnId turn = keepOne(QStringLiteral("Unwanted, but not quite"));
    const TurnId night = *m_fake->outbox.submit({{}, QStringLiteral("At night"), {}, {}, {}, {}, Timing::OffPeak});
    m_fake->settle();
    QSignalSpy removed(m_page.get(), &OutboxPage::removed);
    for (const TurnId &each : {turn, night}) {
        m_page->select(each);
        QTest::mouseClick(button(QStringLiteral("Delete this turn")), Qt::LeftButton);
        m_fake->settle();
        QTRY_COMPARE(m_fake->outbox.unsettled().size(), std::size_t(1));
        QCOMPARE(removed.takeLast().front().value<TurnId>(), each);
        m_fake->outbox.undoCancel(each);
        QCOMPARE(m_fake->outbox.unsettled().size(), std::size_t(2));
    }
    QVERIFY(m_fake->outbox.turn(turn)->awaitsRoute());
    QVERIFY(m_fake->outbox.turn(turn)->wait.has_value()); // it goes by itself again
    QVERIFY(m_fake->outbox.turn(night)->awaitsHours());
    QCOMPARE(m_page->list().waiting(), 2);
}

void TestOutboxPage::anotherRouteIsChosenForATurnThatWaits()
{
    Chain local;
    local.id = ChainId(QStringLiteral("local"));
    local.steps.emplace_back().route = RouteId(QStringLiteral("local"));
    m_fake->table.chains.push_back(local);
    const TurnId turn = keepOne(QStringLiteral("Elsewhere"));
    auto *chip = m_page->findChild<RouteChip *>();
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->chain(), ChainId(QStringLiteral("default")));
    Q_EMIT chip->chosen(local.id);
    m_fake->settle();
    QCOMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Sending);
    QCOMPARE(m_fake->transport.requests.back().url.host(), QStringLiteral("127.0.0.1"));

    // One that waits for its hours goes on waiting for them.
    const TurnId night = *m_fake->outbox.submit({{}, QStringLiteral("At night"), {}, {}, {}, {}, Timing::OffPeak});
    m_fake->settle();
    m_page->select(night);
    Q_EMIT chip->chosen(local.id);
    QVERIFY(m_fake->outbox.turn(night)->awaitsHours());
    QCOMPARE(m_fake->outbox.turn(night)->chain.id, local.id);
}

void TestOutboxPage::aTurnThatWaitsCanGoAsABatch()
{
    const TurnId turn = keepOne(QStringLiteral("No hurry"));
    const auto radio = [this]() -> QRadioButton * {
        for (QRadioButton *each : m_page->findChildren<QRadioButton *>()) {
            if (each->text() == QStringLiteral("As a batch"))
                return each;
        }
        return nullptr;
    };
    QVERIFY(radio()->isEnabled());
    QTest::mouseClick(radio(), Qt::LeftButton, {}, QPoint(8, radio()->height() / 2));
    QVERIFY(m_fake->outbox.turn(turn)->isInBatch());
    QCOMPARE(m_fake->outbox.turn(turn)->batch->route, RouteId(QStringLiteral("sonnet")));
    const OutboxList &list = m_page->list();
    QCOMPARE(list.index(0).data().toString(), QStringLiteral("Batches"));
    QCOMPARE(list.index(0).data(OutboxList::NextRole).toString(), QStringLiteral("half price"));
    QCOMPARE(list.turnAt(list.index(1)), turn);
    QCOMPARE(list.index(1).data(OutboxList::IconRole).toInt(), static_cast<int>(Icon::Layers));
    QVERIFY(!list.index(1).data(OutboxList::MarkRole).isValid());
    QCOMPARE(list.waiting(), 0);
    QCOMPARE(list.batchesUnderWay(), 1);
    QVERIFY(m_page->findChild<OutboxDetail *>()->whyText().startsWith(QStringLiteral("A batch answers it within 24 hours")));

    QTest::mouseClick(radio(), Qt::LeftButton, {}, QPoint(8, radio()->height() / 2)); // it does already
    QVERIFY(!m_fake->outbox.turn(turn)->batch->leaves);
    QTest::mouseClick(button(QStringLiteral("Send now")), Qt::LeftButton);
    QVERIFY(m_fake->outbox.turn(turn)->batch->leaves);
    QVERIFY(m_page->findChild<OutboxDetail *>()->whyText().startsWith(QStringLiteral("This turn leaves its batch.")));
    QVERIFY(!button(QStringLiteral("Send now"))->isEnabled());

    // A chain of other servers has none.
    m_fake->outbox.batchEnded(turn);
    m_fake->table.providers.front().dialect = Dialect::OpenAi;
    m_fake->outbox.keep(turn);
    m_page->select(turn);
    QVERIFY(!radio()->isEnabled());
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
    m_page = std::make_unique<OutboxPage>(m_fake->library, m_fake->outbox, nullptr, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; });
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
