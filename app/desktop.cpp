// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/firstroutes.h"
#include "app/historykeeping.h"
#include "app/systemlook.h"
#include "core/simulator/weatherscript.h"
#include "core/turn/asking.h"
#include "ui/composer/composer.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/outbox/outboxpage.h"
#include "ui/preferences/datapage.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/welcome/welcomeview.h"
#include "ui/words/faultwords.h"
#include "ui/words/keywords.h"
#include "ui/words/storewords.h"
#include "ui/words/tlswords.h"

#include <QApplication>
#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <iterator>

namespace breakwater {

namespace {

/// Qt 6.4 does not tell the system's scheme; its palette does.
Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

std::vector<WeatherScriptName> shippedScripts()
{
    std::vector<WeatherScriptName> scripts;
    for (const QString &name : WeatherScript::shipped()) {
        const auto script = WeatherScript::load(name);
        scripts.push_back({name, script ? script->title : name});
    }
    return scripts;
}

/// The page that a part of the window asks for by name; the providers where it names none.
PreferencesWindow::Page pageNamed(const QString &name)
{
    using Page = PreferencesWindow::Page;
    if (name == QLatin1String("chain"))
        return Page::Chain;
    if (name == QLatin1String("retry"))
        return Page::Retry;
    if (name == QLatin1String("costs"))
        return Page::Costs;
    if (name == QLatin1String("weather"))
        return Page::Weather;
    if (name == QLatin1String("prompts"))
        return Page::Prompts;
    if (name == QLatin1String("keyboard"))
        return Page::Keyboard;
    if (name == QLatin1String("data"))
        return Page::Data;
    if (name == QLatin1String("general"))
        return Page::General;
    if (name == QLatin1String("appearance"))
        return Page::Appearance;
    if (name == QLatin1String("simulator"))
        return Page::Simulator;
    return Page::Providers;
}

void takeTheme(const Preferences &preferences)
{
    Theme &theme = Theme::instance();
    theme.setChoice(preferences.scheme);
    theme.setTextScale(preferences.textScale);
    theme.setContrast(preferences.contrast);
    theme.setReducedMotion(preferences.reducedMotion);
}

void takeKeys(const Preferences &preferences)
{
    KeysInForce::instance().setShortcuts(preferences.shortcuts);
}

constexpr qsizetype mostCounted = 512 * 1024; // bytes of a file: larger ones are sent once, not to be counted before

/// The model that a test asks for a word; empty where no route of the provider says.
QString firstModelOf(const ProviderId &provider, const RouteTable &routes)
{
    const auto found = std::find_if(routes.routes.begin(), routes.routes.end(), [&provider](const Route &each) { return each.provider == provider; });
    return found == routes.routes.end() ? QString() : found->model;
}

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

void dressApplication(const Preferences &preferences)
{
    Theme &theme = Theme::instance();
    theme.setSystemScheme(schemeOf(QGuiApplication::palette()));
    theme.setSystemContrast(isHighContrast(QGuiApplication::palette()) ? Contrast::High : Contrast::Usual);
    takeTheme(preferences);
    takeKeys(preferences);
    useBreakwaterStyle();
}

Desktop::Desktop(Engine &engine, std::function<bool()> hasTray, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_window(std::make_unique<MainWindow>(
          ShellServices {engine.library(), engine.outbox(), engine.health(), engine.time(), engine.alarms(), [&engine]() -> const RouteTable & { return engine.routes(); },
              engine.ledger(), [&engine]() -> const Catalogue & { return engine.catalogue(); },
              [&engine](const SearchWish &wish, SearchThread::Answer done) { engine.findMessages(wish, std::move(done)); }, &engine.transfer(),
              [&engine] { return engine.settings().preferences.prompts; }, &m_spelling, [&engine] { return statusLines(engine); },
              [this] {
                  makePreferences();
                  return m_preferences->places();
              }}))
    , m_counter(engine.transport(), engine.alarms(), engine.time())
    , m_news(engine.health(), engine.outbox(), [&engine]() -> const WeatherPreferences & { return engine.settings().preferences.weather; })
    , m_answers(engine.library(), engine.outbox(), [&engine]() -> const RouteTable & { return engine.routes(); })
    , m_hasTray(hasTray)
    , m_tray(std::move(hasTray))
{
    new SystemLook(Theme::instance().systemContrast() == Contrast::High, this);
    connectWindow();
    connectCounter();
    connectTray();
    takeGeneral();
}

Desktop::~Desktop()
{
    saveLayout();
}

void Desktop::connectWindow()
{
    MainWindow *window = m_window.get();
    StoreThread *store = &m_engine.store();
    connect(window, &MainWindow::conversationOpened, &m_engine, &Engine::openConversation);
    connect(window, &MainWindow::draftChanged, &m_engine, &Engine::saveDraft);
    connect(window, &MainWindow::conversationEdited, store, &StoreThread::saveConversation);
    connect(window, &MainWindow::conversationForked, store, qOverload<const Conversation &, const std::vector<Message> &>(&StoreThread::add));
    connect(window, &MainWindow::deleted, store, &StoreThread::removeConversation);
    connect(window, &MainWindow::unlockWanted, &m_engine.keyring(), &Keyring::unlock);
    connect(window, &MainWindow::preferencesWanted, this, &Desktop::showPreferences);
    connect(window, &MainWindow::keepPromptWanted, this, [this](const QString &text) {
        makePreferences();
        raisePreferences();
        m_preferences->addPrompt({promptNameFrom(text), text});
    });
    connect(window, &MainWindow::settingWanted, this, &Desktop::showSetting);
    connect(window, &MainWindow::closing, this, [this] {
        saveLayout();
        if (std::exchange(m_restarts, false))
            Q_EMIT restartWanted();
    });
    connect(window, &MainWindow::stays, this, [this] {
        m_restarts = false;
        takeGeneral();
    });
    connect(window, &MainWindow::weatherShown, &m_engine.statusPages(), &StatusReader::setWanted);
    connect(&m_news, &WeatherNews::news, this, [this](const QString &title, const QString &sentence) {
        if (QGuiApplication::focusWindow() == nullptr) // whoever looks sees it in the strip
            m_notifications.show(QString(), title, sentence);
    });
    connect(&m_answers, &AnswerNews::news, this, [this](const ConversationId &conversation, const QString &title, const QString &sentence) {
        if (QGuiApplication::focusWindow() == nullptr && m_engine.settings().preferences.general.tellsAnswerDone)
            m_notifications.show(conversation.text(), title, sentence, tr("Open"));
    });
    connect(&m_notifications, &Notifications::chosen, this, [this](const QString &about) {
        raise();
        if (const ConversationId conversation(about); m_engine.library().conversation(conversation) != nullptr)
            m_window->showConversation(conversation);
    });
    connect(window, &MainWindow::quitWanted, this, &Desktop::quitWanted);
    connect(window, &MainWindow::weatherExportWanted, this, &Desktop::askWhereToExport);
    connect(&m_engine, &Engine::routesChanged, window, &MainWindow::routesChanged);
    connect(&m_engine, &Engine::modelsChanged, window, &MainWindow::routesChanged); // how much they take
    connect(&m_engine, &Engine::routesChanged, this, &Desktop::tellUnencrypted);
    connect(&m_engine, &Engine::notSaved, this, &Desktop::tellNotSaved);
    connect(&m_engine, &Engine::allSaved, this, &Desktop::tellAllSaved);
    connect(&m_engine, &Engine::mended, this, &Desktop::tellMended);
    connect(&m_engine.keyring(), &Keyring::changed, this, &Desktop::tellKeychain, Qt::QueuedConnection);
    connect(&m_engine, &Engine::weatherProblem, window, [window](const QString &sentence) { window->showNotice(tr("Simulated weather"), sentence); });
    connect(&m_engine.metrics(), &MetricsServer::failed, window, [window](const QString &sentence) { window->showNotice(tr("Metrics"), sentence); });
}

void Desktop::connectTray()
{
    connect(&m_tray, &TrayIcon::showWanted, this, &Desktop::raise);
    connect(&m_tray, &TrayIcon::toggleWanted, this, [this] {
        if (!m_window->isVisible() || !m_window->isActiveWindow())
            raise();
        else if (m_engine.settings().preferences.general.whenClosed == WhenClosed::KeepRunning)
            m_window->close(); // hides it
        else
            m_window->showMinimized(); // a click never quits
    });
    connect(&m_tray, &TrayIcon::newConversationWanted, this, [this] {
        raise();
        m_window->showConversation({});
    });
    connect(&m_tray, &TrayIcon::outboxWanted, this, [this] {
        raise();
        m_window->showOutbox();
    });
    connect(&m_tray, &TrayIcon::quitWanted, m_window.get(), &MainWindow::quit);
    connect(&m_tray, &TrayIcon::shownChanged, this, [this](bool shown) {
        takeGeneral();
        if (!shown && m_started && m_window->isHidden())
            m_window->show(); // there is no other way back
    });
    const auto look = [this] {
        m_tray.setWeather(m_engine.health().sea().state);
        m_tray.setWaiting(m_window->outboxPage().list().resting());
    };
    connect(&m_engine.health(), &HealthLog::changed, &m_tray, look);
    connect(&m_window->outboxPage().list(), &OutboxList::refreshed, &m_tray, look);
    look();
}

void Desktop::askWhereToExport(WeatherFile file, WeatherRange range)
{
    const bool json = file == WeatherFile::AttemptsJson;
    auto *dialog = new QFileDialog(m_window.get(), tr("Export the weather"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(json ? QStringLiteral("json") : QStringLiteral("csv"));
    dialog->selectFile(tr("weather") + QStringLiteral("-%1.%2").arg(QDate::currentDate().toString(Qt::ISODate), dialog->defaultSuffix()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file, range](const QString &path) {
        m_engine.exportWeather(file, range, path, [this, path](const Result<qint64> &rows) {
            const QString name = QFileInfo(path).fileName();
            if (!rows)
                m_window->showNotice(tr("The weather was not exported."), tr("%1 could not be written: %2").arg(name, rows.error().detail));
            else
                m_window->showNotice(tr("The weather is exported."), *rows == 1 ? tr("%1 has one row.").arg(name) : tr("%1 has %2 rows.").arg(name, QLocale().toString(*rows)));
        });
    });
    dialog->open();
}

void Desktop::connectCounter()
{
    const Composer *composer = &m_window->pane().composer();
    connect(composer, &Composer::edited, &m_counter, [this] { m_counter.countSoon([this] { return countWanted(); }); });
    connect(&m_window->pane(), &ConversationPane::instructionsChanged, &m_counter, [this] { m_counter.countSoon([this] { return countWanted(); }); });
    connect(composer, &Composer::submitted, &m_counter, &TokenCounter::forget);
    connect(m_window.get(), &MainWindow::conversationOpened, &m_counter, &TokenCounter::forget);
    connect(&m_counter, &TokenCounter::counted, composer, &Composer::setCounted);
}

/// What is written, as it would be sent to the first route now. None where the provider was never reached: nothing goes
/// out before the first turn.
std::optional<TokenCounter::Wanted> Desktop::countWanted() const
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

void Desktop::start()
{
    const Settings &settings = m_engine.settings();
    if (!settings.layout.isEmpty())
        m_window->restoreLayout(settings.layout);
    m_window->setWeatherVisible(settings.weatherVisible);
    m_window->show();
    m_started = true;
    if (!settings.welcomed)
        showWelcome();
    tellUnencrypted();
    if (!settings.putAside.isEmpty()) {
        const Words words = settingsPutAsideWords(settings.putAside);
        m_window->showNotice(words.title, words.sentence, tr("Preferences"), [this] { showPreferences(QStringLiteral("data")); });
    }
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
        for (const auto &[conversation, writing] : m_engine.drafts())
            m_window->restoreDraft(conversation, writing);
        if (!m_window->currentConversation().isEmpty())
            return; // the person was faster
        // After a crash nobody had noted which one was open: the newest is the likeliest.
        ConversationId last(m_engine.settings().conversation);
        const auto known = m_engine.library().conversations();
        if (m_engine.library().conversation(last) == nullptr && !known.empty())
            last = known.front()->id;
        if (!last.isEmpty())
            m_window->showConversation(last);
    });
}

void Desktop::raise()
{
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::showWelcome()
{
    m_welcome = new WelcomeView(m_window.get());
    m_welcome->setGeometry(m_window->rect());
    m_window->installEventFilter(this);
    connect(m_welcome, &WelcomeView::simulatorChosen, this, [this] {
        Preferences preferences = m_engine.settings().preferences;
        if (preferences.weatherScript.isEmpty())
            preferences.weatherScript = QStringLiteral("storm");
        leaveWelcome();
        m_engine.apply(preferences);
        m_window->setWeatherVisible(true);
    });
    connect(m_welcome, &WelcomeView::keyGiven, this, [this](const QByteArray &key) {
        Preferences preferences = m_engine.settings().preferences;
        addAnthropic(preferences.routes, QUrl(QStringLiteral("https://api.anthropic.com")));
        tryStart(preferences, ProviderId(QStringLiteral("anthropic")), key);
    });
    connect(m_welcome, &WelcomeView::serverGiven, this, [this](const QUrl &url, const QByteArray &key, const QString &model) {
        Preferences preferences = m_engine.settings().preferences;
        const ProviderId id = addServer(preferences.routes, url, model);
        for (Provider &each : preferences.routes.providers) {
            if (each.id == id && awaitsConsent(each))
                consentToPlainHttp(each); // the welcome asked
        }
        tryStart(preferences, id, key);
    });
    connect(m_welcome, &WelcomeView::later, this, &Desktop::leaveWelcome);
    m_welcome->show();
    m_welcome->raise();
}

/// Tests what was given, and begins with it when it works.
void Desktop::tryStart(const Preferences &preferences, const ProviderId &id, const QByteArray &key)
{
    const Provider *provider = preferences.routes.provider(id);
    m_welcome->setBusy(true);
    m_test = std::make_unique<ConnectionTest>(m_engine.transport(), m_engine.alarms(), m_engine.time());
    connect(m_test.get(), &ConnectionTest::finished, this, [this, preferences, id, key](const ProviderId &, const TestResult &result) {
        if (!m_welcome)
            return; // set up later, meanwhile
        m_welcome->setBusy(false);
        if (!result.passed()) {
            m_welcome->showProblem(result.steps.back().detail);
            return;
        }
        leaveWelcome();
        m_engine.apply(preferences);
        if (const Provider *given = m_engine.routes().provider(id); given != nullptr && !key.isEmpty())
            keepFirstKey(*given, key);
    });
    m_test->start(*provider, key, firstModelOf(id, preferences.routes));
}

/// Where keys are kept best here; for this session at least.
void Desktop::keepFirstKey(const Provider &provider, const QByteArray &key)
{
    Keyring &keyring = m_engine.keyring();
    const QString name = tr("Key 1");
    const KeyPlace best = keyring.places().front();
    // It can be used at once, whatever the keychain says and when.
    keyring.setKey(provider, name, key, KeyPlace::SessionOnly, [](KeyTrouble) {});
    if (best == KeyPlace::SessionOnly)
        return;
    const QPointer<Desktop> alive(this);
    keyring.setKey(provider, name, key, best, [alive](KeyTrouble trouble) {
        if (alive && trouble != KeyTrouble::None)
            alive->m_window->showNotice(tr("The key is kept for this session only."), tr("No keychain took it. Choose a place for it in Preferences."), tr("Preferences"),
                [alive] { alive->showPreferences(QStringLiteral("providers")); });
    });
}

/// A keychain that does not give its keys is said once, and unsaid when it does.
void Desktop::tellKeychain()
{
    const KeyState state = m_engine.keyring().keychainState();
    if (state == std::exchange(m_keychain, state))
        return;
    NoticeBar &notice = m_window->pane().notice();
    if (state == KeyState::There) {
        if (notice.title() == keychainWords(KeyState::Locked).title || notice.title() == keychainWords(KeyState::NoKeychain).title)
            notice.dismiss();
        return;
    }
    const Words words = keychainWords(state);
    if (state == KeyState::NoKeychain)
        m_window->showNotice(words.title, words.sentence, tr("Preferences"), [this] { showPreferences(QStringLiteral("providers")); });
    else
        m_window->showNotice(words.title, words.sentence, tr("Unlock"), [this] {
            m_keychain = KeyState::There; // said again when it stays locked
            m_engine.keyring().unlock();
        });
}

/// A route of the chain in use that is passed by until a person agrees is said once, and unsaid when they do. Settings of
/// 0.1 have such routes, and an environment variable may name one.
void Desktop::tellUnencrypted()
{
    const RouteTable &routes = m_engine.routes();
    const Chain *chain = routes.chain({});
    const Provider *open = chain != nullptr ? routes.awaitingConsent(*chain) : nullptr;
    const QString host = open != nullptr ? open->baseUrl.host() : QString();
    const QString before = std::exchange(m_unencrypted, host);
    if (host == before)
        return;
    NoticeBar &notice = m_window->pane().notice();
    if (open == nullptr) {
        if (notice.title() == unencryptedWords(before).title)
            notice.dismiss();
        return;
    }
    const Words words = unencryptedWords(host);
    m_window->showNotice(words.title, words.sentence, tr("Preferences"), [this, id = open->id] {
        showPreferences(QStringLiteral("providers"));
        m_preferences->showProvider(id);
    });
}

/// The welcome covers the window, whatever its size.
bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && event->type() == QEvent::Resize && m_welcome)
        m_welcome->setGeometry(m_window->rect());
    return QObject::eventFilter(watched, event);
}

void Desktop::leaveWelcome()
{
    m_engine.settings().welcomed = true;
    if (m_welcome)
        m_welcome->deleteLater();
    m_window->showConversation(m_window->currentConversation()); // where the next key press belongs
    (void)m_engine.saveSettings();
}

void Desktop::makePreferences()
{
    if (!m_preferences) {
        const TimeSource &time = m_engine.time();
        m_preferences = std::make_unique<PreferencesWindow>(
            m_engine.settings().preferences, shippedScripts(), m_engine.keyring(), [&time] { return makeIdText(time.wall()); });
        m_preferences->setCatalogue(m_engine.catalogue());
        m_preferences->setLedger(m_engine.ledger());
        m_preferences->setRecordedWeather([this](Duration range) {
            const auto recorded = m_engine.health().since(m_engine.time().wall() - range);
            return std::vector<Sample>(recorded.begin(), recorded.end());
        });
        DataPort data = makeDataPort(m_engine);
        data.restart = [this] {
            m_restarts = true; // unless a person stays for an answer that arrives
            m_window->quit(); // closing may only hide it, or it is hidden already
        };
        data.eraseAll = [this, erase = data.eraseAll](const Erasure &erasure, const DataPort::Done &done) {
            m_window->showConversation({}); // what is shown goes
            erase(erasure, done);
        };
        m_preferences->setDataPort(data);
        connect(&m_preferences->data(), &DataPage::importWanted, m_window.get(), &MainWindow::importConversations);
        connect(&m_engine.transfer(), &TransferPort::imported, &m_preferences->data(), &DataPage::refresh);
        connect(&m_preferences->data(), &DataPage::exportAllWanted, m_window.get(), &MainWindow::exportAll);
        connect(&m_spelling, &SpellChecker::languagesFound, m_preferences.get(), &PreferencesWindow::setDictionaries);
        connect(&m_engine, &Engine::modelsChanged, m_preferences.get(), [this] { m_preferences->setCatalogue(m_engine.catalogue()); });
        connect(m_preferences.get(), &PreferencesWindow::applied, this, [this](const Preferences &preferences) {
            takeTheme(preferences);
            takeKeys(preferences);
            m_engine.apply(preferences);
            takeGeneral();
        });
        connect(m_preferences.get(), &PreferencesWindow::testRequested, this, [this](const Provider &provider) {
            m_test = std::make_unique<ConnectionTest>(m_engine.transport(), m_engine.alarms(), m_engine.time());
            connect(m_test.get(), &ConnectionTest::finished, m_preferences.get(), &PreferencesWindow::showTestResult);
            connect(m_test.get(), &ConnectionTest::finished, this, [this](const ProviderId &id, const TestResult &result) {
                if (result.passed())
                    m_engine.readModels(id); // what it lists now is what a person wants to choose from
            });
            Provider tested = provider;
            if (const Provider *known = m_engine.routes().provider(provider.id); known != nullptr && known->simulated)
                tested.baseUrl = known->baseUrl;
            tested.patience.connect = tested.patience.connect.value_or(m_engine.settings().preferences.policy.patience.connect);
            m_test->start(tested, m_engine.keyring().keyToTest(tested), firstModelOf(provider.id, m_engine.routes()));
        });
        connect(&m_engine, &Engine::routesChanged, m_preferences.get(), [this] {
            if (m_preferences->draft().applied() != m_engine.settings().preferences)
                m_preferences->setApplied(m_engine.settings().preferences);
        });
    }
    m_preferences->setTrayAvailable(m_hasTray());
    m_spelling.findLanguages();
}

void Desktop::showPreferences(const QString &page)
{
    makePreferences();
    m_preferences->showPage(pageNamed(page));
    raisePreferences();
}

void Desktop::showSetting(const QString &id)
{
    makePreferences();
    raisePreferences(); // first: what is not shown cannot have the focus
    m_preferences->showPlace(id);
}

void Desktop::raisePreferences()
{
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

/// What belongs to no turn. It is kept, and unsaid when it is written.
void Desktop::tellNotSaved(const Fault &fault)
{
    if (m_engine.isOnlyShown()) { // what it needs is to be opened
        tellNotOpened(fault);
        return;
    }
    const Words words = notSavedWords(fault);
    m_notSaved = words.title;
    m_window->showNotice(words.title, words.sentence, tr("Save again"), [this] {
        m_engine.store().saveAgain([this](const Result<void> &written) {
            if (!written)
                tellNotSaved(written.error());
        });
    });
}

void Desktop::tellAllSaved()
{
    NoticeBar &notice = m_window->pane().notice();
    if (!m_notSaved.isEmpty() && notice.title() == std::exchange(m_notSaved, {}))
        notice.dismiss();
}

void Desktop::tellNotOpened(const Fault &fault)
{
    const Words words = m_engine.isOnlyShown() ? onlyShownWords(fault, m_engine.historyFile()) : notOpenedWords(fault, m_engine.historyFile());
    m_window->showNotice(words.title, words.sentence, tr("Try again"), [this] { openHistory(); });
}

void Desktop::tellMended(const Salvaged &salvaged)
{
    const Words words = mendedWords(salvaged.messages, salvaged.messagesKnown, salvaged.keptAt);
    m_window->showNotice(words.title, words.sentence);
}

/// How the program behaves is as the settings say, from now on.
void Desktop::takeGeneral()
{
    const GeneralPreferences &general = m_engine.settings().preferences.general;
    m_window->setSendKey(general.sendKey);
    m_spelling.setChecks(general.checksSpelling, general.spellLanguages);
    m_tray.setWanted(general.showsTrayIcon);
    const bool runsOn = m_tray.isShown() && general.whenClosed == WhenClosed::KeepRunning;
    m_window->setRunsOn(runsOn);
    QGuiApplication::setQuitOnLastWindowClosed(!runsOn);
}

void Desktop::saveLayout()
{
    Settings &settings = m_engine.settings();
    settings.layout = m_window->saveLayout();
    settings.weatherVisible = m_window->weatherVisible();
    settings.conversation = m_window->currentConversation().text();
    (void)m_engine.saveSettings();
}

} // namespace breakwater
