// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jsonfields.h"

namespace breakwater::jsonfields {

void put(QJsonObject &object, const QString &name, const std::optional<Duration> &span)
{
    if (span)
        object.insert(name, static_cast<qint64>(span->count()));
}

void put(QJsonObject &object, const QString &name, const std::optional<WallTime> &moment)
{
    if (moment)
        object.insert(name, static_cast<qint64>(moment->time_since_epoch().count()));
}

void put(QJsonObject &object, const QString &name, const std::optional<int> &number)
{
    if (number)
        object.insert(name, *number);
}

void put(QJsonObject &object, const QString &name, const std::optional<qint64> &number)
{
    if (number)
        object.insert(name, *number);
}

void put(QJsonObject &object, const QString &name, const std::optional<double> &number)
{
    if (number)
        object.insert(name, *number);
}

void put(QJsonObject &object, const QString &name, const std::optional<bool> &is)
{
    if (is)
        object.insert(name, *is);
}

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

std::optional<Duration> span(const QJsonObject &object, const QString &name)
{
    const auto count = large(object, name);
    return count ? std::optional(Duration(*count)) : std::nullopt;
}

std::optional<WallTime> moment(const QJsonObject &object, const QString &name)
{
    const auto count = large(object, name);
    return count ? std::optional(WallTime(std::chrono::milliseconds(*count))) : std::nullopt;
}

std::optional<int> whole(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

std::optional<qint64> large(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<double> real(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<bool> said(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace breakwater::jsonfields
