// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"
#include "tests/support/fakes.h"
#include "ui/batch/batchpromptedit.h"
#include "ui/batch/batchport.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/composer/composer.h"
#include "ui/outbox/batchdetail.h"
#include "ui/outbox/batchlines.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/button.h"
#include "ui/style/icons.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

BatchId idOf(int number)
{
    return BatchId(QStringLiteral("0190f6c2-7a3e-7cc1-b3a5-5f0f6a1e2d3%1").arg(number));
}

Batch batchOf(int number, const QString &title, qint64 rows)
{
    Batch batch;
    batch.id = idOf(number);
    batch.title = title;
    batch.route = RouteId(QStringLiteral("sonnet"));
    batch.createdAt = FakeTime().wall();
    batch.counts.open = rows;
    BatchPart part;
    part.rows = rows;
    batch.parts = {part};
    return batch;
}

} // namespace

/// Batches in the outbox: their rows, what is said of them, and the way to their answers.
class TestOutboxBatches : public QObject
{
    Q_OBJECT

    FakeOutbox m_fake;
    QTemporaryDir m_folder;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<Batches> m_batches;
    std::unique_ptr<OutboxPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    /// What a run before this one left on disk: none of it under way but what is not settled.
    void leave(const std::vector<Batch> &batches, const std::vector<std::vector<RowResult>> &results)
    {
        std::vector<Batch> unsettled;
        for (std::size_t each = 0; each < batches.size(); ++each) {
            std::vector<BatchRow> rows;
            for (qint64 row = 1; row <= batches[each].counts.all(); ++row)
                rows.push_back({row, QStringLiteral("Row %1").arg(row), "{}"});
            m_store->addBatch(batches[each], rows, [](const Result<void> &written) { QVERIFY(written); });
            m_store->land(batches[each].id, 1, results.at(each), [](const Result<Landed> &landed) { QVERIFY(landed); });
        }
        bool read = false;
        m_store->batches([&](const Result<std::vector<Batch>> &all) {
            for (const Batch &each : all.value()) {
                if (each.parts.front().phase != PartPhase::Settled)
                    unsettled.push_back(each);
            }
            read = true;
        });
        QTRY_VERIFY(read);
        m_batches->restore(unsettled);
        QTRY_VERIFY(m_batches->isRestored());
    }

    [[nodiscard]] Button *answersButton(const QModelIndex &row) const
    {
        const QWidget *place = m_page->view().indexWidget(row);
        return place != nullptr ? place->findChild<Button *>() : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreThread>(m_fake.time);
        bool open = false;
        m_store->open(m_folder.filePath(QStringLiteral("%1.db").arg(QString::fromLatin1(QTest::currentTestFunction()))), [&open](const Result<Snapshot> &opened) { open = opened.has_value(); });
        QTRY_VERIFY(open);
        const BatchServices services {m_fake.transport, m_fake.time, m_fake.time, m_fake.jitter, *m_store, m_fake.conditions, m_fake.credentials,
            [this]() -> const RouteTable & { return m_fake.table; }, m_fake.catalogue, {}, &m_fake.ledger};
        m_batches = std::make_unique<Batches>(services, *m_store);
        m_page = std::make_unique<OutboxPage>(m_fake.library, m_fake.outbox, m_batches.get(), m_fake.time, [this]() -> const RouteTable & { return m_fake.table; });
        m_tester = std::make_unique<QAbstractItemModelTester>(&m_page->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_page->resize(1000, 600);
        m_page->show();
    }

    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_batches.reset();
        m_store.reset();
    }

