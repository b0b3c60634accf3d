// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/mathtext.h"

#include "ui/transcript/mathsigns.h"

#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace breakwater {

namespace {

constexpr int mostNested = 32;
constexpr char16_t thinBlank = 0x2009;
constexpr char16_t mediumBlank = 0x2005;
constexpr char16_t wideBlank = 0x2003;
constexpr char16_t stroke = 0x2044;
constexpr char16_t slash = 0x338; // through the sign before it

using Runs = std::vector<MathRun>;

struct Atom
{
    Runs runs;
    MathKind kind = MathKind::Ordinary;
    bool standsApart = false; ///< a fraction: letters beside it would seem to be a part of it
};

void append(Runs &to, const MathRun &run)
{
    if (run.text.isEmpty())
        return;
    if (!to.empty() && to.back().level == run.level && to.back().isVariable == run.isVariable && to.back().isBold == run.isBold)
        to.back().text += run.text;
    else
        to.push_back(run);
}

void append(Runs &to, const Runs &runs)
{
    for (const MathRun &run : runs)
        append(to, run);
}

void append(Runs &to, const QString &text)
{
    append(to, MathRun {text, MathRun::Level::Line, false, false});
}

QString plain(const Runs &runs)
{
    QString text;
    for (const MathRun &run : runs)
        text += run.text;
    return text;
}

bool isNumber(const Runs &runs, qsizetype most)
{
    const QString text = plain(runs);
    return !text.isEmpty() && text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.isDigit(); });
}

class MathReader
{
public:
    explicit MathReader(QStringView tex, int nested = 0)
        : m_tex(tex)
        , m_nested(nested)
    {
    }
    Runs read()
    {
        Runs all;
        while (m_at < m_tex.size()) {
            append(all, joined(atoms()));
            if (m_at < m_tex.size())
                append(all, takeStray());
        }
        return all;
    }

private:
    [[nodiscard]] bool isAt(QStringView what) const { return m_tex.mid(m_at).startsWith(what); }
    void skipBlanks()
    {
        while (m_at < m_tex.size() && m_tex[m_at].isSpace())
            ++m_at;
    }
    /// The name of a command at a backslash: letters, or one other sign.
    [[nodiscard]] QString commandHere() const
    {
        qsizetype end = m_at + 1;
        while (end < m_tex.size() && ((m_tex[end] >= QLatin1Char('a') && m_tex[end] <= QLatin1Char('z')) || (m_tex[end] >= QLatin1Char('A') && m_tex[end] <= QLatin1Char('Z'))))
            ++end;
        if (end == m_at + 1 && end < m_tex.size())
            ++end;
        return m_tex.mid(m_at + 1, end - m_at - 1).toString();
    }
    /// What ends a group, a row or an environment that had not begun.
    QString takeStray()
    {
        if (m_tex[m_at] == QLatin1Char('\\')) {
            const QString command = commandHere();
            m_at += 1 + command.size();
            return command == QLatin1String("\\") ? QString(QChar::LineSeparator) : QString();
        }
        return m_tex[m_at++] == QLatin1Char('&') ? QString(QChar::Space) : QString();
    }

    std::vector<Atom> atoms();
    void readOne(std::vector<Atom> &to);
    void readCommand(std::vector<Atom> &to);
    void readScript(std::vector<Atom> &to);
    void readEnvironment(std::vector<Atom> &to);
    Runs joined(const std::vector<Atom> &atoms) const;
    std::vector<Atom> argumentAtoms();
    Runs argument() { return joined(argumentAtoms()); }
    QString rawArgument();
    QString delimiter();
    Atom fraction();
    Atom letterAtom(char32_t letter) const;
    Runs grouped(const std::vector<Atom> &atoms) const;

    QStringView m_tex;
    qsizetype m_at = 0;
    int m_nested = 0;
    int m_scripts = 0;
    bool m_upright = false;
    bool m_bold = false;
    QString m_alphabet;
};

