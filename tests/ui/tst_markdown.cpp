// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/markdownblocks.h"
#include "ui/transcript/markdownbuilder.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/prosepart.h"

#include <QtTest>

#include <QImage>
#include <QPainter>
#include <QTextBlock>
#include <QTextTable>

#include <random>

using namespace breakwater;

namespace {

MessageParts built(const QString &markdown)
{
    MarkdownStyle style;
    style.tokens = &Theme::instance().tokens();
    return buildMarkdown(markdown, style);
}

/// The text of all parts, code in its place.
QString shown(const QString &markdown)
{
    QStringList texts;
    for (const auto &part : built(markdown))
        texts.append(part->text());
    return texts.join(QLatin1Char('\n'));
}

QTextCharFormat formatOf(const MessageParts &parts, const QString &word)
{
    for (const auto &part : parts) {
        auto *prose = dynamic_cast<ProsePart *>(part.get());
        const QTextCursor found = prose ? prose->document().find(word) : QTextCursor();
        if (!found.isNull())
            return found.charFormat();
    }
    return {};
}

const QString sample = QStringLiteral(
    "# Title\n\nA paragraph with **bold**, *slanted* and `code`.\nSecond line.\n\n- one\n- two\n\n  still two\n- three\n\n1. first\n2. second\n\n"
    "> quoted\n> more\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\n```cpp\nint main() {}\n\n// end\n```\nafter the code\n\n---\n\n    indented\n\n"
    "    goes on\n\n- list with\n  ```py\n  x = 1\n\n  y = 2\n  ```\n- next\n\nSetext\n======\n\n~~~\ntilde ``` inside\n~~~\n\n[link]\n\n[link]: https://example.org\n");

} // namespace

class MarkdownTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheTextOfEachConstruct_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *markdown, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(text);
        };
        row("paragraphs", "one\ntwo\n\nthree", "one two\nthree");
        row("hard break", "one  \ntwo", "one\ntwo");
        row("emphasis", "a **b** *c* ~~d~~", "a b c d");
        row("inline code", "use `x < y` here", "use x < y here");
        row("heading", "## Tide", "Tide");
        row("bullets", "- a\n- b\n  - c", "\u2022 a\n\u2022 b\n  \u25E6 c");
        row("numbers start where they say", "7. a\n8. b", "7. a\n8. b");
        row("marks at the head of an item", "- **a** b\n- `c` d", "\u2022 a b\n\u2022 c d");
        row("tasks", "- [ ] open\n- [x] done", "\u2610 open\n\u2611 done");
        row("quote", "> a\n> b", "a b");
        row("table", "| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n1\t2");
        row("entities", "&amp; &lt; &copy; &#65; &hearts;", "& < \u00A9 A \u2665");
        row("escapes", "\\*not\\*", "*not*");
        row("raw tags", "a <think>b</think> <br> c", "a <think>b</think> <br> c");
        row("generics", "List<String> x", "List<String> x");
        row("html block", "<details>\n<summary>s</summary>\n</details>", "<details> <summary>s</summary> </details>");
        row("script", "<script>alert(1)</script>", "<script>alert(1)</script>");
        row("image is its words", "see ![the pier](https://example.org/p.png)", "see the pier");
        row("autolink", "go to https://example.org now", "go to https://example.org now");
        row("code keeps its text", "```\na\n\n  b\n```", "a\n\n  b");
        row("empty", "", "");
        row("null character", "a\uFFFDb", "a\uFFFDb");
        row("empty item", "-\n- a", "\u2022 \n\u2022 a");
    }
    void showsTheTextOfEachConstruct()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, text);
        QCOMPARE(shown(markdown), text);
    }

    void formatsWhatIsMarked()
    {
        const MessageParts parts = built(QStringLiteral("a **bold** *slanted* ~~gone~~ `code` [link](https://example.org)"));
        QVERIFY(formatOf(parts, QStringLiteral("bold")).font().weight() >= QFont::DemiBold);
        QVERIFY(formatOf(parts, QStringLiteral("slanted")).font().italic());
        QVERIFY(formatOf(parts, QStringLiteral("gone")).font().strikeOut());
        QVERIFY(formatOf(parts, QStringLiteral("code")).boolProperty(prose::InlineCode));
        QCOMPARE(formatOf(parts, QStringLiteral("link")).anchorHref(), QStringLiteral("https://example.org"));
        QCOMPARE(formatOf(parts, QStringLiteral("link")).foreground().color(), Theme::instance().tokens().accent);
    }

    void anItemMayBeginBold()
    {
        QVERIFY(formatOf(built(QStringLiteral("- **bold** rest")), QStringLiteral("bold")).font().weight() >= QFont::DemiBold);
    }

    void tablesKeepTheirAlignment()
    {
        const MessageParts parts = built(QStringLiteral("| a | b |\n|---|--:|\n| 1 | 2 |"));
        auto *prose = dynamic_cast<ProsePart *>(parts.front().get());
        QVERIFY(prose && prose->table());
        QCOMPARE(prose->table()->rows(), 2);
        QCOMPARE(prose->table()->cellAt(1, 1).firstCursorPosition().blockFormat().alignment(), Qt::Alignment(Qt::AlignRight));
    }

    void codeInAListIsItsOwnPart()
    {
        const MessageParts parts = built(QStringLiteral("- a\n\n  ```py\n  x = 1\n  ```\n- b"));
        QCOMPARE(parts.size(), std::size_t(3));
        auto *code = dynamic_cast<CodePart *>(parts[1].get());
        QVERIFY(code);
        QCOMPARE(code->code(), QStringLiteral("x = 1"));
        QCOMPARE(code->languageName(), QStringLiteral("Python"));
    }

    void loadsNothing()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("p.png"));
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path));
        const QString url = QUrl::fromLocalFile(path).toString();
        for (const QString &markdown : {QStringLiteral("![x](%1)").arg(url), QStringLiteral("<img src=\"%1\">").arg(url), QStringLiteral("![x](/dev/zero)")}) {
            for (const auto &part : built(markdown)) {
                part->layOut(400);
                auto *prose = dynamic_cast<ProsePart *>(part.get());
                QVERIFY(prose);
                for (QTextBlock block = prose->document().begin(); block.isValid(); block = block.next())
                    QVERIFY(!block.text().contains(QChar::ObjectReplacementCharacter));
                QVERIFY(prose->document().resource(QTextDocument::ImageResource, QUrl(url)).isNull());
            }
        }
    }

    void survivesOddInput_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::newRow("unbalanced spans") << QStringLiteral("![]([)]()");
        QTest::newRow("image in link in image") << QStringLiteral("[![a](b)](c)![[x](y)](z)");
        QTest::newRow("deep quotes") << QString(500, QLatin1Char('>')) + QStringLiteral(" a");
        QTest::newRow("deep lists") << QStringLiteral("- ").repeated(200) + QStringLiteral("a");
        QTest::newRow("stars") << QString(5'000, QLatin1Char('*'));
        QTest::newRow("brackets") << QStringLiteral("[").repeated(5'000);
        QTest::newRow("ticks") << QStringLiteral("` `` ").repeated(1'000);
        QTest::newRow("wide table") << QStringLiteral("|a").repeated(200) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(200) + QStringLiteral("|\n|1|2|");
        QTest::newRow("more cells than head") << QStringLiteral("|a|b|\n|-|-|\n|1|2|3|4|\n|1|");
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + QStringLiteral("x");
        QTest::newRow("object characters") << QString(QChar(0xFFFC)) + QString(QChar::ParagraphSeparator);
        QTest::newRow("combining") << QStringLiteral("a") + QString(2'000, QChar(0x0301));
        QTest::newRow("bad entities") << QStringLiteral("&#xFFFFFFFF; &#0; &nope; &;");
        QTest::newRow("null byte") << QString(QChar(0)) + QStringLiteral("**a") + QString(QChar(0));
    }
    void survivesOddInput()
    {
        QFETCH(QString, markdown);
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(markdown, true);
        QVERIFY(layout.layOut(600) >= 0);
        layout.setText(markdown, false);
        QVERIFY(layout.layOut(300) >= 0);
        QImage image(600, 200, QImage::Format_RGB32);
        QPainter painter(&image);
        layout.paint(painter, QRectF(0, 0, 600, 200), Theme::instance().tokens(), std::nullopt);
        QVERIFY(layout.end() >= MessagePlace {});
    }

    void piecesAreCutLikeTheWhole()
    {
        MarkdownBlocks whole;
        whole.append(sample);
        QVERIFY(whole.blocks().size() > 12);
        for (const qsizetype step : {1, 2, 3, 7, 20, 61}) {
            MarkdownBlocks pieces;
            for (qsizetype i = 0; i < sample.size(); i += step)
                pieces.append(QStringView(sample).mid(i, step));
            QCOMPARE(pieces.source(), whole.source());
            QVERIFY2(pieces.blocks() == whole.blocks(), qPrintable(QStringLiteral("step %1").arg(step)));
            QCOMPARE(pieces.definitions(), whole.definitions());
        }
    }

    void randomMarkdownInRandomPiecesIsCutLikeTheWhole()
    {
        const QStringList words {QStringLiteral("word "), QStringLiteral("\n"), QStringLiteral("\n\n"), QStringLiteral("- "), QStringLiteral("  "),
            QStringLiteral("```"), QStringLiteral("~~~"), QStringLiteral("> "), QStringLiteral("# "), QStringLiteral("| a "), QStringLiteral("|---|---|"),
            QStringLiteral("1. "), QStringLiteral("---"), QStringLiteral("==="), QStringLiteral("**"), QStringLiteral("`"), QStringLiteral("\t"), QStringLiteral("long text here "),
            QStringLiteral("$$\n"), QStringLiteral("\\[\n"), QStringLiteral("\\]\n"), QStringLiteral("\\begin{align}\n"), QStringLiteral("\\end{align}\n"), QStringLiteral("$x$ ")};
        std::mt19937 random(20260105);
        const auto below = [&](qsizetype most) { return static_cast<qsizetype>(random() % static_cast<unsigned>(most)); };
        for (int round = 0; round < 150; ++round) {
            QString source;
            for (int i = 0; i < 120; ++i)
                source += words[below(words.size())];
            MarkdownBlocks whole;
            whole.append(source);
            MarkdownBlocks pieces;
            std::vector<MarkdownBlock> before;
            for (qsizetype at = 0; at < source.size();) {
                const qsizetype length = 1 + below(9);
                const std::size_t changed = pieces.append(QStringView(source).mid(at, length));
                // What it says is unchanged is unchanged.
                for (std::size_t i = 0; i < changed && i < before.size(); ++i)
                    QVERIFY(pieces.blocks()[i] == before[i]);
                before = pieces.blocks();
                at += length;
            }
            QVERIFY2(pieces.blocks() == whole.blocks(), qPrintable(source));
        }
    }

    void blocksCoverTheSourceInOrder()
    {
        MarkdownBlocks blocks;
        blocks.append(sample);
        qsizetype at = 0;
        for (const MarkdownBlock &block : blocks.blocks()) {
            QVERIFY(block.begin >= at);
            QVERIFY(QStringView(sample).mid(at, block.begin - at).trimmed().isEmpty());
            QVERIFY(block.end > block.begin);
            at = block.end;
        }
        QVERIFY(QStringView(sample).mid(at).trimmed().isEmpty());
    }

    void giantBlocksAreBounded_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("paragraph") << QStringLiteral("all work and no play ").repeated(3'000);
        QTest::newRow("endless word") << QString(60'000, QLatin1Char('x'));
        QTest::newRow("list") << QStringLiteral("- an item of some length\n").repeated(2'000);
        QTest::newRow("table") << QStringLiteral("| a | b |\n|---|---|\n") + QStringLiteral("| one | two |\n").repeated(2'000);
        QTest::newRow("quote") << QStringLiteral("> words that are quoted\n").repeated(2'000);
        QTest::newRow("quote in a line") << QStringLiteral("> ") + QStringLiteral("all work and no play ").repeated(3'000);
        QTest::newRow("item in a line") << QStringLiteral("- ") + QStringLiteral("all work and no play ").repeated(3'000);
        QTest::newRow("item of paragraphs") << QStringLiteral("1. first\n\n") + QStringLiteral("   all work and no play\n\n").repeated(3'000);
        QTest::newRow("row") << QStringLiteral("| a | b |\n|---|---|\n| one | ") + QStringLiteral("all work and no play ").repeated(3'000);
        QTest::newRow("rows of many words") << QStringLiteral("| a | b |\n|---|---|\n") + QString(QStringLiteral("| one | ") + QStringLiteral("words ").repeated(600) + QStringLiteral("|\n")).repeated(40);
        QTest::newRow("fence in an item") << QStringLiteral("- so\n\n  ```cpp\n") + QStringLiteral("  int tide = 1;\n").repeated(4'000);
        QTest::newRow("line of code in an item") << QStringLiteral("- ```\n  ") + QString(60'000, QLatin1Char('x'));
        QTest::newRow("fence in a quote") << QStringLiteral("> ```cpp\n") + QStringLiteral("> int tide = 1;\n").repeated(4'000);
    }
    void giantBlocksAreBounded()
    {
        QFETCH(QString, source);
        MarkdownBlocks blocks;
        blocks.append(source);
        for (const MarkdownBlock &block : blocks.blocks())
            QVERIFY2(block.end - block.begin <= 8'200, qPrintable(QString::number(block.end - block.begin)));
        MarkdownBlocks pieces;
        for (qsizetype at = 0; at < source.size(); at += 37)
            pieces.append(QStringView(source).mid(at, 37));
        QVERIFY(pieces.blocks() == blocks.blocks());
    }

    void anItemThatWasCutHasOneMarkerAndItsPlace()
    {
        const QString words = QStringLiteral("all work and no play ").repeated(1'000).trimmed();
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(QStringLiteral("7. ") + words + QStringLiteral("\n8. the next\n"), false);
        layout.layOut(600);
        QVERIFY(layout.partCount() > 3);
        QCOMPARE(layout.text({}, layout.end()), QStringLiteral("7. ") + words + QStringLiteral("\n8. the next"));
        for (std::size_t i = 0; i < layout.partCount(); ++i) {
            const auto &prose = dynamic_cast<ProsePart &>(layout.part(i));
            QVERIFY(prose.document().firstBlock().blockFormat().leftMargin() > 0);
            if (i > 0 && i < 4)
                QCOMPARE(prose.gapBefore, 0.0); // in the middle of a line
        }
    }

    void codeInAnItemOrAQuoteThatWasCutStaysCode_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("item") << QStringLiteral("- so\n\n  ```cpp\n") << QStringLiteral("  ");
        QTest::newRow("first of an item") << QStringLiteral("- ```cpp\n") << QStringLiteral("  ");
        QTest::newRow("quote") << QStringLiteral("> ```cpp\n") << QStringLiteral("> ");
    }
    void codeInAnItemOrAQuoteThatWasCutStaysCode()
    {
        QFETCH(QString, head);
        QFETCH(QString, prefix);
        const QStringList code = QStringLiteral("int tide = 1;\n").repeated(2'000).trimmed().split(QLatin1Char('\n'));
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(head + prefix + code.join(QLatin1Char('\n') + prefix) + QLatin1Char('\n') + prefix + QStringLiteral("```\n"), false);
        layout.layOut(600);
        QStringList seen;
        for (std::size_t i = 0; i < layout.partCount(); ++i) {
            const auto *part = dynamic_cast<const CodePart *>(&layout.part(i));
            if (!part)
                continue;
            QVERIFY(part->indent() > 0);
            QCOMPARE(part->languageName(), QStringLiteral("C++"));
            seen += part->code().split(QLatin1Char('\n'));
        }
        QCOMPARE(seen, code);
    }

    void anEndlessRowGoesOnBelowItsTable()
    {
        const QString words = QStringLiteral("all work and no play ").repeated(1'000).trimmed();
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(QStringLiteral("| a | b |\n|---|---|\n| one | ") + words, false);
        layout.layOut(600);
        const QString text = layout.text({}, layout.end()).simplified();
        QVERIFY2(text.endsWith(words), qPrintable(text.left(300)));
    }

    void aLineThatGoesOnInsideCostsWhatItsEndCosts()
    {
        for (const QString &head : {QStringLiteral("- "), QStringLiteral("> "), QStringLiteral("- ```\n  "), QStringLiteral("| a | b |\n|---|---|\n| c | ")}) {
            MessageLayout layout(MessageLayout::Kind::Answer);
            QString text = head + QStringLiteral("word ").repeated(10'000);
            layout.setText(text, true);
            layout.layOut(600);
            const int builds = layout.builds();
            for (int i = 0; i < 20; ++i) {
                text += QStringLiteral("words ");
                layout.setText(text, true);
                layout.layOut(600);
            }
            QCOMPARE(layout.builds() - builds, 20);
        }
    }

    void finishedBlocksAreNeitherBuiltNorLaidOutAgain()
    {
        MessageLayout layout(MessageLayout::Kind::Answer);
        QString text;
        for (int i = 0; i < 50; ++i)
            text += QStringLiteral("A paragraph that is finished.\n\n");
        layout.setText(text, true);
        layout.layOut(600);
        const int builds = layout.builds();
        const int layouts = layout.layouts();
        for (int i = 0; i < 20; ++i) {
            text += QStringLiteral("more ");
            layout.setText(text, true);
            layout.layOut(600);
        }
        QCOMPARE(layout.builds() - builds, 20);
        QCOMPARE(layout.layouts() - layouts, 20);
    }

    void aGrowingFenceKeepsItsPart()
    {
        MessageLayout layout(MessageLayout::Kind::Answer);
        QString text = QStringLiteral("```cpp\nint a;\n");
        layout.setText(text, true);
        layout.layOut(600);
        const MessagePart *part = &layout.part(0);
        text += QStringLiteral("int b;\n``");
        layout.setText(text, true);
        QVERIFY(&layout.part(0) == part);
        QCOMPARE(layout.part(0).text(), QStringLiteral("int a;\nint b;"));
        text += QStringLiteral("`\n\nAfter");
        layout.setText(text, true);
        QCOMPARE(layout.part(0).text(), QStringLiteral("int a;\nint b;"));
        QCOMPARE(layout.part(1).text(), QStringLiteral("After"));
    }

    void grownTextLooksLikeTheWhole()
    {
        MessageLayout whole(MessageLayout::Kind::Answer);
        whole.setText(sample, false);
        const qreal height = whole.layOut(500);
        MessageLayout grown(MessageLayout::Kind::Answer);
        for (qsizetype i = 0; i <= sample.size(); i += 5) {
            grown.setText(sample.left(i), true);
            grown.layOut(500);
        }
        grown.setText(sample, false);
        QCOMPARE(grown.layOut(500), height);
        QCOMPARE(grown.text({}, grown.end()), whole.text({}, whole.end()));
    }

    void halfWrittenMarksDoNotShow_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *source, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(text);
        };
        row("underline to be", "text\n-", "text");
        row("fence to be", "text\n``", "text");
        row("bold", "a **bol", "a bol");
        row("bold begins", "a **", "a ");
        row("code", "use `x", "use x");
        row("link", "see [the pier](https://exa", "see the pier");
        row("table from its first line", "| a | b |", "a\tb");
        row("table rule", "| a | b |\n|--", "a\tb");
        row("number alone is an answer", "42", "42");
        row("formula", "so $x^2 + ", "so");
        row("a price is none", "it costs $5 and", "it costs $5 and");
        row("formula with lines of its own", "so\n\n\\[\na\n- b", "so");
    }
    void halfWrittenMarksDoNotShow()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(source, true);
        QCOMPARE(layout.text({}, layout.end()).trimmed(), text.trimmed());
    }

    void formulasAreShownReadableAndCopiedAsTeX()
    {
        const QString markdown = QStringLiteral("Say $a_1 * b_2 * \\frac{1}{2}$ or `$x$`.\n\n\\[\n\\sum_{i} x_i\n- y\n\\]\n\nand\n\n| $|x|$ | [$5](http://example.org/$a$) |\n|---|---|\n| $y$ | $z$ |");
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(markdown, false);
        layout.layOut(600);
        QCOMPARE(layout.partCount(), std::size_t(4));
        const auto seen = [&layout](std::size_t part) { return static_cast<ProsePart &>(layout.part(part)).document().toPlainText().replace(QChar(0x2009), QLatin1Char(' ')); };
        QCOMPARE(seen(0), QStringLiteral("Say a1 ∗ b2 ∗ 1⁄2 or \u202F$x$\u202F."));
        QCOMPARE(seen(1), QStringLiteral("∑i xi − y"));
        QVERIFY(static_cast<ProsePart &>(layout.part(1)).document().firstBlock().blockFormat().alignment() == Qt::AlignHCenter);
        QVERIFY(seen(3).contains(QStringLiteral("|x|")));
        const QString copied = layout.text({}, layout.end());
        QVERIFY2(copied.contains(QStringLiteral("Say $a_1 * b_2 * \\frac{1}{2}$ or $x$.")), qPrintable(copied));
        QVERIFY(copied.contains(QStringLiteral("\\[\n\\sum_{i} x_i\n- y\n\\]")));
        QVERIFY(copied.contains(QStringLiteral("$y$\t$z$")));
        const auto &prose = static_cast<const ProsePart &>(layout.part(0));
        QCOMPARE(prose.text({5, 7}), QStringLiteral("$a_1 * b_2 * \\frac{1}{2}$")); // a part of a formula is the formula
    }

    void aFormulaThatComesInPiecesLooksLikeTheWhole()
    {
        const QString source = QStringLiteral("Say $x^2$ for \\(y\\), not $5.\n\n$$\na\n+ b\n$$\n\n\\begin{align}\na &= b \\\\\n- c &= d\n\\end{align}\nend \\[z\\]");
        MessageLayout whole(MessageLayout::Kind::Answer);
        whole.setText(source, false);
        MessageLayout grown(MessageLayout::Kind::Answer);
        for (qsizetype length = 1; length <= source.size(); ++length) {
            grown.setText(source.left(length), true);
            (void)grown.layOut(500);
            const QString text = grown.text({}, grown.end());
            QVERIFY2(!text.contains(QStringLiteral("\\(")) || text.contains(QStringLiteral("\\)")), qPrintable(text)); // nothing half-written shows
        }
        grown.setText(source, false);
        QCOMPARE(grown.layOut(500), whole.layOut(500));
        QCOMPARE(grown.text({}, grown.end()), whole.text({}, whole.end()));
    }

    void whatWasHeldBackShowsAtTheEnd()
    {
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(QStringLiteral("a\n\n2 **"), true);
        layout.setText(QStringLiteral("a\n\n2 **"), false);
        QCOMPARE(layout.text({}, layout.end()), QStringLiteral("a\n\n2 **"));
    }

    void aDefinitionThatComesLaterReachesEarlierLinks()
    {
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(QStringLiteral("See [pier].\n\nMore text.\n\n"), true);
        layout.setText(QStringLiteral("See [pier].\n\nMore text.\n\n[pier]: https://example.org\n\n"), false);
        layout.layOut(500);
        QCOMPARE(layout.part(0).text(), QStringLiteral("See pier."));
    }

    void tablesThatWereCutKeepTheirColumns()
    {
        QString source = QStringLiteral("| name | a rather long heading |\n|---|---|\n");
        for (int i = 0; i < 100; ++i)
            source += QStringLiteral("| %1 | x |\n").arg(i);
        MessageLayout layout(MessageLayout::Kind::Answer);
        layout.setText(source, false);
        layout.layOut(600);
        QVERIFY(layout.partCount() > 1);
        const auto shares = [&](std::size_t i) {
            return dynamic_cast<ProsePart &>(layout.part(i)).table()->format().columnWidthConstraints();
        };
        QCOMPARE(shares(1), shares(0));
        QVERIFY(!layout.part(1).text().contains(QStringLiteral("heading")));
    }

    void codeIsCopiedWithoutLoss()
    {
        const QString code = QStringLiteral("\tif (a) {\n\n\t\tb();   \n\t}");
        CodePart part;
        part.setCode(QStringLiteral("c"), code);
        part.layOut(300);
        QCOMPARE(part.text({0, part.length()}), code);
        QCOMPARE(part.code(), code);
    }

    void codeScrollsSidewaysWithinItself()
    {
        CodePart part;
        part.setCode(QString(), QString(400, QLatin1Char('x')));
        const qreal height = part.layOut(300);
        QVERIFY(part.scrollMost() > 0);
        QVERIFY(!part.scrollBar().isNull());
        part.setScroll(1e9);
        QCOMPARE(part.scroll(), part.scrollMost());
        CodePart narrow;
        narrow.setCode(QString(), QStringLiteral("x"));
        QCOMPARE(narrow.layOut(300), height); // never wraps
        QVERIFY(narrow.scrollBar().isNull());
    }
};

QTEST_MAIN(MarkdownTest)
#include "tst_markdown.moc"
