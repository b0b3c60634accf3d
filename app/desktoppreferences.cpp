// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences: their window, and what it leads to.
#include "app/desktop.h"
#include "app/dress.h"
#include "app/historykeeping.h"
#include "core/simulator/weatherscript.h"
#include "ui/preferences/datapage.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/placement.h"

namespace breakwater {

namespace {

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
    if (name == QLatin1String("outbox"))
        return Page::Outbox;
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

} // namespace

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
            window().quit(); // closing may only hide it, or it is hidden already
        };
        data.eraseAll = [this, erase = data.eraseAll](const Erasure &erasure, const DataPort::Done &done) {
            for (const auto &each : m_windows)
                each->window().showConversation({}); // what is shown goes
            erase(erasure, done);
        };
        m_preferences->setDataPort(data);
        connectPreferences();
    }
    m_preferences->setTrayAvailable(m_hasTray());
    m_spelling.findLanguages();
}

void Desktop::connectPreferences()
{
    PreferencesWindow *preferences = m_preferences.get();
    connect(&preferences->data(), &DataPage::importWanted, this, [this] { window().importConversations(); });
    connect(&preferences->data(), &DataPage::exportAllWanted, this, [this] { window().exportAll(); });
    connect(&m_engine.transfer(), &TransferPort::imported, &preferences->data(), &DataPage::refresh);
    connect(&m_spelling, &SpellChecker::languagesFound, preferences, &PreferencesWindow::setDictionaries);
    connect(&m_engine, &Engine::modelsChanged, preferences, [this] { m_preferences->setCatalogue(m_engine.catalogue()); });
    connect(&m_engine, &Engine::routesChanged, preferences, [this] {
        if (m_preferences->draft().applied() != m_engine.settings().preferences)
            m_preferences->setApplied(m_engine.settings().preferences);
    });
    connect(preferences, &PreferencesWindow::testRequested, this, &Desktop::testProvider);
    connect(preferences, &PreferencesWindow::applied, this, [this](const Preferences &applied) {
        takeLook(applied);
        m_engine.apply(applied);
        takeGeneral();
    });
}

void Desktop::keepPrompt(const QString &text)
{
    makePreferences();
    raisePreferences();
    m_preferences->addPrompt({promptNameFrom(text), text});
}

void Desktop::testProvider(const Provider &provider)
{
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
    keepOnScreen(*m_preferences);
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

} // namespace breakwater
