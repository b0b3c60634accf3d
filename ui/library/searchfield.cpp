// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/searchfield.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/button.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int insideButton = 24;
constexpr int insideGap = 4;

} // namespace

SearchField::SearchField(const QString &placeholder, const QString &name, ShellCommand command, QWidget *parent)
    : QLineEdit(parent)
    , m_command(command)
    , m_clear(new IconButton(Icon::Close, tr("Empty the search"), this))
    , m_filter(new IconButton(Icon::Lines, {}, this))
{
    setPlaceholderText(placeholder);
    nameWithKeys(this, name, command);
    connect(&KeysInForce::instance(), &KeysInForce::changed, this, qOverload<>(&QWidget::update));
    m_clear->setExtent(insideButton, 12);
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc does it
    m_filter->setExtent(insideButton, 14);
    m_filter->setName(tr("Filter the search"), Qt::ALT | Qt::Key_Down);
    for (IconButton *button : {m_clear, m_filter})
        button->setCursor(Qt::ArrowCursor);
    connect(m_clear, &QAbstractButton::clicked, this, &QLineEdit::clear);
    connect(m_filter, &QAbstractButton::clicked, this, [this] {
        m_filter->setChecked(m_filter->isCheckable()); // it tells of filters, and not of a click
        Q_EMIT filterWanted();
    });
    connect(this, &QLineEdit::textChanged, this, &SearchField::place);
    place();
}

void SearchField::setFiltered(bool filtered)
{
    m_filter->setCheckable(filtered);
    m_filter->setChecked(filtered);
    m_filter->setAccessibleDescription(filtered ? tr("The search is filtered") : QString());
}

void SearchField::place()
{
    const int top = (height() - insideButton) / 2;
    m_filter->setGeometry(width() - insideGap - insideButton, top, insideButton, insideButton);
    m_clear->setGeometry(width() - insideGap - 2 * insideButton, top, insideButton, insideButton);
    m_clear->setVisible(!text().isEmpty());
    // The lens stands before the text, the buttons behind it.
    setTextMargins(22, 0, text().isEmpty() ? insideButton : 2 * insideButton, 0);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    place();
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
    else if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier))
        Q_EMIT filterWanted();
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
    const QString keys = keysText(m_command).replace(QLatin1Char('+'), QLatin1Char(' '));
    const int taken = textMargins().left() + 8 + fontMetrics().horizontalAdvance(placeholderText());
    const QRect room = rect().adjusted(taken, 0, -insideGap - insideButton - 2, 0);
    painter.setFont(fontFor(TextRole::Micro));
    painter.setPen(tokens.text3);
    if (painter.fontMetrics().horizontalAdvance(keys) <= room.width())
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
}

} // namespace breakwater
