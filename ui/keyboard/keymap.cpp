// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyboard/keymap.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

struct FixedEntry
{
    const char *keys; // portable
    const char *what; // null: not worth a line, but not for commands either
};

constexpr std::array fixedEntries {
    FixedEntry {"Return", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Send now; a new line where Preferences say so")},
    FixedEntry {"Shift+Return", QT_TRANSLATE_NOOP("breakwater::KeyMap", "New line")},
    FixedEntry {"Ctrl+Return", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Send now")},
    FixedEntry {"Ctrl+Shift+Return", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Send off-peak")},
    FixedEntry {"Ctrl+Alt+Return", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Send as a batch")},
    FixedEntry {"Esc", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Stop the answer, close a popup")},
    FixedEntry {"Up", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Last message again, in an empty composer")},
    FixedEntry {"Ctrl+Up", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Message before, in the transcript")},
    FixedEntry {"Ctrl+Down", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Next message, in the transcript")},
    FixedEntry {"Shift+Left", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Select in the transcript, as in any text")},
    FixedEntry {"Alt+Up", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Move up in a list: a route, a turn that waits")},
    FixedEntry {"Alt+Down", QT_TRANSLATE_NOOP("breakwater::KeyMap", "Move down in a list")},
    FixedEntry {"Ctrl+C", nullptr},
    FixedEntry {"Ctrl+X", nullptr},
    FixedEntry {"Ctrl+V", nullptr},
    FixedEntry {"Ctrl+A", nullptr},
    FixedEntry {"Ctrl+Z", nullptr},
    FixedEntry {"Ctrl+Shift+Z", nullptr},
    FixedEntry {"Ctrl+Left", nullptr},
    FixedEntry {"Ctrl+Right", nullptr},
    FixedEntry {"Ctrl+Shift+Left", nullptr},
    FixedEntry {"Ctrl+Shift+Right", nullptr},
    FixedEntry {"Ctrl+Home", nullptr},
    FixedEntry {"Ctrl+End", nullptr},
    FixedEntry {"Ctrl+Backspace", nullptr},
    FixedEntry {"Ctrl+Del", nullptr},
    FixedEntry {"Shift+F10", nullptr}, // the menu of what has the focus
};

QKeySequence portable(const char *keys)
{
    return QKeySequence(QLatin1String(keys), QKeySequence::PortableText);
}

/// Writing, and moving about in what is written.
bool belongsToText(const QKeySequence &keys)
{
    const QKeyCombination first = keys[0];
    const int key = first.key();
    const bool function = (key >= Qt::Key_F1 && key <= Qt::Key_F35) || key >= Qt::Key_Back; // media keys, browsers' keys
    const bool held = first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !held && !function;
}

} // namespace

KeyMap::KeyMap(const Shortcuts &changed)
{
    std::map<ShellCommand, bool> chosen;
    for (const ShellCommand command : shellCommands()) {
        const auto given = changed.find(idOf(command));
        QKeySequence keys = usualKeys(command);
        if (given != changed.end()) {
            const QKeySequence read(given->second, QKeySequence::PortableText);
            const bool usable = given->second.isEmpty() || (read.count() == 1 && read[0].key() != Qt::Key_unknown && whyNotForCommands(read).isEmpty());
            if (usable)
                keys = read;
            chosen[command] = usable && keys != usualKeys(command);
        }
        m_wanted[command] = keys;
    }
    // Those that were chosen first, each in the order of the list.
    for (const bool first : {true, false}) {
        for (const ShellCommand command : shellCommands()) {
            if (chosen[command] == first && !holder(m_wanted[command]))
                m_keys[command] = m_wanted[command];
        }
    }
}

QKeySequence KeyMap::keys(ShellCommand command) const
{
    const auto found = m_keys.find(command);
    return found == m_keys.end() ? QKeySequence() : found->second;
}

QKeySequence KeyMap::wanted(ShellCommand command) const
{
    return m_wanted.at(command);
}

std::optional<ShellCommand> KeyMap::rival(ShellCommand command) const
{
    const auto other = holder(wanted(command));
    return other == command ? std::nullopt : other;
}

std::optional<ShellCommand> KeyMap::holder(const QKeySequence &keys) const
{
    if (keys.isEmpty())
        return std::nullopt;
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&keys](const auto &each) { return each.second == keys; });
    return found == m_keys.end() ? std::nullopt : std::optional(found->first);
}

std::vector<FixedKeys> fixedKeys()
{
    std::vector<FixedKeys> fixed;
    for (const FixedEntry &each : fixedEntries) {
        if (each.what != nullptr)
            fixed.push_back({portable(each.keys), QCoreApplication::translate("breakwater::KeyMap", each.what)});
    }
    return fixed;
}

QString whyNotForCommands(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const auto fixed = std::find_if(fixedEntries.begin(), fixedEntries.end(), [&keys](const FixedEntry &each) { return portable(each.keys) == keys; });
    if (fixed != fixedEntries.end() && fixed->what != nullptr)
        return QCoreApplication::translate("breakwater::KeyMap", "These always do the same: %1.").arg(QCoreApplication::translate("breakwater::KeyMap", fixed->what));
    if (fixed != fixedEntries.end() || belongsToText(keys))
        return QCoreApplication::translate("breakwater::KeyMap", "These are for writing. Hold Ctrl or Alt with a key, or use a function key.");
    return {};
}

} // namespace breakwater
