// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composeredit.h"
#include "ui/spelling/dictionaries.h"
#include "ui/spelling/spellchecker.h"
#include "ui/spelling/spellmarks.h"
#include "ui/spelling/spellwords.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;

class TestSpelling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Words that are added go into the person's own list, not into that of whoever runs the tests.
    void initTestCase()
    {
        QVERIFY(m_own.isValid());
        for (const char *place : {"HOME", "XDG_CONFIG_HOME"}) // where Aspell and Enchant keep it
            qputenv(place, m_own.path().toUtf8());
        Dictionaries dictionaries;
        QVERIFY2(dictionaries.languages().contains(english), "the package hunspell-en-us comes with Enchant");
    }

    void wordsOfProseAreJudgedAndNothingElse_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("prose") << QStringLiteral("The sea isn’t calm, today.")
                               << QStringList {QStringLiteral("The"), QStringLiteral("sea"), QStringLiteral("isn’t"), QStringLiteral("calm"), QStringLiteral("today")};
        QTest::newRow("Markdown") << QStringLiteral("- **bold** and _leaning_") << QStringList {QStringLiteral("bold"), QStringLiteral("and")};
        QTest::newRow("addresses") << QStringLiteral("see https://example.org/thier or me@example.org www.thier.org") << QStringList {QStringLiteral("see"), QStringLiteral("or")};
        QTest::newRow("paths") << QStringLiteral("in /etc/thier and ~/thier") << QStringList {QStringLiteral("in"), QStringLiteral("and")};
        QTest::newRow("code") << QStringLiteral("call `thier` now") << QStringList {QStringLiteral("call"), QStringLiteral("now")};
        QTest::newRow("code that is begun") << QStringLiteral("call `thier now") << QStringList {QStringLiteral("call")};
        QTest::newRow("names of programs") << QStringLiteral("QString std::thier thier() my_thier HTTP v2 a") << QStringList {};
        QTest::newRow("nothing") << QString() << QStringList {};
    }

    void wordsOfProseAreJudgedAndNothingElse()
    {
        QFETCH(QString, line);
        QStringList words;
        for (const SpelledWord &each : spelledWords(line))
            words += line.mid(each.at, each.length);
        QTEST(words, "words");
    }

    void aDictionaryJudgesItsOwnScript()
    {
        QVERIFY(isWrittenLike(english, QStringLiteral("wave")));
        QVERIFY(!isWrittenLike(english, QStringLiteral("волна")));
        QVERIFY(!isWrittenLike(english, QStringLiteral("防波堤")));
        QVERIFY(isWrittenLike(QStringLiteral("ru_RU"), QStringLiteral("волна")));
        QVERIFY(isWrittenLike(QStringLiteral("el_GR"), QStringLiteral("κύμα")));
    }

    void theDictionariesOfTheSystemsLanguagesAreUsual()
    {
        const QStringList found {QStringLiteral("de_AT"), QStringLiteral("de_DE"), QStringLiteral("en_GB"), QStringLiteral("en_US"), QStringLiteral("pt_BR")};
        QCOMPARE(usualLanguages(found, {QStringLiteral("de-DE"), QStringLiteral("de"), QStringLiteral("en-US")}), (QStringList {QStringLiteral("de_DE"), QStringLiteral("en_US")}));
        QCOMPARE(usualLanguages(found, {QStringLiteral("pt-PT")}), QStringList {QStringLiteral("pt_BR")});
        QCOMPARE(usualLanguages(found, {QStringLiteral("ja-JP")}), QStringList());
        QCOMPARE(usualLanguages({}, {QStringLiteral("en-US")}), QStringList());
    }

    void wordsAreLookedUpAside()
    {
        SpellChecker checker;
        QSignalSpy checked(&checker, &SpellChecker::checked);
        QCOMPARE(checker.isRight(QStringLiteral("thier")), std::optional(true)); // off
        checker.setChecks(true, {english});
        checked.clear();
        QVERIFY(!checker.isRight(QStringLiteral("thier")));
        QVERIFY(!checker.isRight(QStringLiteral("their")));
        QVERIFY(!checker.isRight(QStringLiteral("isn’t")));
        QVERIFY(!checker.isRight(QStringLiteral("волна")));
        QVERIFY(checked.wait());
        QCOMPARE(checked.size(), 1); // all in one go
        QCOMPARE(checker.isRight(QStringLiteral("thier")), std::optional(false));
        QCOMPARE(checker.isRight(QStringLiteral("their")), std::optional(true));
        QCOMPARE(checker.isRight(QStringLiteral("isn’t")), std::optional(true));
        QCOMPARE(checker.isRight(QStringLiteral("волна")), std::optional(true)); // no dictionary of that script
    }

    void aDictionaryThatIsMissingFindsNothingWrong()
    {
        SpellChecker checker;
        checker.setChecks(true, {QStringLiteral("xx_XX")});
        QSignalSpy checked(&checker, &SpellChecker::checked);
        (void)checker.isRight(QStringLiteral("thier"));
        QVERIFY(checked.wait());
        QCOMPARE(checker.isRight(QStringLiteral("thier")), std::optional(true));
    }

    void itMayGoWhileItIsAsked()
    {
        for (int i = 0; i < 5; ++i) {
            SpellChecker checker;
            checker.setChecks(true, {english});
            (void)checker.isRight(QStringLiteral("thier"));
            QCoreApplication::processEvents();
            checker.suggest(QStringLiteral("thier"));
        }
    }

    void aMisspelledWordIsMarkedOnceItIsDone()
    {
        Page page;
        QTest::keyClicks(&page.edit, QStringLiteral("Look at thier"));
        QTRY_COMPARE(page.checker.isRight(QStringLiteral("thier")), std::optional(false)); // it is known, and marks were made anew
        QCOMPARE(page.marked(), QStringList());
        QTest::keyClicks(&page.edit, QStringLiteral(" boats"));
        QTRY_COMPARE(page.marked(), QStringList {QStringLiteral("thier")});
        QVERIFY(page.edit.document()->isUndoAvailable());
        QTest::keyClick(&page.edit, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!page.edit.toPlainText().contains(QLatin1String("boats"))); // the marks are no step of their own
    }

    void codeIsLeftAlone()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("thier\n```\nthier\n```\nspeling `speling` end"));
        QTRY_COMPARE(page.marked(), (QStringList {QStringLiteral("thier"), QStringLiteral("speling")}));
    }

    void theMenuPutsInWhatWasMeant()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("Look at thier boats"));
        QTRY_COMPARE(page.marked().size(), 1);
        page.openMenuAt(10);
        QAction *their = nullptr;
        for (QAction *each : page.menu()->actions())
            their = each->text() == QLatin1String("their") ? each : their;
        QVERIFY(their != nullptr);
        their->trigger();
        QCOMPARE(page.edit.toPlainText(), QStringLiteral("Look at their boats"));
        QTRY_COMPARE(page.marked(), QStringList());
        page.edit.undo();
        QCOMPARE(page.edit.toPlainText(), QStringLiteral("Look at thier boats"));
    }

    void theMenuByItsKeyIsAboutTheWordAtTheCursor()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("thier boats"));
        QTRY_COMPARE(page.marked().size(), 1);
        page.edit.moveCursor(QTextCursor::Start);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&page.edit, &byKey);
        QTRY_VERIFY(page.menu() != nullptr);
        QVERIFY(page.menu()->actions().first()->text() != QLatin1String("No suggestion"));
    }

    void anAddedWordIsRightFromThenOn()
    {
        {
            Page page;
            page.edit.setPlainText(QStringLiteral("Breakwatery boats"));
            QTRY_COMPARE(page.marked().size(), 1);
            page.checker.add(QStringLiteral("Breakwatery"));
            QTRY_COMPARE(page.marked(), QStringList());
        }
        Page again; // as after a restart
        again.edit.setPlainText(QStringLiteral("Breakwatery thier"));
        QTRY_COMPARE(again.marked(), QStringList {QStringLiteral("thier")});
    }

    void anIgnoredWordIsRightForNow()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("thier boats"));
        QTRY_COMPARE(page.marked().size(), 1);
        page.checker.ignore(QStringLiteral("thier"));
        QCOMPARE(page.marked(), QStringList());
    }

    void aMillionCharactersInOneLineAreNoWork()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("thier ").repeated(170'000));
        QTRY_VERIFY(!page.marked().isEmpty());
        QVERIFY(page.marked().size() < 2'000); // what is seen of them
    }

    void offMeansOff()
    {
        Page page;
        page.edit.setPlainText(QStringLiteral("thier boats"));
        QTRY_COMPARE(page.marked().size(), 1);
        page.checker.setChecks(false);
        QCOMPARE(page.marked(), QStringList());
    }

private:
    static inline const QString english = QStringLiteral("en_US");

    struct Page
    {
        Page()
        {
            checker.setChecks(true, {english});
            edit.resize(400, 160);
            edit.show();
            if (!QTest::qWaitForWindowExposed(&edit))
                qWarning("it is not shown");
        }
        [[nodiscard]] QStringList marked() const
        {
            QStringList words;
            for (const QTextEdit::ExtraSelection &each : edit.extraSelections())
                words += each.cursor.selectedText();
            return words;
        }
        [[nodiscard]] QMenu *menu() const { return edit.findChild<QMenu *>(); }
        void openMenuAt(int position)
        {
            QTextCursor cursor(edit.document());
            cursor.setPosition(position);
            const QPoint at = edit.cursorRect(cursor).center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, edit.viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(edit.viewport(), &event);
            QTRY_VERIFY(menu() != nullptr);
        }
        SpellChecker checker;
        ComposerEdit edit;
        SpellMarks marks {edit, checker};
    };

    QTemporaryDir m_own;
};

QTEST_MAIN(TestSpelling)

#include "tst_spelling.moc"
