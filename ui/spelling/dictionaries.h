// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

struct str_enchant_broker;
struct str_enchant_dict;

namespace breakwater {

/// Enchant's dictionaries. Lives on one thread, and blocks it: reading one takes up to some tenths of a second.
class Dictionaries : public QObject
{
    Q_OBJECT
public:
    Dictionaries();
    ~Dictionaries() override;

    [[nodiscard]] QStringList languages();
    /// `chosen` empty: those of the system's languages.
    [[nodiscard]] QHash<QString, bool> check(const QStringList &chosen, const QStringList &words);
    [[nodiscard]] QStringList suggest(const QStringList &chosen, const QString &word);
    void add(const QStringList &chosen, const QString &word);

private:
    struct EndBroker { void operator()(str_enchant_broker *broker) const; };
    [[nodiscard]] str_enchant_broker *broker();
    [[nodiscard]] QStringList inUse(const QStringList &chosen);
    [[nodiscard]] str_enchant_dict *dictionary(const QString &language);

    std::unique_ptr<str_enchant_broker, EndBroker> m_broker; ///< made with the first question
    std::map<QString, str_enchant_dict *> m_open; ///< the broker's; null: there is none
    std::optional<QStringList> m_usual;
};

/// What to check by when nobody chose: the dictionary of each language of the system, in the system's order; of `found`. Pure.
[[nodiscard]] QStringList usualLanguages(const QStringList &found, const QStringList &system);

} // namespace breakwater
