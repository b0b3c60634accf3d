// SPDX-License-Identifier: GPL-3.0-or-later
// Which conversation the window shows, and what happens to those in its list.
#include "core/chat/fork.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/deletion.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellbody.h"
#include "ui/transcript/transcriptview.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace breakwater {

/// The other window that has it open; null where none has.
MainWindow *MainWindow::otherWith(const ConversationId &id) const
{
    return id.isEmpty() || id == m_pane->conversation() || !m_windowWith ? nullptr : m_windowWith(id);
}

void MainWindow::bringToFront()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::showConversation(const ConversationId &id)
{
    const ConversationId wanted = id; // the argument may live in what changes below
    if (MainWindow *other = otherWith(wanted)) {
        m_sidebar->setCurrent(m_pages->currentWidget() == m_pane ? m_pane->conversation() : ConversationId());
        other->showConversation(wanted);
        other->bringToFront();
        return;
    }
    m_pages->setCurrentWidget(m_pane);
    m_sidebar->setOutboxOpen(false);
    m_sidebar->list().setUnread(wanted, false);
    if (wanted != m_pane->conversation()) {
        m_pane->showConversation(wanted);
        if (!wanted.isEmpty())
            Q_EMIT conversationOpened(wanted);
    }
    m_sidebar->setCurrent(wanted);
    refreshHeader();
    if (wanted.isEmpty())
        m_pane->focusComposer();
}

void MainWindow::showHit(const SearchHit &hit)
{
    if (MainWindow *other = otherWith(hit.conversation)) {
        other->showHit(hit);
        other->bringToFront();
        return;
    }
    m_hit = hit;
    showConversation(hit.conversation);
    m_body->closeOverlay();
    reachHit();
}

void MainWindow::showTurn(const ConversationId &conversation, const TurnId &turn)
{
    const TurnState *state = m_services.outbox.turn(turn);
    if (state == nullptr)
        return showConversation(conversation);
    SearchHit hit;
    hit.conversation = conversation;
    hit.turn = turn;
    hit.message = state->question;
    showHit(hit);
}

void MainWindow::reachHit()
{
    if (!m_hit || m_hit->conversation != m_pane->conversation()) {
        m_hit.reset(); // the person went elsewhere
        return;
    }
    if (m_services.library.message(m_hit->conversation, m_hit->message) == nullptr)
        return; // not read yet
    const SearchHit hit = *std::exchange(m_hit, std::nullopt);
    const auto shown = m_services.library.branch(hit.conversation);
    if (std::none_of(shown.begin(), shown.end(), [&hit](const Message *each) { return each->id == hit.message; }))
        m_services.library.showTurn(hit.conversation, hit.turn);
    if (hit.snippet.marks.empty()) {
        m_pane->transcript().scrollToMessage(hit.message);
        return;
    }
    const SearchMark &mark = hit.snippet.marks.front();
    m_pane->transcript().showText(hit.message, hit.snippet.text.mid(mark.from, mark.length));
}

ConversationId MainWindow::currentConversation() const
{
    return m_pane->conversation();
}

void MainWindow::restoreDraft(const ConversationId &id, const Writing &writing)
{
    m_pane->restoreDraft(id, writing);
    if (!id.isEmpty())
        m_sidebar->list().setDraft(id, !writing.isBlank());
}

/// A person changed what stands in the list.
void MainWindow::edit(const Conversation &changed)
{
    const Conversation *known = m_services.library.conversation(changed.id);
    if (known == nullptr || *known == changed)
        return;
    m_services.library.updateConversation(changed);
    Q_EMIT conversationEdited(changed);
}

void MainWindow::rename(const ConversationId &id, const QString &title)
{
    const Conversation *known = m_services.library.conversation(id);
    if (known == nullptr)
        return;
    Conversation changed = *known;
    changed.title = title;
    changed.titleIsManual = true;
    edit(changed);
}

void MainWindow::fork(const TurnId &upTo)
{
    const Conversation *original = m_services.library.conversation(m_pane->conversation());
    if (original == nullptr)
        return;
    const Fork made = forkOf(*original, m_services.library.messages(original->id), upTo, m_services.time.wall());
    if (made.messages.empty())
        return;
    m_services.library.addConversation(made.conversation, made.messages);
    Q_EMIT conversationForked(made.conversation, made.messages);
    showConversation(made.conversation.id);
    m_pane->focusComposer();
}

void MainWindow::offerUndo(const Conversation &conversation)
{
    if (conversation.id == m_pane->conversation())
        showConversation({});
    m_undoNotice = tr("“%1” was deleted.").arg(conversation.title);
    showNotice(m_undoNotice, tr("It can come back for ten seconds."), tr("Undo"), [this] { m_deletion->undo(); });
}

/// Its question stays in the conversation, whatever becomes of it.
void MainWindow::offerTurnBack(const TurnId &id)
{
    showNotice(tr("The turn was deleted from the outbox."), tr("Its text is kept in the conversation."), tr("Undo"), [this, id] { m_services.outbox.undoCancel(id); });
}

void MainWindow::turnSettled(const TurnId &id)
{
    refreshHeader();
    const TurnState *turn = m_services.outbox.turn(id);
    if (turn == nullptr)
        return;
    const bool seen = (m_pages->currentWidget() == m_pane && turn->conversation == m_pane->conversation()) || otherWith(turn->conversation) != nullptr;
    if (!seen && turn->phase != TurnPhase::Cancelled)
        m_sidebar->list().setUnread(turn->conversation, true);
}

} // namespace breakwater
