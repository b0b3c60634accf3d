// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/mathsigns.h"

#include <QHash>
#include <QStringList>

#include <string_view>

namespace breakwater {

namespace {

using enum MathKind;

/// Commands and their signs, "alpha α beta β".
void addSigns(QHash<QString, MathSign> &signs, MathKind kind, const char16_t *spaced)
{
    const QStringList words = QString::fromUtf16(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        signs.insert(words[i], {words[i + 1], kind});
}

/// Commands that stand for their own names: sin, log.
void addNames(QHash<QString, MathSign> &signs, const char16_t *spaced)
{
    for (const QString &word : QString::fromUtf16(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        signs.insert(word, {word, Operator});
}

QHash<QString, MathSign> allSigns()
{
    QHash<QString, MathSign> signs;
    addSigns(signs, Ordinary,
        u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π "
        u"varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ "
        u"Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ aleph ℵ beth ℶ gimel ℷ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ imath ı jmath ȷ partial ∂ nabla ∇ infty ∞ "
        u"emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ "
        u"diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠ flat ♭ natural ♮ sharp ♯ prime ′ backprime ‵ degree ° complement ∁ dagger † ddagger ‡ checkmark ✓ "
        u"ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ S § P ¶ copyright © pounds £ euro € yen ¥ % % $ $ & & # # _ _ { { } } "
        u"mho ℧ eth ð surd √ QED ∎ qed ∎ Bbbk 𝕜 Finv Ⅎ");
    addSigns(signs, Binary,
        u"pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cap ∩ cup ∪ Cap ⋒ Cup ⋓ uplus ⊎ sqcap ⊓ "
        u"sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ "
        u"boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ ltimes ⋉ rtimes ⋊ dotplus ∔ barwedge ⊼ veebar ⊻ divideontimes ⋇ bmod mod");
    addSigns(signs, Relation,
        u"le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝ varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ "
        u"prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ "
        u"in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂ models ⊨ vdash ⊢ dashv ⊣ vDash ⊨ Vdash ⊩ asymp ≍ bowtie ⋈ doteq ≐ triangleq ≜ "
        u"coloneqq ≔ colon : therefore ∴ because ∵ lesssim ≲ gtrsim ≳ lessgtr ≶ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsubseteq ⊈ nsupseteq ⊉ trianglelefteq ⊴ "
        u"to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ "
        u"longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ hookrightarrow ↪ "
        u"hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ "
        u"rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ rightrightarrows ⇉ leadsto ⇝ "
        u"rightsquigarrow ⇝ twoheadrightarrow ↠ multimap ⊸ upharpoonright ↾ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ dasharrow ⇢");
    addSigns(signs, Opening, u"langle ⟨ lceil ⌈ lfloor ⌊ lbrace { lbrack [ lvert | lVert ‖ llbracket ⟦ ulcorner ⌜ lgroup ⟮");
    addSigns(signs, Closing, u"rangle ⟩ rceil ⌉ rfloor ⌋ rbrace } rbrack ] rvert | rVert ‖ rrbracket ⟧ urcorner ⌝ rgroup ⟯");
    addSigns(signs, Operator,
        u"sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcap ⋂ bigcup ⋃ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄");
    addNames(signs,
        u"sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim max min sup inf det dim ker hom arg deg gcd Pr limsup liminf argmax argmin");
    signs.insert(QStringLiteral("|"), {QStringLiteral("‖"), Ordinary});
    signs.insert(QStringLiteral("Vert"), {QStringLiteral("‖"), Ordinary});
    signs.insert(QStringLiteral("vert"), {QStringLiteral("|"), Ordinary});
    signs.insert(QStringLiteral("backslash"), {QStringLiteral("\\"), Ordinary});
    return signs;
}

QHash<QString, QChar> allAccents()
{
    return {{QStringLiteral("hat"), QChar(0x302)}, {QStringLiteral("widehat"), QChar(0x302)}, {QStringLiteral("check"), QChar(0x30C)}, {QStringLiteral("tilde"), QChar(0x303)},
        {QStringLiteral("widetilde"), QChar(0x303)}, {QStringLiteral("acute"), QChar(0x301)}, {QStringLiteral("grave"), QChar(0x300)}, {QStringLiteral("dot"), QChar(0x307)},
        {QStringLiteral("ddot"), QChar(0x308)}, {QStringLiteral("dddot"), QChar(0x20DB)}, {QStringLiteral("breve"), QChar(0x306)}, {QStringLiteral("bar"), QChar(0x304)},
        {QStringLiteral("vec"), QChar(0x20D7)}, {QStringLiteral("mathring"), QChar(0x30A)}, {QStringLiteral("overline"), QChar(0x305)},
        {QStringLiteral("overrightarrow"), QChar(0x20D7)}, {QStringLiteral("underline"), QChar(0x332)}};
}

/// Where the letters of an alphabet stand (Unicode, Mathematical Alphanumeric Symbols), and those that stood elsewhere before.
struct MathAlphabet
{
    char32_t upper = 0;
    char32_t lower = 0;
    char32_t digits = 0;
    std::u32string_view moved; ///< pairs: the letter, where it is
};

const QHash<QString, MathAlphabet> &alphabets()
{
    static const MathAlphabet board {0x1D538, 0x1D552, 0x1D7D8, U"CℂHℍNℕPℙQℚRℝZℤ"};
    static const MathAlphabet script {0x1D49C, 0x1D4B6, 0, U"BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"};
    static const MathAlphabet black {0x1D504, 0x1D51E, 0, U"CℭHℌIℑRℜZℨ"};
    static const QHash<QString, MathAlphabet> all {{QStringLiteral("mathbb"), board}, {QStringLiteral("Bbb"), board}, {QStringLiteral("mathcal"), script},
        {QStringLiteral("mathscr"), script}, {QStringLiteral("cal"), script}, {QStringLiteral("mathfrak"), black}, {QStringLiteral("frak"), black}};
    return all;
}

} // namespace

std::optional<MathSign> mathSign(const QString &command)
{
    static const QHash<QString, MathSign> signs = allSigns();
    const auto found = signs.constFind(command);
    return found == signs.cend() ? std::nullopt : std::optional(*found);
}

MathSign mathSign(char32_t letter)
{
    switch (letter) {
    case U'+':
        return {QStringLiteral("+"), Binary};
    case U'-':
        return {QStringLiteral("−"), Binary};
    case U'*':
        return {QStringLiteral("∗"), Binary};
    case U'=':
    case U'<':
    case U'>':
    case U':':
        return {QString(QChar(static_cast<char16_t>(letter))), Relation};
    case U',':
    case U';':
        return {QString(QChar(static_cast<char16_t>(letter))), Mark};
    case U'(':
    case U'[':
        return {QString(QChar(static_cast<char16_t>(letter))), Opening};
    case U')':
    case U']':
    case U'!':
        return {QString(QChar(static_cast<char16_t>(letter))), Closing};
    case U'\'':
        return {QStringLiteral("′"), Ordinary};
    default:
        return {QString::fromUcs4(&letter, 1), Ordinary};
    }
}

QChar mathAccent(const QString &command)
{
    static const QHash<QString, QChar> accents = allAccents();
    return accents.value(command);
}

QString mathLetter(const QString &alphabet, char32_t letter)
{
    const MathAlphabet of = alphabets().value(alphabet);
    char32_t found = letter;
    for (std::size_t i = 0; i + 1 < of.moved.size(); i += 2) {
        if (of.moved[i] == letter)
            return QString::fromUcs4(&of.moved[i + 1], 1);
    }
    if (of.upper != 0 && letter >= U'A' && letter <= U'Z')
        found = of.upper + (letter - U'A');
    else if (of.lower != 0 && letter >= U'a' && letter <= U'z')
        found = of.lower + (letter - U'a');
    else if (of.digits != 0 && letter >= U'0' && letter <= U'9')
        found = of.digits + (letter - U'0');
    return QString::fromUcs4(&found, 1);
}

} // namespace breakwater
