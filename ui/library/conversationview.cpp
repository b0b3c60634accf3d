// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/conversationview.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace breakwater {

namespace {

constexpr int edge = 28; // where the list scrolls under what is dragged
constexpr int scrollStep = 10;
constexpr int rowSide = 8; // from the sidebar's edge to the ground of a row

QPixmap liftedPicture(const QString &title, const QSize &size, qreal ratio)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(QRectF(QPointF(), size), tokens), metrics::controlRadius, metrics::controlRadius);
    painter.setFont(fontFor(TextRole::Interface));
    painter.setPen(tokens.text);
    const QRect words(12, 0, size.width() - 24, size.height());
    painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(title, Qt::ElideRight, words.width()));
    return picture;
}

} // namespace

ConversationView::ConversationView(ConversationList &list, QWidget *parent)
    : QListView(parent)
    , m_list(list)
    , m_lifted(new QLabel(viewport()))
{
    setModel(&list);
    m_lifted->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_lifted->hide();
    m_scroll.setInterval(30);
    connect(&m_scroll, &QTimer::timeout, this, &ConversationView::scrollAlong);
}

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    letGo();
    if (event->button() == Qt::LeftButton) {
        m_from = event->position().toPoint();
        m_pressed = m_list.idAt(indexAt(m_from));
    }
    QListView::mousePressEvent(event);
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed.isEmpty() || !event->buttons().testFlag(Qt::LeftButton)) {
        QListView::mouseMoveEvent(event);
        return;
    }
    // Not passed on: a list under a held button chooses each row that the pointer comes to.
    m_pointer = event->position().toPoint();
    if (m_lifted->isHidden() && (m_pointer - m_from).manhattanLength() >= QApplication::startDragDistance())
        lift(m_list.indexOf(m_pressed));
    if (!m_lifted->isHidden())
        follow();
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_lifted->isHidden()) {
        m_pressed = {};
        QListView::mouseReleaseEvent(event);
        return;
    }
    const ConversationId id = m_pressed;
    const std::optional<Section> target = m_target;
    letGo();
    if (target)
        Q_EMIT dropped(id, *target);
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_lifted->isHidden())
        letGo();
    else
        QListView::keyPressEvent(event);
}

void ConversationView::focusOutEvent(QFocusEvent *event)
{
    letGo();
    QListView::focusOutEvent(event);
}

void ConversationView::lift(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_lifted->setPixmap(liftedPicture(index.data().toString(), visualRect(index).adjusted(rowSide, 0, -rowSide, -1).size(), devicePixelRatioF()));
    m_lifted->adjustSize();
    m_list.setDragged(m_pressed);
    m_lifted->show();
    m_lifted->raise();
}

void ConversationView::follow()
{
    m_lifted->move(rowSide + 6, m_pointer.y() - m_lifted->height() / 2);
    std::optional<Section> target;
    if (viewport()->rect().contains(m_pointer)) {
        const QModelIndex under = indexAt(m_pointer);
        target = m_list.dropSection(m_pressed, under.isValid() ? under : m_list.index(m_list.rowCount() - 1));
    }
    if (target != m_target) {
        m_target = target;
        viewport()->update();
    }
    const bool atEdge = m_pointer.y() < edge || m_pointer.y() > viewport()->height() - edge;
    if (atEdge && !m_scroll.isActive())
        m_scroll.start();
    else if (!atEdge)
        m_scroll.stop();
}

void ConversationView::scrollAlong()
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (m_pointer.y() < edge ? -scrollStep : scrollStep));
    follow();
    viewport()->update();
}

void ConversationView::letGo()
{
    m_pressed = {};
    if (m_lifted->isHidden())
        return;
    m_scroll.stop();
    m_lifted->hide();
    m_target.reset();
    m_list.setDragged({});
    viewport()->update();
}

/// Its heading and all below it.
QRect ConversationView::sectionRect(const Section &section) const
{
    QRect all;
    for (int row = 0; row < m_list.rowCount(); ++row) {
        const QModelIndex index = m_list.index(row);
        if (m_list.sectionAt(index) == section)
            all |= visualRect(index);
    }
    return all;
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_target)
        return;
    const Tokens &tokens = Theme::instance().tokens();
    QColor ground = tokens.accent;
    ground.setAlphaF(0.1F);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(sectionRect(*m_target)).adjusted(rowSide - 2, 5, -rowSide + 2, 2), metrics::controlRadius, metrics::controlRadius);
}

} // namespace breakwater
