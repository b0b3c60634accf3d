// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header.h"
#include "ui/shell/mainwindow.h"
#include "tests/support/fakes.h"
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/library/folderdialog.h"
#include "ui/library/sidebar.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/conversationtext.h"
#include "ui/shell/findbar.h"
#include "ui/shell/header.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/shellbody.h"
#include "ui/shell/statusstrip.h"
#include "ui/transcript/transcriptview.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;
using namespace std::chrono_literals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendingMakesAConversationAndEmptiesTheComposer();
    void theTextComesBackWhenTheDiskIsFull();
    void theWishesOfTheTranscriptReachTheTurn();
    void aDraftStaysWithItsConversation();
    void aRestoredDraftIsInTheComposer();
    void aQueuedTurnIsAnnouncedInThePlaceholder();
    void escapeStopsWhatIsUnderWay();
    void closingOnAnArrivingAnswerAsksOnce();
    void quittingAsksWhenATurnWaits();
    void whatRunsOnIsHiddenWithoutAQuestionAndCanStillBeQuit();
    void theQuestionOfItsOwnQuitsOrStays();
    void closingTellsTheDraft();
    void deletingCanBeUndone();
    void aDeletionBecomesFinalAfterTenSeconds();
    void renamingIsManualAndSaid();
    void anAnswerElsewhereIsUnread();
    void aNarrowWindowLaysTheSidebarOverThePage();
    void theOutboxCountIsShown();
    void editingAWaitingTurnPutsItsTextBack();
    void turningToAnotherEditLetsTheFirstTurnGo();
    void anEditThatGoesAsideKeepsItsTurnBack();
    void anEditLeftAfterLookingElsewhereLetsItsTurnGo();
    void anEditedQuestionIsAnotherVersion();
    void whatStoodInTheComposerComesBackAfterAnEdit();
    void upInAnEmptyComposerEditsTheLastQuestion();
    void upAndDownGoThroughOnesOwnQuestions();
    void aForkBeginsLikeItsOriginal();
    void foldersAndTheArchiveAreChosenInTheMenu();
    void theFoldsComeBackWithTheLayout();
    void findGoesFromPlaceToPlace();
    void onlyWhatIsShownIsCounted();
    void theCountFollowsWhatArrives();
    void theOrderOfTheSearchIsKept();
    void whatAModelThoughtIsFoundToo();
    void aMessageThatWasFoundIsShownOnceItIsRead();
    void layoutComesBack();
    void theLeastRoomOfAnyLimitIsShown();
    void whatWasSpentIsSaidInTheStripAndTheHeader();
    void copiesAConversationAsMarkdown();
    void theShortcutsReachTheWindowFromTheComposer();
    void theMenuNamesItsKeys();
    void instructionsStayWithTheirConversation();
    void aTurnThatWaitsForItsKeyDoesNotHoldTheWindow();

private:
    void write(const QString &text);
    TurnId send(const QString &text);
    void instruct(const QString &system);
    [[nodiscard]] bool isMarked() const { return !composer().findChild<QWidget *>(QStringLiteral("instructions"))->isHidden(); }
    [[nodiscard]] std::vector<TurnId> versionsOf(const TurnId &turn) const { return TurnTree(m_fake->library.messages(m_window->currentConversation())).versionsOf(turn); }
    [[nodiscard]] Composer &composer() const { return m_window->pane().composer(); }

    std::unique_ptr<FakeOutbox> m_fake;
    std::unique_ptr<HealthLog> m_health;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_fake = std::make_unique<FakeOutbox>();
    m_health = std::make_unique<HealthLog>(m_fake->time, m_fake->time);
    m_window = std::make_unique<MainWindow>(ShellServices {
        m_fake->library, m_fake->outbox, *m_health, m_fake->time, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; }, m_fake->ledger});
    m_window->setConfirm([](const QString &) { return true; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_health.reset();
    m_fake.reset();
}

void TestMainWindow::write(const QString &text)
{
    composer().edit().textCursor().insertText(text);
}

TurnId TestMainWindow::send(const QString &text)
{
    write(text);
    QTest::keyClick(&composer().edit(), Qt::Key_Return);
    m_fake->settle();
    return m_window->pane().lastTurn();
}

/// As a person does: Ctrl+Shift+I, writes, saves.
void TestMainWindow::instruct(const QString &system)
{
    m_window->pane().editInstructions();
    auto *dialog = m_window->pane().findChild<InstructionsDialog *>();
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("system"))->setPlainText(system);
    dialog->findChild<QAbstractButton *>(QStringLiteral("save"))->click();
    delete dialog;
}

