// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/systemlook.h"
#include "ui/outbox/outboxpage.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/placement.h"
#include "ui/style/theme.h"
#include "ui/welcome/welcomeview.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

/// What the status pages of the providers in use said.
std::vector<StatusLine> statusLines(Engine &engine)
{
    std::vector<StatusLine> lines;
    for (const Provider &provider : engine.routes().providers) {
        if (auto status = engine.statusPages().status(provider.id); status && provider.enabled)
            lines.push_back({provider.name, *std::move(status)});
    }
    return lines;
}

} // namespace

Desktop::Desktop(Engine &engine, std::function<bool()> hasTray, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_rows(engine)
    , m_news(engine.health(), engine.outbox(), [&engine]() -> const WeatherPreferences & { return engine.settings().preferences.weather; })
    , m_answers(engine.library(), engine.outbox(), [&engine]() -> const RouteTable & { return engine.routes(); })
    , m_hasTray(hasTray)
    , m_tray(std::move(hasTray))
{
    new SystemLook(Theme::instance().systemContrast() == Contrast::High, this);
    addWindow(1);
    connectEngine();
    connectNews();
    connectTray();
    takeGeneral();
}

Desktop::~Desktop()
{
    saveLayout();
    for (const auto &each : m_windows) { // they say things as they go
        each->window().removeEventFilter(this);
        each->window().disconnect(this);
        each->window().outboxPage().list().disconnect(this);
    }
}

ShellServices Desktop::services()
{
    Engine &engine = m_engine;
    return {engine.library(), engine.outbox(), engine.health(), engine.time(), engine.alarms(), [&engine]() -> const RouteTable & { return engine.routes(); }, engine.ledger(),
        [&engine]() -> const Catalogue & { return engine.catalogue(); }, [&engine](const SearchWish &wish, SearchThread::Answer done) { engine.findMessages(wish, std::move(done)); },
        &engine.transfer(), [&engine] { return engine.settings().preferences.prompts; }, &m_spelling, [&engine] { return statusLines(engine); },
        [this] {
            makePreferences();
            return m_preferences->places();
        },
        &engine.batches(), &m_rows.port()};
}

void Desktop::connectEngine()
{
    connect(&m_engine, &Engine::routesChanged, this, &Desktop::tellUnencrypted);
    connect(&m_engine, &Engine::notSaved, this, &Desktop::tellNotSaved);
    connect(&m_engine, &Engine::allSaved, this, &Desktop::tellAllSaved);
    connect(&m_engine, &Engine::mended, this, &Desktop::tellMended);
    connect(&m_engine.keyring(), &Keyring::changed, this, &Desktop::tellKeychain, Qt::QueuedConnection);
    connect(&m_engine, &Engine::weatherProblem, this, [this](const QString &sentence) { window().showNotice(tr("Simulated weather"), sentence); });
    connect(&m_engine.metrics(), &MetricsServer::failed, this, [this](const QString &sentence) { window().showNotice(tr("Metrics"), sentence); });
}

void Desktop::start(WindowWish wish)
{
    m_wish = wish;
    const Settings &settings = m_engine.settings();
    if (!settings.layout.isEmpty())
        window().restoreLayout(settings.layout);
    keepOnScreen(window());
    window().setWeatherVisible(settings.weatherVisible);
    window().show();
    m_started = true;
    if (!settings.welcomed)
        showWelcome();
    tellUnencrypted();
    tellSettingsPutAside();
    m_engine.beginTitles();
    openHistory();
}

void Desktop::openHistory()
{
    m_engine.open(Engine::Resume::Yes, [this](const Result<void> &opened) {
        if (!opened) {
            tellNotOpened(opened.error());
            if (!m_engine.isOnlyShown())
                return;
        }
        MainWindow &first = window(); // others may come back with their drafts
        takeDrafts();
        if (!first.currentConversation().isEmpty() || m_wish == WindowWish::NewConversation)
            return; // the person was faster, or wants none of those
        // After a crash nobody had noted which one was open: the newest is the likeliest.
        ConversationId last(m_engine.settings().conversation);
        const auto known = m_engine.library().conversations();
        if (m_engine.library().conversation(last) == nullptr && !known.empty())
            last = known.front()->id;
        if (!last.isEmpty())
            first.showConversation(last);
    });
}

/// Each draft goes to its window. A window that was closed with text of a conversation that had not begun comes back.
void Desktop::takeDrafts()
{
    for (const auto &[keptAs, writing] : m_engine.drafts()) {
        m_drafts.try_emplace(keptAs, writing);
        for (const auto &each : m_windows)
            each->restoreDraft(keptAs, writing);
    }
    for (const auto &[keptAs, writing] : m_drafts) {
        const int number = windowOfNewDraft(keptAs).value_or(1);
        if (!writing.isBlank() && number > 1 && std::none_of(m_windows.begin(), m_windows.end(), [number](const auto &each) { return each->number() == number; })) {
            showBeside(addWindow(number).window());
            std::rotate(m_windows.begin(), m_windows.begin() + 1, m_windows.end()); // the first one stays in front
        }
    }
}

void Desktop::fulfil(WindowWish wish)
{
    if (wish == WindowWish::NewWindow)
        return openWindow();
    raise();
    if (wish == WindowWish::NewConversation)
        window().showConversation({});
}

void Desktop::raise()
{
    window().bringToFront();
}

/// How the program behaves is as the settings say, from now on.
void Desktop::takeGeneral()
{
    const GeneralPreferences &general = m_engine.settings().preferences.general;
    m_tray.setWanted(general.showsTrayIcon);
    m_spelling.setChecks(general.checksSpelling, general.spellLanguages);
    const bool runsOn = m_tray.isShown() && general.whenClosed == WhenClosed::KeepRunning;
    for (const auto &each : m_windows) {
        each->window().setSendKey(general.sendKey);
        each->window().setRunsOn(runsOn || m_windows.size() > 1);
    }
    QGuiApplication::setQuitOnLastWindowClosed(!runsOn);
}

void Desktop::saveLayout()
{
    Settings &settings = m_engine.settings();
    settings.layout = window().saveLayout();
    settings.weatherVisible = window().weatherVisible();
    settings.conversation = window().currentConversation().text();
    (void)m_engine.saveSettings();
}

} // namespace breakwater
