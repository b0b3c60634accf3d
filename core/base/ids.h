// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace breakwater {

/// A name for one kind of thing; ids of different kinds do not mix. Empty means none.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &left, const Id &right) { return left.m_text < right.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using TurnId = Id<struct TurnTag>;
using ProviderId = Id<struct ProviderTag>;
using RouteId = Id<struct RouteTag>;
using ChainId = Id<struct ChainTag>;
using BatchId = Id<struct BatchTag>;

/// A new id text: UUID version 7 (RFC 9562), so that ids sort by the time they were made. Any thread.
[[nodiscard]] QString makeIdText(WallTime now);

template <class AnyId>
[[nodiscard]] AnyId makeId(WallTime now)
{
    return AnyId(makeIdText(now));
}

} // namespace breakwater
