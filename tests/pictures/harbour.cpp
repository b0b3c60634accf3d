// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/harbour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace breakwater::harbour {

using namespace std::chrono_literals;

const RouteId opus(QStringLiteral("opus"));
const RouteId sonnet(QStringLiteral("sonnet"));
const RouteId haiku(QStringLiteral("haiku"));
const RouteId local(QStringLiteral("local"));
const ProviderId anthropic(QStringLiteral("anthropic"));
const ConversationId tideTimes(QStringLiteral("tides"));
const ConversationId boardReply(QStringLiteral("board"));

namespace {

const ProviderId machine(QStringLiteral("machine"));

struct Known
{
    const char *id;
    const char *title;
    std::chrono::minutes ago;
    bool pinned = false;
};

constexpr std::array known {
    Known {"mooring", "Mooring budget", 24h, true},
    Known {"house", "House style questions", 25h, true},
    Known {"tides", "Tide times without a zone", 3min},
    Known {"board", "Reply to the harbour board", 92min},
    Known {"rename", "Rename pass for the log reader", 167min},
    Known {"packing", "Packing list, four days at sea", 314min},
    Known {"safety", "Translate the safety notice", 24h},
    Known {"buoys", "Pattern for buoy numbers", 25h},
    Known {"pumps", "Compare two heat pumps", 26h},
    Known {"interviews", "Archive interview questions", 50h},
    Known {"ferry", "Ferry timetable to calendar", 51h},
    Known {"beaufort", "Explain the Beaufort scale", 75h},
    Known {"grant", "Grant letter, second draft", 99h},
};

/// Between 0 and 1, the same at each run.
double chance(unsigned &state)
{
    state = state * 1'664'525u + 1'013'904'223u;
    return double(state >> 8) / double(1u << 24);
}

FlowChange flow(WallTime now, Duration ago, const RouteId &route, RouteFlow what, std::optional<Duration> left = {})
{
    const auto at = [now](Duration before) { return std::chrono::floor<std::chrono::milliseconds>(now - before); };
    return {at(ago), route, what, left ? std::optional(at(-*left)) : std::nullopt};
}

} // namespace

RouteTable routes()
{
    RouteTable table;
    Provider first;
    first.id = anthropic;
    first.name = QStringLiteral("Anthropic");
    first.baseUrl = QUrl(QStringLiteral("https://api.anthropic.com"));
    Provider second;
    second.id = machine;
    second.name = QStringLiteral("Local");
    second.dialect = Dialect::OpenAi;
    second.baseUrl = QUrl(QStringLiteral("http://localhost:8080"));
    table.providers = {first, second};
    table.routes = {
        {opus, anthropic, QStringLiteral("claude-opus-4-5"), QStringLiteral("Claude Opus 4.5")},
        {sonnet, anthropic, QStringLiteral("claude-sonnet-4-5"), QStringLiteral("Claude Sonnet 4.5")},
        {haiku, anthropic, QStringLiteral("claude-haiku-4-5"), QStringLiteral("Claude Haiku 4.5")},
        {local, machine, QStringLiteral("qwen2.5-14b-instruct"), {}},
    };
    Chain chain;
    chain.id = ChainId(QStringLiteral("everyday"));
    chain.name = QStringLiteral("Everyday");
    for (const Route &route : table.routes)
        chain.steps.emplace_back().route = route.id;
    table.chains = {chain};
    return table;
}

RouteTable patientRoutes(const RouteId &first)
{
    RouteTable table = routes();
    auto &steps = table.chains.front().steps;
    steps.erase(steps.begin(), std::find_if(steps.begin(), steps.end(), [&first](const ChainStep &step) { return step.route == first; }));
    steps.front().overloadedTries = 6;
    steps.front().waitUpTo = 60s;
    return table;
}

std::vector<Conversation> conversations(WallTime now)
{
    std::vector<Conversation> all;
    for (const Known &each : known) {
        Conversation conversation;
        conversation.id = ConversationId(QString::fromLatin1(each.id));
        conversation.title = QString::fromLatin1(each.title);
        conversation.titleIsManual = true;
        conversation.pinned = each.pinned;
        conversation.createdAt = conversation.updatedAt = now - each.ago;
        all.push_back(conversation);
    }
    return all;
}

