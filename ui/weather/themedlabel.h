// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QLabel>

namespace breakwater {

/// A plain-text label in a text role and a token colour, which follows the theme. UI thread.
class ThemedLabel : public QLabel
{
    Q_OBJECT
public:
    ThemedLabel(TextRole role, QColor Tokens::*color, const QString &text = {}, QWidget *parent = nullptr);

private:
    void dress();

    TextRole m_role;
    QColor Tokens::*m_color;
};

} // namespace breakwater
