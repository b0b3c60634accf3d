// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"
#include "core/health/weatherfile.h"
#include "ui/composer/composeredit.h"
#include "ui/shell/shellservices.h"
#include "ui/style/readingorder.h"

#include <QMainWindow>
#include <QPointer>

class QMessageBox;
class QStackedWidget;

namespace breakwater {

class CommandPalette;
class ConversationPane;
class Deletion;
class BatchWindow;
class FlightWindow;
class NewBatchWindow;
class Header;
class OutboxPage;
class ShellBody;
class Sidebar;
class StatusStrip;
class TransferDialog;
class WeatherDock;
enum class ShellCommand;
struct SearchChoices;

/// The window: sidebar, page, weather, status. Puts the parts together and passes wishes between them. UI thread.
///
/// Changes conversations in the Library and says so; whoever made the window writes them down.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(ShellServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// An empty id: a conversation that begins with its first message.
    void showConversation(const ConversationId &id);
    [[nodiscard]] ConversationId currentConversation() const;
    /// A draft of an earlier run.
    void restoreDraft(const ConversationId &id, const Writing &writing);
    /// The route table is another one.
    void routesChanged();
    /// One banner above the composer; a new one replaces it.
    void showNotice(const QString &title, const QString &sentence, const QString &action = {}, std::function<void()> act = {});
    void setWeatherVisible(bool visible);
    [[nodiscard]] bool weatherVisible() const;
    void setSendKey(SendKey key);
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);
    /// Closing only hides the window, and asks nothing: the program runs on.
    void setRunsOn(bool runsOn) { m_runsOn = runsOn; }
    /// Asks before the program ends on an arriving answer or with turns that wait; the question is given. Without it the window asks by itself.
    void setConfirm(std::function<bool(const QString &)> confirm) { m_confirm = std::move(confirm); }

    /// Tells which other window has a conversation open; null: none. Whoever wants it here is led there.
    void setWindowWith(std::function<MainWindow *(const ConversationId &)> windowWith) { m_windowWith = std::move(windowWith); }
    /// Shows it before all others, also where it was hidden or small.
    void bringToFront();
    /// It closes as a part of quitting.
    [[nodiscard]] bool isQuitting() const { return m_quits; }

    /// Shows the message that was found, on whatever branch it is, once the conversation is read.
    void showHit(const SearchHit &hit);
    /// Shows the turn from its question on, once the conversation is read.
    void showTurn(const ConversationId &conversation, const TurnId &turn);
    void showOutbox();
    void showFlightRecord(const TurnId &id);
    /// The rows of a batch, and what can be done with it.
    void showBatch(const BatchId &id);
    void newBatch();
    /// Ends the program, after the same question as closing; `quitWanted` follows when nobody stays.
    void quit();
    /// Each opens a window of its own, which asks what and where; one at a time.
    void importConversations();
    void exportAll();
    void exportConversation(const ConversationId &id);

    [[nodiscard]] Sidebar &sidebar() const { return *m_sidebar; }
    [[nodiscard]] ConversationPane &pane() const { return *m_pane; }
    [[nodiscard]] OutboxPage &outboxPage() const { return *m_outboxPage; }
    [[nodiscard]] Header &header() const { return *m_header; }
    [[nodiscard]] StatusStrip &status() const { return *m_status; }
    [[nodiscard]] ShellBody &body() const { return *m_body; }

Q_SIGNALS:
    /// Its messages are wanted in the Library.
    void conversationOpened(const breakwater::ConversationId &id);
    void draftChanged(const breakwater::ConversationId &id, const breakwater::Writing &writing);
    /// By a person, its title or what they want of it: to be written down.
    void conversationEdited(const breakwater::Conversation &conversation);
    /// A copy that is in the Library: to be written down.
    void conversationForked(const breakwater::Conversation &conversation, const std::vector<breakwater::Message> &messages);
    void deleted(const breakwater::ConversationId &id);
    void unlockWanted(); ///< of the keychain
    void preferencesWanted(const QString &page);
    /// What is written shall be kept as a prompt.
    void keepPromptWanted(const QString &text);
    void newWindowWanted();
    void settingWanted(const QString &id); ///< as ShellServices::settings tells them
    void weatherShown(bool shown);
    void weatherExportWanted(breakwater::WeatherFile file, breakwater::WeatherRange range);
    void closing();
    /// A person wants the program to end, and was asked.
    void quitWanted();
    /// It was to close, and the person stays.
    void stays();

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // mainwindow.cpp
    void build();
    void connectParts();
    void refreshHeader();
    void refreshCosts();
    void refreshOutboxCount();
    [[nodiscard]] std::vector<RouteId> chainRoutes() const;
    [[nodiscard]] SearchChoices searchChoices() const;

    // mainwindowconversations.cpp
    [[nodiscard]] MainWindow *otherWith(const ConversationId &id) const;
    void reachHit();
    void edit(const Conversation &changed);
    void fork(const TurnId &upTo);
    void rename(const ConversationId &id, const QString &title);
    void offerUndo(const Conversation &conversation);
    void offerTurnBack(const TurnId &id);
    void turnSettled(const TurnId &id);

    // mainwindowclosing.cpp
    [[nodiscard]] QString closingQuestion() const;
    [[nodiscard]] bool mayClose();
    void putAway();

    // mainwindowactions.cpp
    void addActions();
    void run(ShellCommand command);
    [[nodiscard]] bool canRun(ShellCommand command) const;
    void openPalette();
    void go(const PaletteItem &item);
    void openMore();
    void escape();
    void step(int by);
    void movePane(int by);
    void renameCurrent();
    void copyConversation() const;
    void showKeys();
    void exportThese(std::vector<ConversationId> conversations, const QString &title);

    ShellServices m_services;
    Sidebar *m_sidebar;
    Header *m_header;
    ConversationPane *m_pane;
    OutboxPage *m_outboxPage;
    QStackedWidget *m_pages;
    ShellBody *m_body;
    WeatherDock *m_weather;
    StatusStrip *m_status;
    Deletion *m_deletion;
    std::unique_ptr<FlightWindow> m_flight;
    std::unique_ptr<BatchWindow> m_batch;
    std::unique_ptr<NewBatchWindow> m_newBatch;
    std::function<bool(const QString &)> m_confirm;
    std::function<MainWindow *(const ConversationId &)> m_windowWith;
    QPointer<CommandPalette> m_palette;
    QPointer<QMessageBox> m_closingBox; ///< asks
    static inline QPointer<TransferDialog> m_transfer; ///< the one that is open, in whichever window
    QString m_undoNotice; ///< the title under which an undo is on offer
    std::optional<SearchHit> m_hit; ///< to be shown when its conversation is read
    bool m_mayClose = false; ///< it was asked and answered
    bool m_runsOn = false; ///< closing hides the window
    bool m_quits = false; ///< closing is part of quitting
};

} // namespace breakwater
