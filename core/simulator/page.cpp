// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/page.h"

#include <QJsonArray>

#include <algorithm>

namespace breakwater {

namespace {

const QString id = QStringLiteral("id");

auto positionOf(const QList<QJsonValue> &items, const QString &wanted)
{
    return std::find_if(
        items.begin(), items.end(), [&](const QJsonValue &item) { return item[id].toString() == wanted; });
}

} // namespace

Page pageFrom(const HttpRequest &request)
{
    bool isNumber = false;
    const int limit = request.query(QStringLiteral("limit")).toInt(&isNumber);
    return {isNumber ? std::clamp(limit, 1, 1000) : 20, request.query(QStringLiteral("after_id")),
        request.query(QStringLiteral("before_id"))};
}

QJsonObject pageOf(const QList<QJsonValue> &items, const Page &page)
{
    auto begin = items.begin();
    auto end = items.end();
    if (!page.after.isEmpty()) {
        begin = positionOf(items, page.after);
        begin += begin == end ? 0 : 1;
    } else if (!page.before.isEmpty()) {
        end = positionOf(items, page.before);
        end = end == items.end() ? begin : end;
    }
    const bool more = end - begin > page.limit;
    if (more && page.after.isEmpty() && !page.before.isEmpty())
        begin = end - page.limit;
    else if (more)
        end = begin + page.limit;
    QJsonArray data;
    std::for_each(begin, end, [&](const QJsonValue &item) { data.append(item); });
    return {{QStringLiteral("data"), data}, {QStringLiteral("has_more"), more},
        {QStringLiteral("first_id"), data.isEmpty() ? QJsonValue() : data.first()[id]},
        {QStringLiteral("last_id"), data.isEmpty() ? QJsonValue() : data.last()[id]}};
}

} // namespace breakwater