/// Up to what ends a group, a row or a cell.
std::vector<Atom> MathReader::atoms()
{
    std::vector<Atom> all;
    const QScopedValueRollback nested(m_nested, m_nested + 1);
    for (;;) {
        skipBlanks();
        if (m_at >= m_tex.size() || m_tex[m_at] == QLatin1Char('}') || m_tex[m_at] == QLatin1Char('&') || isAt(u"\\\\") || isAt(u"\\end"))
            return all;
        readOne(all);
    }
}

void MathReader::readOne(std::vector<Atom> &to)
{
    const QChar sign = m_tex[m_at];
    if (sign == QLatin1Char('\\')) {
        readCommand(to);
    } else if (sign == QLatin1Char('^') || sign == QLatin1Char('_')) {
        readScript(to);
    } else if (sign == QLatin1Char('{')) {
        to.push_back({argument(), MathKind::Ordinary, false});
    } else if (sign == QLatin1Char('~')) {
        ++m_at;
        to.push_back({{MathRun {QString(QChar::Nbsp), {}, false, false}}, MathKind::Ordinary, false});
    } else if (sign == QLatin1Char('$')) {
        ++m_at;
    } else if (sign.isDigit()) {
        const qsizetype begin = m_at;
        while (m_at < m_tex.size() && (m_tex[m_at].isDigit() || (m_tex[m_at] == QLatin1Char('.') && m_at + 1 < m_tex.size() && m_tex[m_at + 1].isDigit())))
            ++m_at;
        to.push_back({{MathRun {m_tex.mid(begin, m_at - begin).toString(), {}, false, m_bold}}, MathKind::Ordinary, false});
    } else {
        char32_t letter = sign.unicode();
        const bool isPair = sign.isHighSurrogate() && m_at + 1 < m_tex.size() && m_tex[m_at + 1].isLowSurrogate();
        if (isPair)
            letter = QChar::surrogateToUcs4(sign, m_tex[m_at + 1]);
        m_at += isPair ? 2 : 1;
        to.push_back(letterAtom(letter));
    }
}

Atom MathReader::letterAtom(char32_t letter) const
{
    if (!QChar::isLetterOrNumber(letter)) {
        const MathSign sign = mathSign(letter);
        return {{MathRun {sign.text, {}, false, m_bold}}, sign.kind, false};
    }
    const QString text = m_alphabet.isEmpty() ? QString::fromUcs4(&letter, 1) : mathLetter(m_alphabet, letter);
    return {{MathRun {text, {}, QChar::isLetter(letter) && !m_upright && !m_bold && m_alphabet.isEmpty(), m_bold}}, MathKind::Ordinary, false};
}

/// What stands after a command: a group, or one letter, number sign or command.
std::vector<Atom> MathReader::argumentAtoms()
{
    skipBlanks();
    if (m_at >= m_tex.size())
        return {};
    if (m_nested > mostNested) { // as it was written
        const QString rest = m_tex.mid(m_at).toString();
        m_at = m_tex.size();
        return {{{MathRun {rest, {}, false, false}}, MathKind::Ordinary, false}};
    }
    std::vector<Atom> all;
    if (m_tex[m_at] == QLatin1Char('{')) {
        ++m_at;
        for (;;) {
            std::vector<Atom> more = atoms();
            std::move(more.begin(), more.end(), std::back_inserter(all));
            if (m_at >= m_tex.size())
                return all;
            if (m_tex[m_at] == QLatin1Char('}')) {
                ++m_at;
                return all;
            }
            if (isAt(u"\\end"))
                return all; // the group was never closed
            all.push_back({{MathRun {takeStray(), {}, false, false}}, MathKind::Ordinary, false});
        }
    }
    if (m_tex[m_at].isDigit()) {
        all.push_back({{MathRun {QString(m_tex[m_at++]), {}, false, m_bold}}, MathKind::Ordinary, false});
        return all;
    }
    if (m_tex[m_at] != QLatin1Char('}') && m_tex[m_at] != QLatin1Char('&')) {
        const QScopedValueRollback nested(m_nested, m_nested + 1);
        readOne(all);
    }
    return all;
}

