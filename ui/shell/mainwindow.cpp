// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"
#include "ui/shell/mainwindow.h"

#include "ui/batch/batchwindow.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/routechip.h"
#include "ui/flight/flightwindow.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/deletion.h"
#include "ui/shell/header.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/placement.h"
#include "ui/shell/shellbody.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/weatherdock.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transfer/transferdialog.h"
#include "ui/weather/weatherpanel.h"
#include "ui/words/moneywords.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QListView>
#include <QStackedWidget>

#include <utility>

namespace breakwater {

namespace {

constexpr quint32 layoutVersion = 1;

} // namespace

MainWindow::MainWindow(ShellServices services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_sidebar(new Sidebar(m_services.library, m_services.outbox, m_services.time, m_services.alarms))
    , m_header(new Header)
    , m_pane(new ConversationPane(m_services))
    , m_outboxPage(new OutboxPage(m_services.library, m_services.outbox, m_services.batches, m_services.time, m_services.routes))
    , m_status(new StatusStrip(m_services.health, m_services.time))
    , m_deletion(new Deletion(m_services.library, m_services.outbox, m_services.alarms, m_services.time, this))
{
    build();
    connectParts();
    addActions();
    refreshHeader();
    refreshOutboxCount();
    m_pane->focusComposer();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *page = new Ground(&Tokens::canvas, {});
    m_pages = new QStackedWidget(page);
    m_pages->addWidget(m_pane);
    m_pages->addWidget(m_outboxPage);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);

    auto *central = new QWidget;
    m_body = new ShellBody(m_sidebar, page, central);
    auto *all = new QVBoxLayout(central);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_body, 1);
    all->addWidget(m_status);
    setCentralWidget(central);
    m_weather = new WeatherDock(
        WeatherSources {m_services.health, m_services.routes, [this] { return chainRoutes(); }, m_services.time, m_services.statuses}, *m_body);
    setMinimumSize(720, 520);
    resize(1280, 788);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::conversationChosen, this, [this](const ConversationId &id, bool stay) {
        if (stay && otherWith(id) != nullptr)
            return; // who only goes through the list is not led away
        showConversation(id);
        if (stay)
            return;
        m_body->closeOverlay();
        m_pane->focusComposer();
    });
    m_sidebar->setFindMessages(m_services.findMessages);
    m_sidebar->setChoices([this] { return searchChoices(); });
    connect(m_sidebar, &Sidebar::hitChosen, this, &MainWindow::showHit);
    connect(&m_services.library, &Library::messagesReset, this, &MainWindow::reachHit, Qt::QueuedConnection); // when the transcript has its rows
    connect(m_sidebar, &Sidebar::newWanted, this, [this] {
        showConversation({});
        m_body->closeOverlay();
    });
    connect(m_sidebar, &Sidebar::outboxWanted, this, &MainWindow::showOutbox);
    connect(m_sidebar, &Sidebar::toggleWanted, m_body, &ShellBody::toggleSidebar);
    connect(m_sidebar, &Sidebar::renameWanted, this, &MainWindow::rename);
    connect(m_sidebar, &Sidebar::orderWanted, this, &MainWindow::edit);
    connect(m_sidebar, &Sidebar::exportWanted, this, &MainWindow::exportConversation);
    connect(m_sidebar, &Sidebar::deleteWanted, m_deletion, &Deletion::remove);
    connect(m_body, &ShellBody::sidebarChanged, this, [this] { m_header->setMenuShown(!m_body->sidebarVisible() || m_body->isOverlay()); });

    connect(m_pane, &ConversationPane::began, this, [this](const ConversationId &id) {
        m_sidebar->setCurrent(id);
        refreshHeader();
    });
    connect(m_pane, &ConversationPane::flightRecordWanted, this, &MainWindow::showFlightRecord);
    connect(m_pane, &ConversationPane::forkWanted, this, &MainWindow::fork);
    connect(m_pane, &ConversationPane::preferencesWanted, this, &MainWindow::preferencesWanted);
    connect(m_pane, &ConversationPane::keepPromptWanted, this, &MainWindow::keepPromptWanted);
    connect(m_pane, &ConversationPane::unlockWanted, this, &MainWindow::unlockWanted);
    connect(m_pane, &ConversationPane::conversationEdited, this, &MainWindow::conversationEdited);
    connect(m_pane, &ConversationPane::outboxWanted, this, &MainWindow::showOutbox);
    connect(&m_pane->drafts(), &DraftKeeper::changed, this, [this](const ConversationId &id, const Writing &writing) {
        if (!id.isEmpty())
            m_sidebar->list().setDraft(id, !writing.isBlank());
        Q_EMIT draftChanged(id, writing);
    });

    connect(m_outboxPage, &OutboxPage::flightRecordWanted, this, &MainWindow::showFlightRecord);
    connect(m_outboxPage, &OutboxPage::preferencesWanted, this, &MainWindow::preferencesWanted);
    connect(m_outboxPage, &OutboxPage::removed, this, &MainWindow::offerTurnBack);
    connect(m_outboxPage, &OutboxPage::newBatchWanted, this, &MainWindow::newBatch);
    connect(m_outboxPage, &OutboxPage::batchWanted, this, &MainWindow::showBatch);
    connect(m_outboxPage, &OutboxPage::conversationWanted, this, &MainWindow::showConversation);
    connect(m_outboxPage, &OutboxPage::editWanted, this, [this](const TurnId &id) {
        const TurnState *turn = m_services.outbox.turn(id);
        if (turn == nullptr)
            return;
        const ConversationId where = turn->conversation;
        const MainWindow *other = otherWith(where);
        showConversation(where);
        (other != nullptr ? other : this)->m_pane->editTurn(id);
    });
    connect(&m_outboxPage->list(), &OutboxList::refreshed, this, &MainWindow::refreshOutboxCount);

    connect(m_header, &Header::menuWanted, m_body, &ShellBody::toggleSidebar);
    connect(m_header, &Header::weatherWanted, m_weather, &WeatherDock::toggle);
    connect(m_header, &Header::flightWanted, this, [this] { showFlightRecord(m_pane->lastTurn()); });
    connect(m_header, &Header::moreWanted, this, &MainWindow::openMore);
    connect(m_weather, &WeatherDock::exportWanted, this, &MainWindow::weatherExportWanted);
    connect(m_weather, &WeatherDock::changed, this, [this] {
        m_header->setWeatherChecked(m_weather->isVisible());
        Q_EMIT weatherShown(m_weather->isVisible());
    });
    connect(m_status, &StatusStrip::weatherWanted, m_weather, &WeatherDock::toggle);
    connect(m_status, &StatusStrip::outboxWanted, this, &MainWindow::showOutbox);

    connect(m_status, &StatusStrip::costsWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("costs")); });

    connect(&m_services.ledger, &Ledger::changed, this, &MainWindow::refreshCosts);
    connect(&m_services.library, &Library::conversationChanged, this, &MainWindow::refreshHeader);
    connect(&m_services.library, &Library::conversationRemoved, this, [this](const ConversationId &id) {
        if (id == m_pane->conversation())
            showConversation({}); // it was deleted in another window, or for its age
    });
    connect(&m_services.library, &Library::messageAppended, this, &MainWindow::refreshHeader);
    connect(&m_services.library, &Library::messagesReset, this, &MainWindow::refreshHeader);
    connect(&m_services.outbox, &Outbox::turnSettled, this, &MainWindow::turnSettled);
    connect(&m_services.outbox, &Outbox::remembered, this, &MainWindow::refreshHeader);
    connect(&m_services.outbox, &Outbox::turnChanged, this, [this](const TurnId &id) {
        if (m_flight && m_flight->isVisible() && m_flight->turn() == id)
            showFlightRecord(id);
    });
    connect(m_deletion, &Deletion::removed, this, &MainWindow::offerUndo);
    connect(m_deletion, &Deletion::restored, this, &MainWindow::showConversation);
    connect(m_deletion, &Deletion::gone, this, [this](const ConversationId &id) {
        if (m_pane->notice().title() == m_undoNotice)
            m_pane->notice().dismiss();
        Q_EMIT deleted(id);
    });
}

