// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/hiddenmarks.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr char16_t tagHigh = 0xDB40; // of U+E0000 to U+E007F, whose low halves are below
constexpr char16_t firstTagLow = 0xDC00;
constexpr char16_t lastTagLow = 0xDC7F;
constexpr QStringView blackFlag = u"\U0001F3F4"; // begins the flags of regions, which tags spell
constexpr char16_t standIn = 0x2426;

/// The name of a character that is one unit; empty: it is seen, or harmless.
QString nameOf(char16_t unit, MarksIn where)
{
    switch (unit) {
    case 0x061C: return QStringLiteral("ALM");
    case 0x202A: return QStringLiteral("LRE");
    case 0x202B: return QStringLiteral("RLE");
    case 0x202C: return QStringLiteral("PDF");
    case 0x202D: return QStringLiteral("LRO");
    case 0x202E: return QStringLiteral("RLO");
    default: break;
    }
    if (where == MarksIn::Code && unit >= 0x2066 && unit <= 0x2069) {
        static const QString isolates[] {QStringLiteral("LRI"), QStringLiteral("RLI"), QStringLiteral("FSI"), QStringLiteral("PDI")};
        return isolates[unit - 0x2066];
    }
    const bool control = (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r') || (unit >= 0x7F && unit < 0xA0 && unit != 0x85);
    const bool annotation = unit >= 0xFFF9 && unit <= 0xFFFB;
    return control || annotation ? QStringLiteral("U+%1").arg(static_cast<uint>(unit), 4, 16, QLatin1Char('0')).toUpper() : QString();
}

bool mayHide(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0x061C || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == tagHigh
        || (unit >= 0xFFF9 && unit <= 0xFFFB);
}

/// How many units of tags begin there; those behind a black flag belong to it.
qsizetype tagsAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end + 1 < text.size() && text[end] == QChar(tagHigh) && text[end + 1] >= QChar(firstTagLow) && text[end + 1] <= QChar(lastTagLow))
        end += 2;
    return end - at;
}

/// Tells each stretch: from, length, and its name where it is hidden.
template <class Tell> void eachStretch(QStringView text, MarksIn where, const Tell &tell)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char16_t unit = text[i].unicode();
        if (!mayHide(unit)) {
            ++i;
            continue;
        }
        const qsizetype tags = unit == tagHigh ? tagsAt(text, i) : 0;
        const QString name = tags > 0 ? QStringLiteral("TAG") : nameOf(unit, where);
        const qsizetype length = std::max<qsizetype>(1, tags);
        if (name.isEmpty() || (tags > 0 && text.left(i).endsWith(blackFlag))) {
            i += length;
            continue;
        }
        if (i > begin)
            tell(begin, i - begin, QString());
        tell(i, length, name);
        i += length;
        begin = i;
    }
    if (begin < text.size())
        tell(begin, text.size() - begin, QString());
}

} // namespace

bool hasHiddenMarks(QStringView text, MarksIn where)
{
    bool found = false;
    if (std::any_of(text.begin(), text.end(), [](QChar unit) { return mayHide(unit.unicode()); }))
        eachStretch(text, where, [&found](qsizetype, qsizetype, const QString &name) { found = found || !name.isEmpty(); });
    return found;
}

std::vector<MarkPiece> markPieces(const QString &text, MarksIn where)
{
    std::vector<MarkPiece> pieces;
    eachStretch(text, where, [&](qsizetype from, qsizetype length, const QString &name) { pieces.push_back({text.mid(from, length), name}); });
    return pieces;
}

QString withSigns(const QString &text, MarksIn where)
{
    QString signs = text;
    eachStretch(text, where, [&](qsizetype from, qsizetype length, const QString &name) {
        for (qsizetype i = from; !name.isEmpty() && i < from + length; ++i) {
            const char16_t unit = text[i].unicode();
            signs[i] = QChar(unit < 0x20 ? static_cast<char16_t>(0x2400 + unit) : unit == 0x7F ? static_cast<char16_t>(0x2421) : standIn);
        }
    });
    return signs;
}

} // namespace breakwater
