// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/searchtyping.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

struct FilterName
{
    const char *name;
    SearchFilter filter;
};

constexpr std::array filterNames {FilterName {"from", SearchFilter::From}, FilterName {"model", SearchFilter::Model}, FilterName {"provider", SearchFilter::Provider},
    FilterName {"folder", SearchFilter::Folder}, FilterName {"after", SearchFilter::After}, FilterName {"before", SearchFilter::Before}};

/// Makes a filter of a word that is one.
void readFilter(TypedWord &word)
{
    const qsizetype colon = word.text.indexOf(QLatin1Char(':'));
    if (colon <= 0)
        return;
    QString value = word.text.mid(colon + 1);
    value.remove(QLatin1Char('"'));
    if (value.isEmpty())
        return;
    const QString name = word.text.left(colon).toCaseFolded();
    const auto known = std::find_if(filterNames.begin(), filterNames.end(), [&name](const FilterName &each) { return name == QLatin1String(each.name); });
    if (known == filterNames.end())
        return;
    const bool isDay = known->filter == SearchFilter::After || known->filter == SearchFilter::Before;
    if (isDay && !QDate::fromString(value, Qt::ISODate).isValid())
        return;
    if (known->filter == SearchFilter::From) {
        const QString who = value.toCaseFolded();
        if (who == QLatin1String("you"))
            value = QStringLiteral("me");
        else if (who == QLatin1String("me") || who == QLatin1String("model"))
            value = who;
        else
            return;
    }
    word.filter = known->filter;
    word.text = value;
}

QString written(SearchFilter filter, QString value)
{
    value.remove(QLatin1Char('"'));
    const auto known = std::find_if(filterNames.begin(), filterNames.end(), [filter](const FilterName &each) { return each.filter == filter; });
    const bool blank = std::any_of(value.begin(), value.end(), [](QChar sign) { return sign.isSpace(); });
    const QLatin1String quote(blank ? "\"" : "");
    return QLatin1String(known->name) + QLatin1Char(':') + quote + value + quote;
}

/// Takes a word out, with the blank after it.
void cut(QString &text, const TypedWord &word)
{
    qsizetype length = word.length;
    if (word.from + length < text.size() && text[word.from + length].isSpace())
        ++length;
    text.remove(word.from, length);
}

template <class Which>
QString without(QString text, Which &&which)
{
    const std::vector<TypedWord> words = typedWords(text);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        if (word->filter && which(*word->filter))
            cut(text, *word);
    }
    return text.trimmed().isEmpty() ? QString() : text;
}

} // namespace

std::vector<TypedWord> typedWords(const QString &text)
{
    std::vector<TypedWord> words;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        TypedWord word;
        word.from = at;
        if (text[at] == QLatin1Char('"')) {
            const qsizetype close = text.indexOf(QLatin1Char('"'), at + 1);
            const qsizetype end = close < 0 ? text.size() : close;
            word.text = text.mid(at + 1, end - at - 1);
            word.isOpen = close < 0;
            at = std::min(end + 1, text.size());
            word.length = at - word.from;
            words.push_back(word);
            continue;
        }
        qsizetype end = at;
        bool quoted = false; // folder:"two words"
        while (end < text.size() && (quoted || !text[end].isSpace())) {
            if (text[end] == QLatin1Char('"')) {
                if (!quoted && (end == at || text[end - 1] != QLatin1Char(':')))
                    break;
                quoted = !quoted;
            }
            ++end;
        }
        word.text = text.mid(at, end - at);
        word.length = end - at;
        word.isOpen = end == text.size();
        readFilter(word);
        words.push_back(word);
        at = end;
    }
    return words;
}

QString filterIn(const QString &typed, SearchFilter filter)
{
    QString value;
    for (const TypedWord &word : typedWords(typed)) {
        if (word.filter == filter)
            value = word.text;
    }
    return value;
}

QString withFilter(const QString &typed, SearchFilter filter, const QString &value)
{
    const std::vector<TypedWord> before = typedWords(typed);
    const bool isThere = std::any_of(before.begin(), before.end(), [filter](const TypedWord &word) { return word.filter == filter; });
    if (value.isEmpty())
        return isThere ? without(typed, [filter](SearchFilter each) { return each == filter; }) : typed;
    QString text = typed;
    bool placed = false; // in the place of the first of its kind
    for (auto word = before.rbegin(); word != before.rend(); ++word) {
        if (word->filter != filter)
            continue;
        const bool first = std::none_of(word + 1, before.rend(), [filter](const TypedWord &each) { return each.filter == filter; });
        if (first)
            text.replace(word->from, word->length, written(filter, value));
        else
            cut(text, *word);
        placed = placed || first;
    }
    if (placed)
        return text;
    qsizetype at = 0;
    for (const TypedWord &word : before) {
        if (!word.filter)
            break;
        at = word.from + word.length;
    }
    const bool afterFilter = at > 0;
    if (afterFilter && at < text.size() && text[at].isSpace())
        ++at;
    const bool needsGap = afterFilter && !text[at - 1].isSpace();
    text.insert(at, (needsGap ? QLatin1String(" ") : QLatin1String()) + written(filter, value) + QLatin1Char(' '));
    return text;
}

QString withoutFilters(const QString &typed)
{
    return without(typed, [](SearchFilter) { return true; });
}

} // namespace breakwater
