// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conversationpane.h"

#include "core/route/batchroutes.h"
#include "ui/composer/composer.h"
#include "ui/composer/draftkeeper.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/composer/contextnote.h"
#include "ui/composer/routechip.h"
#include "ui/prompts/promptmenu.h"
#include "ui/shell/emptystate.h"
#include "ui/shell/findbar.h"
#include "ui/shell/noticebar.h"
#include "ui/style/focusring.h"
#include "ui/transcript/transcriptview.h"
#include "ui/words/faultwords.h"
#include "ui/words/offpeakwords.h"

#include <QBoxLayout>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

bool isDiskFault(const Fault &fault)
{
    return fault.kind == FaultKind::DiskFull || fault.kind == FaultKind::ReadOnly || fault.kind == FaultKind::Store;
}

constexpr int findPause = 300; // milliseconds between two counts while text arrives

/// At most as wide as it may be, in the middle.
QBoxLayout *centred(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(widget, 1000);
    row->addStretch(1);
    return row;
}

} // namespace

ConversationPane::ConversationPane(const ShellServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_composer(new Composer(services.routes, this))
    , m_drafts(new DraftKeeper(
          services.alarms, services.time,
          [this] {
              Writing writing = m_composer->writing();
              if (m_conversation.isEmpty())
                  writing.instructions = m_fresh;
              return writing;
          },
          this))
    , m_find(new FindBar(this))
    , m_findLater(new QTimer(this))
    , m_notice(new NoticeBar(this))
    , m_transcript(new TranscriptView(this))
    , m_empty(new EmptyState(Icon::Bubble, tr("Start writing"), {}, this))
    , m_pages(new QStackedWidget(this))
{
    build();
    m_transcript->setLibrary(&m_services.library);
    m_transcript->setTurns([this](const TurnId &id) { return m_services.outbox.turn(id); }, [this] { return &m_services.routes(); }, m_services.time);
    connectTranscript();
    m_composer->setPriceOf([this](qint64 tokens) { return priceOf(tokens); });
    m_composer->setIds([this] { return makeIdText(m_services.time.wall()); });
    connect(m_composer, &Composer::submitted, this, &ConversationPane::submit);
    m_composer->setHours([this] {
        const auto hours = m_services.outbox.nextHours();
        return hours ? offpeakwords::sentence(*hours, m_services.time.wall()) : QString();
    });
    m_composer->setBatchModel([this] { return batchModel(); });
    connect(m_composer, &Composer::hoursWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("outbox")); });
    connect(m_composer, &Composer::edited, m_drafts, &DraftKeeper::touch);
    connect(m_composer, &Composer::cursorMoved, m_drafts, &DraftKeeper::touch);
    connect(m_composer, &Composer::replacingDropped, this, &ConversationPane::dropVersion);
    m_composer->setMostPages([this] { return mostPagesHere(); });
    connect(m_composer, &Composer::readElsewhere, this, &ConversationPane::keepElsewhere);
    connect(m_composer, &Composer::instructionsWanted, this, &ConversationPane::editInstructions);
    m_composer->prompts().setPrompts([this] { return m_services.prompts ? m_services.prompts() : std::vector<Prompt> {}; });
    connect(&m_composer->prompts(), &PromptMenu::changeWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("prompts")); });
    connect(&m_composer->prompts(), &PromptMenu::keepWanted, this, [this] { Q_EMIT keepPromptWanted(m_composer->text()); });
    if (m_services.spelling != nullptr)
        m_composer->setSpelling(*m_services.spelling);
    connect(m_composer, &Composer::earlierWanted, this, [this] { recall(-1); });
    connect(m_composer, &Composer::laterWanted, this, [this] { recall(1); });
    connect(&m_composer->chip(), &RouteChip::preferencesWanted, this, &ConversationPane::preferencesWanted);
    connect(&m_composer->chip(), &RouteChip::chosen, this, &ConversationPane::useChain);
    connect(m_composer, &Composer::modelWanted, this, &ConversationPane::useChain);
    connect(m_composer, &Composer::leaveOutWanted, this, &ConversationPane::leaveOut);
    connect(m_find, &FindBar::searched, this, &ConversationPane::find);
    connect(m_find, &FindBar::placeWanted, this, [this](const FoundPlace &place) {
        m_find->correct(place, m_transcript->showFound(place.message, place.ordinal, place.inThinking));
    });
    connect(m_find, &FindBar::closed, this, [this] {
        m_transcript->setFound({});
        focusComposer();
    });
    m_findLater->setSingleShot(true);
    m_findLater->setInterval(findPause);
    connect(m_findLater, &QTimer::timeout, this, &ConversationPane::findAgain);
    const auto here = [this](auto call) {
        return [this, call](const ConversationId &conversation, const MessageId &id) {
            if (conversation == m_conversation)
                call(id);
        };
    };
    connect(&m_services.library, &Library::textAppended, this, here([this](const MessageId &id) { findLater(id); }));
    connect(&m_services.library, &Library::thinkingAppended, this, here([this](const MessageId &id) { findLater(id); }));
    connect(&m_services.library, &Library::messageAppended, this, here([this](const MessageId &) { findLater({}); }));
    connect(&m_services.library, &Library::messageChanged, this, here([this](const MessageId &) { findLater({}); }));
    connect(&m_services.library, &Library::messageRemoved, this, here([this](const MessageId &) { findLater({}); }));
    connect(&m_services.library, &Library::messagesReset, this, [this](const ConversationId &id) {
        if (id == m_conversation)
            refreshComposer(); // its messages were read from the disk
        if (id == m_conversation)
            findLater({});
    });
    connect(&m_services.library, &Library::conversationChanged, this, [this](const ConversationId &id) {
        if (id == m_conversation)
            refreshComposer();
    });
    connect(&m_services.library, &Library::branchChanged, this, [this](const ConversationId &id) {
        if (id != m_conversation)
            return;
        refreshComposer();
        if (m_find->isVisible())
            find();
    });
    connect(&m_services.outbox, &Outbox::turnChanged, this, &ConversationPane::turnChanged);
    connect(&m_services.outbox, &Outbox::turnSettled, this, &ConversationPane::turnSettled);
    showConversation({});
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::build()
{
    m_transcript->setAccessibleName(tr("Messages"));
    FocusRing::attach(m_transcript, 4, FocusRing::Lies::Inside);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_transcript);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_pages, 1);
    layout->addLayout(centred(m_notice));
    layout->addLayout(centred(m_composer));
    layout->addSpacing(16);
}

