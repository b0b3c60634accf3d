// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchplan.h"
#include "core/store/storethread.h"
#include "tests/support/fakes.h"
#include "ui/batch/batchbanner.h"
#include "ui/batch/batchwindow.h"
#include "ui/batch/rowdetail.h"
#include "ui/batch/rowtable.h"
#include "ui/batch/rowtext.h"
#include "ui/batch/rowview.h"
#include "ui/batch/statefilter.h"
#include "ui/shell/emptystate.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/theme.h"
#include "ui/words/batchwords.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const BatchId theBatch(QStringLiteral("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
const QString remoteId = QStringLiteral("msgbatch_1");

QByteArray paramsOf(qint64 number)
{
    Ask ask;
    ask.model = QStringLiteral("claude-haiku-4-5");
    ask.system = QStringLiteral("Be brief.");
    ask.said = {{Role::User, QStringLiteral("Label note %1").arg(number), {}, {Attachment {{}, QStringLiteral("note.txt"), AttachmentKind::Text, "text/plain", "a note"}}}};
    return paramsFor(ask);
}

RowResult answered(qint64 number)
{
    RowResult result {number, RowState::Answered, QStringLiteral("Answer %1: a worn rope").arg(number), QStringLiteral("claude-haiku-4-5"), {1000, 200}, {}, "{}"};
    return result;
}

RowResult failed(qint64 number)
{
    RowResult result {number, RowState::Failed, {}, {}, {}, Fault {}, {}};
    result.fault->kind = FaultKind::BadRequest;
    result.fault->status = 400;
    result.fault->detail = QStringLiteral("max_tokens is too large");
    return result;
}

BatchPart partOf(int number, PartPhase phase, qint64 rows)
{
    BatchPart part;
    part.number = number;
    part.phase = phase;
    part.rows = rows;
    return part;
}

Batch batchOf(std::vector<BatchPart> parts, WallTime now)
{
    Batch batch;
    batch.id = theBatch;
    batch.title = QStringLiteral("Label maintenance notes");
    batch.route = RouteId(QStringLiteral("haiku"));
    batch.createdAt = now;
    for (const BatchPart &part : parts)
        batch.counts.open += part.rows;
    batch.parts = std::move(parts);
    return batch;
}

} // namespace