void TestMainWindow::theMenuNamesItsKeys()
{
    Q_EMIT m_window->findChild<Header *>()->moreWanted();
    auto *menu = m_window->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            texts += action->text();
    }
    QCOMPARE(texts, QStringList({QStringLiteral("Instructions…\tCtrl+Shift+I"), QStringLiteral("New window\tCtrl+Shift+N"), QStringLiteral("Preferences\tCtrl+,"), QStringLiteral("Keyboard\tCtrl+/"), QStringLiteral("Quit\tCtrl+Q")}));
    menu->close();
}

void TestMainWindow::instructionsStayWithTheirConversation()
{
    QSignalSpy drafts(m_window.get(), &MainWindow::draftChanged);
    QSignalSpy written(m_window.get(), &MainWindow::conversationEdited);
    instruct(QStringLiteral("Answer in one sentence."));
    QVERIFY(isMarked());
    m_window->pane().drafts().flush();
    QCOMPARE(drafts.back().at(1).value<Writing>().instructions.system, QStringLiteral("Answer in one sentence.")); // survives a restart unsent
    send(QStringLiteral("Hello"));
    const ConversationId first = m_window->currentConversation();
    QCOMPARE(m_fake->library.conversation(first)->instructions.system, QStringLiteral("Answer in one sentence."));
    QVERIFY(m_fake->transport.requests.back().body.contains("\"system\":\"Answer in one sentence.\""));
    QVERIFY(isMarked());
    QCOMPARE(written.count(), 0); // it was written down with its first turn

    m_window->showConversation({});
    QVERIFY(!isMarked()); // the next one begins afresh
    m_window->showConversation(first);
    QVERIFY(isMarked());
    instruct(QString());
    QCOMPARE(written.count(), 1);
    QVERIFY(written.front().front().value<Conversation>().instructions.isEmpty());
    QVERIFY(!isMarked());
}

void TestMainWindow::aTurnThatWaitsForItsKeyDoesNotHoldTheWindow()
{
    m_fake->credentials.wait = KeyWait::Locked;
    const TurnId id = send(QStringLiteral("Hello"));
    QCOMPARE(m_fake->outbox.turn(id)->awaits, KeyWait::Locked);
    QSignalSpy unlock(m_window.get(), &MainWindow::unlockWanted);
    Q_EMIT m_window->pane().transcript().unlockWanted();
    QCOMPARE(unlock.count(), 1);
    int asked = 0;
    m_window->setConfirm([&asked](const QString &) { return ++asked > 0; });
    m_window->close();
    QCOMPARE(asked, 0); // nothing of it left: it goes by itself after the next start
}

void TestMainWindow::sendingMakesAConversationAndEmptiesTheComposer()
{
    QVERIFY(m_window->currentConversation().isEmpty());
    send(QStringLiteral("Which of the three harbours?"));
    QVERIFY(!m_window->currentConversation().isEmpty());
    QVERIFY(composer().isEmpty());
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Which of the three harbours?")));
    QCOMPARE(m_fake->transport.events.size(), std::size_t(1));
    composer().edit().undo();
    QCOMPARE(composer().text(), QStringLiteral("Which of the three harbours?"));
}

void TestMainWindow::theTextComesBackWhenTheDiskIsFull()
{
    Fault full;
    full.kind = FaultKind::DiskFull;
    m_fake->journal.failure = full;
    send(QStringLiteral("precious words"));
    QTRY_COMPARE(composer().text(), QStringLiteral("precious words"));
    QVERIFY(m_fake->transport.events.empty());
}

void TestMainWindow::aDraftStaysWithItsConversation()
{
    QSignalSpy told(m_window.get(), &MainWindow::draftChanged);
    send(QStringLiteral("Hello"));
    const ConversationId first = m_window->currentConversation();
    write(QStringLiteral("half a thought"));
    m_window->showConversation({});
    QVERIFY(composer().isEmpty());
    QCOMPARE(told.back().at(0).value<ConversationId>(), first);
    QCOMPARE(told.back().at(1).value<Writing>().text, QStringLiteral("half a thought"));
    m_window->showConversation(first);
    QCOMPARE(composer().text(), QStringLiteral("half a thought"));
}

void TestMainWindow::aRestoredDraftIsInTheComposer()
{
    QSignalSpy told(m_window.get(), &MainWindow::draftChanged);
    m_window->restoreDraft({}, {QStringLiteral("from before"), {}});
    QCOMPARE(composer().text(), QStringLiteral("from before"));
    m_fake->time.advance(1s);
    QCOMPARE(told.count(), 0);
}

void TestMainWindow::aQueuedTurnIsAnnouncedInThePlaceholder()
{
    QCOMPARE(composer().edit().placeholderText(), QStringLiteral("Write a message"));
    send(QStringLiteral("Hello"));
    QCOMPARE(composer().edit().placeholderText(), QStringLiteral("Write a message. It waits its turn."));
    send(QStringLiteral("And then?"));
    QCOMPARE(m_fake->transport.events.size(), std::size_t(1)); // the second one waits
}

