// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/foldedtext.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr char16_t asciiEnd = 0x80;

QChar foldAscii(char16_t sign)
{
    if (sign >= u'A' && sign <= u'Z')
        return QChar(static_cast<char16_t>(sign + 32));
    return QChar(sign >= u'\t' && sign <= u'\r' ? u' ' : sign);
}

/// With `places`, where each sign of what comes out stands in the text, and where the text ends.
QString foldWithPlaces(QStringView text, std::vector<qsizetype> *places)
{
    // By hand: most signs of most texts are ASCII, and a long conversation has millions.
    QString folded(text.size(), Qt::Uninitialized);
    if (places != nullptr)
        places->resize(static_cast<std::size_t>(text.size()) + 1);
    QChar *to = folded.data();
    qsizetype out = 0;
    const auto put = [&](QChar sign, qsizetype from) {
        if (out == folded.size()) { // a ligature made it longer
            folded.resize(2 * out + 16);
            to = folded.data();
            if (places != nullptr)
                places->resize(static_cast<std::size_t>(folded.size()) + 1);
        }
        if (places != nullptr)
            (*places)[static_cast<std::size_t>(out)] = from;
        to[out++] = sign;
    };
    QString parts;
    qsizetype at = 0;
    while (at < text.size()) {
        const char16_t code = text[at].unicode();
        if (code < asciiEnd) {
            put(foldAscii(code), at);
            ++at;
            continue;
        }
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        parts.resize(0);
        foldSign(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : code, parts);
        for (const QChar part : parts)
            put(part, at);
        at += pair ? 2 : 1;
    }
    folded.truncate(out);
    if (places != nullptr) {
        places->resize(static_cast<std::size_t>(out) + 1);
        places->back() = text.size();
    }
    return folded;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.unicode() < 0x80; });
}

} // namespace

QString foldText(QStringView text)
{
    return foldWithPlaces(text, nullptr);
}

std::vector<SearchMark> placesIn(QStringView text, const QString &folded, qsizetype most)
{
    std::vector<SearchMark> places;
    if (folded.isEmpty())
        return places;
    const auto isFull = [&] { return static_cast<qsizetype>(places.size()) == most; };
    if (isAscii(text)) {
        QString spaced; // a blank may stand for another one
        if (folded.contains(QLatin1Char(' '))) {
            spaced = text.toString();
            std::replace_if(spaced.begin(), spaced.end(), [](QChar sign) { return sign.isSpace(); }, QLatin1Char(' '));
        }
        const QStringView where = spaced.isEmpty() ? text : QStringView(spaced);
        for (qsizetype at = where.indexOf(folded, 0, Qt::CaseInsensitive); at >= 0 && !isFull(); at = where.indexOf(folded, at + folded.size(), Qt::CaseInsensitive))
            places.push_back({at, folded.size()});
        return places;
    }
    std::vector<qsizetype> origins;
    const QString whole = foldWithPlaces(text, &origins);
    qsizetype end = 0; // of the place before: half of a ligature is none of its own
    for (qsizetype at = whole.indexOf(folded); at >= 0 && !isFull(); at = whole.indexOf(folded, at + folded.size())) {
        const qsizetype from = origins[static_cast<std::size_t>(at)];
        qsizetype to = origins[static_cast<std::size_t>(at + folded.size())];
        if (to == origins[static_cast<std::size_t>(at + folded.size() - 1)]) { // it ends inside of a ligature
            const auto after = std::upper_bound(origins.begin() + at + folded.size(), origins.end(), to);
            to = after == origins.end() ? text.size() : *after;
        }
        if (from < end)
            continue;
        places.push_back({from, to - from});
        end = to;
    }
    return places;
}

} // namespace breakwater
