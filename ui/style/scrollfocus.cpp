// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/scrollfocus.h"

#include "ui/style/accessiblerole.h"
#include "ui/style/focusring.h"

#include <QScrollArea>
#include <QScrollBar>

namespace breakwater {

void takeFocusWhereItScrolls(QScrollArea &area, const QString &name)
{
    setAccessibleRole(area, QAccessible::Grouping);
    area.setAccessibleName(name);
    area.setFocusPolicy(Qt::NoFocus);
    FocusRing::attach(&area, 4, FocusRing::Lies::Inside);
    QObject::connect(area.verticalScrollBar(), &QScrollBar::rangeChanged, &area,
        [&area](int, int most) { area.setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus); });
}

QScrollArea *scrolled(QWidget *content, const QString &name, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*area, name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(content);
    content->setAutoFillBackground(false); // setWidget turns it on
    return area;
}

} // namespace breakwater