void TestMainWindow::escapeStopsWhatIsUnderWay()
{
    const TurnId turn = send(QStringLiteral("Hello"));
    QVERIFY(m_window->pane().stop());
    QTRY_COMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Cancelled);
    QVERIFY(!m_window->pane().stop());
}

void TestMainWindow::closingOnAnArrivingAnswerAsksOnce()
{
    QStringList asked;
    bool answer = false;
    m_window->setConfirm([&](const QString &question) {
        asked << question;
        return answer;
    });
    QSignalSpy closing(m_window.get(), &MainWindow::closing);
    send(QStringLiteral("Hello"));
    QVERIFY(!m_window->close());
    QCOMPARE(asked, QStringList {QStringLiteral("1 answer is arriving. It stops and is kept.")});
    QCOMPARE(closing.count(), 0);
    answer = true;
    QVERIFY(m_window->close());
    QCOMPARE(closing.count(), 1);
}

void TestMainWindow::quittingAsksWhenATurnWaits()
{
    QStringList asked;
    m_window->setConfirm([&](const QString &question) {
        asked << question;
        return true;
    });
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    m_fake->outbox.keep(send(QStringLiteral("Hello")));
    m_fake->settle();
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(asked, QStringList {QStringLiteral("1 turn waits in the outbox. It goes after the next start.")});
    QCOMPARE(quit.count(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::whatRunsOnIsHiddenWithoutAQuestionAndCanStillBeQuit()
{
    int asked = 0;
    bool agrees = false;
    m_window->setConfirm([&](const QString &) {
        ++asked;
        return agrees;
    });
    QSignalSpy closing(m_window.get(), &MainWindow::closing);
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    m_window->setRunsOn(true);
    send(QStringLiteral("Hello")); // it goes on
    QVERIFY(m_window->close());
    QCOMPARE(asked, 0);
    QCOMPARE(closing.count(), 1);
    m_window->quit(); // from the tray: the question stands before its window
    QCOMPARE(asked, 1);
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->close()); // staying forgot the wish to quit: this hides again
    QCOMPARE(asked, 1);
    agrees = true;
    m_window->quit();
    QCOMPARE(quit.count(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::theQuestionOfItsOwnQuitsOrStays()
{
    m_window->setConfirm({});
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    send(QStringLiteral("Hello"));
    m_window->quit();
    m_window->quit(); // asks once
    QCOMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
    QTest::keyClick(m_window->findChild<QMessageBox *>(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<QMessageBox *>() == nullptr);
    QVERIFY(m_window->isVisible() && quit.isEmpty());
    m_window->quit();
    auto *now = m_window->findChild<QAbstractButton *>(QStringLiteral("quitNow"));
    QVERIFY(now != nullptr);
    QTest::mouseClick(now, Qt::LeftButton);
    QTRY_COMPARE(quit.count(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::closingTellsTheDraft()
{
    QSignalSpy told(m_window.get(), &MainWindow::draftChanged);
    write(QStringLiteral("unfinished"));
    QVERIFY(m_window->close());
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.front().at(1).value<Writing>().text, QStringLiteral("unfinished"));
}

void TestMainWindow::deletingCanBeUndone()
{
    QSignalSpy deleted(m_window.get(), &MainWindow::deleted);
    send(QStringLiteral("Keep me"));
    const ConversationId id = m_window->currentConversation();
    Q_EMIT m_window->sidebar().deleteWanted(id);
    QVERIFY(m_fake->library.conversation(id) == nullptr);
    QVERIFY(m_window->currentConversation().isEmpty());
    m_window->pane().notice().clickAction();
    QVERIFY(m_fake->library.conversation(id) != nullptr);
    QCOMPARE(m_fake->library.messages(id).size(), std::size_t(1));
    QCOMPARE(m_window->currentConversation(), id);
    m_fake->time.advance(60s);
    QCOMPARE(deleted.count(), 0);
}

void TestMainWindow::aDeletionBecomesFinalAfterTenSeconds()
{
    QSignalSpy deleted(m_window.get(), &MainWindow::deleted);
    const TurnId turn = send(QStringLiteral("Away"));
    const ConversationId id = m_window->currentConversation();
    Q_EMIT m_window->sidebar().deleteWanted(id);
    QTRY_COMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Cancelled);
    QCOMPARE(deleted.count(), 0);
    m_fake->time.advance(11s);
    QCOMPARE(deleted.count(), 1);
    QVERIFY(m_window->pane().notice().title().isEmpty());
}

void TestMainWindow::renamingIsManualAndSaid()
{
    QSignalSpy renamed(m_window.get(), &MainWindow::conversationEdited);
    send(QStringLiteral("Hello"));
    Q_EMIT m_window->sidebar().renameWanted(m_window->currentConversation(), QStringLiteral("Mooring budget"));
    QCOMPARE(renamed.count(), 1);
    QVERIFY(m_fake->library.conversation(m_window->currentConversation())->titleIsManual);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Mooring budget – Breakwater"));
}

void TestMainWindow::anAnswerElsewhereIsUnread()
{
    const TurnId turn = send(QStringLiteral("Hello"));
    const ConversationId id = m_window->currentConversation();
    m_window->showConversation({});
    m_fake->refuse(400, QByteArrayLiteral("invalid_request_error"));
    QTRY_COMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Failed);
    m_fake->settle(); // it counts as settled once it is written down
    ConversationList &list = m_window->sidebar().list();
    QTRY_VERIFY(list.indexOf(id).data(ConversationList::UnreadRole).toBool());
    m_window->showConversation(id);
    QTRY_VERIFY(!list.indexOf(id).data(ConversationList::UnreadRole).toBool());
}

void TestMainWindow::aNarrowWindowLaysTheSidebarOverThePage()
{
    m_window->resize(1280, 700);
    QTRY_VERIFY(m_window->body().sidebarVisible());
    m_window->resize(760, 600);
    QTRY_VERIFY(!m_window->body().sidebarVisible());
    m_window->body().toggleSidebar();
    QVERIFY(m_window->sidebar().isVisible());
    QVERIFY(m_window->body().closeOverlay());
    QVERIFY(!m_window->sidebar().isVisible());
    m_window->resize(1280, 700);
    QTRY_VERIFY(m_window->sidebar().isVisible());
}

void TestMainWindow::theOutboxCountIsShown()
{
    QCOMPARE(m_window->status().outboxText(), QStringLiteral("Outbox empty"));
    const TurnId turn = send(QStringLiteral("Hello"));
    m_fake->outbox.keep(turn);
    QCOMPARE(m_window->status().outboxText(), QStringLiteral("1 in outbox"));
}

void TestMainWindow::theWishesOfTheTranscriptReachTheTurn()
{
    const TurnId turn = send(QStringLiteral("Hello"));
    TranscriptView &transcript = m_window->pane().transcript();
    Q_EMIT transcript.keepWanted(turn);
    QCOMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Kept);
    Q_EMIT transcript.sendAgainWanted(turn);
    QCOMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Sending);
    Q_EMIT transcript.useNextWanted(turn);
    QCOMPARE(m_fake->outbox.turn(turn)->step, std::size_t(1));
    Q_EMIT transcript.cancelWanted(turn);
    QCOMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Cancelled);
}

void TestMainWindow::editingAWaitingTurnPutsItsTextBack()
{
    const TurnId turn = send(QStringLiteral("Hello"));
    m_fake->outbox.keep(turn);
    write(QStringLiteral("draft"));
    m_window->pane().editTurn(turn);
    QCOMPARE(composer().text(), QStringLiteral("Hello"));
    QTRY_COMPARE(m_fake->outbox.turn(turn)->phase, TurnPhase::Cancelled); // it is not sent meanwhile
    m_fake->settle();
    QVERIFY(m_window->pane().dropVersion());
    m_fake->settle();
    const TurnId again = m_window->pane().lastTurn();
    QVERIFY(again != turn);
    QCOMPARE(m_fake->library.question(m_window->currentConversation(), again)->text, QStringLiteral("Hello"));
    QCOMPARE(m_fake->outbox.turn(again)->phase, TurnPhase::Sending);
    QCOMPARE(composer().text(), QStringLiteral("draft"));
    m_window->pane().editTurn(turn); // it was cancelled: to leave it so sends nothing
    QVERIFY(m_window->pane().dropVersion());
    m_fake->settle();
    QCOMPARE(m_window->pane().lastTurn(), again);
}

void TestMainWindow::turningToAnotherEditLetsTheFirstTurnGo()
{
    const TurnId first = send(QStringLiteral("One"));
    m_fake->outbox.keep(first);
    m_fake->settle();
    const TurnId second = send(QStringLiteral("Two"));
    m_fake->outbox.keep(second);
    write(QStringLiteral("draft"));
    m_window->pane().editTurn(first);
    m_fake->settle();
    QCOMPARE(m_fake->outbox.turn(first)->phase, TurnPhase::Cancelled);
    m_window->pane().editTurn(second); // nothing was changed: the first edit is left
    m_fake->settle();
    QCOMPARE(composer().text(), QStringLiteral("Two"));
    QCOMPARE(versionsOf(first).size(), std::size_t(2));
    const TurnId again = versionsOf(first).back();
    QCOMPARE(m_fake->library.question(m_window->currentConversation(), again)->text, QStringLiteral("One"));
    QCOMPARE(m_fake->outbox.turn(again)->phase, TurnPhase::Sending);
    QCOMPARE(m_fake->outbox.turn(first)->phase, TurnPhase::Cancelled); // and stays so
    QVERIFY(m_window->pane().dropVersion());
    m_fake->settle();
    QCOMPARE(composer().text(), QStringLiteral("draft"));
    QCOMPARE(versionsOf(second).size(), std::size_t(2));
    QCOMPARE(versionsOf(first).size(), std::size_t(2)); // each once
}

void TestMainWindow::anEditThatGoesAsideKeepsItsTurnBack()
{
    const TurnId first = send(QStringLiteral("One"));
    m_fake->outbox.keep(first);
    m_fake->settle();
    const TurnId second = send(QStringLiteral("Two"));
    m_fake->outbox.keep(second);
    m_window->pane().editTurn(first);
    write(QStringLiteral(" and a half"));
    m_window->pane().editTurn(second);
    m_fake->settle();
    QCOMPARE(versionsOf(first).size(), std::size_t(1)); // it is still being written
    composer().edit().selectAll();
    send(QStringLiteral("Three"));
    QCOMPARE(composer().replaces(), first);
    QVERIFY(composer().text().contains(QStringLiteral(" and a half")));
    m_window->pane().editTurn(second); // sent as it was written: nothing of it waits
    m_fake->settle();
    QCOMPARE(composer().replaces(), second);
    m_window->pane().editTurn(first); // where it was left off
    QVERIFY(composer().text().contains(QStringLiteral(" and a half")));
    QVERIFY(m_window->pane().drafts().writing(asideOf(m_window->currentConversation())).isBlank());
    QVERIFY(m_window->pane().dropVersion());
    m_fake->settle();
    QCOMPARE(versionsOf(first).size(), std::size_t(2));
    QCOMPARE(versionsOf(second).size(), std::size_t(2));
    QVERIFY(composer().isEmpty());
}

void TestMainWindow::anEditLeftAfterLookingElsewhereLetsItsTurnGo()
{
    const TurnId turn = send(QStringLiteral("One"));
    const ConversationId id = m_window->currentConversation();
    m_fake->outbox.keep(turn);
    m_window->pane().editTurn(turn);
    m_fake->settle();
    m_window->showConversation({});
    const TurnId other = send(QStringLiteral("Elsewhere"));
    m_fake->outbox.keep(other);
    m_window->pane().editTurn(other);
    m_fake->settle();
    m_window->showConversation(id);
    QCOMPARE(composer().replaces(), turn);
    QVERIFY(m_window->pane().dropVersion());
    m_fake->settle();
    QCOMPARE(versionsOf(turn).size(), std::size_t(2));
    QCOMPARE(m_fake->outbox.turn(m_window->pane().lastTurn())->phase, TurnPhase::Sending);
}

void TestMainWindow::anEditedQuestionIsAnotherVersion()
{
    const TurnId first = send(QStringLiteral("Wich harbour?"));
    const ConversationId id = m_window->currentConversation();
    Q_EMIT m_window->pane().transcript().editWanted(first);
    QCOMPARE(composer().text(), QStringLiteral("Wich harbour?"));
    QCOMPARE(composer().replaces(), first);
    composer().edit().selectAll();
    const TurnId second = send(QStringLiteral("Which harbour?"));
    QVERIFY(composer().replaces().isEmpty());
    QVERIFY(composer().isEmpty());
    QCOMPARE(TurnTree(m_fake->library.messages(id)).versionsOf(first), (std::vector<TurnId> {first, second}));
    QCOMPARE(m_fake->library.leaf(id), second);
    QSignalSpy edited(m_window.get(), &MainWindow::conversationEdited);
    Q_EMIT m_window->pane().transcript().versionWanted(first);
    QCOMPARE(m_fake->library.leaf(id), first);
    QCOMPARE(edited.back().front().value<Conversation>().leaf, first); // and after the next start
}

void TestMainWindow::whatStoodInTheComposerComesBackAfterAnEdit()
{
    const TurnId first = send(QStringLiteral("Why?"));
    const ConversationId id = m_window->currentConversation();
    write(QStringLiteral("half a thought"));
    m_window->pane().drafts().flush();
    QSignalSpy drafts(m_window.get(), &MainWindow::draftChanged);
    m_window->pane().editTurn(first);
    QCOMPARE(composer().text(), QStringLiteral("Why?"));
    QCOMPARE(drafts.front().at(0).value<ConversationId>(), asideOf(id)); // on disk before anything else is
    QCOMPARE(drafts.front().at(1).value<Writing>().text, QStringLiteral("half a thought"));
    auto *drop = composer().findChild<QAbstractButton *>(QStringLiteral("dropVersion"));
    QVERIFY(drop != nullptr && drop->isVisible());
    QTest::mouseClick(drop, Qt::LeftButton);
    QCOMPARE(composer().text(), QStringLiteral("half a thought"));
    QVERIFY(composer().replaces().isEmpty());
    QVERIFY(m_window->pane().drafts().writing(asideOf(id)).isBlank());

    m_window->pane().editTurn(first);
    m_window->showConversation({}); // an edit is a draft like any other
    m_window->showConversation(id);
    QCOMPARE(composer().replaces(), first);
    composer().edit().selectAll();
    send(QStringLiteral("Why not?"));
    QCOMPARE(composer().text(), QStringLiteral("half a thought"));
}

void TestMainWindow::upInAnEmptyComposerEditsTheLastQuestion()
{
    const TurnId turn = send(QStringLiteral("Why?"));
    QTest::keyClick(&composer().edit(), Qt::Key_Up);
    QVERIFY(composer().isEmpty()); // it is being asked: nothing is cancelled by an arrow
    m_fake->outbox.cancel(turn);
    m_fake->settle();
    QTest::keyClick(&composer().edit(), Qt::Key_Up);
    QCOMPARE(composer().text(), QStringLiteral("Why?"));
    QCOMPARE(composer().replaces(), turn);
    QTest::keyClick(&composer().edit(), Qt::Key_Escape);
    QVERIFY(composer().isEmpty());
    QVERIFY(composer().replaces().isEmpty());
}

void TestMainWindow::upAndDownGoThroughOnesOwnQuestions()
{
    for (const char *text : {"One?", "Two?\nTwo lines.", "Three?"}) {
        m_fake->outbox.cancel(send(QString::fromLatin1(text)));
        m_fake->settle();
    }
    const auto press = [this](Qt::Key key) -> QString {
        QTest::keyClick(&composer().edit(), key);
        return composer().text();
    };
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("Three?"));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("Two?\nTwo lines."));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("Two?\nTwo lines.")); // to its first line
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("One?"));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("One?"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("Two?\nTwo lines."));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("Three?"));
    QCOMPARE(press(Qt::Key_Down), QString()); // where one began
    QVERIFY(composer().replaces().isEmpty());
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("Three?"));
    QTest::keyClicks(&composer().edit(), QStringLiteral("!"));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("Three?!")); // what is being written is not left by an arrow
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("Three?!"));
}

