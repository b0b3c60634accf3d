// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyboard/keysinforce.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace breakwater {

KeysInForce &KeysInForce::instance()
{
    static KeysInForce one;
    return one;
}

void KeysInForce::setShortcuts(const Shortcuts &changed)
{
    if (changed == m_changed)
        return;
    m_changed = changed;
    m_map = KeyMap(changed);
    Q_EMIT this->changed();
}

QString keysText(ShellCommand command)
{
    return KeysInForce::instance().map().keys(command).toString(QKeySequence::NativeText);
}

QString withKeys(const QString &name, ShellCommand command)
{
    const QString keys = keysText(command);
    return keys.isEmpty() ? name : QCoreApplication::translate("breakwater::KeysInForce", "%1 (%2)").arg(name, keys);
}

void tipWithKeys(QWidget *widget, const QString &text, ShellCommand command)
{
    const auto tell = [widget, text, command] { widget->setToolTip(withKeys(text, command)); };
    tell();
    QObject::connect(&KeysInForce::instance(), &KeysInForce::changed, widget, tell);
}

void nameWithKeys(QWidget *widget, const QString &name, ShellCommand command)
{
    widget->setAccessibleName(name);
    tipWithKeys(widget, name, command);
}

void followKeys(QAction *action, ShellCommand command)
{
    const auto follow = [action, command] {
        QList<QKeySequence> keys;
        if (const QKeySequence own = KeysInForce::instance().map().keys(command); !own.isEmpty())
            keys.append(own);
        // On many keyboards the plus is above the equals sign.
        if (const QKeySequence equals(Qt::CTRL | Qt::Key_Equal); command == ShellCommand::LargerText && keys.contains(usualKeys(command)) && !KeysInForce::instance().map().holder(equals))
            keys.append(equals);
        action->setShortcuts(keys);
    };
    follow();
    QObject::connect(&KeysInForce::instance(), &KeysInForce::changed, action, follow);
}

} // namespace breakwater