/// The text of a group, unread.
QString MathReader::rawArgument()
{
    skipBlanks();
    if (m_at >= m_tex.size() || m_tex[m_at] != QLatin1Char('{'))
        return {};
    const qsizetype begin = ++m_at;
    for (int depth = 1; m_at < m_tex.size(); ++m_at) {
        if (m_tex[m_at] == QLatin1Char('\\') && m_at + 1 < m_tex.size()) {
            ++m_at;
            continue;
        }
        depth += m_tex[m_at] == QLatin1Char('{') ? 1 : m_tex[m_at] == QLatin1Char('}') ? -1 : 0;
        if (depth == 0)
            return m_tex.mid(begin, m_at++ - begin).toString();
    }
    return m_tex.mid(begin).toString();
}

/// After \left, \right or \big: a sign, a command, or a dot for none.
QString MathReader::delimiter()
{
    skipBlanks();
    if (m_at >= m_tex.size())
        return {};
    if (m_tex[m_at] == QLatin1Char('\\')) {
        const QString command = commandHere();
        m_at += 1 + command.size();
        const auto sign = mathSign(command);
        return sign ? sign->text : QString();
    }
    const QChar sign = m_tex[m_at++];
    return sign == QLatin1Char('.') ? QString() : sign == QLatin1Char('<') ? QStringLiteral("⟨") : sign == QLatin1Char('>') ? QStringLiteral("⟩") : QString(sign);
}

/// In parentheses where it would run together with what stands beside it.
Runs MathReader::grouped(const std::vector<Atom> &atoms) const
{
    const Runs inner = joined(atoms);
    if (atoms.empty() || (atoms.size() == 1 && !(atoms.front().standsApart && plain(inner).contains(QLatin1Char('/')))))
        return inner;
    Runs all;
    append(all, QStringLiteral("("));
    append(all, inner);
    append(all, QStringLiteral(")"));
    return all;
}

Atom MathReader::fraction()
{
    const std::vector<Atom> above = argumentAtoms();
    const std::vector<Atom> below = argumentAtoms();
    Atom atom {{}, MathKind::Ordinary, true};
    if (m_scripts == 0 && isNumber(joined(above), 3) && isNumber(joined(below), 3)) {
        append(atom.runs, MathRun {plain(joined(above)), MathRun::Level::Raised, false, false});
        append(atom.runs, QString(QChar(stroke)));
        append(atom.runs, MathRun {plain(joined(below)), MathRun::Level::Lowered, false, false});
        return atom;
    }
    const bool isSum = std::any_of(above.begin(), above.end(), [](const Atom &each) { return each.kind == MathKind::Binary || each.kind == MathKind::Relation || each.standsApart; });
    append(atom.runs, isSum ? grouped(above) : joined(above));
    append(atom.runs, QStringLiteral("/"));
    append(atom.runs, grouped(below));
    return atom;
}

void MathReader::readScript(std::vector<Atom> &to)
{
    const bool raised = m_tex[m_at++] == QLatin1Char('^');
    const int before = std::exchange(m_scripts, m_scripts + 1);
    const Runs script = argument();
    m_scripts = before;
    if (to.empty())
        to.push_back({});
    if (plain(script) == QStringLiteral("′") || plain(script) == QStringLiteral("°") || (raised && plain(script) == QStringLiteral("∘"))) {
        append(to.back().runs, plain(script) == QStringLiteral("∘") ? QStringLiteral("°") : plain(script));
        return;
    }
    if (before > 0) { // a script of a script: there is no third size
        append(to.back().runs, raised ? QStringLiteral("^") : QStringLiteral("_"));
        append(to.back().runs, plain(script).size() > 1 ? QString(QLatin1Char('(') + plain(script) + QLatin1Char(')')) : plain(script));
        return;
    }
    for (MathRun run : script) {
        run.level = raised ? MathRun::Level::Raised : MathRun::Level::Lowered;
        append(to.back().runs, run);
    }
}