void MainWindow::routesChanged()
{
    m_pane->routesChanged();
}

void MainWindow::showNotice(const QString &title, const QString &sentence, const QString &action, std::function<void()> act)
{
    m_pane->notice().show(title, sentence, action, std::move(act));
}

void MainWindow::setWeatherVisible(bool visible)
{
    m_weather->setVisible(visible);
}

bool MainWindow::weatherVisible() const
{
    return m_weather->isVisible();
}

void MainWindow::setSendKey(SendKey key)
{
    m_pane->composer().setSendKey(key);
}

QByteArray MainWindow::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream << layoutVersion << saveGeometry() << m_body->sidebarWanted() << m_sidebar->list().toggled()
           << (m_sidebar->order() == SearchOrder::BestFirst) << Theme::instance().wrapsCode() << Theme::instance().zoom();
    return layout;
}

void MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    QByteArray geometry;
    bool sidebar = true;
    stream >> version >> geometry >> sidebar;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    restoreGeometry(geometry);
    m_body->setSidebarWanted(sidebar);
    QStringList toggled;
    if (!stream.atEnd()) // an earlier program had none
        stream >> toggled;
    m_sidebar->list().setToggled(toggled);
    bool bestFirst = false;
    if (!stream.atEnd())
        stream >> bestFirst;
    m_sidebar->setOrder(bestFirst ? SearchOrder::BestFirst : SearchOrder::NewestFirst);
    bool wrapsCode = false;
    if (!stream.atEnd())
        stream >> wrapsCode;
    Theme::instance().setWrapsCode(wrapsCode);
    double zoom = 1.0;
    if (!stream.atEnd())
        stream >> zoom;
    Theme::instance().setZoom(zoom);
}

