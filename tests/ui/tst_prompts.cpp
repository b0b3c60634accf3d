// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/promptspage.h"
#include "ui/prompts/promptform.h"
#include "ui/prompts/promptmenu.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;

class TestPrompts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewPromptIsNamedByItsFirstWords()
    {
        QCOMPARE(promptNameFrom(QStringLiteral("Explain tides")), QStringLiteral("Explain tides"));
        QCOMPARE(promptNameFrom(QStringLiteral("Explain the tides of the northern sea to a child\nplease")), QStringLiteral("Explain the tides of the northern sea to…"));
        QCOMPARE(promptNameFrom(QString(60, QLatin1Char('x'))), QString(40, QLatin1Char('x')) + QChar(0x2026));
    }

    void aPromptWithoutVariablesIsGivenAtOnce()
    {
        PromptMenu button;
        QSignalSpy chosen(&button, &PromptMenu::chosen);
        button.setPrompts([] { return std::vector<Prompt> {{QStringLiteral("R&D"), QStringLiteral("Be brief.")}}; });
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        auto *menu = button.findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("R&&D"));
        menu->actions().first()->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("Be brief."));
    }

    void variablesAreAskedFor()
    {
        QWidget window;
        PromptMenu button(&window);
        window.show();
        QSignalSpy chosen(&button, &PromptMenu::chosen);
        button.use({QStringLiteral("Explain"), QStringLiteral("Explain {{topic}} on {{date}}.")});
        auto *form = window.findChild<PromptForm *>();
        QVERIFY(form != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(form));
        auto *topic = form->findChild<QLineEdit *>(QStringLiteral("topic"));
        QVERIFY(topic->hasFocus());
        const QString date = form->findChild<QLineEdit *>(QStringLiteral("date"))->text();
        QVERIFY(!date.isEmpty());
        QTest::keyClicks(topic, QStringLiteral("tides"));
        QTest::keyClick(topic, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("Explain tides on %1.").arg(date));
    }

    void escapeUsesNothing()
    {
        QWidget window;
        PromptMenu button(&window);
        window.show();
        QSignalSpy chosen(&button, &PromptMenu::chosen);
        button.use({QStringLiteral("Explain"), QStringLiteral("Explain {{topic}}.")});
        auto *form = window.findChild<PromptForm *>();
        QVERIFY(QTest::qWaitForWindowActive(form));
        QTest::keyClick(form, Qt::Key_Escape);
        QCOMPARE(chosen.size(), 0);
    }

    void whatIsWrittenCanBeKept()
    {
        PromptMenu button;
        QSignalSpy keep(&button, &PromptMenu::keepWanted);
        QSignalSpy change(&button, &PromptMenu::changeWanted);
        button.openMenu();
        auto *menu = button.findChild<QMenu *>();
        const auto action = [&menu](const char *text) {
            const auto all = menu->actions();
            return *std::find_if(all.begin(), all.end(), [text](const QAction *each) { return each->text() == QString::fromUtf8(text); });
        };
        QVERIFY(!action("No prompts yet")->isEnabled());
        QVERIFY(!action("Keep what is written as a prompt…")->isEnabled());
        action("Change prompts…")->trigger();
        QCOMPARE(change.size(), 1);
        delete menu;
        button.setHasText(true);
        button.openMenu();
        menu = button.findChild<QMenu *>();
        action("Keep what is written as a prompt…")->trigger();
        QCOMPARE(keep.size(), 1);
    }

    void thePageAddsChangesAndRemoves()
    {
        PreferencesDraft draft {Preferences {}};
        PromptsPage page(draft);
        page.resize(700, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *add = page.findChild<QAbstractButton *>(QStringLiteral("addPrompt"));
        QTest::mouseClick(add, Qt::LeftButton);
        QTest::mouseClick(add, Qt::LeftButton);
        const auto names = [&page] { return page.findChildren<QLineEdit *>(QStringLiteral("promptName")); };
        const auto texts = [&page] { return page.findChildren<QPlainTextEdit *>(QStringLiteral("promptText")); };
        QTRY_VERIFY(names().last()->hasFocus());
        QTest::keyClicks(names().first(), QStringLiteral("First"));
        QTest::keyClicks(names().last(), QStringLiteral("Second"));
        QTest::keyClicks(texts().last(), QStringLiteral("Say {{it}}"));
        QCOMPARE(draft.edited().prompts, (std::vector<Prompt> {{QStringLiteral("First"), {}}, {QStringLiteral("Second"), QStringLiteral("Say {{it}}")}}));
        QCOMPARE(draft.changes(), 2);
        QTest::mouseClick(page.findChild<QAbstractButton *>(QStringLiteral("removePrompt")), Qt::LeftButton);
        QCOMPARE(draft.edited().prompts, (std::vector<Prompt> {{QStringLiteral("Second"), QStringLiteral("Say {{it}}")}}));
        QCOMPARE(names().first()->text(), QStringLiteral("Second"));
        draft.replace(draft.applied());
        QTRY_COMPARE(names().size(), 0);
    }
};

QTEST_MAIN(TestPrompts)

#include "tst_prompts.moc"
