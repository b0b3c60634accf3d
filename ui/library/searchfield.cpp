// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/searchfield.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace breakwater {

SearchField::SearchField(const QString &placeholder, const QString &name, const QKeySequence &shortcut, QWidget *parent)
    : QLineEdit(parent)
    , m_hint(shortcut.toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' ')))
{
    setPlaceholderText(placeholder);
    setAccessibleName(name);
    setToolTip(tr("%1 (%2)").arg(name, shortcut.toString(QKeySequence::NativeText)));
    setTextMargins(22, 0, 0, 0); // room for the lens
    setClearButtonEnabled(true);
    // A clear button in the field's own colours.
    if (auto *clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setIcon(icon(Icon::Close, &Tokens::text3));
}

bool SearchField::event(QEvent *event)
{
    // Esc empties a full field before anything else in the window takes it.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (event->key() == Qt::Key_Down)
        Q_EMIT downPressed();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    paintIcon(painter, Icon::Search, QRectF(10, 0, 14, height()), 14, tokens.text3);
    if (!text().isEmpty())
        return;
    painter.setFont(fontFor(TextRole::Micro));
    painter.setPen(tokens.text3);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_hint);
}

} // namespace breakwater
