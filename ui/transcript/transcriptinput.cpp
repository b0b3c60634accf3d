// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/icons.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/questionactions.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QUrl>
#include <QWheelEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace breakwater {

namespace {

/// Only what a browser or a mail program opens; a file or a script never.
bool mayOpen(const QUrl &url)
{
    static const QStringList schemes {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    return url.isValid() && schemes.contains(url.scheme().toLower());
}

} // namespace

TranscriptView::Place TranscriptView::placeAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout)
        return {};
    if (!m_rows[*row].firstLine.isEmpty())
        return {*row, {}}; // folded: all or nothing of it
    const QPointF inText = point - originOf(*row) - m_rows[*row].text.topLeft();
    return {*row, m_rows[*row].layout->placeAt(inText)};
}

TranscriptView::CodeHit TranscriptView::codeAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout || !m_rows[*row].firstLine.isEmpty())
        return {};
    const auto [part, inPart] = m_rows[*row].layout->codeAt(point - originOf(*row) - m_rows[*row].text.topLeft());
    return {part, inPart, *row};
}

QString TranscriptView::linkAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout || !m_rows[*row].firstLine.isEmpty())
        return {};
    return m_rows[*row].layout->linkAt(point - originOf(*row) - m_rows[*row].text.topLeft());
}

std::optional<std::pair<MessagePlace, MessagePlace>> TranscriptView::selectedIn(std::size_t row) const
{
    const auto [from, to] = std::minmax(m_selectionFrom, m_selectionTo);
    if (from == to || row < from.row || row > to.row)
        return std::nullopt;
    constexpr MessagePlace beyond {std::numeric_limits<std::size_t>::max(), 0};
    return std::pair(row == from.row ? from.at : MessagePlace {}, row == to.row ? to.at : beyond);
}

QString TranscriptView::selectedText() const
{
    if (!hasSelection())
        return {};
    QStringList texts;
    const auto [from, to] = std::minmax(m_selectionFrom, m_selectionTo);
    for (std::size_t i = from.row; i <= to.row && i < m_rows.size(); ++i) {
        const TranscriptRow &row = m_rows[i];
        const Message *message = messageOf(row);
        if (!message)
            continue;
        // A message that was never seen is copied as it is written: laying out thousands would take seconds.
        if (!row.layout) {
            texts.append(message->text);
            continue;
        }
        const auto selected = selectedIn(i);
        texts.append(row.layout->text(selected->first, std::min(selected->second, row.layout->end())));
    }
    return texts.join(QStringLiteral("\n\n"));
}

void TranscriptView::selectAll()
{
    if (m_rows.empty())
        return;
    m_selectionFrom = {};
    m_selectionTo = {m_rows.size() - 1, m_rows.back().layout ? m_rows.back().layout->end() : MessagePlace {std::numeric_limits<std::size_t>::max(), 0}};
    viewport()->update();
}

void TranscriptView::copySelection() const
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

void TranscriptView::copyLastAnswer() const
{
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const Message *message = m_rows[i].role == Role::Assistant ? messageOf(m_rows[i]) : nullptr;
        if (!message || answerPlace(i) == AnswerPlace::AskedAnew)
            continue;
        QGuiApplication::clipboard()->setText(message->text);
        return;
    }
}

void TranscriptView::copyMessage(const MessageId &id)
{
    if (const Message *message = m_library ? m_library->message(m_conversation, id) : nullptr)
        QGuiApplication::clipboard()->setText(message->text);
}

