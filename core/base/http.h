// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>
#include <vector>

namespace breakwater {

/// HTTP headers in the order they came. Names compare without case.
class Headers
{
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<QByteArray, QByteArray>> rows)
        : m_rows(rows)
    {
    }
    void add(QByteArray name, QByteArray value) { m_rows.emplace_back(std::move(name), std::move(value)); }
    /// The first value of `name`, trimmed; none when it is not there.
    [[nodiscard]] std::optional<QByteArray> value(const QByteArray &name) const
    {
        for (const auto &[key, each] : m_rows) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return each.trimmed();
        }
        return std::nullopt;
    }
    [[nodiscard]] const std::vector<std::pair<QByteArray, QByteArray>> &rows() const { return m_rows; }
    friend bool operator==(const Headers &, const Headers &) = default;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_rows;
};

/// One request as it will stand on the wire. `headers` may hold a credential: never log it.
struct WireRequest
{
    QByteArray method = "POST";
    QUrl url;
    Headers headers;
    QByteArray body;
    QString certificates = {}; ///< a PEM file of authorities that are trusted for it besides the system's; empty: none
};

/// Status line and headers of a response.
struct HttpHead
{
    int status = 0;
    Headers headers;
    friend bool operator==(const HttpHead &, const HttpHead &) = default;
};

} // namespace breakwater
