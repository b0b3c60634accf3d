// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcel.h"

#include <QIODevice>
#include <QSet>

namespace breakwater {

/// Writes Breakwater's own export (parceljson.h), a parcel at a time: never more than one in memory. False where the
/// device takes no more; its own words say why. Any thread, one at a time.
class ParcelWriter
{
public:
    explicit ParcelWriter(QIODevice &device)
        : m_device(device)
    {
    }
    [[nodiscard]] bool begin();
    [[nodiscard]] bool add(const Parcel &parcel);
    [[nodiscard]] bool end();

private:
    [[nodiscard]] bool item(const QString &kind, const QJsonObject &object);
    [[nodiscard]] bool line(const QByteArray &json);

    QIODevice &m_device;
    QSet<QString> m_files; ///< written
    bool m_first = true;
};

} // namespace breakwater
