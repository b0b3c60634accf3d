// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

namespace {

/// A file of the tree, or one made up for the self-check.
struct Source
{
    QString path; ///< from the root of the tree: "core/policy/delay.h"
    QString text;
};

/// What the files below a folder may include: folders or single headers of the tree. Their own folder always.
struct Room
{
    QString folder;
    QStringList mayInclude;
};

/// The table of CONTRIBUTING.md. The first row whose folder matches holds.
const QList<Room> &rooms()
{
    static const auto in = [](const char *folder, std::initializer_list<const char *> allowed) {
        Room room {QLatin1String(folder), {}};
        for (const char *each : allowed)
            room.mayInclude.append(QLatin1String(each));
        return room;
    };
    static const QList<Room> table {
        in("core/base/", {}),
        in("core/policy/", {"core/base/"}),
        in("core/chat/", {"core/base/"}),
        in("core/health/", {"core/base/"}),
        in("core/net/", {"core/base/"}),
        in("core/route/", {"core/base/", "core/policy/", "core/health/"}),
        in("core/spend/", {"core/base/", "core/route/provider.h"}),
        // What a reply's headers carry: a hint, and the room left.
        in("core/wire/", {"core/base/", "core/chat/", "core/route/", "core/policy/hint.h", "core/health/sample.h"}),
        in("core/turn/",
            {"core/base/", "core/policy/", "core/chat/", "core/health/", "core/net/", "core/route/", "core/spend/", "core/wire/"}),
        in("core/replay/", {"core/base/", "core/policy/", "core/health/", "core/route/", "core/turn/turnmachine.h", "core/turn/outboxramp.h"}),
        // The journal's port and the values that it carries; nothing else of turn, and nothing that sends.
        in("core/store/",
            {"core/base/", "core/chat/", "core/health/", "core/spend/expense.h", "core/spend/price.h", "core/turn/journal.h", "core/turn/turnstate.h",
                "core/route/catalogue.h", "core/route/chain.h", "core/route/conditions.h", "core/route/model.h",
                "core/policy/", "core/batch/batch.h", "core/batch/batchbooks.h", "core/batch/batchcost.h", "core/batch/batchparts.h", "core/batch/batchshelf.h",
                "core/batch/rowpage.h", "core/batch/rowexport.h"}),
        // What is sent together and answered later: of turns too.
        in("core/batch/",
            {"core/base/", "core/chat/", "core/health/", "core/policy/", "core/net/", "core/route/", "core/spend/", "core/wire/", "core/turn/"}),
        in("core/simulator/", {"core/"}),
        in("ui/", {"core/base/", "core/policy/", "core/chat/", "core/health/", "core/route/", "core/spend/", "core/turn/", "core/replay/", "core/batch/"}),
        in("app/", {"core/", "ui/"}),
    };
    return table;
}

/// Qt headers by which a file would need more than Core, Network and Sql.
bool belongsToGui(const QString &header)
{
    static const QRegularExpression gui(QStringLiteral(
        "^(QtGui|QtWidgets|QtCharts|QtSvg|QtOpenGL|QtPrintSupport)(/|$)"
        "|^Q(Gui|Widget|Window|Screen|Painter|Paint|Color|Font|Icon|Image|Pixmap|Palette|Brush|Pen|Style|Clipboard|"
        "Cursor|"
        "Key|Mouse|Text(Document|Cursor|Layout|Block|Format|Edit|Browser)|Desktop|Accessible|Action|Shortcut|Svg|Chart|"
        "Application$|Dialog|FileDialog|MessageBox|Menu|Label|PushButton|AbstractButton|AbstractScrollArea|ScrollArea|"
        "LineEdit|PlainTextEdit|ListView|TreeView|TableView|Layout|HBoxLayout|VBoxLayout|GridLayout)"));
    return gui.match(header).hasMatch();
}

/// Each include that the table forbids, as "file includes header".
QStringList violations(const Source &source)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^\">]+)[\">]"), QRegularExpression::MultilineOption);
    const auto room = std::find_if(
        rooms().begin(), rooms().end(), [&source](const Room &each) { return source.path.startsWith(each.folder); });
    if (room == rooms().end())
        return {source.path + QLatin1String(" is in no room of the table")};

    QStringList found;
    const auto forbid = [&](const QString &header) {
        found.append(source.path + QLatin1String(" includes ") + header);
    };
    for (auto matches = include.globalMatch(source.text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString header = match.captured(2);
        if (match.captured(1) == QLatin1String("<")) {
            if (source.path.startsWith(QLatin1String("core/")) && belongsToGui(header))
                forbid(header);
            continue;
        }
        if (header.endsWith(QLatin1String(".moc")) || header.startsWith(room->folder))
            continue;
        const bool allowed = std::any_of(room->mayInclude.begin(), room->mayInclude.end(),
            [&header](const QString &each) { return header.startsWith(each); });
        if (!allowed)
            forbid(header);
    }
    return found;
}

