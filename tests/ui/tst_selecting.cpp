// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/library.h"
#include "ui/style/theme.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollBar>

using namespace breakwater;

namespace {

const ConversationId here {QStringLiteral("here")};

/// Catches what would be opened in a browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser()
    {
        for (const char *scheme : {"https", "http", "file", "javascript"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "open");
    }
    ~Browser() override
    {
        for (const char *scheme : {"https", "http", "file", "javascript"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url.toString(); }
};

/// A view on a question and an answer.
struct Stage
{
    Library library;
    TranscriptView view;

    explicit Stage(const QString &answer, const QString &question = QStringLiteral("What of the tide?"))
    {
        Conversation conversation;
        conversation.id = here;
        library.addConversation(conversation);
        view.setLibrary(&library);
        view.resize(700, 420);
        view.showConversation(here);
        view.show();
        add(QStringLiteral("q"), Role::User, question, MessageState::Sent);
        add(QStringLiteral("a"), Role::Assistant, answer, MessageState::Complete);
        view.flush();
        view.setFocus();
        QCoreApplication::processEvents();
    }
    void add(const QString &id, Role role, const QString &text, MessageState state)
    {
        Message made;
        made.id = MessageId(id);
        made.turn = TurnId(QStringLiteral("t"));
        made.after = library.leaf(here);
        made.conversation = here;
        made.role = role;
        made.text = text;
        made.state = state;
        library.appendMessage(made);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::ShiftModifier, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&view, static_cast<Qt::Key>(key), modifiers);
    }
    /// A point on a word of the answer that stands inside a line: what is beside a line counts as its first or last word.
    [[nodiscard]] QPoint on(const QString &word)
    {
        for (int y = 4; y < view.viewport()->height(); y += 6) {
            for (int x = 4; x < view.viewport()->width(); x += 4) {
                QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {x, y});
                if (view.selectedText() == word)
                    return {x + 8, y + 8};
            }
        }
        qWarning() << word << "is not seen";
        return {};
    }
    void press(const QPoint &at, Qt::KeyboardModifiers modifiers = {}) { QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, at); }
    void move(const QPoint &to)
    {
        QMouseEvent event(QEvent::MouseMove, to, view.viewport()->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.viewport(), &event);
    }
    void release(const QPoint &at) { QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at); }
    void deselect()
    {
        press({2, 2});
        release({2, 2});
        press({2, 2});
        release({2, 2});
        QCOMPARE(view.selectedText(), QString());
    }
    /// Triggers what the menu at a point calls so.
    bool choose(const QPoint &at, const QString &name)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &event);
        auto *menu = view.findChild<QMenu *>();
        bool found = false;
        for (QAction *action : menu->actions()) {
            if (action->text() != name)
                continue;
            found = true;
            action->trigger();
            break;
        }
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return found;
    }
    [[nodiscard]] static QString copied() { return QGuiApplication::clipboard()->text(); }
};

} // namespace

class SelectingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shiftAndTheArrowsSelect()
    {
        Stage stage(QStringLiteral("First words here.\n\nSecond paragraph, which is longer."));
        const QPoint first = stage.on(QStringLiteral("First"));
        stage.deselect();
        stage.press(first);
        stage.release(first);
        stage.key(Qt::Key_Home);
        stage.key(Qt::Key_Right, Qt::ShiftModifier, 200); // beyond the end it stays
        QVERIFY(stage.view.selectedText().endsWith(QStringLiteral("irst words here.\n\nSecond paragraph, which is longer.")) || stage.view.selectedText().endsWith(QStringLiteral("longer.")));
        stage.key(Qt::Key_Home);
        stage.key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
        stage.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        stage.key(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(stage.view.selectedText().endsWith(QStringLiteral("longer")));
        stage.key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QVERIFY2(stage.view.selectedText().endsWith(QStringLiteral("which is ")), qPrintable(stage.view.selectedText()));
        stage.key(Qt::Key_Up);
        QVERIFY2(!stage.view.selectedText().contains(QStringLiteral("Second")), qPrintable(stage.view.selectedText()));
        stage.key(Qt::Key_Down);
        QVERIFY2(stage.view.selectedText().endsWith(QStringLiteral("which is ")), qPrintable(stage.view.selectedText())); // the column is kept
        stage.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(Stage::copied(), stage.view.selectedText());
    }

    void keysGoThroughEveryKindOfBlock()
    {
        Stage stage(QStringLiteral("# Head\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nfor x in y:\n    pass\n```\n\n> quoted `code` $x^2$\n\n---\n\nlast"));
        stage.view.selectAll();
        const QString all = stage.view.selectedText();
        // From the end of the conversation to its beginning and back, letter by letter and line by line.
        for (const int back : {Qt::Key_Left, Qt::Key_Up}) {
            stage.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
            stage.key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
            stage.deselect();
            stage.view.selectAll();
            stage.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
            QString before = stage.view.selectedText();
            int steps = 0;
            for (; steps < 400 && !before.isEmpty(); ++steps) {
                stage.key(back);
                const QString now = stage.view.selectedText();
                QVERIFY2(now.size() <= before.size(), qPrintable(now));
                before = now;
            }
            QVERIFY2(before.size() < 20, qPrintable(before)); // up stops in the first line
            const int forth = back == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Down;
            stage.key(forth, Qt::ShiftModifier, 400);
            stage.key(Qt::Key_End);
            QCOMPARE(stage.view.selectedText(), all);
        }
    }

    void whatIsSelectedByKeysIsBroughtIntoView()
    {
        Stage stage(QStringLiteral("A paragraph of some words.\n\n").repeated(60));
        stage.view.selectAll();
        stage.key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(stage.view.verticalScrollBar()->value(), 0);
        stage.key(Qt::Key_PageDown, Qt::ShiftModifier, 3);
        QVERIFY(stage.view.verticalScrollBar()->value() > 300);
        stage.key(Qt::Key_PageUp, Qt::ShiftModifier, 6);
        QVERIFY(stage.view.verticalScrollBar()->value() < 40);
    }

    void rightToLeftTheArrowsGoWhereTheyPoint()
    {
        Stage stage(QStringLiteral("שלום עולם"));
        stage.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        stage.view.selectAll();
        stage.key(Qt::Key_Right);
        QVERIFY2(stage.view.selectedText().endsWith(QStringLiteral("שלום עול")), qPrintable(stage.view.selectedText()));
        stage.key(Qt::Key_Left);
        QVERIFY2(stage.view.selectedText().endsWith(QStringLiteral("שלום עולם")), qPrintable(stage.view.selectedText()));
    }

    void twoClicksSelectByWords()
    {
        Stage stage(QStringLiteral("alpha beta gamma delta"));
        const QPoint beta = stage.on(QStringLiteral("beta"));
        const QPoint delta = stage.on(QStringLiteral("delta"));
        const QPoint alpha = stage.on(QStringLiteral("alpha"));
        stage.deselect();
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {}, beta);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("beta"));
        stage.deselect();
        QMouseEvent twice(QEvent::MouseButtonDblClick, beta, stage.view.viewport()->mapToGlobal(QPointF(beta)), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(stage.view.viewport(), &twice);
        stage.move(delta);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("beta gamma delta"));
        stage.move(alpha);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("alpha beta"));
        stage.release(alpha);
    }

    void threeClicksSelectAParagraph()
    {
        Stage stage(QStringLiteral("alpha beta.\n\ngamma delta epsilon.\n\n```\nline one\nline two\n```"));
        const QPoint delta = stage.on(QStringLiteral("delta"));
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {}, delta);
        stage.press(delta);
        stage.release(delta);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("gamma delta epsilon."));
        const QPoint two = stage.on(QStringLiteral("two"));
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {}, two);
        stage.press(two);
        stage.release(two);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("line two"));
    }

    void aClickOnWhatIsSelectedTakesItBack()
    {
        Stage stage(QStringLiteral("alpha beta gamma"));
        const QPoint beta = stage.on(QStringLiteral("beta"));
        stage.deselect();
        stage.view.showText(MessageId(QStringLiteral("a")), QStringLiteral("beta"));
        stage.press(beta);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("beta")); // it may be dragged
        stage.release(beta);
        QCOMPARE(stage.view.selectedText(), QString());
    }

    void theMenuCopiesWhatIsUnderTheMouse()
    {
        Stage stage(QStringLiteral("Some **strong** words, $x^2$.\n\n| a | b |\n|---|---|\n| cell | 2 |\n\n```\nsome code here\n```\n\nSee [linked](https://example.org/x) there."));
        const QPoint strong = stage.on(QStringLiteral("strong"));
        QVERIFY(stage.choose(strong, QStringLiteral("Copy as Markdown")));
        QCOMPARE(Stage::copied(), QStringLiteral("**strong**"));
        QVERIFY(stage.choose(strong, QStringLiteral("Copy as plain text")));
        QCOMPARE(Stage::copied(), QStringLiteral("strong"));
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
        QVERIFY(stage.choose(strong, QStringLiteral("Copy")));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QStringLiteral("<strong>strong</strong>")));
        QVERIFY(stage.choose(strong, QStringLiteral("Copy message")));
        QVERIFY(Stage::copied().startsWith(QStringLiteral("Some **strong** words")));
        QVERIFY(stage.choose(strong, QStringLiteral("Copy message as plain text")));
        QVERIFY(Stage::copied().startsWith(QStringLiteral("Some strong words, $x^2$.\n\na\tb\ncell\t2")));
        const QPoint cell = stage.on(QStringLiteral("cell"));
        QVERIFY(stage.choose(cell, QStringLiteral("Copy table")));
        QCOMPARE(Stage::copied(), QStringLiteral("a\tb\ncell\t2"));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QStringLiteral("<td>cell</td>")));
        QVERIFY(stage.choose(cell, QStringLiteral("Copy table as Markdown")));
        QCOMPARE(Stage::copied(), QStringLiteral("| a | b |\n|---|---|\n| cell | 2 |"));
        QVERIFY(!stage.choose(strong, QStringLiteral("Copy table")));
        const QPoint code = stage.on(QStringLiteral("code"));
        QVERIFY(stage.choose(code, QStringLiteral("Copy code")));
        QCOMPARE(Stage::copied(), QStringLiteral("some code here"));
        const QPoint link = stage.on(QStringLiteral("linked"));
        QVERIFY(stage.choose(link, QStringLiteral("Copy link")));
        QCOMPARE(Stage::copied(), QStringLiteral("https://example.org/x"));
    }

    void longLinesOfCodeAreWrappedWhereThatIsWanted()
    {
        const QString code = QStringLiteral("short\n") + QStringLiteral("word ").repeated(60) + QStringLiteral("end\n\tumlaut \u00E4 ") + QStringLiteral("x").repeated(200);
        Stage stage(QStringLiteral("Before.\n\n```cpp\n") + code + QStringLiteral("\n```\n\nSome after words."));
        const int flat = stage.view.verticalScrollBar()->maximum();
        const QPoint code1 = stage.on(QStringLiteral("short"));
        QVERIFY(stage.choose(code1, QStringLiteral("Wrap long lines")));
        QVERIFY(Theme::instance().wrapsCode());
        QTRY_VERIFY(stage.view.verticalScrollBar()->maximum() > flat || stage.on(QStringLiteral("end")) != QPoint());
        // Every row is reached, and copied as one line.
        const QPoint end = stage.on(QStringLiteral("end"));
        stage.deselect();
        stage.press(end);
        stage.release(end);
        stage.key(Qt::Key_Home);
        QVERIFY2(stage.view.selectedText().startsWith(QStringLiteral("word word")), qPrintable(stage.view.selectedText()));
        stage.view.selectAll();
        QVERIFY(stage.view.selectedText().contains(code));
        // Up and down go through the rows of a line.
        stage.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        QString before = stage.view.selectedText();
        int ups = 0;
        for (; before.contains(QStringLiteral("umlaut")); ++ups) {
            QVERIFY(ups < 40);
            stage.key(Qt::Key_Up);
            QVERIFY(stage.view.selectedText().size() < before.size());
            before = stage.view.selectedText();
        }
        QVERIFY2(ups >= 4, qPrintable(QString::number(ups)));
        Theme::instance().setWrapsCode(false);
        stage.view.flush();
        QCOMPARE(stage.view.verticalScrollBar()->maximum(), flat);
    }

    void aFormulaIsCopiedAsTeX()
    {
        Stage stage(QStringLiteral("$$E = mc^2$$"));
        bool copied = false;
        for (int y = 60; y < 200 && !copied; y += 8) {
            for (int x = 250; x < 450 && !copied; x += 8)
                copied = stage.choose({x, y}, QStringLiteral("Copy formula as TeX"));
        }
        QVERIFY(copied);
        QCOMPARE(Stage::copied(), QStringLiteral("$$E = mc^2$$"));
    }

    void aLinkOpensOutsideUnlessItDeceives()
    {
        Browser browser;
        Stage stage(QStringLiteral("A [honest](https://example.org/x) [bank.com](https://evil.example/y) [local](file:///etc/passwd) link"));
        const QPoint honest = stage.on(QStringLiteral("honest"));
        const QPoint bank = stage.on(QStringLiteral("bank"));
        const QPoint local = stage.on(QStringLiteral("local"));
        const auto click = [&](const QPoint &at) {
            stage.deselect();
            stage.press(at);
            stage.release(at);
        };
        click(honest);
        QCOMPARE(browser.opened, QStringList {QStringLiteral("https://example.org/x")});
        click(local);
        QCOMPARE(browser.opened.size(), 1);
        click(bank);
        QCOMPARE(browser.opened.size(), 1);
        auto *question = stage.view.window()->findChild<QMessageBox *>(QStringLiteral("linkQuestion"));
        QVERIFY(question);
        QCOMPARE(question->text(), QStringLiteral("It reads “bank.com”, but leads to evil.example."));
        QTest::keyClick(question, Qt::Key_Return); // the button that is chosen leaves it closed
        QCOMPARE(browser.opened.size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        click(bank);
        question = stage.view.window()->findChild<QMessageBox *>(QStringLiteral("linkQuestion"));
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(browser.opened.value(1), QStringLiteral("https://evil.example/y"));
    }

    void aLinkIsOpenedByKeys()
    {
        Browser browser;
        Stage stage(QStringLiteral("[linked](https://example.org/x)"));
        stage.view.showText(MessageId(QStringLiteral("a")), QStringLiteral("l"));
        stage.key(Qt::Key_Right, Qt::ShiftModifier, 2);
        stage.key(Qt::Key_Return, {});
        QCOMPARE(browser.opened, QStringList {QStringLiteral("https://example.org/x")});
    }
};

QTEST_MAIN(SelectingTest)
#include "tst_selecting.moc"
