// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/outboxbutton.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

OutboxButton::OutboxButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setText(tr("Outbox and batches"));
    tipWithKeys(this, tr("Turns that wait to be sent"), ShellCommand::Outbox);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    setCount(0);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void OutboxButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count == 0 ? text() : tr("%1, %n waiting", nullptr, count).arg(text()));
    update();
}

QSize OutboxButton::sizeHint() const
{
    return {120, qRound(metrics::rowHeight * qMax(1.0, Theme::instance().textScale()))};
}

void OutboxButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    paintIcon(painter, Icon::Outbox, QRectF(12, 0, 16, height()), 16, tokens.text2);
    QRect rest = rect().adjusted(36, 0, -12, 0);
    if (m_count > 0) {
        QFont font = fontFor(TextRole::Micro);
        font.setWeight(QFont::Medium);
        painter.setFont(font);
        const QString number = QString::number(m_count);
        const int wide = qMax(20, painter.fontMetrics().horizontalAdvance(number) + 12);
        const QRectF badge(rest.right() + 1 - wide, rest.center().y() - 8.5, wide, 18);
        const bool lined = tokens.line == tokens.text2; // high contrast: the number would not be seen on a ground like it
        painter.setPen(lined ? QPen(tokens.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() || lined ? tokens.raised : tokens.line);
        painter.drawRoundedRect(badge, 9, 9);
        painter.setPen(tokens.text2);
        painter.drawText(badge, Qt::AlignCenter, number);
        rest.setRight(rest.right() - wide - 8);
    }
    QFont font = fontFor(TextRole::Interface);
    font.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
}

} // namespace breakwater
