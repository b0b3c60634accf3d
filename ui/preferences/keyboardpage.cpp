// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyboardpage.h"

#include "ui/preferences/settingrow.h"
#include "ui/preferences/shortcutfield.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QVBoxLayout>

namespace breakwater {

KeyboardPage::KeyboardPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Keyboard"), tr("Press a field, then the keys it shall have. Esc leaves it, Backspace takes the keys away."), tr("shortcuts keys hotkeys"), draft, parent)
{
    std::optional<CommandGroup> group;
    for (const ShellCommand command : shellCommands()) {
        if (group != groupOf(command)) {
            group = groupOf(command);
            auto *heading = new TextLabel(TextRole::MicroStrong, &Tokens::text3, nameOf(*group));
            heading->setContentsMargins(4, m_headings.empty() ? 4 : 18, 0, 4);
            body().addWidget(heading);
            m_headings[*group] = heading;
        }
        addRow(command);
    }
    body().addStretch();
    KeyboardPage::load();
}

void KeyboardPage::addRow(ShellCommand command)
{
    auto *row = new SettingRow(nameOf(command), {});
    auto *usual = new IconButton(Icon::Retry, tr("The usual keys of “%1”").arg(nameOf(command)));
    usual->setObjectName(idOf(command) + QLatin1String(".usual"));
    auto *field = new ShortcutField(nameOf(command));
    field->setObjectName(idOf(command));
    QSizePolicy kept = usual->sizePolicy(); // the fields stay in their column
    kept.setRetainSizeWhenHidden(true);
    usual->setSizePolicy(kept);
    connect(usual, &QAbstractButton::clicked, this, [this, command, field] {
        field->setFocus(Qt::OtherFocusReason); // the button goes
        choose(command, usualKeys(command));
    });
    connect(field, &ShortcutField::keysChosen, this, [this, command](const QKeySequence &keys) { choose(command, keys); });
    row->addControl(usual);
    row->addControl(field);
    body().addWidget(row);
    m_rows.push_back({command, row, field, usual});
}

void KeyboardPage::choose(ShellCommand command, const QKeySequence &keys)
{
    m_refused.clear();
    if (const QString reason = whyNotForCommands(keys); !reason.isEmpty()) {
        m_refused[command] = tr("%1 was not taken. %2").arg(keys.toString(QKeySequence::NativeText), reason);
        load();
        return;
    }
    // Who had been given them goes back to its usual ones; where it has no others, its row says who has them.
    if (const auto holder = KeyMap(values().shortcuts).holder(keys); holder && holder != command)
        set(*holder, usualKeys(*holder));
    set(command, keys);
    load();
}

/// The usual keys are not written down: they may get better.
void KeyboardPage::set(ShellCommand command, const QKeySequence &keys)
{
    draft().edit([command, &keys](Preferences &edited) {
        if (keys == usualKeys(command))
            edited.shortcuts.erase(idOf(command));
        else
            edited.shortcuts[idOf(command)] = keys.toString(QKeySequence::PortableText);
    });
}

void KeyboardPage::restoreDefaults(Preferences &values) const
{
    values.shortcuts.clear();
}

bool KeyboardPage::find(const QString &needle)
{
    const bool any = PreferencesPage::find(needle);
    for (const auto &[group, heading] : m_headings) {
        heading->setVisible(std::any_of(m_rows.begin(), m_rows.end(), [group = group](const Row &each) { return groupOf(each.command) == group && !each.row->isHidden(); }));
    }
    return any;
}

void KeyboardPage::load()
{
    const KeyMap map(values().shortcuts);
    for (const Row &each : m_rows) {
        const auto rival = map.rival(each.command);
        const QKeySequence keys = map.keys(each.command);
        each.field->setKeys(keys);
        each.field->setWrong(rival.has_value() || m_refused.count(each.command) != 0);
        each.usual->setVisible(keys != usualKeys(each.command));
        each.row->setAlsoFoundBy(keys.toString(QKeySequence::NativeText));
        if (const auto refused = m_refused.find(each.command); refused != m_refused.end())
            each.row->setProblem(refused->second);
        else
            each.row->setProblem(rival ? tr("“%1” has its keys now: %2.").arg(nameOf(*rival), map.wanted(each.command).toString(QKeySequence::NativeText)) : QString());
    }
}

} // namespace breakwater
