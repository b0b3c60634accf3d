// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletteitem.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace breakwater {

/// What the palette found, as rows. UI thread.
class PaletteList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PaletteItem> items);
    [[nodiscard]] const PaletteItem *item(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteItem> m_items;
};

/// Paints a row: the kind's icon, the title, where it is, and its keys. UI thread.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace breakwater
