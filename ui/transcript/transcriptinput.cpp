// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/linkguard.h"
#include "ui/transcript/questionactions.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>
#include <QUrl>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakwater {

namespace {

constexpr int zoomToldMs = 1'200;

} // namespace

TranscriptView::Place TranscriptView::placeAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout)
        return {};
    if (!m_rows[*row].firstLine.isEmpty())
        return {*row, {}}; // folded: all or nothing of it
    const QPointF inText = point - originOf(*row) - m_rows[*row].look().text.topLeft();
    return {*row, m_rows[*row].layout->placeAt(inText)};
}

TranscriptView::CodeHit TranscriptView::codeAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout || !m_rows[*row].firstLine.isEmpty())
        return {};
    const auto [part, inPart] = m_rows[*row].layout->codeAt(point - originOf(*row) - m_rows[*row].look().text.topLeft());
    return {part, inPart, *row};
}

TranscriptView::PartHit TranscriptView::partAt(const QPoint &point)
{
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row || !m_rows[*row].layout || !m_rows[*row].firstLine.isEmpty())
        return {};
    PartHit hit {nullptr, {}, *row};
    hit.part = m_rows[*row].layout->partAt(point - originOf(*row) - m_rows[*row].look().text.topLeft(), hit.point);
    return hit;
}

QString TranscriptView::linkAt(const QPoint &point)
{
    const PartHit hit = partAt(point);
    return hit.part ? hit.part->linkAt(hit.point) : QString();
}

