// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"
#include "core/health/healthlog.h"
#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <vector>

namespace breakwater::harbour {

/// The office in a harbour that the design's pictures are about: its routes, its conversations, and its weather.

extern const RouteId opus;
extern const RouteId sonnet;
extern const RouteId haiku;
extern const RouteId local;
extern const ProviderId anthropic;
extern const ConversationId tideTimes;
extern const ConversationId boardReply;

/// Four routes at two providers, and the chain of all of them.
[[nodiscard]] RouteTable routes();
/// The chain begins with `first` and keeps to it for six tries.
[[nodiscard]] RouteTable patientRoutes(const RouteId &first);
[[nodiscard]] std::vector<Conversation> conversations(WallTime now);

/// A stretch of time in which attempts came to this, evenly spread.
struct Spell
{
    SampleClass result = SampleClass::Answered;
    int count = 0;
    Duration from {}; ///< ago
    Duration until {}; ///< ago
    RouteId route = opus;
};
[[nodiscard]] std::vector<Sample> weatherOf(const std::vector<Spell> &spells, WallTime now);
/// A quarter of an hour without a refusal; an hour that ends in a storm; a day with one storm, long over.
[[nodiscard]] HealthPast calm(WallTime now);
[[nodiscard]] HealthPast stormyHour(WallTime now);
[[nodiscard]] HealthPast dayWithAStorm(WallTime now);

/// One failed attempt of a turn.
[[nodiscard]] Attempt refused(int number, const RouteId &route, Duration start, Duration took, FaultKind kind, int status);

} // namespace breakwater::harbour
