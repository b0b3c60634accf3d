// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <QRandomGenerator>
#include <QUuid>

#include <atomic>

namespace breakwater {

QString makeIdText(WallTime now)
{
    // 12 bits of a counter after the time keep ids of one millisecond in the order they were made.
    static std::atomic<quint16> counter {0};
    const auto millis = static_cast<quint64>(now.time_since_epoch().count());
    const auto sequence = static_cast<ushort>(counter.fetch_add(1) & 0x0FFFU);
    const quint64 random = QRandomGenerator::global()->generate64();
    const auto byte = [random](unsigned index) { return static_cast<uchar>(random >> (8U * index)); };
    const QUuid uuid(static_cast<uint>(millis >> 16U), static_cast<ushort>(millis & 0xFFFFU),
        static_cast<ushort>(0x7000U | sequence), static_cast<uchar>(0x80U | (byte(0) & 0x3FU)), byte(1), byte(2), byte(3),
        byte(4), byte(5), byte(6), byte(7));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace breakwater
