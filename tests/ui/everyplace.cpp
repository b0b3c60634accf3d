// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everyplace.h"

#include "core/store/storethread.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"
#include "ui/batch/batchwindow.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/batch/rowdetail.h"
#include "ui/composer/composer.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/flight/flightwindow.h"
#include "ui/library/daydialog.h"
#include "ui/library/folderdialog.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/palette/commandpalette.h"
#include "ui/preferences/datapage.h"
#include "ui/preferences/dataport.h"
#include "ui/preferences/keyport.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/prompts/promptform.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/findbar.h"
#include "ui/shell/keyboardlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transfer/transferdialog.h"
#include "ui/weather/weatherwindow.h"
#include "ui/welcome/welcomeview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

namespace breakwater {

using namespace std::chrono_literals;

namespace {

const ConversationId tides(QStringLiteral("tides"));

/// Has keys, and takes all that it is given.
class CountingKeys final : public KeyPort
{
public:
    explicit CountingKeys(std::function<void()> told)
        : m_told(std::move(told))
    {
    }
    std::vector<ShownKey> keys(const Provider &provider) const override
    {
        if (provider.id.text() != QLatin1String("anthropic"))
            return {};
        return {{QStringLiteral("Work"), QStringLiteral("sk-…7Q2A"), KeyPlace::PrivateFile, KeyState::There, {}},
            {QStringLiteral("Home"), QStringLiteral("sk-…9B1C"), KeyPlace::SessionOnly, KeyState::Refused, {}}};
    }
    std::vector<KeyPlace> places() override { return {KeyPlace::PrivateFile, KeyPlace::SessionOnly}; }
    void setKey(const Provider &, const QString &, const QByteArray &, KeyPlace, Done done) override
    {
        m_told();
        done(KeyTrouble::None);
    }
    void removeKey(const Provider &, const QString &, Done done) override
    {
        m_told();
        done(KeyTrouble::None);
    }
    void unlock() override { m_told(); }

private:
    std::function<void()> m_told;
};

class CountingTransfer final : public TransferPort
{
public:
    explicit CountingTransfer(std::function<void()> told)
        : m_told(std::move(told))
    {
    }
    void exportConversations(const ExportOrder &) override { m_told(); }
    void importFrom(const QString &) override { m_told(); }
    void cancel() override { m_told(); }

private:
    std::function<void()> m_told;
};

DataPort countingData(const std::function<void()> &told)
{
    DataPort port;
    port.readFacts = [](const auto &done) {
        done(DataFacts {QStringLiteral("/data/breakwater"), 4096, 1024, 2048, 0, 1 << 30, 12, 345});
    };
    port.share = [] { return std::optional<double>(); };
    port.showFolder = port.restart = told;
    port.move = port.backUp = port.restore = [told](const QString &, const DataPort::Done &) { told(); };
    port.compact = [told](const DataPort::Done &) { told(); };
    port.countUntouched = [](int) { return 3; };
    port.eraseAll = [told](const Erasure &, const DataPort::Done &) { told(); };
    port.exportSettings = [told](const QString &, const Preferences &) -> std::optional<Fault> {
        told();
        return std::nullopt;
    };
    port.importSettings = [told](const QString &, const Preferences &here) -> ImportedSettings {
        told();
        return here;
    };
    return port;
}

/// A quarter of an hour in which some were answered and many refused.
void fillWeather(HealthLog &log, const FakeTime &time)
{
    for (int minute = 14; minute >= 0; --minute) {
        for (const SampleClass each : {SampleClass::Answered, SampleClass::Overloaded, SampleClass::OwnLimit, SampleClass::ServerError, SampleClass::Network}) {
            Sample sample;
            sample.at = std::chrono::floor<std::chrono::milliseconds>(time.wall() - minute * 1min);
            sample.route = RouteId(QStringLiteral("sonnet"));
            sample.turn = TurnId(QString::number(minute));
            sample.result = each;
            sample.total = 4s;
            sample.firstContent = 700ms;
            if (each != SampleClass::Answered)
                sample.wait = SampleWait {1s, 600ms};
            log.add(sample);
        }
    }
    log.setRooms(ProviderId(QStringLiteral("anthropic")),
        {RoomLeft {RoomLeft::Dimension::Requests, 50, 12, std::nullopt},
            RoomLeft {RoomLeft::Dimension::InputTokens, 30000, 21400, std::nullopt}});
    log.setBudget(ProviderId(QStringLiteral("anthropic")), 3, 10);
}

StatusLine someStatus(const FakeTime &time)
{
    StatusLine line;
    line.provider = QStringLiteral("Anthropic");
    line.status.level = StatusLevel::Working;
    line.status.checkedAt = std::chrono::floor<std::chrono::milliseconds>(time.wall());
    return line;
}

/// The main window over an Outbox on fakes; `prepare` brings it where the place is.
class ShellPlace final : public Place
{
public:
    using PartOf = std::function<QWidget *(MainWindow &)>;
    explicit ShellPlace(const std::function<void(ShellPlace &)> &prepare, const PartOf &part = {})
    {
        ShellServices services {fake.library, fake.outbox, health, fake.time, fake.time,
            [this]() -> const RouteTable & { return fake.table; }, fake.ledger};
        services.transfer = &m_transfer;
        services.statuses = [this] { return std::vector<StatusLine> {someStatus(fake.time)}; };
        services.settings = [] {
            return std::vector<PaletteItem> {{PaletteItem::Kind::Setting, QStringLiteral("1/Text size"),
                QStringLiteral("Text size"), QStringLiteral("Appearance"), {}}};
        };
        services.findMessages = [this](
                                    const SearchWish &, const std::function<void(const Result<SearchAnswer> &)> &done) {
            SearchAnswer answer;
            answer.hits = {found(QStringLiteral("q0"), Role::User), found(QStringLiteral("a0"), Role::Assistant)};
            done(answer);
        };
        shell = std::make_unique<MainWindow>(services);
        shell->resize(1280, 788);
        prepare(*this);
        enter(*shell, part ? part(*shell) : nullptr);
        shell->pane().transcript().flush();
    }
    ~ShellPlace() override { shell.reset(); }

