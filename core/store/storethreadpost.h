// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storethread.h"

#include <utility>

namespace breakwater {

// How the calls of StoreThread get to its thread and back; for its own sources.

inline constexpr auto idleAfter = std::chrono::milliseconds(200); // what a person or an answer writes comes first

template <class Value>
void StoreThread::post(std::function<Result<Value>(Archive &)> work, Answer<Value> done, Order order)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, work = std::move(work), done = std::move(done), order] {
            m_idle->start(idleAfter);
            const Result<void> ready = retry(*desk);
            const bool open = desk->archive && *desk->archive;
            if (!open && desk->reading && order == Order::Anyway) {
                tell([done, result = work(*desk->reading)] { done(result); });
                return;
            }
            Result<Value> result = ready || (open && order == Order::Anyway) ? work(**desk->archive) : Result<Value>(tl::unexpected(ready.error()));
            if (!result && (mendIfDamaged(*desk, result.error()) || (isRefusal(asTheDiskSays(*desk, result.error())) && reopenIfBack(*desk))))
                result = work(**desk->archive);
            if (!result)
                result = tl::unexpected(asTheDiskSays(*desk, result.error()));
            tell([done, result] { done(result); });
        },
        Qt::QueuedConnection);
}

} // namespace breakwater