void TestMainWindow::aForkBeginsLikeItsOriginal()
{
    const TurnId first = send(QStringLiteral("One?"));
    m_fake->outbox.cancel(first);
    m_fake->settle();
    send(QStringLiteral("Two?"));
    const ConversationId original = m_window->currentConversation();
    QSignalSpy forked(m_window.get(), &MainWindow::conversationForked);
    Q_EMIT m_window->pane().transcript().forkWanted(first);
    QCOMPARE(forked.count(), 1);
    const ConversationId copy = m_window->currentConversation();
    QVERIFY(copy != original);
    QCOMPARE(m_fake->library.messages(copy).size(), std::size_t(1));
    QCOMPARE(m_fake->library.messages(copy).front().text, QStringLiteral("One?"));
    QVERIFY(m_fake->library.messages(copy).front().turn != first);
    QCOMPARE(m_fake->library.messages(original).size(), std::size_t(2));
    const TurnId next = send(QStringLiteral("And here?"));
    QCOMPARE(TurnTree(m_fake->library.messages(copy)).pathTo(next).size(), std::size_t(2));
}

void TestMainWindow::foldersAndTheArchiveAreChosenInTheMenu()
{
    send(QStringLiteral("Tides"));
    const ConversationId id = m_window->currentConversation();
    QSignalSpy edited(m_window.get(), &MainWindow::conversationEdited);
    const auto choose = [this](const QString &name) {
        Q_EMIT m_window->findChild<Header *>()->moreWanted();
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text() == name) {
                    action->trigger();
                    qDeleteAll(m_window->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
                    return true;
                }
            }
        }
        return false;
    };
    QVERIFY(choose(QStringLiteral("New folder…")));
    auto *dialog = m_window->findChild<FolderDialog *>();
    QVERIFY(dialog != nullptr);
    auto *create = dialog->findChild<QAbstractButton *>(QStringLiteral("create"));
    QVERIFY(!create->isEnabled());
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("  The harbour & the sea "));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(m_fake->library.conversation(id)->folder, QStringLiteral("The harbour & the sea"));
    QCOMPARE(edited.count(), 1);
    ConversationList &list = m_window->sidebar().list();
    QTRY_COMPARE(list.index(0).data().toString(), QStringLiteral("The harbour & the sea"));
    QVERIFY(choose(QStringLiteral("Archive")));
    QTRY_COMPARE(list.index(0).data().toString(), QStringLiteral("Archived"));
    QCOMPARE(list.rowCount(), 1); // folded at first
    m_fake->outbox.cancel(m_window->pane().lastTurn());
    m_fake->settle();
    send(QStringLiteral("Used again"));
    QVERIFY(!m_fake->library.conversation(id)->archived);
    QVERIFY(choose(QStringLiteral("None")));
    QVERIFY(m_fake->library.conversation(id)->folder.isEmpty());
}

