// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/button.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int leadingSize = 14;
constexpr int leadingGap = 7;
constexpr int hintGap = 7;

/// Return presses the focused button too, not the space bar alone.
bool pressedByReturn(QAbstractButton &button, QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    button.click();
    return true;
}

} // namespace

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void Button::setLeadingIcon(Icon which)
{
    m_icon = which;
    updateGeometry();
    update();
}

void Button::setJoined(Qt::Edge edge)
{
    m_joined = edge;
    updateGeometry();
    update();
}

void Button::setHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

QFont Button::labelFont() const
{
    QFont font = fontFor(m_size == Size::Small ? TextRole::Small : TextRole::Interface);
    font.setWeight(QFont::Medium);
    return font;
}

QSize Button::sizeHint() const
{
    const bool small = m_size == Size::Small;
    const bool iconAlone = m_icon && text().isEmpty();
    qreal width = QFontMetricsF(labelFont()).horizontalAdvance(text()) + 2 * (iconAlone ? 7 : small ? 11 : 14);
    if (m_icon)
        width += leadingSize + (iconAlone ? 0 : leadingGap);
    if (!m_hint.isEmpty())
        width += hintGap + QFontMetricsF(fontFor(TextRole::Micro)).horizontalAdvance(m_hint);
    const int height = small ? metrics::smallControlHeight : metrics::controlHeight;
    return {qCeil(width) + 2, qRound(height * qMax(1.0, Theme::instance().textScale()))};
}

QColor Button::labelColor() const
{
    const Tokens &tokens = Theme::instance().tokens();
    if (!isEnabled())
        return tokens.text3;
    switch (m_kind) {
    case Kind::Main:
        return tokens.onAccent;
    case Kind::Plain:
        return tokens.text;
    case Kind::Quiet:
        return tokens.text2;
    case Kind::Danger:
        return tokens.danger;
    }
    return tokens.text;
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const bool hovered = isEnabled() && underMouse();
    const bool pressed = isEnabled() && (isDown() || isChecked());

    QColor ground = Qt::transparent;
    QColor border = Qt::transparent;
    if (m_kind == Kind::Main) {
        const bool lined = !isEnabled() && tokens.line == tokens.text; // high contrast: its words would not be seen on a ground like them
        ground = lined ? tokens.raised : !isEnabled() ? tokens.line : pressed ? tokens.accentPressed : hovered ? tokens.accentHover : tokens.accent;
        border = lined ? tokens.line : ground;
    } else {
        if (m_kind != Kind::Quiet) {
            ground = isEnabled() ? tokens.raised : QColor(Qt::transparent);
            border = isEnabled() ? tokens.line2 : tokens.line;
        }
        if (pressed)
            ground = tokens.selected;
        else if (hovered)
            ground = tokens.hover;
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border == QColor(Qt::transparent) ? QPen(Qt::NoPen) : QPen(border, tokens.border));
    painter.setBrush(ground);
    QRectF shape = bordered(rect(), tokens);
    if (m_joined) { // its round corners there are beyond its edge
        (m_joined == Qt::LeftEdge ? shape.setLeft(shape.left() - metrics::controlRadius) : shape.setRight(shape.right() + metrics::controlRadius));
        painter.setClipRect(rect());
    }
    painter.drawRoundedRect(shape, metrics::controlRadius, metrics::controlRadius);
    if (m_joined == Qt::LeftEdge) {
        QColor line = labelColor();
        line.setAlphaF(0.25F);
        painter.fillRect(QRectF(0, 0, 1, height()), line);
    }

    const QFont font = labelFont();
    const QFont hintFont = fontFor(TextRole::Micro);
    const qreal textWidth = QFontMetricsF(font).horizontalAdvance(text());
    const qreal hintWidth = m_hint.isEmpty() ? 0 : hintGap + QFontMetricsF(hintFont).horizontalAdvance(m_hint);
    qreal x = (width() - textWidth - hintWidth - (!m_icon ? 0 : text().isEmpty() ? leadingSize : leadingSize + leadingGap)) / 2;
    if (m_icon) {
        paintIcon(painter, *m_icon, QRectF(x, 0, leadingSize, height()), leadingSize, labelColor());
        x += leadingSize + leadingGap;
    }
    painter.setFont(font);
    painter.setPen(labelColor());
    painter.drawText(QRectF(x, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text());
    if (!m_hint.isEmpty()) {
        painter.setFont(hintFont);
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(x + textWidth + hintGap, 0, hintWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, m_hint);
    }
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByReturn(*this, event))
        QAbstractButton::keyPressEvent(event);
}

IconButton::IconButton(Icon which, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_which(which)
{
    setName(name);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setWhich(Icon which)
{
    m_which = which;
    update();
}

void IconButton::setName(const QString &name, const QKeySequence &shortcut)
{
    setAccessibleName(name);
    setToolTip(shortcut.isEmpty() ? name : tr("%1 (%2)").arg(name, shortcut.toString(QKeySequence::NativeText)));
}

void IconButton::setExtent(int side, int iconExtent)
{
    m_side = side;
    m_iconSize = iconExtent;
    updateGeometry();
    update();
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool held = isEnabled() && (isDown() || isChecked());
    if (held || (isEnabled() && underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(held ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    const QColor color = !isEnabled() ? tokens.line2 : isChecked() ? tokens.accent : tokens.text2;
    paintIcon(painter, m_which, QRectF(rect()), m_iconSize, color);
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByReturn(*this, event))
        QAbstractButton::keyPressEvent(event);
}

} // namespace breakwater
