// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachmentreader.h"
#include "ui/composer/attachmentrow.h"
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/pastenote.h"
#include "ui/composer/routechip.h"
#include "ui/style/button.h"
#include "tests/support/fakes.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/style/numberfield.h"
#include "ui/style/textlabel.h"
#include "ui/words/attachmentwords.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace breakwater;

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterSendsAndShiftEnterMakesALine();
    void ctrlEnterSendsWhenItIsTheSendKey();
    void offPeakHasItsKeyAndItsPlaceInTheMenu();
    void aBatchHasItsKeyAndItsPlaceInTheMenu();
    void offPeakWithoutHoursAsksForThem();
    void enterInTheMiddleOfAWordOfAnInputMethodNeverSends();
    void whiteSpaceIsNotSent();
    void growsFromOneToEightLinesThenScrolls();
    void pastesRichTextAsPlainText();
    void aPasteOfAMillionCharactersKeepsTheHeightAndTheText();
    void replacingTheTextCanBeUndone();
    void upAsksForTheLastMessageOnlyWhileItIsEmpty();
    void anEstimateIsRounded_data();
    void anEstimateIsRounded();
    void theEstimateCountsTheConversationToo();
    void aCountTakesThePlaceOfTheEstimateUntilTheTextChanges();
    void theChipNamesTheFirstModelAndItsFallbacks();
    void theChipOffersChainsAndSingleRoutes();
    void aRouteThatIsGoneFallsBackToTheDefaultChain();
    void filesGoAlongWithTheText();
    void filesStandInTheOrderInWhichTheyWereGiven();
    void aFileAloneCanBeSent();
    void whatCannotGoAlongSaysWhy_data();
    void whatCannotGoAlongSaysWhy();
    void allFilesTogetherHaveALimit();
    void aLongPasteGoesAlongAsAFile();
    void aLongPasteCanBePutIntoTheTextInstead();
    void theOfferGoesWithItsFile();
    void filesAreDroppedOnTheWholeComposer();
    void aPastedImageGoesAlongAsAFile();
    void aDroppedFileGoesAlong();
    void theWindowStaysAwakeWhileAFileIsRead();
    void sendWaitsForAFileThatIsBeingRead();
    void writingOnCallsASendThatWaitsBack();
    void aFileCanBeRemovedWhileItIsRead();
    void aRefusedFileCallsASendThatWaitsBack();
    void aFileBelongsToTheConversationItWasGivenIn();
    void theComposerMayGoWhileAFileIsRead();
    void aFileThatCannotBeReadSaysWhy();
    void aPdfSaysItsPages();
    void tooManyPagesAreRefusedBeforeTheyAreSent();
    void instructionsAreMarked();
    void theInstructionsDialogGivesWhatWasSet();
    void samplingIsOfferedWhereItIsTaken();
    void theDraftIsToldAtMostTwiceASecond();
    void leavingAConversationTellsItsDraftAtOnce();
    void aRestoredDraftIsNotToldAgain();

private:
    [[nodiscard]] ComposerEdit &edit() const { return m_composer->edit(); }
    [[nodiscard]] AttachmentRow *row() const { return m_composer->findChild<AttachmentRow *>(); }

    RouteTable m_table;
    std::unique_ptr<Composer> m_composer;
};

namespace {

/// Nothing is read while it lives: all of the pool's threads wait for it.
class ReadingStops
{
public:
    ReadingStops()
    {
        QThreadPool *pool = &AttachmentReader::pool();
        m_threads = pool->maxThreadCount();
        for (int each = 0; each < m_threads; ++each) {
            pool->start([this] {
                m_waiting.release();
                m_go.acquire();
            });
        }
        m_waiting.acquire(m_threads);
    }
    ~ReadingStops() { goOn(); }
    Q_DISABLE_COPY_MOVE(ReadingStops)
    /// All that was to be read was read when this returns; nobody was told of it yet.
    void goOn()
    {
        m_go.release(std::exchange(m_threads, 0));
        AttachmentReader::pool().waitForDone();
    }

private:
    int m_threads = 0;
    QSemaphore m_waiting;
    QSemaphore m_go;
};

QByteArray pdfOf(int pages)
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count " + QByteArray::number(pages)
        + " >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n";
}