    void theyStandUnderTheirHeadingWithWhatCameBack()
    {
        Batch working = batchOf(1, QStringLiteral("Label 240 maintenance notes"), 240);
        working.parts.front().phase = PartPhase::UnderWay;
        working.parts.front().remote = QStringLiteral("msgbatch_1");
        working.parts.front().expiresAt = m_fake.time.wall() + 30h;
        Batch ready = batchOf(2, QStringLiteral("Describe 64 harbour photos"), 2);
        ready.parts.front().phase = PartPhase::Settled;
        ready.parts.front().endedAt = m_fake.time.wall();
        leave({working, ready}, {{{1, RowState::Answered, QStringLiteral("a")}, {2, RowState::Failed, {}, {}, {}, Fault {}}},
                                    {{1, RowState::Answered, QStringLiteral("a")}, {2, RowState::Answered, QStringLiteral("b")}}});
        const OutboxList &list = m_page->list();
        QCOMPARE(list.rowCount(), 3);
        QCOMPARE(list.index(0).data().toString(), QStringLiteral("Batches"));
        QCOMPARE(list.index(0).data(OutboxList::ReasonRole).toString(), QStringLiteral("2"));
        QCOMPARE(list.batchesUnderWay(), 1);
        QCOMPARE(list.waiting(), 0);
        const QModelIndex first = list.indexOf(working.id);
        QCOMPARE(first.data().toString(), QStringLiteral("Label 240 maintenance notes"));
        QCOMPARE(first.data(OutboxList::ConversationRole).toString(), QStringLiteral("1 answered, 1 failed, 238 under way"));
        QCOMPARE(first.data(OutboxList::FailedAtRole).toInt(), 12); // where its mark goes
        QVERIFY(!list.indexOf(ready.id).data(OutboxList::FailedAtRole).isValid());
        QCOMPARE(first.data(OutboxList::ReasonRole).toString(), QStringLiteral("under way"));
        QCOMPARE(first.data(OutboxList::NextRole).toString(), batchlines::ends(*m_batches->batch(working.id), m_fake.time.wall()));
        QVERIFY(first.data(OutboxList::NextRole).toString().startsWith(QStringLiteral("ends by ")));
        QCOMPARE(first.data(OutboxList::LandedRole).value<RowCounts>(), (RowCounts {238, 1, 1, 0}));
        QVERIFY(answersButton(first) == nullptr);
        const QModelIndex second = list.indexOf(ready.id);
        QVERIFY(second.data(OutboxList::ConversationRole).toString().startsWith(QStringLiteral("2 answered, ready since ")));
        QVERIFY(!second.data(OutboxList::LandedRole).isValid());
        QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("2 answered")));
        QVERIFY(answersButton(second) != nullptr);
    }

    void progressIsNotShownBeforeAnythingCameBack()
    {
        Batch working = batchOf(1, QStringLiteral("Rows"), 240);
        working.parts.front().phase = PartPhase::UnderWay;
        working.parts.front().remote = QStringLiteral("msgbatch_1");
        leave({working}, {{}});
        const QModelIndex row = m_page->list().indexOf(working.id);
        QVERIFY(!row.data(OutboxList::LandedRole).isValid());
        QCOMPARE(row.data(OutboxList::ConversationRole).toString(), QStringLiteral("240 turns"));
        QVERIFY(row.data(OutboxList::NextRole).toString().isEmpty()); // nobody said when
        m_page->select(working.id);
        bool said = false;
        for (const QLabel *each : m_page->findChild<BatchDetail *>()->findChildren<QLabel *>())
            said = said || each->text().contains(QStringLiteral("only at the end"));
        QVERIFY(said);
    }

    void itsAnswersAreOpenedFromTheRowTheDetailAndTheKeyboard()
    {
        Batch ready = batchOf(1, QStringLiteral("Photos"), 1);
        ready.parts.front().phase = PartPhase::Settled;
        leave({ready}, {{{1, RowState::Answered, QStringLiteral("a")}}});
        QSignalSpy wanted(m_page.get(), &OutboxPage::batchWanted);
        QTest::mouseClick(answersButton(m_page->list().indexOf(ready.id)), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        m_page->select(ready.id);
        auto *detail = m_page->findChild<BatchDetail *>();
        QVERIFY(detail->isVisible());
        for (Button *each : detail->findChildren<Button *>()) {
            if (each->text() == QStringLiteral("Open answers"))
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(wanted.count(), 2);
        QTest::keyClick(&m_page->view(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 3);
        QCOMPARE(wanted.back().front().value<BatchId>(), ready.id);
        // A click beside the button chooses the row.
        m_page->select(BatchId());
        const QRect row = m_page->view().visualRect(m_page->list().indexOf(ready.id));
        QTest::mouseClick(m_page->view().indexWidget(m_page->list().indexOf(ready.id)), Qt::LeftButton, {}, QPoint(60, row.height() / 2));
        QCOMPARE(m_page->list().batchAt(m_page->view().currentIndex()), ready.id);
    }

    void aNewBatchIsAskedForFromTheEmptyOutboxToo()
    {
        QSignalSpy wanted(m_page.get(), &OutboxPage::newBatchWanted);
        int buttons = 0;
        for (Button *each : m_page->findChildren<Button *>()) {
            if (each->text() == QStringLiteral("New batch…") && each->isVisible()) {
                QTest::mouseClick(each, Qt::LeftButton);
                ++buttons;
            }
        }
        QCOMPARE(buttons, 1);
        QCOMPARE(wanted.count(), 1);
    }

    void aPromptWithVariablesInTheComposerIsTakenAlong()
    {
        HealthLog health {m_fake.time, m_fake.time};
        BatchPort port;
        ShellServices services {m_fake.library, m_fake.outbox, health, m_fake.time, m_fake.time, [this]() -> const RouteTable & { return m_fake.table; }, m_fake.ledger};
        services.batches = m_batches.get();
        services.batchPort = &port;
        services.catalogue = [this]() -> const Catalogue & { return m_fake.catalogue; };
        MainWindow window(services);
        const auto promptIn = [] {
            for (const QWidget *each : QApplication::topLevelWidgets()) {
                if (qobject_cast<const NewBatchWindow *>(each) != nullptr && each->isVisible())
                    return each->findChild<BatchPromptEdit *>()->toPlainText();
            }
            return QStringLiteral("no window");
        };
        window.pane().composer().edit().insertPlainText(QStringLiteral("Only a question"));
        window.newBatch();
        QCOMPARE(promptIn(), QString());
        window.pane().composer().edit().insertPlainText(QStringLiteral(" about {{berth}}"));
        window.newBatch();
        QCOMPARE(promptIn(), QStringLiteral("Only a question about {{berth}}"));
        window.pane().composer().edit().insertPlainText(QStringLiteral(" and {{week}}"));
        window.newBatch(); // what is there stays
        QCOMPARE(promptIn(), QStringLiteral("Only a question about {{berth}}"));
    }

    void itIsSaidHowABatchStands()
    {
        Batch batch = batchOf(1, QStringLiteral("Rows"), 3);
        BatchPart &part = batch.parts.front();
        const auto says = [&](const char *words) { QCOMPARE(batchlines::standing(batch, true), QLatin1String(words)); };
        says("being sent");
        part.phase = PartPhase::Searching;
        says("being sent");
        part.phase = PartPhase::UnderWay;
        says("under way");
        part.cancelWanted = true;
        says("being cancelled");
        part.cancelWanted = false;
        part.phase = PartPhase::Fetching;
        says("answers are coming");
        part.phase = PartPhase::Refused;
        says("asks you");
        part.phase = PartPhase::Lost;
        says("asks you");
        part.phase = PartPhase::UnderWay;
        part.fault = Fault {};
        part.fault->kind = FaultKind::Overloaded;
        part.fault->status = 529;
        part.failures = 2;
        says("Overloaded (529)");
        QCOMPARE(batchlines::standing(batch, false), QString());
    }
};

QTEST_MAIN(TestOutboxBatches)
#include "tst_outboxbatches.moc"
