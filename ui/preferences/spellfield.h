// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/button.h"

#include <QStringList>

namespace breakwater {

/// By which dictionaries what is written is checked: none, those of the system's languages, or some that are chosen. UI thread.
class SpellField : public Button
{
    Q_OBJECT
public:
    explicit SpellField(const QString &name, QWidget *parent = nullptr);

    /// The dictionaries that there are, as in "en_US".
    void setDictionaries(const QStringList &dictionaries);
    void setChoice(bool on, const QStringList &chosen);

Q_SIGNALS:
    void choiceChanged(bool on, const QStringList &chosen);

private:
    void openMenu();
    void choose(bool on, const QStringList &chosen);
    void refresh();

    QString m_title;
    QStringList m_dictionaries;
    bool m_on = true;
    QStringList m_chosen;
};

} // namespace breakwater
