// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keyring.h"
#include "app/metricsserver.h"
#include "app/modelreader.h"
#include "app/settings.h"
#include "app/statusreader.h"
#include "app/transferdesk.h"
#include "core/base/jitter.h"
#include "core/base/systemtime.h"
#include "core/batch/batchedturns.h"
#include "core/chat/library.h"
#include "core/health/healthlog.h"
#include "core/health/tally.h"
#include "core/health/weatherfile.h"
#include "core/net/nettransport.h"
#include "core/net/reachability.h"
#include "core/spend/ledger.h"
#include "core/store/searchthread.h"
#include "core/store/storethread.h"
#include "core/turn/titler.h"

#include <QObject>

#include <set>

namespace breakwater {

class SimulatedProvider;

/// Everything of Breakwater but its windows, composed: the only place where real clocks, chance and the network are made.
/// The window, `breakwater ask` and the demo all run on it. UI thread.
class Engine : public QObject
{
    Q_OBJECT
public:
    /// `dataFolder` is made when it is not there. Nothing is read or sent yet.
    explicit Engine(const QString &dataFolder, QObject *parent = nullptr);
    ~Engine() override;

    /// Whether the turns that an earlier run left are taken up. The command line leaves them to the window.
    enum class Resume { Yes, No };
    /// Opens the history. `done` is called later, once. Where it can be read and not written, it is shown, `done` gets the
    /// fault, and nothing is taken up; it may be opened again then.
    void open(Resume resume, std::function<void(const Result<void> &)> done);

    /// Whether the history is only shown.
    [[nodiscard]] bool isOnlyShown() const { return m_unwritable.has_value(); }

