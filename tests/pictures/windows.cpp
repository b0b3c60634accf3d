// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"
#include "tests/pictures/harbour.h"
#include "tests/pictures/picture.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"
#include "ui/batch/batchport.h"
#include "ui/batch/batchwindow.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/batch/rowdetail.h"
#include "ui/flight/flightwindow.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/transcript/transcriptview.h"
#include "ui/weather/responseschart.h"
#include "ui/weather/weatherwindow.h"
#include "ui/welcome/welcomeview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>

namespace breakwater {

namespace {

using namespace std::chrono_literals;

QString words(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Elevated errors, said a minute ago.
StatusLine elevated(WallTime now)
{
    StatusLine line {words("Anthropic"), {}};
    line.status.level = StatusLevel::Degraded;
    line.status.words = words("Elevated errors");
    line.status.checkedAt = now - 1min;
    return line;
}

/// The window of a program whose servers say what a picture wants them to.
struct Office
{
    explicit Office(RouteTable table)
    {
        fake.table = std::move(table);
        fake.time.advance(34min);
        for (const Conversation &conversation : harbour::conversations(now()))
            fake.library.addConversation(conversation);
    }
    void open(const QSize &size)
    {
        window.resize(size);
        window.show();
    }
    [[nodiscard]] WallTime now() const { return fake.time.wall(); }
    [[nodiscard]] TurnId ask(const ConversationId &where, const char *question)
    {
        const auto turn = fake.outbox.submit({where, words(question), {}});
        fake.settle();
        return *turn;
    }
    /// A question of an earlier run with its answer, and what became of its turn.
    void remember(const ConversationId &where, const char *question, Message answer)
    {
        Message asked;
        asked.id = MessageId(words("asked"));
        asked.conversation = where;
        asked.turn = TurnId(words("earlier"));
        asked.text = words(question);
        asked.at = now() - 2min;
        answer.id = MessageId(words("answered"));
        answer.conversation = where;
        answer.turn = asked.turn;
        answer.role = Role::Assistant;
        answer.state = MessageState::Complete;
        answer.at = asked.at;
        fake.library.setMessages(where, {asked, answer});
        TurnState turn;
        turn.id = asked.turn;
        turn.conversation = where;
        turn.question = asked.id;
        turn.answer = answer.id;
        turn.phase = TurnPhase::Answered;
        turn.ended = turn.accepted + answer.took;
        turn.attempts = {harbour::refused(1, harbour::sonnet, 0s, 1s, FaultKind::Overloaded, 529), harbour::refused(2, harbour::sonnet, 2s, 1s, FaultKind::Overloaded, 529), {}};
        turn.attempts.back().route = answer.route;
        fake.outbox.remember(where, {turn});
    }
    void begin(const char *model)
    {
        HttpHead head;
        head.status = 200;
        head.headers = {{"content-type", "text/event-stream; charset=utf-8"}};
        fake.transport.events.back().head(head);
        fake.transport.events.back().bytes(answerStart().replace("served", model));
    }
    void stream(const char *text) { fake.transport.events.back().bytes(answerPiece(words(text))); }

    FakeOutbox fake;
    HealthLog health {fake.time, fake.time};
    std::vector<StatusLine> statuses;
    QTemporaryDir folder;
    StoreThread store {fake.time};
    Batches batches {{fake.transport, fake.time, fake.time, fake.jitter, store, fake.conditions, fake.credentials, [this]() -> const RouteTable & { return fake.table; }, fake.catalogue, {}, &fake.ledger}, store};
    BatchPort port;
    MainWindow window {services()};

private:
    [[nodiscard]] ShellServices services()
    {
        ShellServices all {fake.library, fake.outbox, health, fake.time, fake.time, [this]() -> const RouteTable & { return fake.table; }, fake.ledger};
        all.statuses = [this] { return statuses; };
        all.batches = &batches;
        all.batchPort = &port;
        all.catalogue = [this]() -> const Catalogue & { return fake.catalogue; };
        return all;
    }
};

Scene windowOf(const std::shared_ptr<Office> &office)
{
    settle();
    return {office, &office->window};
}

Scene mainInTheClear(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::patientRoutes(harbour::sonnet));
    office->health.restore(harbour::calm(office->now()));
    office->health.setRooms(harbour::anthropic, {{RoomLeft::Dimension::Requests, 50, 42, {}}});
    office->open(size);
    office->window.showConversation(harbour::tideTimes);
    (void)office->ask(harbour::tideTimes, "Which of the three harbours come out wrong in winter?");
    office->begin("claude-sonnet-4-5");
    office->stream(R"(Two of the three. Every row is read as UTC, so Liverpool is right in winter *by accident*:

| Harbour | In the file | Read as | Should be | Off by |
|---|---|---|---|--:|
| Liverpool | 06:12 | 06:12 UTC | 06:12 UTC | none |
| Brest | 05:48 | 05:48 UTC | 04:48 UTC | **1 h** |
| Halifax | 07:05 | 07:05 UTC | 11:05 UTC | **4 h** |

Name the zone once and let the standard library resolve it:

```cpp
auto read_time(std::string_view text, const std::chrono::time_zone* zone) {
    std::istringstream in{std::string{text}};
    std::chrono::local_seconds local;
    in >> std::chrono::parse("%F %H:%M", local);
    return std::chrono::zoned_time{zone, local}.get_sys_time();
}
```

Take `zone`)");
    office->fake.time.advance(3800ms);
    office->stream(" from the harbour table, so the same");
    const auto file = [](const char *name, int bytes) { return Attachment {AttachmentId(words(name)), words(name), AttachmentKind::Text, "text/plain", QByteArray(bytes, 'x')}; };
    office->window.restoreDraft(harbour::tideTimes, {words("Also write a test for the last Sunday in March."), {file("parser.cpp", 6'000), file("tides-2026.csv", 48'000)}});
    return windowOf(office);
}

Scene mainInTheStorm(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::patientRoutes(harbour::sonnet));
    office->health.restore(harbour::stormyHour(office->now()));
    const WallTime reset = office->now() + 12s;
    office->health.setRooms(harbour::anthropic,
        {{RoomLeft::Dimension::Requests, 50, 38, reset}, {RoomLeft::Dimension::InputTokens, 30'000, 21'400, reset}, {RoomLeft::Dimension::OutputTokens, 8'000, 7'050, reset}});
    office->health.setBudget(harbour::anthropic, 11, 20);
    office->statuses = {elevated(office->now())};
    Message answer;
    answer.text = words("Dear members of the board,\n\nThe crane left Bremerhaven on Friday and is held at the lock until the wind drops. We expect it alongside on "
                        "**4 December**, and lifting can start on **8 December**.\n\nYour berth stays free until then at no charge. I will write again on Monday.");
    answer.model = words("claude-haiku-4-5");
    answer.route = harbour::haiku;
    answer.attempts = 3;
    answer.fellBack = true;
    answer.took = 6100ms;
    office->remember(harbour::boardReply, "Draft a short reply to the harbour board. The crane is late, and they want two dates.", answer);
    PolicySettings policy;
    policy.breaker.overloadsInARow = 20; // the card stays on its first route
    policy.breaker.failuresInARow = 20;
    policy.patience.turn = 30min;
    office->fake.outbox.setPolicy(policy);
    office->open(size);
    office->window.showConversation(harbour::boardReply);
    office->window.setWeatherVisible(true);
    (void)office->ask(harbour::boardReply, "Good. Make it one paragraph, and keep both dates.");
    for (int attempt = 0; attempt < 3; ++attempt) {
        office->fake.time.advance(300ms);
        office->fake.refuse(529, "overloaded_error");
        if (attempt < 2)
            office->fake.time.advanceToNext(); // the wait
        office->fake.settle();
    }
    return windowOf(office);
}

/// A turn that waits in the outbox, as an earlier run left it.
UnfinishedTurn kept(Office &office, const char *conversation, const char *question, std::optional<Fault> fault, Reason reason, Duration left, int attempts)
{
    const ConversationId where(words(conversation));
    Message asked;
    asked.id = MessageId(QString(words("asked ") + words(conversation)));
    asked.conversation = where;
    asked.turn = TurnId(QString(words("turn ") + words(question)));
    asked.text = words(question);
    asked.at = office.now() - 13min;
    office.fake.library.setMessages(where, {asked});
    TurnState state;
    state.id = asked.turn;
    state.conversation = where;
    state.question = asked.id;
    state.chain = office.fake.table.chains.front();
    state.phase = TurnPhase::Kept;
    state.acceptedAt = asked.at;
    state.accepted = office.fake.time.now() - 13min;
    state.fault = std::move(fault);
    state.decision = Decision {Action::Keep, reason, {}, {}, {}};
    state.wait = Wait {office.fake.time.now() - 20s, office.fake.time.now() + left};
    for (int number = 1; number <= attempts; ++number) {
        state.attempts.push_back(harbour::refused(number, number % 3 == 0 ? harbour::haiku : number % 2 == 0 ? harbour::sonnet : harbour::opus, number * 2s, 1s, FaultKind::Overloaded, 529));
    }
    return {state};
}

/// One that waits for its hours.
UnfinishedTurn putOff(Office &office, const char *conversation, const char *question, std::chrono::minutes into)
{
    UnfinishedTurn turn = kept(office, conversation, question, {}, Reason::OffPeak, 10min, 0);
    const Stretch hours = office.fake.outbox.nextHours().value();
    turn.state.offPeak = OffPeakWait {hours, hours.from + into, {}};
    return turn;
}

/// One that an earlier run left, with what came back of it: so many answered, then so many refused.
Batch addBatch(Office &office, const char *title, qint64 rows, PartPhase phase, qint64 answered, qint64 failed)
{
    Batch batch;
    batch.id = makeId<BatchId>(office.now() - std::chrono::hours(rows % 5 + 1));
    batch.title = words(title);
    batch.route = harbour::haiku;
    batch.createdAt = std::chrono::floor<std::chrono::milliseconds>(office.now()) - 5h;
    batch.counts.open = rows;
    BatchPart part;
    part.rows = rows;
    part.phase = phase;
    part.remote = words("msgbatch_01");
    part.sentAt = batch.createdAt;
    part.expiresAt = batch.createdAt + 24h;
    part.nextLook = office.now() + 4min;
    if (phase == PartPhase::Settled)
        part.endedAt = office.now() - 31min;
    batch.parts = {part};
    std::vector<BatchRow> lines;
    std::vector<RowResult> results;
    Fault refused;
    refused.kind = FaultKind::BadRequest;
    refused.status = 400;
    refused.detail = words("messages.0.content: text content blocks must be non-empty");
    constexpr std::array notes {"Fender 14 cracked at the upper bolt", "Ladder of berth 3 loose, lower end", "Lamp 7 dark since Sunday", "Bollard 22 shows rust at its foot", "Hose reel of pier B leaks"};
    constexpr std::array labels {"Fenders", "Ladders", "Lights", "Bollards", "Water"};
    for (qint64 row = 1; row <= rows; ++row) {
        const std::size_t kind = static_cast<std::size_t>(row) % notes.size();
        lines.push_back({row, words(notes.at(kind)), QStringLiteral(R"({"model":"claude-haiku-4-5","max_tokens":100,"system":"Answer with one word.","messages":[{"role":"user","content":"Label this note of maintenance: %1"}]})").arg(words(notes.at(kind))).toUtf8()});
        if (row <= answered)
            results.push_back({row, RowState::Answered, words(labels.at(kind)), words("claude-haiku-4-5"), {61 + row % 7, 4}, std::nullopt, R"({"type":"message"})"});
        else if (row <= answered + failed)
            results.push_back({row, RowState::Failed, {}, {}, {}, refused});
    }
    office.store.addBatch(batch, lines, [](const Result<void> &) {});
    office.store.land(batch.id, 1, results, [](const Result<Landed> &) {});
    return batch;
}

/// What is on disk is known to the window.
void readBatches(Office &office, const std::vector<Batch> &unsettled)
{
    bool open = false;
    office.store.batches([&](const Result<std::vector<Batch>> &all) {
        std::vector<Batch> found;
        for (const Batch &each : all.value()) {
            if (std::any_of(unsettled.begin(), unsettled.end(), [&each](const Batch &wanted) { return wanted.id == each.id; }))
                found.push_back(each);
        }
        office.batches.restore(found);
        open = true;
    });
    (void)QTest::qWaitFor([&] { return open && office.batches.isRestored(); });
}

void openStore(Office &office)
{
    bool open = false;
    office.store.open(office.folder.filePath(words("history.db")), [&open](const Result<Snapshot> &) { open = true; });
    (void)QTest::qWaitFor([&open] { return open; });
}

Fault faultOf(FaultKind kind, std::optional<int> status, const char *host = "api.anthropic.com")
{
    Fault fault;
    fault.kind = kind;
    fault.status = status;
    fault.host = words(host);
    return fault;
}

/// A conversation on its way to the archive.
Scene draggedConversation(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::routes());
    office->open(QSize(1280, size.height()));
    settle();
    QListView &view = office->window.sidebar().view();
    ConversationList &list = office->window.sidebar().list();
    const auto send = [&view](QEvent::Type type, const QPoint &at) {
        QMouseEvent event(type, QPointF(at), QPointF(view.viewport()->mapToGlobal(at)), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &event);
    };
    const QPoint from = view.visualRect(list.indexOf(harbour::boardReply)).center();
    send(QEvent::MouseButtonPress, from);
    send(QEvent::MouseMove, from + QPoint(0, 30));
    send(QEvent::MouseMove, view.visualRect(list.index(1)).center() + QPoint(0, 12));
    return {office, &office->window.sidebar()};
}

