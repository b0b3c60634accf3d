// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/dictionaries.h"

#include "ui/spelling/spellwords.h"

#include <QLocale>

#include <enchant.h>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostSuggestions = 6;

/// As dictionaries write it.
QByteArray plain(QString word)
{
    return word.replace(QChar(0x2019), QLatin1Char('\'')).toUtf8();
}

} // namespace

void Dictionaries::EndBroker::operator()(str_enchant_broker *broker) const
{
    enchant_broker_free(broker);
}

Dictionaries::Dictionaries() = default;

Dictionaries::~Dictionaries()
{
    for (const auto &[language, open] : m_open) {
        if (open != nullptr)
            enchant_broker_free_dict(broker(), open);
    }
}

str_enchant_broker *Dictionaries::broker()
{
    if (!m_broker)
        m_broker.reset(enchant_broker_init());
    return m_broker.get();
}

str_enchant_dict *Dictionaries::dictionary(const QString &language)
{
    const auto known = m_open.find(language);
    if (known != m_open.end())
        return known->second;
    return m_open.emplace(language, enchant_broker_request_dict(broker(), language.toUtf8().constData())).first->second;
}

QStringList Dictionaries::languages()
{
    QStringList found;
    enchant_broker_list_dicts(
        broker(), [](const char *language, const char *, const char *, const char *, void *into) { static_cast<QStringList *>(into)->append(QString::fromUtf8(language)); },
        &found);
    found.removeDuplicates();
    std::sort(found.begin(), found.end());
    return found;
}

QStringList Dictionaries::inUse(const QStringList &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    if (!m_usual) {
        const QLocale system = QLocale::system();
        // A system without a language gets the interface in English, and writes in it.
        m_usual = usualLanguages(languages(), system.language() == QLocale::C ? QStringList {QStringLiteral("en_US")} : system.uiLanguages());
    }
    return *m_usual;
}

QHash<QString, bool> Dictionaries::check(const QStringList &chosen, const QStringList &words)
{
    const QStringList languages = inUse(chosen);
    QHash<QString, bool> right;
    for (const QString &word : words) {
        const QByteArray written = plain(word);
        bool judged = false;
        bool known = false;
        for (const QString &language : languages) {
            str_enchant_dict *open = isWrittenLike(language, word) ? dictionary(language) : nullptr;
            if (open == nullptr)
                continue;
            judged = true;
            known = known || enchant_dict_check(open, written.constData(), written.size()) <= 0; // an error is nobody's mistake
        }
        right.insert(word, known || !judged);
    }
    return right;
}

QStringList Dictionaries::suggest(const QStringList &chosen, const QString &word)
{
    const QStringList languages = inUse(chosen);
    QStringList all;
    const QByteArray written = plain(word);
    for (const QString &language : languages) {
        str_enchant_dict *open = isWrittenLike(language, word) ? dictionary(language) : nullptr;
        size_t count = 0;
        char **suggestions = open != nullptr ? enchant_dict_suggest(open, written.constData(), written.size(), &count) : nullptr;
        for (size_t i = 0; i < count; ++i)
            all.append(QString::fromUtf8(suggestions[i]));
        if (suggestions != nullptr)
            enchant_dict_free_string_list(open, suggestions);
    }
    all.removeDuplicates();
    return all.mid(0, mostSuggestions);
}

void Dictionaries::add(const QStringList &chosen, const QString &word)
{
    const QStringList languages = inUse(chosen);
    const QByteArray written = plain(word);
    const auto fits = std::find_if(languages.begin(), languages.end(), [&](const QString &each) { return isWrittenLike(each, word) && dictionary(each) != nullptr; });
    if (fits != languages.end())
        enchant_dict_add(dictionary(*fits), written.constData(), written.size());
}

QStringList usualLanguages(const QStringList &found, const QStringList &system)
{
    QStringList usual;
    for (const QString &each : system) {
        const QString wanted = QString(each).replace(QLatin1Char('-'), QLatin1Char('_'));
        const QString language = wanted.section(QLatin1Char('_'), 0, 0);
        const bool spoken = std::any_of(usual.begin(), usual.end(), [&language](const QString &known) { return known.section(QLatin1Char('_'), 0, 0) == language; });
        if (spoken)
            continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const QString &dictionary) { return dictionary == wanted; });
        const auto alike = std::find_if(found.begin(), found.end(), [&](const QString &dictionary) { return dictionary.section(QLatin1Char('_'), 0, 0) == language; });
        if (same != found.end())
            usual.append(*same);
        else if (alike != found.end())
            usual.append(*alike);
    }
    return usual;
}

} // namespace breakwater