    [[nodiscard]] Library &library() { return m_library; }
    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] Batches &batches() { return *m_batches; }
    [[nodiscard]] HealthLog &health() { return m_health; }
    /// What the providers say of their own health. Asked for as the preferences say, once the history was opened for a window.
    [[nodiscard]] StatusReader &statusPages() { return m_statusPages; }
    /// The same of the numbers for a Prometheus on this computer.
    [[nodiscard]] MetricsServer &metrics() { return m_metrics; }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }
    [[nodiscard]] StoreThread &store() { return m_store; }
    [[nodiscard]] TransferPort &transfer() { return m_transfer; }
    [[nodiscard]] Keyring &keyring() { return m_keyring; }
    [[nodiscard]] Transport &transport() { return m_transport; }
    [[nodiscard]] const TimeSource &time() const { return m_time; }
    [[nodiscard]] Alarms &alarms() { return m_alarms; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    /// The preferences' routes with the built-in provider's address and a chain for each single route.
    [[nodiscard]] const RouteTable &routes() const { return m_routes; }
    /// What is known of the routes, from earlier runs too.
    [[nodiscard]] const Conditions &conditions() const { return m_conditions; }
    /// What the providers told of themselves, in earlier runs too.
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    /// Reads the provider's list of models, if it is not under way. The catalogue changes when it has come.
    void readModels(const ProviderId &provider);
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    /// The file that the history is in.
    [[nodiscard]] QString historyFile() const;
    /// Moves the history to another folder, where the next start finds it.
    void moveHistory(const QString &folder, std::function<void(const Result<void> &)> done);
    /// Writes a draft down, in its conversation or aside; a conversation that has one is not deleted for its age.
    void saveDraft(const ConversationId &conversation, const Writing &writing);
    /// Conversations that nobody touched for so many days: not pinned, with no turn that waits and no draft.
    [[nodiscard]] std::vector<ConversationId> untouchedFor(int days) const;
    /// Removes conversations with their turns, here and on disk.
    void removeConversations(const std::vector<ConversationId> &ids);
    /// One that is on disk already, with all its messages.
    void addConversation(const Conversation &conversation, const std::vector<Message> &messages);
    /// Here only.
    void forgetConversations(const std::vector<ConversationId> &ids);
    [[nodiscard]] std::vector<ConversationId> allConversations() const;
    /// Drafts of an earlier run; there once the history is open.
    [[nodiscard]] const std::vector<std::pair<ConversationId, Writing>> &drafts() const { return m_drafts; }

    /// Takes effect on the next turn; what the preferences say about the simulator, at once. Writes the settings down.
    void apply(const Preferences &preferences);
    Result<void> saveSettings();
    /// Replaces the routes for this run only: what a command line says is not kept.
    void useRoutes(const RouteTable &routes);
    /// From now on conversations get their titles from the models, where the preferences say so: for a program with a window.
    void beginTitles();
    /// The built-in provider with a script by name or file; on a problem says it in one sentence and keeps the old one.
    std::optional<QString> setWeather(const QString &script, double speed);
    /// Writes attempts of the last `range`, or the hours of a year, to `path`; `done` gets the number of rows.
    void exportWeather(WeatherFile file, WeatherRange range, const QString &path, std::function<void(const Result<qint64> &)> done);
    /// Reads a conversation's messages the first time it is opened.
    void openConversation(const ConversationId &id);
    /// Looks into all messages; `done` is called later, unless another search follows first.
    void findMessages(SearchWish wish, SearchThread::Answer done);

Q_SIGNALS:
    void routesChanged();
    void modelsChanged(const breakwater::ProviderId &provider);
    /// The built-in provider's script cannot be used, or it cannot listen.
    void weatherProblem(const QString &sentence);
    /// Something could not be written, besides the answers, whose turns say so. The store keeps it and tries again.
    void notSaved(const breakwater::Fault &fault);
    /// All of it is on disk now.
    void allSaved();
    /// The history was damaged; this was read of it.
    void mended(const breakwater::Salvaged &salvaged);

private:
    void takeUpAnthropic();
    void usePolicy();
    void connectOutbox();
    void makeBatches();
    void connectKeyring();
    void connectLedger();
    void connectWatchers();
    void useWatchers();
    [[nodiscard]] RouteLabels labelsOf(const RouteId &id) const;
    [[nodiscard]] QByteArray metricsNow() const;
    void watchForNewDay();
    void dropUntouched();
    void showRead(const ConversationId &id, const std::vector<Message> &read);
    void keysFollow(const RouteTable &before);
    void loadConditions();
    void saveConditionsSoon();
    void saveConditions();
    void saveCatalogue();
    void readModelsOf(const TurnId &turn);
    void rebuildRoutes();
    [[nodiscard]] bool needsSimulator() const;
    [[nodiscard]] bool needsNetwork() const;
    void tellOnline();
    void connectStore();
    void takeConversations(const Snapshot &opened);
    void saveAgainLater();
    void tellWeatherProblem(const QString &sentence);

    QString m_dataFolder;
    QString m_historyFolder; ///< another one, where the history was moved; else empty
    SystemTime m_time;
    SystemAlarms m_alarms {m_time};
    SeededJitter m_jitter;
    Settings m_settings;
    Keyring m_keyring;
    RouteTable m_routes;
    Catalogue m_catalogue;
    Catalogue m_savedCatalogue; ///< as it stands on disk
    Conditions m_conditions;
    Conditions m_savedConditions; ///< as they stand on disk
    Library m_library;
    Ledger m_ledger {m_time};
    HealthLog m_health;
    NetTransport m_transport;
    ModelReader m_models {m_transport, m_alarms, m_time, m_catalogue};
    StatusReader m_statusPages {m_transport, m_alarms, m_time, m_jitter};
    SystemReachability m_reachability;
    StoreThread m_store;
    SearchThread m_search;
    TransferDesk m_transfer {m_store, m_library, m_ledger};
    std::unique_ptr<SimulatedProvider> m_simulator;
    std::unique_ptr<Outbox> m_outbox; // goes before what it uses
    std::unique_ptr<Titler> m_titler;
    std::unique_ptr<Batches> m_batches;
    std::unique_ptr<BatchedTurns> m_batchedTurns;
    bool m_titles = false;
    std::unique_ptr<Alarm> m_saveAlarm; ///< of the conditions
    std::unique_ptr<Alarm> m_saveAgain; ///< of what the disk refused
    std::unique_ptr<Alarm> m_dayLook; ///< for a day that began: the spend limit counts anew
    std::vector<std::pair<ConversationId, Writing>> m_drafts;
    std::optional<Fault> m_unwritable; ///< why the history is only shown
    bool m_restored = false; ///< samples and expenses of earlier runs are known
    std::set<ConversationId> m_drafted; ///< where there is one now
    std::set<ConversationId> m_read; ///< conversations whose messages are in the library
    Tally m_tally;
    bool m_watches = false; ///< there is a window: the status pages and the metrics are for it
    MetricsServer m_metrics {m_alarms, m_time, [this] { return metricsNow(); }}; // goes before what it tells of
};

} // namespace breakwater
