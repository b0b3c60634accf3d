// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/emoji.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <utility>

namespace breakwater {

namespace {

constexpr char32_t asPicture = 0xFE0F;
constexpr char32_t asText = 0xFE0E;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t emojiJoiner = 0x200D;

/// Emoji_Presentation below the planes of pictures: https://www.unicode.org/Public/15.0.0/ucd/emoji/emoji-data.txt
constexpr std::array<std::pair<char32_t, char32_t>, 40> pictures {{{0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE},
    {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1}, {0x26AA, 0x26AB}, {0x26BD, 0x26BE}, {0x26C4, 0x26C5},
    {0x26CE, 0x26CE}, {0x26D4, 0x26D4}, {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5}, {0x26FA, 0x26FA}, {0x26FD, 0x26FD}, {0x2705, 0x2705},
    {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E}, {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0},
    {0x27BF, 0x27BF}, {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F251}, {0x1F300, 0x1FAFF}}};

bool isPicture(char32_t code)
{
    return std::any_of(pictures.begin(), pictures.end(), [code](const auto &range) { return code >= range.first && code <= range.second; });
}

bool isEmojiFlagLetter(char32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/// What may stand behind a picture and belongs to it: a colour of skin, the tags of a flag.
bool clings(char32_t code)
{
    return code == asPicture || code == keycap || (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F);
}

struct EmojiCode
{
    char32_t code = 0;
    qsizetype size = 0; ///< 0: the text has ended
};

EmojiCode emojiCodeAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return {};
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), 2};
    return {text[at].unicode(), 1};
}

/// How long the emoji is that begins there; 0: none does.
qsizetype emojiAt(QStringView text, qsizetype at)
{
    const EmojiCode first = emojiCodeAt(text, at);
    const EmojiCode second = emojiCodeAt(text, at + first.size);
    if (isEmojiFlagLetter(first.code))
        return isEmojiFlagLetter(second.code) ? first.size + second.size : 0;
    const bool isCap = (first.code >= U'0' && first.code <= U'9') || first.code == U'#' || first.code == U'*';
    if (isCap)
        return second.code == asPicture && emojiCodeAt(text, at + 2).code == keycap ? 3 : 0;
    if (second.code == asText || !(isPicture(first.code) || (second.code == asPicture && first.code > 0x7F)))
        return 0;
    qsizetype end = at + first.size;
    for (EmojiCode next = emojiCodeAt(text, end); next.size > 0; next = emojiCodeAt(text, end)) {
        if (clings(next.code)) {
            end += next.size;
        } else if (next.code == emojiJoiner && emojiCodeAt(text, end + 1).code > 0x7F) {
            end += 1 + emojiCodeAt(text, end + 1).size;
        } else {
            break;
        }
    }
    return end - at;
}

} // namespace

std::vector<EmojiRun> emojiRuns(QStringView text)
{
    std::vector<EmojiRun> runs;
    const auto add = [&runs](qsizetype from, qsizetype size, bool emoji) {
        if (!runs.empty() && runs.back().emoji == emoji)
            runs.back().size += size;
        else
            runs.push_back({from, size, emoji});
    };
    // Nearly all text has none.
    if (std::none_of(text.begin(), text.end(), [](QChar each) { return each.isSurrogate() || (each.unicode() >= 0x20E3 && each.unicode() < 0x2C00) || each.unicode() == asPicture; })) {
        if (!text.isEmpty())
            add(0, text.size(), false);
        return runs;
    }
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype emoji = emojiAt(text, at);
        const qsizetype size = emoji > 0 ? emoji : emojiCodeAt(text, at).size;
        add(at, size, emoji > 0);
        at += size;
    }
    return runs;
}

QFont emojiFont(QFont font)
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString &each : {QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"), QStringLiteral("Segoe UI Emoji")}) {
            if (installed.contains(each))
                return each;
        }
        return QString();
    }();
    if (!family.isEmpty())
        font.setFamilies(QStringList {family} + font.families());
    return font;
}

} // namespace breakwater
