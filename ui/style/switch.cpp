// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/switch.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

namespace {
constexpr QSizeF track {32, 18};
constexpr int target = 24; // pointer target
} // namespace

Switch::Switch(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setAccessibleName(name);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    FocusRing::attach(this, target / 2.0);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    return {qRound(track.width()) + 2, target};
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF body({}, track);
    body.moveCenter(QRectF(rect()).center());
    const bool hovered = isEnabled() && underMouse();
    painter.setBrush(!isEnabled() ? tokens.line2
            : isChecked()         ? (hovered ? tokens.accentHover : tokens.accent)
                                  : tokens.control);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    painter.setBrush(tokens.raised);
    const double x = isChecked() ? body.right() - 9 : body.left() + 9;
    painter.drawEllipse(QPointF(x, body.center().y()), 7, 7);
}

} // namespace breakwater
