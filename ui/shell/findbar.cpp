// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findbar.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace breakwater {

std::vector<FoundPlace> placesWith(const std::vector<const Message *> &messages, const QString &text)
{
    std::vector<FoundPlace> found;
    if (text.isEmpty())
        return found;
    const auto look = [&](const Message &message, const QString &where, bool inThinking) {
        std::size_t ordinal = 0;
        for (qsizetype at = where.indexOf(text, 0, Qt::CaseInsensitive); at >= 0; at = where.indexOf(text, at + text.size(), Qt::CaseInsensitive))
            found.push_back({message.id, ordinal++, inThinking});
    };
    for (const Message *message : messages) {
        if (!message->thoughts.empty())
            look(*message, textOf(message->thoughts), true);
        look(*message, message->text, false);
    }
    return found;
}

FindBar::FindBar(QWidget *parent)
    : Ground(&Tokens::canvas, Qt::BottomEdge, parent)
    , m_edit(new QLineEdit(this))
    , m_count(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_previous(new IconButton(Icon::ChevronUp, {}, this))
    , m_next(new IconButton(Icon::ChevronDown, {}, this))
{
    setAccessibleName(tr("Find in this conversation"));
    m_edit->setAccessibleName(tr("Find in this conversation"));
    m_edit->setPlaceholderText(tr("Find in this conversation"));
    m_edit->setMaximumWidth(360);
    m_edit->installEventFilter(this);
    m_previous->setName(tr("Place before"), Qt::SHIFT | Qt::Key_Return);
    m_next->setName(tr("Next place"), Qt::Key_Return);
    auto *close = new IconButton(Icon::Close, {}, this);
    close->setName(tr("Close"), Qt::Key_Escape);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 6, 12, 7);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addSpacing(8);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(close);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::searched);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::previous);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::next);
    connect(close, &QAbstractButton::clicked, this, &FindBar::close);
    hide();
    tell();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    Q_EMIT searched();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void FindBar::setMessages(const std::vector<const Message *> &messages)
{
    m_found = placesWith(messages, m_edit->text());
    m_at = m_found.empty() ? 0 : m_found.size() - 1; // the newest first: it is nearest to the reader
    tell();
    if (!m_found.empty())
        Q_EMIT placeWanted(m_found[m_at]);
}

void FindBar::setText(const QString &text)
{
    m_edit->setText(text);
}

QString FindBar::text() const
{
    return m_edit->text();
}

QString FindBar::countText() const
{
    return m_count->text();
}

bool FindBar::hasFocusInside() const
{
    const QWidget *focus = focusWidget();
    return isVisible() && focus != nullptr && focus->hasFocus();
}

void FindBar::next()
{
    move(1);
}

void FindBar::previous()
{
    move(-1);
}

void FindBar::move(std::ptrdiff_t by)
{
    if (m_found.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_found.size());
    m_at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_at) + by + count) % count);
    tell();
    Q_EMIT placeWanted(m_found[m_at]);
}

void FindBar::tell()
{
    const bool some = !m_found.empty();
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    if (m_edit->text().isEmpty())
        m_count->setText({});
    else
        m_count->setText(some ? tr("%1 of %2").arg(m_at + 1).arg(m_found.size()) : tr("Nothing found"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            move(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return Ground::eventFilter(watched, event);
}

} // namespace breakwater
