// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellchecker.h"

#include "ui/spelling/dictionaries.h"

#include <utility>

namespace breakwater {

SpellChecker::SpellChecker(QObject *parent)
    : QObject(parent)
    , m_dictionaries(new Dictionaries)
{
    m_thread.setObjectName(QStringLiteral("spelling"));
    m_dictionaries->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_dictionaries, &QObject::deleteLater);
}

SpellChecker::~SpellChecker()
{
    if (!m_thread.isRunning()) {
        delete m_dictionaries;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void SpellChecker::setChecks(bool on, const QStringList &chosen)
{
    if (on == m_on && chosen == m_chosen)
        return;
    m_on = on;
    m_chosen = chosen;
    m_known.clear(); // what was judged may be judged otherwise now
    m_wanted.clear();
    ++m_round;
    Q_EMIT checked();
}

void SpellChecker::findLanguages()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_dictionaries, [this] {
        const QStringList found = m_dictionaries->languages();
        QMetaObject::invokeMethod(this, [this, found] { Q_EMIT languagesFound(found); });
    });
}

std::optional<bool> SpellChecker::isRight(const QString &word)
{
    if (!isOn() || m_ignored.contains(word))
        return true;
    const auto known = m_known.constFind(word);
    if (known != m_known.constEnd())
        return *known;
    if (!m_wanted.contains(word))
        m_wanted.append(word);
    if (!m_asks) {
        m_asks = true;
        QMetaObject::invokeMethod(this, &SpellChecker::ask, Qt::QueuedConnection);
    }
    return std::nullopt;
}

void SpellChecker::ask()
{
    m_asks = false;
    if (m_wanted.isEmpty())
        return;
    m_thread.start();
    QMetaObject::invokeMethod(m_dictionaries, [this, chosen = m_chosen, words = std::exchange(m_wanted, {}), round = m_round] {
        const QHash<QString, bool> right = m_dictionaries->check(chosen, words);
        QMetaObject::invokeMethod(this, [this, right, round] {
            if (round != m_round)
                return;
            m_known.insert(right);
            Q_EMIT checked();
        });
    });
}

void SpellChecker::suggest(const QString &word)
{
    m_thread.start();
    QMetaObject::invokeMethod(m_dictionaries, [this, chosen = m_chosen, word] {
        const QStringList suggestions = m_dictionaries->suggest(chosen, word);
        QMetaObject::invokeMethod(this, [this, word, suggestions] { Q_EMIT suggested(word, suggestions); });
    });
}

void SpellChecker::add(const QString &word)
{
    m_thread.start();
    QMetaObject::invokeMethod(m_dictionaries, [this, chosen = m_chosen, word] { m_dictionaries->add(chosen, word); });
    m_known.insert(word, true);
    Q_EMIT checked();
}

void SpellChecker::ignore(const QString &word)
{
    m_ignored.insert(word);
    Q_EMIT checked();
}

} // namespace breakwater
