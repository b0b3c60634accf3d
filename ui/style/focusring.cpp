// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/focusring.h"

#include "ui/style/theme.h"

#include <QFocusEvent>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int gap = 2;
constexpr int thickness = 2;

bool cameByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

void FocusRing::attach(QWidget *control, qreal radius, Lies lies)
{
    auto *ring = new FocusRing(control, radius, lies);
    connect(control, &QObject::destroyed, ring, &QObject::deleteLater);
    connect(&Theme::instance(), &Theme::changed, ring, qOverload<>(&QWidget::update));
}

FocusRing::FocusRing(QWidget *control, qreal radius, Lies lies)
    : QWidget(control)
    , m_control(control)
    , m_radius(radius)
    , m_lies(lies)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    control->installEventFilter(this);
}

void FocusRing::follow()
{
    QWidget *parent = m_control ? m_control->parentWidget() : nullptr;
    if (!parent)
        return;
    if (parentWidget() != parent)
        setParent(parent);
    const int room = m_lies == Lies::Around ? gap + thickness : 0;
    setGeometry(m_control->geometry().adjusted(-room, -room, room, room));
    raise();
    show();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_control)
        return false;
    switch (static_cast<int>(event->type())) {
    case QEvent::FocusIn:
        if (cameByKeyboard(static_cast<QFocusEvent *>(event)->reason()))
            follow();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (isVisible())
            follow();
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().tokens().accent, thickness));
    const qreal radius = m_lies == Lies::Around ? m_radius + gap + thickness / 2.0 : m_radius;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace breakwater
