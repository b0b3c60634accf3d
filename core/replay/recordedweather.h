// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/health/sample.h"

#include <map>
#include <vector>

namespace breakwater {

/// What a request would have met.
struct RecordedOutcome
{
    std::optional<Fault> fault; ///< none: an answer
    std::optional<Duration> head; ///< none: not even headers
    std::optional<Duration> content; ///< none: nothing of an answer
    std::optional<Duration> end; ///< none: silent for as long as somebody waits
    bool estimated = false; ///< nothing was recorded there at the time
    friend bool operator==(const RecordedOutcome &, const RecordedOutcome &) = default;
};

/// The samples of some time as a weather that can be asked again, also for requests that nobody sent then. A value.
///
/// A turn's request that was sent then as well, within a second, meets what it met. Any other meets one of the samples nearest to it in time on its route, drawn by weights that fall with the distance.
/// How steeply is learned from the record: what best foretells each sample by its neighbours. An outage keeps sharp
/// edges so, and a route that refuses one in three does not refuse the same request three times. A rate limit that said
/// how long it lasts binds every request until then, and says nothing of the time after.
///
/// Where nothing was recorded on the route for five minutes, the provider's other routes tell of troubles at its host,
/// else the route's whole record tells, else that of all the others. A route of few samples has some of theirs besides.
/// And a route that is asked in troubles only would be in trouble for ever: where the others fared far better than at the
/// time of its failure, it fares as they do. Such outcomes are marked as estimated.
///
/// No record holds what depends on the load: requests that were not sent would have left room for others. Nor what the
/// headers said of the person's limits, nor when the first byte came.
class RecordedWeather
{
public:
    using Moment = std::chrono::sys_time<Duration>;

    /// A question as the record knows it: one that had at least one sample.
    struct Turn
    {
        TurnId id;
        Moment accepted;
        bool answered = false;
        friend bool operator==(const Turn &, const Turn &) = default;
    };

    RecordedWeather() = default;
    /// Samples in any order. `owners` tells whose routes they are; a route without one is its own provider.
    RecordedWeather(std::vector<Sample> samples, std::map<RouteId, ProviderId> owners);

    /// One request of a turn.
    struct Request
    {
        RouteId route;
        Moment sent;
        std::size_t turn = 0; ///< its place in turns()
        std::size_t before = 0; ///< requests that the turn sent there earlier
    };
    [[nodiscard]] RecordedOutcome outcome(const Request &request, Jitter &dice) const;

    /// By the time of acceptance.
    [[nodiscard]] const std::vector<Turn> &turns() const { return m_turns; }
    /// When the network was back after it could not be reached, as far as requests tell.
    [[nodiscard]] const std::vector<Moment> &networkReturns() const { return m_networkReturns; }
    /// From the first acceptance to the last end.
    [[nodiscard]] Moment begins() const { return m_begins; }
    [[nodiscard]] Moment ends() const { return m_ends; }

private:
    struct Entry
    {
        Moment sent;
        Moment ended;
        Moment boundUntil; ///< a limit's own word; `ended` without one
        std::size_t route = 0; ///< its number
        Fault fault; ///< of those that were not answered
        bool answered = false;
        std::optional<Duration> content;
    };
    /// The record of one route, or of several together, by the time of sending.
    struct Course
    {
        std::vector<Entry> entries;
        std::vector<std::pair<Moment, Moment>> limits; ///< nobody was let through between
        double steepness = 0.0; ///< how fast a neighbour's weight falls with its distance
    };
    struct Span
    {
        Moment from;
        Moment to;
        Duration took {};
    };

    [[nodiscard]] static Entry entryOf(const Sample &sample);
    [[nodiscard]] static RecordedOutcome outcomeOf(const Entry &entry, Moment sent);
    [[nodiscard]] static const Entry *drawNear(const Course &course, Moment sent, double drawn);
    static void learn(Course &course);
    static void findLimits(Course &course);
    [[nodiscard]] static double foretold(const Course &course, double steepness);
    void findTurns(const std::vector<Sample> &samples);
    [[nodiscard]] const Entry *sameRequest(const Request &request) const;
    [[nodiscard]] std::optional<RecordedOutcome> offlineAt(Moment sent) const;
    [[nodiscard]] static std::optional<RecordedOutcome> limitAt(const Course &course, Moment sent);
    [[nodiscard]] const Entry *clearedSince(const Entry &met, Moment sent, double drawn) const;
    void findOffline();

    std::map<RouteId, ProviderId> m_owners;
    std::map<RouteId, Course> m_routes;
    std::map<ProviderId, Course> m_providers;
    Course m_all;
    std::vector<Span> m_offline;
    std::vector<Turn> m_turns;
    std::vector<std::vector<std::pair<RouteId, Entry>>> m_requests; // of each turn, in their order
    std::vector<Moment> m_networkReturns;
    Moment m_begins;
    Moment m_ends;
};

} // namespace breakwater
