// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// What a person can ask of the main window by its keys, its menus or the palette.
enum class ShellCommand {
    NewConversation,
    Palette,
    SearchMessages,
    NextConversation,
    PreviousConversation,
    RenameConversation,
    Instructions,
    AttachFile,
    Prompts,
    ChooseModel,
    TryNow,
    UseNextRoute,
    KeepInOutbox,
    NewBatch,
    CopyLastAnswer,
    FlightRecord,
    FindHere,
    FindNext,
    FindPrevious,
    LargerText,
    SmallerText,
    UsualText,
    NewWindow,
    Sidebar,
    Outbox,
    WeatherPanel,
    WeatherWindow,
    NextPart,
    PreviousPart,
    Preferences,
    Keyboard,
    Quit,
};

/// What a command is about; lists show them in this order.
enum class CommandGroup { Conversations, Turns, Reading, Window };

/// All of them, group by group.
[[nodiscard]] const std::vector<ShellCommand> &shellCommands();
[[nodiscard]] CommandGroup groupOf(ShellCommand command);
/// "Conversations": what stands above those of a group.
[[nodiscard]] QString nameOf(CommandGroup group);
/// "New conversation": in menus, lists and tooltips.
[[nodiscard]] QString nameOf(ShellCommand command);
/// How it is written in files: "new-conversation". Never changes.
[[nodiscard]] QString idOf(ShellCommand command);
[[nodiscard]] std::optional<ShellCommand> shellCommand(const QString &id);
/// The keys it has where nobody chose others.
[[nodiscard]] QKeySequence usualKeys(ShellCommand command);

} // namespace breakwater
