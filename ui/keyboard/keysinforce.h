// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keyboard/keymap.h"

#include <QObject>

class QAction;
class QWidget;

namespace breakwater {

/// The keys of the commands as they are now. One for the process; UI thread. Whoever shows keys follows `changed`.
class KeysInForce : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] static KeysInForce &instance();

    [[nodiscard]] const KeyMap &map() const { return m_map; }
    void setShortcuts(const Shortcuts &changed);

Q_SIGNALS:
    void changed();

private:
    KeysInForce() = default;

    Shortcuts m_changed;
    KeyMap m_map;
};

/// "Ctrl+Shift+F", as the platform writes it; empty: none.
[[nodiscard]] QString keysText(ShellCommand command);
/// "Attach a file (Ctrl+Shift+A)", or the name alone.
[[nodiscard]] QString withKeys(const QString &name, ShellCommand command);
/// The widget's tooltip says `text` and the keys of the command, whatever they become.
void tipWithKeys(QWidget *widget, const QString &text, ShellCommand command);
/// The same, and `name` is the widget's accessible name.
void nameWithKeys(QWidget *widget, const QString &name, ShellCommand command);
/// The action has the keys of the command, whatever they become.
void followKeys(QAction *action, ShellCommand command);

} // namespace breakwater