/// Opens what a paste goes through.
class PastingEdit : public ComposerEdit
{
public:
    using ComposerEdit::canInsertFromMimeData;
    using ComposerEdit::insertFromMimeData;
};

} // namespace

void TestComposer::init()
{
    m_table = FakeOutbox::sampleTable();
    m_composer = std::make_unique<Composer>([this]() -> const RouteTable & { return m_table; });
    m_composer->resize(600, 120);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    edit().setFocus();
}

void TestComposer::cleanup()
{
    m_composer.reset();
}

void TestComposer::enterSendsAndShiftEnterMakesALine()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&edit(), QStringLiteral("two"));
    QCOMPARE(sent.count(), 0);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.front().front().value<Writing>().text, QStringLiteral("one\ntwo"));
    QCOMPARE(m_composer->text(), QStringLiteral("one\ntwo")); // whoever takes it empties it
}

void TestComposer::ctrlEnterSendsWhenItIsTheSendKey()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    m_composer->setSendKey(SendKey::CtrlEnter);
    const auto buttons = m_composer->findChildren<QAbstractButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton *each) { return each->toolTip() == QStringLiteral("Send now (Ctrl+Enter)"); }));
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(m_composer->text(), QStringLiteral("one\n"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 1);
}

void TestComposer::offPeakHasItsKeyAndItsPlaceInTheMenu()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    m_composer->setHours([] { return QStringLiteral("Tonight between 01:00 and 05:00"); });
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(sent.count(), 1);
    QVERIFY(sent.front().at(1).value<Timing>() == Timing::OffPeak);

    auto *more = m_composer->findChild<QAbstractButton *>(QStringLiteral("sendMenu"));
    QTest::mouseClick(more, Qt::LeftButton);
    auto *menu = m_composer->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(menu->actions().at(1)->text().contains(QStringLiteral("Tonight between 01:00 and 05:00")));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(sent.count(), 2);
    QVERIFY(sent.back().at(1).value<Timing>() == Timing::OffPeak);
    QTest::keyClick(&edit(), Qt::Key_Return); // nothing of it is remembered
    QVERIFY(sent.back().at(1).value<Timing>() == Timing::Now);
}

void TestComposer::aBatchHasItsKeyAndItsPlaceInTheMenu()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QString model;
    m_composer->setBatchModel([&model] { return model; });
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(sent.count(), 0); // and it says why
    QCOMPARE(m_composer->text(), QStringLiteral("one"));
    bool said = false;
    for (const QLabel *each : m_composer->findChildren<QLabel *>())
        said = said || (each->isVisibleTo(m_composer.get()) && each->text().contains(QStringLiteral("takes batches")));
    QVERIFY(said);

    model = QStringLiteral("Sonnet 5.5");
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(sent.count(), 1);
    QVERIFY(sent.front().at(1).value<Timing>() == Timing::Batch);
    auto *more = m_composer->findChild<QAbstractButton *>(QStringLiteral("sendMenu"));
    QTest::mouseClick(more, Qt::LeftButton);
    auto *menu = m_composer->findChild<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions().at(2)->text().contains(QStringLiteral("Sonnet 5.5, half price, answer within 24 hours")));
    menu->actions().at(2)->trigger();
    QCOMPARE(sent.count(), 2);
    QVERIFY(sent.back().at(1).value<Timing>() == Timing::Batch);
}

void TestComposer::offPeakWithoutHoursAsksForThem()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QSignalSpy asked(m_composer.get(), &Composer::hoursWanted);
    m_composer->setHours([] { return QString(); });
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("one"));
}

void TestComposer::enterInTheMiddleOfAWordOfAnInputMethodNeverSends()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClicks(&edit(), QStringLiteral("hai "));
    QInputMethodEvent composing(QString(QChar(0x306F)), {});
    QApplication::sendEvent(&edit(), &composing);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QInputMethodEvent done;
    done.setCommitString(QString(QChar(0x306F)));
    QApplication::sendEvent(&edit(), &done);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("hai ") + QChar(0x306F));
}

void TestComposer::whiteSpaceIsNotSent()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    m_composer->setWriting({QStringLiteral(" \n\t \n"), {}});
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 0);
    QVERIFY(m_composer->estimate().isEmpty());
}

