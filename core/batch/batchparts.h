// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace breakwater {

/// What one Message Batch may have.
struct BatchLimits
{
    qint64 requests = 100'000; ///< the provider's own limit
    qint64 bytes = 256'000'000; ///< the same, of one body
    /// A body is in memory whole, as it is composed and as it is sent, so that parts are made far smaller than they may be.
    qint64 partBytes = qint64(32) * 1024 * 1024;
};

/// Bytes of a body with one request of so many bytes of params, at most.
[[nodiscard]] constexpr qint64 bytesOfRequest(qint64 params)
{
    constexpr qint64 around = 96; // {"custom_id":"","params":}, with a name of up to 64 letters
    return around + params;
}
inline constexpr qint64 bytesAroundRequests = 32; ///< {"requests":[]}

/// Says which rows go together, in the order in which they come: a row begins the next part when it does not go into the
/// last one any more. A row that is larger than a part should be gets one of its own.
class PartFilling
{
public:
    explicit PartFilling(const BatchLimits &limits = {}, int last = 0)
        : m_limits(limits)
        , m_part(last)
    {
    }
    /// The part of the next row; the first one comes after `last`.
    int partFor(qint64 params)
    {
        const qint64 bytes = bytesOfRequest(params);
        if (m_rows == 0 || m_rows >= m_limits.requests || bytesAroundRequests + m_bytes + bytes > m_limits.partBytes) {
            ++m_part;
            m_rows = m_bytes = 0;
        }
        ++m_rows;
        m_bytes += bytes;
        return m_part;
    }

private:
    BatchLimits m_limits;
    int m_part;
    qint64 m_rows = 0; // of it
    qint64 m_bytes = 0;
};

} // namespace breakwater