void MathReader::readCommand(std::vector<Atom> &to)
{
    const QString command = commandHere();
    m_at += 1 + command.size();
    const auto is = [&command](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&command](const char *name) { return command == QLatin1String(name); });
    };
    const auto put = [&to](Runs runs, MathKind kind = MathKind::Ordinary) { to.push_back({std::move(runs), kind, false}); };
    const auto putText = [&put](const QString &text, MathKind kind = MathKind::Ordinary) { put({MathRun {text, {}, false, false}}, kind); };

    if (is({"frac", "dfrac", "tfrac", "cfrac", "nicefrac"})) {
        to.push_back(fraction());
    } else if (is({"binom", "dbinom", "tbinom"})) {
        const Runs above = argument();
        const Runs below = argument();
        Runs runs;
        append(runs, QStringLiteral("("));
        append(runs, MathRun {plain(above), MathRun::Level::Raised, false, false});
        append(runs, MathRun {plain(below), MathRun::Level::Lowered, false, false});
        append(runs, QStringLiteral(")"));
        put(runs);
    } else if (is({"sqrt"})) {
        Runs runs;
        skipBlanks();
        if (m_at < m_tex.size() && m_tex[m_at] == QLatin1Char('[')) {
            const qsizetype close = m_tex.indexOf(QLatin1Char(']'), m_at);
            const qsizetype end = close < 0 ? m_tex.size() : close;
            const QStringView index = m_tex.mid(m_at + 1, end - m_at - 1);
            append(runs, MathRun {m_nested > mostNested ? index.toString() : plain(MathReader(index, m_nested + 1).read()), MathRun::Level::Raised, false, false});
            m_at = std::min(end + 1, m_tex.size());
        }
        append(runs, QStringLiteral("√"));
        append(runs, grouped(argumentAtoms()));
        put(runs);
    } else if (is({"left", "bigl", "Bigl", "biggl", "Biggl"})) {
        putText(delimiter(), MathKind::Opening);
    } else if (is({"right", "bigr", "Bigr", "biggr", "Biggr"})) {
        putText(delimiter(), MathKind::Closing);
    } else if (is({"big", "Big", "bigg", "Bigg"})) {
        putText(delimiter());
    } else if (is({"middle", "bigm", "Bigm"})) {
        putText(delimiter(), MathKind::Relation);
    } else if (is({"text", "mbox", "textrm", "textit", "textsf", "texttt", "textnormal", "hbox"})) {
        putText(rawArgument().replace(QLatin1Char('\n'), QLatin1Char(' ')));
    } else if (is({"textbf"})) {
        put({MathRun {rawArgument(), {}, false, true}});
    } else if (is({"mathrm", "mathsf", "mathtt", "mathit", "rm"}) || command == QLatin1String("operatorname")) {
        if (m_at < m_tex.size() && m_tex[m_at] == QLatin1Char('*'))
            ++m_at;
        const QScopedValueRollback upright(m_upright, command != QLatin1String("mathit"));
        put(argument(), command == QLatin1String("operatorname") ? MathKind::Operator : MathKind::Ordinary);
    } else if (is({"mathbf", "boldsymbol", "bm", "bold", "pmb"})) {
        const QScopedValueRollback bold(m_bold, true);
        put(argument());
    } else if (is({"mathbb", "Bbb", "mathcal", "mathscr", "mathfrak"})) {
        const QScopedValueRollback alphabet(m_alphabet, command);
        put(argument());
    } else if (const QChar accent = mathAccent(command); !accent.isNull()) {
        const Runs inner = argument();
        const bool onAll = command == QLatin1String("overline") || command == QLatin1String("underline") || command == QLatin1String("bar");
        Runs runs;
        bool first = true;
        for (MathRun run : inner) {
            QString text;
            for (const QChar sign : std::as_const(run.text)) {
                text += sign;
                if (!sign.isHighSurrogate() && (onAll || first))
                    text += accent;
                first = first && sign.isHighSurrogate();
            }
            run.text = text;
            append(runs, run);
        }
        put(runs);
    } else if (is({"not"})) {
        std::vector<Atom> next = argumentAtoms();
        if (!next.empty() && !next.front().runs.empty())
            next.front().runs.front().text += QChar(slash);
        std::move(next.begin(), next.end(), std::back_inserter(to));
    } else if (is({"overset", "stackrel", "underset"})) {
        const Runs mark = argument();
        std::vector<Atom> base = argumentAtoms();
        const MathKind kind = base.size() == 1 ? base.front().kind : MathKind::Ordinary;
        Runs runs = joined(base);
        append(runs, MathRun {plain(mark), command == QLatin1String("underset") ? MathRun::Level::Lowered : MathRun::Level::Raised, false, false});
        put(runs, kind);
    } else if (is({"pmod"})) {
        Runs runs;
        append(runs, QStringLiteral("(mod "));
        append(runs, argument());
        append(runs, QStringLiteral(")"));
        to.push_back({runs, MathKind::Ordinary, true});
    } else if (is({"tag"})) {
        putText(QString(QChar(wideBlank)) + QLatin1Char('(') + rawArgument() + QLatin1Char(')'));
    } else if (is({"phantom", "hphantom", "vphantom", "label", "color", "hspace", "vspace"})) {
        (void)rawArgument();
    } else if (is({"displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "!", "hline", "centering"})) {
        return;
    } else if (is({"boxed", "overbrace", "underbrace", "mathop", "mathrel", "mathbin", "mathord", "mathstrut", "ensuremath", "underparen", "overparen", "cancel"})) {
        put(argument(), command == QLatin1String("mathrel") ? MathKind::Relation : command == QLatin1String("mathbin") ? MathKind::Binary : MathKind::Ordinary);
    } else if (is({",", "thinspace"})) {
        putText(QString(QChar(thinBlank)));
    } else if (is({":", ";", " ", ">", "enspace", "medspace", "thickspace", "\n"})) {
        putText(QString(QChar::Space));
    } else if (is({"quad"})) {
        putText(QString(QChar(wideBlank)));
    } else if (is({"qquad"})) {
        putText(QString(2, QChar(wideBlank)));
    } else if (is({"begin"})) {
        readEnvironment(to);
    } else if (is({"{", "lbrace"})) {
        putText(QStringLiteral("{"), MathKind::Opening);
    } else if (is({"}", "rbrace"})) {
        putText(QStringLiteral("}"), MathKind::Closing);
    } else if (const auto sign = mathSign(command)) {
        put({MathRun {sign->text, {}, false, m_bold}}, sign->kind);
    } else {
        putText(QLatin1Char('\\') + command);
    }
}

/// Rows and cells. A matrix stands in one line, its rows parted by semicolons; rows of formulas stand below each other.
void MathReader::readEnvironment(std::vector<Atom> &to)
{
    const QString name = rawArgument().remove(QLatin1Char('*'));
    if (name == QLatin1String("array") || name == QLatin1String("alignedat") || name == QLatin1String("tabular"))
        (void)rawArgument(); // its columns
    std::vector<std::vector<Runs>> rows(1);
    if (m_nested <= mostNested) {
        for (;;) {
            rows.back().push_back(joined(atoms()));
            if (m_at >= m_tex.size() || isAt(u"\\end"))
                break;
            if (isAt(u"\\\\")) {
                m_at += 2;
                rows.emplace_back();
                if (m_at < m_tex.size() && m_tex[m_at] == QLatin1Char('[')) // more room between rows
                    m_at = std::max(m_at, m_tex.indexOf(QLatin1Char(']'), m_at) + 1);
            } else if (m_tex[m_at] == QLatin1Char('&')) {
                ++m_at;
            } else {
                append(rows.back().back(), takeStray());
            }
        }
    }
    if (isAt(u"\\end")) {
        m_at += 4;
        (void)rawArgument();
    }
    while (rows.size() > 1 && std::all_of(rows.back().begin(), rows.back().end(), [](const Runs &cell) { return cell.empty(); }))
        rows.pop_back();

    const bool isMatrix = name.endsWith(QLatin1String("matrix")) || name == QLatin1String("array") || name == QLatin1String("tabular");
    const bool isCases = name.endsWith(QLatin1String("cases"));
    const QString open = name == QLatin1String("pmatrix") ? QStringLiteral("(") : name == QLatin1String("vmatrix") ? QStringLiteral("|")
        : name == QLatin1String("Vmatrix")                ? QStringLiteral("‖")
        : name == QLatin1String("Bmatrix")                ? QStringLiteral("{")
        : isMatrix                                        ? QStringLiteral("[")
                                                          : QString();
    const QString close = open == QLatin1String("(") ? QStringLiteral(")") : open == QLatin1String("[") ? QStringLiteral("]") : open == QLatin1String("{") ? QStringLiteral("}") : open;
    Runs all;
    append(all, open);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (isMatrix && row > 0)
            append(all, QStringLiteral("; "));
        else if (isCases)
            append(all, QString(QChar::LineSeparator) + (rows.size() == 1 ? QStringLiteral("{ ") : row == 0 ? QStringLiteral("⎧ ") : row + 1 == rows.size() ? QStringLiteral("⎩ ") : QStringLiteral("⎨ ")));
        else if (row > 0)
            append(all, QString(QChar::LineSeparator));
        bool first = true;
        for (const Runs &cell : rows[row]) {
            if (!std::exchange(first, false))
                append(all, isMatrix ? QStringLiteral("  ") : isCases ? QString(QChar(wideBlank)) : QString(QChar(mediumBlank)));
            append(all, cell);
        }
    }
    append(all, close);
    to.push_back({all, MathKind::Ordinary, false});
}

