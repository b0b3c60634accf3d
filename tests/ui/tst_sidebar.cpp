// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/sidebar.h"
#include "tests/support/fakes.h"
#include "ui/library/hitlist.h"
#include "ui/shell/emptystate.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;
using namespace std::chrono_literals;

class TestSidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void groupsByDayUnderPinned();
    void foldersStandByNameAndTheArchiveLast();
    void aFolderFoldsByClickAndKey();
    void newestComesFirstAndMovesUpWithoutAReset();
    void midnightMakesTodayYesterday();
    void searchKeepsOnlyTitlesWithAllWords();
    void searchWithoutAMatchSaysSo();
    void messagesThatWereFoundStandBelowTheTitles();
    void anAnswerToAnOlderSearchIsNotShown();
    void arrowsPassOverHeadingsAndOpen();
    void renamingGoesOutAsAWishAndNeverEmpty();
    void draftUnreadAndTurnsAreMarked();
    void theOpenConversationStaysSelectedWhenRowsMove();
    void neighboursGoRoundTheEnds();

private:
    ConversationId add(const char *id, const char *title, Duration ago, bool pinned = false);
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] ConversationList &list() const { return m_sidebar->list(); }

    std::unique_ptr<FakeOutbox> m_fake;
    std::unique_ptr<Sidebar> m_sidebar;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSidebar::init()
{
    m_fake = std::make_unique<FakeOutbox>();
    m_sidebar = std::make_unique<Sidebar>(m_fake->library, m_fake->outbox, m_fake->time, m_fake->time);
    m_tester = std::make_unique<QAbstractItemModelTester>(&list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_sidebar->resize(268, 600);
    m_sidebar->show();
}

void TestSidebar::cleanup()
{
    m_tester.reset();
    m_sidebar.reset();
    m_fake.reset();
}

ConversationId TestSidebar::add(const char *id, const char *title, Duration ago, bool pinned)
{
    Conversation conversation;
    conversation.id = ConversationId(QLatin1String(id));
    conversation.title = QLatin1String(title);
    conversation.pinned = pinned;
    conversation.updatedAt = m_fake->time.wall() - std::chrono::duration_cast<std::chrono::milliseconds>(ago);
    conversation.createdAt = conversation.updatedAt;
    m_fake->library.addConversation(conversation);
    return conversation.id;
}

QStringList TestSidebar::rows() const
{
    QStringList texts;
    for (int row = 0; row < list().rowCount(); ++row)
        texts << list().index(row).data().toString();
    return texts;
}

void TestSidebar::groupsByDayUnderPinned()
{
    add("a", "Now", 0h);
    add("b", "Day before", 24h);
    add("c", "Last week", 24h * 5);
    add("d", "Long ago", 24h * 40);
    add("e", "Kept", 24h * 90, true);
    const QStringList wanted {QStringLiteral("Pinned"), QStringLiteral("Kept"), QStringLiteral("Today"), QStringLiteral("Now"), QStringLiteral("Yesterday"),
        QStringLiteral("Day before"), QStringLiteral("Last 7 days"), QStringLiteral("Last week"), QStringLiteral("Older"), QStringLiteral("Long ago")};
    QTRY_COMPARE(rows(), wanted);
}

void TestSidebar::foldersStandByNameAndTheArchiveLast()
{
    const auto put = [this](const ConversationId &id, const char *folder, bool archived) {
        Conversation conversation = *m_fake->library.conversation(id);
        conversation.folder = QLatin1String(folder);
        conversation.archived = archived;
        m_fake->library.updateConversation(conversation);
    };
    add("a", "Loose", 1h);
    put(add("b", "In zeta", 2h), "zeta", false);
    put(add("c", "In Alpha", 3h), "Alpha", false);
    put(add("d", "Put away", 4h), "Alpha", true);
    add("e", "Pinned", 5h, true);
    const QStringList wanted {QStringLiteral("Pinned"), QStringLiteral("Pinned"), QStringLiteral("Alpha"), QStringLiteral("In Alpha"), QStringLiteral("zeta"), QStringLiteral("In zeta"),
        QStringLiteral("Today"), QStringLiteral("Loose"), QStringLiteral("Archived")};
    QTRY_COMPARE(rows(), wanted);
    list().setFilter(QStringLiteral("away")); // what is searched for is shown
    QCOMPARE(rows(), (QStringList {QStringLiteral("Archived"), QStringLiteral("Put away")}));
}

void TestSidebar::aFolderFoldsByClickAndKey()
{
    Conversation conversation = *m_fake->library.conversation(add("a", "Inside", 1h));
    conversation.folder = QStringLiteral("Work");
    m_fake->library.updateConversation(conversation);
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Work"), QStringLiteral("Inside")}));
    QListView &view = m_sidebar->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(list().index(0)).center());
    QCOMPARE(rows(), QStringList {QStringLiteral("Work")});
    QCOMPARE(list().index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Work, folded"));
    view.setFocus();
    view.setCurrentIndex(list().index(0));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(rows().size(), 2);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(rows().size(), 1);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(rows().size(), 2);
    QVERIFY(list().toggled().isEmpty());
}

void TestSidebar::newestComesFirstAndMovesUpWithoutAReset()
{
    add("a", "First", 3min);
    const ConversationId second = add("b", "Second", 2min);
    add("c", "Third", 1min);
    QTRY_COMPARE(list().rowCount(), 4);
    QSignalSpy reset(&list(), &QAbstractItemModel::modelReset);
    Conversation changed = *m_fake->library.conversation(second);
    changed.updatedAt = m_fake->time.wall();
    m_fake->library.updateConversation(changed);
    QTRY_COMPARE(rows().value(1), QStringLiteral("Second"));
    m_fake->library.removeConversation(second);
    QTRY_COMPARE(list().rowCount(), 3);
    QCOMPARE(reset.count(), 0);
}

void TestSidebar::midnightMakesTodayYesterday()
{
    add("a", "Talk", 0h);
    QTRY_COMPARE(rows().value(0), QStringLiteral("Today"));
    m_fake->time.advance(24h);
    QTRY_COMPARE(rows().value(0), QStringLiteral("Yesterday"));
}

void TestSidebar::searchKeepsOnlyTitlesWithAllWords()
{
    add("a", "Tide times without a zone", 0h);
    add("b", "Reply to the harbour board", 1min);
    QTRY_COMPARE(list().rowCount(), 3);
    list().setFilter(QStringLiteral("ZONE tide"));
    QCOMPARE(rows(), (QStringList {QStringLiteral("Today"), QStringLiteral("Tide times without a zone")}));
    list().setFilter({});
    QCOMPARE(list().rowCount(), 3);
}

void TestSidebar::searchWithoutAMatchSaysSo()
{
    add("a", "Pattern for buoy numbers", 0h);
    QTRY_COMPARE(list().rowCount(), 2);
    auto *field = m_sidebar->findChild<QLineEdit *>();
    QVERIFY(field != nullptr);
    QTest::keyClicks(field, QStringLiteral("bouy"));
    QVERIFY(!m_sidebar->view().isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(m_sidebar->view().isVisible());
}

void TestSidebar::messagesThatWereFoundStandBelowTheTitles()
{
    add("a", "Tides", 0h);
    QTRY_COMPARE(list().rowCount(), 2);
    QString asked;
    m_sidebar->setFindMessages([&asked](const SearchWish &wish, const std::function<void(const Result<SearchAnswer> &)> &done) {
        asked = wish.query.phrases.empty() ? QString() : wish.query.phrases.front().units.front().text;
        SearchAnswer answer;
        if (asked != QLatin1String("bouy")) {
            SearchHit hit;
            hit.conversation = ConversationId(QStringLiteral("a"));
            hit.message = MessageId(QStringLiteral("m"));
            hit.title = QStringLiteral("Tides");
            hit.snippet = {QStringLiteral("The tide turns"), {{4, 4}}};
            answer.hits = {hit};
        }
        done(answer);
    });
    auto *field = m_sidebar->findChild<QLineEdit *>();
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("tide"));
    QTRY_COMPARE(asked, QStringLiteral("tide"));
    QVERIFY(m_sidebar->hits().isVisible());
    QVERIFY(m_sidebar->view().isVisible()); // the title has the word too
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::hitChosen);
    m_sidebar->hits().setFocus();
    m_sidebar->hits().setCurrentIndex(m_sidebar->hits().hits().index(0, 0));
    QTest::keyClick(&m_sidebar->hits(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<SearchHit>().message, MessageId(QStringLiteral("m")));
    QVERIFY(m_sidebar->hits().hits().index(0, 0).data().toString().contains(QLatin1String("The tide turns")));

    field->setText(QStringLiteral("turns"));
    QTRY_COMPARE(asked, QStringLiteral("turns"));
    QVERIFY(m_sidebar->hits().isVisible() && !m_sidebar->view().isVisible()); // in no title
    field->setText(QStringLiteral("bouy"));
    QTRY_VERIFY(!m_sidebar->hits().isVisible());
    QVERIFY(m_sidebar->findChild<EmptyState *>()->isVisible());
    QCOMPARE(m_sidebar->findChild<EmptyState *>()->title(), QStringLiteral("Nothing found for “bouy”"));
    field->clear();
    QVERIFY(!m_sidebar->hits().isVisible() && m_sidebar->view().isVisible());
}

void TestSidebar::anAnswerToAnOlderSearchIsNotShown()
{
    std::function<void(const Result<SearchAnswer> &)> first;
    m_sidebar->setFindMessages([&first](const SearchWish &, const std::function<void(const Result<SearchAnswer> &)> &done) {
        if (!first)
            first = done;
    });
    auto *field = m_sidebar->findChild<QLineEdit *>();
    field->setText(QStringLiteral("tide"));
    QTRY_VERIFY(first);
    field->setText(QStringLiteral("moon"));
    SearchAnswer answer;
    answer.hits.resize(1);
    first(answer);
    QCOMPARE(m_sidebar->hits().hits().rowCount(), 0);
}

void TestSidebar::arrowsPassOverHeadingsAndOpen()
{
    const ConversationId today = add("a", "Today's", 0h);
    const ConversationId before = add("b", "Yesterday's", 24h);
    QTRY_COMPARE(list().rowCount(), 4);
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    m_sidebar->setCurrent(today);
    m_sidebar->view().setFocus();
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::conversationChosen);
    QTest::keyClick(&m_sidebar->view(), Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().at(0).value<ConversationId>(), before);
    QCOMPARE(chosen.front().at(1).toBool(), true);
}

