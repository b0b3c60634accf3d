// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakes.h"
#include "ui/composer/composer.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/library/searchfield.h"
#include "ui/library/sidebar.h"
#include "ui/palette/commandpalette.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/keyboardlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/button.h"
#include "ui/transcript/transcriptview.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;

namespace {

PaletteItem item(const QString &title)
{
    return {PaletteItem::Kind::Conversation, title, title, {}, {}};
}

} // namespace

/// The line that leads everywhere, and keys that a person chose.
class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeOutbox>();
        m_health = std::make_unique<HealthLog>(m_fake->time, m_fake->time);
        ShellServices services {m_fake->library, m_fake->outbox, *m_health, m_fake->time, m_fake->time, [this]() -> const RouteTable & { return m_fake->table; }, m_fake->ledger};
        services.settings = [] { return std::vector<PaletteItem> {{PaletteItem::Kind::Setting, QStringLiteral("appearance/size"), QStringLiteral("Text size"), QStringLiteral("Appearance"), {}}}; };
        m_window = std::make_unique<MainWindow>(services);
        m_window->resize(1280, 820);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        KeysInForce::instance().setShortcuts({});
        m_window.reset();
        m_health.reset();
        m_fake.reset();
    }

    void bestComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString fresh = QStringLiteral("New conversation"), renew = QStringLiteral("Renewable energy"), window = QStringLiteral("Weather in its own window"), cafe = QStringLiteral("Café near the harbour");
        QTest::newRow("nothing") << QString() << QStringList {renew, fresh, window, cafe};
        QTest::newRow("the beginning of a word is better than its middle") << QStringLiteral("new") << QStringList {fresh, renew};
        QTest::newRow("each word counts") << QStringLiteral("win wea") << QStringList {window};
        QTest::newRow("first letters") << QStringLiteral("nc") << QStringList {fresh};
        QTest::newRow("accents and case") << QStringLiteral("CAFE") << QStringList {cafe};
        QTest::newRow("nothing fits") << QStringLiteral("zzz") << QStringList();
    }

    void bestComesFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        const std::vector<PaletteItem> items {item(QStringLiteral("Renewable energy")), item(QStringLiteral("New conversation")), item(QStringLiteral("Weather in its own window")), item(QStringLiteral("Café near the harbour"))};
        QStringList titles;
        for (const PaletteItem &each : fittingItems(items, typed, 50))
            titles += each.title;
        QCOMPARE(titles, found);
    }

    void leadsToAConversation()
    {
        const ConversationId tides = add(QStringLiteral("Tide times"));
        add(QStringLiteral("Mooring budget"));
        open();
        QTest::keyClicks(&palette()->field(), QStringLiteral("tide"));
        QTest::keyClick(&palette()->field(), Qt::Key_Return);
        QVERIFY(!palette());
        QCOMPARE(m_window->currentConversation(), tides);
        QVERIFY(m_window->pane().composer().edit().hasFocus());
    }

    void recentConversationsAreThereBeforeATypedLetter()
    {
        for (int at = 0; at < 12; ++at)
            add(QStringLiteral("Conversation %1").arg(at));
        open();
        QCOMPARE(palette()->view().model()->rowCount(), 7);
        QTest::keyClick(&palette()->field(), Qt::Key_Up); // goes round
        QCOMPARE(palette()->view().currentIndex().row(), 6);
    }

    void doesWhatAKeyDoes()
    {
        open();
        QTest::keyClicks(&palette()->field(), QStringLiteral("sidebar"));
        QTest::mouseClick(palette()->view().viewport(), Qt::LeftButton, {}, palette()->view().visualRect(palette()->view().model()->index(0, 0)).center());
        QVERIFY(!m_window->sidebar().isVisible());
        QVERIFY(m_window->pane().composer().edit().hasFocus()); // as before
    }

    void offersNothingThatWouldDoNothing()
    {
        const auto offered = [this](const QString &typed, const QString &title) {
            open();
            palette()->field().setText(typed);
            bool found = false;
            for (int row = 0; row < palette()->view().model()->rowCount(); ++row)
                found = found || palette()->view().model()->index(row, 0).data().toString() == title;
            QTest::keyClick(&palette()->field(), Qt::Key_Escape);
            return found;
        };
        QVERIFY(!offered(QStringLiteral("rename"), QStringLiteral("Rename the conversation")));
        QVERIFY(!offered(QStringLiteral("try"), QStringLiteral("Try now")));
        m_window->showConversation(add(QStringLiteral("Tide times")));
        QVERIFY(offered(QStringLiteral("rename"), QStringLiteral("Rename the conversation")));
        m_window->showOutbox();
        QVERIFY(!offered(QStringLiteral("rename"), QStringLiteral("Rename the conversation")));
        QVERIFY(offered(QStringLiteral("quit"), QStringLiteral("Quit")));
    }

    void leadsToASetting()
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::settingWanted);
        open();
        QTest::keyClicks(&palette()->field(), QStringLiteral("text si"));
        QTRY_COMPARE(palette()->view().model()->index(0, 0).data().toString(), QStringLiteral("Text size"));
        QTest::keyClick(&palette()->field(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("appearance/size"));
    }

    void whatFitsNothingIsSearchedForInTheMessages()
    {
        open();
        QTest::keyClicks(&palette()->field(), QStringLiteral("quartz"));
        QCOMPARE(palette()->view().model()->rowCount(), 1);
        QTest::keyClick(&palette()->field(), Qt::Key_Return);
        QCOMPARE(m_window->sidebar().findChild<SearchField *>()->text(), QStringLiteral("quartz"));
    }

    void escapeGivesTheFocusBack()
    {
        m_window->pane().composer().edit().setFocus();
        open();
        QTest::keyClick(&palette()->field(), Qt::Key_Escape);
        QVERIFY(!palette());
        QVERIFY(m_window->pane().composer().edit().hasFocus());
    }

    void aClickElsewhereClosesIt()
    {
        open();
        QTest::mouseClick(&m_window->pane().composer(), Qt::LeftButton);
        QTRY_VERIFY(!palette());
        QVERIFY(m_window->pane().composer().edit().hasFocus());
    }

    void isThereOnlyOnceAndFitsASmallWindow()
    {
        m_window->resize(720, 520);
        open();
        QTest::keyClick(&palette()->field(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(m_window->findChildren<CommandPalette *>().size(), 1);
        QTest::keyClicks(&palette()->field(), QStringLiteral("e"));
        QVERIFY(m_window->rect().contains(palette()->geometry()));
    }

    void veryManyAndVeryLongTitlesHarmNothing()
    {
        std::vector<PaletteItem> items;
        items.reserve(10'000);
        for (int at = 0; at < 10'000; ++at)
            items.push_back(item(QString(QStringLiteral("Conversation %1 ").arg(at) + QString(at % 100 == 0 ? 10'000 : 20, QLatin1Char('x')))));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fittingItems(items, QStringLiteral("conv 99"), 50).size(), std::size_t(50));
        QVERIFY2(timer.elapsed() < 2'000, "a hang, not a measurement");
    }

    void keysThatAPersonChoseWorkAndAreShown()
    {
        KeysInForce::instance().setShortcuts({{QStringLiteral("sidebar"), QStringLiteral("Ctrl+J")}});
        QTest::keyClick(&m_window->pane().composer().edit(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_window->sidebar().isVisible());
        QTest::keyClick(&m_window->pane().composer().edit(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!m_window->sidebar().isVisible());
        QTest::keyClick(&m_window->pane().composer().edit(), Qt::Key_J, Qt::ControlModifier);
        bool shown = false;
        for (const IconButton *each : m_window->sidebar().findChildren<IconButton *>())
            shown = shown || each->toolTip() == QStringLiteral("Hide the sidebar (Ctrl+J)");
        QVERIFY(shown);
    }

    void keysOfTheTextAreTheCommandsToo()
    {
        KeysInForce::instance().setShortcuts({{QStringLiteral("outbox"), QStringLiteral("Ctrl+U")}}); // a line edit's own
        QTest::keyClick(&m_window->pane().composer().edit(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(!m_window->pane().isVisible());
    }

    void theListOfKeysLeadsToTheirPage()
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::preferencesWanted);
        QTest::keyClick(&m_window->pane().composer().edit(), Qt::Key_Slash, Qt::ControlModifier);
        auto *list = m_window->findChild<KeyboardList *>();
        QVERIFY(list != nullptr);
        QTest::mouseClick(list->findChild<QAbstractButton *>(QStringLiteral("changeKeys")), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("keyboard"));
    }

private:
    [[nodiscard]] CommandPalette *palette() const
    {
        const auto all = m_window->findChildren<CommandPalette *>(); // one that was left goes a moment later
        const auto shown = std::find_if(all.begin(), all.end(), [](const CommandPalette *each) { return each->isVisible(); });
        return shown == all.end() ? nullptr : *shown;
    }

    void open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette());
        QVERIFY(palette()->field().hasFocus());
    }

    ConversationId add(const QString &title)
    {
        Conversation conversation;
        conversation.id = ConversationId(makeIdText(m_fake->time.wall()));
        conversation.title = title;
        m_fake->library.addConversation(conversation);
        return conversation.id;
    }

    std::unique_ptr<FakeOutbox> m_fake;
    std::unique_ptr<HealthLog> m_health;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
