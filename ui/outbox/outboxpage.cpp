// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxpage.h"

#include "ui/outbox/batchdetail.h"
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
    const Library &library, Outbox &outbox, Batches *batches, const TimeSource &time, std::function<const RouteTable &()> routes, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_batches(batches)
    , m_time(time)
    , m_routes(std::move(routes))
    , m_list(new OutboxList(library, outbox, batches, time, this))
    , m_view(new QListView(this))
    , m_head(new QWidget(this))
    , m_waiting(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Waiting to send"), m_head))
    , m_count(new TextLabel(TextRole::Interface, &Tokens::text3, {}, m_head))
    , m_newBatch(new Button(Button::Kind::Plain, tr("New batch…"), m_head))
    , m_sendAll(new Button(Button::Kind::Plain, tr("Send all now"), m_head))
    , m_detail(new OutboxDetail(m_routes, this))
    , m_batchDetail(new BatchDetail(this))
    , m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("Outbox"));
    buildHead();
    buildView();
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
    m_columns->addWidget(m_batchDetail);
    connect(&Theme::instance(), &Theme::changed, this, &OutboxPage::placeDetail);
    m_pages->addWidget(filled);
    auto *empty = new EmptyState(Icon::Outbox, tr("Nothing waiting"), tr("Turns that cannot go right now wait here, in order. Batches are here too."), m_pages);
    empty->setAction(batches != nullptr ? tr("New batch…") : QString());
    connect(empty, &EmptyState::acted, this, &OutboxPage::newBatchWanted);
    m_pages->addWidget(empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, m_list, &OutboxList::tick);
    connect(m_list, &OutboxList::refreshed, this, &OutboxPage::refresh);
    connect(m_detail, &OutboxDetail::sendNowWanted, this, &OutboxPage::sendNow);
    connect(m_detail, &OutboxDetail::timingWanted, &m_outbox, &Outbox::sendWhen);
    connect(m_detail, &OutboxDetail::editWanted, this, &OutboxPage::editWanted);
    connect(m_detail, &OutboxDetail::chainWanted, &m_outbox, &Outbox::useChain);
    connect(m_detail, &OutboxDetail::chainsWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("chain")); });
    connect(m_detail, &OutboxDetail::deleteWanted, this, &OutboxPage::remove);
    connect(m_detail, &OutboxDetail::flightRecordWanted, this, &OutboxPage::flightRecordWanted);
    connect(m_batchDetail, &BatchDetail::openWanted, this, &OutboxPage::batchWanted);
    if (batches != nullptr)
        connect(m_batchDetail, &BatchDetail::lookWanted, batches, &Batches::lookNow);
    refresh();
}

void OutboxPage::buildHead()
{
    m_sendAll->setSize(Button::Size::Small);
    m_newBatch->setSize(Button::Size::Small);
    m_newBatch->setVisible(m_batches != nullptr);
    m_newBatch->setToolTip(tr("One prompt over the rows of a file, at half the price"));
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(28, 18, 28, 6);
    head->setSpacing(8);
    head->addWidget(m_waiting);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_newBatch);
    head->addWidget(m_sendAll);
    connect(m_newBatch, &QAbstractButton::clicked, this, &OutboxPage::newBatchWanted);
    connect(m_sendAll, &QAbstractButton::clicked, &m_outbox, &Outbox::sendAllNow);
}

void OutboxPage::buildView()
{
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) { select(now); });
    connect(m_view, &QListView::doubleClicked, this, &OutboxPage::act);
}

/// A turn's conversation, a batch's rows.
void OutboxPage::act(const QModelIndex &row)
{
    if (const BatchId batch = m_list->batchAt(row); !batch.isEmpty())
        Q_EMIT batchWanted(batch);
    else if (const TurnState *turn = m_outbox.turn(m_list->turnAt(row)))
        Q_EMIT conversationWanted(turn->conversation);
}

void OutboxPage::select(const TurnId &id)
{
    m_selected = id;
    m_selectedBatch = {};
    refresh();
}

void OutboxPage::select(const BatchId &id)
{
    m_selected = {};
    m_selectedBatch = id;
    refresh();
}