/// The results of a batch in a window, over a real file and a provider that never answers by itself.
class TestBatchWindow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::optional<FakeTime> m_time;
    std::unique_ptr<StoreThread> m_store;
    FakeTransport m_transport;
    FakeCredentials m_credentials;
    SeededJitter m_jitter {7};
    Conditions m_conditions;
    Catalogue m_catalogue;
    RouteTable m_table = FakeOutbox::sampleTable();
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Batches> m_batches;
    BatchPort m_port;
    QStringList m_asked; ///< of the port
    std::function<void(const Result<qint64> &)> m_exported;
    std::function<void(const Result<ConversationId> &)> m_opened;
    std::unique_ptr<BatchWindow> m_window;
    int m_files = 0;

    template <class Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char *name) const { return child<QLabel>(name)->text(); }
    [[nodiscard]] RowTable &rows() const { return *m_window->findChild<RowTable *>(); }
    [[nodiscard]] RowView &view() const { return *m_window->findChild<RowView *>(); }
    [[nodiscard]] BatchBanner &banner() const { return *m_window->findChild<BatchBanner *>(); }
    [[nodiscard]] RowDetail &detail() const { return *m_window->findChild<RowDetail *>(); }
    [[nodiscard]] QString cell(int row, int column) const { return rows().index(row, column).data().toString(); }
    [[nodiscard]] const Batch &batch() const { return *m_batches->batch(theBatch); }

    void click(const char *name)
    {
        auto *button = child<QAbstractButton>(name);
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void search(const QString &words)
    {
        auto *field = child<QLineEdit>("search");
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, words);
    }

    /// The batch as it is on disk, with these results.
    void write(const Batch &batch, const std::vector<RowResult> &results = {})
    {
        bool done = false;
        const auto fine = [](const auto &result) { QVERIFY2(result, qPrintable(result ? QString() : result.error().code)); };
        m_store->beginBatch(batch, fine);
        qint64 next = 1;
        for (const BatchPart &part : batch.parts) {
            std::vector<BatchRow> rows;
            for (qint64 each = 0; each < part.rows; ++each, ++next)
                rows.push_back({next, QStringLiteral("Note %1").arg(next), paramsOf(next)});
            m_store->addRows(batch.id, part.number, std::move(rows), fine);
        }
        m_store->finishBatch(batch, fine);
        std::vector<RowResult> ofFirst = results;
        m_store->land(batch.id, 1, std::move(ofFirst), fine);
        for (const BatchPart &part : batch.parts) {
            if (part.phase == PartPhase::Settled)
                m_store->close(batch, part.number, fine);
        }
        m_store->batches([&done](const auto &) { done = true; });
        QTRY_VERIFY(done);
    }
    /// And the program that finds it there.
    void open()
    {
        std::vector<Batch> found;
        bool done = false;
        m_store->batches([&](const Result<std::vector<Batch>> &all) {
            for (const Batch &each : *all) {
                if (std::any_of(each.parts.begin(), each.parts.end(), [](const BatchPart &part) { return part.phase != PartPhase::Settled; }))
                    found.push_back(each);
            }
            done = true;
        });
        QTRY_VERIFY(done);
        BatchServices services {m_transport, *m_time, *m_time, m_jitter, *m_store, m_conditions, m_credentials, [this]() -> const RouteTable & { return m_table; }, m_catalogue};
        services.ledger = m_ledger.get();
        m_batches = std::make_unique<Batches>(std::move(services), *m_store);
        m_batches->restore(found);
        QTRY_VERIFY(m_batches->isRestored());
        m_window = std::make_unique<BatchWindow>(*m_batches, *m_ledger, m_port, [this]() -> const RouteTable & { return m_table; }, *m_time);
        m_window->show(theBatch);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_batches->batch(theBatch) == nullptr || batch().counts.all() == 0 || detail().number() > 0);
    }
    /// A settled batch of so many rows, each ended as its number says: of ten the third failed, the seventh was not sent.
    void openSettled(qint64 count)
    {
        BatchPart part = partOf(1, PartPhase::Settled, count);
        part.creates = 1;
        part.sentAt = m_time->wall() - 24h;
        part.expiresAt = m_time->wall();
        part.endedAt = m_time->wall();
        std::vector<RowResult> results;
        for (qint64 each = 1; each <= count; ++each) {
            if (each % 10 == 3)
                results.push_back(failed(each));
            else if (each % 10 != 7)
                results.push_back(answered(each));
        }
        write(batchOf({part}, m_time->wall() - 24h), results);
        open();
    }
    void openUnderWay(qint64 count)
    {
        BatchPart part = partOf(1, PartPhase::UnderWay, count);
        part.creates = 1;
        part.remote = remoteId;
        part.sentAt = m_time->wall() - 1h;
        part.expiresAt = m_time->wall() + 23h;
        part.nextLook = m_time->wall() + 5min;
        write(batchOf({part}, m_time->wall() - 1h));
        open();
    }

    // ---- the provider ----

    void answer(const QByteArray &body)
    {
        const ExchangeEvents last = m_transport.events.back();
        HttpHead head;
        head.status = 200;
        last.head(head);
        last.bytes(body);
        last.ended(std::nullopt);
    }
    void refuse(int status, const QByteArray &type, const QByteArray &words)
    {
        const ExchangeEvents last = m_transport.events.back();
        HttpHead head;
        head.status = status;
        last.head(head);
        last.bytes("{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + words + "\"}}");
        last.ended(std::nullopt);
    }
    [[nodiscard]] static QByteArray remote(const QByteArray &status, qint64 count)
    {
        return "{\"id\":\"msgbatch_1\",\"type\":\"message_batch\",\"processing_status\":\"" + status + "\",\"request_counts\":{\"processing\":0,\"succeeded\":" + QByteArray::number(count)
            + "},\"created_at\":\"2026-01-05T13:00:00Z\",\"expires_at\":\"2026-01-06T13:00:00Z\"}";
    }
    [[nodiscard]] static QByteArray resultLine(qint64 row)
    {
        return "{\"custom_id\":\"" + customIdOf(theBatch, 1, row).toLatin1()
            + "\",\"result\":{\"type\":\"succeeded\",\"message\":{\"type\":\"message\",\"model\":\"claude-haiku-4-5\",\"content\":[{\"type\":\"text\",\"text\":\"Fresh "
            + QByteArray::number(row) + "\"}],\"usage\":{\"input_tokens\":10,\"output_tokens\":2}}}}\n";
    }
    /// Until results can be given: the provider has ended the batch.
    void reachResults(qint64 count)
    {
        const std::size_t before = m_transport.requests.size();
        m_batches->lookNow(theBatch);
        QCOMPARE(m_transport.requests.size(), before + 1);
        answer(remote("ended", count));
        QCOMPARE(m_transport.requests.size(), before + 2);
        HttpHead head;
        head.status = 200;
        m_transport.events.back().head(head);
    }
    /// As many as land together: five hundred.
    void give(const std::vector<std::pair<qint64, qint64>> &spans)
    {
        qint64 wanted = batch().counts.answered;
        QByteArray lines;
        for (const auto &[first, last] : spans) {
            for (qint64 each = first; each <= last; ++each, ++wanted)
                lines += resultLine(each);
        }
        m_transport.events.back().bytes(lines);
        const auto landed = [&] {
            m_time->advance(10ms);
            return batch().counts.answered == wanted;
        };
        QTRY_VERIFY(landed());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        useBreakwaterStyle();
    }

    void init()
    {
        m_time.emplace();
        m_store = std::make_unique<StoreThread>(*m_time);
        bool opened = false;
        m_store->open(m_folder.filePath(QStringLiteral("library%1.sqlite").arg(++m_files)), [&opened](const Result<Snapshot> &snapshot) { opened = snapshot.has_value(); });
        QTRY_VERIFY(opened);
        m_ledger = std::make_unique<Ledger>(*m_time);
        m_ledger->setPrices({{QStringLiteral("claude-haiku-4-5"), 1.0, 5.0}});
        m_transport.requests.clear();
        m_transport.events.clear();
        m_conditions = {};
        m_asked.clear();
        m_port.exportRows = [this](const BatchId &id, RowFormat format, std::optional<RowState> state, const QString &path, std::function<void(const Result<qint64> &)> done) {
            m_asked.append(QStringLiteral("export %1 %2 %3 %4").arg(id == theBatch).arg(format == RowFormat::Csv ? QStringLiteral("csv") : QStringLiteral("jsonl"), state ? batchwords::state(*state) : QStringLiteral("all"), path));
            m_exported = std::move(done);
        };
        m_port.openAsConversation = [this](const BatchId &, qint64 row, std::function<void(const Result<ConversationId> &)> done) {
            m_asked.append(QStringLiteral("open %1").arg(row));
            m_opened = std::move(done);
        };
    }

    void cleanup()
    {
        m_window.reset();
        m_batches.reset();
        m_store.reset();
        m_ledger.reset();
        m_time.reset();
        Theme::instance().setTextScale(1.0);
    }

    void tellsWhatItIsAndWhatItCost()
    {
        openSettled(20);
        QCOMPARE(text("batchTitle"), QStringLiteral("Label maintenance notes"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Batch: Label maintenance notes"));
        QVERIFY(text("batchWhen").startsWith(QStringLiteral("Claude Haiku 4.5, sent Sun ")));
        QVERIFY(text("batchWhen").contains(QStringLiteral("ready since")));
        QCOMPARE(text("batchCounts"), QStringLiteral("16 answered, 2 failed, 2 not sent · 16,000 tokens read; 3,200 written"));
        QCOMPARE(rows().rowCount(), 20);
        QCOMPARE(cell(0, RowTable::Number), QStringLiteral("1"));
        QCOMPARE(cell(0, RowTable::Label), QStringLiteral("Note 1"));
        QCOMPARE(cell(0, RowTable::Status), QStringLiteral("Answered"));
        QCOMPARE(cell(0, RowTable::Answer), QStringLiteral("Answer 1: a worn rope"));
        QCOMPARE(cell(0, RowTable::Tokens), QStringLiteral("1,200"));
        QCOMPARE(cell(0, RowTable::Cost), QStringLiteral("$0.0010")); // half of 1000 for $1 and 200 for $5 a million
        QCOMPARE(cell(2, RowTable::Status), QStringLiteral("Not accepted (400)"));
        QCOMPARE(rows().index(2, RowTable::Status).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Failed: Not accepted (400)"));
        QCOMPARE(cell(2, RowTable::Cost), QString());
        QCOMPARE(cell(6, RowTable::Status), QStringLiteral("Not sent"));
        QVERIFY(child<QWidget>("cancelBatch")->isHidden());
        QVERIFY(child<QWidget>("lookNow")->isHidden());
    }

    void aRowIsShownWhole()
    {
        openSettled(20);
        QCOMPARE(detail().number(), qint64(1));
        QVERIFY(view().selectionModel()->isRowSelected(0)); // and seen to be chosen
        QCOMPARE(text("rowTitle"), QStringLiteral("1. Note 1"));
        QCOMPARE(text("rowStatus"), QStringLiteral("Answered by claude-haiku-4-5"));
        QCOMPARE(text("rowCost"), QStringLiteral("1,000 tokens read; 200 written; $0.0010"));
        QCOMPARE(child<RowText>("rowPrompt")->toPlainText(), QStringLiteral("Label note 1"));
        QCOMPARE(child<RowText>("rowSystem")->toPlainText(), QStringLiteral("Be brief."));
        QCOMPARE(text("rowFiles"), QStringLiteral("note.txt, 6 bytes"));
        QCOMPARE(child<RowText>("rowAnswer")->toPlainText(), QStringLiteral("Answer 1: a worn rope"));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Down);
        QTRY_COMPARE(detail().number(), qint64(3));
        QCOMPARE(text("rowStatus"), QStringLiteral("Failed: Not accepted (400), yours"));
        QCOMPARE(text("rowFault"), QStringLiteral("Anthropic could not accept this turn (400)."));
        QCOMPARE(text("rowFaultSentence"), QStringLiteral("max_tokens is too large. Trying again would not help."));
        QVERIFY(child<QWidget>("rowAnswer")->isHidden());
        QVERIFY(child<QWidget>("openAsConversation")->isHidden());
    }

    void enterOpensTheRowAndEscapeClosesTheWindow()
    {
        openSettled(20);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Return);
        QVERIFY(child<QWidget>("rowAnswer")->hasFocus());
        QTest::keyClick(child<QWidget>("rowAnswer"), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void findGoesToTheSearchAndEscapeEmptiesItFirst()
    {
        openSettled(20);
        m_window->activateWindow();
        QTest::keySequence(m_window.get(), QKeySequence(QKeySequence::Find));
        QTRY_VERIFY(child<QWidget>("search")->hasFocus());
        QTest::keyClicks(child<QWidget>("search"), QStringLiteral("rope"));
        QTest::keyClick(child<QWidget>("search"), Qt::Key_Escape);
        QVERIFY(child<QLineEdit>("search")->text().isEmpty());
        QVERIFY(m_window->isVisible());
    }

    void rowsAreNarrowedByTheirState()
    {
        openSettled(40);
        click("state2"); // Failed
        QTRY_COMPARE(rows().rowCount(), 4);
        QCOMPARE(rows().numberAt(1), qint64(13));
        QTRY_COMPARE(detail().number(), qint64(3)); // the first of them
        QTest::keyClick(child<QWidget>("state2"), Qt::Key_Right);
        QTRY_COMPARE(rows().numberAt(0), qint64(7)); // Not sent
        click("state0");
        QTRY_COMPARE(m_window->findChild<EmptyState *>()->title(), QStringLiteral("No such rows"));
        click("stateAll");
        QTRY_COMPARE(rows().rowCount(), 40);
        QTRY_VERIFY(view().isVisible());
    }

    void aSearchLooksIntoAnswersAndWaitsForTheTyping()
    {
        openSettled(40);
        search(QStringLiteral("answer 12:"));
        QCOMPARE(rows().rowCount(), 40); // not yet
        QTRY_COMPARE(rows().rowCount(), 1);
        QCOMPARE(rows().numberAt(0), qint64(12));
        QTRY_COMPARE(detail().number(), qint64(12));
        search(QStringLiteral("no such thing"));
        QTRY_COMPARE(m_window->findChild<EmptyState *>()->title(), QStringLiteral("Nothing found for “no such thing”"));
        QTRY_VERIFY(m_window->findChild<EmptyState *>()->isVisible());
        search(QStringLiteral("note 40"));
        QTRY_COMPARE(rows().rowCount(), 1);
        QTRY_VERIFY(view().isVisible());
    }

    void aLateAnswerOfAnOlderSearchIsDropped()
    {
        openSettled(40);
        rows().narrow({}, QStringLiteral("note 1"));
        rows().narrow({}, QStringLiteral("note 25"));
        QTRY_COMPARE(rows().rowCount(), 1);
        QTRY_VERIFY(rows().isWhole());
        QCOMPARE(rows().numberAt(0), qint64(25));
    }

    void ofManyRowsOnlyThoseNearTheSeenAreInMemory()
    {
        openSettled(5000);
        const QAbstractItemModelTester tester(&rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows().rowCount(), 5000);
        QVERIFY(rows().linesInMemory() < 500);
        for (const int row : {1000, 2500, 4999, 3000}) {
            view().scrollTo(rows().index(row, 0), QAbstractItemView::PositionAtCenter);
            QTRY_COMPARE(cell(row, RowTable::Label), QStringLiteral("Note %1").arg(row + 1));
        }
        QTRY_VERIFY(rows().linesInMemory() <= 2600);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(detail().number(), qint64(5000));
        // Narrowed, the numbers come by the page, as far as they are looked at.
        click("state1"); // Answered
        QTRY_VERIFY(rows().rowCount() >= 200 && rows().rowCount() < 1000);
        const auto atTheEnd = [this] {
            view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum());
            return rows().rowCount() == 4000;
        };
        QTRY_VERIFY_WITH_TIMEOUT(atTheEnd(), 20'000);
        QTRY_COMPARE(cell(3999, RowTable::Label), QStringLiteral("Note 5000"));
    }

    void rowsThatLandDoNotMoveWhatIsRead()
    {
        openUnderWay(2000);
        const QAbstractItemModelTester tester(&rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(text("batchCounts"), QStringLiteral("2,000 under way"));
        view().scrollTo(rows().index(1000, 0), QAbstractItemView::PositionAtTop);
        view().setCurrentIndex(rows().index(1002, 0));
        QTRY_COMPARE(detail().number(), qint64(1003));
        const int place = view().verticalScrollBar()->value();
        reachResults(2000);
        give({{1, 250}, {900, 1149}});
        QTRY_COMPARE(cell(1003, RowTable::Answer), QStringLiteral("Fresh 1004"));
        QCOMPARE(view().verticalScrollBar()->value(), place);
        QCOMPARE(rows().numberAt(view().currentIndex().row()), qint64(1003));
        QTRY_COMPARE(child<RowText>("rowAnswer")->toPlainText(), QStringLiteral("Fresh 1003"));
        QTRY_VERIFY(text("batchCounts").startsWith(QStringLiteral("500 answered, 1,500 under way")));
    }

    void rowsThatComeAboveDoNotMoveWhatIsRead()
    {
        openUnderWay(2000);
        reachResults(2000);
        give({{1000, 1499}});
        click("state1"); // Answered
        QTRY_COMPARE(rows().numberAt(0), qint64(1000));
        view().scrollTo(rows().index(50, 0), QAbstractItemView::PositionAtTop);
        view().setCurrentIndex(rows().index(52, 0));
        QTRY_COMPARE(detail().number(), qint64(1052));
        const int before = view().rowViewportPosition(rows().rowOf(1052));
        give({{1, 500}});
        QTRY_VERIFY(rows().rowOf(1) == 0);
        QCOMPARE(view().rowViewportPosition(rows().rowOf(1052)), before);
        QCOMPARE(rows().numberAt(view().currentIndex().row()), qint64(1052));
        QCOMPARE(detail().number(), qint64(1052));
    }

    void aRowThatIsReadStaysThoughItLeavesItsState()
    {
        openUnderWay(1000);
        click("state0"); // Under way
        QTRY_COMPARE(rows().numberAt(0), qint64(1));
        view().setCurrentIndex(rows().index(4, 0));
        QTRY_COMPARE(detail().number(), qint64(5));
        reachResults(1000);
        give({{1, 500}});
        QTRY_COMPARE(rows().numberAt(0), qint64(5));
        QTRY_COMPARE(rows().numberAt(1), qint64(501));
        QTRY_COMPARE(cell(0, RowTable::Status), QStringLiteral("Answered"));
        QTRY_COMPARE(child<RowText>("rowAnswer")->toPlainText(), QStringLiteral("Fresh 5"));
    }

    void partFailedSaysSoInTheDesignsWords()
    {
        RowCounts counts {0, 237, 3, 0};
        Batch batch;
        batch.counts = counts;
        QCOMPARE(*batchwords::ended(batch), (Words {QStringLiteral("3 of 240 turns failed."), QStringLiteral("The other answers are ready.")}));
        QCOMPARE(batchwords::retry(counts), QStringLiteral("Retry 3"));
        batch.counts = {0, 228, 0, 12};
        batch.parts = {partOf(1, PartPhase::Settled, 240)};
        batch.parts[0].expiresAt = WallTime(24h);
        batch.parts[0].endedAt = WallTime(24h);
        QCOMPARE(*batchwords::ended(batch), (Words {QStringLiteral("This batch ended after 24 hours."), QStringLiteral("12 turns have no answer. They cost nothing.")}));
        QCOMPARE(batchwords::sendAgain(batch.counts), QStringLiteral("Send 12 again"));
        batch.parts[0].cancelWanted = true;
        batch.counts.notSent = 1;
        QCOMPARE(*batchwords::ended(batch), (Words {QStringLiteral("This batch was cancelled."), QStringLiteral("1 turn has no answer. It cost nothing.")}));
        batch.counts = {0, 240, 0, 0};
        QVERIFY(!batchwords::ended(batch));
        batch.counts = {1, 1, 1, 1};
        QVERIFY(!batchwords::ended(batch)); // not yet
        batch.counts = {0, 0, 1, 0};
        QCOMPARE(batchwords::ended(batch)->title, QStringLiteral("The turn failed."));
    }

    void onlyTheFailedAreRetried()
    {
        openSettled(20);
        QCOMPARE(text("bannerTitle"), QStringLiteral("2 of 20 turns failed."));
        QCOMPARE(text("bannerSentence"), QStringLiteral("The other answers are ready. 2 turns have no answer. They cost nothing."));
        QCOMPARE(child<QAbstractButton>("choice0")->text(), QStringLiteral("Retry 2"));
        QCOMPARE(child<QAbstractButton>("choice1")->text(), QStringLiteral("Send 2 again"));
        click("choice0");
        QTRY_VERIFY(m_batches->isUnderWay(theBatch));
        QCOMPARE(batch().counts, (RowCounts {2, 16, 0, 2}));
        QCOMPARE(batch().parts.back().rows, qint64(2));
        QTRY_COMPARE(cell(2, RowTable::Status), QStringLiteral("Under way"));
        QTRY_VERIFY(!banner().isVisible());
        QTRY_COMPARE(m_transport.requests.size(), std::size_t(1)); // it is sent
        QVERIFY(child<QWidget>("cancelBatch")->isVisible());
        QVERIFY(child<QWidget>("deleteBatch")->isHidden());
    }

    void whatWasNotSentIsSentAgain()
    {
        openSettled(20);
        click("choice1");
        QTRY_VERIFY(m_batches->isUnderWay(theBatch));
        QCOMPARE(batch().counts, (RowCounts {2, 16, 2, 0}));
    }

    void cancellingAsksFirst()
    {
        openUnderWay(20);
        QVERIFY(!banner().isVisible());
        click("cancelBatch");
        QCOMPARE(text("bannerTitle"), QStringLiteral("Cancel this batch?"));
        QCOMPARE(text("bannerSentence"), QStringLiteral("Rows that are answered already are kept and paid; the others end without an answer and cost nothing."));
        QVERIFY(!batch().parts.front().cancelWanted);
        click("choice1"); // Go on
        QVERIFY(!banner().isVisible());
        QVERIFY(!batch().parts.front().cancelWanted);
        click("cancelBatch");
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!banner().isVisible() && m_window->isVisible());
        click("cancelBatch");
        click("choice0");
        QVERIFY(batch().parts.front().cancelWanted);
        QVERIFY(!banner().isVisible());
        QVERIFY(!child<QWidget>("cancelBatch")->isEnabled());
        QCOMPARE(text("batchProgress"), QStringLiteral("It is being cancelled. Answers that are there already still come."));
    }

    void deletingAsksFirstAndClosesTheWindow()
    {
        openSettled(20);
        click("deleteBatch");
        QCOMPARE(text("bannerTitle"), QStringLiteral("Delete this batch?"));
        QCOMPARE(text("bannerSentence"), QStringLiteral("Its 16 answers go with it. Conversations that were made of it stay."));
        click("choice1"); // Keep it
        QVERIFY(m_batches->batch(theBatch) != nullptr);
        QCOMPARE(text("bannerTitle"), QStringLiteral("2 of 20 turns failed.")); // as before
        click("deleteBatch");
        click("choice0");
        QTRY_VERIFY(m_batches->batch(theBatch) == nullptr);
        QTRY_VERIFY(!m_window->isVisible());
        m_window->show();
        QCOMPARE(m_window->findChild<EmptyState *>()->title(), QStringLiteral("This batch is not here any more"));
    }

    void progressIsHonest()
    {
        openUnderWay(20);
        QCOMPARE(text("batchProgress"), QStringLiteral("Anthropic works on it, and tells how far it is only at the end."));
        QVERIFY(text("batchWhen").contains(QStringLiteral("ends by Tue ")));
        QVERIFY(text("batchWhen").endsWith(QStringLiteral("next look in 5:00")));
        click("lookNow");
        QCOMPARE(m_transport.requests.size(), std::size_t(1));
        refuse(529, "overloaded_error", "Overloaded");
        QVERIFY(text("batchProgress").startsWith(QStringLiteral("Anthropic is overloaded. Anthropic works on it")));
        QVERIFY(text("batchProgress").endsWith(QStringLiteral("Its results can be read until 3 Feb.")));
    }

    void aBatchDeletedElsewhereIsAPersonsToDecide()
    {
        openUnderWay(20);
        click("lookNow");
        refuse(404, "not_found_error", "no such batch");
        QCOMPARE(text("bannerTitle"), QStringLiteral("Anthropic does not know this batch any more (404)."));
        QCOMPARE(text("bannerSentence"), QStringLiteral("It was deleted elsewhere, or this key is of another workspace. What is sent again may be paid twice."));
        click("choice1"); // Give up
        QTRY_VERIFY(!m_batches->isUnderWay(theBatch));
        QCOMPARE(batch().counts, (RowCounts {0, 0, 0, 20}));
        QTRY_COMPARE(text("bannerTitle"), QStringLiteral("This batch was cancelled."));
    }

    void whatWasRefusedIsSentAgainOrGivenUp()
    {
        BatchPart part = partOf(1, PartPhase::Refused, 5);
        part.creates = 1;
        part.sentAt = m_time->wall();
        part.fault = Fault {};
        part.fault->kind = FaultKind::TooLarge;
        part.fault->status = 413;
        part.fault->detail = QStringLiteral("request_too_large");
        write(batchOf({part, partOf(2, PartPhase::Ready, 5)}, m_time->wall()));
        open();
        QCOMPARE(text("bannerTitle"), QStringLiteral("Anthropic did not take part 1 of 2 (413)."));
        QCOMPARE(text("bannerSentence"), QStringLiteral("Anthropic says: request_too_large. Nothing of it was paid."));
        QCOMPARE(child<QAbstractButton>("choice0")->text(), QStringLiteral("Send again"));
        QCOMPARE(child<QAbstractButton>("choice1")->text(), QStringLiteral("Give up"));
        QCOMPARE(text("batchProgress"), QStringLiteral("Part 1 of 2: Anthropic did not take it. You decide what becomes of it."));
        click("choice0");
        QTRY_COMPARE(m_transport.requests.size(), std::size_t(1));
        QVERIFY(!banner().isVisible());
        refuse(413, "request_too_large", "still too large");
        QTRY_VERIFY(banner().isVisible());
        click("choice1");
        QTRY_COMPARE(batch().counts, (RowCounts {5, 0, 0, 5}));
        QTRY_COMPARE(m_transport.requests.size(), std::size_t(2)); // the other part
    }

    void exportWritesWhatIsShownOrAll()
    {
        openSettled(20);
        const auto choose = [this](const QString &words, const QString &path) {
            click("export");
            QMenu *menu = nullptr;
            QTRY_VERIFY((menu = m_window->findChild<QMenu *>(QStringLiteral("exportMenu"))) != nullptr);
            for (QAction *each : menu->actions()) {
                if (each->text() == words)
                    each->trigger();
            }
            menu->close();
            QTRY_VERIFY(m_window->findChild<QMenu *>(QStringLiteral("exportMenu")) == nullptr);
            auto *dialog = m_window->findChild<QFileDialog *>();
            QVERIFY2(dialog != nullptr, qPrintable(words));
            Q_EMIT dialog->fileSelected(path);
            dialog->close();
            QTRY_VERIFY(m_window->findChild<QFileDialog *>() == nullptr);
        };
        choose(QStringLiteral("All rows as CSV…"), QStringLiteral("/mnt/rows.csv"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("export 1 csv all /mnt/rows.csv")));
        QCOMPARE(text("said"), QStringLiteral("Writing the rows…"));
        m_exported(qint64(20));
        QCOMPARE(text("said"), QStringLiteral("20 rows are at /mnt/rows.csv."));
        click("state2");
        m_asked.clear();
        choose(QStringLiteral("Rows shown (Failed) as JSONL…"), QStringLiteral("/mnt/rows.jsonl"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("export 1 jsonl Failed /mnt/rows.jsonl")));
        Fault full;
        full.kind = FaultKind::DiskFull;
        m_exported(tl::unexpected(full));
        QCOMPARE(text("said"), QStringLiteral("There is not enough room on that disk. Nothing was changed."));
    }

    void anAnsweredRowBecomesAConversation()
    {
        openSettled(20);
        const QSignalSpy wanted(m_window.get(), &BatchWindow::conversationWanted);
        click("openAsConversation");
        QCOMPARE(m_asked, QStringList(QStringLiteral("open 1")));
        m_opened(ConversationId(QStringLiteral("made")));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().value<ConversationId>(), ConversationId(QStringLiteral("made")));
    }

    void itsTitleCanBeChanged()
    {
        openSettled(20);
        click("rename");
        auto *name = child<QLineEdit>("batchName");
        QTest::keyClicks(name, QStringLiteral("Ropes"));
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(name->isHidden() && m_window->isVisible());
        QCOMPARE(batch().title, QStringLiteral("Label maintenance notes"));
        click("rename");
        QTest::keyClicks(name, QStringLiteral(" Worn  ropes "));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(batch().title, QStringLiteral("Worn ropes"));
        QCOMPARE(text("batchTitle"), QStringLiteral("Worn ropes"));
    }

    void eachPhaseHasItsWords_data()
    {
        QTest::addColumn<PartPhase>("phase");
        QTest::addColumn<QString>("words");
        QTest::newRow("ready") << PartPhase::Ready << QStringLiteral("It is not sent yet.");
        QTest::newRow("creating") << PartPhase::Creating << QStringLiteral("It is being sent.");
        QTest::newRow("searching") << PartPhase::Searching << QStringLiteral("Whether Anthropic has it is not known yet. It is looked for there before it is sent again.");
        QTest::newRow("under way") << PartPhase::UnderWay << QStringLiteral("Anthropic works on it, and tells how far it is only at the end.");
        QTest::newRow("cancelling") << PartPhase::Cancelling << QStringLiteral("It is being cancelled. Answers that are there already still come.");
        QTest::newRow("fetching") << PartPhase::Fetching << QStringLiteral("Anthropic is done with it. Its answers are being read.");
        QTest::newRow("settled") << PartPhase::Settled << QStringLiteral("All that came of it is here.");
        QTest::newRow("refused") << PartPhase::Refused << QStringLiteral("Anthropic did not take it. You decide what becomes of it.");
        QTest::newRow("lost") << PartPhase::Lost << QStringLiteral("Anthropic does not have it any more. You decide what becomes of it.");
    }
    void eachPhaseHasItsWords()
    {
        QFETCH(const PartPhase, phase);
        QFETCH(const QString, words);
        QCOMPARE(batchwords::phase(phase, QStringLiteral("Anthropic")), words);
        Batch batch = batchOf({partOf(1, phase, 1)}, {});
        QCOMPARE(batchwords::progress(batch, QStringLiteral("Anthropic")), words);
        batch.parts.push_back(partOf(2, PartPhase::Settled, 1));
        if (phase != PartPhase::Settled)
            QCOMPARE(batchwords::progress(batch, QStringLiteral("Anthropic")), QStringLiteral("Part 1 of 2: ") + words);
    }

    void whoseFaultItIsIsSaid()
    {
        Fault fault;
        const auto of = [&fault](FaultKind kind, int status) -> QString {
            fault.kind = kind;
            fault.status = status;
            return batchwords::reason(fault) + QLatin1Char(' ') + batchwords::side(fault);
        };
        QCOMPARE(of(FaultKind::Overloaded, 529), QStringLiteral("Overloaded (529) theirs"));
        QCOMPARE(of(FaultKind::Transient, 500), QStringLiteral("Server error (500) theirs"));
        QCOMPARE(of(FaultKind::RateLimited, 429), QStringLiteral("Your limit (429) yours"));
        QCOMPARE(of(FaultKind::BadRequest, 400), QStringLiteral("Not accepted (400) yours"));
    }

    void theRowStandsBelowANarrowTable()
    {
        openSettled(20);
        for (const double scale : {1.0, 1.5}) {
            Theme::instance().setTextScale(scale);
            m_window->resize(720, 900);
            QTRY_VERIFY(detail().isVisible() && detail().y() > view().y());
            QVERIFY(view().height() >= 3 * view().rowHeight(0));
            QCOMPARE(m_window->width(), 720);
            m_window->resize(1600, 900);
            QTRY_VERIFY(detail().x() > view().x());
            QCOMPARE(detail().y(), 0);
        }
    }

    void whereItIsLowTooTheRowTakesThePlaceOfTheTable()
    {
        openSettled(20);
        Theme::instance().setTextScale(1.5);
        m_window->resize(720, 520);
        QTRY_VERIFY(!detail().isVisible());
        QCOMPARE(m_window->width(), 720);
        QVERIFY(view().isVisible() && view().height() >= 2 * view().rowHeight(0));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Down);
        QTRY_COMPARE(detail().number(), qint64(2));
        QTest::keyClick(&view(), Qt::Key_Return);
        QTRY_VERIFY(detail().isVisible() && !view().isVisible());
        QVERIFY(child<QWidget>("rowAnswer")->hasFocus());
        QTest::keyClick(child<QWidget>("rowAnswer"), Qt::Key_Escape);
        QTRY_VERIFY(view().isVisible() && view().hasFocus() && m_window->isVisible());
        QTest::keyClick(&view(), Qt::Key_Return);
        click("backToRows");
        QVERIFY(view().isVisible());
    }

    void aTextIsAsHighAsItsLinesAndNeedsNoScrollBar()
    {
        for (const QString &words : {QStringLiteral("One line"), QStringLiteral("One\nTwo\nThree")}) {
            RowText text(QStringLiteral("Text"), 9, RowText::Room::AsNeeded);
            text.resize(400, 300);
            text.show();
            text.setWhole(words);
            QTRY_VERIFY(!text.verticalScrollBar()->isVisible());
            QVERIFY(text.height() < (words.count(QLatin1Char('\n')) + 2) * text.fontMetrics().lineSpacing() + 16);
        }
    }
};

QTEST_MAIN(TestBatchWindow)
#include "tst_batchwindow.moc"