void TestComposer::growsFromOneToEightLinesThenScrolls()
{
    const int one = edit().height();
    m_composer->setWriting({QStringLiteral("1\n2\n3"), {}});
    QTRY_VERIFY(edit().height() > one);
    m_composer->setWriting({QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8"), {}});
    const int eight = edit().height();
    QVERIFY(eight > one + 6 * (one / 2));
    m_composer->setWriting({QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"), {}});
    QCOMPARE(edit().height(), eight);
    QVERIFY(edit().verticalScrollBar()->maximum() > 0);
    m_composer->setWriting({});
    QCOMPARE(edit().height(), one);
}

void TestComposer::pastesRichTextAsPlainText()
{
    PastingEdit pasting;
    QMimeData rich;
    rich.setHtml(QStringLiteral("<b>bold</b>"));
    rich.setText(QStringLiteral("bold"));
    QVERIFY(pasting.canInsertFromMimeData(&rich));
    pasting.insertFromMimeData(&rich);
    QCOMPARE(pasting.toPlainText(), QStringLiteral("bold"));
    QVERIFY(!pasting.textCursor().charFormat().font().bold());
    QMimeData picture;
    picture.setData(QStringLiteral("image/png"), QByteArrayLiteral("x"));
    QVERIFY(!pasting.canInsertFromMimeData(&picture));
}

void TestComposer::aPasteOfAMillionCharactersKeepsTheHeightAndTheText()
{
    QString text;
    for (int line = 0; line < 20000; ++line)
        text += QStringLiteral("%1 the quick brown fox jumps over the lazy dog abcd\n").arg(line, 5);
    QVERIFY(text.size() > 1'000'000);
    edit().textCursor().insertText(text);
    QCOMPARE(m_composer->text().size(), text.size());
    QVERIFY(m_composer->estimate().startsWith(QStringLiteral("about")));
    QVERIFY(edit().height() < 250);
    QTest::keyClicks(&edit(), QStringLiteral("abc"));
    QVERIFY(m_composer->text().endsWith(QStringLiteral("abc")));
}

void TestComposer::replacingTheTextCanBeUndone()
{
    QTest::keyClicks(&edit(), QStringLiteral("precious"));
    edit().replaceText({});
    QVERIFY(m_composer->isEmpty());
    edit().undo();
    QCOMPARE(m_composer->text(), QStringLiteral("precious"));
}

void TestComposer::upAsksForTheLastMessageOnlyWhileItIsEmpty()
{
    QSignalSpy asked(m_composer.get(), &Composer::earlierWanted);
    QTest::keyClick(&edit(), Qt::Key_Up);
    QCOMPARE(asked.count(), 1);
    QTest::keyClicks(&edit(), QStringLiteral("a"));
    QTest::keyClick(&edit(), Qt::Key_Up);
    QCOMPARE(asked.count(), 1);
}

void TestComposer::anEstimateIsRounded_data()
{
    QTest::addColumn<qlonglong>("tokens");
    QTest::addColumn<QString>("words");
    QTest::newRow("one") << 1LL << QStringLiteral("about 1 token");
    QTest::newRow("a few") << 10LL << QStringLiteral("about 10 tokens");
    QTest::newRow("rounded") << 4'136LL << QStringLiteral("about %1 tokens").arg(QLocale().toString(4100));
    QTest::newRow("many") << 260'000LL << QStringLiteral("about %1 tokens").arg(QLocale().toString(260'000));
}

void TestComposer::anEstimateIsRounded()
{
    QFETCH(qlonglong, tokens);
    QTEST(tokenEstimate(tokens), "words");
}

void TestComposer::theEstimateCountsTheConversationToo()
{
    m_composer->setContext(ContextSize({}, {}, 98));
    QVERIFY(m_composer->estimate().isEmpty()); // nothing to send yet
    m_composer->setWriting({QStringLiteral("12345678"), {}});
    QCOMPARE(m_composer->estimate(), QStringLiteral("about 100 tokens"));
}

void TestComposer::aCountTakesThePlaceOfTheEstimateUntilTheTextChanges()
{
    m_composer->setCounted(7);
    QVERIFY(m_composer->estimate().isEmpty()); // it was sent meanwhile
    QTest::keyClicks(&edit(), QStringLiteral("12345678"));
    m_composer->setCounted(4132);
    QCOMPARE(m_composer->estimate(), QStringLiteral("%1 tokens").arg(QLocale().toString(4132)));
    QTest::keyClicks(&edit(), QStringLiteral("9"));
    QCOMPARE(m_composer->estimate(), QStringLiteral("about 3 tokens"));
}

void TestComposer::theChipNamesTheFirstModelAndItsFallbacks()
{
    const RouteChoice choice = describeChoice(m_table, {});
    QCOMPARE(choice.model, QStringLiteral("Claude Sonnet 5.5"));
    QCOMPARE(choice.fallbacks, 2);
    m_table.providers[1].enabled = false;
    QCOMPARE(describeChoice(m_table, {}).fallbacks, 1);
    QCOMPARE(describeChoice(m_table, chainIdOf(RouteId(QStringLiteral("haiku")))).model, QStringLiteral("Claude Haiku 4.5"));
    QVERIFY(describeChoice({}, {}).model.isEmpty());
}

void TestComposer::theChipOffersChainsAndSingleRoutes()
{
    QSignalSpy chosen(&m_composer->chip(), &RouteChip::chosen);
    m_composer->chip().openMenu();
    const auto *menu = m_composer->chip().findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QAction *haiku = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().contains(QStringLiteral("Only Claude Haiku")))
            haiku = action;
    }
    QVERIFY(haiku != nullptr);
    haiku->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_composer->chip().chain(), ChainId(QStringLiteral("route:haiku")));
    QVERIFY(m_composer->chip().accessibleName().endsWith(QStringLiteral("Claude Haiku 4.5")));
}

