// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/routechip.h"
#include "tests/support/fakes.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

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
    void enterInTheMiddleOfAWordOfAnInputMethodNeverSends();
    void whiteSpaceIsNotSent();
    void growsFromOneToEightLinesThenScrolls();
    void pastesRichTextAsPlainText();
    void aPasteOfAMillionCharactersKeepsTheHeightAndTheText();
    void replacingTheTextCanBeUndone();
    void upAsksForTheLastMessageOnlyWhileItIsEmpty();
    void estimatesAQuarterOfTheCharacters_data();
    void estimatesAQuarterOfTheCharacters();
    void theEstimateCountsTheConversationToo();
    void theChipNamesTheFirstModelAndItsFallbacks();
    void theChipOffersChainsAndSingleRoutes();
    void aRouteThatIsGoneFallsBackToTheDefaultChain();
    void theDraftIsToldAtMostTwiceASecond();
    void leavingAConversationTellsItsDraftAtOnce();
    void aRestoredDraftIsNotToldAgain();

private:
    [[nodiscard]] ComposerEdit &edit() const { return m_composer->edit(); }

    RouteTable m_table;
    std::unique_ptr<Composer> m_composer;
};

namespace {

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
    QCOMPARE(sent.front().front().toString(), QStringLiteral("one\ntwo"));
    QCOMPARE(m_composer->text(), QStringLiteral("one\ntwo")); // whoever takes it empties it
}

void TestComposer::ctrlEnterSendsWhenItIsTheSendKey()
{
    QSignalSpy sent(m_composer.get(), &Composer::submitted);
    m_composer->setSendKey(SendKey::CtrlEnter);
    QTest::keyClicks(&edit(), QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(m_composer->text(), QStringLiteral("one\n"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 1);
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
    m_composer->setText(QStringLiteral(" \n\t \n"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 0);
    QVERIFY(m_composer->estimate().isEmpty());
}

void TestComposer::growsFromOneToEightLinesThenScrolls()
{
    const int one = edit().height();
    m_composer->setText(QStringLiteral("1\n2\n3"));
    QTRY_VERIFY(edit().height() > one);
    m_composer->setText(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8"));
    const int eight = edit().height();
    QVERIFY(eight > one + 6 * (one / 2));
    m_composer->setText(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"));
    QCOMPARE(edit().height(), eight);
    QVERIFY(edit().verticalScrollBar()->maximum() > 0);
    m_composer->setText({});
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
    QSignalSpy asked(m_composer.get(), &Composer::previousWanted);
    QTest::keyClick(&edit(), Qt::Key_Up);
    QCOMPARE(asked.count(), 1);
    QTest::keyClicks(&edit(), QStringLiteral("a"));
    QTest::keyClick(&edit(), Qt::Key_Up);
    QCOMPARE(asked.count(), 1);
}

void TestComposer::estimatesAQuarterOfTheCharacters_data()
{
    QTest::addColumn<qlonglong>("characters");
    QTest::addColumn<QString>("words");
    QTest::newRow("one") << 3LL << QStringLiteral("about 1 token");
    QTest::newRow("a few") << 40LL << QStringLiteral("about 10 tokens");
    QTest::newRow("rounded") << 16'543LL << QStringLiteral("about %1 tokens").arg(QLocale().toString(4100));
    QTest::newRow("many") << 1'040'000LL << QStringLiteral("about %1 tokens").arg(QLocale().toString(260'000));
}

void TestComposer::estimatesAQuarterOfTheCharacters()
{
    QFETCH(qlonglong, characters);
    QTEST(tokenEstimate(static_cast<qsizetype>(characters)), "words");
}

void TestComposer::theEstimateCountsTheConversationToo()
{
    m_composer->setContext(392);
    QVERIFY(m_composer->estimate().isEmpty()); // nothing to send yet
    m_composer->setText(QStringLiteral("12345678"));
    QCOMPARE(m_composer->estimate(), QStringLiteral("about 100 tokens"));
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

void TestComposer::theDraftIsToldAtMostTwiceASecond()
{
    FakeTime time;
    QString text;
    DraftKeeper drafts(time, time, [&text] { return text; });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    (void)drafts.open(ConversationId(QStringLiteral("a")));
    for (int key = 0; key < 10; ++key) {
        text += QLatin1Char('x');
        drafts.touch();
        time.advance(std::chrono::milliseconds(100));
    }
    QCOMPARE(told.count(), 2);
    QCOMPARE(told.back().at(1).toString().size(), 10);
}

void TestComposer::leavingAConversationTellsItsDraftAtOnce()
{
    FakeTime time;
    QString text = QStringLiteral("half a thought");
    DraftKeeper drafts(time, time, [&text] { return text; });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    const ConversationId a(QStringLiteral("a"));
    (void)drafts.open(a);
    drafts.touch();
    QVERIFY(drafts.open(ConversationId(QStringLiteral("b"))).isEmpty());
    QCOMPARE(told.count(), 1);
    QCOMPARE(drafts.open(a), QStringLiteral("half a thought"));
}

void TestComposer::aRestoredDraftIsNotToldAgain()
{
    FakeTime time;
    DraftKeeper drafts(time, time, [] { return QStringLiteral("kept"); });
    QSignalSpy told(&drafts, &DraftKeeper::changed);
    const ConversationId a(QStringLiteral("a"));
    drafts.restore(a, QStringLiteral("kept"));
    QCOMPARE(drafts.open(a), QStringLiteral("kept"));
    drafts.touch();
    drafts.flush();
    QCOMPARE(told.count(), 0);
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