void TestSidebar::renamingGoesOutAsAWishAndNeverEmpty()
{
    const ConversationId id = add("a", "Old", 0h);
    QTRY_COMPARE(list().rowCount(), 2);
    QSignalSpy renamed(m_sidebar.get(), &Sidebar::renameWanted);
    QVERIFY(!list().setData(list().indexOf(id), QStringLiteral("  ")));
    QVERIFY(list().setData(list().indexOf(id), QStringLiteral(" New  name ")));
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.front().at(1).toString(), QStringLiteral("New name"));
    QVERIFY(!list().setData(list().index(0), QStringLiteral("Heading")));
}

void TestSidebar::draftUnreadAndTurnsAreMarked()
{
    const auto turn = m_fake->outbox.submit({{}, QStringLiteral("Hello"), {}});
    QVERIFY(turn.has_value());
    const ConversationId id = m_fake->outbox.turn(*turn)->conversation;
    const auto mark = [this, id] { return static_cast<RowMark>(list().indexOf(id).data(ConversationList::MarkRole).toInt()); };
    m_fake->settle();
    list().setDraft(id, true);
    list().setUnread(id, true);
    QTRY_COMPARE(mark(), RowMark::Draft);
    QTRY_VERIFY(list().indexOf(id).data(ConversationList::UnreadRole).toBool());
    m_fake->refuse(529, QByteArrayLiteral("overloaded_error"));
    QTRY_COMPARE(mark(), RowMark::Retrying);
    m_fake->outbox.keep(*turn);
    QTRY_COMPARE(mark(), RowMark::Waiting);
}

void TestSidebar::theOpenConversationStaysSelectedWhenRowsMove()
{
    const ConversationId first = add("a", "First", 2min);
    add("b", "Second", 1min);
    QTRY_COMPARE(list().rowCount(), 3);
    m_sidebar->setCurrent(first);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::conversationChosen);
    Conversation changed = *m_fake->library.conversation(first);
    changed.updatedAt = m_fake->time.wall();
    m_fake->library.updateConversation(changed);
    QTRY_COMPARE(rows().value(1), QStringLiteral("First"));
    QCOMPARE(m_sidebar->view().currentIndex(), list().indexOf(first));
    QCOMPARE(chosen.count(), 0);
}

void TestSidebar::neighboursGoRoundTheEnds()
{
    const ConversationId newest = add("a", "A", 0h);
    const ConversationId oldest = add("b", "B", 24h);
    QTRY_COMPARE(list().rowCount(), 4);
    QCOMPARE(m_sidebar->neighbour(newest, 1), oldest);
    QCOMPARE(m_sidebar->neighbour(oldest, 1), newest);
    QCOMPARE(m_sidebar->neighbour({}, -1), oldest);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
