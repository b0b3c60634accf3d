// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyboard/shellcommand.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

struct CommandEntry
{
    ShellCommand command;
    CommandGroup group;
    const char *id;
    const char *name;
    const char *keys; // portable
};

using enum ShellCommand;
using enum CommandGroup;

constexpr std::array commandEntries {
    CommandEntry {NewConversation, Conversations, "new-conversation", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "New conversation"), "Ctrl+N"},
    CommandEntry {Palette, Conversations, "palette", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Go to a conversation, command or setting"), "Ctrl+K"},
    CommandEntry {SearchMessages, Conversations, "search-messages", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Search in all conversations"), "Ctrl+Shift+F"},
    CommandEntry {NextConversation, Conversations, "next-conversation", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Next conversation"), "Ctrl+Tab"},
    CommandEntry {PreviousConversation, Conversations, "previous-conversation", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Conversation before"), "Ctrl+Shift+Tab"},
    CommandEntry {RenameConversation, Conversations, "rename", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Rename the conversation"), "F2"},
    CommandEntry {Instructions, Conversations, "instructions", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Instructions of the conversation"), "Ctrl+Shift+I"},

    CommandEntry {AttachFile, Turns, "attach", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Attach a file"), "Ctrl+Shift+A"},
    CommandEntry {Prompts, Turns, "prompts", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Use a prompt"), "Ctrl+Shift+P"},
    CommandEntry {ChooseModel, Turns, "choose-model", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Choose model or chain"), "Ctrl+M"},
    CommandEntry {TryNow, Turns, "try-now", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Try now"), "Ctrl+R"},
    CommandEntry {UseNextRoute, Turns, "use-next-route", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Use the next route now"), "Ctrl+Shift+R"},
    CommandEntry {KeepInOutbox, Turns, "keep-in-outbox", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Keep in the outbox"), "Ctrl+Shift+K"},
    CommandEntry {NewBatch, Turns, "new-batch", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "New batch"), "Ctrl+Shift+B"},
    CommandEntry {CopyLastAnswer, Turns, "copy-last-answer", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Copy the last answer"), "Ctrl+Shift+C"},
    CommandEntry {FlightRecord, Turns, "flight-record", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Flight record of the last turn"), "Ctrl+I"},

    CommandEntry {FindHere, Reading, "find", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Find in this conversation"), "Ctrl+F"},
    CommandEntry {FindNext, Reading, "find-next", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Next place of what is looked for"), "F3"},
    CommandEntry {FindPrevious, Reading, "find-previous", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Place before"), "Shift+F3"},
    CommandEntry {LargerText, Reading, "larger-text", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Larger text"), "Ctrl++"},
    CommandEntry {SmallerText, Reading, "smaller-text", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Smaller text"), "Ctrl+-"},
    CommandEntry {UsualText, Reading, "usual-text", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Text as large as it was made"), "Ctrl+0"},

    CommandEntry {NewWindow, Window, "new-window", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "New window"), "Ctrl+Shift+N"},
    CommandEntry {Sidebar, Window, "sidebar", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Sidebar"), "Ctrl+B"},
    CommandEntry {Outbox, Window, "outbox", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Outbox and batches"), "Ctrl+Shift+O"},
    CommandEntry {WeatherPanel, Window, "weather", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Weather panel"), "F9"},
    CommandEntry {WeatherWindow, Window, "weather-window", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Weather in its own window"), "Shift+F9"},
    CommandEntry {NextPart, Window, "next-part", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Next part of the window"), "F6"},
    CommandEntry {PreviousPart, Window, "previous-part", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Part of the window before"), "Shift+F6"},
    CommandEntry {Preferences, Window, "preferences", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Preferences"), "Ctrl+,"},
    CommandEntry {Keyboard, Window, "keyboard", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Keyboard"), "Ctrl+/"},
    CommandEntry {Quit, Window, "quit", QT_TRANSLATE_NOOP("breakwater::ShellCommand", "Quit"), "Ctrl+Q"},
};

const CommandEntry &commandEntry(ShellCommand command)
{
    return *std::find_if(commandEntries.begin(), commandEntries.end(), [command](const CommandEntry &each) { return each.command == command; });
}

} // namespace

const std::vector<ShellCommand> &shellCommands()
{
    static const std::vector<ShellCommand> all = [] {
        std::vector<ShellCommand> commands;
        for (const CommandEntry &each : commandEntries)
            commands.push_back(each.command);
        return commands;
    }();
    return all;
}

CommandGroup groupOf(ShellCommand command)
{
    return commandEntry(command).group;
}

QString nameOf(CommandGroup group)
{
    switch (group) {
    case Conversations:
        return QCoreApplication::translate("breakwater::ShellCommand", "Conversations");
    case Turns:
        return QCoreApplication::translate("breakwater::ShellCommand", "Turns");
    case Reading:
        return QCoreApplication::translate("breakwater::ShellCommand", "Reading");
    case Window:
        return QCoreApplication::translate("breakwater::ShellCommand", "Window");
    }
    return {};
}

QString nameOf(ShellCommand command)
{
    return QCoreApplication::translate("breakwater::ShellCommand", commandEntry(command).name);
}

QString idOf(ShellCommand command)
{
    return QLatin1String(commandEntry(command).id);
}

std::optional<ShellCommand> shellCommand(const QString &id)
{
    const auto found = std::find_if(commandEntries.begin(), commandEntries.end(), [&id](const CommandEntry &each) { return id == QLatin1String(each.id); });
    return found == commandEntries.end() ? std::nullopt : std::optional(found->command);
}

QKeySequence usualKeys(ShellCommand command)
{
    return QKeySequence(QLatin1String(commandEntry(command).keys), QKeySequence::PortableText);
}

} // namespace breakwater
