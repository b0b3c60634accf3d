// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/breakwaterstyle.h"

#include "ui/style/controlpaint.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolTip>

namespace breakwater {

namespace {

constexpr int fieldHeight = 32;
constexpr int boxHeight = 30; // spin and combo boxes
constexpr int stepperWidth = 22;
constexpr int indicator = 16;
constexpr int scrollExtent = 12;
constexpr int menuRow = 30;
constexpr int menuTwoLineRow = 50;
constexpr int tableMargin = 10;
constexpr const char *dangerProperty = "danger";
constexpr const char *ringedProperty = "breakwaterRing";

const Tokens &tokens()
{
    return Theme::instance().tokens();
}

bool isWrong(const QWidget *widget)
{
    return widget != nullptr && widget->property(dangerProperty).toBool();
}

bool insideBox(const QWidget *widget)
{
    return widget != nullptr
        && (qobject_cast<const QAbstractSpinBox *>(widget->parent()) != nullptr
            || qobject_cast<const QComboBox *>(widget->parent()) != nullptr);
}

} // namespace

QPalette paletteFor(const Tokens &t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, t.canvas);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.raised);
    set(QPalette::AlternateBase, t.sunken);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.text3);
    set(QPalette::Button, t.raised);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.danger);
    set(QPalette::ToolTipBase, t.raised);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.raised);
    set(QPalette::Midlight, t.line);
    set(QPalette::Mid, t.line2);
    set(QPalette::Dark, t.control);
    set(QPalette::Shadow, t.line2);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.text3);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.canvas);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line2);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text);
    return palette;
}

BreakwaterStyle::BreakwaterStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void BreakwaterStyle::polish(QPalette &palette)
{
    palette = paletteFor(tokens());
}

void BreakwaterStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool field = qobject_cast<QLineEdit *>(widget) != nullptr
        || qobject_cast<QAbstractSpinBox *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr;
    const bool toggle = qobject_cast<QCheckBox *>(widget) != nullptr || qobject_cast<QRadioButton *>(widget) != nullptr;
    if (field || toggle || qobject_cast<QScrollBar *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    if ((field || toggle) && !insideBox(widget) && widget->parentWidget() != nullptr
        && !widget->property(ringedProperty).toBool()) {
        widget->setProperty(ringedProperty, true);
        FocusRing::attach(widget, metrics::controlRadius);
    }
}

QPalette BreakwaterStyle::standardPalette() const
{
    return paletteFor(tokens());
}

int BreakwaterStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Only those that differ from Fusion; the rest of this large enum is the base style's.
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth
        || metric == PM_ExclusiveIndicatorHeight)
        return indicator;
    if (metric == PM_CheckBoxLabelSpacing || metric == PM_RadioButtonLabelSpacing)
        return 8;
    if (metric == PM_ScrollBarExtent)
        return scrollExtent;
    if (metric == PM_ScrollBarSliderMin)
        return 32;
    if (metric == PM_MenuPanelWidth)
        return 1;
    if (metric == PM_MenuHMargin || metric == PM_MenuVMargin)
        return 5;
    if (metric == PM_ToolTipLabelFrameWidth)
        return 6;
    if (metric == PM_HeaderMargin)
        return tableMargin;
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView *>(widget) != nullptr)
        return tableMargin - 1; // an item has a pixel of its own
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int BreakwaterStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText || hint == SH_ComboBox_Popup
        || hint == SH_UnderlineShortcut || hint == SH_ComboBox_AllowWheelScrolling) // the wheel scrolls the page below it
        return 0;
    if (hint == SH_ToolTipLabel_Opacity)
        return 255;
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize BreakwaterStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_LineEdit && !insideBox(widget)) {
        size.setHeight(qMax(scaledUp(fieldHeight), contents.height()));
    } else if (type == CT_SpinBox) {
        size = QSize(contents.width() + controlPadding + stepperWidth + 4, scaledUp(boxHeight));
    } else if (type == CT_ComboBox) {
        size = QSize(contents.width() + 2 * controlPadding + 24, scaledUp(boxHeight));
    } else if (type == CT_CheckBox || type == CT_RadioButton) {
        size.setHeight(qMax(24, size.height()));
    } else if (type == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const bool leading = item != nullptr && (item->menuHasCheckableItems || !item->icon.isNull());
        const bool two = item != nullptr && item->text.contains(QLatin1Char('\n'));
        const int words = two ? twoLineItemWidth(*item) : contents.width();
        size = QSize(words + 2 * controlPadding + (leading ? 24 : 0) + 28, scaledUp(two ? menuTwoLineRow : menuRow));
    } else if (type == CT_ItemViewItem && widget != nullptr && widget->inherits("QComboBoxListView")) {
        size.setHeight(scaledUp(menuRow));
    }
    return size;
}

