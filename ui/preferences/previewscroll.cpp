// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/previewscroll.h"

#include <QResizeEvent>

namespace breakwater {

PreviewScroll::PreviewScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    viewport()->setAutoFillBackground(false);
}

int PreviewScroll::heightForWidth(int width) const
{
    const QWidget *inside = widget();
    if (inside == nullptr)
        return 0;
    return inside->hasHeightForWidth() ? inside->heightForWidth(width) : inside->sizeHint().height();
}

void PreviewScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace breakwater
