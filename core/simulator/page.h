// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/httprequest.h"

#include <QJsonObject>
#include <QJsonValue>

namespace breakwater {

/// Which part of a list is asked for, as Anthropic's lists are paged.
struct Page
{
    int limit = 20;
    QString after; ///< id; the page begins behind it
    QString before; ///< id; the page ends in front of it
};

/// From the query: `limit` (1 to 1000), `after_id`, `before_id`.
[[nodiscard]] Page pageFrom(const HttpRequest &request);

/// `{data, has_more, first_id, last_id}` of the items, which are objects with an `id`. With `before` the page holds
/// the items nearest to it, still in their order. An unknown id gives an empty page.
[[nodiscard]] QJsonObject pageOf(const QList<QJsonValue> &items, const Page &page);

} // namespace breakwater
