// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettelist.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

namespace {

Icon iconOf(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Conversation:
        return Icon::Bubble;
    case PaletteItem::Kind::Command:
        return Icon::ChevronRight;
    case PaletteItem::Kind::Prompt:
        return Icon::Layers;
    case PaletteItem::Kind::Setting:
        return Icon::Gear;
    case PaletteItem::Kind::Search:
        return Icon::Search;
    }
    return Icon::ChevronRight;
}

} // namespace

void PaletteList::setItems(std::vector<PaletteItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

const PaletteItem *PaletteList::item(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_items[static_cast<std::size_t>(index.row())] : nullptr;
}

int PaletteList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteList::data(const QModelIndex &index, int role) const
{
    const PaletteItem *found = item(index);
    if (found == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->title;
    case Qt::AccessibleTextRole: {
        QStringList words {found->title};
        for (const QString &each : {found->detail, found->keys}) {
            if (!each.isEmpty())
                words += each;
        }
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, scaledUp(metrics::rowHeight + 4)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const PaletteList *>(index.model());
    const PaletteItem *item = list != nullptr ? list->item(index) : nullptr;
    if (item == nullptr)
        return;
    const Tokens &tokens = Theme::instance().tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect ground = option.rect.adjusted(8, 1, -8, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.selected : tokens.hover);
        painter->drawRoundedRect(ground, metrics::controlRadius, metrics::controlRadius);
    }
    paintIcon(*painter, iconOf(item->kind), QRectF(ground.left() + 12, ground.top(), 16, ground.height()), 16, selected ? tokens.accent : tokens.text3);
    QRect rest = ground.adjusted(40, 0, -12, 0);
    const QString end = item->keys.isEmpty() ? item->detail : item->keys;
    painter->setFont(fontFor(TextRole::Small));
    painter->setPen(tokens.text3);
    const QString tail = painter->fontMetrics().elidedText(end, Qt::ElideRight, rest.width() / 2);
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, tail);
    rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(tail) - 12);
    painter->setFont(fontFor(TextRole::Interface));
    painter->setPen(tokens.text);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(item->title.left(300).simplified(), Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace breakwater
