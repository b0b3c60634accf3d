// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/foldedtext.h"

#include <algorithm>

namespace breakwater {

namespace {

/// With `places`, where each sign of what comes out stands in the text, and where the text ends.
QString foldWithPlaces(QStringView text, std::vector<qsizetype> *places)
{
    QString folded;
    folded.reserve(text.size());
    qsizetype at = 0;
    while (at < text.size()) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        foldSign(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode(), folded);
        if (places != nullptr)
            places->resize(static_cast<std::size_t>(folded.size()), at);
        at += pair ? 2 : 1;
    }
    if (places != nullptr)
        places->push_back(text.size());
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
    // A blank may stand for another one; without it the text is looked through as it is.
    if (!folded.contains(QLatin1Char(' ')) && isAscii(text)) {
        for (qsizetype at = text.indexOf(folded, 0, Qt::CaseInsensitive); at >= 0 && !isFull(); at = text.indexOf(folded, at + folded.size(), Qt::CaseInsensitive))
            places.push_back({at, folded.size()});
        return places;
    }
    std::vector<qsizetype> origins;
    origins.reserve(static_cast<std::size_t>(text.size()) + 1);
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
