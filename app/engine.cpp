// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/firstroutes.h"
#include "app/keyvariables.h"
#include "core/base/logging.h"
#include "core/simulator/simulatedprovider.h"
#include "core/store/cataloguejson.h"
#include "core/store/conditionsjson.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>

namespace breakwater {

namespace {

constexpr Duration dayLook = std::chrono::minutes(5); // a machine that slept over midnight wakes to an alarm that is late
constexpr Duration saveAgainPause = std::chrono::seconds(10);
constexpr const char *redirectFile = "/history-folder"; // names another folder, where the history was moved
constexpr Duration savePause = std::chrono::seconds(5); // between two writings of what was learned of the routes
constexpr qint64 mostCache = 16 * 1024 * 1024; // bytes; a larger file is not ours

QString inFolder(const QString &folder, const char *name)
{
    QDir().mkpath(folder);
    return folder + QLatin1Char('/') + QLatin1String(name);
}

/// What an earlier run learned. Without the file, or with one that is damaged, nothing is known: a cache, no history.
QJsonObject readCache(const QString &folder, const char *name)
{
    QFile file(inFolder(folder, name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostCache)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool writeCache(const QString &folder, const char *name, const QJsonObject &object)
{
    QSaveFile file(inFolder(folder, name));
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return true;
    qCWarning(logApp).noquote() << "What was learned could not be written:" << file.fileName() << file.errorString();
    return false;
}

} // namespace

Engine::Engine(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_dataFolder(dataFolder)
    , m_jitter(QRandomGenerator::global()->generate64())
    , m_settings(loadSettings(inFolder(dataFolder, "settings.json")))
    , m_keyring(dataFolder, makeSystemKeychain(), m_alarms, m_time)
    , m_health(m_time, m_alarms)
    , m_store(m_time)
{
    if (QFile redirect(dataFolder + QLatin1String(redirectFile)); redirect.open(QIODevice::ReadOnly))
        m_historyFolder = QString::fromUtf8(redirect.readAll()).trimmed();
    m_catalogue = catalogueFromJson(readCache(m_dataFolder, "models.json"));
    m_savedCatalogue = m_catalogue;
    takeUpAnthropic();
    rebuildRoutes();
    loadConditions();
    const TurnServices services {m_transport, m_alarms, m_time, m_jitter, m_store, m_library, m_conditions, m_keyring,
        [this]() -> const RouteTable & { return m_routes; }, m_catalogue, &m_ledger};
    m_outbox = std::make_unique<Outbox>(services);
    m_titler = std::make_unique<Titler>(services, *m_outbox);
    connect(m_titler.get(), &Titler::titled, &m_store, &StoreThread::saveConversation);
    makeBatches();
    usePolicy();
    m_savedConditions = m_conditions; // the routes' owners are told by now
    // A gate was shut to another key, perhaps: a shell may have said a new one since.
    for (const Provider &provider : m_routes.providers) {
        if (keyFromEnvironment(provider))
            m_conditions.reopen(provider.id);
    }
    connectOutbox();
    connectStore();
    connectKeyring();
    connectLedger();
    connectWatchers();
}

/// With a key for it there is a provider to use it with; what a shell says of its address holds.
void Engine::takeUpAnthropic()
{
    const ProviderId anthropic(QStringLiteral("anthropic"));
    const auto said = anthropicFromEnvironment();
    RouteTable &routes = m_settings.preferences.routes;
    const bool isThere = routes.provider(anthropic) != nullptr;
    if (said && (!isThere || qEnvironmentVariableIsSet("ANTHROPIC_BASE_URL")))
        addAnthropic(routes, *said);
    else if (!isThere && m_keyring.knows(anthropic))
        addAnthropic(routes, QUrl(QStringLiteral("https://api.anthropic.com")));
    m_settings.welcomed = m_settings.welcomed || said;
}

void Engine::makeBatches()
{
    const BatchServices services {m_transport, m_alarms, m_time, m_jitter, m_store, m_conditions, m_keyring, [this]() -> const RouteTable & { return m_routes; }, m_catalogue, {}, &m_ledger};
    m_batches = std::make_unique<Batches>(services, m_store);
    m_batchedTurns = std::make_unique<BatchedTurns>(*m_batches, *m_outbox, m_library, services);
    connect(m_batches.get(), &Batches::notSaved, this, [this](const BatchId &, const Fault &fault) { Q_EMIT notSaved(fault); });
}

void Engine::connectKeyring()
{
    connect(&m_keyring, &Keyring::keyKept, this, [this](const ProviderId &provider) { m_conditions.reopen(provider); });
    // Queued: it may say so in the midst of a turn's work.
    connect(&m_keyring, &Keyring::changed, m_outbox.get(), &Outbox::keysChanged, Qt::QueuedConnection);
    connect(&m_keyring, &Keyring::changed, m_batches.get(), &Batches::keysChanged, Qt::QueuedConnection);
}

void Engine::connectLedger()
{
    m_ledger.setPrices(m_settings.preferences.prices);
    m_ledger.setDailyLimit(m_settings.preferences.dailyLimit);
    connect(&m_ledger, &Ledger::added, this, [this](const Expense &expense) { m_store.addExpense(expense); });
    connect(&m_ledger, &Ledger::limitChanged, m_outbox.get(), &Outbox::limitLifted);
    watchForNewDay();
}

void Engine::watchForNewDay()
{
    const QDate day = m_ledger.today();
    m_dayLook = m_alarms.at(m_time.now() + dayLook, [this, day] {
        if (m_ledger.today() != day) {
            m_ledger.beginDay();
            if (!m_unwritable)
                m_store.forgetOldHealth();
            dropUntouched();
        }
        watchForNewDay();
    });
}

Engine::~Engine()
{
    m_health.closeMinute();
    saveConditions();
}

void Engine::connectOutbox()
{
    connect(m_outbox.get(), &Outbox::sampled, &m_health, [this](const Sample &sample) { m_health.add(sample); });
    connect(m_outbox.get(), &Outbox::flowChanged, &m_health, [this](const FlowChange &change) {
        m_health.add(change);
        m_store.addFlow(change);
    });
    connect(&m_health, &HealthLog::roomMeasured, &m_store, &StoreThread::addRoom);
    connect(m_outbox.get(), &Outbox::roomsSeen, &m_health, &HealthLog::setRooms);
    connect(m_outbox.get(), &Outbox::budgetChanged, &m_health, &HealthLog::setBudget);
    connect(m_outbox.get(), &Outbox::turnSettled, this, &Engine::readModelsOf);
    connect(&m_models, &ModelReader::changed, this, [this](const ProviderId &provider) {
        saveCatalogue();
        Q_EMIT modelsChanged(provider);
    });
    connect(m_outbox.get(), &Outbox::turnChanged, this, &Engine::saveConditionsSoon);
    // "true" may come again and again: that only draws anew when to go within the next seconds.
    connect(&m_reachability, &Reachability::changed, m_outbox.get(), [this](bool online) {
        if (!online)
            return;
        m_outbox->networkReturned();
        m_batches->networkReturned();
    });
    connect(&m_reachability, &Reachability::changed, this, &Engine::tellOnline);
}

/// What the disk refused is tried again with the next write, when a person says so, and now and then.
void Engine::connectStore()
{
    connect(&m_store, &StoreThread::failed, this, &Engine::notSaved);
    connect(&m_store, &StoreThread::failed, this, &Engine::saveAgainLater);
    connect(&m_store, &StoreThread::answerNotSaved, m_outbox.get(), &Outbox::answerNotSaved);
    connect(&m_store, &StoreThread::answerNotSaved, this, &Engine::saveAgainLater);
    connect(m_outbox.get(), &Outbox::notSaved, this, &Engine::saveAgainLater);
    connect(&m_store, &StoreThread::allSaved, m_outbox.get(), &Outbox::allSaved);
    m_store.setRecoveredTitle(tr("Recovered"));
    connect(&m_store, &StoreThread::openedToRead, this, [this](const Fault &fault, const QString &copy) {
        m_unwritable = fault;
        m_search.setFile(copy);
    });
    connect(&m_store, &StoreThread::reopened, this, [this] { m_search.setFile(historyFile()); });
    connect(&m_store, &StoreThread::mended, this, [this](const Salvaged &salvaged) {
        m_search.setFile(historyFile()); // another file is in its place
        // What was lost of them on disk is still here; then what refers to them can be written.
        for (const Conversation *each : m_library.conversations())
            m_store.saveConversation(*each);
        m_store.saveAgain([](const Result<void> &) {});
        Q_EMIT mended(salvaged);
    });
    connect(&m_store, &StoreThread::allSaved, this, [this] {
        m_saveAgain.reset();
        Q_EMIT allSaved();
    });
}

void Engine::saveAgainLater()
{
    if (m_saveAgain)
        return;
    m_saveAgain = m_alarms.at(m_time.now() + saveAgainPause, [this] {
        m_store.saveAgain([this](const Result<void> &written) {
            m_saveAgain.reset();
            if (!written)
                saveAgainLater();
        });
    });
}

void Engine::loadConditions()
{
    m_conditions = conditionsFrom(readCache(m_dataFolder, "conditions.json"), m_time.now(), m_time.wall());
}

void Engine::saveConditionsSoon()
{
    if (!m_saveAlarm)
        m_saveAlarm = m_alarms.at(m_time.now() + savePause, [this] { saveConditions(); });
}

void Engine::saveConditions()
{
    m_saveAlarm.reset();
    saveCatalogue(); // turns learn of both
    if (m_conditions != m_savedConditions && writeCache(m_dataFolder, "conditions.json", toJson(m_conditions, m_time.now(), m_time.wall())))
        m_savedConditions = m_conditions;
}

void Engine::saveCatalogue()
{
    if (m_catalogue != m_savedCatalogue && writeCache(m_dataFolder, "models.json", catalogueToJson(m_catalogue)))
        m_savedCatalogue = m_catalogue;
}

void Engine::readModels(const ProviderId &id)
{
    const Provider *provider = m_routes.provider(id);
    const auto key = provider != nullptr ? m_keyring.key(*provider) : std::nullopt;
    if (key)
        m_models.read(*provider, key->secret);
}

/// A provider that has just answered is one that the person uses, and that can be reached: its list is read with it.
void Engine::readModelsOf(const TurnId &id)
{
    const TurnState *turn = m_outbox->turn(id);
    if (turn == nullptr || turn->phase != TurnPhase::Answered || turn->attempts.empty())
        return;
    const Route *route = m_routes.route(turn->attempts.back().route);
    if (route != nullptr && m_models.isStale(route->provider))
        readModels(route->provider);
}

QString Engine::historyFile() const
{
    return (m_historyFolder.isEmpty() ? m_dataFolder : m_historyFolder) + QLatin1String("/breakwater.db");
}

void Engine::moveHistory(const QString &folder, std::function<void(const Result<void> &)> done)
{
    const auto note = [place = m_dataFolder + QLatin1String(redirectFile), folder]() -> Result<void> {
        QSaveFile file(place);
        const QByteArray text = folder.toUtf8();
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
            return {};
        Fault fault;
        fault.kind = FaultKind::ReadOnly;
        fault.detail = file.errorString();
        return tl::unexpected(fault);
    };
    m_store.moveTo(folder + QLatin1String("/breakwater.db"), note, [this, folder, done = std::move(done)](const Result<void> &moved) {
        if (moved) {
            m_historyFolder = folder;
            m_search.setFile(historyFile());
        }
        done(moved);
    });
}

std::vector<ConversationId> Engine::allConversations() const
{
    std::vector<ConversationId> all;
    for (const Conversation *each : m_library.conversations())
        all.push_back(each->id);
    return all;
}

void Engine::saveDraft(const ConversationId &conversation, const Writing &writing)
{
    if (writing.isBlank())
        m_drafted.erase(conversation);
    else
        m_drafted.insert(conversation);
    m_store.saveDraft(conversation, writing);
}

std::vector<ConversationId> Engine::untouchedFor(int days) const
{
    std::set<ConversationId> stay;
    for (const TurnState *turn : m_outbox->unsettled())
        stay.insert(turn->conversation);
    std::vector<ConversationId> all;
    for (const Conversation *each : m_library.conversations()) {
        const bool drafted = m_drafted.contains(each->id) || m_drafted.contains(asideOf(each->id));
        if (!each->pinned && !drafted && !stay.contains(each->id) && each->updatedAt < m_time.wall() - std::chrono::days(days))
            all.push_back(each->id);
    }
    return all;
}

void Engine::removeConversations(const std::vector<ConversationId> &ids)
{
    forgetConversations(ids);
    for (const ConversationId &id : ids)
        m_store.removeConversation(id);
}

void Engine::addConversation(const Conversation &conversation, const std::vector<Message> &messages)
{
    m_read.insert(conversation.id);
    m_library.addConversation(conversation, messages);
}

void Engine::forgetConversations(const std::vector<ConversationId> &ids)
{
    const std::set<ConversationId> going(ids.begin(), ids.end());
    std::vector<TurnId> turns;
    for (const TurnState *turn : m_outbox->unsettled()) {
        if (going.contains(turn->conversation))
            turns.push_back(turn->id);
    }
    for (const TurnId &turn : turns)
        m_outbox->cancel(turn);
    for (const ConversationId &id : ids)
        m_library.removeConversation(id);
}

/// What a person does not want to keep for longer.
void Engine::dropUntouched()
{
    if (const auto days = m_settings.preferences.keepDays)
        removeConversations(untouchedFor(*days));
}

/// What was shown before the history could be written is known already, and may have been changed since.
void Engine::takeConversations(const Snapshot &opened)
{
    std::map<ConversationId, std::vector<Message>> messages;
    for (const Message &message : opened.messages)
        messages[message.conversation].push_back(message);
    for (const Conversation &conversation : opened.conversations) {
        const auto found = messages.find(conversation.id);
        if (found != messages.end())
            m_read.insert(conversation.id);
        if (m_library.conversation(conversation.id) == nullptr)
            m_library.addConversation(conversation, found != messages.end() ? found->second : std::vector<Message> {});
    }
}

void Engine::open(Resume resume, std::function<void(const Result<void> &)> done)
{
    m_watches = resume == Resume::Yes;
    useWatchers();
    m_search.setFile(historyFile());
    m_unwritable.reset();
    m_store.open(historyFile(), [this, resume, done = std::move(done)](const Result<Snapshot> &opened) {
        if (!opened) {
            done(tl::unexpected(opened.error()));
            return;
        }
        takeConversations(*opened);
        if (!std::exchange(m_restored, true)) {
            if (!m_unwritable)
                m_store.forgetOldHealth();
            m_store.healthPast([this](const Result<HealthPast> &past) {
                if (past)
                    m_health.restore(*past);
            });
            m_ledger.restore(opened->expenses, opened->spent);
        }
        m_drafts = opened->drafts;
        for (const auto &[conversation, writing] : m_drafts)
            m_drafted.insert(conversation);
        if (m_unwritable) {
            m_batches->showOnly();
            done(tl::unexpected(*m_unwritable));
            return;
        }
        std::vector<UnfinishedTurn> unfinished;
        for (const TurnState &turn : opened->unfinished)
            unfinished.push_back({turn});
        if (resume == Resume::Yes) {
            m_outbox->restore(unfinished);
            m_outbox->limitLifted(); // it may be another day than when they were kept
            m_batchedTurns->restore();
            m_batches->restore(opened->batches);
            dropUntouched();
        }
        done({});
    }, resume == Resume::Yes ? StoreThread::Mending::Yes : StoreThread::Mending::No);
}

/// What was written in this run is newer than what was read, or comes after it.
void Engine::showRead(const ConversationId &id, const std::vector<Message> &read)
{
    std::vector<Message> messages = read;
    for (const Message &fresh : m_library.messages(id)) {
        const auto same = std::find_if(messages.rbegin(), messages.rend(), [&fresh](const Message &each) { return each.id == fresh.id; });
        if (same != messages.rend())
            *same = fresh;
        else
            messages.push_back(fresh);
    }
    m_library.setMessages(id, std::move(messages));
}

void Engine::openConversation(const ConversationId &id)
{
    if (id.isEmpty() || m_library.conversation(id) == nullptr || !m_read.insert(id).second)
        return;
    const auto all = [this, id](const Result<std::vector<Message>> &read) {
        if (m_library.conversation(id) == nullptr)
            return; // deleted meanwhile
        if (read) {
            showRead(id, *read);
            return;
        }
        m_read.erase(id);
        Q_EMIT notSaved(read.error());
    };
    m_store.messages(id, all, [this, id](const std::vector<Message> &newest) {
        if (m_library.conversation(id) != nullptr)
            showRead(id, newest);
    });
    // A long one has thousands of flight records: it is read before they are.
    m_store.settledTurns(id, [this, id](const Result<std::vector<TurnState>> &read) {
        if (read && !read->empty())
            m_outbox->remember(id, *read);
    });
}

void Engine::findMessages(SearchWish wish, SearchThread::Answer done)
{
    // The index knows routes; which of them are a provider's is said in the preferences.
    for (const Route &route : m_routes.routes) {
        const Provider *provider = m_routes.provider(route.provider);
        if (provider != nullptr && (provider->name.contains(wish.query.provider, Qt::CaseInsensitive) || provider->id.text().contains(wish.query.provider, Qt::CaseInsensitive)))
            wish.routes.push_back(route.id);
    }
    m_search.find(wish, std::move(done));
}

bool Engine::needsSimulator() const
{
    const auto &providers = m_settings.preferences.routes.providers;
    return std::any_of(providers.begin(), providers.end(), [](const Provider &each) { return each.simulated && each.enabled; });
}

/// Whether a route of the chain in use is beyond this machine.
bool Engine::needsNetwork() const
{
    const Chain *inUse = m_routes.chain({});
    return inUse != nullptr && std::any_of(inUse->steps.begin(), inUse->steps.end(), [this](const ChainStep &step) {
        const Route *route = m_routes.route(step.route);
        const Provider *provider = route != nullptr ? m_routes.provider(route->provider) : nullptr;
        return provider != nullptr && !provider->simulated && !isOnThisMachine(provider->baseUrl);
    });
}

void Engine::tellOnline()
{
    m_health.setOnline(m_reachability.online().value_or(true) || !needsNetwork());
}

/// Later: the first ones come before anybody listens.
void Engine::tellWeatherProblem(const QString &sentence)
{
    QMetaObject::invokeMethod(this, [this, sentence] { Q_EMIT weatherProblem(sentence); }, Qt::QueuedConnection);
}

std::optional<QString> Engine::setWeather(const QString &script, double speed)
{
    tl::expected<WeatherScript, ScriptProblem> parsed = WeatherScript {};
    if (WeatherScript::shipped().contains(script) || script.isEmpty()) {
        parsed = WeatherScript::load(script.isEmpty() ? QStringLiteral("clear") : script);
    } else {
        QFile file(script);
        if (!file.open(QIODevice::ReadOnly))
            return tr("The weather script %1 cannot be read: %2.").arg(script, file.errorString());
        parsed = WeatherScript::parse(file.readAll());
    }
    if (!parsed)
        return tr("The weather script %1 cannot be used. %2").arg(script, parsed.error().sentence);
    if (!m_simulator) {
        m_simulator = std::make_unique<SimulatedProvider>(m_time);
        if (!m_simulator->listen()) {
            m_simulator.reset();
            return tr("The simulated provider found no free port on this machine.");
        }
    }
    m_simulator->setSpeed(speed);
    m_simulator->setScript(*parsed);
    return std::nullopt;
}

void Engine::rebuildRoutes()
{
    m_routes = m_settings.preferences.routes;
    if (needsSimulator() && !m_simulator) {
        if (const auto problem = setWeather(m_settings.preferences.weatherScript, m_settings.preferences.simulatorSpeed)) {
            qCWarning(logApp).noquote() << *problem;
            // The app must stay usable: a script that cannot be used gives clear weather and a word about it.
            (void)setWeather({}, m_settings.preferences.simulatorSpeed);
            tellWeatherProblem(*problem);
        }
    }
    for (Provider &provider : m_routes.providers) {
        if (provider.simulated)
            provider.baseUrl = m_simulator ? m_simulator->baseUrl() : QUrl();
    }
    m_keyring.bindTo(m_routes.providers);
    m_statusPages.setProviders(m_routes.providers);
    for (const Provider &provider : m_routes.providers) {
        if (provider.simulated && m_simulator)
            readModels(provider.id); // within this program: no network, no bill
    }
    for (const Route &route : m_routes.routes) {
        Chain chain;
        chain.id = chainIdOf(route.id);
        chain.name = route.name;
        ChainStep step;
        step.route = route.id;
        chain.steps.push_back(step);
        m_routes.chains.push_back(std::move(chain));
    }
    if (const Chain *inUse = m_routes.chain({})) {
        std::vector<RouteId> routes;
        for (const ChainStep &step : inUse->steps)
            routes.push_back(step.route);
        m_health.setChainRoutes(std::move(routes));
    }
    tellOnline();
    if (m_outbox)
        m_outbox->learnRoutes();
    Q_EMIT routesChanged();
}

void Engine::usePolicy()
{
    m_outbox->setPolicy(m_settings.preferences.policy);
    m_outbox->setHours(m_settings.preferences.offPeak);
    m_titler->setPolicy(m_settings.preferences.policy);
    m_titler->setEnabled(m_titles && m_settings.preferences.writesTitles);
}

void Engine::beginTitles()
{
    m_titles = true;
    usePolicy();
}

void Engine::apply(const Preferences &preferences)
{
    const Preferences before = m_settings.preferences;
    m_settings.preferences = preferences;
    if (m_simulator && (before.weatherScript != preferences.weatherScript || before.simulatorSpeed != preferences.simulatorSpeed)) {
        if (const auto problem = setWeather(preferences.weatherScript, preferences.simulatorSpeed))
            tellWeatherProblem(*problem);
    }
    usePolicy();
    m_ledger.setPrices(preferences.prices);
    m_ledger.setDailyLimit(preferences.dailyLimit);
    if (preferences.keepDays != before.keepDays)
        dropUntouched();
    keysFollow(before.routes);
    rebuildRoutes();
    useWatchers();
    // A person may have put right what shut a gate: a key, a bill, a model.
    for (const Provider &provider : m_routes.providers)
        m_conditions.reopen(provider.id);
    if (const auto saved = saveSettings(); !saved)
        Q_EMIT notSaved(saved.error());
}

/// The editor said where the keys go from now on.
void Engine::keysFollow(const RouteTable &before)
{
    const RouteTable &present = m_settings.preferences.routes;
    for (const Provider &old : before.providers) {
        const Provider *now = present.provider(old.id);
        if (now == nullptr)
            m_keyring.forget(old.id);
        else if (originOf(now->baseUrl) != originOf(old.baseUrl))
            m_keyring.moveTo(*now);
    }
    m_keyring.forgive();
}

Result<void> Engine::saveSettings()
{
    return breakwater::saveSettings(m_dataFolder + QLatin1String("/settings.json"), m_settings);
}

void Engine::useRoutes(const RouteTable &routes)
{
    m_settings.preferences.routes = routes;
    rebuildRoutes();
}

} // namespace breakwater
