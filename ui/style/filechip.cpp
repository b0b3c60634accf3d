// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/filechip.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qreal chipHeight = 30;
constexpr qreal iconSize = 14;
constexpr qreal side = 10;
constexpr qreal inner = 7;
constexpr qreal mostName = 200;

} // namespace

qreal FileChip::height()
{
    return scaledUp(chipHeight);
}

qreal FileChip::width() const
{
    const QFontMetricsF words(fontFor(TextRole::Small));
    return std::ceil(side + iconSize + inner + std::min<qreal>(words.horizontalAdvance(name) + 1, scaledUp(mostName)) + inner + words.horizontalAdvance(size) + side);
}

void FileChip::paint(QPainter &painter, const QRectF &at, qreal inside) const
{
    const Tokens &tokens = Theme::instance().tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, tokens.border));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(bordered(at, tokens), metrics::controlRadius, metrics::controlRadius);
    QRectF room = at.adjusted(side, 0, -side - inside, 0);
    paintIcon(painter, icon, QRectF(room.left(), room.top(), iconSize, room.height()), iconSize, tokens.text3);
    room.setLeft(room.left() + iconSize + inner);
    painter.setFont(fontFor(TextRole::Small));
    const QFontMetricsF words(painter.font());
    painter.setPen(tokens.text3);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, size);
    room.setRight(room.right() - words.horizontalAdvance(size) - inner);
    painter.setPen(tokens.text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, words.elidedText(name, Qt::ElideMiddle, room.width()));
    painter.restore();
}

} // namespace breakwater
