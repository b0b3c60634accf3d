// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deskwindow.h"

#include "app/engine.h"
#include "core/turn/asking.h"
#include "ui/composer/composer.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostCounted = 512 * 1024; // bytes of a file: larger ones are sent once, not to be counted before
const auto newDraftPrefix = QStringLiteral("new:"); // begins no id of a conversation

} // namespace

ConversationId newDraftId(int window)
{
    return window == 1 ? ConversationId() : ConversationId(newDraftPrefix + QString::number(window));
}

std::optional<int> windowOfNewDraft(const ConversationId &keptAs)
{
    if (keptAs.isEmpty())
        return 1;
    return keptAs.text().startsWith(newDraftPrefix) ? std::optional(keptAs.text().mid(newDraftPrefix.size()).toInt()) : std::nullopt;
}

DeskWindow::DeskWindow(Engine &engine, const ShellServices &services, int number)
    : m_engine(engine)
    , m_number(number)
    , m_window(std::make_unique<MainWindow>(services))
    , m_counter(engine.transport(), engine.alarms(), engine.time())
{
    connectStore();
    connectCounter();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::connectStore()
{
    const MainWindow *window = m_window.get();
    StoreThread *store = &m_engine.store();
    connect(window, &MainWindow::conversationOpened, &m_engine, &Engine::openConversation);
    connect(window, &MainWindow::conversationEdited, store, &StoreThread::saveConversation);
    connect(window, &MainWindow::conversationForked, store, qOverload<const Conversation &, const std::vector<Message> &>(&StoreThread::add));
    connect(window, &MainWindow::deleted, store, &StoreThread::removeConversation);
    connect(window, &MainWindow::draftChanged, this, [this](const ConversationId &id, const Writing &writing) { Q_EMIT draftChanged(id.isEmpty() ? newDraftId(m_number) : id, writing); });
    connect(window, &MainWindow::unlockWanted, &m_engine.keyring(), &Keyring::unlock);
    connect(&m_engine, &Engine::routesChanged, window, &MainWindow::routesChanged);
    connect(&m_engine, &Engine::modelsChanged, window, &MainWindow::routesChanged); // how much they take
}

void DeskWindow::connectCounter()
{
    const ConversationPane *pane = &m_window->pane();
    const Composer *composer = &pane->composer();
    const auto countSoon = [this] { m_counter.countSoon([this] { return countWanted(); }); };
    connect(composer, &Composer::edited, &m_counter, countSoon);
    connect(pane, &ConversationPane::instructionsChanged, &m_counter, countSoon);
    connect(composer, &Composer::submitted, &m_counter, &TokenCounter::forget);
    connect(m_window.get(), &MainWindow::conversationOpened, &m_counter, &TokenCounter::forget);
    connect(&m_counter, &TokenCounter::counted, composer, &Composer::setCounted);
}

void DeskWindow::restoreDraft(const ConversationId &keptAs, const Writing &writing)
{
    const auto whose = windowOfNewDraft(keptAs);
    if (!whose)
        m_window->restoreDraft(keptAs, writing);
    else if (*whose == m_number)
        m_window->restoreDraft({}, writing);
}

/// What is written, as it would be sent to the first route now. None where the provider was never reached: nothing goes
/// out before the first turn.
std::optional<TokenCounter::Wanted> DeskWindow::countWanted() const
{
    const ConversationPane &pane = m_window->pane();
    const RouteTable &routes = m_engine.routes();
    const Writing writing = pane.composer().writing();
    const Chain *chain = routes.chain(pane.chain());
    const Chain usable = chain != nullptr ? routes.usable(*chain) : Chain {};
    if (!m_engine.settings().preferences.countsTokens || pane.composer().isReading() || writing.isBlank() || usable.steps.empty())
        return std::nullopt;
    const Route *route = routes.route(usable.steps.front().route);
    const Provider *provider = routes.provider(route->provider);
    const ProviderFacts *facts = m_engine.catalogue().provider(provider->id);
    const auto key = m_engine.keyring().key(*provider);
    const bool heavy = std::any_of(writing.attachments.begin(), writing.attachments.end(), [](const Attachment &each) { return each.data.size() > mostCounted; });
    if (facts == nullptr || !facts->readAt || !key || heavy)
        return std::nullopt;
    Message question;
    question.id = MessageId(QStringLiteral("draft"));
    question.text = writing.text;
    question.attachments = writing.attachments;
    std::vector<Message> messages = m_engine.library().messages(pane.conversation());
    question.turn = TurnId(question.id.text());
    question.after = writing.replaces.isEmpty() ? m_engine.library().leaf(pane.conversation()) : TurnTree(messages).before(writing.replaces);
    messages.push_back(question);
    return TokenCounter::Wanted {*provider, key->secret,
        askFor({m_engine.library().conversation(pane.conversation()), messages, question.id, &pane.instructions()}, *provider, *route, m_engine.catalogue())};
}

} // namespace breakwater
