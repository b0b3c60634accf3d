// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"
#include "ui/library/conversationlist.h"
#include "ui/style/textlabel.h"
#include "ui/transfer/exportfiles.h"
#include "ui/transfer/filenames.h"
#include "ui/transfer/htmltext.h"
#include "ui/transfer/transferdialog.h"
#include "ui/transfer/transferwords.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Conversation tides()
{
    Conversation conversation;
    conversation.id = ConversationId(QStringLiteral("talk"));
    conversation.title = QStringLiteral("Tides <& more>");
    return conversation;
}

std::vector<Message> saidOfTides()
{
    Message question;
    question.id = MessageId(QStringLiteral("q"));
    question.conversation = ConversationId(QStringLiteral("talk"));
    question.turn = TurnId(QStringLiteral("t"));
    question.text = QStringLiteral("Why <script>alert(1)</script>?");
    question.attachments = {{AttachmentId(QStringLiteral("f")), QStringLiteral("../tides.csv"), AttachmentKind::Text, "text/csv", "1,2"}};
    Message answer = question;
    answer.id = MessageId(QStringLiteral("a"));
    answer.role = Role::Assistant;
    answer.state = MessageState::Complete;
    answer.attachments.clear();
    answer.model = QStringLiteral("claude-opus-5-5");
    answer.text = QStringLiteral("The **Moon**, [see](javascript:alert(1)) and [here](https://example.org).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```cpp\nint x;\n```\n");
    return {question, answer};
}

} // namespace

/// From a history to files that people read, and from files into another history.
class TestTransfer : public QObject
{
    Q_OBJECT

private:
    struct Program
    {
        explicit Program(const QString &folder)
            : engine(folder)
        {
            bool open = false;
            engine.open(Engine::Resume::Yes, [&open](const Result<void> &opened) { open = opened.has_value(); });
            (void)QTest::qWaitFor([&open] { return open; }, 20'000);
        }
        /// A conversation of one question and its answer.
        ConversationId have(const QString &question)
        {
            Conversation conversation = tides();
            conversation.id = ConversationId(question);
            std::vector<Message> said = saidOfTides();
            for (Message &each : said) {
                each.id = MessageId(question + each.id.text());
                each.turn = TurnId(question);
                each.conversation = conversation.id;
            }
            engine.library().addConversation(conversation, said);
            bool written = false;
            engine.store().add(conversation, said, [&written](const Result<void> &done) { written = done.has_value(); });
            [&] { QTRY_VERIFY(written); }();
            return conversation.id;
        }
        Engine engine;
    };

