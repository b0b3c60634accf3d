// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/copiedtext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace breakwater {

namespace {

void putOnClipboard(const QString &plain, const QString &markdown)
{
    QGuiApplication::clipboard()->setMimeData(new CopiedText(plain, markdown));
}

void putOnClipboard(const QString &plain)
{
    QGuiApplication::clipboard()->setText(plain);
}

} // namespace

/// What a message that is laid out gives for its selected part, one after the other. One that was never seen is copied as it is
/// written: laying out thousands would take seconds.
QString TranscriptView::joinSelected(const std::function<QString(const MessageLayout &, const MessagePlace &, const MessagePlace &, const Message &)> &give) const
{
    if (!hasSelection())
        return {};
    QStringList texts;
    const auto [from, to] = std::minmax(m_selectionFrom, m_selectionTo);
    for (std::size_t i = from.row; i <= to.row && i < m_rows.size(); ++i) {
        const Message *message = messageOf(m_rows[i]);
        if (!message)
            continue;
        const MessageLayout *layout = m_rows[i].layout.get();
        const auto selected = selectedIn(i);
        texts.append(layout ? give(*layout, selected->first, std::min(selected->second, layout->end()), *message) : message->text);
    }
    return texts.join(QStringLiteral("\n\n"));
}

QString TranscriptView::selectedText() const
{
    return joinSelected([](const MessageLayout &layout, const MessagePlace &from, const MessagePlace &to, const Message &) { return layout.text(from, to); });
}

QString TranscriptView::selectedMarkdown() const
{
    return joinSelected([](const MessageLayout &layout, const MessagePlace &from, const MessagePlace &to, const Message &message) {
        const bool whole = from == MessagePlace {} && to == layout.end();
        return whole ? message.text : layout.markdown(from, to);
    });
}

QString TranscriptView::messagePlainText(const MessageId &id) const
{
    const Message *message = m_library ? m_library->message(m_conversation, id) : nullptr;
    if (!message)
        return {};
    MessageLayout layout(message->role == Role::User ? MessageLayout::Kind::Question : MessageLayout::Kind::Answer);
    layout.setText(message->text, false);
    return layout.text({}, layout.end());
}

void TranscriptView::copySelection() const
{
    if (hasSelection())
        putOnClipboard(selectedText(), selectedMarkdown());
}

void TranscriptView::copyLastAnswer() const
{
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const Message *message = m_rows[i].role == Role::Assistant ? messageOf(m_rows[i]) : nullptr;
        if (!message || answerPlace(i) == AnswerPlace::AskedAnew)
            continue;
        putOnClipboard(message->text, message->text);
        return;
    }
}

/// Its Markdown where a program takes plain text, and its look where it takes that.
void TranscriptView::copyMessage(const MessageId &id)
{
    if (const Message *message = m_library ? m_library->message(m_conversation, id) : nullptr)
        putOnClipboard(message->text, message->text);
}

void TranscriptView::copyCode(const CodeHit &hit)
{
    putOnClipboard(hit.part->code());
    hit.part->setCopyLook(CodePart::CopyLook::Copied);
    const MessageLayout &layout = *m_rows[hit.row].layout;
    m_copiedMessage = m_rows[hit.row].id;
    m_copiedPart = layout.nameOfPart(hit.part);
    m_copiedTimer.start();
    viewport()->update();
}

void TranscriptView::dragSelection()
{
    m_mayDrag = false;
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(new CopiedText(selectedText(), selectedMarkdown()));
    drag->exec(Qt::CopyAction);
}

/// What can be copied at a point, and what is selected.
void TranscriptView::addCopyActions(QMenu &menu, const QPoint &point)
{
    QAction *copy = menu.addAction(icon(Icon::Copy), tr("Copy"), this, &TranscriptView::copySelection);
    copy->setEnabled(hasSelection());
    if (hasSelection()) {
        menu.addAction(tr("Copy as Markdown"), this, [this] { putOnClipboard(selectedMarkdown()); });
        menu.addAction(tr("Copy as plain text"), this, [this] { putOnClipboard(selectedText()); });
    }
    menu.addSeparator();
    const PartHit hit = partAt(point);
    if (const QString link = linkAt(point); !link.isEmpty()) {
        menu.addAction(tr("Open link"), this, [this, link, shown = hit.part->linkTextAt(hit.point)] { followLink(link, shown); });
        menu.addAction(tr("Copy link"), this, [link] { putOnClipboard(link); });
        menu.addSeparator();
    }
    if (const CodeHit code = codeAt(point); code.part) {
        menu.addAction(tr("Copy code"), this, [text = code.part->code()] { putOnClipboard(text); });
        QAction *wrap = menu.addAction(tr("Wrap long lines"), this, [this, point] { wrapCode(codeAt(point)); });
        wrap->setCheckable(true);
        wrap->setChecked(Theme::instance().wrapsCode());
        menu.addSeparator();
    }
    if (const QString formula = hit.part ? hit.part->formulaAt(hit.point) : QString(); !formula.isEmpty()) {
        menu.addAction(tr("Copy formula as TeX"), this, [formula] { putOnClipboard(formula); });
        menu.addSeparator();
    }
    if (!hit.part)
        return;
    const MessageLayout &layout = *m_rows[hit.row].layout;
    if (const auto table = layout.tableAt(point - originOf(hit.row) - m_rows[hit.row].look().text.topLeft())) {
        const QString cells = layout.text(table->first, table->second);
        const QString markdown = layout.markdown(table->first, table->second);
        menu.addAction(tr("Copy table"), this, [cells, markdown] { putOnClipboard(cells, markdown); });
        menu.addAction(tr("Copy table as Markdown"), this, [markdown] { putOnClipboard(markdown); });
        menu.addSeparator();
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    // By key it is about the place of the caret, or the message that is read.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRectF caret = caretRect(m_selectionTo);
    const QPoint point = !byKey ? viewport()->mapFromGlobal(event->globalPos())
        : m_caretShown && !caret.isNull() ? caret.center().toPoint()
                                          : QPoint(qRound(columnLeft()) + 8, 40);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(*menu, point);
    if (const std::optional<std::size_t> row = rowAt(point.y())) {
        const MessageId id = m_rows[*row].id;
        const TurnId turn = m_rows[*row].turn;
        menu->addAction(tr("Copy message"), this, [this, id] { copyMessage(id); });
        menu->addAction(tr("Copy message as plain text"), this, [this, id] { putOnClipboard(messagePlainText(id)); });
        menu->addSeparator();
        if (m_library && m_library->question(m_conversation, turn)) {
            menu->addAction(icon(Icon::Pencil), tr("Edit question"), this, [this, turn] { Q_EMIT editWanted(turn); });
            menu->addAction(icon(Icon::Refresh), tr("Ask again"), this, [this, turn] { Q_EMIT askAgainWanted(turn); });
        }
        menu->addAction(tr("New conversation from here"), this, [this, turn] { Q_EMIT forkWanted(turn); });
        menu->addSeparator();
    }
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(byKey ? viewport()->mapToGlobal(point) : event->globalPos());
}

} // namespace breakwater