QList<Source> tree()
{
    QList<Source> sources;
    const QDir root(QStringLiteral(BREAKWATER_SOURCE_DIR));
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return sources;
}

} // namespace

class tst_Layering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeIsAllowedByTheTable()
    {
        const QList<Source> sources = tree();
        QVERIFY2(sources.size() > 40, "the tree was not found");
        QStringList found;
        for (const Source &source : sources)
            found += violations(source);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void findsWhatTheTableForbids_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const char *path, const char *text, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text) << allowed;
        };
        row("policy knows base", "core/policy/x.h", "#include \"core/base/time.h\"\n", true);
        row("policy does not know chat", "core/policy/x.h", "#pragma once\n#include \"core/chat/message.h\"\n", false);
        row("base knows nothing", "core/base/x.cpp", "#include \"core/policy/delay.h\"\n", false);
        row("a room knows itself", "core/base/x.cpp", "#include \"core/base/x.h\"\n", true);
        row("store knows the journal", "core/store/x.h", "#include \"core/turn/journal.h\"\n", true);
        row("store does not know the runner", "core/store/x.h", "#include \"core/turn/turnrunner.h\"\n", false);
        row("store knows what a batch is", "core/store/x.cpp", "#include \"core/batch/batch.h\"\n", true);
        row("store does not know who runs it", "core/store/x.cpp", "#include \"core/batch/batchrunner.h\"\n", false);
        row("batch does not know store", "core/batch/x.cpp", "#include \"core/store/archive.h\"\n", false);
        row("batch knows the outbox", "core/batch/x.cpp", "#include \"core/turn/outbox.h\"\n", true);
        row("turn does not know batches", "core/turn/x.cpp", "#include \"core/batch/batches.h\"\n", false);
        row("turn does not know store", "core/turn/x.cpp", "  #  include \"core/store/archive.h\"\n", false);
        row("core does not know ui", "core/chat/x.cpp", "#include \"ui/style/tokens.h\"\n", false);
        row("core knows no colours", "core/health/x.h", "#include <QColor>\n", false);
        row("core knows no widgets", "core/health/x.h", "#include <QtWidgets/QLabel>\n", false);
        row("core knows QString", "core/health/x.h", "#include <QString>\n#include <QTextStream>\n", true);
        row("ui does not know the net", "ui/shell/x.cpp", "#include \"core/net/transport.h\"\n", false);
        row("ui does not know the wire", "ui/shell/x.cpp", "#include \"core/wire/sse.h\"\n", false);
        row("ui does not know the store", "ui/flight/x.cpp", "#include \"core/store/archive.h\"\n", false);
        row("ui does not know the simulator", "ui/flight/x.cpp", "#include \"core/simulator/weatherscript.h\"\n",
            false);
        row("ui does not know app", "ui/flight/x.cpp", "#include \"app/settings.h\"\n", false);
        row("app knows all", "app/main.cpp", "#include \"core/net/transport.h\"\n#include \"ui/style/theme.h\"\n",
            true);
        row("nothing knows a file by a bare name", "core/wire/x.cpp", "#include \"x.h\"\n", false);
        row("a new room needs a row", "core/novel/x.h", "", false);
    }

    void findsWhatTheTableForbids()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(bool, allowed);
        QCOMPARE(violations({path, text}).isEmpty(), allowed);
    }
};

QTEST_GUILESS_MAIN(tst_Layering)
#include "tst_layering.moc"