void TestComposer::aRouteThatIsGoneFallsBackToTheDefaultChain()
{
    QCOMPARE(describeChoice(m_table, ChainId(QStringLiteral("route:gone"))).model, QStringLiteral("Claude Sonnet 5.5"));
}

void TestComposer::filesGoAlongWithTheText()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QSignalSpy edited(m_composer.get(), &Composer::edited);
    m_composer->attach(QStringLiteral("tides.csv"), "harbour,time\nBrest,05:48\n");
    m_composer->attach(QStringLiteral("parser.cpp"), "int main() { }");
    QTRY_VERIFY(!m_composer->isReading());
    QVERIFY(edited.count() >= 2); // they are part of the draft
    QVERIFY(m_composer->isAncestorOf(row()) && !row()->isHidden());
    QTRY_COMPARE(row()->findChildren<IconButton *>().size(), 2);
    row()->findChildren<IconButton *>().front()->click();
    QTest::keyClicks(&edit(), QStringLiteral("Why?"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    const auto writing = sent.front().front().value<Writing>();
    QCOMPARE(writing.text, QStringLiteral("Why?"));
    QCOMPARE(writing.attachments.size(), std::size_t(1));
    QCOMPARE(writing.attachments.front().name, QStringLiteral("parser.cpp"));
    m_composer->clear();
    QVERIFY(m_composer->isEmpty());
    QVERIFY(row()->isHidden());
}

void TestComposer::filesStandInTheOrderInWhichTheyWereGiven()
{
    m_composer->attach(QStringLiteral("large.txt"), QByteArray(20 * 1024 * 1024, 'x')); // read last, as a rule
    for (const char *name : {"a.txt", "b.txt", "c.txt"})
        m_composer->attach(QString::fromLatin1(name), "words");
    QTRY_VERIFY(!m_composer->isReading());
    QStringList names;
    for (const Attachment &each : m_composer->writing().attachments)
        names += each.name;
    QCOMPARE(names, QStringList({QStringLiteral("large.txt"), QStringLiteral("a.txt"), QStringLiteral("b.txt"), QStringLiteral("c.txt")}));
}

void TestComposer::aFileAloneCanBeSent()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    m_composer->attach(QStringLiteral("a.txt"), "words");
    QTRY_COMPARE(m_composer->estimate(), QStringLiteral("about 2 tokens"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
}

void TestComposer::whatCannotGoAlongSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QStringLiteral("a.txt") << QByteArray() << QStringLiteral("is empty");
    QTest::newRow("a program") << QStringLiteral("run.exe") << QByteArray("MZ\0\0\x90", 5) << QStringLiteral("neither text, a PDF nor an image");
    QTest::newRow("no PDF") << QStringLiteral("a.pdf") << QByteArray("words") << QStringLiteral("is no PDF");
    QTest::newRow("broken text") << QStringLiteral("a.txt") << QByteArray("caf\xe9 au lait") << QStringLiteral("is no text");
    QTest::newRow("an image of 40 MB") << QStringLiteral("a.png") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(40 * 1024 * 1024, 'x') << QStringLiteral("An image may have");
    QTest::newRow("a text of 30 MB") << QStringLiteral("a.txt") << QByteArray(30 * 1024 * 1024, 'x') << QStringLiteral("A turn can carry");
}

void TestComposer::whatCannotGoAlongSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    m_composer->setWriting({QStringLiteral("See here"), {}});
    m_composer->attach(name, bytes);
    QTRY_VERIFY(!m_composer->isReading());
    QVERIFY2(row()->refusal().contains(words), qPrintable(row()->refusal()));
    QVERIFY(row()->refusal().contains(name));
    QCOMPARE(m_composer->writing(), (Writing {QStringLiteral("See here"), {}, {}, {}, 8})); // the draft stays as it was
    m_composer->attach(QStringLiteral("good.txt"), "words");
    QVERIFY(row()->refusal().isEmpty());
}

