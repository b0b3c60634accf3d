// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QJsonValue>

#include <optional>

namespace breakwater {

/// Writes moments of the steady clock as wall times, in microseconds: what another run of the program can read.
class MomentWriter
{
public:
    MomentWriter(Instant now, WallTime wall)
        : m_now(now)
        , m_wall(wall)
    {
    }
    [[nodiscard]] QJsonValue present() const;
    /// A moment further than a year away is written as a year away.
    [[nodiscard]] QJsonValue operator()(Instant moment) const;

private:
    Instant m_now;
    WallTime m_wall;
};

/// Reads them back. What lay ahead when it was written is never further ahead now: a wall clock that went backwards
/// meanwhile, or a file from the future, is read as if no time had gone by.
class MomentReader
{
public:
    /// None when `written`, the present of the writer, is no time.
    [[nodiscard]] static std::optional<MomentReader> from(const QJsonValue &written, Instant now, WallTime wall);
    /// None for what is no time.
    [[nodiscard]] std::optional<Instant> operator()(const QJsonValue &moment) const;

private:
    MomentReader(double written, Duration since, Instant now)
        : m_written(written)
        , m_since(since)
        , m_now(now)
    {
    }
    double m_written; // microseconds of the wall
    Duration m_since; // then
    Instant m_now;
};

} // namespace breakwater
