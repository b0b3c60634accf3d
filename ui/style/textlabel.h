// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QLabel>

namespace breakwater {

/// A label in a text role and a token's colour, that follows the theme. Plain text. UI thread.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    TextLabel(TextRole role, QColor Tokens::*color, const QString &text, QWidget *parent = nullptr);

    void setColor(QColor Tokens::*color);

private:
    void wear();

    TextRole m_role;
    QColor Tokens::*m_color;
};

} // namespace breakwater
