// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

#include <QAbstractTableModel>
#include <QDialog>

class QTableView;

namespace breakwater {

/// The charts as figures: a row a bucket, newest first. UI thread.
class WeatherTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const Window &window);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Window m_window;
    std::vector<std::optional<Percentiles>> m_waits; // as the buckets
};

/// The table in a window of its own. Esc closes it.
class WeatherTable final : public QDialog
{
    Q_OBJECT
public:
    explicit WeatherTable(QWidget *parent);

    /// Fills the table without showing it.
    void fill(const Window &window);

private:
    WeatherTableModel *m_model;
    QTableView *m_view;
};

} // namespace breakwater
