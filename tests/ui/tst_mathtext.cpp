// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/properties.h"
#include "ui/transcript/formulas.h"
#include "ui/transcript/mathtext.h"

#include <QtTest>

using namespace breakwater;
using namespace Qt::Literals::StringLiterals;

/// Formulas: found in Markdown, and made readable.
class MathTextTest : public QObject
{
    Q_OBJECT

private:
    /// One line: ^{…} and _{…} for what is raised and lowered, blanks as blanks.
    static QString shown(const QString &tex)
    {
        QString text;
        auto level = MathRun::Level::Line;
        for (const MathRun &run : readableMath(tex)) {
            if (run.level != level && level != MathRun::Level::Line)
                text += u'}';
            if (run.level != level && run.level != MathRun::Level::Line)
                text += run.level == MathRun::Level::Raised ? u"^{"_s : u"_{"_s;
            level = run.level;
            text += run.text;
        }
        if (level != MathRun::Level::Line)
            text += u'}';
        for (const char16_t blank : {u'\u2009', u'\u2005', u'\u2003', u'\u00A0'})
            text.replace(QChar(blank), u' ');
        text.replace(QChar::LineSeparator, u'/');
        return text;
    }
    static QString marked(const QString &markdown)
    {
        std::vector<Formula> formulas;
        const QString lifted = liftFormulas(markdown, formulas);
        QString text;
        for (const FormulaPiece &piece : formulaPieces(lifted, formulas))
            text += piece.formula ? QString(u"«"_s + piece.formula->tex + (piece.formula->isDisplay ? u"!"_s : u""_s) + u"»"_s) : piece.text;
        return text;
    }

private Q_SLOTS:
    void formulasAreReadable_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &tex, const QString &text) { QTest::addRow("%s", qPrintable(tex)) << tex << text; };
        row(u"E = mc^2"_s, u"E = mc^{2}"_s);
        row(u"E=mc^{2}"_s, u"E = mc^{2}"_s);
        row(u"\\alpha^2+\\beta_i^2\\le 1"_s, u"α^{2} + β_{i}^{2} ≤ 1"_s);
        row(u"-x + -y"_s, u"−x + −y"_s);
        row(u"a_{n+1}"_s, u"a_{n+1}"_s);
        row(u"\\frac{1}{2}"_s, u"^{1}⁄_{2}"_s);
        row(u"\\frac12 x"_s, u"^{1}⁄_{2} x"_s);
        row(u"\\frac{a+b}{2c}"_s, u"(a + b)/(2c)"_s);
        row(u"x=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}"_s, u"x = (−b ± √(b^{2} − 4ac))/(2a)"_s);
        row(u"\\sqrt2"_s, u"√2"_s);
        row(u"\\sqrt{\\frac{g}{k}}"_s, u"√(g/k)"_s);
        row(u"= -\\frac{1}{8}"_s, u"= −^{1}⁄_{8}"_s);
        row(u"\\sqrt[3]{x}"_s, u"^{3}√x"_s);
        row(u"\\sum_{i=1}^{n} i"_s, u"∑_{i=1}^{n} i"_s);
        row(u"\\int_0^\\infty e^{-x^2}\\,dx"_s, u"∫_{0}^{∞} e^{−x^2} dx"_s);
        row(u"\\lim_{x\\to0}\\sin x"_s, u"lim_{x→0} sin x"_s);
        row(u"\\sin(x)\\cos y"_s, u"sin(x) cos y"_s);
        row(u"f'(x)"_s, u"f′(x)"_s);
        row(u"90^\\circ"_s, u"90°"_s);
        row(u"x \\in \\mathbb{R}^n"_s, u"x ∈ ℝ^{n}"_s);
        row(u"\\mathcal{L}\\{f\\}"_s, u"ℒ{f}"_s);
        row(u"\\hat{x} + \\vec{v}"_s, u"x̂ + v⃗"_s);
        row(u"\\text{if } x > 0"_s, u"if x > 0"_s);
        row(u"\\left( \\frac{a}{b} \\right)^2"_s, u"(a/b)^{2}"_s);
        row(u"\\left. x \\right|_0"_s, u"x|_{0}"_s);
        row(u"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"_s, u"(a  b; c  d)"_s);
        row(u"|x| = \\begin{cases} x & x \\ge 0 \\\\ -x & \\text{else} \\end{cases}"_s, u"|x| = /⎧ x x ≥ 0/⎩ −x else"_s);
        row(u"\\begin{aligned} a &= b \\\\ &= c \\end{aligned}"_s, u"a = b/ = c"_s);
        row(u"\\binom{n}{k}"_s, u"(^{n}_{k})"_s);
        row(u"a \\not= b"_s, u"a =\u0338 b"_s);
        row(u"\\operatorname{rank} A"_s, u"rank A"_s);
        row(u"a \\equiv b \\pmod n"_s, u"a ≡ b (mod n)"_s);
        row(u"\\unknown{x} + y"_s, u"\\unknownx + y"_s);
        row(u"f(x, y)"_s, u"f(x, y)"_s);
        row(u"100\\%"_s, u"100%"_s);
        row(u"3.14"_s, u"3.14"_s);
    }
    void formulasAreReadable()
    {
        QFETCH(const QString, tex);
        QTEST(shown(tex), "text");
    }

    void variablesAreItalicAndNamesAreNot()
    {
        const std::vector<MathRun> runs = readableMath(u"\\sin x"_s);
        QCOMPARE(runs.front().text.at(0), u's');
        QVERIFY(!runs.front().isVariable);
        QCOMPARE(runs.back().text, u"x"_s);
        QVERIFY(runs.back().isVariable);
        QVERIFY(readableMath(u"\\mathbf{v}"_s).front().isBold);
    }

    void noTeXIsTooMuch()
    {
        QVERIFY(holds("any TeX ends", [] {
            static const QStringList parts {u"\\"_s, u"{"_s, u"}"_s, u"^"_s, u"_"_s, u"&"_s, u"\\\\"_s, u"\\frac"_s, u"\\sqrt["_s, u"]"_s, u"\\left"_s, u"\\right"_s, u"\\begin{matrix}"_s,
                u"\\end{matrix}"_s, u"\\end"_s, u"\\begin{cases}"_s, u"\\hat"_s, u"\\not"_s, u"\\text{"_s, u"x"_s, u"12"_s, u" "_s, u"'"_s, u"\\mathbb"_s, u"😀"_s, u"\\begin"_s, u"$"_s};
            QString tex;
            const int length = *rc::gen::inRange(0, 30);
            for (int i = 0; i < length; ++i)
                tex += parts.at(*rc::gen::inRange(0, static_cast<int>(parts.size())));
            const auto runs = readableMath(tex);
            RC_ASSERT(runs.size() < 10'000u);
        }));
        for (const QString &part : {u"{"_s, u"\\frac{"_s, u"\\sqrt["_s, u"^{"_s, u"\\begin{matrix}"_s, u"\\hat{"_s, u"\\left("_s, u"\\text{"_s, u"x^"_s}) {
            const QString tex = part.repeated(20'000);
            qsizetype length = 0;
            for (const MathRun &run : readableMath(tex))
                length += run.text.size();
            QVERIFY2(length <= 2 * tex.size(), qPrintable(part)); // what is nested does not multiply
        }
    }

    void formulasAreFoundInMarkdown_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &markdown, const QString &text) { QTest::addRow("%s", qPrintable(markdown)) << markdown << text; };
        row(u"so $x^2$ is"_s, u"so «x^2» is"_s);
        row(u"$$\na+b\n$$"_s, u"«a+b!»"_s);
        row(u"so \\(x_1\\) and \\[y\\]"_s, u"so «x_1» and «y!»"_s);
        row(u"$5 and $10"_s, u"$5 and $10"_s);
        row(u"it costs $5, not 6$ or so"_s, u"it costs $5, not 6$ or so"_s);
        row(u"from $5 to$ 6"_s, u"from $5 to$ 6"_s);
        row(u"US$5 and A$6"_s, u"US$5 and A$6"_s);
        row(u"`$x$` and $y$"_s, u"`$x$` and «y»"_s);
        row(u"``a ` $x$`` $y$"_s, u"``a ` $x$`` «y»"_s);
        row(u"```\n$x$\n```\n$y$"_s, u"```\n$x$\n```\n«y»"_s);
        row(u"- ```\n  $x$\n  ```\n- $y$"_s, u"- ```\n  $x$\n  ```\n- «y»"_s);
        row(u"\\$5 and $x$"_s, u"\\$5 and «x»"_s);
        row(u"$a\n\nb$"_s, u"$a\n\nb$"_s);
        row(u"$x$2"_s, u"$x$2"_s);
        row(u"$a_1 * b_2 * c$"_s, u"«a_1 * b_2 * c»"_s);
        row(u"$HOME and $PATH"_s, u"$HOME and $PATH"_s);
        row(u"\\begin{align}\na &= b\n\\end{align}"_s, u"«\\begin{align}\na &= b\n\\end{align}!»"_s);
        row(u"$$"_s, u"$$"_s);
        row(u"$ $"_s, u"$ $"_s);
        row(u"\\("_s, u"\\("_s);
        row(u"\\[\\\\\\]"_s, u"\\[\\\\\\]"_s);
        row(u"[link](a\\(b\\)) \\(c\\)"_s, u"[link](a\\(b\\)) «c»"_s);
    }
    void formulasAreFoundInMarkdown()
    {
        QFETCH(const QString, markdown);
        QTEST(marked(markdown), "text");
    }

    void whatIsLiftedComesBackAsItWas()
    {
        QVERIFY(holds("lifting loses nothing", [] {
            static const QStringList parts {u"$"_s, u"$$"_s, u"\\("_s, u"\\)"_s, u"\\["_s, u"\\]"_s, u"`"_s, u"```\n"_s, u"\n"_s, u"\n\n"_s, u"x"_s, u" "_s, u"^2"_s, u"5"_s, u"word "_s, u"- "_s, u"\\"_s};
            QString text;
            const int length = *rc::gen::inRange(0, 30);
            for (int i = 0; i < length; ++i)
                text += parts.at(*rc::gen::inRange(0, static_cast<int>(parts.size())));
            std::vector<Formula> formulas;
            RC_ASSERT(withFormulaSources(liftFormulas(text, formulas), formulas) == text);
            for (const Formula &formula : formulas)
                RC_ASSERT(!formula.tex.isEmpty());
        }));
        std::vector<Formula> none;
        QCOMPARE(liftFormulas(QString(QChar(u'\uFDD0')) + u"0"_s, none), QString(QChar::ReplacementCharacter) + u"0"_s); // nobody makes tokens but this
    }

    void whatIsHalfWrittenIsKnown()
    {
        QCOMPARE(openFormulaAt(u"so $x^2"_s), 3);
        QCOMPARE(openFormulaAt(u"so $x^2$"_s), -1);
        QCOMPARE(openFormulaAt(u"costs $5 and more"_s), -1);
        QCOMPARE(openFormulaAt(u"so \\(a + "_s), 3);
        QCOMPARE(openFormulaAt(u"a $b$ \\[c"_s), 6);
        QVERIFY(openedFormula(u"$$"));
        QVERIFY(openedFormula(u"  \\[ a"));
        QVERIFY(!openedFormula(u"$$a$$"));
        QVERIFY(!openedFormula(u"    $$"));
        QCOMPARE(openedFormula(u"\\begin{align*}").value(), u"\\end{align*}"_s);
    }
};

QTEST_GUILESS_MAIN(MathTextTest)
#include "tst_mathtext.moc"
