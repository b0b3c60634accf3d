// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyboardlist.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

namespace breakwater {

namespace {

struct KeyLine
{
    QString keys; ///< empty: a heading
    QString what;
};

/// The commands group by group, then what always does the same.
std::vector<KeyLine> keyLines()
{
    std::vector<KeyLine> lines;
    std::optional<CommandGroup> group;
    for (const ShellCommand command : shellCommands()) {
        if (groupOf(command) != group)
            lines.push_back({{}, nameOf(groupOf(command))});
        group = groupOf(command);
        const QString keys = keysText(command);
        lines.push_back({keys.isEmpty() ? QStringLiteral("–") : keys, nameOf(command)});
    }
    lines.push_back({{}, KeyboardList::tr("Always")});
    for (const FixedKeys &each : fixedKeys())
        lines.push_back({each.keys.toString(QKeySequence::NativeText), each.what});
    return lines;
}

} // namespace

KeyboardList::KeyboardList(QWidget *parent)
    : QWidget(parent, Qt::Dialog)
{
    setWindowTitle(tr("Keyboard – Breakwater"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(28, 20, 28, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(2, 24);
    const std::vector<KeyLine> lines = keyLines();
    const int half = (static_cast<int>(lines.size()) + 1) / 2;
    for (int at = 0; at < static_cast<int>(lines.size()); ++at) {
        const KeyLine &line = lines[static_cast<std::size_t>(at)];
        const int column = at < half ? 0 : 3;
        if (line.keys.isEmpty()) {
            auto *heading = new TextLabel(TextRole::MicroStrong, &Tokens::text3, line.what, sheet);
            heading->setContentsMargins(0, at % half == 0 ? 0 : 8, 0, 0);
            grid->addWidget(heading, at % half, column, 1, 2);
            continue;
        }
        grid->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text2, line.keys, sheet), at % half, column);
        grid->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, line.what, sheet), at % half, column + 1);
    }
    auto *change = new Button(Button::Kind::Plain, tr("Change…"), sheet);
    change->setObjectName(QStringLiteral("changeKeys"));
    connect(change, &QAbstractButton::clicked, this, [this] {
        Q_EMIT changeWanted();
        close();
    });
    grid->addWidget(change, half, 0, 1, 2, Qt::AlignLeft);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    takeFocusWhereItScrolls(*scroll, tr("Keys"));
    scroll->setWidget(sheet);
    sheet->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    const QSize wanted = sheet->sizeHint();
    const QSize most = parent != nullptr ? parent->window()->size() : wanted; // a small window has a small list, that scrolls
    resize(std::min(wanted.width() + 16, std::max(most.width(), 640)), std::min(wanted.height(), std::max(most.height(), 420)));
}

void KeyboardList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void KeyboardList::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().canvas);
}

} // namespace breakwater
