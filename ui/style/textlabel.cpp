// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/textlabel.h"

#include "ui/style/theme.h"

namespace breakwater {

TextLabel::TextLabel(TextRole role, QColor Tokens::*color, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    wear();
    connect(&Theme::instance(), &Theme::changed, this, &TextLabel::wear);
}

void TextLabel::setColor(QColor Tokens::*color)
{
    m_color = color;
    wear();
}

void TextLabel::wear()
{
    setFont(fontFor(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::instance().tokens().*m_color);
    setPalette(colors);
}

} // namespace breakwater
