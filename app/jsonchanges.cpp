// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonchanges.h"

#include <QJsonArray>

#include <algorithm>

namespace breakwater {

namespace {

QJsonValue changedValue(const QJsonValue &read, const QJsonValue &before, const QJsonValue &now);

/// The element with the id of `wanted`; undefined where there is none.
QJsonValue sameElement(const QJsonArray &list, const QJsonValue &wanted)
{
    const QJsonValue id = wanted[QLatin1String("id")];
    const auto found = std::find_if(list.begin(), list.end(), [&id](const QJsonValue &each) { return !id.isUndefined() && each[QLatin1String("id")] == id; });
    return found == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*found);
}

QJsonArray changedList(const QJsonArray &read, const QJsonArray &before, const QJsonArray &now)
{
    QJsonArray result;
    for (const QJsonValue &each : now)
        result.append(changedValue(sameElement(read, each), sameElement(before, each), each));
    return result;
}

QJsonValue changedValue(const QJsonValue &read, const QJsonValue &before, const QJsonValue &now)
{
    if (read.isUndefined())
        return now;
    if (before == now)
        return read;
    if (read.isObject() && now.isObject())
        return withChanges(read.toObject(), before.toObject(), now.toObject());
    if (read.isArray() && now.isArray())
        return changedList(read.toArray(), before.toArray(), now.toArray());
    return now;
}

} // namespace

QJsonObject withChanges(const QJsonObject &read, const QJsonObject &before, const QJsonObject &now)
{
    QJsonObject result = read;
    for (const QString &name : before.keys()) {
        if (!now.contains(name))
            result.remove(name);
    }
    for (auto each = now.begin(); each != now.end(); ++each)
        result.insert(each.key(), changedValue(read.value(each.key()), before.value(each.key()), each.value()));
    return result;
}

} // namespace breakwater
