// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"

#include "ui/outbox/outboxdelegate.h"
#include "ui/outbox/outboxdetail.h"
#include "ui/shell/emptystate.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

namespace breakwater {

namespace {

constexpr int narrowestList = 420;

} // namespace

OutboxPage::OutboxPage(
    const Library &library, Outbox &outbox, const TimeSource &time, std::function<const RouteTable &()> routes, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_time(time)
    , m_routes(std::move(routes))
    , m_list(new OutboxList(library, outbox, time, this))
    , m_view(new QListView(this))
    , m_head(new QWidget(this))
    , m_count(new TextLabel(TextRole::Interface, &Tokens::text3, {}, m_head))
    , m_sendAll(new Button(Button::Kind::Plain, tr("Send all now"), m_head))
    , m_detail(new OutboxDetail(this))
    , m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("Outbox"));
    m_sendAll->setSize(Button::Size::Small);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(28, 18, 28, 6);
    head->setSpacing(8);
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Waiting to send"), m_head));
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_sendAll);

    m_view->setModel(m_list);
    m_view->setItemDelegate(new OutboxDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Waiting turns"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, &OutboxPage::openMenu);
    connect(&Theme::instance(), &Theme::changed, m_view, &QListView::doItemsLayout);

    auto *filled = new QWidget(m_pages);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_head);
    left->addWidget(m_view, 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, filled);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_detail);
    connect(&Theme::instance(), &Theme::changed, this, &OutboxPage::placeDetail);
    m_pages->addWidget(filled);
    m_pages->addWidget(new EmptyState(Icon::Outbox, tr("Nothing waiting"), tr("Turns that cannot go right now wait here, in order."), m_pages));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, m_list, &OutboxList::tick);
    connect(m_list, &OutboxList::refreshed, this, &OutboxPage::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (const TurnId id = m_list->turnAt(now); !id.isEmpty()) {
            m_selected = id;
            showCurrent();
        }
    });
    connect(m_view, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const TurnState *turn = m_outbox.turn(m_list->turnAt(index)))
            Q_EMIT conversationWanted(turn->conversation);
    });
    connect(m_sendAll, &QAbstractButton::clicked, &m_outbox, &Outbox::sendAllNow);
    connect(m_detail, &OutboxDetail::sendNowWanted, this, &OutboxPage::sendNow);
    connect(m_detail, &OutboxDetail::timingWanted, &m_outbox, &Outbox::sendWhen);
    connect(m_detail, &OutboxDetail::editWanted, this, &OutboxPage::editWanted);
    connect(m_detail, &OutboxDetail::deleteWanted, &m_outbox, &Outbox::cancel);
    connect(m_detail, &OutboxDetail::flightRecordWanted, this, &OutboxPage::flightRecordWanted);
    refresh();
}

void OutboxPage::select(const TurnId &id)
{
    m_selected = id;
    refresh();
}

void OutboxPage::sendNow(const TurnId &id)
{
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr)
        return;
    if (turn->phase == TurnPhase::Kept || turn->phase == TurnPhase::Unknown)
        m_outbox.sendAgain(id);
    else
        m_outbox.tryNow(id);
}

void OutboxPage::refresh()
{
    const int resting = m_list->resting();
    m_count->setText(QString::number(resting));
    m_head->setVisible(resting > 0);
    m_pages->setCurrentIndex(m_list->rowCount() > 0 ? 0 : 1);
    if (m_list->rowCount() == 0)
        return;
    QModelIndex wanted = m_list->indexOf(m_selected);
    for (int row = 0; !wanted.isValid() && row < m_list->rowCount(); ++row) {
        if (!m_list->turnAt(m_list->index(row)).isEmpty())
            wanted = m_list->index(row);
    }
    if (wanted != m_view->currentIndex())
        m_view->setCurrentIndex(wanted);
    m_selected = m_list->turnAt(wanted);
    showCurrent();
}

void OutboxPage::showCurrent()
{
    if (const TurnState *turn = m_outbox.turn(m_selected))
        m_detail->show(*turn, m_library.message(turn->conversation, turn->question), m_routes(), m_outbox.nextHours(), m_time.wall());
}

/// Alt Up and Alt Down move the turn in its line, as they move a route in its chain.
bool OutboxPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (moves) {
            m_outbox.move(m_selected, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutboxPage::openMenu(const QPoint &at)
{
    const QModelIndex row = m_view->indexAt(at).isValid() ? m_view->indexAt(at) : m_view->currentIndex(); // the Menu key has no place
    const TurnId id = m_list->turnAt(row);
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Send now"), this, [this, id] { sendNow(id); })->setEnabled(turn->phase != TurnPhase::Sending && turn->phase != TurnPhase::Accepted);
    menu->addAction(tr("Edit"), this, [this, id] { Q_EMIT editWanted(id); });
    menu->addAction(tr("Open the conversation"), this, [this, where = turn->conversation] { Q_EMIT conversationWanted(where); });
    if (turn->phase == TurnPhase::Kept && !turn->awaitsHours()) {
        menu->addSeparator();
        menu->addAction(tr("Move up") + QLatin1Char('\t') + QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText), this, [this, id] { m_outbox.move(id, -1); });
        menu->addAction(tr("Move down") + QLatin1Char('\t') + QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText), this, [this, id] { m_outbox.move(id, 1); });
    }
    menu->addSeparator();
    menu->addAction(tr("Delete this turn"), &m_outbox, [this, id] { m_outbox.cancel(id); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

/// A row of the list needs room for a title and for why it waits.
void OutboxPage::placeDetail()
{
    const bool beside = width() >= OutboxDetail::widthBeside() + scaledUp(narrowestList);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretchFactor(m_detail, beside ? 0 : 1);
    m_detail->setPlace(beside ? OutboxDetail::Place::Beside : OutboxDetail::Place::Below);
}

void OutboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeDetail();
}

void OutboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->tick();
    m_second.start();
}

void OutboxPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace breakwater
