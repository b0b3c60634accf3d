// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/library.h"
#include "ui/style/theme.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QScrollBar>

using namespace breakwater;

namespace {

const ConversationId here {QStringLiteral("here")};
const MessageId longOne {QStringLiteral("long")};

/// A book, with everything that Markdown has.
QString book(int chapters)
{
    QString text;
    for (int i = 0; i < chapters; ++i) {
        text += QStringLiteral("## Chapter %1\n\nThe tide of day %1 comes with the **moon** and goes with it, as the harbour has it each day, however many write about it.\n\n").arg(i);
        switch (i % 5) {
        case 0:
            text += QStringLiteral("- an item\n- another, with\n\n  ```sh\n  ls -l\n  ```\n\n- the last\n\n");
            break;
        case 1:
            text += QStringLiteral("```cpp\nint tide%1 = 1;\n// and a line that is longer than the block, so that it scrolls to the side a little bit\n```\n\n").arg(i);
            break;
        case 2:
            text += QStringLiteral("| a | b |\n|---|---|\n") + QStringLiteral("| one | two |\n").repeated(i % 40) + QStringLiteral("\n");
            break;
        case 3:
            text += QStringLiteral("> quoted\n>\n> twice\n\n$$E = mc^2$$\n\n");
            break;
        default:
            text += QStringLiteral("Words and words. ").repeated(i % 90) + QStringLiteral("\n\n");
        }
    }
    return text + QStringLiteral("The lighthouse at the end.");
}

struct Stage
{
    Library library;
    TranscriptView view;

    explicit Stage(const QString &text, MessageState state = MessageState::Complete)
    {
        Conversation conversation;
        conversation.id = here;
        library.addConversation(conversation);
        Message answer;
        answer.id = longOne;
        answer.conversation = here;
        answer.role = Role::Assistant;
        answer.text = text;
        answer.state = state;
        library.appendMessage(answer);
        view.setLibrary(&library);
        view.resize(700, 420);
        view.showConversation(here);
        view.show();
        view.flush();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QScrollBar &bar() { return *view.verticalScrollBar(); }
    [[nodiscard]] QImage look()
    {
        QCoreApplication::processEvents();
        return view.viewport()->grab(QRect(0, 0, 660, view.viewport()->height())).toImage();
    }
};

} // namespace

class LongAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatIsSeenIsMade()
    {
        const QString text = book(1'000);
        MessageLayout layout(MessageLayout::Kind::Answer, MessageLayout::Extent::Seen);
        layout.setText(text, false);
        const qreal guessed = layout.layOut(600);
        QCOMPARE(layout.builds(), 0);
        QVERIFY(layout.see(0, 400) == 0);
        QVERIFY2(layout.builds() < 20, qPrintable(QString::number(layout.builds())));
        MessageLayout whole(MessageLayout::Kind::Answer);
        whole.setText(text, false);
        const qreal height = whole.layOut(600);
        QVERIFY2(guessed > height * 0.6 && guessed < height * 1.6, qPrintable(QStringLiteral("%1 for %2").arg(guessed).arg(height)));
        // In the end it is the same, whatever was seen first.
        (void)layout.see(height / 2, height / 2 + 400);
        (void)layout.see(guessed - 400, guessed);
        (void)layout.see(0, 1e9);
        QVERIFY(!layout.hasGuesses());
        QCOMPARE(layout.height(), height);
        QCOMPARE(layout.partCount(), whole.partCount());
        QCOMPARE(layout.text({}, layout.end()), whole.text({}, whole.end()));
    }

    void aShortAnswerIsMadeWhole()
    {
        MessageLayout layout(MessageLayout::Kind::Answer, MessageLayout::Extent::Seen);
        layout.setText(book(5), false);
        layout.layOut(600);
        QVERIFY(!layout.hasGuesses());
    }