Scene outbox(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::routes());
    office->health.restore(harbour::stormyHour(office->now()));
    office->health.setRooms(harbour::anthropic, {{RoomLeft::Dimension::Requests, 50, 2, office->now() + 38s}});
    office->open(size);
    office->fake.outbox.restore({
        kept(*office, "pumps", "Here are the three quotes. Compare price per day, notice period and who pays for a weather day, then pick one and say why.",
            faultOf(FaultKind::Overloaded, 529), Reason::PatienceOver, 42s, 12),
        kept(*office, "safety", "Shorten the notice to one page", faultOf(FaultKind::RateLimited, 429), Reason::WaitTooLong, 38s, 1),
        kept(*office, "beaufort", "What does force 7 mean for a small ferry?", faultOf(FaultKind::Connect, std::nullopt, "localhost"), Reason::TriesUsed, 70s, 2),
        putOff(*office, "mooring", "Rewrite all 18 answers in the mooring FAQ", 0min),
        putOff(*office, "rename", "List every place the old berth names appear", 25min),
    });
    openStore(*office);
    const Batch working = addBatch(*office, "Label 240 maintenance notes", 240, PartPhase::UnderWay, 182, 3);
    (void)addBatch(*office, "Describe 64 harbour photos", 64, PartPhase::Settled, 64, 0);
    readBatches(*office, {working});
    office->window.showOutbox();
    return windowOf(office);
}

