// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/shortcutfield.h"

#include "ui/style/controlpaint.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace breakwater {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock || key == 0
        || key == Qt::Key_unknown;
}

} // namespace

ShortcutField::ShortcutField(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(name)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    connect(this, &QAbstractButton::clicked, this, [this] { listen(true); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setKeys({});
}

void ShortcutField::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    const QString text = keys.toString(QKeySequence::NativeText);
    setAccessibleName(tr("Keys of “%1”: %2").arg(m_name, text.isEmpty() ? tr("none") : text));
    update();
}

void ShortcutField::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void ShortcutField::listen(bool listens)
{
    m_listens = listens;
    setAccessibleDescription(listens ? tr("Press the new keys. Esc leaves them, Backspace takes them away.") : QString());
    update();
}

bool ShortcutField::event(QEvent *event)
{
    if (m_listens && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // what it listens for shall not happen meanwhile
        return true;
    }
    if (m_listens && event->type() == QEvent::KeyPress) { // before Tab moves on
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QAbstractButton::event(event);
}

void ShortcutField::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!m_listens) {
        if (enters)
            listen(true);
        else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
            Q_EMIT keysChosen({});
        else
            QAbstractButton::keyPressEvent(event);
        return;
    }
    event->accept();
    if (isModifier(event->key()))
        return;
    const Qt::KeyboardModifiers held = event->modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool bare = held == Qt::NoModifier;
    listen(false);
    if (bare && event->key() == Qt::Key_Escape)
        return;
    if (bare && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)) {
        Q_EMIT keysChosen({});
        return;
    }
    // Shift and Tab come as a key of their own.
    const int key = event->key() == Qt::Key_Backtab ? Qt::Key_Tab : event->key();
    Q_EMIT keysChosen(QKeySequence(QKeyCombination(held, static_cast<Qt::Key>(key))));
}

void ShortcutField::focusOutEvent(QFocusEvent *event)
{
    listen(false);
    QAbstractButton::focusOutEvent(event);
}

QSize ShortcutField::sizeHint() const
{
    return {scaledUp(152), scaledUp(metrics::controlHeight)};
}

void ShortcutField::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_wrong ? tokens.danger : m_listens ? tokens.accent : tokens.line2, tokens.border));
    painter.setBrush(underMouse() && !m_listens ? tokens.hover : tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::controlRadius, metrics::controlRadius);
    const QString keys = m_keys.toString(QKeySequence::NativeText);
    painter.setFont(fontFor(m_listens || keys.isEmpty() ? TextRole::Small : TextRole::InterfaceStrong));
    painter.setPen(m_listens || keys.isEmpty() ? tokens.text3 : tokens.text);
    const QString text = m_listens ? tr("Press keys…") : keys.isEmpty() ? tr("none") : keys;
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text, Qt::ElideRight, width() - 20));
}

} // namespace breakwater
