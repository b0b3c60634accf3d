// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/readingorder.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId here {QStringLiteral("here")};

/// As the main window is one.
class ReadWindow final : public QWidget
{
protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
};

} // namespace

/// The transcript as a screen reader finds it.
class TranscriptAccessibleTest : public QObject
{
    Q_OBJECT

private:
    struct Stage
    {
        Library library;
        TranscriptView view;

        explicit Stage(int turns = 0)
        {
            Conversation conversation;
            conversation.id = here;
            library.addConversation(conversation);
            view.setLibrary(&library);
            view.resize(700, 400);
            view.showConversation(here);
            view.show();
            for (int i = 0; i < turns; ++i) {
                add(QStringLiteral("q%1").arg(i), Role::User, QStringLiteral("Question **%1**?").arg(i), MessageState::Sent);
                add(QStringLiteral("a%1").arg(i), Role::Assistant, QStringLiteral("First.\n\nSecond $x^2$ of %1.").arg(i), MessageState::Complete);
            }
        }
        void add(const QString &id, Role role, const QString &text, MessageState state)
        {
            Message made;
            made.id = MessageId(id);
            made.turn = TurnId(QLatin1Char('t') + id.mid(1));
            made.conversation = here;
            made.role = role;
            made.text = text;
            made.state = state;
            made.at = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h;
            if (role == Role::User)
                made.after = library.leaf(here);
            else
                made.model = QStringLiteral("claude-haiku-4-5");
            library.appendMessage(made);
        }
        [[nodiscard]] QAccessibleInterface *list() { return QAccessible::queryAccessibleInterface(&view); }
    };

private Q_SLOTS:
    void messagesAreItemsOfAList()
    {
        Stage stage(30);
        QAccessibleInterface *list = stage.list();
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Conversation"));
        QCOMPARE(list->childCount(), 60);
        for (int i = 0; i < 60; ++i) {
            QAccessibleInterface *item = list->child(i);
            QVERIFY(item && item->isValid());
            QCOMPARE(list->child(i), item); // the same one each time
            QCOMPARE(item->role(), QAccessible::ListItem);
            QCOMPARE(list->indexOfChild(item), i);
            QCOMPARE(item->parent(), list);
            QVERIFY(item->text(QAccessible::Name).startsWith(i % 2 ? QStringLiteral("claude-haiku-4-5, ") : QStringLiteral("You, ")));
            QVERIFY(item->rect().isValid());
        }
        QVERIFY(list->child(60) == nullptr);
        QTRY_VERIFY(list->child(0)->state().offscreen); // what comes is laid out at the next frame
        QVERIFY(!list->child(59)->state().offscreen);
        const QPoint inside = list->child(59)->rect().topLeft() + QPoint(20, 10);
        QCOMPARE(list->childAt(inside.x(), inside.y()), list->child(59));
    }

    void anItemIsReadByParagraphs()
    {
        Stage stage(3);
        for (const int place : {1, 5}) { // out of sight too
            QAccessibleTextInterface *text = stage.list()->child(place)->textInterface();
            QVERIFY(text);
            const QString whole = text->text(0, text->characterCount());
            QCOMPARE(whole, QStringLiteral("First.\n\nSecond $x^2$ of %1.").arg(place / 2));
            int from = 0;
            int to = 0;
            QCOMPARE(text->textAtOffset(2, QAccessible::ParagraphBoundary, &from, &to).trimmed(), QStringLiteral("First."));
            QCOMPARE(text->textAtOffset(static_cast<int>(whole.indexOf(QLatin1String("Second"))) + 1, QAccessible::WordBoundary, &from, &to), QStringLiteral("Second"));
            QCOMPARE(text->textAtOffset(0, QAccessible::CharBoundary, &from, &to), QStringLiteral("F"));
        }
        QCOMPARE(stage.list()->child(0)->textInterface()->text(0, 100), QStringLiteral("Question 0?")); // without its marks
    }

    void theButtonsOfAMessageAreInIt()
    {
        Stage stage(1);
        QAccessibleInterface *answer = stage.list()->child(1);
        QTRY_VERIFY(answer->childCount() > 0);
        QStringList names;
        for (int i = 0; i < answer->childCount(); ++i) {
            QAccessibleInterface *footer = answer->child(i);
            QCOMPARE(answer->indexOfChild(footer), i);
            for (int each = 0; each < footer->childCount(); ++each)
                names += footer->child(each)->text(QAccessible::Name);
        }
        names.removeAll(QString());
        QVERIFY2(names.size() >= 2, qPrintable(names.join(QLatin1Char('|')))); // copy, ask again
    }

