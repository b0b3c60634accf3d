// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"
#include "tests/support/fakes.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/batch/planfigures.h"
#include "ui/batch/rowschoice.h"
#include "ui/composer/samplingfields.h"
#include "ui/shell/noticebar.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/rowproblemwords.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace breakwater;

namespace {

constexpr int patience = 60'000; // ms

/// A history on disk, a provider that answers nobody, and the window.
struct BatchDesk
{
    QTemporaryDir folder;
    FakeTime time;
    FakeTransport transport;
    FakeCredentials credentials;
    SeededJitter jitter {7};
    Conditions conditions;
    Catalogue catalogue;
    RouteTable table = FakeOutbox::sampleTable();
    Ledger ledger {time};
    StoreThread store {time};
    Batches batches {BatchServices {transport, time, time, jitter, store, conditions, credentials, [this]() -> const RouteTable & { return table; }, catalogue, {}, &ledger}, store};
    std::unique_ptr<NewBatchWindow> window;
    bool isOpen = false;

    BatchDesk()
    {
        window = std::make_unique<NewBatchWindow>(
            batches, [this]() -> const RouteTable & { return table; }, [this]() -> const Catalogue & { return catalogue; }, ledger, time);
        window->show();
    }
    void openStore()
    {
        store.open(folder.filePath(QStringLiteral("library.sqlite")), [this](const Result<Snapshot> &opened) { isOpen = opened.has_value(); });
        QTRY_VERIFY(isOpen);
    }
    [[nodiscard]] QString file(const QByteArray &content, const QString &name = QStringLiteral("rows.csv")) const
    {
        QFile made(folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("%s", qPrintable(made.errorString()));
        return made.fileName();
    }
    template <class Widget>
    [[nodiscard]] Widget &part(const char *name) const
    {
        auto *found = window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return *found;
    }
    [[nodiscard]] QString words(const char *label) const
    {
        const auto &found = part<TextLabel>(label);
        return found.isVisibleTo(window.get()) ? found.text() : QString();
    }
    [[nodiscard]] QString prompt() const { return part<QPlainTextEdit>("prompt").toPlainText(); }
    void write(const char *field, const QString &text) const
    {
        auto &edit = part<QWidget>(field);
        edit.setFocus();
        QTest::keyClicks(&edit, text);
    }
    void click(const char *button) const { QTest::mouseClick(&part<QAbstractButton>(button), Qt::LeftButton); }
    [[nodiscard]] bool canSend() const { return part<Button>("send").isEnabled(); }
    void waitForSend() const { QTRY_VERIFY_WITH_TIMEOUT(canSend(), patience); }
    [[nodiscard]] QList<Button *> columns() const { return part<QWidget>("columns").findChildren<Button *>(); }
    [[nodiscard]] QString notice() const { return window->findChild<NoticeBar *>()->title(); }

    [[nodiscard]] std::vector<Batch> onTheShelf()
    {
        std::optional<std::vector<Batch>> all;
        store.batches([&all](const Result<std::vector<Batch>> &read) { all = read.value_or(std::vector<Batch>()); });
        if (!QTest::qWaitFor([&all] { return all.has_value(); }, patience))
            qFatal("the shelf does not answer");
        return *all;
    }
    [[nodiscard]] QJsonObject paramsOf(const Batch &batch, qint64 row)
    {
        std::optional<QByteArray> params;
        store.wholeRow(batch.id, row, [&params](const Result<std::optional<WholeRow>> &read) { params = read && *read ? (*read)->row.params : QByteArray(); });
        if (!QTest::qWaitFor([&params] { return params.has_value(); }, patience))
            qFatal("the shelf does not answer");
        return QJsonDocument::fromJson(*params).object();
    }
    [[nodiscard]] static QString promptIn(const QJsonObject &params)
    {
        return params.value(QStringLiteral("messages")).toArray().at(0).toObject().value(QStringLiteral("content")).toString();
    }
};

QByteArray numbered(int count)
{
    QByteArray csv("text\n");
    for (int each = 1; each <= count; ++each)
        csv += "row " + QByteArray::number(each) + "\n";
    return csv;
}

const QByteArray cities("city,country\nTallinn,Estonia\nRiga,Latvia\nRiga,Latvia\n");

/// Labels whose words are cut: higher or wider than they are.
QStringList cutLabels(QWidget &window)
{
    QStringList cut;
    for (const TextLabel *label : window.findChildren<TextLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < needed || (!label->wordWrap() && label->width() < label->sizeHint().width()))
            cut += label->text();
    }
    for (const Button *button : window.findChildren<Button *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            cut += button->text();
    }
    return cut;
}

} // namespace

class TestNewBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { useBreakwaterStyle(); }
    void cleanup() { Theme::instance().setTextScale(1.0); }

    void sendsWhatIsWrittenForEachRow()
    {
        BatchDesk desk;
        desk.openStore();
        QSignalSpy begun(desk.window.get(), &NewBatchWindow::begun);
        QCOMPARE(desk.words("state"), QStringLiteral("Choose rows first."));
        desk.write("title", QStringLiteral("Capitals"));
        desk.window->useFile(desk.file(cities));
        QTRY_COMPARE(desk.words("state"), QStringLiteral("Write the prompt first."));
        QCOMPARE(desk.words("fileLine"), QStringLiteral("rows.csv: 3 rows"));
        QCOMPARE(desk.words("figureLeftOut"), QString()); // nothing is wrong with them
        desk.write("prompt", QStringLiteral("Is {{city}} in {{country}}?"));
        desk.waitForSend();
        QCOMPARE(desk.words("state"), QString());
        QCOMPARE(desk.words("figureRows"), QStringLiteral("3"));
        QCOMPARE(desk.words("figureAlike"), QStringLiteral("1 row asks what one before it asks, word for word"));
        QVERIFY(desk.words("figurePrice").startsWith(QStringLiteral("between ")));
        QVERIFY(desk.words("figurePrice").endsWith(QStringLiteral("half of what it costs otherwise")));
        desk.click("send");
        QTRY_COMPARE_WITH_TIMEOUT(begun.count(), 1, patience);
        QVERIFY(!desk.window->isVisible());
        const std::vector<Batch> all = desk.onTheShelf();
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().id, begun.front().front().value<BatchId>());
        QCOMPARE(all.front().title, QStringLiteral("Capitals"));
        QCOMPARE(all.front().route, RouteId(QStringLiteral("sonnet")));
        QCOMPARE(all.front().counts.open, qint64(3));
        QCOMPARE(BatchDesk::promptIn(desk.paramsOf(all.front(), 2)), QStringLiteral("Is Riga in Latvia?"));
        QVERIFY(desk.batches.batch(all.front().id) != nullptr);
        QTRY_VERIFY(!desk.transport.requests.empty()); // it is on its way
        QVERIFY(desk.transport.requests.front().url.path().endsWith(QStringLiteral("/messages/batches")));
        QVERIFY(desk.transport.requests.front().body.contains("Is Tallinn in Estonia?"));
        // The next one begins empty.
        QVERIFY(desk.prompt().isEmpty());
        QVERIFY(desk.part<QLineEdit>("title").text().isEmpty());
        QCOMPARE(desk.words("fileLine"), QString());
    }

    void theBeginningOfThePromptIsTheTitleOfABatchWithoutOne()
    {
        BatchDesk desk;
        desk.openStore();
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("Where is {{city}}?"));
        desk.waitForSend();
        desk.click("send");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        QCOMPARE(desk.onTheShelf().front().title, titleFromPrompt(QStringLiteral("Where is {{city}}?")));
    }

    void columnsArePutIntoThePrompt()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("city,R&D\na,b\n"));
        QTRY_COMPARE(desk.columns().size(), 2);
        QCOMPARE(desk.columns().at(0)->text(), QStringLiteral("{{city}}"));
        desk.write("prompt", QStringLiteral("Where is "));
        QTest::mouseClick(desk.columns().at(0), Qt::LeftButton);
        QCOMPARE(desk.prompt(), QStringLiteral("Where is {{city}}"));
        QVERIFY(desk.part<QWidget>("prompt").hasFocus());
        QTest::mouseClick(desk.columns().at(1), Qt::LeftButton);
        QCOMPARE(desk.prompt(), QStringLiteral("Where is {{city}}{{R&D}}"));
        desk.part<QPlainTextEdit>("prompt").undo();
        QCOMPARE(desk.prompt(), QStringLiteral("Where is {{city}}"));
    }

    void veryManyColumnsHaveAMenu()
    {
        BatchDesk desk;
        QByteArray header("c1");
        for (int each = 2; each <= 40; ++each)
            header += ",c" + QByteArray::number(each);
        desk.window->useFile(desk.file(header + "\n"));
        QTRY_COMPARE(desk.columns().size(), 17);
        QCOMPARE(desk.columns().last()->text(), QStringLiteral("24 more…"));
        QTest::mouseClick(desk.columns().last(), Qt::LeftButton);
        auto *menu = desk.part<QWidget>("columns").findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 24);
        menu->actions().last()->trigger();
        menu->close();
        QCOMPARE(desk.prompt(), QStringLiteral("{{c40}}"));
    }

    void aVariableThatIsNoColumnIsNamed()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("town\nRiga\n"));
        desk.write("prompt", QStringLiteral("Where is {{city}}?"));
        QTRY_COMPARE(desk.words("promptNote"), QStringLiteral("{{city}} is not a column of this file."));
        QTRY_COMPARE(desk.words("state"), QStringLiteral("There is no row that can be asked."));
        QVERIFY(!desk.canSend());
        QCOMPARE(desk.words("figureLeftOut"), QStringLiteral("1 row: 1 × no value"));
        desk.part<QPlainTextEdit>("prompt").clear();
        desk.write("prompt", QStringLiteral("Where is {{town}}?"));
        desk.waitForSend();
        QCOMPARE(desk.words("promptNote"), QString());
    }

    void aPromptThatAsksAllTheSameIsNoticed()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("town\nRiga\nTallinn\n"));
        desk.write("prompt", QStringLiteral("Where is it?"));
        desk.waitForSend();
        QCOMPARE(desk.words("promptNote"), QStringLiteral("Nothing in this prompt stands for a value of the row: all ask the same."));
    }

    void theFirstRowsAreShownFilledIn()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file(numbered(100)));
        desk.write("prompt", QStringLiteral("Say {{text}}."));
        desk.waitForSend();
        auto &list = desk.part<QListWidget>("previewRows");
        QCOMPARE(list.count(), 20);
        QCOMPARE(list.item(4)->text(), QStringLiteral("row 5"));
        QCOMPARE(list.item(4)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Row 5, row 5, about 3 tokens"));
        QCOMPARE(desk.part<QPlainTextEdit>("previewPrompt").toPlainText(), QStringLiteral("Say row 1."));
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(desk.part<QPlainTextEdit>("previewPrompt").toPlainText(), QStringLiteral("Say row 2."));
        desk.write("prompt", QStringLiteral("!")); // the chosen row stays
        QTRY_COMPARE(desk.part<QPlainTextEdit>("previewPrompt").toPlainText(), QStringLiteral("Say row 2.!"));
    }

    void whatIsWrongWithRowsIsListed()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("a,b\n1,2\n3\n\"4\"5,6\n" + QByteArray("7\n").repeated(200) + "8,9\n\"10,11\n"));
        desk.write("prompt", QStringLiteral("{{a}}"));
        desk.waitForSend();
        QCOMPARE(desk.words("figureRows"), QStringLiteral("2"));
        QCOMPARE(desk.words("figureLeftOut"), QStringLiteral("202 rows: 1 × text behind a quote, 201 × too few fields"));
        const QStringList lines = desk.part<QPlainTextEdit>("problems").toPlainText().split(QLatin1Char('\n'));
        QCOMPARE(lines.first(), QStringLiteral("Line 3 has one field instead of 2. It is left out."));
        QCOMPARE(lines.at(1), QStringLiteral("Line 4 has text behind a closing quote. It is left out."));
        QCOMPARE(lines.last(), QStringLiteral("And 103 more."));
        desk.window->useFile(desk.folder.filePath(QStringLiteral("nowhere.csv")));
        QTRY_VERIFY(desk.part<QPlainTextEdit>("problems").toPlainText().startsWith(QStringLiteral("The file cannot be read:")));
        QVERIFY(!desk.canSend());
    }

    void everyTroubleHasItsWords()
    {
        QStringList all;
        for (int each = 0; each <= static_cast<int>(RowTrouble::TooManyTokens); ++each) {
            RowProblem problem {static_cast<RowTrouble>(each), 12, QStringLiteral("city"), 1234, 2};
            const QString sentence = rowproblemwords::sentence(problem, rowproblemwords::RowIs::Line);
            QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.startsWith(QLatin1Char(' ')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QCOMPARE(sentence.contains(QStringLiteral("left out")), !endsTheRows(problem.trouble) && problem.trouble != RowTrouble::TooManyTokens);
            QVERIFY(!rowproblemwords::inShort(problem.trouble).isEmpty());
            all += sentence;
        }
        all.removeDuplicates();
        QCOMPARE(all.size(), static_cast<qsizetype>(RowTrouble::TooManyTokens)); // too few and too many fields say the same
        const RowProblem file {RowTrouble::BlankPrompt, 3};
        QCOMPARE(rowproblemwords::sentence(file, rowproblemwords::RowIs::File), QStringLiteral("File 3 leaves the prompt empty. It is left out."));
        for (int each = 0; each <= static_cast<int>(AttachmentProblem::NotAPdf); ++each) {
            const RowProblem bad {RowTrouble::BadFile, 3, QStringLiteral("x.bin"), 0, 0, static_cast<AttachmentProblem>(each)};
            QVERIFY(rowproblemwords::sentence(bad, rowproblemwords::RowIs::File).startsWith(QStringLiteral("“x.bin” is ")));
        }
    }

    void modelAndParametersAreThoseThatWereChosen()
    {
        BatchDesk desk;
        desk.openStore();
        auto &model = desk.part<QComboBox>("model");
        QCOMPARE(model.count(), 2); // the local server takes none
        QVERIFY(!desk.part<QWidget>("temperature").isEnabled()); // Sonnet 5.5 refuses it
        model.setFocus();
        QTest::keyClick(&model, Qt::Key_Down);
        QCOMPARE(model.currentText(), QStringLiteral("Claude Haiku 4.5"));
        QVERIFY(!desk.part<QWidget>("sampling").isVisible());
        desk.click("more");
        QVERIFY(desk.part<QWidget>("sampling").isVisible());
        for (const auto &[field, value] : {std::pair("temperature", "0.5"), std::pair("mostTokens", "300")}) {
            auto &number = desk.part<QDoubleSpinBox>(field);
            QVERIFY(number.isEnabled());
            number.setFocus();
            number.selectAll();
            QTest::keyClicks(&number, QLatin1String(value));
            QTest::keyClick(&number, Qt::Key_Tab);
        }
        desk.write("system", QStringLiteral("Be brief."));
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("{{city}}?"));
        desk.waitForSend();
        desk.click("send");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        const Batch batch = desk.onTheShelf().front();
        QCOMPARE(batch.route, RouteId(QStringLiteral("haiku")));
        const QJsonObject params = desk.paramsOf(batch, 1);
        QCOMPARE(params.value(QStringLiteral("model")).toString(), QStringLiteral("claude-haiku-4-5"));
        QCOMPARE(params.value(QStringLiteral("temperature")).toDouble(), 0.5);
        QCOMPARE(params.value(QStringLiteral("max_tokens")).toInt(), 300);
        QCOMPARE(params.value(QStringLiteral("system")).toString(), QStringLiteral("Be brief."));
        QCOMPARE(model.currentText(), QStringLiteral("Claude Haiku 4.5")); // the next one begins with it
    }

    void aShorterAnswerCostsLessAtMost()
    {
        BatchDesk desk;
        desk.part<QComboBox>("model").setCurrentIndex(1);
        Q_EMIT desk.part<QComboBox>("model").activated(1);
        desk.window->useFile(desk.file(numbered(1000)));
        desk.write("prompt", QStringLiteral("{{text}}"));
        desk.waitForSend();
        const QString before = desk.words("figurePrice");
        desk.click("more");
        desk.part<QDoubleSpinBox>("mostTokens").setValue(10);
        QTRY_VERIFY(desk.canSend() && desk.words("figurePrice") != before);
        QCOMPARE(desk.words("figurePrice"), QStringLiteral("between $0.0010 and $0.026, half of what it costs otherwise")); // Haiku 4.5: 1 and 5 dollars a million
    }

    void withoutAModelThatTakesBatchesItSaysSo()
    {
        BatchDesk desk;
        desk.table.routes.erase(desk.table.routes.begin(), desk.table.routes.begin() + 2);
        desk.window->hide();
        desk.window->show();
        QVERIFY(desk.words("noModel").contains(QStringLiteral("only Anthropic’s API has them")));
        QVERIFY(!desk.part<QComboBox>("model").isVisible());
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("{{city}}"));
        QTRY_COMPARE(desk.words("figureRows"), QStringLiteral("3")); // they are shown all the same
        QCOMPARE(desk.words("state"), QStringLiteral("Nobody here takes batches yet."));
        QVERIFY(!desk.canSend());
        desk.table = FakeOutbox::sampleTable();
        desk.window->hide();
        desk.window->show();
        QCOMPARE(desk.words("noModel"), QString());
        desk.waitForSend();
    }

    void theBuiltInProviderCostsNothing()
    {
        BatchDesk desk;
        desk.table.providers.front().simulated = true;
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("{{city}}"));
        desk.waitForSend();
        QCOMPARE(desk.words("figurePrice"), QStringLiteral("nothing"));
    }

    void howFarAFileIsReadIsShown()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file(numbered(50'000)));
        desk.write("prompt", QStringLiteral("{{text}}"));
        QTRY_VERIFY(desk.words("fileLine").endsWith(QStringLiteral("rows so far")));
        QVERIFY(desk.part<QProgressBar>("reading").isVisible());
        QCOMPARE(desk.words("state"), QStringLiteral("Reading the rows…"));
        QVERIFY(!desk.canSend());
        QVERIFY(desk.part<QListWidget>("previewRows").count() > 0); // at once
        desk.waitForSend();
        QVERIFY(!desk.part<QProgressBar>("reading").isVisible());
        QCOMPARE(desk.words("fileLine"), QStringLiteral("rows.csv: 50,000 rows"));
    }

    void largeRowsGoInParts()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("text\n" + QByteArray(QByteArray(1'000'000, 'x') + "\n").repeated(80)));
        desk.write("prompt", QStringLiteral("{{text}}"));
        desk.waitForSend();
        QCOMPARE(desk.words("figureParts"), QStringLiteral("in 3 parts"));
        QCOMPARE(desk.part<QPlainTextEdit>("previewPrompt").toPlainText().size(), BatchMaker::longestPrompt + 1);
    }

    void filesAreARowEach()
    {
        BatchDesk desk;
        desk.openStore();
        const QStringList paths {desk.file("One.", QStringLiteral("a.txt")), desk.file("Two.", QStringLiteral("b.txt"))};
        desk.window->useFiles(paths);
        QTRY_COMPARE(desk.columns().size(), 2);
        QCOMPARE(desk.words("fileLine"), QStringLiteral("2 files: 2 rows"));
        desk.write("prompt", QStringLiteral("Sum up {{text}}"));
        QTRY_VERIFY(desk.words("promptNote").startsWith(QStringLiteral("{{text}} is not known here: {{file}}")));
        desk.part<QPlainTextEdit>("prompt").clear();
        desk.write("prompt", QStringLiteral("Sum up {{filename}}: {{file}}"));
        desk.waitForSend();
        desk.click("send");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        QCOMPARE(BatchDesk::promptIn(desk.paramsOf(desk.onTheShelf().front(), 2)), QStringLiteral("Sum up b.txt: Two."));
    }

    void droppedFilesAreTaken()
    {
        BatchDesk desk;
        QMimeData data;
        const auto drop = [&](const QStringList &paths, QWidget &onto) {
            QList<QUrl> urls;
            for (const QString &each : paths)
                urls += QUrl::fromLocalFile(each);
            data.setUrls(urls);
            QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&onto, &enter);
            const bool taken = enter.isAccepted();
            QDropEvent dropped({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            if (taken)
                QApplication::sendEvent(&onto, &dropped);
            return taken;
        };
        QVERIFY(drop({desk.file(cities)}, *desk.window));
        QTRY_COMPARE(desk.words("fileLine"), QStringLiteral("rows.csv: 3 rows"));
        QVERIFY(drop({desk.file("One.", QStringLiteral("a.txt"))}, *desk.window));
        QTRY_COMPARE(desk.words("fileLine"), QStringLiteral("1 file: 1 row"));
        // The prompt leaves them to the window below it.
        QVERIFY(drop({desk.file(cities)}, *desk.part<QPlainTextEdit>("prompt").viewport()));
        QTRY_COMPARE(desk.words("fileLine"), QStringLiteral("rows.csv: 3 rows"));
        QVERIFY(desk.prompt().isEmpty());
    }

    void isOpenedWithFilesOrAPrompt()
    {
        BatchDesk desk;
        desk.window->close();
        desk.window->openWith(QStringList {desk.file("{\"a\":1}\n", QStringLiteral("rows.JSONL"))});
        QVERIFY(desk.window->isVisible());
        QTRY_COMPARE(desk.words("fileLine"), QStringLiteral("rows.JSONL: 1 row"));
        desk.window->openWith(QStringLiteral("Sum up {{a}}"));
        QCOMPARE(desk.prompt(), QStringLiteral("Sum up {{a}}"));
        desk.window->openWith(QStringLiteral("Translate {{a}}"));
        QCOMPARE(desk.prompt(), QStringLiteral("Translate {{a}}"));
        desk.part<QPlainTextEdit>("prompt").undo();
        QCOMPARE(desk.prompt(), QStringLiteral("Sum up {{a}}"));
        QVERIFY(looksLikeRows(QStringLiteral("/a/b.csv")));
        QVERIFY(!looksLikeRows(QStringLiteral("/a/b.pdf")));
    }

    void escClosesAndKeepsWhatIsWritten()
    {
        BatchDesk desk;
        desk.write("prompt", QStringLiteral("Half a thought"));
        QTest::keyClick(&desk.part<QWidget>("prompt"), Qt::Key_Escape);
        QVERIFY(!desk.window->isVisible());
        desk.window->show();
        QCOMPARE(desk.prompt(), QStringLiteral("Half a thought"));
    }

    void escClosesFromEveryField()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("a,b\n1\n2,3\n"));
        desk.write("prompt", QStringLiteral("{{a}}"));
        desk.waitForSend();
        desk.click("more");
        for (const char *field : {"title", "system", "model", "mostTokens", "previewRows", "previewPrompt", "problems", "chooseFile"}) {
            desk.window->show();
            auto &each = desk.part<QWidget>(field);
            each.setFocus();
            QTest::keyClick(&each, Qt::Key_Escape);
            QVERIFY2(!desk.window->isVisible(), field);
        }
    }

    void whatUnfoldsIsSeen()
    {
        BatchDesk desk;
        desk.window->resize(720, 520);
        desk.part<QWidget>("more").setFocus();
        QTest::keyClick(&desk.part<QWidget>("more"), Qt::Key_Space);
        const auto &viewport = *desk.window->findChild<QScrollArea *>()->viewport();
        const auto &field = desk.part<QWidget>("mostTokens");
        QTRY_VERIFY(viewport.rect().contains(QRect(field.mapTo(&viewport, QPoint()), field.size())));
    }

    void theNativeDialogIsAskedForFiles()
    {
        BatchDesk desk;
        for (const char *button : {"chooseFile", "chooseFiles"}) {
            desk.click(button);
            auto *dialog = desk.window->findChild<QFileDialog *>();
            QVERIFY(dialog != nullptr);
            QCOMPARE(dialog->fileMode(), QLatin1String(button) == QLatin1String("chooseFiles") ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
            delete dialog;
        }
    }

    void aFileThatChangedIsNotSent()
    {
        BatchDesk desk;
        desk.openStore();
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("{{city}}"));
        desk.waitForSend();
        (void)desk.file(cities + "Vilnius,Lithuania\n");
        desk.click("send");
        QTRY_COMPARE_WITH_TIMEOUT(desk.notice(), QStringLiteral("The rows are not those that were shown."), patience);
        QVERIFY(desk.window->isVisible());
        QVERIFY(desk.onTheShelf().empty());
        desk.waitForSend();
        QCOMPARE(desk.words("figureRows"), QStringLiteral("4")); // it was read again
        QCOMPARE(desk.prompt(), QStringLiteral("{{city}}"));
        desk.click("send");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        QCOMPARE(desk.onTheShelf().front().counts.open, qint64(4));
    }

    void aDiskThatRefusesIsSaidAndAllStays()
    {
        BatchDesk desk; // its history is not open
        desk.window->useFile(desk.file(cities));
        desk.write("prompt", QStringLiteral("{{city}}"));
        desk.waitForSend();
        desk.click("send");
        desk.window->close();
        QTRY_COMPARE(desk.notice(), QStringLiteral("Breakwater could not write this batch down."));
        QVERIFY(desk.window->isVisible());
        QVERIFY(desk.canSend());
        QCOMPARE(desk.prompt(), QStringLiteral("{{city}}"));
        desk.write("prompt", QStringLiteral("?"));
        QCOMPARE(desk.notice(), QString());
    }

    void writingDownCanBeCancelled()
    {
        BatchDesk desk;
        desk.openStore();
        desk.window->useFile(desk.file(numbered(20'000)));
        desk.write("prompt", QStringLiteral("{{text}}"));
        desk.waitForSend();
        desk.click("send");
        QVERIFY(desk.part<QProgressBar>("writing").isVisible());
        QVERIFY(!desk.canSend());
        QVERIFY(!desk.part<QWidget>("prompt").isEnabled());
        QVERIFY(desk.part<QWidget>("cancel").hasFocus());
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QProgressBar>("writing").value() > 0, patience);
        desk.window->useFile(desk.file(cities, QStringLiteral("other.csv"))); // not now
        desk.click("cancel");
        QVERIFY(!desk.part<QProgressBar>("writing").isVisible());
        QVERIFY(!desk.part<QWidget>("cancel").isVisible());
        QVERIFY(desk.canSend());
        QCOMPARE(desk.words("fileLine"), QStringLiteral("rows.csv: 20,000 rows"));
        QVERIFY(desk.onTheShelf().empty());
        QVERIFY(desk.transport.requests.empty());
    }

    void keysAloneSendABatch()
    {
        BatchDesk desk;
        desk.openStore();
        desk.window->useFile(desk.file(cities));
        QTRY_COMPARE(desk.columns().size(), 2);
        QApplication::setActiveWindow(desk.window.get());
        QTRY_VERIFY(desk.part<QWidget>("prompt").hasFocus()); // to begin with
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Where is "));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), desk.columns().at(0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(desk.prompt(), QStringLiteral("Where is {{city}}"));
        desk.waitForSend();
        QStringList stops;
        for (int steps = 0; steps < 40 && QApplication::focusWidget() != &desk.part<QWidget>("send"); ++steps) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            stops += QApplication::focusWidget()->objectName();
        }
        for (const char *wanted : {"model", "system", "more", "previewRows", "previewPrompt", "send"})
            QVERIFY2(stops.contains(QLatin1String(wanted)), wanted);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        QCOMPARE(desk.onTheShelf().size(), std::size_t(1));
    }

    void everyControlHasAName()
    {
        BatchDesk desk;
        desk.window->useFile(desk.file("a,b\n1\n2,3\n"));
        desk.write("prompt", QStringLiteral("{{a}}"));
        desk.waitForSend();
        desk.click("more");
        for (QWidget *each : tabStopsIn(*desk.window)) {
            const auto *button = qobject_cast<QAbstractButton *>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()), each->metaObject()->className());
        }
    }

    void allWordsAreSeen_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << 1.0 << QSize(1120, 800);
        QTest::newRow("large text") << 1.5 << QSize(1400, 900);
        QTest::newRow("large text, small window") << 1.5 << QSize(720, 520);
        QTest::newRow("small window") << 1.0 << QSize(720, 520);
    }
    void allWordsAreSeen()
    {
        QFETCH(const double, scale);
        QFETCH(const QSize, size);
        BatchDesk desk;
        Theme::instance().setTextScale(scale);
        desk.window->resize(size);
        desk.window->useFile(desk.file("a,b\n1\n2,3\n2,3\n" + QByteArray("4\n").repeated(50)));
        desk.write("prompt", QStringLiteral("{{a}}"));
        desk.waitForSend();
        desk.click("more");
        QTRY_COMPARE(cutLabels(*desk.window), QStringList());
        const auto *scroll = desk.window->findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width()); // nothing lies beyond the edge
        desk.part<QPlainTextEdit>("prompt").clear();
        desk.write("prompt", QStringLiteral("{{nowhere}}"));
        QTRY_VERIFY(!desk.words("promptNote").isEmpty());
        QTRY_COMPARE(cutLabels(*desk.window), QStringList());
    }
};

QTEST_MAIN(TestNewBatch)
#include "tst_newbatch.moc"