void TranscriptView::copyCode(const CodeHit &hit)
{
    QGuiApplication::clipboard()->setText(hit.part->code());
    hit.part->setCopyLook(CodePart::CopyLook::Copied);
    const MessageLayout &layout = *m_rows[hit.row].layout;
    m_copiedMessage = m_rows[hit.row].id;
    for (m_copiedPart = 0; m_copiedPart < layout.partCount() && &layout.part(m_copiedPart) != hit.part;)
        ++m_copiedPart;
    m_copiedTimer.start();
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    if (const CodeHit hit = codeAt(point); hit.part) {
        if (hit.part->copyButton().contains(hit.point)) {
            copyCode(hit);
            return;
        }
        const QRectF bar = hit.part->scrollBar();
        if (!bar.isNull() && hit.part->scrollTrack().adjusted(0, -6, 0, 6).contains(hit.point)) {
            m_draggedCode = hit.part;
            m_dragGrip = bar.contains(QPointF(hit.point.x(), bar.center().y())) ? hit.point.x() - bar.left() : bar.width() / 2;
            mouseMoveEvent(event);
            return;
        }
    }
    m_pressedAt = point;
    m_pressedLink = linkAt(point);
    m_selecting = true;
    m_selectionTo = placeAt(point);
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_selectionFrom = m_selectionTo;
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_draggedCode) {
        const QRectF track = m_draggedCode->scrollTrack();
        const qreal room = track.width() - m_draggedCode->scrollBar().width();
        const qreal left = point.x() - columnLeft() - track.left() - m_dragGrip;
        m_draggedCode->setScroll(room > 0 ? left / room * m_draggedCode->scrollMost() : 0);
        viewport()->update();
        return;
    }
    if (m_selecting) {
        m_selectionTo = placeAt(point);
        // Beyond the edge it scrolls on by a little for each movement.
        if (point.y() < 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + std::max(point.y(), -60));
        else if (point.y() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(point.y() - viewport()->height(), 60));
        viewport()->update();
        return;
    }
    hover(point);
}

void TranscriptView::hoverQuestion(const QPoint &point)
{
    m_hoverAt = point;
    const std::optional<std::size_t> index = rowAt(point.y());
    const bool inside = viewport()->rect().contains(point);
    if (!index || !inside || m_rows[*index].bubble.isNull() || m_rows[*index].turn.isEmpty() || m_selecting) {
        m_questionActions->hide();
        return;
    }
    const TranscriptRow &row = m_rows[*index];
    m_questionActions->showBeside(row.bubble.translated(originOf(*index)).toRect(), row.id, row.turn);
}