void TestComposer::allFilesTogetherHaveALimit()
{
    for (const char *name : {"a.txt", "b.txt"})
        m_composer->attach(QString::fromLatin1(name), QByteArray(10 * 1024 * 1024, 'x'));
    QTRY_COMPARE(m_composer->writing().attachments.size(), std::size_t(2));
    m_composer->attach(QStringLiteral("c.txt"), QByteArray(10 * 1024 * 1024, 'x'));
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.size(), std::size_t(2));
    QVERIFY(row()->refusal().contains(QStringLiteral("together")) || row()->refusal().contains(QStringLiteral("the attachments have")));
}

void TestComposer::aLongPasteGoesAlongAsAFile()
{
    QGuiApplication::clipboard()->setText(QString(10 * 1024 * 1024, QLatin1Char('x')));
    edit().paste();
    QVERIFY(m_composer->text().isEmpty());
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.front().data.size(), 10 * 1024 * 1024);
    QCOMPARE(m_composer->writing().attachments.front().kind, AttachmentKind::Text);
}

void TestComposer::aLongPasteCanBePutIntoTheTextInstead()
{
    const QString lines = QStringLiteral("wave\n").repeated(20'000);
    edit().setPlainText(QStringLiteral("Look: "));
    edit().moveCursor(QTextCursor::End);
    QGuiApplication::clipboard()->setText(lines);
    edit().paste();
    auto *note = m_composer->findChild<PasteNote *>();
    QCOMPARE(note->text(), QStringLiteral("What you pasted has %1 characters: it goes along as a file.").arg(QLocale().toString(100'000)));
    QTest::mouseClick(note->findChild<QAbstractButton *>(QStringLiteral("pasteAsText")), Qt::LeftButton);
    QCOMPARE(m_composer->text(), QStringLiteral("Look: ") + lines);
    QVERIFY(!m_composer->isReading());
    QVERIFY(m_composer->writing().attachments.empty());
    QCOMPARE(note->text(), QString());
    edit().undo();
    QCOMPARE(m_composer->text(), QStringLiteral("Look: "));
}

void TestComposer::theOfferGoesWithItsFile()
{
    auto *note = m_composer->findChild<PasteNote *>();
    const auto paste = [&] {
        QGuiApplication::clipboard()->setText(QString(30'000, QLatin1Char('x')));
        edit().paste();
        QTRY_VERIFY(!m_composer->isReading());
        QVERIFY(!note->text().isEmpty());
    };
    paste();
    QTest::mouseClick(row()->findChild<IconButton *>(), Qt::LeftButton); // removes the file
    QCOMPARE(note->text(), QString());
    paste();
    QTest::mouseClick(note->findChild<QAbstractButton *>(QStringLiteral("leaveAsFile")), Qt::LeftButton);
    QCOMPARE(note->text(), QString());
    QCOMPARE(m_composer->writing().attachments.size(), std::size_t(1));
    paste();
    m_composer->clear();
    QCOMPARE(note->text(), QString());
}

void TestComposer::filesAreDroppedOnTheWholeComposer()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("note.md")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("# Tides") > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    const QString usual = edit().placeholderText();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit().viewport(), &enter); // over the text
    QVERIFY(enter.isAccepted());
    QCOMPARE(edit().placeholderText(), QStringLiteral("Drop to attach"));
    QDragLeaveEvent leave;
    QApplication::sendEvent(m_composer.get(), &leave);
    QCOMPARE(edit().placeholderText(), usual);
    QApplication::sendEvent(edit().viewport(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_composer.get(), &drop);
    QCOMPARE(edit().placeholderText(), usual);
    QTRY_COMPARE(m_composer->writing().attachments.size(), std::size_t(1));
    QCOMPARE(m_composer->text(), QString());
    QMimeData link; // as a browser gives it
    link.setUrls({QUrl(QStringLiteral("https://example.org/tides"))});
    link.setText(QStringLiteral("https://example.org/tides"));
    QDragEnterEvent entered(QPoint(5, 5), Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit().viewport(), &entered);
    QVERIFY(entered.isAccepted());
    QCOMPARE(edit().placeholderText(), usual); // the text takes it
}

void TestComposer::aPastedImageGoesAlongAsAFile()
{
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(image);
    edit().paste();
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.front().mediaType, QByteArray("image/png"));
    QCOMPARE(QImage::fromData(m_composer->writing().attachments.front().data).size(), image.size());
}

void TestComposer::aDroppedFileGoesAlong()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("note.md")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("# Tides") > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName()), QUrl::fromLocalFile(folder.path())});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_composer.get(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_composer.get(), &drop);
    QTRY_COMPARE(m_composer->writing().attachments.size(), std::size_t(1));
    QCOMPARE(m_composer->writing().attachments.front().name, QStringLiteral("note.md"));
    QVERIFY(row()->refusal().contains(QStringLiteral("is a folder")));
}

