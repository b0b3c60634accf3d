// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchrunner.h"

#include "core/base/logging.h"
#include "core/policy/hint.h"
#include "core/policy/verdict.h"
#include "core/wire/dialect.h"
#include "core/wire/httpfault.h"

#include <QPointer>

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration saveAgainAfter = std::chrono::seconds(30);
constexpr double batchPrice = 0.5; // of the usual one
constexpr qsizetype shortestSecret = 8; // what is shorter may be a word

template <class... Functions>
struct EffectVisitor : Functions...
{
    using Functions::operator()...;
};
template <class... Functions>
EffectVisitor(Functions...) -> EffectVisitor<Functions...>; // clang 14 does not find it by itself

Fault unsentFault(FaultKind kind, const Provider *provider)
{
    Fault fault;
    fault.kind = kind;
    fault.host = provider != nullptr ? provider->baseUrl.host() : QString();
    return fault;
}

/// The later parts wait: it is being created, or looked for, or a person has to say what becomes of it.
bool holdsOthers(const PartCourse &course)
{
    switch (course.part.phase) {
    case PartPhase::Ready:
        return course.asking || course.part.nextLook;
    case PartPhase::Creating:
    case PartPhase::Searching:
    case PartPhase::Refused:
        return true;
    case PartPhase::UnderWay:
    case PartPhase::Cancelling:
    case PartPhase::Fetching:
    case PartPhase::Settled:
    case PartPhase::Lost:
        return false;
    }
    return false;
}

} // namespace

struct BatchRunner::Work
{
    PartCourse course;
    std::unique_ptr<Alarm> alarm;
    std::unique_ptr<Alarm> later; // what could not be sent is told from here
    std::unique_ptr<ResultsLanding> landing;
    std::unique_ptr<BatchCall> call; // after the landing that it feeds
    std::function<WireRequest(const BatchAccess &)> encode; // of the call
    QByteArray secret; // that the call was made with
    std::optional<Permit> permit;
    double cost = 0.0; // of a repeated creation
    int serial = 0; // of what was asked last: an answer to something else is late
};

