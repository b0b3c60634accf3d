// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/foundmark.h"

namespace breakwater {

QTextCharFormat softMark(const Tokens &tokens)
{
    QColor tint = tokens.accent;
    tint.setAlphaF(0.20F);
    QTextCharFormat format;
    format.setBackground(tint);
    format.setForeground(tokens.text);
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    format.setUnderlineColor(tokens.accent);
    return format;
}

QTextCharFormat strongMark(const Tokens &tokens)
{
    QTextCharFormat format;
    format.setBackground(tokens.accent);
    format.setForeground(tokens.onAccent);
    return format;
}

} // namespace breakwater
