// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/spellfield.h"

#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace breakwater {

namespace {

/// "English (United States)"; the code where nobody knows it.
QString dictionaryName(const QString &code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::C)
        return code;
    const QString language = QLocale::languageToString(locale.language());
    return code.contains(QLatin1Char('_')) ? QStringLiteral("%1 (%2)").arg(language, QLocale::territoryToString(locale.territory())) : language;
}

} // namespace

SpellField::SpellField(const QString &name, QWidget *parent)
    : Button(Button::Kind::Plain, {}, parent)
    , m_title(name)
{
    connect(this, &QAbstractButton::clicked, this, &SpellField::openMenu);
    refresh();
}

void SpellField::setDictionaries(const QStringList &dictionaries)
{
    m_dictionaries = dictionaries;
    refresh();
}

void SpellField::setChoice(bool on, const QStringList &chosen)
{
    m_on = on;
    m_chosen = chosen;
    refresh();
}

void SpellField::choose(bool on, const QStringList &chosen)
{
    setChoice(on, chosen);
    Q_EMIT choiceChanged(on, chosen);
}

void SpellField::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, bool checked) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        return action;
    };
    connect(add(tr("Off"), !m_on), &QAction::triggered, this, [this] { choose(false, {}); });
    connect(add(tr("Like the system"), m_on && m_chosen.isEmpty()), &QAction::triggered, this, [this] { choose(true, {}); });
    menu->addSeparator();
    for (const QString &code : m_dictionaries) {
        connect(add(dictionaryName(code), m_on && m_chosen.contains(code)), &QAction::triggered, this, [this, code](bool checked) {
            QStringList chosen = m_on ? m_chosen : QStringList {};
            chosen.removeAll(code);
            if (checked)
                chosen.append(code);
            choose(true, chosen);
        });
    }
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

void SpellField::refresh()
{
    QStringList names;
    std::transform(m_chosen.begin(), m_chosen.end(), std::back_inserter(names), dictionaryName);
    setText(!m_on ? tr("Off") : names.isEmpty() ? tr("Like the system") : names.size() <= 2 ? names.join(QStringLiteral(", ")) : tr("%1 languages").arg(names.size()));
    setAccessibleName(tr("%1: %2").arg(m_title, text()));
}

} // namespace breakwater
