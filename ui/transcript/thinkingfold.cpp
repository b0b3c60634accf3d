// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/thinkingfold.h"

#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int lineHeight = 24;
constexpr int chevronSize = 14;
constexpr int gap = 4;
constexpr qreal radius = 6;

} // namespace

ThinkingFold::ThinkingFold(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    FocusRing::attach(this, radius);
}

int ThinkingFold::fixedHeight()
{
    return qRound(lineHeight * qMax(1.0, Theme::instance().textScale()));
}

void ThinkingFold::setState(const QString &words, bool hasText, bool open)
{
    setText(words);
    setChecked(open);
    setEnabled(hasText);
    setCursor(hasText ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(hasText ? QString() : tr("The provider tells no summary of it"));
    setAccessibleName(words);
    setAccessibleDescription(!hasText ? toolTip() : open ? tr("Hides what it thought") : tr("Shows what it thought"));
    update();
}

QSize ThinkingFold::sizeHint() const
{
    const int words = qCeil(QFontMetricsF(fontFor(TextRole::Small)).horizontalAdvance(text()));
    return {words + (isEnabled() ? chevronSize + gap : 0), fixedHeight()};
}

void ThinkingFold::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    const QColor color = isEnabled() && underMouse() ? tokens.text : tokens.text3;
    QRectF room = rect();
    if (isEnabled()) {
        paintIcon(painter, isChecked() ? Icon::ChevronDown : Icon::ChevronRight, QRectF(-2, 0, chevronSize, height()), chevronSize, color);
        room.setLeft(chevronSize + gap - 2);
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(color);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(painter.font()).elidedText(text(), Qt::ElideRight, room.width()));
}

} // namespace breakwater