    void whatIsAskedOfItsTextNeedsNoLayout()
    {
        const QString text = book(400);
        MessageLayout layout(MessageLayout::Kind::Answer, MessageLayout::Extent::Seen);
        layout.setText(text, false);
        layout.layOut(600);
        MessageLayout whole(MessageLayout::Kind::Answer);
        whole.setText(text, false);
        whole.layOut(600);
        QCOMPARE(layout.find(QStringLiteral("lighthouse")), whole.find(QStringLiteral("lighthouse")));
        QCOMPARE(layout.markdown({}, layout.end()), whole.markdown({}, whole.end()));
        QCOMPARE(layout.layouts(), 0);
    }

    void aDefinitionThatComesLateMovesNothing()
    {
        QString text = book(60);
        for (int i = 0; i < 200; ++i)
            text += QStringLiteral("\n\nA paragraph with a [word%1] that may become a link.").arg(i);
        MessageLayout layout(MessageLayout::Kind::Answer, MessageLayout::Extent::Seen);
        layout.setText(text, true);
        layout.layOut(600);
        (void)layout.see(0, 1e9);
        const qreal height = layout.height();
        text += QStringLiteral("\n\n[word3]: https://example.org\n\n");
        layout.setText(text, true);
        layout.layOut(600);
        QVERIFY(layout.hasGuesses());
        QVERIFY2(std::abs(layout.height() - height) < 60, qPrintable(QStringLiteral("%1, was %2").arg(layout.height()).arg(height)));
    }

    void aTableThatWasCutHasItsColumnsWhereverItIsSeenFirst()
    {
        QString text = QStringLiteral("| a name | b |\n|---|---|\n");
        for (int i = 0; i < 2'000; ++i)
            text += QStringLiteral("| row %1 | some longer words |\n").arg(i);
        MessageLayout layout(MessageLayout::Kind::Answer, MessageLayout::Extent::Seen);
        layout.setText(text, false);
        const qreal height = layout.layOut(600);
        (void)layout.see(height - 300, height);
        MessageLayout whole(MessageLayout::Kind::Answer);
        whole.setText(text, false);
        whole.layOut(600);
        (void)layout.see(0, 1e9);
        QCOMPARE(layout.height(), whole.layOut(600));
        QCOMPARE(layout.text({}, layout.end()), whole.text({}, whole.end()));
    }

    /// What is on the screen moves by as much as the wheel turned, though what comes up is other than guessed.
    void whatIsReadDoesNotJump_data()
    {
        QTest::addColumn<int>("start"); ///< in hundredths of the way
        QTest::addColumn<int>("step");
        QTest::newRow("up from the end") << 100 << -60;
        QTest::newRow("down from the beginning") << 0 << 60;
        QTest::newRow("up from the middle") << 50 << -60;
        QTest::newRow("down from the middle") << 50 << 60;
    }
    void whatIsReadDoesNotJump()
    {
        QFETCH(int, start);
        QFETCH(int, step);
        Stage stage(book(500));
        stage.bar().setValue(stage.bar().maximum() * start / 100);
        const int height = stage.view.viewport()->height();
        QImage before = stage.look();
        for (int i = 0; i < 60; ++i) {
            stage.bar().setValue(stage.bar().value() + step);
            const QImage after = stage.look();
            const int by = -step; // pixels go down as the reader goes up
            constexpr int edge = 4; // round corners are drawn other than whole where they are cut
            const QImage kept = before.copy(0, edge + std::max(0, -by), before.width(), height - 2 * edge - std::abs(by));
            const QImage now = after.copy(0, edge + std::max(0, by), after.width(), height - 2 * edge - std::abs(by));
            if (now != kept) {
                before.save(QDir::temp().filePath(QStringLiteral("before.png")));
                after.save(QDir::temp().filePath(QStringLiteral("after.png")));
            }
            QVERIFY2(now == kept, qPrintable(QStringLiteral("at step %1").arg(i)));
            before = after;
        }
    }

    void itsEndIsShownWhenItIsOpened()
    {
        Stage stage(book(500));
        QCOMPARE(stage.bar().value(), stage.bar().maximum());
        stage.view.selectAll();
        QVERIFY(stage.view.selectedText().endsWith(QStringLiteral("The lighthouse at the end.")));
        QVERIFY(stage.view.selectedText().startsWith(QStringLiteral("Chapter 0\n")));
        QCOMPARE(stage.view.selectedMarkdown(), book(500));
    }

    void whatIsFoundFarAwayIsLedTo()
    {
        Stage stage(book(500));
        stage.bar().setValue(0);
        stage.view.setFound(QStringLiteral("chapter 321"));
        QCOMPARE(stage.view.showFound(longOne, 0, false), 1U);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("Chapter 321"));
        const QImage look = stage.look();
        // It stays where it was led to, as what is around it is laid out.
        stage.view.flush();
        QCOMPARE(stage.look(), look);
        QTest::keyClick(&stage.view, Qt::Key_Right, Qt::ShiftModifier); // the caret stands in what is seen, so that nothing moves
        QVERIFY(stage.view.selectedText().startsWith(QStringLiteral("Chapter 321")));
        QVERIFY(!stage.view.sticksToEnd());
    }

