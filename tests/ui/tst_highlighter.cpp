// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

#include <QHash>
#include <QtTest>

#include <algorithm>

using namespace breakwater;

namespace {

/// "K:auto S:"x"" for a line, so that a failure reads.
QString spansOf(const QString &alias, const QString &line, CodeState &state)
{
    const CodeLanguage *language = codeLanguage(alias);
    if (!language)
        return QStringLiteral("unknown language");
    QStringList parts;
    for (const CodeSpan &span : highlightLine(*language, line, state)) {
        const QString letters = QStringLiteral("KSNC");
        parts.append(letters[static_cast<int>(span.token)] + QLatin1Char(':') + line.mid(span.begin, span.length));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

class HighlighterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTokensApart_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("spans");
        const auto row = [](const char *language, const char *line, const char *spans) {
            QTest::addRow("%s: %s", language, line) << QString::fromUtf8(language) << QString::fromUtf8(line) << QString::fromUtf8(spans);
        };
        row("cpp", "auto x = 1; // done", "K:auto N:1 C:// done");
        row("c++", "#include <map>", "K:#include");
        row("cpp", "s = \"a \\\" b\" + 'c';", "S:\"a \\\" b\" S:'c'");
        row("cpp", "x = 0x1F + 1'000 + 2.5e-3f;", "N:0x1F N:1'000 N:2.5e-3f");
        row("cpp", "autobahn returning", "");
        row("cpp", "a /* b */ c", "C:/* b */");
        row("py", "def f(x): # note", "K:def C:# note");
        row("python", "return \"\"\"a\"\"\"", "K:return S:\"\"\"a\"\"\"");
        row("js", "const a = `x`;", "K:const S:`x`");
        row("ts", "interface A { b: string }", "K:interface K:string");
        row("json", "{\"a\": 1, \"b\": true, \"c\": \"d\"}", "K:\"a\" N:1 K:\"b\" K:true K:\"c\" S:\"d\"");
        row("bash", "for f in $#; do # all", "K:for K:in K:do C:# all");
        row("sql", "SELECT a From t -- x", "K:SELECT K:From C:-- x");
        row("rust", "fn f<'a>(x: &'a str) -> u8", "K:fn K:str K:u8");
        row("go", "func main() {}", "K:func");
        row("java", "public class A", "K:public K:class");
        row("html", "<div class=\"a\">x</div>", "K:div S:\"a\" K:div");
        row("yaml", "name: 'x' # c", "K:name S:'x' C:# c");
        row("css", "color: red;", "K:color");
        row("c", "static const char *a = \"x\";", "K:static K:const K:char S:\"x\"");
        row("php", "<?php Echo $a; # b", "K:Echo C:# b");
        row("rb", "def empty?(a) = nil # b", "K:def K:nil C:# b");
        row("swift", "guard let a = b else { return }", "K:guard K:let K:else K:return");
        row("scala", "val a: Int = 1 // b", "K:val N:1 C:// b");
        row("lua", "local a = [[b]] --[[c]] return", "K:local S:[[b]] C:--[[c]] K:return");
        row("lua", "local a -- [[b", "K:local C:-- [[b");
        row("hs", "f x' = case x of -- y", "K:case K:of C:-- y");
        row("hs", "a {- b -} where", "C:{- b -} K:where");
        row("ps1", "if ($a -EQ 'b') { } <# c #>", "K:if K:-EQ S:'b' C:<# c #>");
        row("docker", "FROM debian AS build # a", "K:FROM K:AS C:# a");
        row("make", "all: a b # c", "K:all C:# c");
        row("diff", "+a = 1", "S:+a = 1");
        row("diff", "-a = 1", "N:-a = 1");
        row("diff", "+++ b/c", "K:+++ b/c");
        row("diff", " a = \"1\"", "N:1");
        row("tex", "\\frac{a}{b} % c", "K:\\frac C:% c");
        row("tex", "a \\\\ b \\", "K:\\\\ K:\\");
        row("toml", "[a.b]", "K:[a.b]");
        row("toml", "a-b = \"c\" # d", "K:a-b S:\"c\" C:# d");
        row("ini", "; a", "C:; a");
        row("elixir", "defmodule A do", "K:defmodule K:do");
        row("clj", "(defn f [x] \"a\") ; b", "K:defn S:\"a\" C:; b");
        row("r", "a <- TRUE # b", "K:TRUE C:# b");
        row("jl", "end #= a =# b", "K:end C:#= a =#");
        row("js", "`a \\` b` + c", "S:`a \\` b`");
        row("vb", "Dim a As Integer ' b", "K:Dim K:As K:Integer C:' b");
        row("xml", "<a:b c=\"d\"/>", "K:a:b S:\"d\"");
        row("asm", "MOV eax, 1 ; a", "K:MOV N:1 C:; a");
    }
    void tellsTokensApart()
    {
        QFETCH(QString, language);
        QFETCH(QString, line);
        QFETCH(QString, spans);
        CodeState state = 0;
        QCOMPARE(spansOf(language, line, state), spans);
        QCOMPARE(state, 0);
    }

    void commentsAndLongStringsGoOverLines()
    {
        CodeState state = 0;
        QCOMPARE(spansOf(QStringLiteral("cpp"), QStringLiteral("a /* b"), state), QStringLiteral("C:/* b"));
        QCOMPARE(spansOf(QStringLiteral("cpp"), QStringLiteral("return"), state), QStringLiteral("C:return"));
        QCOMPARE(spansOf(QStringLiteral("cpp"), QStringLiteral("c */ return"), state), QStringLiteral("C:c */ K:return"));
        QCOMPARE(state, 0);
        QCOMPARE(spansOf(QStringLiteral("py"), QStringLiteral("x = \"\"\"a"), state), QStringLiteral("S:\"\"\"a"));
        QCOMPARE(spansOf(QStringLiteral("py"), QStringLiteral("def"), state), QStringLiteral("S:def"));
        QCOMPARE(spansOf(QStringLiteral("py"), QStringLiteral("b\"\"\" def"), state), QStringLiteral("S:b\"\"\" K:def"));
        QCOMPARE(state, 0);
    }

    void spansAreInOrderAndInsideTheLine()
    {
        const QString nasty = QStringLiteral("\"\\ 'x /* ``` \"\"\" # // -- <!-- [[ ]] {- (* %{ @\" <# 0x 1e+ 9. \\");
        for (const CodeLanguage &language : codeLanguages()) {
            for (CodeState start = -1; start < 6; ++start) {
                for (qsizetype length = 0; length <= nasty.size(); ++length) {
                    CodeState state = start;
                    qsizetype at = 0;
                    for (const CodeSpan &span : highlightLine(language, QStringView(nasty).left(length), state)) {
                        QVERIFY(span.begin >= at);
                        QVERIFY(span.length > 0);
                        at = span.begin + span.length;
                    }
                    QVERIFY(at <= length);
                }
            }
        }
    }

    void knowsTheLanguagesThatPeopleAskFor()
    {
        QVERIFY(codeLanguages().size() >= 60);
        QHash<QString, QString> owners;
        for (const CodeLanguage &language : codeLanguages()) {
            QVERIFY(!language.aliases.isEmpty());
            QVERIFY2(std::is_sorted(language.keywords.begin(), language.keywords.end()), qPrintable(language.name));
            for (const QString &alias : language.aliases) {
                QCOMPARE(alias, alias.toLower());
                QVERIFY2(!owners.contains(alias), qPrintable(QString(alias + QLatin1String(" is in ") + owners.value(alias) + QLatin1String(", ") + language.name)));
                owners.insert(alias, language.name);
            }
            for (const QString &keyword : language.keywords) {
                QVERIFY2(!language.ignoreCase || keyword == keyword.toLower(), qPrintable(keyword));
                // A keyword that can be read as none would never be seen.
                CodeState state = 0;
                const std::vector<CodeSpan> spans = highlightLine(language, keyword, state);
                QVERIFY2(spans.size() == 1 && spans[0].length == keyword.size() && spans[0].token == CodeToken::Keyword,
                    qPrintable(QString(language.name + QLatin1String(": ") + keyword)));
            }
        }
    }

    void aLongLineCostsWhatItIsLong()
    {
        // Rules that backtrack take hours for these.
        for (const QString &piece : {QStringLiteral("(a*"), QStringLiteral("\\"), QStringLiteral("1"), QStringLiteral("a"), QStringLiteral("[["), QStringLiteral(" "),
                 QStringLiteral("\"\""), QStringLiteral("/* */"), QStringLiteral("a :")}) {
            const QString line = piece.repeated(1'000'000 / piece.size());
            for (const char *alias : {"cpp", "lua", "yaml", "py"}) {
                CodeState state = 0;
                QVERIFY(highlightLine(*codeLanguage(QString::fromLatin1(alias)), line, state).size() <= static_cast<std::size_t>(line.size()));
            }
        }
    }

    void namesLanguagesAsPeopleDo()
    {
        QCOMPARE(codeLanguageName(QStringLiteral("cpp")), QStringLiteral("C++"));
        QCOMPARE(codeLanguageName(QStringLiteral("c")), QStringLiteral("C"));
        QCOMPARE(codeLanguageName(QStringLiteral("PY")), QStringLiteral("Python"));
        QCOMPARE(codeLanguageName(QStringLiteral("brainf")), QStringLiteral("brainf"));
        QVERIFY(!codeLanguage(QStringLiteral("brainf")));
    }
};

QTEST_GUILESS_MAIN(HighlighterTest)
#include "tst_highlighter.moc"