    /// False when it did not end well.
    static bool importFrom(Program &program, const QString &path)
    {
        std::optional<ImportReport> report;
        const QObject context;
        QObject::connect(&program.engine.transfer(), &TransferPort::imported, &context, [&report](const ImportReport &ended) { report = ended; });
        program.engine.transfer().importFrom(path);
        return QTest::qWaitFor([&report] { return report.has_value(); }, 60'000) && !report->trouble;
    }
    static bool exportTo(Program &program, const ExportOrder &order)
    {
        std::optional<ExportReport> report;
        const QObject context;
        QObject::connect(&program.engine.transfer(), &TransferPort::exported, &context, [&report](const ExportReport &ended) { report = ended; });
        program.engine.transfer().exportConversations(order);
        return QTest::qWaitFor([&report] { return report.has_value(); }, 60'000) && report->problem.isEmpty() && !report->fault;
    }

    static void click(const TransferDialog &dialog, const char *name) { QTest::mouseClick(dialog.findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton); }
    static QString sentence(const TransferDialog &dialog) { return dialog.findChild<TextLabel *>(QStringLiteral("sentence"))->text(); }

private Q_SLOTS:
    void aTitleBecomesTheNameOfAFile_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("plain") << QStringLiteral("Tides");
        QTest::newRow("slashes") << QStringLiteral("../../etc/passwd");
        QTest::newRow("reserved") << QStringLiteral("CON");
        QTest::newRow("dots") << QStringLiteral("...");
        QTest::newRow("control") << QString(QStringLiteral("a\nb") + QChar(0));
        QTest::newRow("long") << QStringLiteral("東").repeated(500);
        QTest::newRow("empty") << QString();
    }

    void aTitleBecomesTheNameOfAFile()
    {
        QFETCH(const QString, title);
        const QString name = safeFileName(title);
        QVERIFY(!name.isEmpty() && name.toUtf8().size() <= 100);
        QVERIFY(!name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\')) && !name.startsWith(QLatin1Char('.')));
        QVERIFY(name.compare(QLatin1String("CON"), Qt::CaseInsensitive) != 0);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    }

    void namesAreTakenOnce()
    {
        FileNames names;
        QCOMPARE(names.next(QStringLiteral("Tides"), QStringLiteral(".md")), QStringLiteral("Tides.md"));
        QCOMPARE(names.next(QStringLiteral("TIDES"), QStringLiteral(".md")), QStringLiteral("TIDES (2).md"));
    }

    void htmlDoesNothing()
    {
        const QString html = asHtmlFile(tides(), saidOfTides());
        QVERIFY(!html.contains(QStringLiteral("<script")));
        QVERIFY(html.contains(QStringLiteral("&lt;script&gt;")));
        QVERIFY(!html.contains(QStringLiteral("javascript:")));
        QVERIFY(html.contains(QStringLiteral("https://example.org")));
        QVERIFY(html.contains(QStringLiteral("<table")));
        QVERIFY(html.contains(QStringLiteral("Tides &lt;&amp; more&gt;")));
        QVERIFY(!markdownToHtml(QStringLiteral("![x](https://example.org/spy.png) <img src=x>")).contains(QStringLiteral("<img")));
    }

    void markdownTakesItsFilesAlong()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Tides.md"));
        QCOMPARE(writeConversation(ExportFormat::Markdown, path, tides(), saidOfTides()), std::nullopt);
        const QByteArray text = contents(path);
        QVERIFY(text.startsWith("---\n"));
        QVERIFY(text.contains("The **Moon**"));
        QVERIFY(text.contains("claude-opus-5-5"));
        QStringList files;
        for (const QFileInfo &sub : QDir(folder.path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            files += QDir(sub.filePath()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(files.front().endsWith(QStringLiteral("tides.csv")));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("../tides.csv"))));
    }

    void aPdfHasPages()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Tides.pdf"));
        std::vector<Message> said = saidOfTides();
        said.back().text += QStringLiteral("\n\nA paragraph of the answer that fills the pages.").repeated(300);
        QCOMPARE(writeConversation(ExportFormat::Pdf, path, tides(), said), std::nullopt);
        const QByteArray pdf = contents(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.count("/Type /Page\n") > 2 || pdf.count("/Type /Page") > 3);
    }

    void paperIsWhiteInTheDarkToo()
    {
        const QTemporaryDir folder;
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([before] { QApplication::setPalette(before); });
        // All but the moment and the name that a file is given.
        const auto written = [&folder](const QColor &text, const QString &name) {
            QPalette palette;
            palette.setColor(QPalette::Text, text);
            palette.setColor(QPalette::WindowText, text);
            QApplication::setPalette(palette);
            (void)writeConversation(ExportFormat::Pdf, folder.filePath(name), tides(), saidOfTides());
            QByteArray streams;
            const QByteArray pdf = contents(folder.filePath(name));
            for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
                const QByteArray stream = pdf.mid(at, pdf.indexOf("endstream", at) - at);
                if (!stream.contains("xmp"))
                    streams += stream;
            }
            return streams;
        };
        const QByteArray light = written(Qt::black, QStringLiteral("light.pdf"));
        QVERIFY(light.size() > 500);
        QCOMPARE(written(Qt::white, QStringLiteral("dark.pdf")), light);
    }

    void whatCannotBeWrittenIsSaid()
    {
        for (const ExportFormat format : {ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Pdf})
            QVERIFY(writeConversation(format, QStringLiteral("/nowhere/at/all/x"), tides(), saidOfTides()).has_value());
    }