void ConversationPane::connectTranscript()
{
    Outbox *outbox = &m_services.outbox;
    connect(outbox, &Outbox::turnChanged, m_transcript, &TranscriptView::turnChanged);
    connect(outbox, &Outbox::turnSettled, m_transcript, &TranscriptView::turnChanged);
    connect(outbox, &Outbox::remembered, this, [this](const ConversationId &id) {
        if (id == m_conversation)
            m_transcript->turnsChanged();
    });
    connect(m_transcript, &TranscriptView::tryNowWanted, this, &ConversationPane::sendNow);
    connect(m_transcript, &TranscriptView::sendAgainWanted, outbox, &Outbox::sendAgain);
    connect(m_transcript, &TranscriptView::useNextWanted, outbox, &Outbox::useNextRoute);
    connect(m_transcript, &TranscriptView::keepWanted, outbox, &Outbox::keep);
    connect(m_transcript, &TranscriptView::batchWanted, outbox, [outbox](const TurnId &id) { outbox->sendWhen(id, Timing::Batch); });
    connect(m_transcript, &TranscriptView::cancelWanted, outbox, &Outbox::cancel);
    connect(m_transcript, &TranscriptView::stopWanted, outbox, &Outbox::cancel);
    connect(m_transcript, &TranscriptView::continueWanted, outbox, &Outbox::continueAnswer);
    connect(m_transcript, &TranscriptView::saveAgainWanted, outbox, &Outbox::saveAgain);
    connect(m_transcript, &TranscriptView::askAgainWanted, this, [this](const TurnId &id) { m_services.outbox.askAgain(m_conversation, id, chain()); });
    m_transcript->setLeaveOut([this](const TurnId &id) { return fitOf(id).more; });
    connect(m_transcript, &TranscriptView::leaveOutWanted, this, &ConversationPane::leaveOutAndSendAgain);
    connect(m_transcript, &TranscriptView::editWanted, this, &ConversationPane::editTurn);
    connect(m_transcript, &TranscriptView::versionWanted, this, &ConversationPane::showVersion);
    connect(m_transcript, &TranscriptView::forkWanted, this, &ConversationPane::forkWanted);
    connect(m_transcript, &TranscriptView::flightRecordWanted, this, &ConversationPane::flightRecordWanted);
    connect(m_transcript, &TranscriptView::outboxWanted, this, &ConversationPane::outboxWanted);
    connect(m_transcript, &TranscriptView::unlockWanted, this, &ConversationPane::unlockWanted);
    connect(m_transcript, &TranscriptView::checkKeyWanted, this, [this] { Q_EMIT preferencesWanted(QStringLiteral("providers")); });
    connect(m_transcript, &TranscriptView::chooseModelWanted, &m_composer->chip(), &RouteChip::openMenu);
}

