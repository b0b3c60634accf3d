// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stormweathers.h"

#include <algorithm>
#include <map>

namespace breakwater {

namespace {

using std::chrono::seconds;

Fate refusal(int status, std::optional<double> retryAfter = {})
{
    Fate fate;
    fate.kind = Fate::Kind::Refuse;
    fate.status = status;
    fate.retryAfter = retryAfter;
    return fate;
}

Fate ofKind(Fate::Kind kind, double share = 1.0)
{
    Fate fate;
    fate.kind = kind;
    fate.share = share;
    return fate;
}

bool within(const ServedRequest &request, Duration length)
{
    return request.at >= storm::windowBegins && request.at < storm::windowBegins + length;
}

/// For `length` every request that `touched` names has `fate`.
std::function<WeatherTeller()> outage(Duration length, const Fate &fate, std::function<bool(const ServedRequest &)> touched)
{
    return [=] { return [=](const ServedRequest &request, Jitter &) { return within(request, length) && touched(request) ? fate : Fate {}; }; };
}

std::function<WeatherTeller()> refusing(double probability)
{
    return [=] { return [=](const ServedRequest &, Jitter &dice) { return dice.next() < probability ? refusal(529) : Fate {}; }; };
}

struct OwnLimit
{
    bool shared = false; ///< by the models of the provider
    bool told = true; ///< in headers
    double saidLimit = 4; ///< what the header calls the limit
};

/// The first provider's key may send 4 requests a second for `length`.
std::function<WeatherTeller()> ownLimit(Duration length, OwnLimit kind)
{
    constexpr double rate = 4;
    constexpr double wide = 1000;
    return [=] {
        return [=, buckets = std::map<QString, TokenBucket>()](const ServedRequest &request, Jitter &) mutable {
            if (request.host != storm::firstHost)
                return Fate {};
            const bool limited = within(request, length);
            Fate fate;
            LimitLevels levels {{wide, wide, {}}, {2'000'000, 2'000'000, {}}, {400'000, 400'000, {}}};
            if (limited) {
                TokenBucket &bucket = buckets.try_emplace(kind.shared ? QString() : request.model, rate, rate, request.now).first->second;
                if (bucket.level(request.now) >= 1)
                    bucket.take(1, request.now);
                else
                    fate = refusal(429, 3.0);
                levels.requests = {kind.saidLimit, std::max(0.0, bucket.level(request.now)), bucket.until(rate, request.now)};
            }
            if (kind.told)
                fate.levels = levels;
            return fate;
        };
    };
}

/// 20 answers at a time for all, 4 of them while it is tight; a refusal takes a place for a fifth of a second.
std::function<WeatherTeller()> scarcePlaces(Duration length)
{
    struct Places
    {
        int taken = 0;
        std::vector<Instant> refusals; ///< when each lets go
    };
    return [=] {
        return [=, places = std::make_shared<Places>()](const ServedRequest &request, Jitter &) {
            std::erase_if(places->refusals, [&request](Instant until) { return until <= request.now; });
            if (places->taken + static_cast<int>(places->refusals.size()) >= (within(request, length) ? 4 : 20)) {
                places->refusals.push_back(request.now + std::chrono::milliseconds(200));
                return refusal(529);
            }
            ++places->taken;
            Fate fate;
            fate.hold = std::shared_ptr<void>(nullptr, [places](void *) { --places->taken; });
            return fate;
        };
    };
}

/// So many requests a second for all, a fifth of it while it is tight; a refusal costs a part of a request.
std::function<WeatherTeller()> scarceRate(Duration length, double full, double refusalCost)
{
    return [=] {
        return [=, bucket = std::optional<TokenBucket>()](const ServedRequest &request, Jitter &) mutable {
            const double rate = within(request, length) ? full / 5 : full;
            if (!bucket)
                bucket.emplace(rate, rate, request.now);
            if (bucket->capacity() != rate)
                bucket->resize(rate, rate, request.now);
            const bool room = bucket->level(request.now) >= 1;
            bucket->take(room ? 1 : refusalCost, request.now, -rate);
            return room ? Fate {} : refusal(529);
        };
    };
}

double someShare(Jitter &dice)
{
    return 0.3 + 0.4 * dice.next();
}

Fate maybeCut(const ServedRequest &, Jitter &dice)
{
    return dice.next() < 0.2 ? ofKind(Fate::Kind::Cut, someShare(dice)) : Fate {};
}

Fate maybeSilent(const ServedRequest &, Jitter &dice)
{
    const double drawn = dice.next();
    if (drawn < 0.05)
        return ofKind(Fate::Kind::Mute);
    if (drawn < 0.10)
        return ofKind(Fate::Kind::Silent, someShare(dice));
    return drawn < 0.15 ? ofKind(Fate::Kind::Slow) : Fate {};
}

bool anyRoute(const ServedRequest &)
{
    return true;
}

bool wanted(const ServedRequest &request)
{
    return request.model == storm::wantedModel;
}

bool atFirst(const ServedRequest &request)
{
    return request.host == storm::firstHost;
}

std::vector<StormWeather> allWeathers()
{
    const auto title = [](const char *words) { return QString::fromLatin1(words); };
    const auto name = title;
    return {
        {name("a"), title("all refuse 5 s"), seconds(5), 6.6, 1.15, outage(seconds(5), refusal(529), anyRoute)},
        {name("b"), title("30 % refused"), {}, 2.2, 1.55, refusing(0.3)},
        {name("c"), title("70 % refused"), {}, 5.0, 3.7, refusing(0.7)},
        {name("d"), title("own limit, a model each"), seconds(30), 2.0, 1.05, ownLimit(seconds(30), {})},
        {name("d2"), title("own limit, one for both"), seconds(30), 2.0, 1.05, ownLimit(seconds(30), {true, true, 4})},
        {name("d3"), title("own limit, no headers"), seconds(30), 2.0, 1.05, ownLimit(seconds(30), {false, false, 4})},
        {name("d4"), title("own limit, told per min"), seconds(30), 2.0, 1.05, ownLimit(seconds(30), {false, true, 240})},
        {name("e"), title("a fifth of the places"), seconds(15), 10.0, 1.3, scarcePlaces(seconds(15))},
        {name("e2"), title("a fifth of the rate"), seconds(15), 10.0, 1.3, scarceRate(seconds(15), 20, 0.2)},
        {name("e3"), title("a fifth of 15 a second"), seconds(15), 10.0, 1.3, scarceRate(seconds(15), 15, 0.2)},
        {name("e4"), title("refusals cost half"), seconds(15), 10.0, 1.3, scarceRate(seconds(15), 15, 0.5)},
        {name("f"), title("wanted model down"), seconds(30), 1.8, 1.1, outage(seconds(30), refusal(529), wanted)},
        {name("g"), title("first provider 529"), seconds(30), 1.8, 1.15, outage(seconds(30), refusal(529), atFirst)},
        {name("g2"), title("first unreachable"), seconds(30), 1.8, 1.15, outage(seconds(30), ofKind(Fate::Kind::Unreachable), atFirst)},
        {name("h"), title("20 % break off"), {}, 3.3, 1.28, [] { return maybeCut; }},
        {name("i"), title("10 % silent, 5 % slow"), {}, 7.0, 1.18, [] { return maybeSilent; }},
        {name("j"), title("clear"), {}, 1.2, 1.0, [] { return [](const ServedRequest &, Jitter &) { return Fate {}; }; }},
    };
}

} // namespace

const std::vector<StormWeather> &stormWeathers()
{
    static const std::vector<StormWeather> all = allWeathers();
    return all;
}

} // namespace breakwater
