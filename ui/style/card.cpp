// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/card.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

Card::Card(Ground ground, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setBorder(Border border)
{
    if (m_border == border)
        return;
    m_border = border;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(tokens.line, tokens.border);
    switch (m_border) {
    case Border::Quiet:
        break;
    case Border::Clear:
        pen.setColor(tokens.line2);
        break;
    case Border::Accent:
        pen.setColor(tokens.accent);
        break;
    case Border::Dashed:
        pen.setColor(tokens.line2);
        pen.setStyle(Qt::DashLine);
        break;
    }
    painter.setPen(pen);
    painter.setBrush(m_border == Border::Dashed ? QColor(Qt::transparent)
            : m_ground == Ground::Raised        ? tokens.raised
                                                : tokens.sidebar);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::cardRadius, metrics::cardRadius);
}

} // namespace breakwater