void TestComposer::theWindowStaysAwakeWhileAFileIsRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(20 * 1024 * 1024, 'x')) > 0);
    file.close();
    ReadingStops stops; // as a disk that takes its time
    m_composer->attachFiles({QUrl::fromLocalFile(file.fileName())});
    QVERIFY(m_composer->isReading());
    QCOMPARE(row()->findChildren<IconButton *>().size(), 1); // its chip is there at once
    QTest::keyClicks(&edit(), QStringLiteral("Why?"));
    QCOMPARE(m_composer->text(), QStringLiteral("Why?"));
    int frames = 0;
    QTimer frame;
    connect(&frame, &QTimer::timeout, this, [&] {
        edit().viewport()->repaint();
        ++frames;
    });
    frame.start(0);
    QTRY_VERIFY(frames >= 20);
    QVERIFY(m_composer->isReading());
    stops.goOn();
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.front().data.size(), 20 * 1024 * 1024);
}

void TestComposer::sendWaitsForAFileThatIsBeingRead()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClicks(&edit(), QStringLiteral("Why?"));
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.txt"), "words");
    m_composer->attach(QStringLiteral("b.txt"), "more words");
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(m_composer->estimate(), QStringLiteral("Goes when the files are read"));
    stops.goOn();
    QTRY_COMPARE(sent.count(), 1);
    const auto writing = sent.front().front().value<Writing>();
    QCOMPARE(writing.text, QStringLiteral("Why?"));
    QCOMPARE(writing.attachments.size(), std::size_t(2));
}

void TestComposer::writingOnCallsASendThatWaitsBack()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.txt"), "words");
    QTest::keyClick(&edit(), Qt::Key_Return);
    QTest::keyClicks(&edit(), QStringLiteral("One more thing"));
    stops.goOn();
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(sent.count(), 0);
}

void TestComposer::aFileCanBeRemovedWhileItIsRead()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClicks(&edit(), QStringLiteral("Why?"));
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.txt"), "words");
    QTest::keyClick(&edit(), Qt::Key_Return);
    row()->findChildren<IconButton *>().front()->click();
    QVERIFY(!m_composer->isReading());
    QVERIFY(row()->isHidden());
    stops.goOn();
    QCoreApplication::processEvents(); // what was read is told, and is not wanted
    QVERIFY(m_composer->writing().attachments.empty());
    QCOMPARE(sent.count(), 0); // it would be another turn than the one that was sent
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
}