    void theDialogExportsInEachFormat_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("Markdown") << static_cast<int>(ExportFormat::Markdown) << QByteArray("---");
        QTest::newRow("HTML") << static_cast<int>(ExportFormat::Html) << QByteArray("<!");
        QTest::newRow("PDF") << static_cast<int>(ExportFormat::Pdf) << QByteArray("%PDF");
        QTest::newRow("JSON") << static_cast<int>(ExportFormat::Json) << QByteArray("{");
    }

    void theDialogExportsInEachFormat()
    {
        QFETCH(const int, format);
        QFETCH(const QByteArray, begins);
        const QTemporaryDir folder;
        const QTemporaryDir out;
        Program program(folder.path());
        const ConversationId id = program.have(QStringLiteral("Explain the tides"));
        const QString path = out.filePath(QStringLiteral("out"));
        auto *dialog = new TransferDialog(program.engine.transfer(), {id}, QStringLiteral("Tides"), [&path](QWidget *, const ExportOrder &, const QString &, const auto &chosen) { chosen(path); });
        dialog->show();
        auto *formats = dialog->findChild<QComboBox *>(QStringLiteral("format"));
        formats->setCurrentIndex(formats->findData(format));
        click(*dialog, "choose");
        QTRY_VERIFY_WITH_TIMEOUT(contents(path).startsWith(begins), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(sentence(*dialog), QStringLiteral("Written to %1.").arg(path), 20'000);
        click(*dialog, "cancel"); // it says Close by now
        QTRY_VERIFY(!dialog->isVisible());
    }

    void anExportIsImportedOnceAndNotTwice()
    {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        const QTemporaryDir out;
        const QString path = out.filePath(QStringLiteral("all.json"));
        std::vector<ConversationId> ids;
        {
            Program program(folder.path());
            for (const char *question : {"Explain the tides", "Compare two heat pumps", "A packing list"})
                ids.push_back(program.have(QLatin1String(question)));
            std::optional<ExportReport> report;
            QObject::connect(&program.engine.transfer(), &TransferPort::exported, &program.engine, [&report](const ExportReport &ended) { report = ended; });
            program.engine.transfer().exportConversations({ids, ExportFormat::Json, path});
            QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), 20'000);
            QCOMPARE(report->conversations, 3);
        }
        Program program(other.path());
        for (int round = 0; round < 2; ++round) {
            auto *dialog = new TransferDialog(program.engine.transfer(), [&path](QWidget *, bool, const auto &chosen) { chosen(path); });
            dialog->show();
            click(*dialog, "choose");
            QTRY_COMPARE_WITH_TIMEOUT(sentence(*dialog), round == 0 ? QStringLiteral("3 conversations were added, with 6 messages.") : QStringLiteral("3 were there already."), 20'000);
            QCOMPARE(program.engine.library().conversations().size(), std::size_t(3));
            dialog->close();
        }
        program.engine.openConversation(ids.front());
        QTRY_COMPARE(program.engine.library().messages(ids.front()).size(), std::size_t(2));
    }

    void whatAnImportedConversationCostIsCountedAtOnceAndOnce()
    {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        const QTemporaryDir out;
        const QString path = out.filePath(QStringLiteral("all.json"));
        ConversationId id;
        {
            Program program(folder.path());
            id = program.have(QStringLiteral("Explain the tides"));
            Expense expense;
            expense.at = program.engine.time().wall();
            expense.turn = TurnId(id.text());
            expense.conversation = id;
            expense.model = QStringLiteral("claude-opus-5-5");
            expense.usage.input = 1000;
            expense.dollars = 0.25;
            program.engine.store().addExpense(expense);
            QVERIFY(exportTo(program, {{id}, ExportFormat::Json, path}));
        }
        Program program(other.path());
        Ledger &ledger = program.engine.ledger();
        QSignalSpy changed(&ledger, &Ledger::changed);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(importFrom(program, path));
            QCOMPARE(ledger.spentIn(id), 0.25);
            QCOMPARE(ledger.on(ledger.today()).dollars, 0.25);
            QCOMPARE(ledger.on(ledger.today()).usage.input, std::optional<qint64>(1000));
            QCOMPARE(changed.count(), 1);
        }
    }

    void manyConversationsMakeTheListAnewAFewTimes()
    {
        const QTemporaryDir folder;
        const QTemporaryDir out;
        const QString path = out.filePath(QStringLiteral("many.json"));
        QByteArray all = "[";
        for (int each = 0; each < 1000; ++each) {
            const QByteArray id = QByteArray::number(each);
            all += (each > 0 ? "," : "") + ("{\"uuid\":\"" + id + "\",\"name\":\"Talk " + id + "\",\"chat_messages\":[{\"uuid\":\"m" + id + "\",\"sender\":\"human\",\"text\":\"x\"}]}");
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(all + "]") > 0);
        file.close();
        Program program(folder.path());
        const ConversationList list(program.engine.library(), program.engine.outbox(), program.engine.time(), program.engine.alarms());
        QSignalSpy refreshed(&list, &ConversationList::refreshed);
        QVERIFY(importFrom(program, path));
        QCOMPARE(program.engine.library().conversations().size(), std::size_t(1000));
        QTRY_COMPARE(list.order().size(), std::size_t(1000));
        QVERIFY2(refreshed.count() < 100, qPrintable(QString::number(refreshed.count())));
    }

    void largeCountsAreEasyToRead()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
        ImportReport report;
        report.added = 100'000;
        report.messages = 200'000;
        QCOMPARE(importSentence(report), QStringLiteral("100,000 conversations were added, with 200,000 messages."));
    }

    void nothingIsWrittenElsewhereWhateverTheNamesSay()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b/export")) && QDir(folder.path()).mkpath(QStringLiteral("a/b/out")));
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        write(QStringLiteral("a/b/export/conversations.json"),
            R"([{"uuid":"../../../id","name":"../../../title","chat_messages":[{"uuid":"../m","sender":"human","text":"Why?",)"
            R"("attachments":[{"file_name":"../../../../evil.txt","extracted_content":"harm"},{"file_name":"/evil.txt","extracted_content":"harm"},)"
            R"({"file_name":"..\\..\\evil.txt","extracted_content":"harm"}]}]}])");
        Program program(folder.filePath(QStringLiteral("a/b/data")));
        QVERIFY(importFrom(program, folder.filePath(QStringLiteral("a/b/export"))));
        const std::vector<const Conversation *> known = program.engine.library().conversations();
        QCOMPARE(known.size(), std::size_t(1));
        const ConversationId id = known.front()->id;
        for (const ExportFormat format : {ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Json})
            QVERIFY(exportTo(program, {{id}, format, folder.filePath(QStringLiteral("a/b/out/%1").arg(static_cast<int>(format)))}));
        int written = 0;
        for (QDirIterator each(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
            const QString path = each.next().mid(folder.path().size());
            QVERIFY2(path.startsWith(QStringLiteral("/a/b/data/")) || path.startsWith(QStringLiteral("/a/b/out/")) || path == QStringLiteral("/a/b/export/conversations.json"), qPrintable(path));
            written += path.startsWith(QStringLiteral("/a/b/out/")) ? 1 : 0;
        }
        QVERIFY(written >= 6); // three exports, and the files beside the first
    }

    void whatIsNoExportIsSaid()
    {
        const QTemporaryDir folder;
        const QTemporaryDir out;
        const QString path = out.filePath(QStringLiteral("holiday.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"photos\": [1, 2, 3]}");
        file.close();
        Program program(folder.path());
        auto *dialog = new TransferDialog(program.engine.transfer(), [&path](QWidget *, bool, const auto &chosen) { chosen(path); });
        dialog->show();
        click(*dialog, "choose");
        QTRY_VERIFY2_WITH_TIMEOUT(sentence(*dialog).startsWith(QStringLiteral("No conversation of a known kind is in it.")), qPrintable(sentence(*dialog)), 20'000);
        QVERIFY(program.engine.library().conversations().empty());
        dialog->close();
    }
};

QTEST_MAIN(TestTransfer)
#include "tst_transfer.moc"
