// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyboard/keymap.h"

#include "tests/support/properties.h"

#include <QTest>

#include <set>

using namespace breakwater;

class TestKeyMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usualKeysAreDifferentAndFree()
    {
        std::set<QString> seen;
        for (const ShellCommand each : shellCommands()) {
            const QKeySequence keys = usualKeys(each);
            QVERIFY2(keys.count() == 1, qPrintable(idOf(each)));
            QVERIFY2(whyNotForCommands(keys).isEmpty(), qPrintable(idOf(each)));
            QVERIFY2(seen.insert(keys.toString(QKeySequence::PortableText)).second, qPrintable(idOf(each)));
            QCOMPARE(shellCommand(idOf(each)), std::optional(each));
            QVERIFY(!nameOf(each).isEmpty());
            QVERIFY(!KeyMap().rival(each));
        }
    }

    void aPersonsChoiceWinsOverTheUsual()
    {
        const KeyMap map(Shortcuts {{QStringLiteral("sidebar"), QStringLiteral("Ctrl+R")}});
        QCOMPARE(map.keys(ShellCommand::Sidebar), QKeySequence(Qt::CTRL | Qt::Key_R));
        QVERIFY(map.keys(ShellCommand::TryNow).isEmpty());
        QCOMPARE(map.rival(ShellCommand::TryNow), std::optional(ShellCommand::Sidebar));
        QVERIFY(!map.rival(ShellCommand::Sidebar));
        QCOMPARE(map.holder(Qt::CTRL | Qt::Key_R), std::optional(ShellCommand::Sidebar));
    }

    void twoThatWereGivenTheSameAreNotBothWithout()
    {
        const KeyMap map(Shortcuts {{QStringLiteral("sidebar"), QStringLiteral("Ctrl+J")}, {QStringLiteral("outbox"), QStringLiteral("Ctrl+J")}});
        QCOMPARE(map.keys(ShellCommand::Sidebar), QKeySequence(Qt::CTRL | Qt::Key_J));
        QVERIFY(map.keys(ShellCommand::Outbox).isEmpty());
        QCOMPARE(map.rival(ShellCommand::Outbox), std::optional(ShellCommand::Sidebar));
    }

    void keysMayBeTakenAway()
    {
        const KeyMap map(Shortcuts {{QStringLiteral("sidebar"), QString()}});
        QVERIFY(map.keys(ShellCommand::Sidebar).isEmpty());
        QVERIFY(!map.rival(ShellCommand::Sidebar));
    }

    void exchangedKeysBothWork()
    {
        const KeyMap map(Shortcuts {{QStringLiteral("sidebar"), QStringLiteral("F9")}, {QStringLiteral("weather"), QStringLiteral("Ctrl+B")}});
        QCOMPARE(map.keys(ShellCommand::Sidebar), QKeySequence(Qt::Key_F9));
        QCOMPARE(map.keys(ShellCommand::WeatherPanel), QKeySequence(Qt::CTRL | Qt::Key_B));
    }

    void whatIsForWritingIsForNoCommand_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<bool>("free");
        const std::pair<const char *, bool> cases[] {{"A", false}, {"Shift+A", false}, {"Return", false}, {"Ctrl+Return", false}, {"Esc", false}, {"Tab", false}, {"Space", false},
            {"Ctrl+C", false}, {"Ctrl+V", false}, {"Alt+Up", false}, {"Del", false}, {"F5", true}, {"Shift+F5", true}, {"Ctrl+J", true}, {"Ctrl+Alt+J", true}, {"Alt+1", true}, {"Meta+J", true}, {"Home Page", true}};
        for (const auto &[keys, free] : cases)
            QTest::newRow(keys) << QString::fromLatin1(keys) << free;
    }

    void whatIsForWritingIsForNoCommand()
    {
        QFETCH(QString, keys);
        QFETCH(bool, free);
        QCOMPARE(whyNotForCommands(QKeySequence(keys, QKeySequence::PortableText)).isEmpty(), free);
    }

    /// Whatever stands in a settings file: never two commands with the same keys, never one with those of writing.
    void noFileMakesKeysAmbiguous()
    {
        QVERIFY(holds("no two alike", [] {
            Shortcuts shortcuts;
            const auto &commands = shellCommands();
            const int count = *rc::gen::inRange(0, 40);
            for (int at = 0; at < count; ++at) {
                const QString id = *rc::gen::inRange(0, 10) == 0 ? QStringLiteral("unknown") : idOf(commands[*rc::gen::inRange<std::size_t>(0, commands.size())]);
                const QString keys = *rc::gen::element<QString>(QString(), QStringLiteral("garbage+"), QStringLiteral("Ctrl+"), QStringLiteral("A"), QStringLiteral("Ctrl+K, Ctrl+S"),
                    QStringLiteral("Return"), usualKeys(commands[*rc::gen::inRange<std::size_t>(0, commands.size())]).toString(QKeySequence::PortableText), QStringLiteral("Ctrl+J"), QStringLiteral("F12"));
                shortcuts[id] = keys;
            }
            const KeyMap map(shortcuts);
            std::set<QString> seen;
            for (const ShellCommand each : commands) {
                const QKeySequence keys = map.keys(each);
                if (keys.isEmpty())
                    continue;
                RC_ASSERT(keys.count() == 1);
                RC_ASSERT(whyNotForCommands(keys).isEmpty());
                RC_ASSERT(seen.insert(keys.toString(QKeySequence::PortableText)).second);
            }
        }, 500));
    }
};

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