void TestComposer::aRefusedFileCallsASendThatWaitsBack()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClicks(&edit(), QStringLiteral("Why?"));
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.pdf"), "words");
    QTest::keyClick(&edit(), Qt::Key_Return);
    stops.goOn();
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(sent.count(), 0);
    QVERIFY(row()->refusal().contains(QStringLiteral("is no PDF")));
    QCOMPARE(m_composer->text(), QStringLiteral("Why?"));
}

void TestComposer::aFileBelongsToTheConversationItWasGivenIn()
{
    QSignalSpy elsewhere(m_composer.get(), &Composer::readElsewhere);
    const ConversationId first(QStringLiteral("first"));
    m_composer->setConversation(first);
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.txt"), "words");
    m_composer->setConversation(ConversationId(QStringLiteral("second")));
    m_composer->setWriting({});
    QVERIFY(!m_composer->isReading());
    QVERIFY(row()->isHidden());
    stops.goOn();
    QTRY_COMPARE(elsewhere.count(), 1);
    QCOMPARE(elsewhere.front().at(0).value<ConversationId>(), first);
    QCOMPARE(elsewhere.front().at(1).value<Attachment>().data, QByteArray("words"));
    QVERIFY(m_composer->isEmpty());
}

void TestComposer::theComposerMayGoWhileAFileIsRead()
{
    ReadingStops stops;
    m_composer->attach(QStringLiteral("a.txt"), "words");
    m_composer.reset();
    stops.goOn();
    QCoreApplication::processEvents();
}

void TestComposer::aFileThatCannotBeReadSaysWhy()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("gone.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") > 0);
    file.close();
    ReadingStops stops;
    m_composer->attachFiles({QUrl::fromLocalFile(file.fileName())});
    QVERIFY(file.remove());
    stops.goOn();
    QTRY_VERIFY(!m_composer->isReading());
    QVERIFY2(row()->refusal().startsWith(QStringLiteral("“gone.txt” cannot be read: ")), qPrintable(row()->refusal()));
}

void TestComposer::aPdfSaysItsPages()
{
    m_composer->attach(QStringLiteral("tides.pdf"), pdfOf(12));
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.front().pages, std::optional(12));
    QVERIFY(fileWords(m_composer->writing().attachments.front()).startsWith(QStringLiteral("12 pages, ")));
    QCOMPARE(m_composer->estimate(), tokenEstimate(24'000));
}

void TestComposer::tooManyPagesAreRefusedBeforeTheyAreSent()
{
    std::optional<int> most;
    m_composer->setMostPages([&most] { return most; });
    m_composer->attach(QStringLiteral("unbounded.pdf"), pdfOf(700)); // nobody says how many are too many
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.size(), std::size_t(1));
    most = 600; // another chain was chosen
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QVERIFY(row()->refusal().contains(QStringLiteral("700 pages")));
    m_composer->setWriting({});
    m_composer->attach(QStringLiteral("a.pdf"), pdfOf(400));
    QTRY_VERIFY(!m_composer->isReading());
    m_composer->attach(QStringLiteral("b.pdf"), pdfOf(201));
    QTRY_VERIFY(!m_composer->isReading());
    QCOMPARE(m_composer->writing().attachments.size(), std::size_t(1));
    QVERIFY(row()->refusal().startsWith(QStringLiteral("With “b.pdf” the PDFs of this turn have 601 pages.")));
}

void TestComposer::instructionsAreMarked()
{
    auto *mark = m_composer->findChild<Button *>(QStringLiteral("instructions"));
    QVERIFY(mark->isHidden());
    Instructions instructions;
    instructions.system = QStringLiteral("Answer in one sentence.\nAlways.");
    instructions.temperature = 0.25;
    m_composer->setInstructions(instructionsSummary(instructions));
    QVERIFY(!mark->isHidden());
    QCOMPARE(mark->toolTip(), QStringLiteral("“Answer in one sentence. Always.”, temperature %1").arg(QLocale().toString(0.25)));
    QSignalSpy wanted(m_composer.get(), &Composer::instructionsWanted);
    mark->click();
    QCOMPARE(wanted.count(), 1);
}