void TestMainWindow::theFoldsComeBackWithTheLayout()
{
    m_window->sidebar().list().setToggled({QStringLiteral("archive")});
    const QByteArray layout = m_window->saveLayout();
    m_window->sidebar().list().setToggled({});
    m_window->restoreLayout(layout);
    QCOMPARE(m_window->sidebar().list().toggled(), QStringList {QStringLiteral("archive")});
}

void TestMainWindow::findGoesFromPlaceToPlace()
{
    send(QStringLiteral("The tide is high"));
    send(QStringLiteral("Nothing here"));
    send(QStringLiteral("High TIDE again, and the tide after it"));
    FindBar &find = m_window->pane().findBar();
    find.open();
    find.setText(QStringLiteral("tide"));
    QCOMPARE(find.countText(), QStringLiteral("3 of 3")); // the newest first: it is nearest to the reader
    QCOMPARE(m_window->pane().transcript().selectedText(), QStringLiteral("tide"));
    find.previous();
    QCOMPARE(find.countText(), QStringLiteral("2 of 3"));
    QCOMPARE(m_window->pane().transcript().selectedText(), QStringLiteral("TIDE"));
    find.next();
    find.next();
    QCOMPARE(find.countText(), QStringLiteral("1 of 3"));
    QCOMPARE(m_window->pane().transcript().place().first, m_fake->library.messages(m_window->currentConversation()).front().id);
    find.setText(QStringLiteral("ebb"));
    QCOMPARE(find.countText(), QStringLiteral("Nothing found"));
}

