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
        painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    if (m_lines.testFlag(Qt::BottomEdge))
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
    if (m_lines.testFlag(Qt::LeftEdge))
        painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
    if (m_lines.testFlag(Qt::RightEdge))
        painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);
}

} // namespace breakwater
