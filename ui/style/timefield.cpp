// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/timefield.h"

#include <QWheelEvent>

namespace breakwater {

TimeField::TimeField(const QString &name, QWidget *parent)
    : QTimeEdit(parent)
{
    setAccessibleName(name);
    setDisplayFormat(QStringLiteral("HH:mm"));
    setWrapping(true);
    setFocusPolicy(Qt::StrongFocus);
}

void TimeField::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QTimeEdit::wheelEvent(event);
    else
        event->ignore();
}

} // namespace breakwater
