// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/sidebar.h"
#include "tests/support/fakes.h"
#include "ui/library/daydialog.h"
#include "ui/library/hitlist.h"
#include "ui/library/searchfield.h"
#include "ui/shell/emptystate.h"
#include "ui/style/button.h"

#include <QAbstractItemModelTester>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

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
    void titlesKnowNoAccentsAndNoFilters();
    void daysBeginAtMidnightWhereAPersonIs();
    void filtersAreChosenAndTakenBack();
    void aDayIsAskedFor();
    void bestFirstStaysUntilItIsChanged();
    void whatWasNotSearchedIsSaidBelow();
    void aSearchThatFailedIsSaidAndDoneAgain();
    void aSearchWithFiltersOffersToGoWithoutThem();
    void aFewTitlesLeaveTheRoomToMessages();
    void whatIsFoundIsSeenFromItsTop();
    void arrowsPassOverHeadingsAndOpen();
    void renamingGoesOutAsAWishAndNeverEmpty();
    void draftUnreadAndTurnsAreMarked();
    void theOpenConversationStaysSelectedWhenRowsMove();
    void neighboursGoRoundTheEnds();
    void aConversationIsDraggedToPinnedAndBack();
    void aConversationIsDraggedIntoAFolderAndToTheArchive();
    void whatIsDraggedElsewhereStaysWhereItWas();
    void escapePutsWhatIsDraggedBack();
    void theMenuKeyOpensTheMenuOfTheConversation();

private:
    [[nodiscard]] QPoint placeOf(const QString &row) const;
    void drag(const QString &row, const QString &onto);
    /// What is dropped is put where it was wanted, as the window does.
    void grantWishes();
    [[nodiscard]] QAction *filterAction(const QString &words) const;
    void searchIn(std::vector<SearchWish> &wishes, const SearchAnswer &answer = {});
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

QPoint TestSidebar::placeOf(const QString &row) const
{
    return m_sidebar->view().visualRect(list().index(int(rows().indexOf(row)))).center();
}

/// Headings come with the first move, so that where to is looked for then.
void TestSidebar::drag(const QString &row, const QString &onto)
{
    QWidget *viewport = m_sidebar->view().viewport();
    const QPoint from = placeOf(row);
    const auto move = [viewport](const QPoint &to) {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(viewport->mapToGlobal(to)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &event);
    };
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    move(from + QPoint(0, QApplication::startDragDistance() + 1));
    move(onto.isEmpty() ? QPoint(viewport->width() + 50, from.y()) : placeOf(onto));
}

void TestSidebar::grantWishes()
{
    connect(m_sidebar.get(), &Sidebar::orderWanted, m_sidebar.get(), [this](const Conversation &wanted) { m_fake->library.updateConversation(wanted); });
}

void TestSidebar::aConversationIsDraggedToPinnedAndBack()
{
    grantWishes();
    const ConversationId id = add("a", "Moored", 1h);
    add("b", "Adrift", 2h);
    QTRY_COMPARE(list().rowCount(), 3);
    QWidget *viewport = m_sidebar->view().viewport();
    drag(QStringLiteral("Moored"), QStringLiteral("Pinned")); // there is no such heading before
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Pinned")));
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Pinned"), QStringLiteral("Moored"), QStringLiteral("Today"), QStringLiteral("Adrift")}));
    drag(QStringLiteral("Moored"), QStringLiteral("Adrift")); // a row stands for its section
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Adrift")));
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Today"), QStringLiteral("Moored"), QStringLiteral("Adrift")}));
    QVERIFY(!m_fake->library.conversation(id)->pinned);
}

