// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findbar.h"

#include "core/chat/foldedtext.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int mostSkipped = 50; // messages that hold a text and do not show it: each is laid out to know it

void countIn(const Message &message, const QString &folded, std::vector<FoundIn> &found)
{
    const auto look = [&](const QString &where, bool inThinking) {
        if (const std::size_t count = placesIn(where, folded).size(); count > 0)
            found.push_back({message.id, inThinking, count});
    };
    if (!message.thoughts.empty())
        look(textOf(message.thoughts), true);
    look(message.text, false);
}

} // namespace

std::vector<FoundIn> foundIn(const std::vector<const Message *> &messages, const QString &text)
{
    std::vector<FoundIn> found;
    const QString folded = foldText(text);
    for (const Message *message : messages)
        countIn(*message, folded, found);
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
    m_corrections.clear();
    m_found = foundIn(messages, m_edit->text());
    m_in = m_found.empty() ? 0 : m_found.size() - 1; // the newest first: it is nearest to the reader
    m_ordinal = m_found.empty() ? 0 : m_found.back().count - 1;
    lead(Way::Previous);
}

void FindBar::refresh(const std::vector<const Message *> &messages)
{
    const FoundIn before = m_found.empty() ? FoundIn {} : m_found[m_in];
    m_found = foundIn(messages, m_edit->text());
    applyCorrections();
    const auto same = std::find_if(m_found.begin(), m_found.end(), [&before](const FoundIn &each) { return each.message == before.message && each.inThinking == before.inThinking; });
    if (same != m_found.end()) {
        m_in = static_cast<std::size_t>(same - m_found.begin());
        m_ordinal = std::min(m_ordinal, same->count - 1);
    } else {
        m_in = m_found.empty() ? 0 : std::min(m_in, m_found.size() - 1);
        m_ordinal = 0;
    }
    tell();
}

void FindBar::grew(const Message &message)
{
    while (!m_found.empty() && m_found.back().message == message.id)
        m_found.pop_back();
    countIn(message, foldText(m_edit->text()), m_found);
    applyCorrections();
    m_in = m_found.empty() ? 0 : std::min(m_in, m_found.size() - 1);
    tell();
}

void FindBar::applyCorrections()
{
    for (const Correction &correction : m_corrections) {
        const auto at = std::find(m_found.begin(), m_found.end(), correction.written); // else it is written otherwise now
        if (at == m_found.end())
            continue;
        at->count = correction.shown;
        if (at->count == 0)
            m_found.erase(at);
    }
}

void FindBar::correct(const FoundPlace &place, std::size_t shown)
{
    const auto at = std::find_if(m_found.begin(), m_found.end(), [&place](const FoundIn &each) { return each.message == place.message && each.inThinking == place.inThinking; });
    if (at == m_found.end() || at->count == shown)
        return;
    m_corrections.push_back({*at, shown});
    at->count = shown;
    m_ordinal = shown == 0 ? 0 : std::min(m_ordinal, shown - 1);
    m_gone = shown == 0;
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
    move(Way::Next);
}

void FindBar::previous()
{
    move(Way::Previous);
}

void FindBar::move(Way way)
{
    if (m_found.empty())
        return;
    if (way == Way::Next && m_ordinal + 1 < m_found[m_in].count)
        ++m_ordinal;
    else if (way == Way::Previous && m_ordinal > 0)
        --m_ordinal;
    else
        stepOver(way);
    lead(way);
}

/// To the next message, round the ends.
void FindBar::stepOver(Way way)
{
    const std::size_t count = m_found.size();
    m_in = (m_in + (way == Way::Next ? 1 : count - 1)) % count;
    m_ordinal = way == Way::Next ? 0 : m_found[m_in].count - 1;
}

void FindBar::lead(Way way)
{
    for (int tries = 0; tries < mostSkipped && !m_found.empty(); ++tries) {
        m_gone = false;
        Q_EMIT placeWanted({m_found[m_in].message, m_ordinal, m_found[m_in].inThinking});
        if (!m_gone)
            break;
        m_found.erase(m_found.begin() + static_cast<std::ptrdiff_t>(m_in));
        if (m_found.empty())
            break;
        m_in = way == Way::Next ? m_in % m_found.size() : (m_in + m_found.size() - 1) % m_found.size();
        m_ordinal = way == Way::Next ? 0 : m_found[m_in].count - 1;
    }
    if (m_found.empty())
        m_in = m_ordinal = 0;
    tell();
}

std::size_t FindBar::total() const
{
    std::size_t sum = 0;
    for (const FoundIn &each : m_found)
        sum += each.count;
    return sum;
}

void FindBar::tell()
{
    const bool some = !m_found.empty();
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    std::size_t number = m_ordinal + 1;
    for (std::size_t i = 0; i < m_in && i < m_found.size(); ++i)
        number += m_found[i].count;
    if (m_edit->text().isEmpty())
        m_count->setText({});
    else
        m_count->setText(some ? tr("%1 of %2").arg(number).arg(total()) : tr("Nothing found"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            move(key->modifiers().testFlag(Qt::ShiftModifier) ? Way::Previous : Way::Next);
            return true;
        }
    }
    return Ground::eventFilter(watched, event);
}

} // namespace breakwater