BatchRunner::BatchRunner(Batch batch, BatchServices services, QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_services(std::move(services))
{
    for (const BatchPart &part : m_batch.parts) {
        m_work.push_back(std::make_unique<Work>());
        m_work.back()->course.part = part;
    }
}

BatchRunner::~BatchRunner()
{
    for (const auto &work : m_work)
        settlePermit(*work, unsentFault(FaultKind::Cancelled, nullptr));
}

void BatchRunner::start()
{
    const QPointer<BatchRunner> alive(this);
    for (std::size_t at = 0; alive && at < m_work.size(); ++at)
        tell(at, partevent::Resumed {});
    if (!alive)
        return;
    m_started = true;
    startNext();
}

void BatchRunner::cancel()
{
    const QPointer<BatchRunner> alive(this);
    for (std::size_t at = 0; alive && at < m_work.size(); ++at)
        tell(at, partevent::Cancel {});
}

void BatchRunner::lookNow()
{
    const QPointer<BatchRunner> alive(this);
    for (std::size_t at = 0; alive && at < m_work.size(); ++at)
        tell(at, partevent::LookNow {});
}

void BatchRunner::networkReturned()
{
    const QPointer<BatchRunner> alive(this);
    for (std::size_t at = 0; alive && at < m_work.size(); ++at)
        tell(at, partevent::NetworkReturned {});
}

void BatchRunner::createAnew(int part)
{
    if (part > 0 && static_cast<std::size_t>(part) <= m_work.size())
        tell(static_cast<std::size_t>(part) - 1, partevent::CreateAnew {});
}

void BatchRunner::giveUp(int part)
{
    if (part > 0 && static_cast<std::size_t>(part) <= m_work.size())
        tell(static_cast<std::size_t>(part) - 1, partevent::GiveUp {});
}

bool BatchRunner::owns(const QString &remote) const
{
    return std::any_of(m_batch.parts.begin(), m_batch.parts.end(), [&](const BatchPart &part) { return part.candidates.empty() && part.remote == remote; });
}

void BatchRunner::tell(std::size_t at, const PartEvent &event)
{
    Work &work = *m_work.at(at);
    const BatchPart before = work.course.part;
    const std::vector<PartEffect> effects = step(work.course, event, around(at));
    m_batch.parts.at(at) = work.course.part;
    if (!work.course.part.nextLook)
        work.alarm.reset();
    for (const PartEffect &effect : effects)
        perform(at, effect);
    const bool isChanged = work.course.part != before;
    const QPointer<BatchRunner> alive(this);
    startNext();
    if (alive && isChanged)
        Q_EMIT changed();
    if (!alive || m_settled)
        return;
    m_settled = std::all_of(m_batch.parts.begin(), m_batch.parts.end(), [](const BatchPart &part) { return part.phase == PartPhase::Settled; });
    if (m_settled)
        Q_EMIT settled();
}

/// What is known at once comes later all the same, and not from within.
void BatchRunner::tellLater(std::size_t at, const PartEvent &event)
{
    Work &work = *m_work.at(at);
    work.later = m_services.alarms.at(m_services.time.now(), [this, at, event, serial = work.serial] {
        if (m_work.at(at)->serial == serial)
            tell(at, event);
    });
}

PartSurroundings BatchRunner::around(std::size_t at)
{
    const Work &work = *m_work.at(at);
    const BatchPart &part = work.course.part;
    const Instant now = m_services.time.now();
    PartSurroundings around {m_services.jitter, now, m_services.time.wall(), {}};
    const auto key = keyFor(part);
    around.key = key ? key->name : part.key;
    if (provider() != nullptr) {
        const ProviderCondition &owner = condition();
        around.held = owner.breaker.notBefore(m_services.policy.breaker, now, m_services.conditions.waiting) - now;
        const double cost = part.fault ? verdictOn(*part.fault).cost : 1.0;
        if (const auto affordable = owner.budget.affordableAt(m_services.policy.budget, cost, now))
            around.retryHeld = *affordable - now;
    }
    around.isAnothers = [this, at](const QString &remote) {
        for (std::size_t other = 0; other < m_batch.parts.size(); ++other) {
            const BatchPart &each = m_batch.parts.at(other);
            if (other != at && each.candidates.empty() && each.remote == remote)
                return true;
        }
        return m_services.isAnothers && m_services.isAnothers(remote, m_batch.id);
    };
    return around;
}

void BatchRunner::perform(std::size_t at, const PartEffect &effect)
{
    Work &work = *m_work.at(at);
    std::visit(EffectVisitor {
                   [this](const parteffect::Save &) { save(); },
                   [this, at](const parteffect::Create &) { create(at); },
                   [this, at](const parteffect::List &list) {
                       send(at, [after = list.after](const BatchAccess &access) { return encodeBatchList(access, after); });
                   },
                   [this, at, id = work.course.part.remote](const parteffect::Retrieve &) {
                       send(at, [id](const BatchAccess &access) { return encodeBatchRetrieve(access, id); });
                   },
                   [this, at, id = work.course.part.remote](const parteffect::Cancel &) {
                       send(at, [id](const BatchAccess &access) { return encodeBatchCancel(access, id); });
                   },
                   [this, at, id = work.course.part.remote, told = work.course.part.results](const parteffect::Fetch &) {
                       send(at, [id, told](const BatchAccess &access) { return encodeBatchResults(access, id, told); });
                   },
                   [this, &work](const parteffect::Abort &) {
                       ++work.serial;
                       work.call.reset();
                       work.landing.reset();
                       settlePermit(work, std::nullopt); // it had answered
                   },
                   [this, at, &work](const parteffect::SetAlarm &alarm) {
                       work.alarm = m_services.alarms.at(m_services.time.now() + alarm.in, [this, at] { tell(at, partevent::Rang {}); });
                   },
                   [this, at](const parteffect::Close &) { close(at); },
               },
        effect);
}

/// One after another: batches of a kind that were created together could not be told apart in the provider's list.
void BatchRunner::startNext()
{
    if (!m_started)
        return; // what was found on disk is looked at first
    const auto holds = [](const std::unique_ptr<Work> &work) { return holdsOthers(work->course); };
    if (std::any_of(m_work.begin(), m_work.end(), holds))
        return;
    const auto next = std::find_if(m_work.begin(), m_work.end(), [](const auto &work) { return work->course.part.phase == PartPhase::Ready; });
    if (next != m_work.end())
        tell(static_cast<std::size_t>(next - m_work.begin()), partevent::Start {});
}

void BatchRunner::save()
{
    const QPointer<BatchRunner> alive(this);
    m_services.books.save(m_batch, [alive](const Result<void> &written) {
        if (!alive)
            return;
        alive->m_saveAgain.reset();
        if (written)
            return;
        alive->m_saveAgain = alive->m_services.alarms.at(alive->m_services.time.now() + saveAgainAfter, [alive] { alive->save(); });
        Q_EMIT alive->notSaved(written.error());
    });
}

/// Written down, then composed, then sent: what may have left is never taken for what has not.
void BatchRunner::create(std::size_t at)
{
    const QPointer<BatchRunner> alive(this);
    const int serial = ++m_work.at(at)->serial;
    const auto isLate = [alive, at, serial] { return !alive || alive->m_work.at(at)->serial != serial; };
    m_services.books.save(m_batch, [alive, at, isLate](const Result<void> &written) {
        if (isLate())
            return;
        if (!written) {
            alive->tell(at, partevent::NotLeft {written.error()});
            return;
        }
        alive->m_services.books.body(alive->m_batch.id, alive->m_batch.parts.at(at).number, [alive, at, isLate](const Result<QByteArray> &body) {
            if (isLate())
                return;
            if (body)
                alive->send(at, [body = *body](const BatchAccess &access) { return encodeBatchCreate(access, body); });
            else
                alive->tell(at, partevent::NotLeft {body.error()});
        });
    });
}

void BatchRunner::close(std::size_t at)
{
    Batch closing = m_batch;
    closing.parts.at(at) = breakwater::settled(closing.parts.at(at));
    const QPointer<BatchRunner> alive(this);
    const int serial = ++m_work.at(at)->serial;
    m_services.books.close(closing, closing.parts.at(at).number, [alive, at, serial](const Result<RowCounts> &counts) {
        if (!alive || alive->m_work.at(at)->serial != serial)
            return;
        if (!counts) {
            alive->tell(at, partevent::Faulted {counts.error()});
            return;
        }
        alive->m_batch.counts = *counts;
        alive->tell(at, partevent::Closed {});
    });
}

// ---- requests ----

const Provider *BatchRunner::provider() const
{
    const RouteTable &table = m_services.routes();
    const Route *route = table.route(m_batch.route);
    return route != nullptr ? table.provider(route->provider) : nullptr;
}

/// What a key created, no other sees; what is not created goes with the one that is next.
std::optional<NamedKey> BatchRunner::keyFor(const BatchPart &part) const
{
    const Provider *owner = provider();
    if (owner == nullptr)
        return std::nullopt;
    const bool isNew = part.phase == PartPhase::Ready || part.phase == PartPhase::Refused || part.key.isEmpty();
    const auto own = part.key.isEmpty() ? std::nullopt : m_services.credentials.keyNamed(*owner, part.key);
    return own || !isNew ? own : m_services.credentials.key(*owner);
}

Result<NamedKey> BatchRunner::mayAsk(const BatchPart &part) const
{
    const Provider *owner = provider();
    if (owner == nullptr || owner->dialect != Dialect::Anthropic)
        return tl::unexpected(unsentFault(FaultKind::NoModel, owner));
    const auto problem = checkBaseUrl(owner->baseUrl);
    if (problem != BaseUrlProblem::None && problem != BaseUrlProblem::Insecure)
        return tl::unexpected(unsentFault(FaultKind::Connect, owner));
    if (awaitsConsent(*owner)) { // its address changed since
        Fault fault = unsentFault(FaultKind::Tls, owner);
        fault.tls = TlsFacts {TlsProblem::NotEncrypted, {}, {}};
        return tl::unexpected(fault);
    }
    auto key = keyFor(part);
    if (!key)
        return tl::unexpected(unsentFault(FaultKind::Auth, owner));
    return *std::move(key);
}

ProviderCondition &BatchRunner::condition() const
{
    return m_services.conditions.provider(provider()->id, m_services.policy.budget);
}

void BatchRunner::takePermit(Work &work)
{
    const Instant now = m_services.time.now();
    ProviderCondition &owner = condition();
    work.permit = owner.breaker.admit(m_services.policy.breaker, now, m_services.conditions.waiting);
    work.cost = 0.0;
    if (work.course.asking != PartVerb::Create || work.course.part.creates < 2)
        return;
    const double cost = work.course.part.fault ? verdictOn(*work.course.part.fault).cost : 1.0;
    if (owner.budget.withdraw(m_services.policy.budget, cost, now))
        work.cost = cost;
}

/// None: the provider answered.
void BatchRunner::settlePermit(Work &work, const std::optional<Fault> &fault)
{
    const auto permit = std::exchange(work.permit, std::nullopt);
    const double cost = std::exchange(work.cost, 0.0);
    if (!permit || provider() == nullptr)
        return;
    ProviderCondition &owner = condition();
    RouteOutcome outcome = RouteOutcome::Answered;
    if (fault) {
        const OriginCount counts = verdictOn(*fault).origin;
        const bool failed = counts == OriginCount::Counts || (counts == OriginCount::Half && m_services.jitter.next() < 0.5);
        outcome = failed ? RouteOutcome::Failed : RouteOutcome::Neutral;
    }
    const Instant now = m_services.time.now();
    owner.breaker.settle(m_services.policy.breaker, *permit, outcome, Duration::zero(), now, m_services.jitter.next());
    if (!fault && cost > 0.0)
        owner.budget.refund(m_services.policy.budget, cost, now);
}

void BatchRunner::send(std::size_t at, const std::function<WireRequest(const BatchAccess &)> &encode)
{
    Work &work = *m_work.at(at);
    const int serial = ++work.serial;
    const auto key = mayAsk(work.course.part);
    if (!key) {
        tellLater(at, partevent::NotLeft {key.error()});
        return;
    }
    const Provider &owner = *provider();
    const ProviderFacts *facts = m_services.catalogue.provider(owner.id);
    takePermit(work);
    work.secret = key->secret.size() < shortestSecret ? QByteArray() : key->secret;
    work.encode = encode;
    BatchCall::Events events;
    events.ended = [this, at, serial](const std::optional<Fault> &fault) {
        if (m_work.at(at)->serial == serial)
            take(at, fault);
    };
    if (work.course.asking == PartVerb::Fetch) {
        ResultsLanding::Events landing;
        landing.read = [this, at](qint64 ours, qint64 unknown) { tell(at, partevent::Read {ours, unknown}); };
        landing.landed = [this](const Landed &landed) { takeLanded(landed); };
        landing.full = [&work](bool full) {
            if (work.call)
                full ? work.call->hold() : work.call->goOn();
        };
        landing.ended = [this, at](const std::optional<Fault> &fault) {
            Work &read = *m_work.at(at);
            read.call.reset();
            read.landing.reset();
            fault ? tell(at, partevent::Faulted {*fault}) : tell(at, partevent::ReadWhole {});
        };
        work.landing = std::make_unique<ResultsLanding>(m_services.books, m_services.alarms, m_services.time, m_batch.id, work.course.part.number, work.secret, std::move(landing));
        events.bytes = [&work](const QByteArray &bytes) { work.landing->take(bytes); };
    }
    const BatchAccess access {owner, key->secret, facts != nullptr && facts->olderVersion};
    work.call = std::make_unique<BatchCall>(m_services.transport, m_services.alarms, m_services.time, encode(access), std::move(events));
}

/// A server that does not know the newest version of the API is asked in the older one, once and from then on.
bool BatchRunner::learnsOlderVersion(const Fault &fault)
{
    if (!wantsOlderVersion(fault) || provider() == nullptr)
        return false;
    ProviderFacts &facts = m_services.catalogue.facts(provider()->id);
    return !std::exchange(facts.olderVersion, true);
}

void BatchRunner::take(std::size_t at, std::optional<Fault> fault)
{
    Work &work = *m_work.at(at);
    const std::unique_ptr<BatchCall> call = std::move(work.call); // it is calling us
    if (fault && !work.secret.isEmpty()) {
        for (QString *each : {&fault->detail, &fault->type, &fault->code, &fault->requestId})
            each->replace(QString::fromLatin1(work.secret), QLatin1String("[key removed]"));
    }
    settlePermit(work, fault);
    if (fault) {
        qCInfo(logNet).nospace().noquote() << "event=batch-request-failed batch=" << m_batch.id.text() << " part=" << work.course.part.number
                                           << " status=" << fault->status.value_or(0) << " kind=" << static_cast<int>(fault->kind);
        work.landing.reset();
        if (learnsOlderVersion(*fault))
            send(at, work.encode);
        else
            tell(at, partevent::Faulted {*fault});
        return;
    }
    if (work.landing) {
        work.landing->finish();
        return;
    }
    QByteArray body = call->body();
    if (!work.secret.isEmpty())
        body.replace(work.secret, "[key removed]");
    const HttpHead &head = *call->head();
    const auto misunderstood = [&] { tell(at, partevent::Faulted {faultFromResponse(head, body, provider() != nullptr ? provider()->baseUrl : QUrl(), m_services.time.wall())}); };
    if (work.course.asking == PartVerb::List) {
        const auto page = remotePageFromJson(body);
        const WallTime wall = m_services.time.wall();
        page ? tell(at, partevent::Listed {*page, wall - serverTime(head.headers, wall)}) : misunderstood();
        return;
    }
    const auto remote = remoteBatchFromJson(body);
    if (!remote)
        misunderstood();
    else if (work.course.asking == PartVerb::Create)
        tell(at, partevent::Created {*remote});
    else
        tell(at, partevent::Polled {*remote});
}

void BatchRunner::takeLanded(const Landed &landed)
{
    m_batch.counts = landed.counts;
    m_batch.usage = landed.usage;
    const Route *route = m_services.routes().route(m_batch.route);
    const auto price = m_services.ledger != nullptr && route != nullptr && provider() != nullptr ? m_services.ledger->costOf(*provider(), route->model, m_batch.usage) : std::nullopt;
    m_batch.dollars = price ? std::optional(*price * batchPrice) : std::nullopt;
    const QPointer<BatchRunner> alive(this);
    Q_EMIT rowsLanded(landed.fresh);
    if (alive)
        Q_EMIT changed();
}

} // namespace breakwater
