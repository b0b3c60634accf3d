// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/roomline.h"

#include <algorithm>

namespace breakwater {

RoomLine roomLine(std::span<const RoomMark> marks, const Window &window, RoomLeft::Dimension limit,
    const std::function<bool(const ProviderId &provider)> &wanted)
{
    RoomLine line(window.buckets.size());
    for (const RoomMark &mark : marks) {
        if (mark.limit != limit || mark.minute < window.from || mark.minute >= window.until || (wanted && !wanted(mark.provider)))
            continue;
        std::optional<double> &least = line[static_cast<std::size_t>((mark.minute - window.from) / window.bucket)];
        least = std::min(least.value_or(1.0), mark.share);
    }
    return line;
}

} // namespace breakwater