void TranscriptView::hover(const QPoint &point)
{
    hoverQuestion(point);
    const CodeHit hit = codeAt(point);
    const bool onCopy = hit.part && hit.part->copyButton().contains(hit.point);
    if (m_hoveredCode && m_hoveredCode != (onCopy ? hit.part : nullptr)) {
        for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
            for (std::size_t p = 0; m_rows[i].layout && p < m_rows[i].layout->partCount(); ++p) {
                auto *code = dynamic_cast<CodePart *>(&m_rows[i].layout->part(p));
                if (code && code->copyLook() == CodePart::CopyLook::Hover)
                    code->setCopyLook(CodePart::CopyLook::Rest);
            }
        }
        viewport()->update();
    }
    if (onCopy && hit.part->copyLook() == CodePart::CopyLook::Rest) {
        hit.part->setCopyLook(CodePart::CopyLook::Hover);
        viewport()->update();
    }
    m_hoveredCode = onCopy ? hit.part : nullptr;

    const QString link = linkAt(point);
    if (!link.isEmpty()) {
        viewport()->setCursor(Qt::PointingHandCursor);
        // A link says where it goes before it is followed.
        QToolTip::showText(viewport()->mapToGlobal(point), link.toHtmlEscaped(), viewport());
    } else {
        if (viewport()->cursor().shape() == Qt::PointingHandCursor)
            QToolTip::hideText();
        const std::optional<std::size_t> row = rowAt(point.y());
        const bool onText = row && m_rows[*row].text.contains(point - originOf(*row));
        const bool folded = row && !m_rows[*row].firstLine.isEmpty();
        viewport()->setCursor(!onText || onCopy ? Qt::ArrowCursor : folded ? Qt::PointingHandCursor : Qt::IBeamCursor);
    }
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_draggedCode = nullptr;
    m_selecting = false;
    const QString link = std::exchange(m_pressedLink, {});
    const bool clicked = (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    const std::optional<std::size_t> row = rowAt(point.y());
    if (event->button() == Qt::LeftButton && clicked && row && !m_rows[*row].firstLine.isEmpty() && m_rows[*row].text.contains(point - originOf(*row))) {
        setFolded(MessageId(m_rows[*row].id), false);
        return;
    }
    if (event->button() != Qt::LeftButton || link.isEmpty() || !clicked || linkAt(point) != link)
        return;
    const QUrl url(link);
    if (mayOpen(url))
        QDesktopServices::openUrl(url);
    else
        QToolTip::showText(viewport()->mapToGlobal(point), tr("Breakwater does not open %1").arg(link.toHtmlEscaped()), viewport());
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Place place = placeAt(event->position().toPoint());
    if (place.row >= m_rows.size() || !m_rows[place.row].layout || place.at.part >= m_rows[place.row].layout->partCount())
        return;
    const PartRange word = m_rows[place.row].layout->part(place.at.part).wordAt(place.at.position);
    m_selectionFrom = {place.row, {place.at.part, word.from}};
    m_selectionTo = {place.row, {place.at.part, word.to}};
    viewport()->update();
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    int sideways = pixels.x();
    if (sideways == 0 && event->modifiers().testFlag(Qt::ShiftModifier))
        sideways = pixels.y();
    if (sideways != 0) {
        const CodeHit hit = codeAt(event->position().toPoint());
        if (hit.part && hit.part->scrollMost() > 0) {
            hit.part->setScroll(hit.part->scroll() - sideways);
            viewport()->update();
        }
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TranscriptView::moveByMessage(int step)
{
    if (m_rows.empty())
        return;
    std::size_t target = m_anchorRow;
    if (step < 0) {
        // First to the top of the message that is being read.
        if (m_anchorOffset < 1 && target > 0)
            --target;
    } else {
        target = std::min(target + 1, m_rows.size() - 1);
    }
    goTo(MessageId(m_rows[target].id));
    // The last messages cannot reach the top.
    if (step > 0 && verticalScrollBar()->value() >= verticalScrollBar()->maximum())
        scrollToEnd();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (control && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveByMessage(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        scrollToEnd();
    } else if (event->key() == Qt::Key_PageUp) {
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    } else if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space) {
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (event->key() == Qt::Key_Up) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    } else if (event->key() == Qt::Key_Down) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    } else if (event->key() == Qt::Key_Escape) {
        for (std::size_t i = m_rows.size(); i-- > 0;) {
            const TurnState *turn = turnOf(m_rows[i]);
            if (turn && turn->phase == TurnPhase::Streaming) {
                Q_EMIT stopWanted(m_rows[i].turn);
                return;
            }
        }
        event->ignore();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint point = viewport()->mapFromGlobal(event->globalPos());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(icon(Icon::Copy), tr("Copy"), this, &TranscriptView::copySelection);
    copy->setEnabled(hasSelection());
    if (const std::optional<std::size_t> row = rowAt(point.y())) {
        const MessageId id = m_rows[*row].id;
        const TurnId turn = m_rows[*row].turn;
        menu->addAction(tr("Copy message as Markdown"), this, [this, id] { copyMessage(id); });
        menu->addSeparator();
        if (m_library && m_library->question(m_conversation, turn)) {
            menu->addAction(icon(Icon::Pencil), tr("Edit question"), this, [this, turn] { Q_EMIT editWanted(turn); });
            menu->addAction(icon(Icon::Refresh), tr("Ask again"), this, [this, turn] { Q_EMIT askAgainWanted(turn); });
        }
        menu->addAction(tr("New conversation from here"), this, [this, turn] { Q_EMIT forkWanted(turn); });
        menu->addSeparator();
    }
    if (const QString link = linkAt(point); !link.isEmpty())
        menu->addAction(tr("Copy link"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    if (const CodeHit hit = codeAt(point); hit.part)
        menu->addAction(tr("Copy code"), this, [code = hit.part->code()] { QGuiApplication::clipboard()->setText(code); });
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(event->globalPos());
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(QPoint(-1, -1));
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace breakwater
