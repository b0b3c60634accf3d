// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"
#include "tests/support/fakes.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/outbox/outboxwords.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
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
    void sendAllNowSendsWhatWasKept();
    void deletingATurnTakesItOut();
    void editingAsksForTheTurn();
    void anInterruptedTurnIsNotSentWithTheRest();

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
    const TurnId turn = submit(QStringLiteral("Hello"));
    m_fake->refuse(529, QByteArrayLiteral("overloaded_error"));
    const QModelIndex row = m_page->list().indexOf(turn);
    QVERIFY(row.isValid());
    QCOMPARE(row.data(OutboxList::ReasonRole).toString(), QStringLiteral("Overloaded (529)"));
    QVERIFY(row.data(OutboxList::NextRole).toString().startsWith(QStringLiteral("next try in 0:")));
    QCOMPARE(row.data(OutboxList::MarkRole).toInt(), static_cast<int>(SampleClass::Overloaded));
    m_page->select(turn);
    QVERIFY(m_page->findChild<OutboxDetail *>()->whyText().contains(QStringLiteral("Anthropic")));
    QCOMPARE(outboxwords::attempts(*m_fake->outbox.turn(turn)), QStringLiteral("1 attempt on 1 route"));
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

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
