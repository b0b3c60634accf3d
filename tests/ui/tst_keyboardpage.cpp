// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyboardpage.h"
#include "ui/preferences/settingrow.h"
#include "ui/preferences/shortcutfield.h"

#include <QLabel>
#include <QTest>

#include <memory>

using namespace breakwater;

class TestKeyboardPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_draft = std::make_unique<PreferencesDraft>(Preferences {});
        m_page = std::make_unique<KeyboardPage>(*m_draft);
        m_page->resize(700, 600);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void pressedKeysAreTaken()
    {
        QTest::mouseClick(field("sidebar"), Qt::LeftButton);
        QVERIFY(field("sidebar")->isListening());
        QTest::keyClick(field("sidebar"), Qt::Key_Control, Qt::ControlModifier); // on the way
        QVERIFY(field("sidebar")->isListening());
        QTest::keyClick(field("sidebar"), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!field("sidebar")->isListening());
        QCOMPARE(shortcuts(), (Shortcuts {{QStringLiteral("sidebar"), QStringLiteral("Ctrl+J")}}));
        QCOMPARE(field("sidebar")->keys(), QKeySequence(Qt::CTRL | Qt::Key_J));
        QCOMPARE(m_draft->changes(), 1);
    }

    void theKeyboardAloneDoes()
    {
        field("sidebar")->setFocus();
        QTest::keyClick(field("sidebar"), Qt::Key_Return);
        QVERIFY(field("sidebar")->isListening());
        QTest::keyClick(field("sidebar"), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shortcuts().at(QStringLiteral("sidebar")), QStringLiteral("Ctrl+Shift+Tab"));
        QTest::keyClick(field("sidebar"), Qt::Key_Space);
        QTest::keyClick(field("sidebar"), Qt::Key_Escape);
        QCOMPARE(shortcuts().at(QStringLiteral("sidebar")), QStringLiteral("Ctrl+Shift+Tab"));
        QTest::keyClick(field("sidebar"), Qt::Key_Backspace);
        QCOMPARE(shortcuts().at(QStringLiteral("sidebar")), QString());
        QTest::keyClick(usual("sidebar"), Qt::Key_Space);
        QVERIFY(shortcuts().empty());
    }

    void tabMovesOnWhereNothingIsListenedFor()
    {
        field("sidebar")->setFocus();
        QTest::keyClick(field("sidebar"), Qt::Key_Tab);
        QVERIFY(!field("sidebar")->hasFocus());
    }

    void whoHasTheKeysIsSaid()
    {
        press("sidebar", Qt::CTRL | Qt::Key_R);
        QVERIFY(field("try-now")->keys().isEmpty());
        QCOMPARE(problemOf("try-now"), QStringLiteral("“Sidebar” has its keys now: Ctrl+R."));
        press("try-now", Qt::CTRL | Qt::Key_J);
        QCOMPARE(problemOf("try-now"), QString());
    }

    void keysGivenTwiceLeaveTheFirst()
    {
        press("sidebar", Qt::CTRL | Qt::Key_J);
        press("outbox", Qt::CTRL | Qt::Key_J);
        QCOMPARE(field("outbox")->keys(), QKeySequence(Qt::CTRL | Qt::Key_J));
        QCOMPARE(field("sidebar")->keys(), usualKeys(ShellCommand::Sidebar)); // free again
        QCOMPARE(m_draft->changes(), 1);
    }

    void keysForWritingAreRefusedWithTheReason()
    {
        press("sidebar", QKeySequence(Qt::Key_A));
        QVERIFY(shortcuts().empty());
        QCOMPARE(problemOf("sidebar"), QStringLiteral("A was not taken. These are for writing. Hold Ctrl or Alt with a key, or use a function key."));
        press("sidebar", Qt::CTRL | Qt::Key_J);
        QCOMPARE(problemOf("sidebar"), QString());
    }

    void theUsualKeysAreNotWrittenDown()
    {
        press("sidebar", Qt::CTRL | Qt::Key_J);
        press("sidebar", usualKeys(ShellCommand::Sidebar));
        QVERIFY(shortcuts().empty());
        press("sidebar", Qt::CTRL | Qt::Key_J);
        Preferences values = m_draft->edited();
        m_page->restoreDefaults(values);
        m_draft->replace(values);
        QCOMPARE(field("sidebar")->keys(), usualKeys(ShellCommand::Sidebar));
    }

    void isFoundByNameAndByKeys()
    {
        QVERIFY(m_page->find(QStringLiteral("ctrl+shift+o")));
        QVERIFY(field("outbox")->isVisible());
        QVERIFY(!field("sidebar")->isVisible());
        QVERIFY(m_page->find(QStringLiteral("rename")));
        QVERIFY(field("rename")->isVisible());
        QVERIFY(!m_page->find(QStringLiteral("nothing like this")));
    }

private:
    [[nodiscard]] ShortcutField *field(const char *id) const { return m_page->findChild<ShortcutField *>(QLatin1String(id)); }
    [[nodiscard]] QWidget *usual(const char *id) const { return m_page->findChild<QWidget *>(QLatin1String(id) + QLatin1String(".usual")); }
    [[nodiscard]] const Shortcuts &shortcuts() const { return m_draft->edited().shortcuts; }

    [[nodiscard]] QString problemOf(const char *id) const
    {
        const auto *label = field(id)->parentWidget()->findChild<QLabel *>(QStringLiteral("problem"));
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }

    void press(const char *id, const QKeySequence &keys)
    {
        field(id)->setFocus();
        QTest::keyClick(field(id), Qt::Key_Return);
        QTest::keyClick(field(id), keys[0].key(), keys[0].keyboardModifiers());
    }

    std::unique_ptr<PreferencesDraft> m_draft;
    std::unique_ptr<KeyboardPage> m_page;
};

QTEST_MAIN(TestKeyboardPage)
#include "tst_keyboardpage.moc"
