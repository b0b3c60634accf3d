// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tokens.h"

#include "ui/style/theme.h"

#include <QFontDatabase>

#include <algorithm>

namespace breakwater {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

Tokens light()
{
    Tokens t;
    t.canvas = rgb(0xFFFFFF);
    t.sidebar = rgb(0xF3F6F6);
    t.raised = rgb(0xFFFFFF);
    t.sunken = rgb(0xF6F8F8);
    t.bubble = rgb(0xEAF2F3);
    t.selected = rgb(0xDCEAEC);
    t.hover = rgb(0xE9EEEE);
    t.text = rgb(0x172126);
    t.text2 = rgb(0x47555B);
    t.text3 = rgb(0x5C696F);
    t.accent = rgb(0x0B6E79);
    t.accentHover = rgb(0x095A63);
    t.accentPressed = rgb(0x074B53);
    t.onAccent = rgb(0xFFFFFF);
    t.danger = rgb(0xA32019);
    t.line = rgb(0xE3E8E9);
    t.line2 = rgb(0xCDD5D7);
    t.track = t.line2;
    t.control = rgb(0x7C8A90);
    t.ink = rgb(0x5F6D73);
    t.stripe = rgb(0xB4BFC3);
    t.codeKeyword = rgb(0x7A2E8E);
    t.codeString = rgb(0x2F6B2F);
    t.codeNumber = rgb(0x9A5200);
    t.codeComment = rgb(0x626F75);
    t.answered = {rgb(0x728B92), rgb(0x728B92)};
    t.ownLimit = {rgb(0xB97100), rgb(0xF8E7CB)};
    t.overloaded = {rgb(0x6A3DA3), rgb(0xB69CD8)};
    t.serverError = {rgb(0xB3261E), rgb(0xF6DAD8)};
    t.network = {rgb(0x3E4A50), rgb(0xFFFFFF)};
    return t;
}

Tokens dark()
{
    Tokens t;
    t.canvas = rgb(0x14191B);
    t.sidebar = rgb(0x101416);
    t.raised = rgb(0x1B2124);
    t.sunken = rgb(0x0F1315);
    t.bubble = rgb(0x1E2F33);
    t.selected = rgb(0x1C3034);
    t.hover = rgb(0x1A2124);
    t.text = rgb(0xE7EDEF);
    t.text2 = rgb(0xAAB6BB);
    t.text3 = rgb(0x8A979C);
    t.accent = rgb(0x57BAC4);
    t.accentHover = rgb(0x74CCD4);
    t.accentPressed = rgb(0x46A4AE);
    t.onAccent = rgb(0x05191B);
    t.danger = rgb(0xF0857B);
    t.line = rgb(0x262E31);
    t.line2 = rgb(0x3A4549);
    t.track = t.line2;
    t.control = rgb(0x6B797F);
    t.ink = rgb(0x84939A);
    t.stripe = rgb(0x3A4549);
    t.codeKeyword = rgb(0xCFA2E0);
    t.codeString = rgb(0x9CCB98);
    t.codeNumber = rgb(0xE5B278);
    t.codeComment = rgb(0x8A979C);
    t.answered = {rgb(0x557079), rgb(0x557079)};
    t.ownLimit = {rgb(0xF0B23E), rgb(0x4A3A1C)};
    t.overloaded = {rgb(0x9A78E0), rgb(0x6650A0)};
    t.serverError = {rgb(0xF0857B), rgb(0x4B2B2A)};
    t.network = {rgb(0xC3CDD1), rgb(0x101416)};
    return t;
}

/// Black on white: grounds are told apart by borders, not by shades.
Tokens lightContrast()
{
    Tokens t = light();
    for (QColor *ground : {&t.canvas, &t.sidebar, &t.raised, &t.sunken, &t.bubble})
        *ground = rgb(0xFFFFFF);
    t.selected = rgb(0xCFE8EC);
    t.hover = rgb(0xE4E4E4);
    for (QColor *ink : {&t.text, &t.text2, &t.line, &t.line2, &t.control, &t.ink})
        *ink = rgb(0x000000);
    t.text3 = rgb(0x262626);
    t.border = 2;
    t.accent = rgb(0x00454D);
    t.accentHover = rgb(0x00353B);
    t.accentPressed = rgb(0x002429);
    t.danger = rgb(0x7D0000);
    t.stripe = t.track = rgb(0x767676);
    t.codeKeyword = rgb(0x5A0F70);
    t.codeString = rgb(0x0B450B);
    t.codeNumber = rgb(0x5E3000);
    t.codeComment = rgb(0x3A3A3A);
    t.answered = {rgb(0x33474D), rgb(0x33474D)};
    t.ownLimit = {rgb(0x6B4100), rgb(0xFFFFFF)};
    t.overloaded = {rgb(0x4B1F87), rgb(0xFFFFFF)};
    t.serverError = {rgb(0x8A0F0A), rgb(0xFFFFFF)};
    t.network = {rgb(0x000000), rgb(0xFFFFFF)};
    return t;
}

Tokens darkContrast()
{
    Tokens t = dark();
    for (QColor *ground : {&t.canvas, &t.sidebar, &t.raised, &t.sunken, &t.bubble})
        *ground = rgb(0x000000);
    t.selected = rgb(0x003A42);
    t.hover = rgb(0x262626);
    for (QColor *ink : {&t.text, &t.text2, &t.line, &t.line2, &t.control, &t.ink})
        *ink = rgb(0xFFFFFF);
    t.text3 = rgb(0xE0E0E0);
    t.border = 2;
    t.accent = rgb(0x7FE9F2);
    t.accentHover = rgb(0xA8F2F8);
    t.accentPressed = rgb(0x5FD8E3);
    t.onAccent = rgb(0x000000);
    t.danger = rgb(0xFFB8B0);
    t.stripe = t.track = rgb(0x8C8C8C);
    t.codeKeyword = rgb(0xE6BFF5);
    t.codeString = rgb(0xB5E8B0);
    t.codeNumber = rgb(0xFFD0A0);
    t.codeComment = rgb(0xC8C8C8);
    t.answered = {rgb(0xA9C3CB), rgb(0xA9C3CB)};
    t.ownLimit = {rgb(0xFFC75A), rgb(0x000000)};
    t.overloaded = {rgb(0xC9B2FF), rgb(0x000000)};
    t.serverError = {rgb(0xFFA59C), rgb(0x000000)};
    t.network = {rgb(0xFFFFFF), rgb(0x000000)};
    return t;
}

QString interfaceFamily()
{
    static const QString family = QFontDatabase::families().contains(QStringLiteral("Inter"))
        ? QStringLiteral("Inter")
        : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return family;
}

QString codeFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString &wanted : {QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"), QStringLiteral("SF Mono")}) {
            if (installed.contains(wanted))
                return wanted;
        }
        return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

QFont made(const QString &family, double pixels, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(qMax(1, qRound(pixels * Theme::instance().textScale())));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

const Tokens::Status &Tokens::status(SampleClass which) const
{
    switch (which) {
    case SampleClass::Answered:
        return answered;
    case SampleClass::OwnLimit:
        return ownLimit;
    case SampleClass::Overloaded:
        return overloaded;
    case SampleClass::ServerError:
        return serverError;
    case SampleClass::Network:
        return network;
    }
    return answered;
}

const Tokens &tokensOf(Scheme scheme, Contrast contrast)
{
    static const Tokens lightTokens = light();
    static const Tokens darkTokens = dark();
    static const Tokens lightHigh = lightContrast();
    static const Tokens darkHigh = darkContrast();
    if (contrast == Contrast::High)
        return scheme == Scheme::Light ? lightHigh : darkHigh;
    return scheme == Scheme::Light ? lightTokens : darkTokens;
}

QRectF bordered(const QRectF &box, const Tokens &tokens)
{
    const qreal half = tokens.border / 2;
    return box.adjusted(half, half, -half, -half);
}

QFont fontFor(TextRole role)
{
    switch (role) {
    case TextRole::Display: {
        QFont font = made(interfaceFamily(), 28, QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
        return font;
    }
    case TextRole::PageTitle: {
        QFont font = made(interfaceFamily(), 20, QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 98.8);
        return font;
    }
    case TextRole::Heading:
        return made(interfaceFamily(), 15, QFont::DemiBold);
    case TextRole::Message:
        return made(interfaceFamily(), 15, QFont::Normal);
    case TextRole::Interface:
        return made(interfaceFamily(), 13, QFont::Normal);
    case TextRole::InterfaceStrong:
        return made(interfaceFamily(), 13, QFont::DemiBold);
    case TextRole::Small:
        return made(interfaceFamily(), 12, QFont::Normal);
    case TextRole::Micro:
        return made(interfaceFamily(), 11, QFont::Normal);
    case TextRole::MicroStrong:
        return made(interfaceFamily(), 11, QFont::DemiBold);
    case TextRole::Code: {
        QFont font = made(codeFamily(), 12.5, QFont::Normal);
        font.setFixedPitch(true);
        font.setStyleHint(QFont::Monospace);
        return font;
    }
    }
    return {};
}

QFont readingFont(TextRole role)
{
    QFont font = fontFor(role);
    font.setPixelSize(std::max(1, qRound(font.pixelSize() * Theme::instance().zoom())));
    return font;
}

} // namespace breakwater
