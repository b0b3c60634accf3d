// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/controlpaint.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace breakwater {

void paintField(QPainter &painter, const QStyleOption &option, bool wrong)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QRect rect = option.rect;
    const QRectF frame = bordered(rect, Theme::instance().tokens());
    const QColor border = wrong ? Theme::instance().tokens().danger
        : focused               ? Theme::instance().tokens().accent
        : enabled               ? Theme::instance().tokens().line2
                                : Theme::instance().tokens().line;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, Theme::instance().tokens().border));
    painter.setBrush(enabled ? Theme::instance().tokens().raised : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, metrics::controlRadius, metrics::controlRadius);
    if (!enabled || wrong || focused)
        return;
    painter.save();
    painter.setClipRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 3));
    painter.setPen(QPen(Theme::instance().tokens().control, Theme::instance().tokens().border));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, metrics::controlRadius, metrics::controlRadius);
    painter.restore();
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool mixed = option.state.testFlag(QStyle::State_NoChange);
    const QRectF box = bordered(option.rect, Theme::instance().tokens());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = !enabled                         ? Theme::instance().tokens().line2
        : option.state.testFlag(QStyle::State_MouseOver) ? Theme::instance().tokens().accentHover
                                                         : Theme::instance().tokens().accent;
    painter.setPen(QPen(on || mixed ? fill : enabled ? Theme::instance().tokens().control : Theme::instance().tokens().line2, Theme::instance().tokens().border));
    painter.setBrush(on || mixed ? fill : Theme::instance().tokens().raised);
    painter.drawRoundedRect(box, 4, 4);
    QPen stroke(Theme::instance().tokens().onAccent, 1.65, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(stroke);
    painter.setBrush(Qt::NoBrush);
    painter.translate(option.rect.topLeft());
    if (on)
        painter.drawPolyline(QPolygonF {{4.2, 8.4}, {6.7, 10.8}, {11.8, 5.4}});
    else if (mixed)
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(option.rect);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? Theme::instance().tokens().accent : Theme::instance().tokens().line2);
        painter.drawEllipse(box);
        painter.setBrush(Theme::instance().tokens().raised);
        painter.drawEllipse(box.center(), 3.0, 3.0);
        return;
    }
    painter.setPen(QPen(enabled ? Theme::instance().tokens().control : Theme::instance().tokens().line2, Theme::instance().tokens().border));
    painter.setBrush(Theme::instance().tokens().raised);
    painter.drawEllipse(bordered(box, Theme::instance().tokens()));
}

void paintStepper(QPainter &painter, const QRectF &rect, const QStyleOptionSpinBox &option)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(Theme::instance().tokens().line, Theme::instance().tokens().border));
    painter.drawLine(QPointF(rect.left(), rect.top() + 1), QPointF(rect.left(), rect.bottom() - 1));
    painter.setRenderHint(QPainter::Antialiasing);
    const auto arrow = [&](bool up) {
        const bool enabled = option.state.testFlag(QStyle::State_Enabled)
            && option.stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const bool active = option.activeSubControls.testFlag(up ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown);
        const QColor color = !enabled ? Theme::instance().tokens().line2 : active ? Theme::instance().tokens().accent : Theme::instance().tokens().text2;
        painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double tip = up ? -4.5 : 4.5;
        const double foot = up ? -2.0 : 2.0;
        const QPointF middle = rect.center() + QPointF(0.5, 0);
        painter.drawPolyline(
            QPolygonF {middle + QPointF(-2.5, foot), middle + QPointF(0, tip), middle + QPointF(2.5, foot)});
    };
    arrow(true);
    arrow(false);
}

MenuWords menuWords(const QString &text)
{
    const qsizetype tab = text.indexOf(QLatin1Char('\t'));
    const QString words = tab < 0 ? text : text.left(tab);
    const qsizetype line = words.indexOf(QLatin1Char('\n'));
    return {words.left(line), line < 0 ? QString() : words.mid(line + 1), tab < 0 ? QString() : text.mid(tab + 1)};
}

int twoLineItemWidth(const QStyleOptionMenuItem &item)
{
    const MenuWords words = menuWords(item.text);
    const QFontMetrics small(fontFor(TextRole::Small));
    const int upper = item.fontMetrics.horizontalAdvance(words.first) + (words.keys.isEmpty() ? 0 : 24 + small.horizontalAdvance(words.keys));
    return qMax(upper, small.horizontalAdvance(words.second));
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &item)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.setPen(QPen(Theme::instance().tokens().line, Theme::instance().tokens().border));
        const double y = item.rect.center().y() + 0.5;
        painter.drawLine(QPointF(item.rect.left() + 8, y), QPointF(item.rect.right() - 8, y));
        painter.restore();
        return;
    }
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    if (enabled && item.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::instance().tokens().selected);
        painter.drawRoundedRect(item.rect, metrics::controlRadius, metrics::controlRadius);
    }
    const QColor color = enabled ? Theme::instance().tokens().text : Theme::instance().tokens().text3;
    QRect rest = item.rect.adjusted(controlPadding, 0, -controlPadding, 0);
    const MenuWords words = menuWords(item.text);
    if (item.menuHasCheckableItems || !item.icon.isNull()) {
        const QRect place = words.second.isEmpty() ? QRect(rest.left(), rest.top(), 16, rest.height()) : QRect(rest.left(), rest.top() + 5, 16, rest.height() / 2 - 5);
        if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
            paintIcon(painter, Icon::Check, place, 16, Theme::instance().tokens().accent);
        else if (!item.icon.isNull())
            item.icon.paint(&painter, QRect(place.left(), place.center().y() - 7, 16, 16), Qt::AlignCenter,
                enabled ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(rest.left() + 24);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(
            painter, Icon::ChevronRight, QRect(rest.right() - 14, rest.top(), 14, rest.height()), 14, Theme::instance().tokens().text3);
    painter.setFont(item.font);
    painter.setPen(color);
    if (!words.second.isEmpty()) {
        const QRect lower(rest.left(), rest.center().y() + 1, rest.width(), rest.height() / 2 - 5);
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(enabled ? Theme::instance().tokens().text2 : Theme::instance().tokens().text3);
        painter.drawText(lower, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words.second);
        rest = QRect(rest.left(), rest.top() + 5, rest.width(), rest.height() / 2 - 5);
        QFont strong = item.font;
        strong.setWeight(QFont::Medium);
        painter.setFont(strong);
        painter.setPen(color);
    }
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, words.first);
    if (!words.keys.isEmpty()) {
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(Theme::instance().tokens().text3);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, words.keys);
    }
    painter.restore();
}

void paintScrollSlider(QPainter &painter, const QRectF &slider, const QStyleOptionSlider &option)
{
    const bool level = option.orientation == Qt::Horizontal;
    const bool held = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    const double inset = held ? 2 : 3;
    const QRectF pill = level ? slider.adjusted(2, inset, -2, -inset) : slider.adjusted(inset, 2, -inset, -2);
    const double radius = qMin(pill.width(), pill.height()) / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(held ? Theme::instance().tokens().control : Theme::instance().tokens().line2);
    painter.drawRoundedRect(pill, radius, radius);
}

} // namespace breakwater
