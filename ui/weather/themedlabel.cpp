// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/themedlabel.h"

#include "ui/style/theme.h"

namespace breakwater {

ThemedLabel::ThemedLabel(TextRole role, QColor Tokens::*color, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_color(color)
{
    setTextFormat(Qt::PlainText); // words of a provider must not become markup
    dress();
    connect(&Theme::instance(), &Theme::changed, this, &ThemedLabel::dress);
}

void ThemedLabel::dress()
{
    setFont(fontFor(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::instance().tokens().*m_color);
    setPalette(colors);
}

} // namespace breakwater