/// Headings cannot be selected.
void OutboxPage::select(const QModelIndex &row)
{
    const TurnId turn = m_list->turnAt(row);
    const BatchId batch = m_list->batchAt(row);
    if (turn.isEmpty() && batch.isEmpty())
        return;
    m_selected = turn;
    m_selectedBatch = batch;
    showCurrent();
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

void OutboxPage::remove(const TurnId &id)
{
    const TurnId gone = id; // it may be the name of what is shown beside the list, which is another turn's then
    m_outbox.cancel(gone);
    Q_EMIT removed(gone);
}

void OutboxPage::refresh()
{
    const int resting = m_list->resting();
    m_count->setText(QString::number(resting));
    m_waiting->setVisible(resting > 0);
    m_count->setVisible(resting > 0);
    m_sendAll->setVisible(resting > 0);
    m_pages->setCurrentIndex(m_list->rowCount() > 0 ? 0 : 1);
    if (m_list->rowCount() == 0)
        return;
    QModelIndex wanted = m_selectedBatch.isEmpty() ? m_list->indexOf(m_selected) : m_list->indexOf(m_selectedBatch);
    for (int row = 0; !wanted.isValid() && row < m_list->rowCount(); ++row) {
        if (m_list->flags(m_list->index(row)).testFlag(Qt::ItemIsSelectable))
            wanted = m_list->index(row);
    }
    if (wanted != m_view->currentIndex())
        m_view->setCurrentIndex(wanted);
    m_selected = m_list->turnAt(wanted);
    m_selectedBatch = m_list->batchAt(wanted);
    offerAnswers();
    showCurrent();
}

/// A batch that has ended has a button in its row.
void OutboxPage::offerAnswers()
{
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const QModelIndex index = m_list->index(row);
        const BatchId id = m_list->batchAt(index);
        const bool wanted = !id.isEmpty() && m_batches->batch(id) != nullptr && !m_batches->isUnderWay(id);
        if (wanted == (m_view->indexWidget(index) != nullptr))
            continue;
        if (!wanted) {
            m_view->setIndexWidget(index, nullptr);
            continue;
        }
        auto *place = new QWidget;
        auto *open = new Button(Button::Kind::Plain, tr("Open answers"), place);
        open->setSize(Button::Size::Small);
        open->setAccessibleDescription(index.data().toString());
        auto *layout = new QHBoxLayout(place);
        layout->setContentsMargins(0, 0, 28, 0);
        layout->addStretch(1);
        layout->addWidget(open);
        connect(open, &QAbstractButton::clicked, this, [this, id] { Q_EMIT batchWanted(id); });
        m_view->setIndexWidget(index, place);
    }
}

void OutboxPage::showCurrent()
{
    const Batch *batch = m_batches != nullptr ? m_batches->batch(m_selectedBatch) : nullptr;
    m_detail->setVisible(batch == nullptr);
    m_batchDetail->setVisible(batch != nullptr);
    if (batch != nullptr)
        m_batchDetail->show(*batch, m_batches->isUnderWay(batch->id), m_routes(), m_time.wall());
    else if (const TurnState *turn = m_outbox.turn(m_selected))
        m_detail->show(*turn, m_library.message(turn->conversation, turn->question), m_routes(), m_outbox.nextHours(), m_time.wall());
}

/// Alt Up and Alt Down move the turn in its line, as they move a route in its chain.
bool OutboxPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            act(m_view->currentIndex());
            return true;
        }
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
    const BatchId batch = m_list->batchAt(row);
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr && batch.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (turn == nullptr) {
        menu->addAction(tr("Open answers"), this, [this, batch] { Q_EMIT batchWanted(batch); });
        menu->addAction(tr("Look now"), this, [this, batch] { m_batches->lookNow(batch); })->setEnabled(m_batches->isUnderWay(batch));
        menu->popup(m_view->viewport()->mapToGlobal(at));
        return;
    }
    menu->addAction(tr("Send now"), this, [this, id] { sendNow(id); })->setEnabled(turn->phase != TurnPhase::Sending && turn->phase != TurnPhase::Accepted);
    menu->addAction(tr("Edit"), this, [this, id] { Q_EMIT editWanted(id); });
    menu->addAction(tr("Open the conversation"), this, [this, where = turn->conversation] { Q_EMIT conversationWanted(where); });
    if (turn->awaitsRoute()) {
        menu->addSeparator();
        menu->addAction(tr("Move up") + QLatin1Char('\t') + QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText), this, [this, id] { m_outbox.move(id, -1); });
        menu->addAction(tr("Move down") + QLatin1Char('\t') + QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText), this, [this, id] { m_outbox.move(id, 1); });
    }
    menu->addSeparator();
    menu->addAction(tr("Delete this turn"), this, [this, id] { remove(id); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

/// A row of the list needs room for a title and for why it waits.
void OutboxPage::placeDetail()
{
    const bool beside = width() >= OutboxDetail::widthBeside() + scaledUp(narrowestList);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_detail->setPlace(beside ? OutboxDetail::Place::Beside : OutboxDetail::Place::Below);
    m_batchDetail->setMinimumWidth(beside ? OutboxDetail::widthBeside() : 0);
    m_batchDetail->setMaximumWidth(beside ? OutboxDetail::widthBeside() : QWIDGETSIZE_MAX);
    m_batchDetail->setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
    for (QWidget *detail : {static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_batchDetail)})
        m_columns->setStretchFactor(detail, beside ? 0 : 1);
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