    /// A few conversations, the first of them open.
    void fill()
    {
        const std::tuple<const char *, const char *, bool, const char *> all[] {
            {"tides", "Tides and harbours", true, ""}, {"crane", "Crane hire", false, ""},
            {"quay", "Quay wall survey", false, "Harbour"}, {"storm", "Storm of last week", false, ""}};
        for (const auto &[id, title, pinned, folder] : all) {
            Conversation made;
            made.id = ConversationId(QLatin1String(id));
            made.title = QLatin1String(title);
            made.pinned = pinned;
            made.folder = QLatin1String(folder);
            made.createdAt = made.updatedAt = now();
            fake.library.addConversation(made);
        }
        said(0, QStringLiteral("How does the **tide** come?"),
            QStringLiteral("The moon pulls, see [the tables](https://example.org/tides).\n\n```cpp\nint tide = "
                           "moon();\n```\n\n| Port | High |\n|---|---|\n| West | 06:10 |"));
        said(1, QStringLiteral("And the ebb?"), QStringLiteral("Six hours later.\n\n$$x^2$$"));
        shell->showConversation(tides);
    }
    /// As a person does.
    void ask(const QString &text)
    {
        shell->pane().composer().edit().insertPlainText(text);
        QTest::keyClick(&shell->pane().composer().edit(), Qt::Key_Return);
        fake.settle();
    }
    void answer(const QByteArray &events)
    {
        const ExchangeEvents last = fake.transport.events.back();
        HttpHead head;
        head.status = 200;
        last.head(head);
        last.bytes(events);
        fake.settle();
    }
    /// The first route would rather wait than move on.
    void refuseAndWait()
    {
        fake.refuse(529, QByteArrayLiteral("overloaded_error"));
        fake.settle();
    }
    void keepLast()
    {
        fake.outbox.keep(shell->pane().lastTurn());
        fake.settle();
    }
    [[nodiscard]] WallTime now() const { return std::chrono::floor<std::chrono::milliseconds>(fake.time.wall()); }

