// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/pricesmodel.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr double mostDollars = 1e6; // for a million tokens

/// A figure as a person types it, in their own notation or with a point; none for what is no price.
std::optional<double> dollarsFrom(const QString &text)
{
    bool isNumber = false;
    double dollars = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        dollars = text.toDouble(&isNumber);
    return isNumber && std::isfinite(dollars) && dollars >= 0.0 && dollars <= mostDollars ? std::optional(dollars) : std::nullopt;
}

QString figure(double dollars)
{
    return QLocale().toString(dollars, 'g', 8);
}

} // namespace

void PricesModel::show(const Prices &prices)
{
    beginResetModel();
    m_prices = prices;
    endResetModel();
}

QModelIndex PricesModel::add()
{
    const int row = static_cast<int>(m_prices.size());
    beginInsertRows({}, row, row);
    m_prices.push_back({tr("model"), 0.0, 0.0, {}, {}, 0});
    for (int number = 2; std::count_if(m_prices.begin(), m_prices.end(), [this](const Price &each) { return each.model == m_prices.back().model; }) > 1; ++number)
        m_prices.back().model = tr("model %1").arg(number);
    endInsertRows();
    Q_EMIT edited(m_prices);
    return index(row, Model);
}

void PricesModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_prices.erase(m_prices.begin() + row);
    endRemoveRows();
    Q_EMIT edited(m_prices);
}

int PricesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_prices.size());
}

int PricesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnsOfAPrice;
}

QVariant PricesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Model ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const Price &price = m_prices[static_cast<std::size_t>(index.row())];
    const auto orInput = [&](const std::optional<double> &dollars) {
        return dollars ? figure(*dollars) : role == Qt::EditRole ? QString() : tr("as input");
    };
    switch (static_cast<Column>(index.column())) {
    case Model:
        return price.model;
    case Input:
        return figure(price.input);
    case Output:
        return figure(price.output);
    case CacheRead:
        return orInput(price.cacheRead);
    case CacheWritten:
        return orInput(price.cacheWritten);
    case PromptOver:
        return price.promptOver > 0 ? QLocale().toString(price.promptOver) : role == Qt::EditRole ? QString() : tr("any");
    case columnsOfAPrice:
        break;
    }
    return {};
}

bool PricesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= rowCount())
        return false;
    const QString text = value.toString().trimmed();
    Price price = m_prices[static_cast<std::size_t>(index.row())];
    const std::optional<double> dollars = dollarsFrom(text);
    switch (static_cast<Column>(index.column())) {
    case Model:
        price.model = text;
        break;
    case Input:
    case Output:
        if (!dollars)
            return false;
        (index.column() == Input ? price.input : price.output) = *dollars;
        break;
    case CacheRead:
    case CacheWritten:
        if (!dollars && !text.isEmpty())
            return false;
        (index.column() == CacheRead ? price.cacheRead : price.cacheWritten) = dollars;
        break;
    case PromptOver: {
        bool isNumber = true;
        price.promptOver = text.isEmpty() ? 0 : QLocale().toLongLong(text, &isNumber);
        if (!isNumber || price.promptOver < 0)
            return false;
        break;
    }
    case columnsOfAPrice:
        return false;
    }
    const auto isTaken = [&](const Price &each) { return &each != &m_prices[static_cast<std::size_t>(index.row())] && each.model == price.model && each.promptOver == price.promptOver; };
    if (price.model.isEmpty() || std::any_of(m_prices.begin(), m_prices.end(), isTaken))
        return false;
    m_prices[static_cast<std::size_t>(index.row())] = price;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited(m_prices);
    return true;
}

QVariant PricesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Model ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Model:
        return tr("Model");
    case Input:
        return tr("Input");
    case Output:
        return tr("Output");
    case CacheRead:
        return tr("Cache read");
    case CacheWritten:
        return tr("Cache written");
    case PromptOver:
        return tr("Prompts over");
    case columnsOfAPrice:
        break;
    }
    return {};
}

Qt::ItemFlags PricesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace breakwater
