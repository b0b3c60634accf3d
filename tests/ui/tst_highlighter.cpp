// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

#include <QtTest>

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
        const QString nasty = QStringLiteral("\"\\ 'x /* ``` \"\"\" # // -- <!-- 0x 1e+ 9. \\");
        for (const QString &alias : {QStringLiteral("cpp"), QStringLiteral("py"), QStringLiteral("js"), QStringLiteral("json"), QStringLiteral("sh"),
                 QStringLiteral("sql"), QStringLiteral("rs"), QStringLiteral("go"), QStringLiteral("html"), QStringLiteral("css"), QStringLiteral("yaml")}) {
            for (CodeState start = 0; start < 6; ++start) {
                for (qsizetype length = 0; length <= nasty.size(); ++length) {
                    CodeState state = start;
                    qsizetype at = 0;
                    for (const CodeSpan &span : highlightLine(*codeLanguage(alias), QStringView(nasty).left(length), state)) {
                        QVERIFY(span.begin >= at);
                        QVERIFY(span.length > 0);
                        at = span.begin + span.length;
                    }
                    QVERIFY(at <= length);
                }
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
