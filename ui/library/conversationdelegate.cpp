// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/conversationdelegate.h"

#include "ui/library/conversationlist.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int side = 8; // from the sidebar's edge to the ground of a row
constexpr int inside = 12; // from there to its text
constexpr int markExtent = 14;
constexpr int foldExtent = 12;

/// A part of a ring: the turn goes on by itself.
void paintRing(QPainter &painter, const QRectF &box, const Tokens &tokens)
{
    const QRectF ring = box.adjusted(2, 2, -2, -2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.track, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(tokens.accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, 90 * 16, -218 * 16);
}

} // namespace

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Theme::instance().tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString title = index.data().toString();

    if (index.data(ConversationList::IsHeadingRole).toBool()) {
        painter->setFont(fontFor(TextRole::MicroStrong));
        painter->setPen(tokens.text3);
        const QRect words = option.rect.adjusted(side + inside, 0, -side - inside, -4);
        const auto fold = static_cast<ConversationList::Fold>(index.data(ConversationList::FoldRole).toInt());
        const int room = words.width() - (fold == ConversationList::NoFold ? 0 : foldExtent + 6);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, painter->fontMetrics().elidedText(title, Qt::ElideRight, room));
        if (fold != ConversationList::NoFold) {
            const QRectF place(words.right() + 1 - foldExtent, words.bottom() + 1 - painter->fontMetrics().height() / 2.0 - foldExtent / 2.0, foldExtent, foldExtent);
            const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
            paintIcon(*painter, fold == ConversationList::Folded ? Icon::ChevronRight : Icon::ChevronDown, place, foldExtent, hovered ? tokens.text : tokens.text3);
            const auto *list = qobject_cast<const QWidget *>(option.widget);
            if (option.state.testFlag(QStyle::State_HasFocus) && list != nullptr && list->hasFocus()) {
                painter->setPen(QPen(tokens.accent, 2));
                painter->setBrush(Qt::NoBrush);
                painter->drawRoundedRect(QRectF(words.adjusted(-6, words.height() - painter->fontMetrics().height() - 3, 6, 3)), 4, 4);
            }
        }
        painter->restore();
        return;
    }

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect ground = option.rect.adjusted(side, 0, -side, -1);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.selected : tokens.hover);
        painter->drawRoundedRect(ground, metrics::controlRadius, metrics::controlRadius);
    }
    const auto *view = qobject_cast<const QWidget *>(option.widget);
    if (option.state.testFlag(QStyle::State_HasFocus) && view != nullptr && view->hasFocus()) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), metrics::controlRadius - 1, metrics::controlRadius - 1);
    }

    QRect rest = ground.adjusted(inside, 0, -inside, 0);
    const auto mark = static_cast<RowMark>(index.data(ConversationList::MarkRole).toInt());
    const QString time = index.data(ConversationList::TimeRole).toString();
    const QRectF place(rest.right() + 1 - markExtent, rest.center().y() + 1 - markExtent / 2.0, markExtent, markExtent);
    switch (mark) {
    case RowMark::Retrying:
        paintRing(*painter, place, tokens);
        break;
    case RowMark::Waiting:
        paintIcon(*painter, Icon::Outbox, place, markExtent, tokens.text2);
        break;
    case RowMark::Draft:
        paintIcon(*painter, Icon::Pencil, place, markExtent, tokens.text3);
        break;
    case RowMark::None:
        break;
    }
    if (mark != RowMark::None) {
        rest.setRight(rest.right() - markExtent - 8);
    } else if (!time.isEmpty()) {
        painter->setFont(fontFor(TextRole::Micro));
        painter->setPen(selected ? tokens.text2 : tokens.text3);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, time);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(time) - 8);
    }

    QFont font = fontFor(TextRole::Interface);
    if (index.data(ConversationList::UnreadRole).toBool())
        font.setWeight(QFont::DemiBold);
    else if (selected)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(tokens.text);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(title, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (!index.data(ConversationList::IsHeadingRole).toBool())
        return {0, scaledUp(metrics::rowHeight) + 1};
    return {0, scaledUp(index.row() == 0 ? 30 : 34)};
}

QWidget *ConversationDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Title of the conversation"));
    editor->setMaxLength(200);
    return editor;
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(side, 1, -side, -2));
}

} // namespace breakwater
