// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spend/price.h"

#include <QAbstractTableModel>

namespace breakwater {

/// The price table as a person edits it, a row a price. A figure that is none, a model without a name, and the same row
/// twice are not taken. Edits go out by signal. UI thread.
class PricesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Model, Input, Output, CacheRead, CacheWritten, PromptOver, columnsOfAPrice };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const Prices &prices);
    [[nodiscard]] const Prices &prices() const { return m_prices; }
    /// Adds a row that waits for its model's name; tells where.
    [[nodiscard]] QModelIndex add();
    void remove(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(const breakwater::Prices &prices);

private:
    Prices m_prices;
};

} // namespace breakwater
