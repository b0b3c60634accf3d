// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyboardlist.h"

#include "ui/style/textlabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QKeySequence>

#include <array>

namespace breakwater {

namespace {

struct Entry
{
    const char *keys; // portable; joined by " / " where there are two
    const char *what;
};

constexpr std::array entries {
    Entry {"Return", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Send now")},
    Entry {"Shift+Return", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "New line")},
    Entry {"Esc", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Stop the answer, close a popup")},
    Entry {"Up", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Last message again, in an empty composer")},
    Entry {"Ctrl+R", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Try now")},
    Entry {"Ctrl+Shift+R", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Use the next route now")},
    Entry {"Ctrl+Shift+K", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Keep in the outbox")},
    Entry {"Ctrl+Shift+C", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Copy the last answer")},
    Entry {"Ctrl+M", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Choose model or chain")},
    Entry {"Ctrl+I", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Flight record of the last turn")},
    Entry {"Ctrl+Up", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Message before, in the transcript")},
    Entry {"Ctrl+Down", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Next message, in the transcript")},
    Entry {"Ctrl+N", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "New conversation")},
    Entry {"Ctrl+K", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Search conversations")},
    Entry {"Ctrl+F", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Find in this conversation")},
    Entry {"F3", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Next place of what is looked for")},
    Entry {"Ctrl+Tab", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Next conversation")},
    Entry {"Ctrl+Shift+Tab", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Conversation before")},
    Entry {"Ctrl+Shift+I", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Instructions of the conversation")},
    Entry {"Ctrl++", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Larger text, also by the wheel")},
    Entry {"Ctrl+-", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Smaller text")},
    Entry {"Ctrl+0", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Text as large as it was made")},
    Entry {"Shift+Left", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Select in the transcript, as in any text")},
    Entry {"F2", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Rename the conversation")},
    Entry {"Ctrl+Shift+O", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Outbox")},
    Entry {"Ctrl+B", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Sidebar")},
    Entry {"F9", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Weather panel")},
    Entry {"Shift+F9", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Weather in its own window")},
    Entry {"F6", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Next part of the window")},
    Entry {"Shift+F6", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Part of the window before")},
    Entry {"Ctrl+,", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "Preferences")},
    Entry {"Ctrl+/", QT_TRANSLATE_NOOP("breakwater::KeyboardList", "This list")},
};

} // namespace

KeyboardList::KeyboardList(QWidget *parent)
    : QWidget(parent, Qt::Dialog)
{
    setWindowTitle(tr("Keyboard – Breakwater"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(28, 24, 28, 24);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(2, 16);
    constexpr int half = static_cast<int>((entries.size() + 1) / 2);
    for (int at = 0; at < static_cast<int>(entries.size()); ++at) {
        const Entry &entry = entries[static_cast<std::size_t>(at)];
        const QString keys = QKeySequence(QLatin1String(entry.keys), QKeySequence::PortableText).toString(QKeySequence::NativeText);
        const int column = at < half ? 0 : 3;
        grid->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text2, keys, this), at % half, column);
        grid->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, tr(entry.what), this), at % half, column + 1);
    }
}

void KeyboardList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace breakwater