    void itGoesOnGrowing()
    {
        Stage stage(book(300), MessageState::Streaming);
        for (int i = 0; i < 200; ++i) {
            stage.library.appendText(here, longOne, QStringLiteral(" more words\n\n"));
            stage.view.flush();
            QCOMPARE(stage.bar().value(), stage.bar().maximum());
        }
        stage.bar().setValue(stage.bar().maximum() / 2);
        const QImage before = stage.look();
        for (int i = 0; i < 200; ++i) {
            stage.library.appendText(here, longOne, QStringLiteral(" and more\n\n"));
            stage.view.flush();
        }
        QImage after = stage.look();
        QRect pill(250, after.height() - 60, 200, 60); // there is new text below
        for (const QRect &part : {QRect(0, 0, before.width(), pill.top())})
            QCOMPARE(after.copy(part), before.copy(part));
    }

    void whatIsReadStaysWhileItsSizeChanges()
    {
        Stage stage(book(300));
        stage.bar().setValue(stage.bar().maximum() / 2);
        const auto firstLine = [&stage]() -> QString {
            QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, QPoint(34, 10));
            QTest::keyClick(&stage.view, Qt::Key_Home, Qt::ShiftModifier);
            const QString before = stage.view.selectedText();
            QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, QPoint(34, 10));
            QTest::keyClick(&stage.view, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
            return before + stage.view.selectedText();
        };
        const QString read = firstLine();
        QVERIFY(!read.isEmpty());
        const auto turn = [&stage](int eighths) {
            const QPoint at(300, 200);
            QWheelEvent event(at, stage.view.viewport()->mapToGlobal(at), {}, QPoint(0, eighths), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(stage.view.viewport(), &event);
        };
        turn(60); // half a notch
        QCOMPARE(Theme::instance().zoom(), 1.0);
        turn(60);
        QCOMPARE(Theme::instance().zoom(), 1.1);
        QCOMPARE(firstLine(), read);
        turn(20 * 120);
        QCOMPARE(Theme::instance().zoom(), 2.0);
        QCOMPARE(firstLine(), read);
        turn(-40 * 120);
        QCOMPARE(Theme::instance().zoom(), 0.5);
        QCOMPARE(firstLine(), read);
        stage.view.zoomBy(0);
        QCOMPARE(Theme::instance().zoom(), 1.0);
        QCOMPARE(firstLine(), read);
        for (const int width : {500, 900, 700}) {
            stage.view.resize(width, 420);
            QCoreApplication::processEvents();
        }
        QCOMPARE(firstLine(), read);
    }

    void resizingKeepsItReadable()
    {
        Stage stage(book(300));
        stage.bar().setValue(stage.bar().maximum() / 2);
        for (const int width : {500, 900, 400, 700}) {
            stage.view.resize(width, 420);
            const QImage look = stage.look();
            QSet<QRgb> colours;
            for (int y = 0; y < look.height(); ++y) {
                for (int x = 0; x < look.width(); x += 3)
                    colours.insert(look.pixel(x, y));
            }
            QVERIFY(colours.size() > 10); // text, no empty ground
        }
    }
};

QTEST_MAIN(LongAnswerTest)
#include "tst_longanswer.moc"