void TestMainWindow::onlyWhatIsShownIsCounted()
{
    send(QStringLiteral("The tide"));
    send(QStringLiteral("[a chart](https://example.org/tide) of the tide"));
    FindBar &find = m_window->pane().findBar();
    find.open();
    find.setText(QStringLiteral("tide"));
    QCOMPARE(find.countText(), QStringLiteral("2 of 2"));
    find.setText(QStringLiteral("example.org")); // written, and shown nowhere
    QCOMPARE(find.countText(), QStringLiteral("Nothing found"));
}

void TestMainWindow::theCountFollowsWhatArrives()
{
    send(QStringLiteral("The tide"));
    FindBar &find = m_window->pane().findBar();
    find.open();
    find.setText(QStringLiteral("tide"));
    QCOMPARE(find.countText(), QStringLiteral("1 of 1"));
    const ConversationId here = m_window->currentConversation();
    Message answer;
    answer.id = MessageId(QStringLiteral("answer"));
    answer.conversation = here;
    answer.turn = m_fake->library.messages(here).front().turn;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    m_fake->library.appendMessage(answer);
    m_fake->library.appendText(here, answer.id, QStringLiteral("The tide, and the t"));
    QTRY_COMPARE(find.countText(), QStringLiteral("1 of 2"));
    m_fake->library.appendText(here, answer.id, QStringLiteral("ide"));
    QTRY_COMPARE(find.countText(), QStringLiteral("1 of 3"));
    QVERIFY(find.hasFocusInside());
}

