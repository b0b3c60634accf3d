// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/engine.h"
#include "ui/composer/composer.h"
#include "ui/library/sidebar.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QTemporaryDir>
#include <QWindow>

using namespace breakwater;

/// Several windows of one program.
class TestWindows : public QObject
{
    Q_OBJECT

private:
    /// A program on a folder, ready when its history is open.
    struct Program
    {
        explicit Program(const QString &folder, WindowWish wish = WindowWish::Raise)
            : engine(folder)
        {
            engine.settings().welcomed = true;
            (void)engine.setWeather(QStringLiteral("clear"), 30);
            desktop.emplace(engine, [] { return false; });
            desktop->start(wish);
        }
        /// Another window, which is in front then.
        MainWindow &open()
        {
            Q_EMIT desktop->window().newWindowWanted();
            return desktop->window();
        }
        ConversationId ask(const QString &text)
        {
            const auto turn = engine.outbox().submit({{}, text, {}});
            return engine.outbox().turn(*turn)->conversation;
        }
        bool isAnswered(const ConversationId &conversation)
        {
            const TurnState *turn = engine.outbox().turn(engine.library().leaf(conversation));
            return turn != nullptr && turn->phase == TurnPhase::Answered;
        }

        Engine engine;
        std::optional<Desktop> desktop;
    };

    static QString written(const MainWindow &window) { return window.pane().composer().writing().text; }
    static bool isUnread(const MainWindow &window, const ConversationId &id)
    {
        const QAbstractItemModel &list = window.sidebar().list();
        for (int row = 0; row < list.rowCount(); ++row) {
            const QModelIndex each = list.index(row, 0);
            if (each.data(ConversationList::IdRole).toString() == id.text())
                return each.data(ConversationList::UnreadRole).toBool();
        }
        return false;
    }
    static void write(const MainWindow &window, const QString &text) { window.pane().composer().edit().replaceText(text); }

    std::optional<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void anotherWindowHasAConversationOfItsOwn()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        const ConversationId two = program.ask(QStringLiteral("Second"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        MainWindow &second = program.open();
        QVERIFY(&second != &first && second.isVisible());
        QVERIFY(second.currentConversation().isEmpty());
        second.showConversation(two);
        QCOMPARE(first.currentConversation(), one);
        QCOMPARE(second.currentConversation(), two);
        QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one) && program.isAnswered(two), 20'000);
    }