void ConversationPane::showConversation(const ConversationId &id)
{
    const Writing draft = m_drafts->open(id);
    m_conversation = id;
    m_fresh = id.isEmpty() ? draft.instructions : Instructions {};
    {
        const QSignalBlocker quiet(m_composer); // it is not the person who writes
        m_composer->setConversation(id);
        m_composer->setWriting(draft);
    }
    m_composer->chip().setChain(chain());
    m_composer->setWindows(windowsHere());
    m_transcript->showConversation(id);
    m_pages->setCurrentWidget(id.isEmpty() ? static_cast<QWidget *>(m_empty) : m_transcript);
    refreshEmpty();
    refreshComposer();
    if (m_find->isVisible())
        find();
}

ChainId ConversationPane::chain() const
{
    const auto chosen = m_chains.find(m_conversation);
    return chosen == m_chains.end() ? ChainId() : chosen->second;
}

void ConversationPane::useChain(const ChainId &chain)
{
    m_chains[m_conversation] = chain;
    m_composer->chip().setChain(chain);
    routesChanged();
    focusComposer();
}

void ConversationPane::routesChanged()
{
    m_composer->chip().refresh();
    m_composer->setWindows(windowsHere());
    refreshEmpty();
}

QString ConversationPane::emptySentence() const
{
    return m_empty->sentence();
}

void ConversationPane::restoreDraft(const ConversationId &id, const Writing &writing)
{
    m_drafts->restore(id, writing);
    if (id != m_conversation || !m_composer->isEmpty())
        return;
    if (id.isEmpty() && m_fresh.isEmpty())
        m_fresh = writing.instructions;
    const QSignalBlocker quiet(m_composer);
    m_composer->setWriting(writing);
    refreshComposer();
}

/// A file was read after its conversation was left: it is part of the draft there.
void ConversationPane::keepElsewhere(const ConversationId &id, const Attachment &attachment)
{
    Writing writing = m_drafts->writing(id);
    writing.attachments.push_back(attachment);
    m_drafts->put(id, writing);
}

void ConversationPane::focusComposer()
{
    m_composer->edit().setFocus(Qt::OtherFocusReason);
}

/// The composer is emptied only after the Outbox took the text; should the disk refuse it, turnSettled brings it back.
void ConversationPane::submit(const Writing &writing, Timing timing)
{
    const bool begins = m_conversation.isEmpty();
    const auto turn = m_services.outbox.submit({m_conversation, writing.text, chain(), writing.attachments, m_fresh, writing.replaces, timing});
    if (!turn)
        return;
    m_fresh = {}; // the conversation has them now
    m_composer->clear();
    m_drafts->flush();
    m_heldBack.erase(writing.replaces);
    if (!writing.replaces.isEmpty())
        takeBack();
    if (begins) {
        const ConversationId made = m_services.outbox.turn(*turn)->conversation;
        if (const auto chosen = m_chains.extract(m_conversation))
            m_chains[made] = chosen.mapped();
        (void)m_drafts->open(made);
        m_conversation = made;
        m_composer->setConversation(made);
        m_transcript->showConversation(made);
        m_pages->setCurrentWidget(m_transcript);
        Q_EMIT began(made);
    }
    m_transcript->scrollToEnd();
    refreshComposer();
    focusComposer();
}

/// The model that answers what is sent as a batch from here; empty: none.
QString ConversationPane::batchModel() const
{
    const RouteTable &routes = m_services.routes();
    const Chain *used = routes.chain(chain());
    const auto route = used != nullptr ? batchRouteOf(*used, routes) : std::nullopt;
    return route ? shortRouteName(routes, *route) : QString();
}

void ConversationPane::sendNow(const TurnId &id)
{
    const TurnState *turn = m_services.outbox.turn(id);
    if (turn != nullptr && (turn->phase == TurnPhase::Kept || turn->phase == TurnPhase::Unknown || turn->phase == TurnPhase::Failed))
        m_services.outbox.sendAgain(id);
    else
        m_services.outbox.tryNow(id);
}

bool ConversationPane::stop()
{
    const TurnState *turn = m_services.outbox.active(m_conversation);
    if (turn == nullptr || (turn->phase != TurnPhase::Streaming && turn->phase != TurnPhase::Sending))
        return false;
    m_services.outbox.cancel(TurnId(turn->id));
    return true;
}

