// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchrunner.h"

#include "core/base/logging.h"
#include "core/policy/hint.h"
#include "core/wire/httpfault.h"

#include <QPointer>

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration saveAgainAfter = std::chrono::seconds(30);
constexpr qsizetype shortestSecret = 8; // what is shorter may be a word

template <class... Functions>
struct EffectVisitor : Functions...
{
    using Functions::operator()...;
};
template <class... Functions>
EffectVisitor(Functions...) -> EffectVisitor<Functions...>; // clang 14 does not find it by itself

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
    std::optional<BatchDoor::Pass> pass;
    int serial = 0; // of what was asked last: an answer to something else is late
};

BatchRunner::BatchRunner(Batch batch, BatchServices services, QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_services(std::move(services))
    , m_door(m_services, m_batch.route)
{
    for (const BatchPart &part : m_batch.parts) {
        m_work.push_back(std::make_unique<Work>());
        m_work.back()->course.part = part;
    }
}

BatchRunner::~BatchRunner()
{
    Fault stopped;
    stopped.kind = FaultKind::Cancelled;
    for (const auto &work : m_work)
        leaveDoor(*work, stopped);
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

void BatchRunner::rename(const QString &title)
{
    if (std::exchange(m_batch.title, title) == title)
        return;
    save();
    Q_EMIT changed();
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
    const auto key = m_door.keyFor(part);
    PartSurroundings around {m_services.jitter, m_services.time.now(), m_services.time.wall(), key ? key->name : part.key, m_door.held(), m_door.retryHeld(part.fault)};
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
                       leaveDoor(work, std::nullopt); // it had answered
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
        if (written.error().code != QLatin1String("gone"))
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
            if (alive->m_batch.parts.at(at).cancelWanted) // meanwhile
                alive->tell(at, partevent::NotLeft {});
            else if (body)
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

void BatchRunner::leaveDoor(Work &work, const std::optional<Fault> &fault)
{
    if (const auto pass = std::exchange(work.pass, std::nullopt))
        m_door.leave(*pass, fault);
}

void BatchRunner::send(std::size_t at, const std::function<WireRequest(const BatchAccess &)> &encode)
{
    Work &work = *m_work.at(at);
    const int serial = ++work.serial;
    const auto key = m_door.mayAsk(work.course.part);
    if (!key) {
        tellLater(at, partevent::NotLeft {key.error()});
        return;
    }
    const bool isRepeated = work.course.asking == PartVerb::Create && work.course.part.creates > 1;
    work.pass = isRepeated ? m_door.enterAgain(work.course.part.fault) : m_door.enter();
    const bool isNone = key->secret.size() < shortestSecret || m_door.provider()->simulated; // that of the built-in provider is a word of its answers
    work.secret = isNone ? QByteArray() : key->secret;
    work.encode = encode;
    BatchCall::Events events;
    events.ended = [this, at, serial](const std::optional<Fault> &fault) {
        if (m_work.at(at)->serial == serial)
            take(at, fault);
    };
    if (work.course.asking == PartVerb::Fetch) {
        ResultsLanding::Events landing;
        landing.price = [this](const RowResult &row) { return m_door.dollarsFor(row); };
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
    const BatchAccess access {*m_door.provider(), key->secret, m_door.speaksOlderVersion()};
    work.call = std::make_unique<BatchCall>(m_services.transport, m_services.alarms, m_services.time, encode(access), std::move(events));
}

void BatchRunner::take(std::size_t at, std::optional<Fault> fault)
{
    Work &work = *m_work.at(at);
    const std::unique_ptr<BatchCall> call = std::move(work.call); // it is calling us
    const auto encode = std::exchange(work.encode, nullptr); // it may hold a body of 256 MB
    if (fault && !work.secret.isEmpty()) {
        for (QString *each : {&fault->detail, &fault->type, &fault->code, &fault->requestId})
            each->replace(QString::fromLatin1(work.secret), QLatin1String("[key removed]"));
    }
    leaveDoor(work, fault);
    if (fault) {
        qCInfo(logNet).nospace().noquote() << "event=batch-request-failed batch=" << m_batch.id.text() << " part=" << work.course.part.number
                                           << " status=" << fault->status.value_or(0) << " kind=" << static_cast<int>(fault->kind);
        work.landing.reset();
        if (m_door.learnsOlderVersion(*fault))
            send(at, encode);
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
    const auto misunderstood = [&] { tell(at, partevent::Faulted {faultFromResponse(head, body, call->url(), m_services.time.wall())}); };
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
    m_batch.dollars = landed.dollars;
    const QPointer<BatchRunner> alive(this);
    Q_EMIT rowsLanded(landed.fresh);
    if (alive)
        Q_EMIT changed();
}

} // namespace breakwater