std::vector<Sample> weatherOf(const std::vector<Spell> &spells, WallTime now)
{
    std::vector<Sample> samples;
    unsigned state = 7;
    int turn = 0;
    for (const Spell &spell : spells) {
        for (int each = 0; each < spell.count; ++each) {
            const double share = (each + chance(state)) / spell.count;
            Sample sample;
            sample.at = std::chrono::floor<std::chrono::milliseconds>(now - spell.from + fromSeconds(toSeconds(spell.from - spell.until) * share));
            sample.route = spell.route;
            sample.turn = TurnId(QString::number(turn++));
            sample.result = spell.result;
            sample.total = fromSeconds(1.5 + 3 * chance(state));
            if (spell.result == SampleClass::Answered)
                sample.firstContent = fromSeconds(0.4 + chance(state));
            else
                sample.wait = SampleWait {spell.result == SampleClass::OwnLimit ? Duration(4s) : Duration(0s), fromSeconds(0.3 * std::pow(40.0, chance(state)))};
            samples.push_back(sample);
        }
    }
    std::sort(samples.begin(), samples.end(), [](const Sample &left, const Sample &right) { return left.at < right.at; });
    return samples;
}

HealthPast calm(WallTime now)
{
    return {weatherOf({{SampleClass::Answered, 35, 15min, 0min, sonnet}}, now), {}, {}, {}};
}

HealthPast stormyHour(WallTime now)
{
    HealthPast past;
    past.samples = weatherOf(
        {
            {SampleClass::Answered, 48, 60min, 24min, opus},
            {SampleClass::Answered, 13, 24min, 0min, haiku},
            {SampleClass::OwnLimit, 4, 52min, 3min, opus},
            {SampleClass::Overloaded, 43, 24min, 0min, opus},
            {SampleClass::ServerError, 3, 44min, 8min, sonnet},
            {SampleClass::Network, 2, 55min, 14min, local},
        },
        now);
    past.flows = {flow(now, 24min, opus, RouteFlow::Paused, -20min), flow(now, 20min, opus, RouteFlow::Testing), flow(now, 19min, opus, RouteFlow::Paused, -12min),
        flow(now, 12min, opus, RouteFlow::Testing), flow(now, 11min, opus, RouteFlow::Paused, 42s), flow(now, 17min, sonnet, RouteFlow::Paused, -14min),
        flow(now, 14min, sonnet, RouteFlow::Testing), flow(now, 13min, sonnet, RouteFlow::Flowing)};
    std::sort(past.flows.begin(), past.flows.end(), [](const FlowChange &left, const FlowChange &right) { return left.at < right.at; });
    return past;
}

HealthPast dayWithAStorm(WallTime now)
{
    HealthPast past;
    past.samples = weatherOf(
        {
            {SampleClass::Answered, 130, 24h, 20h, opus},
            {SampleClass::Answered, 405, 20h, 5h, sonnet},
            {SampleClass::Answered, 35, 5h, 3h, haiku},
            {SampleClass::Answered, 45, 3h, 0h, opus},
            {SampleClass::OwnLimit, 39, 23h, 1h, sonnet},
            {SampleClass::Overloaded, 170, 5h, 2h + 45min, opus},
            {SampleClass::Overloaded, 8, 22h, 6h, sonnet},
            {SampleClass::ServerError, 10, 22h, 3h, opus},
            {SampleClass::Network, 10, 18h, 15h, local},
        },
        now);
    past.flows = {flow(now, 17h, local, RouteFlow::Paused, -16h), flow(now, 16h, local, RouteFlow::Testing), flow(now, 15h + 55min, local, RouteFlow::Flowing),
        flow(now, 5h, opus, RouteFlow::Paused, -4h), flow(now, 4h, opus, RouteFlow::Testing), flow(now, 3h + 55min, opus, RouteFlow::Paused, -3h),
        flow(now, 3h, opus, RouteFlow::Testing), flow(now, 2h + 55min, opus, RouteFlow::Flowing)};
    for (int minute = 24 * 60; minute > 0; minute -= 5) {
        const auto at = std::chrono::floor<std::chrono::minutes>(now - std::chrono::minutes(minute));
        const bool crowded = minute < 23 * 60 && minute > 21 * 60;
        past.rooms.push_back({at, anthropic, RoomLeft::Dimension::Requests, crowded ? 0.03 : 0.9 + 0.08 * std::sin(minute / 37.0)});
        past.rooms.push_back({at, anthropic, RoomLeft::Dimension::InputTokens, crowded ? 0.2 : 0.8 + 0.12 * std::sin(minute / 51.0)});
    }
    return past;
}

Attempt refused(int number, const RouteId &route, Duration start, Duration took, FaultKind kind, int status)
{
    Attempt attempt;
    attempt.number = number;
    attempt.route = route;
    attempt.startedAfter = start;
    attempt.endedAfter = took;
    attempt.status = status;
    attempt.requestId = QStringLiteral("req_011CVRq%1nWm8yHsXkU%2").arg(number).arg(number * 7919 + 20'000);
    attempt.fault = Fault();
    attempt.fault->kind = kind;
    attempt.fault->status = status;
    attempt.fault->host = QStringLiteral("api.anthropic.com");
    return attempt;
}

} // namespace breakwater::harbour
