// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/previewscroll.h"

#include <QResizeEvent>

#include <algorithm>

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
    return inside->hasHeightForWidth() ? inside->heightForWidth(std::min(width, maximumWidth())) : inside->sizeHint().height();
}

bool PreviewScroll::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry(); // what it holds has another height
    return QScrollArea::event(event);
}

void PreviewScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace breakwater
