// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: what the welcome leads to.
#include "app/desktop.h"
#include "app/firstroutes.h"
#include "ui/shell/mainwindow.h"
#include "ui/welcome/welcomeview.h"

namespace breakwater {

void Desktop::showWelcome()
{
    m_welcome = new WelcomeView(&window());
    m_welcome->setGeometry(window().rect());
    connect(m_welcome, &WelcomeView::simulatorChosen, this, [this] {
        Preferences preferences = m_engine.settings().preferences;
        if (preferences.weatherScript.isEmpty())
            preferences.weatherScript = QStringLiteral("storm");
        leaveWelcome();
        m_engine.apply(preferences);
        window().setWeatherVisible(true);
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
            alive->window().showNotice(tr("The key is kept for this session only."), tr("No keychain took it. Choose a place for it in Preferences."), tr("Preferences"),
                [alive] { alive->showPreferences(QStringLiteral("providers")); });
    });
}

void Desktop::leaveWelcome()
{
    m_engine.settings().welcomed = true;
    if (m_welcome)
        m_welcome->deleteLater();
    window().showConversation(window().currentConversation()); // where the next key press belongs
    (void)m_engine.saveSettings();
}

} // namespace breakwater