    void aConversationThatIsOpenIsLedTo()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        write(first, QStringLiteral("half a thought"));
        MainWindow &second = program.open();
        second.showConversation(one);
        QVERIFY(second.currentConversation().isEmpty());
        QCOMPARE(first.currentConversation(), one);
        QCOMPARE(written(first), QStringLiteral("half a thought"));
        QTRY_COMPARE(&program.desktop->window(), &first); // it is in front
    }

    void whatIsWrittenStaysWithTheConversationInWhicheverWindow()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        MainWindow &second = program.open();
        write(first, QStringLiteral("half a thought"));
        first.showConversation({});
        second.showConversation(one);
        QCOMPARE(second.currentConversation(), one);
        QCOMPARE(written(second), QStringLiteral("half a thought"));
        write(second, QStringLiteral("a whole one"));
        QVERIFY(second.close());
        first.showConversation(one);
        QCOMPARE(written(first), QStringLiteral("a whole one"));
    }

    void whatHasNotBegunBelongsToItsWindowAndComesBackWithIt()
    {
        {
            Program program(m_folder->path());
            MainWindow &first = program.desktop->window();
            MainWindow &second = program.open();
            write(first, QStringLiteral("of the first"));
            write(second, QStringLiteral("of the second"));
            QCOMPARE(written(first), QStringLiteral("of the first"));
            QVERIFY(second.close());
            QCOMPARE(program.desktop->windowCount(), std::size_t(1));
            QCOMPARE(written(program.open()), QStringLiteral("of the second")); // a new one takes it up
            first.quit();
        }
        Program program(m_folder->path());
        QTRY_COMPARE(program.desktop->windowCount(), std::size_t(2));
        QStringList all;
        for (const QWidget *each : QApplication::topLevelWidgets()) {
            if (const auto *window = qobject_cast<const MainWindow *>(each))
                all.append(written(*window));
        }
        all.sort();
        QCOMPARE(all, (QStringList {QStringLiteral("of the first"), QStringLiteral("of the second")}));
    }

    void closingOneOfSeveralAsksNothingAndEndsNothing()
    {
        Program program(m_folder->path());
        (void)program.engine.setWeather(QStringLiteral("clear"), 0.1);
        program.ask(QStringLiteral("First"));
        QSignalSpy quit(&*program.desktop, &Desktop::quitWanted);
        int asked = 0;
        MainWindow &first = program.desktop->window();
        MainWindow &second = program.open();
        for (MainWindow *each : {&first, &second})
            each->setConfirm([&asked](const QString &) { return ++asked > 0; });
        QVERIFY(second.close());
        QCOMPARE(asked, 0);
        QVERIFY(quit.isEmpty() && first.isVisible());
        QCOMPARE(&program.desktop->window(), &first);
        QVERIFY(first.close()); // the last one ends the program, with what is under way
        QCOMPARE(asked, 1);
    }

    void quittingAsksOnceAndClosesAll()
    {
        Program program(m_folder->path());
        (void)program.engine.setWeather(QStringLiteral("clear"), 0.1);
        program.ask(QStringLiteral("First"));
        QSignalSpy quit(&*program.desktop, &Desktop::quitWanted);
        MainWindow &first = program.desktop->window();
        MainWindow &second = program.open();
        int asked = 0;
        bool agrees = false;
        for (MainWindow *each : {&first, &second})
            each->setConfirm([&](const QString &) {
                ++asked;
                return agrees;
            });
        second.quit();
        QVERIFY(quit.isEmpty() && first.isVisible() && second.isVisible()); // they stay
        agrees = true;
        second.quit();
        QCOMPARE(asked, 2);
        QCOMPARE(quit.count(), 1);
        QVERIFY(!second.isVisible());
        QCOMPARE(program.desktop->windowCount(), std::size_t(1)); // the other one is gone, and not only hidden
    }

    void whatIsDeletedInOneWindowIsLeftInTheOther()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        MainWindow &second = program.open();
        Q_EMIT second.sidebar().deleteWanted(one);
        QVERIFY(first.currentConversation().isEmpty());
    }

    void anAnswerIsUnreadNowhereWhereOneWindowShowsIt()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        MainWindow &second = program.open();
        QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one), 20'000);
        QCoreApplication::processEvents(); // the lists are made anew
        QVERIFY(!isUnread(second, one));
        first.showConversation({});
        const auto turn = program.engine.outbox().submit({one, QStringLiteral("And then?"), {}});
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
        QTRY_VERIFY(isUnread(first, one) && isUnread(second, one));
        second.showConversation(one);
        QTRY_VERIFY(!isUnread(first, one) && !isUnread(second, one));
    }

    void aSecondStartGetsWhatItWants()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        MainWindow &first = program.desktop->window();
        first.showConversation(one);
        program.desktop->fulfil(WindowWish::Raise);
        QCOMPARE(first.currentConversation(), one);
        program.desktop->fulfil(WindowWish::NewWindow);
        QCOMPARE(program.desktop->windowCount(), std::size_t(2));
        QCOMPARE(first.currentConversation(), one);
        first.bringToFront();
        QTRY_COMPARE(&program.desktop->window(), &first);
        program.desktop->fulfil(WindowWish::NewConversation);
        QVERIFY(first.currentConversation().isEmpty());
    }

    void aStartWithANewConversationDoesNotOpenTheLastOne()
    {
        ConversationId one;
        {
            Program program(m_folder->path());
            one = program.ask(QStringLiteral("First"));
            program.desktop->window().showConversation(one);
            QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one), 20'000);
        }
        Program program(m_folder->path(), WindowWish::NewConversation);
        QTRY_VERIFY(program.engine.library().conversation(one) != nullptr);
        QVERIFY(program.desktop->window().currentConversation().isEmpty());
    }

    void aClickOnANotificationGoesToItsTurn()
    {
        Program program(m_folder->path());
        const ConversationId one = program.ask(QStringLiteral("First"));
        QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one), 20'000);
        MainWindow &window = program.desktop->window();
        window.hide();
        window.windowHandle()->destroy(); // nobody looks
        QVERIFY(QGuiApplication::focusWindow() == nullptr);
        const TurnId told = *program.engine.outbox().submit({one, QStringLiteral("Second"), {}});
        QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one), 20'000);
        window.resize(900, 520);
        window.show();
        window.showConversation(one);
        for (int each = 0; each < 6; ++each) { // so that there is something to scroll past
            (void)program.engine.outbox().submit({one, QStringLiteral("Later\n").repeated(30), {}});
            QTRY_VERIFY_WITH_TIMEOUT(program.isAnswered(one), 20'000);
        }
        window.showConversation({});
        Q_EMIT program.desktop->notifications().chosen(one.text());
        QCOMPARE(window.currentConversation(), one);
        const MessageId question = program.engine.library().question(one, told)->id;
        const auto place = window.pane().transcript().placeOfMessage(question);
        QVERIFY(place);
        const QWidget *viewport = window.pane().transcript().viewport();
        QTRY_VERIFY(window.pane().transcript().messageRect(*place).intersects(QRect(viewport->mapToGlobal(QPoint()), viewport->size())));
    }
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
