// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QJsonObject>

#include <optional>

/// Fields of JSON objects on disk. None and empty are left out when written; what is missing or of another type is none
/// when read. Spans are microseconds, moments milliseconds since 1970 (UTC). Pure.
namespace breakwater::jsonfields {

void put(QJsonObject &object, const QString &name, const std::optional<Duration> &span);
void put(QJsonObject &object, const QString &name, const std::optional<WallTime> &moment);
void put(QJsonObject &object, const QString &name, const std::optional<int> &number);
void put(QJsonObject &object, const QString &name, const std::optional<qint64> &number);
void put(QJsonObject &object, const QString &name, const std::optional<double> &number);
void put(QJsonObject &object, const QString &name, const std::optional<bool> &is);
void put(QJsonObject &object, const QString &name, const QString &text);

[[nodiscard]] std::optional<Duration> span(const QJsonObject &object, const QString &name);
[[nodiscard]] std::optional<WallTime> moment(const QJsonObject &object, const QString &name);
[[nodiscard]] std::optional<int> whole(const QJsonObject &object, const QString &name);
[[nodiscard]] std::optional<qint64> large(const QJsonObject &object, const QString &name); ///< a whole number beyond an int
[[nodiscard]] std::optional<double> real(const QJsonObject &object, const QString &name);
[[nodiscard]] std::optional<bool> said(const QJsonObject &object, const QString &name);

} // namespace breakwater::jsonfields