void ConversationPane::tryNow()
{
    const TurnState *turn = m_services.outbox.active(m_conversation);
    if (turn != nullptr && !turn->isInBatch()) // a batch is left by its own button alone
        sendNow(TurnId(turn->id));
}

void ConversationPane::useNext()
{
    if (const TurnState *turn = m_services.outbox.active(m_conversation))
        m_services.outbox.useNextRoute(TurnId(turn->id));
}

void ConversationPane::keep()
{
    if (const TurnState *turn = m_services.outbox.active(m_conversation))
        m_services.outbox.keep(TurnId(turn->id));
}

TurnId ConversationPane::lastTurn() const
{
    return m_services.library.leaf(m_conversation);
}

void ConversationPane::turnChanged(const TurnId &id)
{
    const TurnState *turn = m_services.outbox.turn(id);
    if (turn != nullptr && turn->conversation == m_conversation)
        refreshComposer();
}

void ConversationPane::turnSettled(const TurnId &id)
{
    turnChanged(id);
    const TurnState *turn = m_services.outbox.turn(id);
    if (turn == nullptr || turn->phase != TurnPhase::Failed || !turn->fault || !isDiskFault(*turn->fault))
        return;
    const Message *question = m_services.library.message(turn->conversation, turn->question);
    if (question == nullptr)
        return;
    if (turn->conversation == m_conversation) {
        if (m_composer->isEmpty())
            m_composer->offer({question->text, question->attachments});
    } else if (m_drafts->writing(turn->conversation).isBlank()) {
        m_drafts->put(turn->conversation, {question->text, question->attachments});
    }
}

void ConversationPane::refreshComposer()
{
    const TurnState *turn = m_services.outbox.active(m_conversation);
    m_composer->setTurnUnderWay(turn != nullptr && turn->phase != TurnPhase::Kept && turn->phase != TurnPhase::Unknown);
    const Instructions &wanted = instructions();
    m_composer->setInstructions(wanted.isEmpty() ? QString() : instructionsSummary(wanted));
    refreshContext();
}

/// At the model that is asked first.
std::optional<double> ConversationPane::priceOf(qint64 tokens) const
{
    const RouteTable &table = m_services.routes();
    const Chain *chosen = table.chain(chain());
    const Chain usable = chosen != nullptr ? table.usable(*chosen) : Chain {};
    const Route *route = usable.steps.empty() ? nullptr : table.route(usable.steps.front().route);
    const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr;
    return provider != nullptr ? m_services.ledger.costOf(*provider, route->model, {.input = tokens}) : std::nullopt;
}

void ConversationPane::refreshEmpty()
{
    const RouteChoice choice = describeChoice(m_services.routes(), chain());
    static constexpr std::array numbers {QT_TR_NOOP("One fallback stands by."), QT_TR_NOOP("Two fallbacks stand by."), QT_TR_NOOP("Three fallbacks stand by.")};
    QString sentence = choice.model.isEmpty() ? tr("First set up a route in Preferences (Ctrl ,).") : tr("%1 answers first.").arg(choice.shortModel);
    if (choice.fallbacks > static_cast<int>(numbers.size()))
        sentence += QLatin1Char(' ') + tr("%1 fallbacks stand by.").arg(choice.fallbacks);
    else if (choice.fallbacks > 0)
        sentence += QLatin1Char(' ') + tr(numbers[static_cast<std::size_t>(choice.fallbacks - 1)]);
    m_empty->setTexts(m_empty->title(), sentence);
}

void ConversationPane::find()
{
    m_findLater->stop();
    m_grown = {};
    m_findAll = false;
    m_transcript->setFound(m_find->text());
    m_find->setMessages(m_services.library.branch(m_conversation));
}

/// `grown` is the message that got text at its end; empty: anything may have changed.
void ConversationPane::findLater(const MessageId &grown)
{
    if (!m_find->isVisible() || m_find->text().isEmpty())
        return;
    m_findAll = m_findAll || grown.isEmpty() || (!m_grown.isEmpty() && m_grown != grown);
    m_grown = grown;
    if (!m_findLater->isActive())
        m_findLater->start();
}

void ConversationPane::findAgain()
{
    const auto shown = m_services.library.branch(m_conversation);
    if (!m_findAll && !shown.empty() && shown.back()->id == m_grown)
        m_find->grew(*shown.back());
    else
        m_find->refresh(shown);
    m_grown = {};
    m_findAll = false;
}

} // namespace breakwater
