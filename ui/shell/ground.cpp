// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ground.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

Ground::Ground(QColor Tokens::*color, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_color(color)
    , m_lines(lines)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::setLines(Qt::Edges lines)
{
    m_lines = lines;
    update();
}

void Ground::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.*m_color);
    if (m_lines.testFlag(Qt::TopEdge))
        painter.fillRect(QRectF(0, 0, width(), tokens.border), tokens.line);
    if (m_lines.testFlag(Qt::BottomEdge))
        painter.fillRect(QRectF(0, height() - tokens.border, width(), tokens.border), tokens.line);
    if (m_lines.testFlag(Qt::LeftEdge))
        painter.fillRect(QRectF(0, 0, tokens.border, height()), tokens.line);
    if (m_lines.testFlag(Qt::RightEdge))
        painter.fillRect(QRectF(width() - tokens.border, 0, tokens.border, height()), tokens.line);
}

} // namespace breakwater