void TestSidebar::aConversationIsDraggedIntoAFolderAndToTheArchive()
{
    grantWishes();
    Conversation inside = *m_fake->library.conversation(add("a", "Inside", 1h));
    inside.folder = QStringLiteral("Work");
    m_fake->library.updateConversation(inside);
    const ConversationId id = add("b", "Loose", 24h);
    QTRY_COMPARE(list().rowCount(), 4);
    QWidget *viewport = m_sidebar->view().viewport();
    drag(QStringLiteral("Loose"), QStringLiteral("Work"));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Work")));
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Work"), QStringLiteral("Inside"), QStringLiteral("Loose")}));
    drag(QStringLiteral("Loose"), QStringLiteral("Archived"));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Archived")));
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Work"), QStringLiteral("Inside"), QStringLiteral("Archived")}));
    QVERIFY(m_fake->library.conversation(id)->archived);
    list().toggle(list().index(2));
    drag(QStringLiteral("Loose"), QStringLiteral("Yesterday")); // the day that it is of
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Yesterday")));
    QTRY_COMPARE(rows(), (QStringList {QStringLiteral("Work"), QStringLiteral("Inside"), QStringLiteral("Yesterday"), QStringLiteral("Loose")}));
}

void TestSidebar::whatIsDraggedElsewhereStaysWhereItWas()
{
    add("a", "Moored", 1h);
    add("b", "Adrift", 2h);
    QTRY_COMPARE(list().rowCount(), 3);
    QSignalSpy wanted(m_sidebar.get(), &Sidebar::orderWanted);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::conversationChosen);
    QWidget *viewport = m_sidebar->view().viewport();
    drag(QStringLiteral("Moored"), QStringLiteral("Adrift")); // it stands there already
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, placeOf(QStringLiteral("Adrift")));
    drag(QStringLiteral("Moored"), {});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(viewport->width() + 50, 40));
    QCOMPARE(wanted.count(), 0);
    QVERIFY(std::none_of(chosen.begin(), chosen.end(), [](const QVariantList &each) { return !each.at(1).toBool(); })); // it was no click either
    QCOMPARE(list().rowCount(), 3);
}

void TestSidebar::escapePutsWhatIsDraggedBack()
{
    add("a", "Moored", 1h);
    QTRY_COMPARE(list().rowCount(), 2);
    QSignalSpy wanted(m_sidebar.get(), &Sidebar::orderWanted);
    drag(QStringLiteral("Moored"), QStringLiteral("Archived"));
    QTest::keyClick(&m_sidebar->view(), Qt::Key_Escape);
    QCOMPARE(list().rowCount(), 2);
    QTest::mouseRelease(m_sidebar->view().viewport(), Qt::LeftButton, {}, QPoint(40, 80));
    QCOMPARE(wanted.count(), 0);
}

void TestSidebar::theMenuKeyOpensTheMenuOfTheConversation()
{
    add("a", "Moored", 1h);
    add("b", "Adrift", 2h);
    QTRY_COMPARE(list().rowCount(), 3);
    QListView &view = m_sidebar->view();
    view.setFocus();
    view.setCurrentIndex(list().index(2));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&view, &asked);
    auto *menu = m_sidebar->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QSignalSpy deleted(m_sidebar.get(), &Sidebar::deleteWanted);
    menu->actions().back()->trigger();
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(deleted.front().front().value<ConversationId>(), ConversationId(QStringLiteral("b")));
    menu->close();
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

void TestSidebar::titlesKnowNoAccentsAndNoFilters()
{
    add("a", "C++ templates", 0h);
    Conversation accents = *m_fake->library.conversation(add("b", "x", 1h));
    accents.title = QStringLiteral("R\u00e9sum\u00e9 \uff34\uff29\uff24\uff25");
    accents.folder = QStringLiteral("Work");
    m_fake->library.updateConversation(accents);
    const auto found = [this](const QString &typed) {
        list().setFilter(typed);
        return list().order().size();
    };
    QTRY_COMPARE(list().order().size(), std::size_t(2));
    QCOMPARE(found(QStringLiteral("resume tide")), std::size_t(1));
    QCOMPARE(found(QStringLiteral("resume tide from:me")), std::size_t(1));
    QCOMPARE(found(QStringLiteral("from:me")), std::size_t(0)); // titles are from nobody
    QCOMPARE(found(QStringLiteral("folder:work")), std::size_t(1));
    QCOMPARE(found(QStringLiteral("folder:work templates")), std::size_t(0));
    QCOMPARE(found(QStringLiteral("c++")), std::size_t(1));
    QCOMPARE(found(QStringLiteral("after:2100-01-01")), std::size_t(0));
    QCOMPARE(found(QStringLiteral("before:2100-01-01")), std::size_t(2));
    QCOMPARE(found({}), std::size_t(2));
}

