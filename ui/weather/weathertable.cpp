// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/weathertable.h"

#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace breakwater {

void WeatherTableModel::show(const Window &window)
{
    if (window == m_window)
        return;
    beginResetModel();
    m_window = window;
    std::vector<std::vector<Duration>> waits(window.buckets.size());
    for (const RetryWait &wait : window.waits)
        waits[static_cast<std::size_t>((wait.at - window.from) / window.bucket)].push_back(wait.wait.total());
    m_waits.clear();
    for (std::vector<Duration> &each : waits)
        m_waits.push_back(percentiles(std::move(each)));
    endResetModel();
}

int WeatherTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_window.buckets.size());
}

int WeatherTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sampleClassCount + 2;
}

QVariant WeatherTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::size_t row = m_window.buckets.size() - 1 - static_cast<std::size_t>(index.row());
    const Bucket &bucket = m_window.buckets[row];
    if (index.column() == 0)
        return weatherwords::clockTime(bucket.from, m_window.until);
    if (index.column() <= sampleClassCount)
        return bucket.counts.of(static_cast<SampleClass>(index.column() - 1));
    return m_waits[row] ? shortSpan(m_waits[row]->half) : QString();
}

QVariant WeatherTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    if (section == 0)
        return tr("From");
    if (section <= sampleClassCount)
        return weatherwords::counterCaption(static_cast<SampleClass>(section - 1));
    return tr("half waited under");
}

WeatherTable::WeatherTable(QWidget *parent)
    : QDialog(parent)
    , m_model(new WeatherTableModel(this))
    , m_view(new QTableView)
{
    setWindowTitle(tr("Weather as a table"));
    m_view->setModel(m_model);
    m_view->verticalHeader()->hide();
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    resize(560, 480);
}

void WeatherTable::fill(const Window &window)
{
    m_model->show(window);
}

} // namespace breakwater