/// The rows of a batch that has ended, with those that failed and those that were not sent.
Scene batchResults(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::routes());
    office->fake.time.advance(1s);
    openStore(*office);
    const Batch ended = addBatch(*office, "Label 240 maintenance notes", 240, PartPhase::Settled, 237, 3);
    readBatches(*office, {});
    office->window.showBatch(ended.id);
    QWidget *window = nullptr;
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (qobject_cast<BatchWindow *>(each) != nullptr && each->isVisible())
            window = each;
    }
    window->resize(size);
    auto *rows = window->findChild<QAbstractItemView *>();
    (void)QTest::qWaitFor([rows] { return rows->model()->rowCount() > 0; });
    rows->setCurrentIndex(rows->model()->index(3, 0));
    const auto *detail = window->findChild<RowDetail *>();
    (void)QTest::qWaitFor([detail] { return detail->number() == 4; });
    settle();
    return {office, window};
}

Scene newBatch(const QSize &size)
{
    auto office = std::make_shared<Office>(harbour::routes());
    openStore(*office);
    QFile file(office->folder.filePath(words("notes.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("berth,note,week\n");
    for (int row = 1; row <= 240; ++row)
        file.write(QStringLiteral("%1,\"Fender %2 cracked at the upper bolt\",%3\n").arg(row % 31).arg(row).arg(row % 52).toUtf8());
    file.write("4,\"Lamp 7 dark since Sunday\"\n");
    file.close();
    office->window.newBatch();
    NewBatchWindow *window = nullptr;
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *made = qobject_cast<NewBatchWindow *>(each); made != nullptr && made->isVisible())
            window = made;
    }
    window->openWith(words("Label this note of maintenance in one word. It is about berth {{berth}}:\n\n{{note}}"));
    window->useFile(file.fileName());
    window->resize(size);
    const auto *send = window->findChild<QAbstractButton *>(words("send"));
    (void)QTest::qWaitFor([send] { return send->isEnabled(); }); // all is read
    settle();
    return {office, window};
}

Scene flightRecord(const QSize &size)
{
    TurnState turn;
    turn.id = TurnId(words("turn"));
    turn.phase = TurnPhase::Answered;
    turn.acceptedAt = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h + 2min + 7s;
    turn.accepted = Instant(1h);
    turn.ended = turn.accepted + 15'900ms;
    using harbour::refused;
    Attempt limited = refused(1, harbour::opus, 0s, 650ms, FaultKind::RateLimited, 429);
    limited.fault->hint = Hint {4s, HintSource::RetryAfterSeconds};
    limited.decision = Decision {Action::Wait, Reason::ServerHint, Delay {4s, 700ms, 2s}, {}, {}};
    limited.budgetBefore = 20;
    limited.budgetAfter = 19;
    limited.rawResponse = words("HTTP/2 429\nretry-after: 4\nanthropic-ratelimit-requests-limit: 50\nanthropic-ratelimit-requests-remaining: 0\n"
                                "anthropic-ratelimit-requests-reset: 2026-01-05T14:02:11Z\nrequest-id: req_011CVRq4nWm8yHsXkU28kPd\n\n"
                                "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\n \"message\":\"This request would exceed your rate limit…\"}}");
    Attempt second = refused(2, harbour::opus, 5'350ms, 900ms, FaultKind::Overloaded, 529);
    second.decision = Decision {Action::Wait, Reason::Backoff, Delay {0s, 1'300ms, 2s}, {}, {}};
    Attempt third = refused(3, harbour::opus, 7'550ms, 900ms, FaultKind::Overloaded, 529);
    third.decision = Decision {Action::MoveOn, Reason::WaitTooLong, {}, harbour::opus, harbour::sonnet};
    Attempt fourth = refused(4, harbour::sonnet, 8'450ms, 950ms, FaultKind::Overloaded, 529);
    fourth.decision = Decision {Action::Wait, Reason::Backoff, Delay {0s, 600ms, 2s}, {}, {}};
    Attempt fifth = refused(5, harbour::sonnet, 10s, 400ms, FaultKind::Transient, 500);
    fifth.decision = Decision {Action::MoveOn, Reason::TriesUsed, {}, harbour::sonnet, harbour::haiku};
    Attempt answered;
    answered.number = 6;
    answered.route = harbour::haiku;
    answered.startedAfter = 10'400ms;
    answered.headersAfter = 300ms;
    answered.firstContentAfter = 650ms;
    answered.endedAfter = 5'500ms;
    answered.status = 200;
    answered.requestId = words("req_011CVRqE9nWm8yHsXkU2v9Ka");
    answered.usage.input = 1812;
    answered.usage.output = 431;
    turn.attempts = {limited, second, third, fourth, fifth, answered};
    auto window = std::make_shared<FlightWindow>(nullptr, [now = turn.acceptedAt + 5min] { return now; });
    window->show(turn, words("Compare the three mooring quotes"), harbour::routes());
    window->resize(size);
    window->show();
    return window;
}

Scene welcome(const QSize &size)
{
    auto view = std::make_shared<WelcomeView>();
    view->resize(size);
    view->show();
    auto *key = view->findChild<QLineEdit *>(words("key"));
    key->setText(words("sk-ant-api03-0123456789abcdef7Q2A"));
    view->activateWindow();
    settle();
    key->setFocus(Qt::TabFocusReason);
    key->deselect();
    return view;
}

struct Sky
{
    explicit Sky(HealthPast (*past)(WallTime))
    {
        time.advance(14min);
        if (past != nullptr)
            log.restore(past(time.wall()));
        log.setChainRoutes({harbour::opus, harbour::sonnet}); // whose pauses make a storm
    }
    FakeTime time;
    HealthLog log {time, time};
    RouteTable table = harbour::routes();
    WeatherWindow window {WeatherSources {log, [this]() -> const RouteTable & { return table; },
        [] { return std::vector<RouteId> {harbour::opus, harbour::sonnet, harbour::haiku, harbour::local}; }, time,
        [this] {
            StatusLine line {words("Anthropic"), {}};
            line.status.level = StatusLevel::Working;
            line.status.checkedAt = time.wall() - 1min;
            line.status.incidents = {Incident {words("Elevated errors on Opus and Sonnet"), IncidentImpact::Minor, time.wall() - 5h, time.wall() - 3h}};
            return std::vector {line};
        }}};
};

Scene weatherOfADay(const QSize &size)
{
    auto sky = std::make_shared<Sky>(&harbour::dayWithAStorm);
    sky->log.setRooms(harbour::anthropic,
        {{RoomLeft::Dimension::Requests, 50, 42, {}}, {RoomLeft::Dimension::InputTokens, 30'000, 27'300, {}}, {RoomLeft::Dimension::OutputTokens, 8'000, 7'700, {}}});
    sky->log.setBudget(harbour::anthropic, 20, 20);
    sky->window.resize(size);
    sky->window.show();
    settle();
    auto *responses = sky->window.findChild<ResponsesChart *>();
    Q_EMIT responses->bucketChosen(std::size_t(80)); // as the pointer does
    return {sky, &sky->window};
}

} // namespace

std::vector<Picture> windowPictures()
{
    return {
        {words("01-main-clear-light"), {{Scheme::Light, wholeWindow, mainInTheClear}}},
        {words("02-main-storm-dark"), {{Scheme::Dark, wholeWindow, mainInTheStorm}}},
        {words("03-attempt-inspector"), {{Scheme::Light, smallerWindow, flightRecord}}},
        {words("07-welcome"), {{Scheme::Light, wholeWindow, welcome}}},
        {words("08-outbox-batches"), {{Scheme::Light, wholeWindow, outbox}}},
        {words("batch-results"), {{Scheme::Light, wholeWindow, batchResults}}},
        {words("new-batch"), {{Scheme::Light, wholeWindow, newBatch}}},
        {words("sidebar-dragging"), {{Scheme::Light, {0, 32, 268, 788}, draggedConversation}}},
        {words("10-weather-window-24h"), {{Scheme::Dark, smallerWindow, weatherOfADay}}},
    };
}

} // namespace breakwater
