// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace breakwater {

/// A file as a chip: what it is, its name, its size. Logical pixels, scaled with the text. UI thread.
struct FileChip
{
    Icon icon = Icon::File;
    QString name;
    QString size;

    [[nodiscard]] static qreal height();
    /// What it needs, a very long name cut.
    [[nodiscard]] qreal width() const;
    /// `inside` keeps that much room free at the right end, for a button.
    void paint(QPainter &painter, const QRectF &at, qreal inside = 0) const;
};

} // namespace breakwater
