// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/searchhit.h"

#include <QDate>
#include <QStringList>

#include <functional>

class QMenu;

namespace breakwater {

/// What a search can be narrowed to.
struct SearchChoices
{
    QStringList models;
    QStringList providers;
    QStringList folders;
};

/// A menu for what is typed: it shows the filters that stand there, and writes others. UI thread.
struct FilterMenu
{
    QString typed;
    SearchOrder order = SearchOrder::NewestFirst;
    SearchChoices choices;
    QDate today;
    std::function<void(const QString &typed)> type; ///< what shall stand in the field
    std::function<void(SearchOrder)> setOrder;

    /// What is chosen happens while `menu`'s parent lives; a day is asked for above it.
    void fill(QMenu &menu) const;
};

} // namespace breakwater
