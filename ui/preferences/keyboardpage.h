// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keyboard/keymap.h"
#include "ui/preferences/preferencespage.h"

namespace breakwater {

class IconButton;
class SettingRow;
class ShortcutField;
class TextLabel;

/// Which keys each command has. UI thread.
class KeyboardPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit KeyboardPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;
    [[nodiscard]] QStringList settings() const override { return {}; } // the commands themselves are where they can be gone to
    bool find(const QString &needle) override;

protected:
    void load() override;

private:
    struct Row
    {
        ShellCommand command;
        SettingRow *row;
        ShortcutField *field;
        IconButton *usual; ///< gives the usual keys back
    };

    void addRow(ShellCommand command);
    void choose(ShellCommand command, const QKeySequence &keys);
    void set(ShellCommand command, const QKeySequence &keys);

    std::vector<Row> m_rows;
    std::map<CommandGroup, TextLabel *> m_headings;
    std::map<ShellCommand, QString> m_refused; ///< why what was pressed last is not taken
};

} // namespace breakwater
