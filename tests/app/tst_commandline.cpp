// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QtTest>

#include <QRegularExpression>

#include <set>

using namespace breakwater;

/// What a person types, and the manual and the menu of the desktop, which type it too.
class TestCommandLine : public QObject
{
    Q_OBJECT

private:
    static CommandLine read(const QStringList &arguments) { return readCommandLine(QStringList {QStringLiteral("breakwater")} + arguments, true); }
    static QString resource(const QString &name)
    {
        QFile file(QStringLiteral(BREAKWATER_SOURCE_DIR "/resources/") + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static std::set<QString> optionsIn(const QString &text)
    {
        std::set<QString> options;
        auto matches = QRegularExpression(QStringLiteral("(?<![\\w-])--?[a-z][a-z-]*")).globalMatch(text);
        while (matches.hasNext())
            options.insert(matches.next().captured());
        return options;
    }

private Q_SLOTS:
    void aStartSaysWhatItWantsOfTheWindow()
    {
        QVERIFY(read({}).wish == WindowWish::Raise);
        QVERIFY(read({QStringLiteral("--new-conversation")}).wish == WindowWish::NewConversation);
        QVERIFY(read({QStringLiteral("--new-window")}).wish == WindowWish::NewWindow);
        QVERIFY(read({QStringLiteral("--new-window"), QStringLiteral("--new-conversation")}).wish == WindowWish::NewWindow);
        QVERIFY(read({QStringLiteral("--new-window")}).command == Command::Window);
    }

    void theManualHasEachOptionAndNoOther()
    {
        const QString manual = resource(QStringLiteral("breakwater.1"));
        const qsizetype begin = manual.indexOf(QStringLiteral(".SH OPTIONS"));
        const qsizetype end = manual.indexOf(QStringLiteral(".SH "), begin + 4);
        QVERIFY(begin > 0 && end > begin);
        const std::set<QString> described = optionsIn(manual.mid(begin, end - begin).replace(QStringLiteral("\\-"), QStringLiteral("-")));
        const std::set<QString> offered = optionsIn(read({QStringLiteral("--help")}).message);
        QVERIFY(offered.contains(QStringLiteral("--new-window")) && offered.contains(QStringLiteral("-h")));
        for (const QString &each : offered)
            QVERIFY2(described.contains(each), qPrintable(each));
        for (const QString &each : described)
            QVERIFY2(offered.contains(each), qPrintable(each));
    }

    void theMenuOfTheDesktopStartsWhatThereIs()
    {
        const QString entry = resource(QStringLiteral("breakwater.desktop"));
        std::set<WindowWish> wishes;
        for (const QString &line : entry.split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1String("Exec=breakwater")))
                continue;
            const CommandLine typed = read(line.section(QLatin1Char('='), 1).split(QLatin1Char(' ')).mid(1));
            QVERIFY2(typed.command == Command::Window, qPrintable(line));
            wishes.insert(typed.wish);
        }
        QCOMPARE(wishes.size(), std::size_t(3));
        for (const QString &each : entry.section(QStringLiteral("Actions="), 1).section(QLatin1Char('\n'), 0, 0).split(QLatin1Char(';'), Qt::SkipEmptyParts))
            QVERIFY2(entry.contains(QStringLiteral("[Desktop Action %1]").arg(each)), qPrintable(each));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
