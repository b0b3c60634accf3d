// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/markdownshape.h"
#include "ui/transcript/copiedtext.h"
#include "ui/transcript/hiddenmarks.h"
#include "ui/transcript/linkguard.h"
#include "ui/transcript/prosemarkdown.h"

#include <QtTest>

using namespace breakwater;

namespace {

QString lines(const char *text)
{
    return QString::fromUtf8(text);
}

MessageLayout laidOut(const QString &markdown, MessageLayout::Kind kind = MessageLayout::Kind::Answer)
{
    MessageLayout layout(kind);
    layout.setText(markdown, false);
    layout.layOut(600);
    return layout;
}

/// The place of a text in a message: from its first letter, or behind its last.
MessagePlace placeOf(const MessageLayout &layout, const QString &text, bool behind)
{
    for (std::size_t part = 0; part < layout.partCount(); ++part) {
        const std::vector<PartRange> found = layout.part(part).find(text.toLower());
        if (!found.empty())
            return {layout.nameOf(part), behind ? found.front().to : found.front().from};
    }
    qWarning() << text << "is not there";
    return {};
}

} // namespace

class CopyingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What is written of each part reads, when it is parsed again, as it did.
    void whatIsWrittenReadsAlike_data()
    {
        QTest::addColumn<QString>("markdown");
        const auto row = [](const char *markdown) { QTest::addRow("%s", markdown) << lines(markdown); };
        row("Plain words, and 2 * 3 * 4 = 24; a_b_c; [1]; x < y & z.");
        row("Some **strong**, *slanted*, ***both***, ~~gone~~, `code`, ``a ` b`` words.");
        row("A [link](https://example.org/a_(b)) and [a **strong** one](https://example.org), https://example.org/x, <a@example.org>.");
        row("# One\n\n## Two `code`\n\n###### Six *slanted*");
        row("- one\n- two\n  - inner\n  - more\n- three");
        row("- loose\n\n- list\n\n  with a second paragraph");
        row("1. one\n2. two\n   - inner\n     going on\n10. eleven");
        row("7) seven\n8) eight");
        row("- [ ] open\n- [x] done");
        row("> quoted\n>\n> - a list\n>   in it\n>\n> > deeper");
        row("First  \nsecond line\\\nthird");
        row("before\n\n---\n\nbehind");
        row("\\# no heading\n\n1\\. no list\n\n\\- no list\n\n\\> no quote\n\n\\*no emphasis\\* \\_none\\_ \\`none\\`");
        row("\\[no](link) and \\<b> and \\&amp; and \\~\\~no\\~\\~ and \\\\* and \\\\");
        row("| a | b | c |\n|---|:---:|---:|\n| 1 | **two** | `3` |\n| x \\| y | | z |");
        row("A formula $a_1 * b_1$ and \\(x\\) in words.");
        row("```py\nprint('``')\n```");
        row("````\n```\n````");
        row("- item\n\n  ```sh\n  ls\n  ```\n- after");
        row("مرحبا **بالعالم** hello");
        row("汉字 **粗体** 和 *斜体*");
        row("2020\\. It was a year.");
        row("- \\- a mark in an item");
    }
    void whatIsWrittenReadsAlike()
    {
        QFETCH(QString, markdown);
        const MessageLayout layout = laidOut(markdown);
        QStringList written;
        for (std::size_t i = 0; i < layout.partCount(); ++i) {
            const auto *prose = dynamic_cast<const ProsePart *>(&layout.part(i));
            const auto *code = dynamic_cast<const CodePart *>(&layout.part(i));
            if (prose)
                written += proseMarkdown(*prose, {0, prose->length()}, false);
            else if (code->indent() > 0) // it stands in the item before it
                written += QLatin1String("  ") + code->fenced().replace(QLatin1Char('\n'), QLatin1String("\n  "));
            else
                written += code->fenced();
        }
        const QString again = written.join(QStringLiteral("\n\n"));
        QCOMPARE(shapeOf(laidOut(again)), shapeOf(layout));
    }

    void wholeBlocksAreCopiedAsTheyWereWritten()
    {
        const QString markdown = lines("Intro *one*\n\n* an item\n* another\n\n| a |\n|---|\n| 1 |\n\n```c\nint a;\n```\n\nSetext\n======\n\nlast words");
        const MessageLayout layout = laidOut(markdown);
        QCOMPARE(layout.markdown({}, layout.end()), markdown);
        // The first and the last block in part, what stands between them whole.
        const QString part = layout.markdown(placeOf(layout, lines("one"), false), placeOf(layout, lines("last"), true));
        QCOMPARE(part, QString(markdown.mid(6, markdown.size() - 6 - 6)));
    }

    void aPieceOfAParagraphKeepsItsMarks()
    {
        const MessageLayout layout = laidOut(lines("Say **hello there** to *all* of `them`."));
        QCOMPARE(layout.markdown(placeOf(layout, lines("there"), false), placeOf(layout, lines("them"), true)), lines("**there** to *all* of `them`"));
        // Blanks at the edges of marks stand outside of them, where Markdown wants them.
        const MessageLayout nested = laidOut(lines("A **strong start *and slanted* end** of it."));
        QCOMPARE(nested.markdown({0, 2}, nested.end()), lines("**strong start** ***and slanted*** **end** of it."));
        QCOMPARE(layout.text(placeOf(layout, lines("there"), false), placeOf(layout, lines("them"), true)), lines("there to all of them"));
    }

    void aPieceOfCodeIsCode()
    {
        const MessageLayout layout = laidOut(lines("```py\nfor a in b:\n    print(a)\n```\n\nWords"));
        QCOMPARE(layout.markdown(placeOf(layout, lines("print"), false), placeOf(layout, lines("print"), true)), lines("print"));
        QCOMPARE(layout.markdown({}, {0, layout.part(0).length()}), lines("```py\nfor a in b:\n    print(a)\n```"));
        // With more than code it is fenced, so that it stays apart.
        QCOMPARE(layout.markdown(placeOf(layout, lines("print"), false), layout.end()), lines("```py\nfor a in b:\n    print(a)\n```\n\nWords"));
    }

    void aQuestionKeepsItsLines()
    {
        const MessageLayout layout = laidOut(lines("first line\nsecond line\n\nthird"), MessageLayout::Kind::Question);
        QCOMPARE(layout.markdown({0, 6}, placeOf(layout, lines("second"), true)), lines("line\nsecond"));
    }

    void aParagraphThatWasCutIsStillOne()
    {
        const QString words = QStringLiteral("some words ").repeated(2'000).trimmed();
        const MessageLayout layout = laidOut(words);
        QVERIFY(layout.partCount() > 1);
        QCOMPARE(layout.text({}, layout.end()), words);
        QCOMPARE(layout.markdown({0, 5}, layout.end()), words.mid(5));
    }

    void aTableIsCopiedAsCellsAndAsMarkdown()
    {
        QString markdown = lines("Words.\n\n| Name | Size |\n|:-----|-----:|\n");
        for (int i = 0; i < 400; ++i)
            markdown += QStringLiteral("| n%1 | %2 |\n").arg(i).arg(i * i);
        const MessageLayout layout = laidOut(markdown);
        QVERIFY(layout.partCount() > 2); // it is cut
        const qreal inLast = layout.top(layout.partCount() - 1) + 10;
        const auto table = layout.tableAt({10, inLast});
        QVERIFY(table);
        const QStringList rows = layout.text(table->first, table->second).split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 401);
        QCOMPARE(rows[0], lines("Name\tSize"));
        QCOMPARE(rows[400], lines("n399\t159201"));
        QCOMPARE(layout.markdown(table->first, table->second), markdown.mid(8).trimmed());
        QVERIFY(!layout.tableAt({10, 5}));
        // Two cells of it are a table of these.
        const MessageLayout small = laidOut(lines("| a | b |\n|---|---:|\n| 1 | 2 |"));
        QCOMPARE(small.markdown(placeOf(small, lines("b"), false), placeOf(small, lines("1"), true)), lines("|  | b |\n| --- | ---: |\n| 1 |  |"));
        QCOMPARE(small.markdown(placeOf(small, lines("2"), false), placeOf(small, lines("2"), true)), lines("2"));
    }

    void whatTurnsTextAroundIsSeen()
    {
        const QString trojan = QString::fromUtf8("access = \u202E\u2066true\u2069 // user");
        const MessageLayout layout = laidOut(QString(QStringLiteral("Some ") + QChar(0x202E) + QStringLiteral("words\a, ") + QChar(0x2066) + QStringLiteral("kept") + QChar(0x2069)
            + QStringLiteral(" here.\n\n```cpp\n") + trojan + QStringLiteral("\n```")));
        const auto &prose = dynamic_cast<const ProsePart &>(layout.part(0));
        QVERIFY(prose.document().toPlainText().contains(QStringLiteral("RLO")));
        QVERIFY(prose.document().toPlainText().contains(QStringLiteral("U+0007")));
        QVERIFY(!prose.document().toPlainText().contains(QChar(0x202E)));
        QVERIFY(prose.document().toPlainText().contains(QChar(0x2066))); // right in prose
        // It is copied as it was written, whole and in part.
        QCOMPARE(layout.text({0, 0}, {0, prose.length()}), QString(QStringLiteral("Some ") + QChar(0x202E) + QStringLiteral("words\a, ") + QChar(0x2066) + QStringLiteral("kept") + QChar(0x2069) + QStringLiteral(" here.")));
        QCOMPARE(layout.part(1).text(), trojan);
        QVERIFY(hasHiddenMarks(trojan, MarksIn::Code));
        QCOMPARE(withSigns(trojan, MarksIn::Code), QString::fromUtf8("access = \u2426\u2426true\u2426 // user"));
    }

    void whatIsOnlyUnseenStaysSo()
    {
        for (const char *text : {"plain\ttext\nlines", "\u05E9\u05DC\u05D5\u05DD\u200F.", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "👩\u200D👩\u200D👧", "soft\u00ADhyphen", "zero\u200Bwidth",
                 "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"})
            QVERIFY2(!hasHiddenMarks(QString::fromUtf8(text), MarksIn::Code), text);
        QVERIFY(hasHiddenMarks(QString::fromUtf8("hidden\U000E0041\U000E0042"), MarksIn::Prose));
        QCOMPARE(markPieces(QString::fromUtf8("a\U000E0041\U000E0042b"), MarksIn::Prose).size(), 3U);
        QCOMPARE(withSigns(QStringLiteral("\x01\x7F"), MarksIn::Code), QString::fromUtf8("\u2401\u2421"));
    }

    void threeFormsAreCopied()
    {
        const CopiedText copied(lines("Some words < more"), lines("Some **words** < more $a*b*c$ [x](javascript:y) [z](https://example.org)"));
        QCOMPARE(copied.text(), lines("Some words < more"));
        QCOMPARE(QString::fromUtf8(copied.data(QStringLiteral("text/markdown"))), lines("Some **words** < more $a*b*c$ [x](javascript:y) [z](https://example.org)"));
        QVERIFY(copied.hasHtml());
        QVERIFY2(copied.html().contains(lines("Some <strong>words</strong> &lt; more $a*b*c$ x <a rel=\"noreferrer\" href=\"https://example.org\">z</a>")), qPrintable(copied.html()));
        QCOMPARE(QString::fromUtf8(copied.data(QStringLiteral("text/html"))), copied.html());
    }

    void aLinkThatReadsLikeAnotherIsAskedAbout_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<LinkVerdict>("verdict");
        const auto row = [](const char *href, const char *shown, LinkVerdict verdict) {
            QTest::addRow("%s as %s", href, shown) << QString::fromUtf8(href) << QString::fromUtf8(shown) << verdict;
        };
        row("https://example.org/a", "here", LinkVerdict::Opens);
        row("https://example.org/a", "https://example.org/b", LinkVerdict::Opens);
        row("https://www.example.org/a", "example.org", LinkVerdict::Opens);
        row("http://example.org/a", "EXAMPLE.org", LinkVerdict::Opens);
        row("mailto:a@example.org", "write", LinkVerdict::Opens);
        row("https://example.org", "main.py", LinkVerdict::Opens);
        row("https://example.org", "Node.js", LinkVerdict::Opens);
        row("https://example.org", "version 1.2.3", LinkVerdict::Opens);
        row("https://evil.example", "https://bank.example", LinkVerdict::LeadsElsewhere);
        row("https://evil.example", "bank.com", LinkVerdict::LeadsElsewhere);
        row("https://evil.example", "www.bank.com/login", LinkVerdict::LeadsElsewhere);
        row("https://bank.com.evil.example", "https://bank.com", LinkVerdict::LeadsElsewhere);
        row("https://bank.com@evil.example", "here", LinkVerdict::LeadsElsewhere);
        row("https://b\u0430nk.com", "https://bank.com", LinkVerdict::LeadsElsewhere); // a Cyrillic letter
        row("file:///etc/passwd", "here", LinkVerdict::Refused);
        row("javascript:alert(1)", "here", LinkVerdict::Refused);
        row("data:text/html,x", "here", LinkVerdict::Refused);
        row("ftp://example.org", "here", LinkVerdict::Refused);
        row("vscode://x", "here", LinkVerdict::Refused);
        row("https://", "here", LinkVerdict::Refused);
        row("/relative", "here", LinkVerdict::Refused);
        row("", "here", LinkVerdict::Refused);
    }
    void aLinkThatReadsLikeAnotherIsAskedAbout()
    {
        QFETCH(QString, href);
        QFETCH(QString, shown);
        QFETCH(LinkVerdict, verdict);
        QCOMPARE(linkVerdict(href, shown), verdict);
    }

    void whereALinkLeadsIsToldInPlainLetters()
    {
        QCOMPARE(linkHost(QString::fromUtf8("https://b\u0430nk.com/x")), lines("xn--bnk-6cd.com"));
        QCOMPARE(linkHost(lines("mailto:a@example.org")), lines("a@example.org"));
        const QString words = linkWords(QString::fromUtf8("https://example.org/\u202Eabc\u200B"));
        QVERIFY(std::all_of(words.begin(), words.end(), [](QChar letter) { return letter > QLatin1Char(' ') && letter < QLatin1Char('\x7F'); }));
    }
};

QTEST_MAIN(CopyingTest)
#include "tst_copying.moc"