void TestSidebar::daysBeginAtMidnightWhereAPersonIs()
{
    // The clocks went forward in the night of the 29th: that day had 23 hours.
    const QTimeZone zone(QByteArrayLiteral("Europe/Berlin"));
    const QDateTime now(QDate(2026, 3, 30), QTime(12, 0), zone);
    const ListDays days = listDays(now);
    const auto group = [&](const QDate &date, const QTime &time) {
        Conversation conversation;
        conversation.updatedAt = WallTime(std::chrono::milliseconds(QDateTime(date, time, zone).toMSecsSinceEpoch()));
        return sectionOf(conversation, days).group;
    };
    QCOMPARE(group({2026, 3, 30}, {0, 0}), ConversationGroup::Today);
    QCOMPARE(group({2026, 3, 31}, {9, 0}), ConversationGroup::Today); // a clock that was wrong
    QCOMPARE(group({2026, 3, 29}, {23, 59}), ConversationGroup::Yesterday);
    QCOMPARE(group({2026, 3, 29}, {0, 0}), ConversationGroup::Yesterday);
    QCOMPARE(group({2026, 3, 28}, {23, 59}), ConversationGroup::LastWeek);
    QCOMPARE(group({2026, 3, 23}, {0, 0}), ConversationGroup::LastWeek);
    QCOMPARE(group({2026, 3, 22}, {23, 59}), ConversationGroup::Older);
}

/// Of the menu that is open, or of one below it.
QAction *TestSidebar::filterAction(const QString &words) const
{
    for (QMenu *menu : m_sidebar->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == words)
                return action;
        }
    }
    return nullptr;
}

void TestSidebar::searchIn(std::vector<SearchWish> &wishes, const SearchAnswer &answer)
{
    m_sidebar->setFindMessages([&wishes, answer](const SearchWish &wish, const std::function<void(const Result<SearchAnswer> &)> &done) {
        wishes.push_back(wish);
        done(answer);
    });
}

