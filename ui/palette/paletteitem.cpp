// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteitem.h"

#include "core/chat/foldedtext.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace breakwater {

namespace {

constexpr qsizetype mostCompared = 200; // letters of a title: what nobody reads in a row is not looked for there

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool isMadeOfBeginnings(const QString &title, const QString &word)
{
    qsizetype at = 0;
    for (qsizetype place = 0; place < title.size() && at < word.size(); ++place) {
        if (title[place] == word[at] && beginsWord(title, place))
            ++at;
    }
    return at == word.size();
}

/// How well one word fits; none: it does not.
std::optional<int> fitOf(const QString &title, const QString &word)
{
    qsizetype at = title.indexOf(word);
    if (at < 0)
        return word.size() > 1 && isMadeOfBeginnings(title, word) ? std::optional(1) : std::nullopt;
    while (at >= 0 && !beginsWord(title, at))
        at = title.indexOf(word, at + 1);
    return at == 0 ? 4 : at > 0 ? 3 : 2;
}

std::optional<int> fitOf(const PaletteItem &item, const QStringList &words)
{
    const QString title = foldText(QStringView(item.title).left(mostCompared));
    int fit = 0;
    for (const QString &word : words) {
        const auto one = fitOf(title, word);
        if (!one)
            return std::nullopt;
        fit += *one;
    }
    return fit;
}

} // namespace

std::vector<PaletteItem> fittingItems(const std::vector<PaletteItem> &items, const QString &typed, std::size_t most)
{
    const QStringList words = foldText(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, const PaletteItem *>> fitting;
    for (const PaletteItem &each : items) {
        if (const auto fit = fitOf(each, words))
            fitting.emplace_back(*fit, &each);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    if (fitting.size() > most)
        fitting.resize(most);
    std::vector<PaletteItem> found;
    found.reserve(fitting.size());
    for (const auto &[fit, item] : fitting)
        found.push_back(*item);
    return found;
}

} // namespace breakwater