    void tabGoesThroughTheButtonsFromTopToBottomAndLeaves()
    {
        Stage stage(8);
        ReadWindow window;
        QLineEdit before(&window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&before);
        layout->addWidget(&stage.view);
        QLineEdit after(&window);
        layout->addWidget(&after);
        layout->addWidget(&after);
        window.resize(700, 500);
        window.show();
        stage.view.flush();
        stage.view.verticalScrollBar()->setValue(0); // the buttons above are made after those below
        const auto tab = [&window](Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(window.focusWidget(), modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
            return window.focusWidget();
        };
        before.setFocus();
        QCOMPARE(tab(), &stage.view);
        std::vector<QWidget *> met;
        std::pair<int, int> last {-1000, 0};
        for (QWidget *now = tab(); now != &after; now = tab()) {
            QVERIFY(now && stage.view.isAncestorOf(now));
            const QPoint at = now->mapTo(stage.view.viewport(), QPoint());
            QVERIFY(std::pair(at.y(), at.x()) > last);
            last = {at.y(), at.x()};
            met.push_back(now);
            QVERIFY(met.size() < 100);
        }
        QVERIFY(met.size() >= 4); // copy and ask again, of two answers at least
        QVERIFY(stage.view.isAncestorOf(tab(Qt::ShiftModifier))); // back into them
        met.front()->setFocus();
        QCOMPARE(tab(Qt::ShiftModifier), &stage.view);
        QCOMPARE(tab(Qt::ShiftModifier), &before);
        // Round the window, no part of it is passed by.
        after.setFocus();
        QCOMPARE(tab(), &before);
        stage.view.setParent(nullptr);
    }

    void whatGoesIsNoLongerValid()
    {
        Stage stage(2);
        QAccessibleInterface *item = stage.list()->child(3);
        QVERIFY(item->isValid());
        stage.library.removeMessage(here, MessageId(QStringLiteral("a1")));
        QVERIFY(!item->isValid());
        QCOMPARE(item->text(QAccessible::Name), QString());
        QCOMPARE(item->textInterface()->characterCount(), 0);
        QCOMPARE(item->childCount(), 0);
        QCOMPARE(stage.list()->childCount(), 3);
    }

    void anAnswerThatGrowsIsBusy()
    {
        Stage stage;
        stage.add(QStringLiteral("q0"), Role::User, QStringLiteral("Why?"), MessageState::Sent);
        stage.add(QStringLiteral("a0"), Role::Assistant, QStringLiteral("The moon"), MessageState::Streaming);
        QAccessibleInterface *answer = stage.list()->child(1);
        QVERIFY(answer->state().busy);
        stage.library.appendText(here, MessageId(QStringLiteral("a0")), QStringLiteral(" pulls."));
        QCOMPARE(answer->textInterface()->text(0, 100), QStringLiteral("The moon pulls."));
        Message done = *stage.library.message(here, MessageId(QStringLiteral("a0")));
        done.state = MessageState::Complete;
        stage.library.updateMessage(done);
        QVERIFY(!answer->state().busy);
    }

    void anAnswerIsSpokenByParagraphsAndItsEndOnce()
    {
        AnswerSpeaker speaker;
        Message answer;
        answer.id = MessageId(QStringLiteral("a"));
        answer.role = Role::Assistant;
        answer.state = MessageState::Streaming;
        answer.model = QStringLiteral("claude-haiku-4-5");
        QStringList spoken;
        for (const char *piece : {"The moon", " pulls.", "\n", "\nThe sun ", "too.\n\n", "So"}) {
            answer.text += QLatin1String(piece);
            if (const auto speech = speaker.next(answer); !speech.text.isEmpty())
                spoken += speech.text;
        }
        QCOMPARE(spoken, QStringList({QStringLiteral("The moon pulls."), QStringLiteral("\n\nThe sun too.")}));
        answer.state = MessageState::Complete;
        answer.attempts = 3;
        QCOMPARE(speaker.next(answer), (AnswerSpeaker::Speech {29, QStringLiteral("\n\nSo"), QStringLiteral("Answer complete, 7 words, by claude-haiku-4-5 after 3 attempts.")}));
        QCOMPARE(speaker.next(answer), AnswerSpeaker::Speech {});

        answer.state = MessageState::Streaming;
        answer.text = QStringLiteral("One");
        (void)speaker.next(answer);
        answer.state = MessageState::BrokenOff;
        QCOMPARE(speaker.next(answer).end, QStringLiteral("The answer ended early, after 1 word."));
        answer.role = Role::User;
        answer.state = MessageState::Streaming;
        QCOMPARE(speaker.next(answer), AnswerSpeaker::Speech {});
    }
};

QTEST_MAIN(TranscriptAccessibleTest)
#include "tst_transcriptaccessible.moc"
