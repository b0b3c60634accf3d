// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/library.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QScreen>
#include <QScrollBar>

using namespace breakwater;

namespace {

const ConversationId here {QStringLiteral("here")};
const MessageId growing {QStringLiteral("growing")};

QString paragraphs(int count, const QString &word)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("%1 %2 comes with the **tide** and goes with it, as the harbour has it each day.\n\n")
                    .arg(word)
                    .arg(i);
    return text;
}

/// A conversation whose last answer grows.
struct Stage
{
    Library library;
    TranscriptView view;

    explicit Stage(const QString &begun = QStringLiteral("Begun."))
    {
        Conversation conversation;
        conversation.id = here;
        library.addConversation(conversation);
        view.setLibrary(&library);
        view.resize(700, 420);
        view.showConversation(here);
        view.show();
        for (int i = 0; i < 6; ++i) {
            add(MessageId(QStringLiteral("q%1").arg(i)), Role::User, QStringLiteral("What of %1?").arg(i),
                MessageState::Sent);
            add(MessageId(QStringLiteral("a%1").arg(i)), Role::Assistant,
                paragraphs(3, QStringLiteral("Answer%1").arg(i)), MessageState::Complete);
        }
        add(growing, Role::Assistant, begun, MessageState::Streaming);
        view.flush();
        QCoreApplication::processEvents();
    }
    void add(const MessageId &id, Role role, const QString &text, MessageState state)
    {
        Message made;
        made.id = id;
        made.turn = TurnId(id.text());
        made.after = library.leaf(here);
        made.conversation = here;
        made.role = role;
        made.text = text;
        made.state = state;
        library.appendMessage(made);
    }
    void append(const QString &text)
    {
        library.appendText(here, growing, text);
        view.flush();
    }
    /// Selects the word that stands there in the message.
    void select(const MessageId &id, const QString &word)
    {
        view.showText(id, word);
        QCOMPARE(view.selectedText(), word);
    }
    /// What the screen has, beside the same painted anew.
    void compareWithFreshPaint(const char *when)
    {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        const QImage seen = view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
        // With a scale, the offscreen platform gives the upper left part.
        QImage fresh = view.grab().toImage().convertToFormat(QImage::Format_RGB32).copy(seen.rect());
        fresh.setDevicePixelRatio(seen.devicePixelRatio());
        if (seen == fresh)
            return;
        seen.save(QDir::temp().filePath(QStringLiteral("seen.png")));
        fresh.save(QDir::temp().filePath(QStringLiteral("fresh.png")));
        QFAIL(when);
    }
};

/// Of each kind, so that blocks close, lists go on and tables are cut.
QString delta(int i)
{
    switch (i % 100) {
    case 20:
        return QStringLiteral("\n\n- an item\n- and");
    case 40:
        return QStringLiteral("\n\n```cpp\nint tide = 1;\n");
    case 55:
        return QStringLiteral("\n```\n\n");
    case 70:
        return QStringLiteral("\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3");
    case 90:
        return QStringLiteral(" |\n\nAnd **so");
    case 95:
        return QStringLiteral(" on**.\n\n");
    default:
        return i % 9 == 0 ? QStringLiteral(" more words\n") : QStringLiteral(" more words");
    }
}

} // namespace

class ReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSelectionStaysWhileTenThousandDeltasComeBelow()
    {
        Stage stage;
        stage.select(MessageId(QStringLiteral("a4")), QStringLiteral("Answer4 1"));
        for (int i = 0; i < 10'000; ++i) {
            stage.append(delta(i));
            if (i % 500 == 0)
                QCOMPARE(stage.view.selectedText(), QStringLiteral("Answer4 1"));
        }
        QCOMPARE(stage.view.selectedText(), QStringLiteral("Answer4 1"));
    }

    void aSelectionStaysWhileTenThousandDeltasComeIntoItsMessage()
    {
        Stage stage(QStringLiteral("The lighthouse"));
        stage.select(growing, QStringLiteral("lighthouse"));
        for (int i = 0; i < 10'000; ++i) {
            stage.append(delta(i));
            if (i < 200 || i % 500 == 0)
                QCOMPARE(stage.view.selectedText(), QStringLiteral("lighthouse"));
        }
        QCOMPARE(stage.view.selectedText(), QStringLiteral("lighthouse"));
    }

    void aSelectionStaysWhereAParagraphIsCut()
    {
        // One paragraph without end: it is cut just before the word that is selected, and again and again behind it.
        Stage stage(QStringLiteral("word ").repeated(797) + QStringLiteral("and so lighthouse"));
        stage.select(growing, QStringLiteral("lighthouse"));
        for (int i = 0; i < 2'000; ++i)
            stage.append(QStringLiteral(" more words"));
        QCOMPARE(stage.view.selectedText(), QStringLiteral("lighthouse"));
    }

    void aSelectionKeepsItsMessageLaidOut()
    {
        Stage stage;
        stage.select(MessageId(QStringLiteral("a1")), QStringLiteral("Answer1 1"));
        for (int i = 0; i < 400; ++i)
            stage.add(MessageId(QStringLiteral("n%1").arg(i)), Role::Assistant, QStringLiteral("A line."),
                MessageState::Complete);
        stage.view.flush();
        QScrollBar *bar = stage.view.verticalScrollBar();
        while (bar->value() < bar->maximum())
            bar->setValue(bar->value() + 300);
        QVERIFY(stage.view.laidOutMessages() < 300);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("Answer1 1"));
    }

    void thePlaceStaysToThePixelWhileTextComes()
    {
        Stage stage;
        QScrollBar *bar = stage.view.verticalScrollBar();
        bar->setValue(bar->maximum() - 613);
        QVERIFY(!stage.view.sticksToEnd());
        const auto place = stage.view.place();
        const int value = bar->value();
        QCoreApplication::processEvents();
        const QRect above(0, 0, stage.view.width() - 40, 300);
        const QImage before = stage.view.grab(above).toImage();
        for (int i = 0; i < 2'000; ++i) {
            stage.append(delta(i));
            QCOMPARE(stage.view.place(), place);
            QCOMPARE(bar->value(), value);
        }
        QCOMPARE(stage.view.grab(above).toImage(), before);
    }

    void thePlaceInsideAGrowingAnswerStaysToThePixel()
    {
        Stage stage(paragraphs(40, QStringLiteral("Line")));
        QScrollBar *bar = stage.view.verticalScrollBar();
        bar->setValue(bar->maximum() - 613);
        QCOMPARE(stage.view.place().first, growing);
        const auto place = stage.view.place();
        const QImage before = stage.view.viewport()->grab(QRect(0, 0, 600, 300)).toImage();
        for (int i = 0; i < 2'000; ++i) {
            stage.append(delta(i));
            QCOMPARE(stage.view.place(), place);
        }
        QCOMPARE(stage.view.viewport()->grab(QRect(0, 0, 600, 300)).toImage(), before);
    }

    void pixelsThatMovedAreThoseThatWouldBePainted()
    {
        Stage stage;
        for (int i = 0; i < 300; ++i) {
            stage.append(delta(i));
            stage.compareWithFreshPaint("while text comes");
            if (QTest::currentTestFailed())
                return;
        }
        QScrollBar *bar = stage.view.verticalScrollBar();
        for (int i = 0; i < 120; ++i) {
            bar->setValue(bar->value() - 7 * (i % 12));
            if (i % 3 == 0)
                stage.append(delta(i));
            stage.compareWithFreshPaint("while the reader goes up");
            if (QTest::currentTestFailed())
                return;
        }
        for (int i = 0; i < 60; ++i) {
            bar->setValue(bar->value() + 31);
            stage.compareWithFreshPaint("while the reader goes down");
            if (QTest::currentTestFailed())
                return;
        }
        Message ended = *stage.library.message(here, growing);
        ended.state = MessageState::Complete;
        stage.library.updateMessage(ended);
        stage.view.flush();
        stage.compareWithFreshPaint("at its end");
    }
};

QTEST_MAIN(ReadingTest)
#include "tst_reading.moc"
