// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answernews.h"
#include "app/connectiontest.h"
#include "app/engine.h"
#include "app/notifications.h"
#include "app/tokencounter.h"
#include "app/trayicon.h"
#include "app/weathernews.h"
#include "ui/spelling/spellchecker.h"

#include <QPointer>

namespace breakwater {

class MainWindow;
class PreferencesWindow;
class WelcomeView;

/// The windows of Breakwater and what ties them to the Engine. UI thread.
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// `hasTray` tells whether the desktop has a tray now.
    explicit Desktop(Engine &engine, std::function<bool()> hasTray = &QSystemTrayIcon::isSystemTrayAvailable, QObject *parent = nullptr);
    ~Desktop() override;

    /// Shows the window with the history, and the welcome in it the first time.
    void start();
    void raise();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] TrayIcon &tray() { return m_tray; }
    /// What a count of what is written now would ask; none: nothing is to be counted.
    [[nodiscard]] std::optional<TokenCounter::Wanted> countWanted() const;

Q_SIGNALS:
    /// The window closes, for the program to start again.
    void restartWanted();
    /// A person wants the program to end, and nothing holds them.
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow();
    void connectCounter();
    void connectTray();
    void openHistory();
    void showWelcome();
    void tryStart(const Preferences &preferences, const ProviderId &id, const QByteArray &key);
    void keepFirstKey(const Provider &provider, const QByteArray &key);
    void tellKeychain();
    void tellUnencrypted();
    void leaveWelcome();
    void makePreferences();
    void raisePreferences();
    void showPreferences(const QString &page);
    void showSetting(const QString &id);
    void tellNotSaved(const Fault &fault);
    void tellNotOpened(const Fault &fault);
    void tellAllSaved();
    void tellMended(const Salvaged &salvaged);
    void takeGeneral();
    void saveLayout();
    void askWhereToExport(WeatherFile file, WeatherRange range);

    Engine &m_engine;
    SpellChecker m_spelling;
    std::unique_ptr<MainWindow> m_window;
    QPointer<WelcomeView> m_welcome;
    std::unique_ptr<PreferencesWindow> m_preferences;
    std::unique_ptr<ConnectionTest> m_test;
    TokenCounter m_counter;
    WeatherNews m_news;
    AnswerNews m_answers;
    Notifications m_notifications;
    std::function<bool()> m_hasTray;
    TrayIcon m_tray;
    KeyState m_keychain = KeyState::There; ///< what was said of it last
    bool m_started = false; ///< the window was shown
    bool m_restarts = false; ///< when the window has closed
    QString m_notSaved; ///< the title of what was said of the disk last
    QString m_unencrypted; ///< the host that it was said of last
};

/// Font, palette and style for the whole program, and again whenever the theme changes.
void dressApplication(const Preferences &preferences);

} // namespace breakwater
