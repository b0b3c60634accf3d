// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keyboard/shellcommand.h"
#include "ui/keyboard/shortcuts.h"

#include <map>

namespace breakwater {

/// Which command has which keys. No two have the same: where a person gave keys to a command, the one that usually has them
/// is without; of two that were given the same ones (by a file), the first in the list has them.
class KeyMap
{
public:
    explicit KeyMap(const Shortcuts &changed = {});

    /// Empty: none.
    [[nodiscard]] QKeySequence keys(ShellCommand command) const;
    /// What it was to have, but `rival` has.
    [[nodiscard]] QKeySequence wanted(ShellCommand command) const;
    /// The command that has the keys which this one was to have.
    [[nodiscard]] std::optional<ShellCommand> rival(ShellCommand command) const;
    [[nodiscard]] std::optional<ShellCommand> holder(const QKeySequence &keys) const;

private:
    std::map<ShellCommand, QKeySequence> m_keys;
    std::map<ShellCommand, QKeySequence> m_wanted;
};

/// Keys that commands cannot have, and what they do: in portable text, and as a person reads it.
struct FixedKeys
{
    QKeySequence keys;
    QString what;
};

/// What is worth a line in a list of all keys.
[[nodiscard]] std::vector<FixedKeys> fixedKeys();
/// Why no command can have these keys, in a sentence; empty: one can. Pure.
[[nodiscard]] QString whyNotForCommands(const QKeySequence &keys);

} // namespace breakwater