void MainWindow::showOutbox()
{
    m_pages->setCurrentWidget(m_outboxPage);
    m_sidebar->setOutboxOpen(true);
    m_sidebar->setCurrent({});
    m_body->closeOverlay();
    refreshHeader();
    m_outboxPage->view().setFocus(Qt::OtherFocusReason);
}

void MainWindow::showFlightRecord(const TurnId &id)
{
    const TurnState *turn = m_services.outbox.turn(id);
    if (turn == nullptr)
        return;
    const bool follows = m_flight && m_flight->isVisible() && m_flight->turn() == id;
    if (!m_flight) {
        m_flight = std::make_unique<FlightWindow>();
        connect(m_flight.get(), &FlightWindow::saveFailed, this, [this](const QString &path, const QString &reason) {
            showNotice(tr("The flight record could not be saved."), QStringLiteral("%1: %2").arg(path, reason));
        });
    }
    const Message *question = m_services.library.message(turn->conversation, turn->question);
    m_flight->show(*turn, question != nullptr ? titleFromPrompt(question->text) : tr("Turn"), m_services.routes());
    if (follows)
        return;
    keepOnScreen(*m_flight);
    m_flight->show();
    m_flight->raise();
    m_flight->activateWindow();
}

void MainWindow::refreshHeader()
{
    const bool outbox = m_pages->currentWidget() == m_outboxPage;
    const Conversation *conversation = m_services.library.conversation(m_pane->conversation());
    const QString title = outbox ? tr("Outbox and batches") : conversation != nullptr ? conversation->title : tr("New conversation");
    m_header->setTitle(title);
    m_header->setConversationShown(!outbox);
    m_header->setFlightEnabled(m_services.outbox.turn(m_pane->lastTurn()) != nullptr);
    setWindowTitle(tr("%1 – Breakwater").arg(title));
    refreshCosts();
}

/// What this conversation cost, and what today did; with a limit, of how much.
void MainWindow::refreshCosts()
{
    const Ledger &ledger = m_services.ledger;
    const double here = ledger.spentIn(m_pane->conversation());
    const bool outbox = m_pages->currentWidget() == m_outboxPage;
    m_header->setNote(here > 0.0 && !outbox ? money(here) : QString());
    const double today = ledger.on(ledger.today()).dollars;
    if (ledger.dailyLimit())
        m_status->setSpent(tr("%1 of %2 today").arg(money(today), money(*ledger.dailyLimit())));
    else
        m_status->setSpent(today > 0.0 ? tr("%1 today").arg(money(today)) : QString());
}

void MainWindow::refreshOutboxCount()
{
    m_sidebar->setOutboxCount(m_outboxPage->list().waiting());
    m_status->setOutboxCount(m_outboxPage->list().waiting(), m_outboxPage->list().batchesUnderWay());
}

/// The models that are set up come first, then those that answered in the last month or in what was read.
SearchChoices MainWindow::searchChoices() const
{
    SearchChoices choices;
    const auto add = [](QStringList &to, const QString &name) {
        if (!name.isEmpty() && !to.contains(name))
            to += name;
    };
    const RouteTable &table = m_services.routes();
    for (const Route &route : table.routes)
        add(choices.models, route.model);
    for (const auto &[model, total] : m_services.ledger.byModel(Ledger::daysKept))
        add(choices.models, model);
    for (const Conversation *conversation : m_services.library.conversations()) {
        for (const Message &message : m_services.library.messages(conversation->id))
            add(choices.models, message.model);
    }
    for (const Provider &provider : table.providers)
        add(choices.providers, provider.name);
    return choices;
}

std::vector<RouteId> MainWindow::chainRoutes() const
{
    const RouteTable &table = m_services.routes();
    if (const auto single = singleRouteOf(m_pane->chain()); single && table.route(*single) != nullptr)
        return {*single};
    std::vector<RouteId> routes;
    if (const Chain *chain = table.chain(m_pane->chain())) {
        for (const ChainStep &each : table.usable(*chain).steps)
            routes.push_back(each.route);
    }
    return routes;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && focusWidget() == nullptr && m_pane->isVisible())
        m_pane->focusComposer();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_weather->fit();
}

} // namespace breakwater
