// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QString;
class QWidget;

namespace breakwater {

/// Lets an area take the focus only where the keys have something to scroll, under that name and with a ring. UI
/// thread.
void takeFocusWhereItScrolls(QScrollArea &area, const QString &name);
/// Shows `content` through such an area, up and down, without a frame or a ground of its own.
[[nodiscard]] QScrollArea *scrolled(QWidget *content, const QString &name, QWidget *parent);

} // namespace breakwater