void TestSidebar::filtersAreChosenAndTakenBack()
{
    std::vector<SearchWish> wishes;
    searchIn(wishes);
    m_sidebar->setChoices([] { return SearchChoices {{QStringLiteral("opus"), QStringLiteral("haiku")}, {QStringLiteral("Big & Co")}, {}}; });
    Conversation filed = *m_fake->library.conversation(add("a", "Inside", 1h));
    filed.folder = QStringLiteral("Two words");
    m_fake->library.updateConversation(filed);
    SearchField &field = m_sidebar->searchField();
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("tide"));
    const auto choose = [&](const QString &words) {
        QTest::keyClick(&field, Qt::Key_Down, Qt::AltModifier);
        QAction *action = filterAction(words);
        QVERIFY2(action != nullptr, qPrintable(words));
        action->trigger();
        for (QMenu *menu : m_sidebar->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
            delete menu;
    };
    choose(QStringLiteral("From me"));
    QCOMPARE(field.text(), QStringLiteral("from:me tide"));
    QVERIFY(field.filterButton().isChecked());
    QTRY_VERIFY(!wishes.empty() && wishes.back().query.role == Role::User);
    choose(QStringLiteral("haiku"));
    choose(QStringLiteral("Two words"));
    choose(QStringLiteral("Big && Co"));
    QCOMPARE(field.text(), QStringLiteral("from:me model:haiku folder:\"Two words\" provider:\"Big & Co\" tide"));
    choose(QStringLiteral("From the model"));
    QVERIFY(field.text().startsWith(QStringLiteral("from:model model:haiku")));
    QTest::keyClick(&field, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(filterAction(QStringLiteral("haiku"))->isChecked());
    QVERIFY(!filterAction(QStringLiteral("opus"))->isChecked());
    QVERIFY(filterAction(QStringLiteral("From the model"))->isChecked());
    filterAction(QStringLiteral("haiku"))->trigger(); // once more: taken back
    QCOMPARE(field.text(), QStringLiteral("from:model folder:\"Two words\" provider:\"Big & Co\" tide"));
    filterAction(QStringLiteral("Remove all filters"))->trigger();
    QCOMPARE(field.text(), QStringLiteral("tide"));
    QVERIFY(!field.filterButton().isChecked());
    QVERIFY(!field.filterButton().accessibleName().isEmpty());
}

void TestSidebar::aDayIsAskedFor()
{
    std::vector<SearchWish> wishes;
    searchIn(wishes);
    SearchField &field = m_sidebar->searchField();
    const auto open = [&](const QString &words) -> DayDialog * {
        Q_EMIT field.filterWanted();
        QAction *action = filterAction(words);
        if (action == nullptr)
            return nullptr;
        action->trigger();
        for (QMenu *menu : m_sidebar->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
            delete menu;
        return m_sidebar->findChild<DayDialog *>();
    };
    DayDialog *dialog = open(QStringLiteral("After…"));
    QVERIFY(dialog != nullptr);
    dialog->findChild<QDateEdit *>()->setDate({2026, 1, 31});
    QVERIFY(dialog->findChild<QAbstractButton *>(QStringLiteral("remove")) == nullptr);
    dialog->findChild<QAbstractButton *>(QStringLiteral("set"))->click();
    QCOMPARE(field.text(), QStringLiteral("after:2026-01-31 "));
    QTRY_VERIFY(!wishes.empty() && wishes.back().query.from == QDate(2026, 1, 31));
    QTRY_VERIFY(m_sidebar->findChild<DayDialog *>() == nullptr);
    dialog = open(QStringLiteral("After 2026-01-31"));
    QVERIFY(dialog != nullptr);
    dialog->findChild<QAbstractButton *>(QStringLiteral("remove"))->click();
    QCOMPARE(field.text(), QString());
}

void TestSidebar::bestFirstStaysUntilItIsChanged()
{
    std::vector<SearchWish> wishes;
    searchIn(wishes);
    SearchField &field = m_sidebar->searchField();
    field.setText(QStringLiteral("tide"));
    QTRY_COMPARE(wishes.size(), std::size_t(1));
    QCOMPARE(wishes.back().order, SearchOrder::NewestFirst);
    Q_EMIT field.filterWanted();
    QVERIFY(filterAction(QStringLiteral("Newest first"))->isChecked());
    filterAction(QStringLiteral("Best first"))->trigger();
    QCOMPARE(wishes.size(), std::size_t(2)); // at once
    QCOMPARE(wishes.back().order, SearchOrder::BestFirst);
    field.clear();
    field.setText(QStringLiteral("moon"));
    QTRY_COMPARE(wishes.size(), std::size_t(3));
    QCOMPARE(wishes.back().order, SearchOrder::BestFirst);
}

void TestSidebar::whatWasNotSearchedIsSaidBelow()
{
    SearchAnswer answer;
    answer.hits.resize(1);
    answer.more = answer.behind = true;
    std::vector<SearchWish> wishes;
    searchIn(wishes, answer);
    SearchField &field = m_sidebar->searchField();
    field.setText(QStringLiteral("tide"));
    const HitModel &hits = m_sidebar->hits().hits();
    const QAbstractItemModelTester tester(&m_sidebar->hits().hits(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(hits.rowCount(), 3);
    QCOMPARE(hits.index(1, 0).data().toString(), QStringLiteral("There are older ones: type more words, or before: and a day."));
    QCOMPARE(hits.index(2, 0).data().toString(), QStringLiteral("The last messages are still being indexed."));
    QVERIFY(!hits.flags(hits.index(1, 0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(hits.hit(hits.index(1, 0)) == nullptr);
    m_sidebar->hits().setFocus();
    QTest::keyClick(&m_sidebar->hits(), Qt::Key_End);
    QCOMPARE(m_sidebar->hits().currentIndex().row(), 0); // the last that was found
    // What is indexed meanwhile is looked for again, and nothing moves while it is the same.
    QSignalSpy moved(&hits, &QAbstractItemModel::modelReset);
    QTRY_COMPARE_WITH_TIMEOUT(wishes.size(), std::size_t(2), 10'000);
    QCOMPARE(moved.size(), 0);
    answer.more = answer.behind = false;
    searchIn(wishes, answer);
    field.setText(QStringLiteral("moon"));
    QTRY_COMPARE(hits.rowCount(), 1);
    answer.hits.clear();
    answer.behind = true;
    searchIn(wishes, answer);
    field.setText(QStringLiteral("bouy"));
    const auto *nothing = m_sidebar->findChild<EmptyState *>();
    QTRY_VERIFY(nothing->isVisible());
    QVERIFY(nothing->sentence().contains(QStringLiteral("still being indexed")));
    QVERIFY(!nothing->action().isVisible());
}

void TestSidebar::aSearchThatFailedIsSaidAndDoneAgain()
{
    int asked = 0;
    m_sidebar->setFindMessages([&asked](const SearchWish &, const std::function<void(const Result<SearchAnswer> &)> &done) {
        Fault fault;
        fault.kind = FaultKind::Store;
        if (++asked == 1)
            done(tl::unexpected(fault));
        else
            done(SearchAnswer {});
    });
    m_sidebar->searchField().setText(QStringLiteral("bouy"));
    const auto *nothing = m_sidebar->findChild<EmptyState *>();
    QTRY_COMPARE(nothing->title(), QStringLiteral("The messages could not be searched."));
    QVERIFY(nothing->isVisible());
    QCOMPARE(nothing->sentence(), QStringLiteral("No title has “bouy”."));
    QVERIFY(nothing->action().isVisible());
    nothing->action().click();
    QCOMPARE(asked, 2);
    QCOMPARE(nothing->title(), QStringLiteral("Nothing found for “bouy”"));
    QVERIFY(!nothing->action().isVisible());
}

void TestSidebar::aSearchWithFiltersOffersToGoWithoutThem()
{
    std::vector<SearchWish> wishes;
    searchIn(wishes);
    m_sidebar->searchField().setText(QStringLiteral("from:me bouy"));
    const auto *nothing = m_sidebar->findChild<EmptyState *>();
    QTRY_VERIFY(nothing->isVisible() && nothing->action().isVisible());
    nothing->action().click();
    QCOMPARE(m_sidebar->searchField().text(), QStringLiteral("bouy"));
}

void TestSidebar::aFewTitlesLeaveTheRoomToMessages()
{
    add("a", "Tides", 0h);
    SearchAnswer answer;
    answer.hits.resize(30);
    std::vector<SearchWish> wishes;
    searchIn(wishes, answer);
    m_sidebar->searchField().setText(QStringLiteral("tide"));
    QTRY_VERIFY(m_sidebar->hits().isVisible());
    QTRY_VERIFY(m_sidebar->view().height() < 90);
    QVERIFY(m_sidebar->hits().height() > 300);
    searchIn(wishes);
    m_sidebar->searchField().setText(QStringLiteral("tides"));
    QTRY_VERIFY(!m_sidebar->hits().isVisible());
    QVERIFY(m_sidebar->view().isVisible());
    const auto labels = m_sidebar->findChildren<QLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text() == QStringLiteral("No messages found"); });
    QVERIFY(said != labels.end());
    QTRY_VERIFY((*said)->mapTo(m_sidebar.get(), QPoint()).y() < 250); // below the titles, not at the end of the window
    m_sidebar->searchField().clear();
    QTRY_VERIFY(m_sidebar->view().height() > 400);
}

void TestSidebar::whatIsFoundIsSeenFromItsTop()
{
    for (int i = 0; i < 120; ++i)
        add(qPrintable(QString::number(i)), i % 2 == 0 ? "Tide" : "Moon", std::chrono::minutes(i));
    QTRY_COMPARE(list().order().size(), std::size_t(120));
    m_sidebar->view().scrollToBottom();
    m_sidebar->searchField().setText(QStringLiteral("t"));
    m_sidebar->searchField().setText(QStringLiteral("tide"));
    QCOMPARE(list().order().size(), std::size_t(60));
    (void)m_sidebar->grab();
    QCOMPARE(m_sidebar->view().verticalScrollBar()->value(), 0);
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