    FakeOutbox fake;
    HealthLog health {fake.time, fake.time};
    std::unique_ptr<MainWindow> shell;

private:
    void said(int turn, const QString &question, const QString &answer)
    {
        Message message;
        message.conversation = tides;
        message.turn = TurnId(QStringLiteral("t%1").arg(turn));
        message.after = fake.library.leaf(tides);
        message.at = now() + turn * 10min;
        message.id = MessageId(QStringLiteral("q%1").arg(turn));
        message.text = question;
        fake.library.appendMessage(message);
        message.id = MessageId(QStringLiteral("a%1").arg(turn));
        message.after = {};
        message.role = Role::Assistant;
        message.state = MessageState::Complete;
        message.text = answer;
        message.model = QStringLiteral("claude-haiku-4-5");
        message.attempts = 2;
        message.took = 6s;
        message.thoughts = {{QStringLiteral("They mean the sea."), QStringLiteral("sealed"), {}}};
        fake.library.appendMessage(message);
    }
    [[nodiscard]] SearchHit found(const QString &message, Role role) const
    {
        SearchHit hit;
        hit.conversation = tides;
        hit.message = MessageId(message);
        hit.turn = TurnId(QStringLiteral("t0"));
        hit.title = QStringLiteral("Tides and harbours");
        hit.role = role;
        hit.model = role == Role::User ? QString() : QStringLiteral("claude-haiku-4-5");
        hit.at = now();
        hit.snippet.text = QStringLiteral("How does the tide come?");
        return hit;
    }