QRect BreakwaterStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect all = option->rect;
    QRect result;
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int steps = spin != nullptr && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : stepperWidth;
        if (part == SC_SpinBoxEditField)
            result = all.adjusted(controlPadding - 2, 1, -steps - 1, -1); // a line edit has 2 px of its own
        else if (part == SC_SpinBoxUp)
            result = QRect(all.right() - steps, all.top(), steps, all.height() / 2);
        else if (part == SC_SpinBoxDown)
            result = QRect(all.right() - steps, all.top() + all.height() / 2, steps, all.height() - all.height() / 2);
        else
            result = all;
        return visualRect(option->direction, all, result);
    }
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField)
            result = all.adjusted(controlPadding, 1, -28, -1);
        else if (part == SC_ComboBoxArrow)
            result = QRect(all.right() - 27, all.top(), 28, all.height());
        else if (part == SC_ComboBoxListBoxPopup)
            return all.translated(0, 4);
        else
            result = all;
        return visualRect(option->direction, all, result);
    }
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar == nullptr || part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine || part == SC_ScrollBarFirst
            || part == SC_ScrollBarLast)
            return {};
        const bool level = bar->orientation == Qt::Horizontal;
        const int length = level ? all.width() : all.height();
        const int range = bar->maximum - bar->minimum;
        int slider = length;
        if (range > 0) {
            const double share = static_cast<double>(bar->pageStep) / (static_cast<double>(range) + bar->pageStep);
            slider = qBound(qMin(32, length), qRound(share * length), length);
        }
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return level ? QRect(all.left() + from, all.top(), size, all.height())
                         : QRect(all.left(), all.top() + from, all.width(), size);
        };
        if (part == SC_ScrollBarSlider)
            result = piece(start, slider);
        else if (part == SC_ScrollBarSubPage)
            result = piece(0, start);
        else if (part == SC_ScrollBarAddPage)
            result = piece(start + slider, length - start - slider);
        else
            result = all;
        return visualRect(option->direction, all, result);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect BreakwaterStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && !insideBox(widget))
        return option->rect.adjusted(controlPadding - 2, 1, -controlPadding + 2, -1); // a line edit has 2 px of its own
    return QProxyStyle::subElementRect(element, option, widget);
}

void BreakwaterStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect || element == PE_FrameWindow)
        return; // the focus ring shows the focus
    painter->save();
    if (element == PE_PanelLineEdit || element == PE_FrameLineEdit) {
        if (!insideBox(widget))
            paintField(*painter, *option, isWrong(widget));
    } else if (element == PE_IndicatorCheckBox) {
        paintCheckBox(*painter, *option);
    } else if (element == PE_IndicatorRadioButton) {
        paintRadioButton(*painter, *option);
    } else if (element == PE_PanelMenu || element == PE_FrameMenu || element == PE_PanelTipLabel) {
        painter->setPen(QPen(tokens().line2, tokens().border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(element == PE_FrameMenu ? QBrush(Qt::NoBrush) : QBrush(tokens().raised));
        painter->drawRect(bordered(option->rect, tokens()));
    } else if (element == PE_Frame) {
        painter->setPen(QPen(tokens().line, tokens().border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(bordered(option->rect, tokens()));
    } else if (element == PE_PanelItemViewItem && widget != nullptr && widget->inherits("QComboBoxListView")) {
        if (option->state.testFlag(State_Selected) || option->state.testFlag(State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens().selected);
            painter->drawRoundedRect(option->rect.adjusted(4, 1, -4, -1), 6, 6);
        }
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

void BreakwaterStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paintMenuItem(*painter, *item);
            return;
        }
    }
    // A table's head is words above a hairline.
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, tokens().canvas);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens().line2);
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet = *head;
            quiet.palette.setColor(QPalette::ButtonText, tokens().text2);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
    }
    if (element == CE_ItemViewItem && widget != nullptr && widget->inherits("QComboBoxListView")) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem plain = *item; // selected text stays ink: the ground is pale
            plain.palette.setColor(QPalette::HighlightedText, tokens().text);
            plain.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BreakwaterStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    if (control == CC_SpinBox) {
        paintField(*painter, *option, isWrong(widget));
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin != nullptr && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const QRect up = subControlRect(control, option, SC_SpinBoxUp, widget);
            const QRect down = subControlRect(control, option, SC_SpinBoxDown, widget);
            paintStepper(*painter, up.united(down), *spin);
        }
    } else if (control == CC_ComboBox) {
        paintField(*painter, *option, isWrong(widget));
        const QColor color = option->state.testFlag(State_Enabled) ? tokens().text2 : tokens().line2;
        paintIcon(*painter, Icon::ChevronDown, subControlRect(control, option, SC_ComboBoxArrow, widget), 14, color);
    } else if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool scrolls = bar != nullptr && bar->maximum > bar->minimum;
        if (scrolls && bar->state.testFlag(State_Enabled))
            paintScrollSlider(*painter, subControlRect(control, option, SC_ScrollBarSlider, widget), *bar);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    painter->restore();
}

void useBreakwaterStyle()
{
    QApplication::setStyle(new BreakwaterStyle); // the application owns it
    const auto wear = [] {
        const QPalette palette = paletteFor(Theme::instance().tokens());
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
        QApplication::setFont(fontFor(TextRole::Interface));
        QToolTip::setFont(fontFor(TextRole::Small));
    };
    wear();
    QObject::connect(&Theme::instance(), &Theme::changed, qApp, wear);
}

void setDanger(QWidget &field, bool wrong)
{
    field.setProperty(dangerProperty, wrong);
    field.update();
}

} // namespace breakwater
