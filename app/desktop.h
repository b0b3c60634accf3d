// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answernews.h"
#include "app/connectiontest.h"
#include "app/deskwindow.h"
#include "app/engine.h"
#include "app/notifications.h"
#include "app/rowdesk.h"
#include "app/trayicon.h"
#include "app/weathernews.h"
#include "app/windowwish.h"
#include "ui/spelling/spellchecker.h"

#include <QPointer>

namespace breakwater {

class MainWindow;
class PreferencesWindow;
class WelcomeView;

/// The windows of Breakwater and what ties them to the Engine. UI thread.
///
/// A conversation is open in one window at a time: whoever opens it in another one is led to the window that has it. So there is
/// one draft of it, and no two people write it.
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// `hasTray` tells whether the desktop has a tray now.
    explicit Desktop(Engine &engine, std::function<bool()> hasTray = &QSystemTrayIcon::isSystemTrayAvailable, QObject *parent = nullptr);
    ~Desktop() override;

    /// Shows a window with the history, and the welcome in it the first time.
    void start(WindowWish wish = WindowWish::Raise);
    /// What a second start asks of this one.
    void fulfil(WindowWish wish);
    void raise();
    /// Another window, with a conversation that has not begun.
    void openWindow();
    /// The one that was used last.
    [[nodiscard]] DeskWindow &front() const { return *m_windows.front(); }
    [[nodiscard]] MainWindow &window() const { return front().window(); }
    [[nodiscard]] std::size_t windowCount() const { return m_windows.size(); }
    [[nodiscard]] TrayIcon &tray() { return m_tray; }
    [[nodiscard]] Notifications &notifications() { return m_notifications; }

Q_SIGNALS:
    /// The windows are closed, for the program to start again.
    void restartWanted();
    /// A person wants the program to end, and nothing holds them.
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // desktop.cpp
    [[nodiscard]] ShellServices services();
    void connectEngine();
    void openHistory();
    void takeDrafts();
    void takeGeneral();
    void saveLayout();

    // desktopwindows.cpp
    DeskWindow &addWindow(int number);
    void connectWindow(DeskWindow &made);
    [[nodiscard]] int freeNumber() const;
    [[nodiscard]] MainWindow *windowWith(const ConversationId &conversation) const;
    void keepDraft(const DeskWindow &whose, const ConversationId &keptAs, const Writing &writing);
    void showBeside(MainWindow &made);
    void windowCloses(DeskWindow &closing);
    void drop(const DeskWindow &closed);
    void takeWeatherShown();

    // desktoptray.cpp
    void connectTray();
    void refreshTray();

    // desktopwelcome.cpp
    void showWelcome();
    void tryStart(const Preferences &preferences, const ProviderId &id, const QByteArray &key);
    void keepFirstKey(const Provider &provider, const QByteArray &key);
    void leaveWelcome();

    // desktoppreferences.cpp
    void makePreferences();
    void connectPreferences();
    void testProvider(const Provider &provider);
    void raisePreferences();
    void showPreferences(const QString &page);
    void showSetting(const QString &id);
    void keepPrompt(const QString &text);

    // desktopnotices.cpp
    void connectNews();
    void dismiss(const QString &title);
    void tellKeychain();
    void tellUnencrypted();
    void tellNotSaved(const Fault &fault);
    void tellNotOpened(const Fault &fault);
    void tellAllSaved();
    void tellMended(const Salvaged &salvaged);
    void tellSettingsPutAside();
    void askWhereToExport(WeatherFile file, WeatherRange range);

    Engine &m_engine;
    SpellChecker m_spelling;
    RowDesk m_rows;
    std::map<ConversationId, Writing> m_drafts; ///< as they are kept, of all windows
    std::vector<std::unique_ptr<DeskWindow>> m_windows; ///< never empty; the one that was used last is the first
    std::vector<std::unique_ptr<DeskWindow>> m_closed; ///< about to go
    QPointer<WelcomeView> m_welcome;
    std::unique_ptr<PreferencesWindow> m_preferences;
    std::unique_ptr<ConnectionTest> m_test;
    WeatherNews m_news;
    AnswerNews m_answers;
    Notifications m_notifications;
    std::map<ConversationId, TurnId> m_told; ///< the turn that the last notification of each was about
    std::function<bool()> m_hasTray;
    TrayIcon m_tray;
    KeyState m_keychain = KeyState::There; ///< what was said of it last
    WindowWish m_wish = WindowWish::Raise; ///< with which it was started
    bool m_started = false; ///< a window was shown
    bool m_restarts = false; ///< when the windows have closed
    QString m_notSaved; ///< the title of what was said of the disk last
    QString m_unencrypted; ///< the host that it was said of last
};

} // namespace breakwater