void TestMainWindow::theOrderOfTheSearchIsKept()
{
    m_window->sidebar().setOrder(SearchOrder::BestFirst);
    const QByteArray layout = m_window->saveLayout();
    m_window->sidebar().setOrder(SearchOrder::NewestFirst);
    m_window->restoreLayout(layout);
    QCOMPARE(m_window->sidebar().order(), SearchOrder::BestFirst);
}

void TestMainWindow::whatAModelThoughtIsFoundToo()
{
    Message answer;
    answer.id = MessageId(QStringLiteral("a"));
    answer.role = Role::Assistant;
    answer.text = QStringLiteral("The moon pulls. The Moon, always.");
    answer.thoughts = {{QStringLiteral("moon or sun?"), {}, {}}};
    const std::vector<FoundIn> wanted {{answer.id, true, 1}, {answer.id, false, 2}};
    QCOMPARE(foundIn({&answer}, QStringLiteral("moon")), wanted);
    QCOMPARE(foundIn({&answer}, QStringLiteral("m\u00f6on")), wanted); // as the search of all messages does
    QVERIFY(foundIn({&answer}, {}).empty());
}

void TestMainWindow::aMessageThatWasFoundIsShownOnceItIsRead()
{
    Conversation talk;
    talk.id = ConversationId(QStringLiteral("talk"));
    talk.title = QStringLiteral("Tides");
    m_fake->library.addConversation(talk);
    std::vector<Message> messages;
    const auto ask = [&messages, &talk](const QString &turn, const QString &after) {
        Message message;
        message.id = MessageId(QLatin1String("of-") + turn);
        message.conversation = talk.id;
        message.turn = TurnId(turn);
        message.after = TurnId(after);
        message.text = QStringLiteral("A line\n\n").repeated(60);
        messages.push_back(message);
    };
    ask(QStringLiteral("first"), {});
    ask(QStringLiteral("older"), QStringLiteral("first"));
    ask(QStringLiteral("newer"), QStringLiteral("first"));
    QSignalSpy opened(m_window.get(), &MainWindow::conversationOpened);
    SearchHit hit;
    hit.conversation = talk.id;
    hit.message = MessageId(QStringLiteral("of-older"));
    hit.turn = TurnId(QStringLiteral("older"));
    m_window->showHit(hit);
    QCOMPARE(opened.size(), 1);
    m_fake->library.setMessages(talk.id, messages);
    const auto isShown = [this, &talk](const QString &turn) {
        const auto shown = m_fake->library.branch(talk.id);
        return std::any_of(shown.begin(), shown.end(), [&turn](const Message *each) { return each->turn.text() == turn; });
    };
    QTRY_VERIFY(isShown(QStringLiteral("older"))); // on a branch that was not shown
    QVERIFY(!isShown(QStringLiteral("newer")));
    QTRY_COMPARE(m_window->pane().transcript().place().first, hit.message);
}