Runs MathReader::joined(const std::vector<Atom> &atoms) const
{
    Runs all;
    const QString thin = m_scripts > 0 ? QString() : QString(QChar(thinBlank));
    const QString medium = m_scripts > 0 ? QString() : QString(QChar(mediumBlank));
    std::optional<MathKind> before;
    bool apartBefore = false;
    for (const Atom &atom : atoms) {
        MathKind kind = atom.kind;
        const bool first = !before || *before == MathKind::Binary || *before == MathKind::Relation || *before == MathKind::Opening || *before == MathKind::Mark || *before == MathKind::Operator;
        if (kind == MathKind::Binary && first)
            kind = MathKind::Opening; // a sign: −x
        const bool afterLetters = before && (*before == MathKind::Ordinary || *before == MathKind::Closing);
        if (kind == MathKind::Binary)
            append(all, thin);
        else if (kind == MathKind::Relation && before)
            append(all, medium);
        else if (kind == MathKind::Operator && (afterLetters || (before && *before == MathKind::Operator)))
            append(all, thin);
        else if (before && *before == MathKind::Operator && kind == MathKind::Ordinary)
            append(all, thin);
        else if (afterLetters && kind == MathKind::Ordinary && (apartBefore || atom.standsApart))
            append(all, thin);
        append(all, atom.runs);
        if (kind == MathKind::Binary)
            append(all, thin);
        else if (kind == MathKind::Relation)
            append(all, medium);
        else if (kind == MathKind::Mark && m_scripts == 0)
            append(all, QString(QChar::Space));
        before = kind;
        apartBefore = atom.standsApart;
    }
    return all;
}

} // namespace

std::vector<MathRun> readableMath(const QString &tex)
{
    return MathReader(QStringView(tex).trimmed()).read();
}

bool looksLikeMath(const QString &between)
{
    if (between.trimmed().isEmpty())
        return false;
    static const QRegularExpression sign(QStringLiteral(R"([\\^_={}<>+|])"));
    if (between.contains(sign))
        return true;
    static const QRegularExpression words(QStringLiteral(R"(\p{L}{2,}\s|\s\p{L}{2,})"));
    return !between.contains(words);
}

} // namespace breakwater
