// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linklabel.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

LinkLabel::LinkLabel(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    FocusRing::attach(this, 4);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LinkLabel::setWords(const QString &words)
{
    if (words == text())
        return;
    setText(words);
    setAccessibleName(words);
    updateGeometry();
}

QSize LinkLabel::sizeHint() const
{
    return {QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(text()) + 2, 24};
}

void LinkLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(underMouse() ? tokens.text : tokens.*m_color);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace breakwater
