// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

namespace breakwater {

/// A plain area in a token's colour with hairlines along some of its edges; follows the theme. UI thread.
class Ground : public QWidget
{
    Q_OBJECT
public:
    Ground(QColor Tokens::*color, Qt::Edges lines, QWidget *parent = nullptr);

    void setLines(Qt::Edges lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor Tokens::*m_color;
    Qt::Edges m_lines;
};

} // namespace breakwater