    CountingTransfer m_transfer {[this] { tell(); }};
};

class PreferencesPlace final : public Place
{
public:
    explicit PreferencesPlace(
        PreferencesWindow::Page page, const std::function<void(PreferencesWindow &)> &prepare = {})
        : m_ledger(m_time)
    {
        Preferences &values = m_values;
        values.routes = FakeOutbox::sampleTable();
        Chain other = values.routes.chains.front();
        other.id = ChainId(QStringLiteral("other"));
        other.name = QStringLiteral("Quick");
        values.routes.chains.push_back(other);
        values.dailyLimit = 5.0;
        values.prompts = {{QStringLiteral("Explain"), QStringLiteral("Explain {{topic}}.")},
            {QStringLiteral("Shorten"), QStringLiteral("Say it in one sentence.")}};
        values.general.showsTrayIcon = true;
        m_ledger.add({m_time.wall(), TurnId(QStringLiteral("t")), 1, tides, ProviderId(QStringLiteral("anthropic")),
            QStringLiteral("claude-opus-5-5"), {}, 0.25});
        m_preferences = std::make_unique<PreferencesWindow>(values,
            std::vector<WeatherScriptName> {
                {QStringLiteral("storm"), QStringLiteral("Storm")}, {QStringLiteral("clear"), QStringLiteral("Clear")}},
            m_keys, [this] { return QString::number(++m_ids); });
        m_preferences->setLedger(m_ledger);
        m_preferences->setDataPort(countingData([this] { tell(); }));
        listen(m_preferences->data());
        m_preferences->setTrayAvailable(true);
        m_preferences->setRecordedWeather([this](Duration) -> std::vector<Sample> {
            tell();
            return {};
        });
        m_preferences->showPage(page);
        if (prepare)
            prepare(*m_preferences);
        // The list of pages and the foot are the same for all.
        enter(*m_preferences,
            page == PreferencesWindow::Page::General ? nullptr
                                                     : m_preferences->findChild<QStackedWidget *>()->currentWidget());
    }
    ~PreferencesPlace() override { m_preferences.reset(); }
    void renew() override { m_preferences->setApplied(m_values); }

private:
    FakeTime m_time;
    Ledger m_ledger;
    CountingKeys m_keys {[this] { tell(); }};
    int m_ids = 0;
    Preferences m_values;
    std::unique_ptr<PreferencesWindow> m_preferences;
};

class WeatherPlace final : public Place
{
public:
    WeatherPlace()
    {
        fillWeather(m_log, m_time);
        m_time.advance(1s);
        m_weather =
            std::make_unique<WeatherWindow>(WeatherSources {m_log, [this]() -> const RouteTable & { return m_table; },
                [] { return std::vector<RouteId> {RouteId(QStringLiteral("sonnet"))}; }, m_time,
                [this] { return std::vector<StatusLine> {someStatus(m_time)}; }});
        m_weather->resize(m_weather->sizeHint());
        enter(*m_weather);
    }
    ~WeatherPlace() override { m_weather.reset(); }
    /// Of all providers, so that there is something to be seen.
    void renew() override
    {
        auto *providers = m_weather->findChild<QComboBox *>();
        providers->setCurrentIndex(0);
        Q_EMIT providers->activated(0); // as if a person had chosen it
    }

private:
    FakeTime m_time;
    HealthLog m_log {m_time, m_time};
    RouteTable m_table = FakeOutbox::sampleTable();
    std::unique_ptr<WeatherWindow> m_weather;
};

/// A 429, a 529 and an answer by the next route.
TurnState flownTurn()
{
    TurnState turn;
    turn.id = TurnId(QStringLiteral("turn"));
    turn.phase = TurnPhase::Answered;
    turn.acceptedAt = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h;
    turn.accepted = Instant(1h);
    turn.ended = turn.accepted + 6100ms;
    const RouteId sonnet(QStringLiteral("sonnet"));
    const RouteId haiku(QStringLiteral("haiku"));
    const auto attempt = [&turn](const RouteId &route, Duration start, Duration took, int status) -> Attempt & {
        Attempt &made = turn.attempts.emplace_back();
        made.number = static_cast<int>(turn.attempts.size());
        made.route = route;
        made.startedAfter = start;
        made.endedAfter = took;
        made.status = status;
        made.requestId = QStringLiteral("req_%1").arg(made.number);
        made.rawResponse = QStringLiteral("HTTP/2 %1\nretry-after: 2\n").arg(status).repeated(20);
        return made;
    };
    Attempt &limited = attempt(sonnet, 0s, 600ms, 429);
    limited.fault.emplace().kind = FaultKind::RateLimited;
    limited.decision = Decision {Action::Wait, Reason::ServerHint, Delay {2s, 400ms, 1s}, {}, {}};
    Attempt &overloaded = attempt(sonnet, 3s, 500ms, 529);
    overloaded.fault.emplace().kind = FaultKind::Overloaded;
    overloaded.decision = Decision {Action::MoveOn, Reason::TriesUsed, {}, sonnet, haiku};
    attempt(haiku, 3500ms, 2600ms, 200).firstContentAfter = 650ms;
    return turn;
}

/// A window of its own that needs nothing but itself.
class WindowPlace final : public Place
{
public:
    using Place::Kind;
    explicit WindowPlace(QWidget *made, Kind kind) { enter(*made, nullptr, kind); }
    ~WindowPlace() override { delete window(); }
};

class TransferPlace final : public Place
{
public:
    enum class Way { Export, Import };
    explicit TransferPlace(Way way)
    {
        // Who is asked answers later or never.
        const auto path = [this](QWidget *, const ExportOrder &, const QString &,
                              const std::function<void(const QString &)> &) { tell(); };
        const auto file = [this](QWidget *, bool, const std::function<void(const QString &)> &) { tell(); };
        m_dialog = way == Way::Export ? new TransferDialog(m_port, {tides}, QStringLiteral("Tides"), path)
                                      : new TransferDialog(m_port, file);
        enter(*m_dialog, nullptr, Kind::Form);
    }
    ~TransferPlace() override { delete m_dialog; }

private:
    CountingTransfer m_port {[this] { tell(); }};
    QPointer<TransferDialog> m_dialog;
};

/// Sends what waits for nobody: a turn that is being tried again.
void storm(ShellPlace &place)
{
    for (ChainStep &step : place.fake.table.chains.front().steps) {
        step.overloadedTries = 6;
        step.waitUpTo = 30min;
    }
    place.fill();
    fillWeather(place.health, place.fake.time);
    place.fake.ledger.add({place.fake.time.wall(), TurnId(QStringLiteral("t")), 1, tides,
        ProviderId(QStringLiteral("anthropic")), QStringLiteral("claude-sonnet-5-5"), {}, 0.25});
    place.fake.time.advance(1s);
    place.ask(QStringLiteral("Will it blow over?"));
    place.refuseAndWait();
    place.shell->setWeatherVisible(true);
}

void search(ShellPlace &place)
{
    place.fill();
    place.shell->showConversation(ConversationId(QStringLiteral("crane")));
    place.shell->show();
    place.shell->sidebar().searchFor(QStringLiteral("tide"));
    (void)QTest::qWaitFor(
        [&place] { return place.shell->sidebar().findChildren<QAbstractItemView *>().last()->isVisible(); });
}

/// The question belongs to the main window; it is the place.
class QuitPlace final : public Place
{
public:
    QuitPlace()
        : m_shell([](ShellPlace &place) {
            place.fill();
            place.ask(QStringLiteral("Will it blow over?"));
        })
    {
        m_shell.shell->quit();
        enter(*m_shell.shell->findChild<QMessageBox *>());
    }

private:
    ShellPlace m_shell;
};

/// Batches on a real disk: one that has ended, with a row of each kind, and one that the provider works on.
class BatchPlace final : public Place
{
public:
    enum class Where { Results, New, Outbox };
    explicit BatchPlace(Where where)
    {
        m_port.exportRows = [this](const BatchId &, RowFormat, std::optional<RowState>, const QString &, const std::function<void(const Result<qint64> &)> &) { tell(); };
        m_port.openAsConversation = [this](const BatchId &, qint64, const std::function<void(const Result<ConversationId> &)> &) { tell(); };
        bool open = false;
        m_store.open(m_folder.filePath(QStringLiteral("history.db")), [&open](const Result<Snapshot> &) { open = true; });
        (void)QTest::qWaitFor([&open] { return open; });
        if (where != Where::New)
            fill();
        listen(m_batches);
        if (where == Where::Results)
            openResults();
        else if (where == Where::New)
            openNew();
        else
            openOutbox();
    }
    ~BatchPlace() override { m_made.reset(); }

private:
    [[nodiscard]] Batch batch(const char *title, PartPhase phase, qint64 rows)
    {
        Batch made;
        made.id = makeId<BatchId>(m_fake.time.wall() + std::chrono::seconds(rows));
        made.title = QLatin1String(title);
        made.route = RouteId(QStringLiteral("sonnet"));
        made.createdAt = std::chrono::floor<std::chrono::milliseconds>(m_fake.time.wall());
        made.counts.open = rows;
        BatchPart part;
        part.rows = rows;
        part.phase = phase;
        part.remote = QStringLiteral("msgbatch_%1").arg(rows);
        part.expiresAt = made.createdAt + 24h;
        made.parts = {part};
        return made;
    }
    void add(const Batch &made, const std::vector<RowResult> &results)
    {
        std::vector<BatchRow> rows;
        for (qint64 row = 1; row <= made.counts.open; ++row)
            rows.push_back({row, QStringLiteral("Note %1").arg(row),
                R"({"model":"claude-sonnet-5-5","max_tokens":100,"messages":[{"role":"user","content":"Label this note."}]})"});
        m_store.addBatch(made, rows, [](const Result<void> &) {});
        m_store.land(made.id, 1, results, [](const Result<Landed> &) {});
    }
    void fill()
    {
        const Batch working = batch("Label maintenance notes", PartPhase::UnderWay, 5);
        const Batch ended = batch("Describe harbour photos", PartPhase::Settled, 3);
        m_ended = ended.id;
        Fault refused;
        refused.kind = FaultKind::BadRequest;
        refused.status = 400;
        add(working, {{1, RowState::Answered, QStringLiteral("Bolt"), QStringLiteral("claude-sonnet-5-5"), {20, 4}}});
        add(ended, {{1, RowState::Answered, QStringLiteral("A quay"), QStringLiteral("claude-sonnet-5-5"), {20, 4}}, {2, RowState::Failed, {}, {}, {}, refused}, {3, RowState::NotSent}});
        m_batches.restore({working});
        (void)QTest::qWaitFor([this] { return m_batches.isRestored(); });
    }
    void openResults()
    {
        auto made = std::make_unique<BatchWindow>(m_batches, m_fake.ledger, m_port, m_routes, m_fake.time);
        made->show(m_ended);
        made->resize(1100, 760);
        auto *rows = made->findChild<QAbstractItemView *>();
        m_made = std::move(made);
        enter(*m_made);
        (void)QTest::qWaitFor([rows] { return rows->model()->rowCount() > 0; });
        rows->setCurrentIndex(rows->model()->index(0, 0));
        const auto *detail = m_made->findChild<RowDetail *>();
        (void)QTest::qWaitFor([detail] { return detail->number() != 0; });
    }
    void openNew()
    {
        QFile file(m_folder.filePath(QStringLiteral("notes.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write("note,berth\nloose bolt,4\nwet deck,7\n") < 0)
            qFatal("no file");
        file.close();
        auto made = std::make_unique<NewBatchWindow>(
            m_batches, m_routes, [this]() -> const Catalogue & { return m_fake.catalogue; }, m_fake.ledger, m_fake.time);
        made->openWith(QStringLiteral("Label this note: {{note}}"));
        made->useFile(file.fileName());
        made->resize(1120, 800);
        m_made = std::move(made);
        enter(*m_made, nullptr, Kind::Form);
        const auto *send = m_made->findChild<QAbstractButton *>(QStringLiteral("send"));
        (void)QTest::qWaitFor([send] { return send->isEnabled(); }); // all is read
    }
    void openOutbox()
    {
        ShellServices services {m_fake.library, m_fake.outbox, m_health, m_fake.time, m_fake.time, m_routes, m_fake.ledger};
        services.batches = &m_batches;
        services.batchPort = &m_port;
        services.catalogue = [this]() -> const Catalogue & { return m_fake.catalogue; };
        auto made = std::make_unique<MainWindow>(services);
        made->showOutbox();
        made->outboxPage().select(m_ended);
        made->resize(1280, 788);
        QWidget *page = &made->outboxPage();
        m_made = std::move(made);
        enter(*m_made, page);
    }

    FakeOutbox m_fake;
    HealthLog m_health {m_fake.time, m_fake.time};
    QTemporaryDir m_folder;
    StoreThread m_store {m_fake.time};
    std::function<const RouteTable &()> m_routes {[this]() -> const RouteTable & { return m_fake.table; }};
    Batches m_batches {{m_fake.transport, m_fake.time, m_fake.time, m_fake.jitter, m_store, m_fake.conditions, m_fake.credentials, m_routes, m_fake.catalogue, {}, &m_fake.ledger}, m_store};
    BatchPort m_port;
    BatchId m_ended;
    std::unique_ptr<QWidget> m_made;
};

struct NamedPlace
{
    const char *name;
    std::function<std::unique_ptr<Place>()> open;
};

NamedPlace shell(
    const char *name, const std::function<void(ShellPlace &)> &prepare, const ShellPlace::PartOf &part = {})
{
    return {name, [prepare, part] { return std::make_unique<ShellPlace>(prepare, part); }};
}

NamedPlace preferences(
    const char *name, PreferencesWindow::Page page, const std::function<void(PreferencesWindow &)> &prepare = {})
{
    return {name, [page, prepare] { return std::make_unique<PreferencesPlace>(page, prepare); }};
}

NamedPlace window(
    const char *name, const std::function<QWidget *()> &make, WindowPlace::Kind kind = WindowPlace::Kind::Plain)
{
    return {name, [make, kind] { return std::make_unique<WindowPlace>(make(), kind); }};
}

QWidget *welcome(const char *way)
{
    auto *made = new WelcomeView;
    made->resize(1280, 788);
    made->findChild<QRadioButton *>(QLatin1String(way))->setChecked(true);
    return made;
}

const std::vector<NamedPlace> &places()
{
    using Page = PreferencesWindow::Page;
    static const std::vector<NamedPlace> all {
        shell("the first conversation", [](ShellPlace &) {}),
        shell("a conversation", [](ShellPlace &place) { place.fill(); }),
        shell(
            "a conversation that is searched",
            [](ShellPlace &place) {
                place.fill();
                place.shell->pane().findBar().open();
                place.shell->pane().findBar().setText(QStringLiteral("tide"));
            },
            [](MainWindow &shell) { return &shell.pane().findBar(); }),
        shell(
            "an arriving answer",
            [](ShellPlace &place) {
                place.fill();
                place.ask(QStringLiteral("And today?"));
                place.answer(answerStart() + answerPiece(QStringLiteral("High water is at")));
            },
            [](MainWindow &shell) { return &shell.pane().transcript(); }),
        shell("a storm", storm),
        shell("all conversations searched", search, [](MainWindow &shell) { return &shell.sidebar(); }),
        shell(
            "the outbox",
            [](ShellPlace &place) {
                storm(place);
                place.keepLast();
                place.shell->showConversation({});
                place.ask(QStringLiteral("And tomorrow?"));
                place.keepLast();
                place.shell->setWeatherVisible(false);
                place.shell->showOutbox();
            },
            [](MainWindow &shell) { return &shell.outboxPage(); }),
        shell(
            "the palette",
            [](ShellPlace &place) {
                place.fill();
                place.shell->show();
                for (QAction *each : place.shell->actions()) {
                    if (each->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_K))
                        each->trigger();
                }
            },
            [](MainWindow &shell) { return shell.findChild<CommandPalette *>(); }),
        preferences("preferences: general", Page::General),
        preferences("preferences: appearance", Page::Appearance),
        preferences("preferences: providers", Page::Providers),
        preferences("preferences: fallback chain", Page::Chain),
        preferences("preferences: retry", Page::Retry),
        preferences("preferences: outbox", Page::Outbox),
        preferences("preferences: costs", Page::Costs),
        preferences("preferences: weather", Page::Weather),
        preferences("preferences: prompts", Page::Prompts),
        preferences("preferences: keyboard", Page::Keyboard),
        preferences("preferences: data", Page::Data),
        preferences("preferences: simulator", Page::Simulator),
        {"the weather window", [] { return std::make_unique<WeatherPlace>(); }},
        window("a flight record",
            [] {
                auto *made = new FlightWindow(
                    nullptr, [] { return std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 15h; });
                made->show(flownTurn(), QStringLiteral("Mooring quotes"), FakeOutbox::sampleTable());
                return made;
            }),
        window(
            "the welcome, by key", [] { return welcome("byKey"); }, WindowPlace::Kind::Form),
        window(
            "the welcome, by server", [] { return welcome("byServer"); }, WindowPlace::Kind::Form),
        window(
            "instructions",
            [] {
                return new InstructionsDialog({QStringLiteral("Answer briefly."), 0.5, {}, {}}, {});
            },
            WindowPlace::Kind::Form),
        window(
            "what a prompt leaves open",
            [] {
                return new PromptForm(
                    {QStringLiteral("Explain"), QStringLiteral("Explain {{topic}} to {{whom}}.")}, {});
            },
            WindowPlace::Kind::Form),
        window(
            "a new folder", [] { return new FolderDialog; }, WindowPlace::Kind::Form),
        window(
            "a day", [] { return new DayDialog(QStringLiteral("Written after"), QDate(2026, 1, 5), true); },
            WindowPlace::Kind::Form),
        {"batches in the outbox", [] { return std::make_unique<BatchPlace>(BatchPlace::Where::Outbox); }},
        {"the results of a batch", [] { return std::make_unique<BatchPlace>(BatchPlace::Where::Results); }},
        {"a new batch", [] { return std::make_unique<BatchPlace>(BatchPlace::Where::New); }},
        {"an export", [] { return std::make_unique<TransferPlace>(TransferPlace::Way::Export); }},
        {"an import", [] { return std::make_unique<TransferPlace>(TransferPlace::Way::Import); }},
        window("the list of keys", [] { return new KeyboardList(nullptr); }),
        {"the question before quitting", [] { return std::make_unique<QuitPlace>(); }},
    };
    return all;
}

} // namespace

Place::~Place()
{
    m_signals.clear();
}

void Place::enter(QWidget &window, QWidget *part, Kind kind)
{
    m_window = &window;
    m_part = part != nullptr ? part : &window;
    m_kind = kind;
    listen(window);
    window.show();
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(&window);
}

void Place::listen(QObject &speaker)
{
    const QMetaObject *meta = speaker.metaObject();
    for (int at = meta->methodOffset(); at < meta->methodCount(); ++at) {
        if (meta->method(at).methodType() == QMetaMethod::Signal)
            m_signals.push_back(std::make_unique<QSignalSpy>(&speaker, meta->method(at)));
    }
}

int Place::told() const
{
    qsizetype told = m_asked;
    for (const auto &each : m_signals)
        told += each->size();
    return static_cast<int>(told);
}

std::unique_ptr<Place> openPlace(const QString &name)
{
    for (const NamedPlace &each : places()) {
        if (name == QLatin1String(each.name))
            return each.open();
    }
    qFatal("no place %s", qPrintable(name));
}

void addEveryPlace()
{
    QTest::addColumn<QString>("place");
    for (const NamedPlace &each : places())
        QTest::newRow(each.name) << QString::fromLatin1(each.name);
}

void prepareForPlaces()
{
    QLocale::setDefault(QLocale::c());
    useBreakwaterStyle();
}

namespace {

bool isControl(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    if (qobject_cast<const QScrollBar *>(&widget) != nullptr || widget.focusProxy() != nullptr)
        return false;
    if (qobject_cast<const QLineEdit *>(parent) != nullptr && widget.objectName().isEmpty()
        && widget.inherits("QToolButton"))
        return false; // the pictures inside a field
    if (qobject_cast<const QAbstractSpinBox *>(parent) != nullptr || qobject_cast<const QComboBox *>(parent) != nullptr)
        return false; // a part of it
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text().contains(QLatin1String("<a "));
    return qobject_cast<const QAbstractButton *>(&widget) != nullptr || widget.focusPolicy() != Qt::NoFocus;
}

} // namespace

std::vector<QWidget *> controlsIn(QWidget &part)
{
    std::vector<QWidget *> controls;
    for (QWidget *each : part.findChildren<QWidget *>()) {
        const bool here = each->window() == part.window() && each->isVisible() && !each->size().isEmpty();
        if (here && each->isEnabled() && isControl(*each))
            controls.push_back(each);
    }
    if (isControl(part)) // as a transcript is
        controls.push_back(&part);
    return controls;
}

QString nameForMessage(const QWidget &control)
{
    QString name = control.accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&control); button != nullptr && name.isEmpty())
        name = button->text();
    return QStringLiteral("%1 “%2” (%3)")
        .arg(QString::fromLatin1(control.metaObject()->className()).remove(QLatin1String("breakwater::")), name,
            control.objectName());
}

void bringIntoSight(QWidget &control)
{
    for (QWidget *above = control.parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(&control, 0, 20);
    }
}

} // namespace breakwater
