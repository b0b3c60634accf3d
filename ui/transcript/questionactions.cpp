// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/questionactions.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int actionExtent = 26;
constexpr int actionIcon = 14;
constexpr int fromBubble = 6;

} // namespace

QuestionActions::QuestionActions(QWidget *parent)
    : QWidget(parent)
{
    auto *copy = new IconButton(Icon::Copy, tr("Copy question"), this);
    auto *edit = new IconButton(Icon::Pencil, tr("Edit question"), this);
    copy->setObjectName(QStringLiteral("copyQuestion"));
    edit->setObjectName(QStringLiteral("editQuestion"));
    for (IconButton *button : {copy, edit}) {
        button->setExtent(actionExtent, actionIcon);
        button->setFocusPolicy(Qt::NoFocus); // it comes and goes with the mouse
    }
    connect(copy, &QAbstractButton::clicked, this, [this] { Q_EMIT copyWanted(m_question); });
    connect(edit, &QAbstractButton::clicked, this, [this] { Q_EMIT editWanted(m_turn); });
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(copy);
    layout->addWidget(edit);
    hide();
}

void QuestionActions::showBeside(const QRect &bubble, const MessageId &question, const TurnId &turn)
{
    m_question = question;
    m_turn = turn;
    const QSize size = sizeHint();
    constexpr int lineHeight = 44; // of a bubble with one line: they stand beside the last one
    const int y = bubble.bottom() + 1 - (std::min(bubble.height(), scaledUp(lineHeight)) + size.height()) / 2;
    setGeometry(QRect(QPoint(bubble.left() - fromBubble - size.width(), y), size));
    show();
    raise();
}

} // namespace breakwater
