// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/virtualstorm.h"

#include "tests/support/fakes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace breakwater {

namespace {

/// The q-quantile by nearest rank; sorts.
double quantile(std::vector<double> &values, double q)
{
    if (values.empty())
        return 0.0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

class Storm
{
public:
    Storm(const StormWeather &weather, const StormSetup &setup);
    StormResult play();

private:
    struct Person
    {
        SeededJitter dice;
        int turns = 0;
        std::unique_ptr<Alarm> alarm; ///< the next turn
    };
    struct Turn
    {
        std::size_t person = 0;
        QString tag;
        QString question;
        Duration began {};
        std::optional<Duration> ended;
        bool answered = false;
        QString model;
    };

    [[nodiscard]] Duration elapsed() const { return m_time.now() - m_began; }
    void say(const QString &line) const;
    void sayWait(const TurnId &id) const;
    void think(std::size_t person, double least, double most);
    void ask(std::size_t person);
    void takeEnd(const TurnId &id);
    [[nodiscard]] StormResult result() const;

    const StormWeather &m_weather;
    const StormSetup &m_setup;
    FakeTime m_time;
    Instant m_began = m_time.now();
    FakeJournal m_journal {m_time};
    ModelServer m_server;
    FakeCredentials m_credentials;
    SeededJitter m_jitter;
    Catalogue m_catalogue;
    Conditions m_conditions;
    Library m_library;
    RouteTable m_table = stormRoutes();
    Outbox m_outbox {TurnServices {m_server, m_time, m_time, m_jitter, m_journal, m_library, m_conditions, m_credentials,
        [this]() -> const RouteTable & { return m_table; }, m_catalogue}};
    std::vector<Person> m_people;
    std::map<TurnId, Turn> m_turns;
    int m_wrong = 0;
    int m_mostAttempts = 0;
    int m_open = 0;
    std::vector<Sample> m_samples;
    std::vector<TurnId> m_asked;
};

Storm::Storm(const StormWeather &weather, const StormSetup &setup)
    : m_weather(weather)
    , m_setup(setup)
    , m_server(m_time, weather.begin(), setup.seed * 1'000'003 + 1, setup.trace ? ModelServer::Trace([this](const QString &line) { say(line); }) : ModelServer::Trace())
    , m_jitter(setup.seed * 1'000'003 + 2)
{
    if (setup.arrange) {
        setup.arrange(m_table);
        m_outbox.learnRoutes();
    }
    m_outbox.setPolicy(setup.policy);
    QObject::connect(&m_outbox, &Outbox::sampled, &m_outbox, [this](const Sample &sample) { m_samples.push_back(sample); });
    QObject::connect(&m_outbox, &Outbox::turnSettled, &m_outbox, [this](const TurnId &id) { takeEnd(id); });
    if (setup.trace) {
        QObject::connect(&m_outbox, &Outbox::turnChanged, &m_outbox, [this](const TurnId &id) { sayWait(id); });
    }
    for (int person = 0; person < setup.users; ++person)
        m_people.push_back({SeededJitter(setup.seed * 1'000'003 + 1000 + static_cast<std::uint64_t>(person)), 0, {}});
}

void Storm::say(const QString &line) const
{
    m_setup.trace(QStringLiteral("%1  %2").arg(toSeconds(elapsed()), 8, 'f', 3).arg(line));
}

/// What keeps a turn waiting, by the number of its reason, and for how long.
void Storm::sayWait(const TurnId &id) const
{
    const TurnState *state = m_outbox.turn(id);
    const auto turn = m_turns.find(id);
    if (state == nullptr || turn == m_turns.end() || state->phase != TurnPhase::Waiting || !state->wait || !state->decision)
        return;
    const RouteId &route = state->chain.steps.at(state->step).route;
    say(QStringLiteral("%1 .. waits for %2, reason %3, %4 s")
            .arg(turn->second.tag, route.text())
            .arg(static_cast<int>(state->decision->reason))
            .arg(toSeconds(state->wait->until - m_time.now()), 0, 'f', 3));
}

void Storm::think(std::size_t person, double least, double most)
{
    Person &one = m_people[person];
    const Duration pause = fromSeconds(least + (most - least) * one.dice.next());
    if (elapsed() + pause < m_setup.length)
        one.alarm = m_time.at(m_time.now() + pause, [this, person] { ask(person); });
}

void Storm::ask(std::size_t person)
{
    Turn turn;
    turn.person = person;
    turn.tag = QStringLiteral("%1-%2-%3").arg(m_setup.seed).arg(person).arg(m_people[person].turns++);
    turn.question = QStringLiteral("[[turn %1]] Please answer turn %1.").arg(turn.tag);
    turn.began = elapsed();
    const auto id = m_outbox.submit({{}, turn.question, {}});
    if (!id)
        return;
    ++m_open;
    m_asked.push_back(*id);
    m_turns.emplace(*id, std::move(turn));
    if (m_setup.asking == StormSetup::Asking::Steadily)
        think(person, m_setup.shortestPause, m_setup.longestPause);
}

void Storm::takeEnd(const TurnId &id)
{
    const auto entry = m_turns.find(id);
    const TurnState *state = m_outbox.turn(id);
    if (entry == m_turns.end() || state == nullptr || entry->second.ended)
        return;
    Turn &turn = entry->second;
    turn.ended = elapsed();
    turn.answered = state->phase == TurnPhase::Answered;
    m_mostAttempts = std::max(m_mostAttempts, static_cast<int>(state->attempts.size()));
    --m_open;
    bool right = true;
    if (const Message *answer = m_library.message(state->conversation, state->answer); turn.answered) {
        turn.model = answer != nullptr ? answer->model : QString();
        right = answer != nullptr && answer->text == ModelServer::answerTo(turn.model, turn.question);
        m_wrong += right ? 0 : 1;
    }
    if (m_setup.trace) {
        const QString end = state->phase == TurnPhase::BrokenOff ? QStringLiteral("BROKEN OFF")
            : !turn.answered                                      ? QStringLiteral("FAILED")
            : right                                               ? QStringLiteral("answered by ") + turn.model
                                                                  : QStringLiteral("WRONG by ") + turn.model;
        say(QStringLiteral("%1 == %2, %3 s, attempts: %4").arg(turn.tag, end).arg(toSeconds(*turn.ended - turn.began), 0, 'f', 2).arg(state->attempts.size()));
    }
    if (m_setup.asking == StormSetup::Asking::OnceAnswered)
        think(turn.person, m_setup.shortestPause, m_setup.longestPause);
}

StormResult Storm::play()
{
    for (std::size_t person = 0; person < m_people.size(); ++person)
        think(person, 0.0, m_setup.longestPause);
    bool over = false;
    const auto end = m_time.at(m_began + m_setup.length + m_setup.overtime, [&over] { over = true; });
    while (!over && (m_open > 0 || elapsed() < m_setup.length) && m_time.advanceToNext()) {
        // What the event loop would do between two alarms.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return result();
}

StormResult Storm::result() const
{
    StormResult result;
    result.requests = m_server.requests();
    result.wrong = m_wrong;
    result.mostAttempts = m_mostAttempts;
    result.samples = m_samples;
    result.asked = m_asked;
    const auto weatherEnds = m_weather.ends();
    std::vector<double> seconds;
    for (const auto &[id, turn] : m_turns) {
        ++result.turns;
        result.answered += turn.answered ? 1 : 0;
        result.wanted += turn.answered && turn.model == storm::wantedModel ? 1 : 0;
        seconds.push_back(toSeconds((turn.answered ? *turn.ended : m_setup.length + m_setup.overtime) - turn.began));
        if (const TurnState *state = m_outbox.turn(id)) // those still open too
            result.mostAttempts = std::max(result.mostAttempts, static_cast<int>(state->attempts.size()));
        if (!weatherEnds)
            continue;
        if (turn.began <= *weatherEnds && (!turn.ended || *turn.ended > *weatherEnds)) {
            const double took = turn.answered ? toSeconds(*turn.ended - *weatherEnds) : std::numeric_limits<double>::infinity();
            result.recovery = std::max(result.recovery.value_or(0.0), took);
        }
        if (turn.answered && turn.model == storm::wantedModel && *turn.ended > *weatherEnds)
            result.wantedBack = std::min(result.wantedBack.value_or(std::numeric_limits<double>::infinity()), toSeconds(*turn.ended - *weatherEnds));
    }
    result.p50 = quantile(seconds, 0.50);
    result.p95 = quantile(seconds, 0.95);
    result.p99 = quantile(seconds, 0.99);
    return result;
}

} // namespace

RouteTable stormRoutes()
{
    Provider first;
    first.id = ProviderId(QStringLiteral("first"));
    first.baseUrl = QUrl(QStringLiteral("https://") + storm::firstHost);
    Provider second;
    second.id = ProviderId(QStringLiteral("second"));
    second.dialect = Dialect::OpenAi;
    second.baseUrl = QUrl(QStringLiteral("https://") + storm::secondHost + QStringLiteral("/v1"));
    RouteTable table;
    table.providers = {first, second};
    table.routes = {
        {RouteId(storm::wantedModel), first.id, storm::wantedModel, storm::wantedModel},
        {RouteId(storm::cheaperModel), first.id, storm::cheaperModel, storm::cheaperModel},
        {RouteId(storm::secondModel), second.id, storm::secondModel, storm::secondModel},
    };
    Chain chain;
    chain.id = ChainId(QStringLiteral("storm"));
    for (const Route &route : table.routes)
        chain.steps.emplace_back().route = route.id;
    chain.lastResort = LastResort::KeepInOutbox;
    table.chains = {chain};
    return table;
}

StormResult playStorm(const StormWeather &weather, const StormSetup &setup)
{
    return Storm(weather, setup).play();
}

} // namespace breakwater