void TestComposer::theInstructionsDialogGivesWhatWasSet()
{
    const Instructions before {QStringLiteral("Be brief."), {}, 0.9, {}};
    auto *dialog = new InstructionsDialog(before, {}, m_composer.get());
    QSignalSpy given(dialog, &InstructionsDialog::given);
    dialog->open();
    QCOMPARE(dialog->instructions(), before);
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("sampling"))->isHidden()); // something is set there
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("system"))->setPlainText(QStringLiteral(" Be kind.\n"));
    dialog->findChild<NumberField *>(QStringLiteral("temperature"))->setValue(0);
    auto *topP = dialog->findChild<NumberField *>(QStringLiteral("topP"));
    topP->setValue(topP->minimum());
    QCOMPARE(topP->text(), QStringLiteral("by itself"));
    dialog->findChild<NumberField *>(QStringLiteral("mostTokens"))->setValue(700);
    dialog->findChild<Button *>(QStringLiteral("save"))->click();
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.front().front().value<Instructions>(), (Instructions {QStringLiteral("Be kind."), 0.0, {}, 700}));

    auto *untouched = new InstructionsDialog({}, {}, m_composer.get());
    QVERIFY(untouched->instructions().isEmpty());
    QVERIFY(untouched->findChild<QWidget *>(QStringLiteral("sampling"))->isHidden());
    delete untouched;
}

void TestComposer::samplingIsOfferedWhereItIsTaken()
{
    const ModelSampling opus {QStringLiteral("Claude Opus 5.5"), Dialect::Anthropic, Sampling::Refused};
    const ModelSampling haiku {QStringLiteral("Claude Haiku 4.5"), Dialect::Anthropic, Sampling::Taken};
    const ModelSampling qwen {QStringLiteral("Qwen"), Dialect::OpenAi, Sampling::Unknown};
    InstructionsDialog none({{}, 0.5, {}, {}}, {opus});
    QVERIFY(!none.findChild<NumberField *>(QStringLiteral("temperature"))->isEnabled());
    QVERIFY(none.findChild<NumberField *>(QStringLiteral("mostTokens"))->isEnabled());
    QVERIFY(none.findChild<TextLabel *>(QStringLiteral("samplingSentence"))->text().startsWith(QStringLiteral("Claude Opus 5.5 takes neither temperature nor top p.")));
    QCOMPARE(none.instructions().temperature, std::optional(0.5)); // it stays, for another chain
    InstructionsDialog some({}, {opus, haiku, qwen});
    QVERIFY(some.findChild<NumberField *>(QStringLiteral("temperature"))->isEnabled());
    const QString sentence = some.findChild<TextLabel *>(QStringLiteral("samplingSentence"))->text();
    QVERIFY(sentence.contains(QStringLiteral("Claude Opus 5.5")) && sentence.contains(QStringLiteral("1 at most")));
    QVERIFY(samplingSentence({qwen}).isEmpty());
}

void TestComposer::theDraftIsToldAtMostTwiceASecond()
{
    FakeTime time;
    QString text;
    DraftKeeper drafts(time, time, [&text] { return Writing {text, {}}; });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    (void)drafts.open(ConversationId(QStringLiteral("a")));
    for (int key = 0; key < 10; ++key) {
        text += QLatin1Char('x');
        drafts.touch();
        time.advance(std::chrono::milliseconds(100));
    }
    QCOMPARE(told.count(), 2);
    QCOMPARE(told.back().at(1).value<Writing>().text.size(), 10);
}

void TestComposer::leavingAConversationTellsItsDraftAtOnce()
{
    FakeTime time;
    const Writing half {QStringLiteral("half a thought"), {}};
    DraftKeeper drafts(time, time, [&half] { return half; });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    const ConversationId a(QStringLiteral("a"));
    (void)drafts.open(a);
    drafts.touch();
    QVERIFY(drafts.open(ConversationId(QStringLiteral("b"))).isBlank());
    QCOMPARE(told.count(), 1);
    QCOMPARE(drafts.open(a), half);
}

void TestComposer::aRestoredDraftIsNotToldAgain()
{
    FakeTime time;
    const Writing kept {QStringLiteral("kept"), {}};
    DraftKeeper drafts(time, time, [&kept] { return kept; });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    const ConversationId a(QStringLiteral("a"));
    drafts.restore(a, kept);
    QCOMPARE(drafts.open(a), kept);
    drafts.touch();
    drafts.flush();
    QCOMPARE(told.count(), 0);
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
