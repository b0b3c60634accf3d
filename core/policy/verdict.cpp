// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/verdict.h"

#include <array>

namespace breakwater {

namespace {

struct Row
{
    FaultKind kind;
    Verdict verdict;
};

using K = FaultKind;
using B = Blame;
using R = RouteOutcome;
using O = OriginCount;
using G = GateKind;
using D = DelayClass;
using W = SampleClass;

constexpr int many = unboundedRetries;
constexpr bool yes = true;
constexpr bool no = false;
constexpr auto none = std::nullopt;

// The taxonomy. A fault of the person, the key or the network here speaks against no provider: its breakers stay as
// they are. What is unknown is taken as the least harmful: one more try, and it counts.
// clang-format off
constexpr std::array taxonomy {
    //  kind                  blame         here  elsewhere route's     origin's   gate          wait                 cost  goes on  weather
    Row {K::BadRequest,       {B::You,       0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::TooLarge,         {B::You,       0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::Capability,       {B::You,       1,    yes, R::Neutral,    O::None,   G::None,       D::Transient,        0.0, no,  none, Rewrite::WithoutParameter, 1}},
    Row {K::HistoryBound,     {B::You,       1,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        0.0, no,  none, Rewrite::WithoutThinking, 1}},
    Row {K::NoModel,          {B::You,       0,    yes, R::Neutral,    O::None,   G::Model,      D::Transient,        1.0, no,  none}},
    Row {K::Auth,             {B::You,       0,    yes, R::Neutral,    O::None,   G::Credential, D::Transient,        1.0, no,  none}},
    Row {K::Billing,          {B::You,       0,    yes, R::Neutral,    O::None,   G::Credential, D::Transient,        1.0, no,  none}},
    Row {K::QuotaHard,        {B::You,       0,    yes, R::Neutral,    O::None,   G::Credential, D::Transient,        1.0, no,  none}},
    Row {K::Forbidden,        {B::You,       0,    yes, R::Neutral,    O::None,   G::Model,      D::Transient,        1.0, no,  none}},
    Row {K::Legal,            {B::Nobody,    0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::RateLimited,      {B::YourLimit, many, yes, R::Neutral,    O::None,   G::RateLimit,  D::RateLimitedBlind, 1.0, no,  W::OwnLimit}},
    Row {K::Overloaded,       {B::Provider,  many, yes, R::Overloaded, O::None,   G::None,       D::Overloaded,       1.0, yes, W::Overloaded}},
    Row {K::Transient,        {B::Provider,  many, yes, R::Failed,     O::Counts, G::None,       D::Transient,        1.0, yes, W::ServerError}},
    Row {K::TransientGateway, {B::Provider,  many, yes, R::Failed,     O::Counts, G::None,       D::Transient,        1.0, yes, W::ServerError}},
    Row {K::TimeoutServer,    {B::Provider,  many, yes, R::Failed,     O::None,   G::None,       D::Transient,        1.0, no,  W::ServerError}},
    Row {K::Conflict,         {B::Nobody,    2,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  W::ServerError}},
    Row {K::TooEarly,         {B::Nobody,    1,    yes, R::Failed,     O::None,   G::None,       D::Transient,        1.0, no,  W::ServerError}},
    Row {K::Unknown,          {B::Provider,  1,    yes, R::Failed,     O::None,   G::None,       D::Transient,        1.0, no,  W::ServerError}},
    Row {K::Offline,          {B::Network,   many, no,  R::Neutral,    O::None,   G::Network,    D::Offline,          0.0, no,  W::Network}},
    Row {K::Connect,          {B::Network,   many, yes, R::Neutral,    O::Counts, G::None,       D::Connect,          0.0, no,  W::Network}},
    Row {K::Tls,              {B::Network,   0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  W::Network}},
    Row {K::Proxy,            {B::Network,   0,    no,  R::Neutral,    O::None,   G::Network,    D::Transient,        0.0, no,  W::Network}},
    Row {K::ProxyTimeout,     {B::Network,   2,    no,  R::Neutral,    O::None,   G::None,       D::Connect,          0.0, no,  W::Network}},
    Row {K::Portal,           {B::Network,   0,    no,  R::Neutral,    O::None,   G::Network,    D::Transient,        1.0, no,  W::Network}},
    Row {K::Redirected,       {B::Network,   0,    no,  R::Neutral,    O::None,   G::Network,    D::Transient,        1.0, no,  W::Network}},
    Row {K::Intermediary,     {B::Network,   0,    yes, R::Neutral,    O::Half,   G::None,       D::Transient,        1.0, no,  W::Network}},
    Row {K::NotProcessed,     {B::Network,   many, yes, R::Neutral,    O::Counts, G::None,       D::Connect,          1.0, no,  W::Network, Rewrite::None, 1}},
    Row {K::Ambiguous,        {B::Network,   many, yes, R::Failed,     O::None,   G::None,       D::Ambiguous,        1.0, yes, W::Network}},
    Row {K::SlowHeaders,      {B::Network,   many, yes, R::Failed,     O::None,   G::None,       D::Ambiguous,        1.0, no,  W::Network}},
    Row {K::SlowContent,      {B::Network,   many, yes, R::Failed,     O::None,   G::None,       D::Ambiguous,        1.0, no,  W::Network}},
    Row {K::Truncated,        {B::Network,   many, yes, R::Failed,     O::None,   G::None,       D::Ambiguous,        2.0, yes, W::Network}},
    Row {K::Stalled,          {B::Network,   many, yes, R::Failed,     O::None,   G::None,       D::Ambiguous,        2.0, yes, W::Network}},
    Row {K::Protocol,         {B::Provider,  1,    yes, R::Failed,     O::None,   G::None,       D::Transient,        2.0, no,  W::ServerError}},
    Row {K::DiskFull,         {B::You,       0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::ReadOnly,         {B::You,       0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::Store,            {B::You,       0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
    Row {K::Cancelled,        {B::Nobody,    0,    no,  R::Neutral,    O::None,   G::None,       D::Transient,        1.0, no,  none}},
};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t at = 0; at < taxonomy.size(); ++at) {
        if (taxonomy[at].kind != static_cast<FaultKind>(at))
            return false;
    }
    return true;
}
static_assert(taxonomy.size() == faultKindCount, "every kind of fault has a row");
static_assert(isInOrder(), "the rows stand in the order of their kinds");

/// Only what is neither the person's nor the network's own may the server talk us into.
constexpr bool mayBeOverruled(const Row &row)
{
    return row.kind != FaultKind::Cancelled && (row.verdict.blame == Blame::Provider || row.verdict.blame == Blame::Nobody);
}

const Row &rowOf(FaultKind kind)
{
    return taxonomy.at(static_cast<std::size_t>(kind));
}

} // namespace

Verdict verdictOn(const Fault &fault)
{
    const Row &row = rowOf(fault.kind);
    Verdict verdict = row.verdict;
    if (fault.kind == FaultKind::RateLimited && fault.hint)
        verdict.cost = hintedCost;
    if (fault.shouldRetry == false && verdict.rewrite == Rewrite::None) // it speaks of the same request
        verdict.retriesHere = 0;
    else if (fault.shouldRetry == true && verdict.retriesHere == 0 && mayBeOverruled(row))
        verdict.retriesHere = 1;
    return verdict;
}

std::optional<SampleClass> sampleClass(const Fault &fault)
{
    return rowOf(fault.kind).verdict.weather;
}

} // namespace breakwater
