// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/moments.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr Duration farthest = std::chrono::hours(24 * 366); // keeps all sums far from the end of 64 bits

qint64 onTheWall(WallTime wall)
{
    return std::chrono::duration_cast<Duration>(wall.time_since_epoch()).count();
}

/// A double holds the microseconds of this century exactly.
std::optional<double> microseconds(const QJsonValue &value)
{
    return value.isDouble() && std::isfinite(value.toDouble()) ? std::optional(value.toDouble()) : std::nullopt;
}

Duration bounded(double span, Duration least)
{
    return Duration(static_cast<Duration::rep>(std::clamp(span, static_cast<double>(least.count()), static_cast<double>(farthest.count()))));
}

} // namespace

QJsonValue MomentWriter::present() const
{
    return QJsonValue(onTheWall(m_wall));
}

QJsonValue MomentWriter::operator()(Instant moment) const
{
    return QJsonValue(onTheWall(m_wall) + std::clamp(Duration(moment - m_now), -farthest, farthest).count());
}

std::optional<MomentReader> MomentReader::from(const QJsonValue &written, Instant now, WallTime wall)
{
    const auto then = microseconds(written);
    if (!then)
        return std::nullopt;
    return MomentReader(*then, bounded(static_cast<double>(onTheWall(wall)) - *then, Duration::zero()), now);
}

std::optional<Instant> MomentReader::operator()(const QJsonValue &moment) const
{
    const auto at = microseconds(moment);
    return at ? std::optional(m_now + bounded(*at - m_written, -farthest) - m_since) : std::nullopt;
}

} // namespace breakwater
