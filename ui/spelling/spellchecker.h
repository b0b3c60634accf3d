// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>

#include <optional>

namespace breakwater {

class Dictionaries;

/// Whether words are spelled as the dictionaries of this computer have them (Enchant, which finds those of Hunspell, Aspell and
/// others). They are read on a thread of its own, when the first word is asked for. UI thread.
class SpellChecker : public QObject
{
    Q_OBJECT
public:
    explicit SpellChecker(QObject *parent = nullptr);
    ~SpellChecker() override;

    /// What is written is checked from now on, or it is not; by dictionaries as in "en_US", or, with none chosen, by those of
    /// the system's languages. A word is right that one of them knows.
    void setChecks(bool on, const QStringList &chosen = {});
    [[nodiscard]] bool isOn() const { return m_on; }
    /// Of which languages there are dictionaries; told by languagesFound.
    void findLanguages();

    /// None: it is not known yet, and `checked` tells when it is.
    [[nodiscard]] std::optional<bool> isRight(const QString &word);
    /// Told by `suggested`.
    void suggest(const QString &word);
    /// For good, in the person's own list, which other programs read too.
    void add(const QString &word);
    /// Until the program ends.
    void ignore(const QString &word);

Q_SIGNALS:
    void languagesFound(const QStringList &languages);
    /// Words were looked up, or others are right now.
    void checked();
    void suggested(const QString &word, const QStringList &suggestions);

private:
    void ask();

    QThread m_thread;
    Dictionaries *m_dictionaries; ///< on the thread
    bool m_on = false;
    QStringList m_chosen;
    QHash<QString, bool> m_known;
    QSet<QString> m_ignored;
    QStringList m_wanted; ///< to be asked in one go
    bool m_asks = false;
    int m_round = 0; ///< answers for other languages are of no interest
};

} // namespace breakwater