void TestMainWindow::layoutComesBack()
{
    m_window->resize(760, 560); // fits the smallest screen of a test machine
    m_window->body().setSidebarWanted(false);
    const QByteArray layout = m_window->saveLayout();
    m_window->resize(1280, 700);
    m_window->body().setSidebarWanted(true);
    m_window->restoreLayout(layout);
    QTRY_COMPARE(m_window->size(), QSize(760, 560));
    QVERIFY(!m_window->body().sidebarWanted());
    m_window->restoreLayout(QByteArrayLiteral("nonsense"));
    QVERIFY(!m_window->body().sidebarWanted());
}

void TestMainWindow::theLeastRoomOfAnyLimitIsShown()
{
    QVERIFY(m_window->status().roomText().isEmpty());
    const RoomLeft requests {RoomLeft::Dimension::Requests, 50, 38, std::nullopt};
    const RoomLeft tokens {RoomLeft::Dimension::InputTokens, 30000, 21400, std::nullopt};
    m_health->setRooms(ProviderId(QStringLiteral("anthropic")), {requests, tokens});
    m_fake->time.advance(2s);
    QTRY_COMPARE(m_window->status().roomText(), QStringLiteral("71% of your limit free"));
}

void TestMainWindow::whatWasSpentIsSaidInTheStripAndTheHeader()
{
    QVERIFY(m_window->status().spentText().isEmpty());
    const TurnId turn = send(QStringLiteral("Why?"));
    const ConversationId here = m_fake->outbox.turn(turn)->conversation;
    const auto spend = [this](const ConversationId &conversation, double dollars) {
        m_fake->ledger.add({m_fake->time.wall(), TurnId(QStringLiteral("t")), 1, conversation, ProviderId(QStringLiteral("anthropic")), QStringLiteral("opus"), {}, dollars});
    };
    spend(here, 0.25);
    spend(ConversationId(QStringLiteral("elsewhere")), 1.0);
    QCOMPARE(m_window->status().spentText(), QStringLiteral("$1.25 today"));
    QCOMPARE(m_window->header().note(), QStringLiteral("$0.25"));
    m_fake->ledger.setDailyLimit(5.0);
    QCOMPARE(m_window->status().spentText(), QStringLiteral("$1.25 of $5.00 today"));
    m_window->showConversation({});
    QVERIFY(m_window->header().note().isEmpty());
}

void TestMainWindow::copiesAConversationAsMarkdown()
{
    Conversation conversation;
    conversation.title = QStringLiteral("Tides");
    Message question;
    question.text = QStringLiteral("When?");
    Message answer;
    answer.role = Role::Assistant;
    answer.model = QStringLiteral("claude-sonnet-5-5");
    answer.text = QStringLiteral("At **six**.\n");
    QCOMPARE(conversationAsMarkdown(conversation, {&question, &answer}),
        QStringLiteral("# Tides\n\n## You\n\nWhen?\n\n## claude-sonnet-5-5\n\nAt **six**.\n"));
}

void TestMainWindow::theShortcutsReachTheWindowFromTheComposer()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    composer().edit().setFocus();
    QTest::keyClick(&composer().edit(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->pane().findBar().isVisible());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_window->pane().findBar().isVisible());
    QTest::keyClick(&composer().edit(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_window->sidebar().isVisible());
    QTest::keyClick(&composer().edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->sidebar().isVisible());
    QVERIFY(m_window->sidebar().isAncestorOf(m_window->focusWidget()));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