void TranscriptView::followLink(const QString &href, const QString &shown)
{
    switch (linkVerdict(href, shown)) {
    case LinkVerdict::Opens:
        QDesktopServices::openUrl(QUrl(href));
        return;
    case LinkVerdict::Refused:
        QToolTip::showText(QCursor::pos(), tr("Breakwater does not open %1").arg(linkWords(href).toHtmlEscaped()), viewport());
        return;
    case LinkVerdict::LeadsElsewhere:
        break;
    }
    auto *question = new QMessageBox(QMessageBox::Warning, tr("This link leads elsewhere"), tr("It reads “%1”, but leads to %2.").arg(shown, linkHost(href)), QMessageBox::Cancel, window());
    question->setObjectName(QStringLiteral("linkQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(linkWords(href));
    const QAbstractButton *open = question->addButton(tr("Open %1").arg(linkHost(href)), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [href, open](const QAbstractButton *button) {
        if (button == open)
            QDesktopServices::openUrl(QUrl(href));
    });
    question->open();
}

void TranscriptView::wrapCode(const CodeHit &hit)
{
    if (!hit.part)
        return;
    const MessageId message = m_rows[hit.row].id;
    const std::size_t part = m_rows[hit.row].layout->nameOfPart(hit.part);
    const auto top = [this, message, part]() -> qreal {
        const std::optional<std::size_t> row = rowOf(message);
        const MessageLayout *layout = row ? m_rows[*row].layout.get() : nullptr;
        return layout ? originOf(*row).y() + m_rows[*row].look().text.top() + layout->topNamed(part) : 0;
    };
    const qreal before = top();
    Theme::instance().setWrapsCode(!Theme::instance().wrapsCode());
    flush();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(top() - before));
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
        if (hit.part->wrapButton().contains(hit.point)) {
            wrapCode(hit);
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
    const bool third = m_sinceDoubleClick.isValid() && !m_sinceDoubleClick.hasExpired(QApplication::doubleClickInterval())
        && (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    m_sinceDoubleClick.invalidate();
    m_pressedAt = point;
    m_pressedLink = linkAt(point);
    m_caretShown = false;
    m_caretX.reset();
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    // What is selected can be dragged away; a click on it takes the selection back.
    m_mayDrag = !third && !extends && isSelected(point);
    if (m_mayDrag)
        return;
    m_selecting = true;
    if (third) {
        selectUnit(placeAt(point), SelectionUnit::Paragraph);
    } else if (extends) {
        selectTo(placeAt(point));
    } else {
        m_selectionUnit = SelectionUnit::Letter;
        m_selectionFrom = m_selectionTo = placeAt(point);
    }
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
    if (m_mayDrag) {
        if ((point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            dragSelection();
        return;
    }
    if (m_selecting) {
        selectTo(placeAt(point));
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
    if (!index || !inside || m_rows[*index].look().bubble.isNull() || m_rows[*index].turn.isEmpty() || m_selecting) {
        m_questionActions->hide();
        return;
    }
    const TranscriptRow &row = m_rows[*index];
    m_questionActions->showBeside(row.look().bubble.translated(originOf(*index)).toRect(), row.id, row.turn);
}

void TranscriptView::hover(const QPoint &point)
{
    hoverQuestion(point);
    const CodeHit hit = codeAt(point);
    const bool onCopy = hit.part && hit.part->copyButton().contains(hit.point);
    const bool onWrap = hit.part && hit.part->wrapButton().contains(hit.point);
    CodePart *hovered = onCopy || onWrap ? hit.part : nullptr;
    if (m_hoveredCode || hovered) {
        for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
            for (CodePart *code : m_rows[i].layout ? m_rows[i].layout->codeParts() : std::vector<CodePart *> {}) {
                code->setWrapHovered(onWrap && code == hovered);
                if (code->copyLook() != CodePart::CopyLook::Copied)
                    code->setCopyLook(onCopy && code == hovered ? CodePart::CopyLook::Hover : CodePart::CopyLook::Rest);
            }
        }
        viewport()->update();
    }
    m_hoveredCode = hovered;
    if (onWrap)
        QToolTip::showText(viewport()->mapToGlobal(point), Theme::instance().wrapsCode() ? tr("Do not wrap long lines of code") : tr("Wrap long lines of code"), viewport());

    const QString link = linkAt(point);
    if (!link.isEmpty()) {
        viewport()->setCursor(Qt::PointingHandCursor);
        // A link says where it goes before it is followed.
        QToolTip::showText(viewport()->mapToGlobal(point), linkWords(link).toHtmlEscaped(), viewport());
    } else {
        if (viewport()->cursor().shape() == Qt::PointingHandCursor && !onWrap)
            QToolTip::hideText();
        const std::optional<std::size_t> row = rowAt(point.y());
        const bool onText = row && m_rows[*row].look().text.contains(point - originOf(*row));
        const bool folded = row && !m_rows[*row].firstLine.isEmpty();
        viewport()->setCursor(!onText || onCopy || onWrap ? Qt::ArrowCursor : folded ? Qt::PointingHandCursor : Qt::IBeamCursor);
    }
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_draggedCode = nullptr;
    if (std::exchange(m_selecting, false))
        offerSelection();
    if (std::exchange(m_mayDrag, false)) {
        m_selectionFrom = m_selectionTo = placeAt(point);
        viewport()->update();
    }
    const QString link = std::exchange(m_pressedLink, {});
    const bool clicked = (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    const std::optional<std::size_t> row = rowAt(point.y());
    if (event->button() == Qt::LeftButton && clicked && row && !m_rows[*row].firstLine.isEmpty() && m_rows[*row].look().text.contains(point - originOf(*row))) {
        setFolded(MessageId(m_rows[*row].id), false);
        return;
    }
    if (event->button() != Qt::LeftButton || link.isEmpty() || !clicked || linkAt(point) != link)
        return;
    const PartHit hit = partAt(point);
    followLink(link, hit.part->linkTextAt(hit.point));
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position().toPoint();
    m_mayDrag = false;
    m_selecting = true; // and by words, as long as the button is down
    selectUnit(placeAt(m_pressedAt), SelectionUnit::Word);
    m_sinceDoubleClick.start();
    viewport()->update();
}

void TranscriptView::zoomBy(int steps)
{
    Theme &theme = Theme::instance();
    const double wanted = steps == 0 ? 1.0 : std::round(theme.zoom() * 10 + steps) / 10;
    theme.setZoom(wanted);
    flush();
    const QString words = tr("Text %1 %").arg(qRound(theme.zoom() * 100));
    announce(words);
    QToolTip::showText(viewport()->mapToGlobal(QPoint(viewport()->width() / 2, 8)), words, viewport(), {}, zoomToldMs);
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_zoomTurned += event->angleDelta().y();
        constexpr int notch = 120;
        if (const int steps = m_zoomTurned / notch; steps != 0) {
            m_zoomTurned -= steps * notch;
            zoomBy(steps);
        }
        event->accept();
        return;
    }
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
    } else if (extendSelection(*event)) {
        event->accept();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_caretShown && hasSelection()) {
        const QPoint caret = caretRect(m_selectionTo).center().toPoint();
        if (const QString link = linkAt(caret); !link.isEmpty()) {
            const PartHit hit = partAt(caret);
            followLink(link, hit.part->linkTextAt(hit.point));
        }
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

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(QPoint(-1, -1));
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace breakwater
