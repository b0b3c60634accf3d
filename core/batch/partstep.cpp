// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/partstep.h"

#include "core/batch/partsearch.h"
#include "core/batch/partwaits.h"

#include <algorithm>

namespace breakwater {

namespace {

using namespace parteffect;

constexpr Duration beforeSearch = std::chrono::seconds(10); // what was just created takes a moment to be listed
constexpr Duration betweenSearches = std::chrono::minutes(5); // a slow creation may appear late
constexpr Duration apart = std::chrono::minutes(4); // two looks in vain that are closer count as one
constexpr Duration longestRemembered = std::chrono::hours(24); // of a wait found on disk: the clock may have been wrong
constexpr Duration networkSpreads = std::chrono::seconds(3); // a network that returns does so for everybody
constexpr Duration quickLook = std::chrono::seconds(5);
constexpr Duration cancelLook = std::chrono::minutes(1); // a batch that is cancelled ends soon
constexpr int mostPages = 200;
constexpr int mostShortReads = 3; // then the provider's counts are wrong

Fault faultNamed(FaultKind kind, std::optional<int> status = {})
{
    Fault fault;
    fault.kind = kind;
    fault.status = status;
    return fault;
}

/// It was deleted here, with its conversation or with everything: nobody waits for what becomes of it.
bool isUnknownToTheBooks(const Fault &fault)
{
    return fault.kind == FaultKind::Store && fault.code == QLatin1String("gone");
}

bool isAmong(const std::vector<QString> &ids, const QString &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// One event's work on one part.
class PartStep
{
public:
    PartStep(PartCourse &course, const PartSurroundings &around)
        : m_course(course)
        , m_part(course.part)
        , m_around(around)
    {
    }

    std::vector<PartEffect> take() { return std::move(m_effects); }

    void operator()(const partevent::Start &)
    {
        if (m_part.phase == PartPhase::Ready && isIdle() && !m_part.nextLook)
            create();
    }

    void operator()(const partevent::Resumed &)
    {
        m_course.asking.reset();
        switch (m_part.phase) {
        case PartPhase::Creating: // it may have left, and been taken
            search(beforeSearch);
            break;
        case PartPhase::Ready:
            if (m_part.cancelWanted)
                close();
            else if (m_part.nextLook)
                waitAsRemembered();
            break;
        case PartPhase::Searching:
            waitAsRemembered();
            break;
        case PartPhase::UnderWay:
        case PartPhase::Cancelling:
        case PartPhase::Fetching:
            m_part.remote.isEmpty() ? search(beforeSearch) : waitAsRemembered();
            break;
        case PartPhase::Settled:
        case PartPhase::Refused:
        case PartPhase::Lost:
            break;
        }
    }

    void operator()(const partevent::Created &event)
    {
        if (!answers(PartVerb::Create))
            return;
        m_part.remote = event.remote.id;
        m_part.phase = PartPhase::UnderWay;
        took(event.remote);
        m_part.cancelWanted ? tell() : waitForPoll();
    }

    void operator()(const partevent::Polled &event)
    {
        const bool told = m_course.asking == PartVerb::Cancel;
        if (!answers(PartVerb::Retrieve) && !told)
            return;
        m_course.asking.reset();
        if (event.remote.id != m_part.remote) {
            backOff(faultNamed(FaultKind::Protocol));
            return;
        }
        if (isProvisional() && m_around.isAnothers && m_around.isAnothers(m_part.remote)) {
            disprove();
            return;
        }
        took(event.remote);
        if (event.remote.status == RemoteStatus::Ended) {
            ended(event.remote);
            return;
        }
        m_part.failures = 0;
        m_part.phase = m_part.cancelWanted && mayCancel() ? PartPhase::Cancelling : PartPhase::UnderWay;
        if (m_part.phase == PartPhase::Cancelling && event.remote.status == RemoteStatus::InProgress && !told) {
            tell();
            return;
        }
        turnToNextCandidate();
        waitForPoll();
    }

    void operator()(const partevent::Listed &event)
    {
        if (!answers(PartVerb::List))
            return;
        m_part.failures = 0;
        for (const RemoteBatch &each : event.page.batches) {
            if (mayBeIt(each, event.ahead))
                m_course.matches.push_back(each);
        }
        const bool older = !event.page.batches.empty() && isTooOld(m_part, event.page.batches.back(), event.ahead);
        if (!event.page.next.isEmpty() && !older && ++m_course.pages < mostPages)
            ask(PartVerb::List, List {event.page.next});
        else
            concludeSearch(event.ahead);
    }

    void operator()(const partevent::Read &event)
    {
        if (m_course.asking != PartVerb::Fetch)
            return;
        m_course.ours += event.ours;
        m_course.unknown += event.unknown;
        if (!isProvisional())
            return;
        if (m_course.ours > 0) {
            m_part.candidates.clear(); // its names prove it
        } else if (m_course.unknown > 0) {
            m_effects.emplace_back(Abort {});
            m_course.asking.reset();
            disprove();
        }
    }

    void operator()(const partevent::ReadWhole &)
    {
        if (!answers(PartVerb::Fetch))
            return;
        // A body that was cut may end as if it were whole, and lines have no end mark: the counts tell.
        const bool isShort = m_course.ours < m_course.due || m_course.ours == 0;
        if (isShort && m_course.shortReads++ < mostShortReads)
            backOff(faultNamed(FaultKind::Truncated));
        else if (m_course.ours == 0)
            vanished(faultNamed(FaultKind::Protocol));
        else
            close();
    }

    void operator()(const partevent::Closed &)
    {
        if (answers(PartVerb::Close))
            m_part = settled(m_part);
    }

    void operator()(const partevent::Faulted &event)
    {
        if (!m_course.asking)
            return;
        const PartVerb verb = *m_course.asking;
        m_course.asking.reset();
        if (isUnknownToTheBooks(event.fault)) {
            m_part = settled(m_part);
            return;
        }
        switch (verb) {
        case PartVerb::Create:
            notCreated(event.fault);
            break;
        case PartVerb::List:
            saysGone(event.fault) ? lose(event.fault) : backOff(event.fault);
            break;
        case PartVerb::Cancel:
            if (event.fault.kind == FaultKind::BadRequest || event.fault.kind == FaultKind::Conflict) {
                saysGone(event.fault) ? vanished(event.fault) : waitForPoll(); // it has ended, perhaps: a look tells
                break;
            }
            [[fallthrough]];
        case PartVerb::Retrieve:
        case PartVerb::Fetch:
            saysGone(event.fault) ? vanished(event.fault) : backOff(event.fault);
            break;
        case PartVerb::Close:
            backOff(event.fault);
            break;
        }
    }

    void operator()(const partevent::NotLeft &event)
    {
        if (!m_course.asking)
            return;
        const bool wasCreation = answers(PartVerb::Create);
        if (wasCreation) {
            m_part.phase = PartPhase::Ready;
            --m_part.creates;
        }
        m_course.asking.reset();
        const bool isWayGone = event.fault.kind == FaultKind::NoModel || event.fault.kind == FaultKind::Auth; // no provider, or no key of that name
        if (isUnknownToTheBooks(event.fault))
            m_part = settled(m_part);
        else if (wasCreation && m_part.cancelWanted)
            close();
        else
            m_part.cancelWanted && isWayGone ? lose(event.fault) : backOff(event.fault);
    }

    void operator()(const partevent::Rang &)
    {
        if (isIdle() && m_part.nextLook)
            goOn();
    }

    void operator()(const partevent::LookNow &)
    {
        const bool mustWait = m_part.fault && m_part.fault->hint && m_part.nextLook && *m_part.nextLook > m_around.wall; // an earlier look would fail
        if (!isIdle() || mustWait)
            return;
        if (m_part.phase == PartPhase::Lost && !m_part.remote.isEmpty()) {
            m_part.phase = PartPhase::UnderWay;
            m_course.gone.clear();
            ask(PartVerb::Retrieve, Retrieve {});
        } else if (m_part.nextLook) {
            goOn();
        }
    }

    void operator()(const partevent::NetworkReturned &)
    {
        const bool waitsForIt = m_part.fault && fateOfCreation(*m_part.fault) == CreationFate::NotTaken && !m_part.fault->hint && !needsPerson(*m_part.fault);
        if (isIdle() && m_part.nextLook && waitsForIt && *m_part.nextLook > m_around.wall + std::chrono::floor<std::chrono::milliseconds>(networkSpreads))
            wait(fromSeconds(toSeconds(networkSpreads) * m_around.jitter.next()));
    }

    void operator()(const partevent::Cancel &)
    {
        if (m_part.phase == PartPhase::Settled || m_part.cancelWanted)
            return;
        m_part.cancelWanted = true;
        if (!isIdle())
            return; // the answer that comes is looked at in that light
        if (m_part.phase == PartPhase::Ready || m_part.phase == PartPhase::Refused || m_part.phase == PartPhase::Lost)
            close();
        else if (m_part.phase == PartPhase::UnderWay && mayCancel())
            tell();
    }

    void operator()(const partevent::CreateAnew &)
    {
        if (!isDecided() || !isIdle())
            return;
        m_part.phase = PartPhase::Ready;
        m_part.remote.clear();
        m_part.candidates.clear();
        m_part.results.clear();
        m_part.endedAt.reset();
        m_part.nextLook.reset();
        m_part.key.clear(); // a person may have put another one there
        m_part.cancelWanted = false;
        m_part.fault.reset();
        m_part.failures = 0;
    }

    void operator()(const partevent::GiveUp &)
    {
        if (!isDecided() || !isIdle())
            return;
        m_part.cancelWanted = true;
        close();
    }

private:
    [[nodiscard]] bool isIdle() const { return !m_course.asking; }
    [[nodiscard]] bool isProvisional() const { return !m_part.candidates.empty(); }
    [[nodiscard]] bool isDecided() const { return m_part.phase == PartPhase::Refused || m_part.phase == PartPhase::Lost; }
    /// Of several that may be it, all but one are somebody else's work.
    [[nodiscard]] bool mayCancel() const { return m_part.candidates.size() < 2; }

    /// The event is the answer to `verb`, which is over then; a fetch is over when it has been read whole.
    [[nodiscard]] bool answers(PartVerb verb)
    {
        if (m_course.asking != verb)
            return false;
        m_course.asking.reset();
        return true;
    }

    // ---- asking and waiting ----

    void ask(PartVerb verb, PartEffect effect)
    {
        if (m_around.held > Duration::zero()) {
            wait(m_around.held);
            return;
        }
        m_part.nextLook.reset();
        m_course.asking = verb;
        m_effects.push_back(std::move(effect));
    }

    void wait(Duration pause)
    {
        m_part.nextLook = m_around.wall + std::chrono::ceil<std::chrono::milliseconds>(pause);
        m_effects.emplace_back(SetAlarm {pause});
    }

    /// What remains of a wait that was found on disk. The clock may have been changed meanwhile.
    void waitAsRemembered()
    {
        const Duration rest = m_part.nextLook ? Duration(*m_part.nextLook - m_around.wall) : Duration::zero();
        wait(std::clamp(rest, fromSeconds(toSeconds(quickLook) * m_around.jitter.next()), longestRemembered));
    }

    void waitForPoll()
    {
        const Duration since = std::max(Duration::zero(), Duration(m_around.wall - m_part.sentAt));
        Duration pause = pauseBetweenLooks(since, m_around.jitter.next());
        if (m_part.phase == PartPhase::Cancelling)
            pause = std::min(pause, cancelLook);
        const auto shares = static_cast<Duration::rep>(std::max<std::size_t>(1, m_part.candidates.size())); // each in its turn
        wait(std::max(pause / shares, quickLook));
    }

    void backOff(const Fault &fault)
    {
        m_part.fault = fault;
        wait(pauseAfterFault(fault, m_part.failures, {m_around.jitter.next(), m_around.jitter.next()}));
        ++m_part.failures;
    }

    /// The wait is over.
    void goOn()
    {
        switch (m_part.phase) {
        case PartPhase::Ready:
            create();
            break;
        case PartPhase::Searching:
            m_course.matches.clear();
            m_course.pages = 0;
            m_course.lookedAt = m_around.now;
            ask(PartVerb::List, List {});
            break;
        case PartPhase::UnderWay:
        case PartPhase::Cancelling:
        case PartPhase::Fetching: // where its results are, and how many, is asked each time
            ask(PartVerb::Retrieve, Retrieve {});
            break;
        case PartPhase::Refused:
        case PartPhase::Lost:
            if (m_part.cancelWanted)
                close();
            break;
        case PartPhase::Creating:
        case PartPhase::Settled:
            break;
        }
    }

    void took(const RemoteBatch &remote)
    {
        m_part.expiresAt = remote.expiresAt.value_or(m_part.expiresAt);
        if (m_part.phase == PartPhase::Fetching) // that its results are there was known: it is the reading that fails
            return;
        m_part.fault.reset();
        m_part.failures = 0;
    }

    void tell()
    {
        m_part.phase = PartPhase::Cancelling;
        ask(PartVerb::Cancel, Cancel {});
    }

    void close()
    {
        m_part.nextLook.reset();
        m_course.asking = PartVerb::Close;
        m_effects.emplace_back(Close {});
    }

    void lose(const Fault &fault)
    {
        m_part.phase = PartPhase::Lost;
        m_part.fault = fault;
        m_part.nextLook.reset();
    }

    // ---- creating ----

    void create()
    {
        if (m_part.cancelWanted) {
            close();
            return;
        }
        const Duration held = m_part.creates > 0 ? std::max(m_around.held, m_around.retryHeld) : m_around.held;
        if (held > Duration::zero()) {
            wait(held);
            return;
        }
        m_part.phase = PartPhase::Creating;
        m_part.sentAt = m_around.wall;
        m_part.key = m_around.key;
        ++m_part.creates;
        std::vector<QString> disproved = std::move(m_course.disproved);
        m_course = PartCourse {m_part};
        m_course.disproved = std::move(disproved);
        ask(PartVerb::Create, Create {});
    }

    void notCreated(const Fault &fault)
    {
        switch (fateOfCreation(fault)) {
        case CreationFate::Refused:
            m_part.phase = PartPhase::Refused;
            m_part.fault = fault;
            m_part.failures = 0;
            if (m_part.cancelWanted)
                close();
            break;
        case CreationFate::NotTaken:
            m_part.phase = PartPhase::Ready;
            m_part.cancelWanted ? close() : backOff(fault);
            break;
        case CreationFate::Unknown:
            m_part.fault = fault;
            m_part.failures = 0;
            search(beforeSearch);
            break;
        }
    }

    // ---- searching ----

    void search(Duration pause)
    {
        m_part.phase = PartPhase::Searching;
        m_part.remote.clear();
        m_part.results.clear();
        m_part.endedAt.reset();
        wait(fromSeconds(toSeconds(pause) * (0.8 + 0.4 * m_around.jitter.next())));
    }

    [[nodiscard]] bool mayBeIt(const RemoteBatch &remote, Duration ahead) const
    {
        const bool known = isAmong(m_course.disproved, remote.id) || (m_around.isAnothers && m_around.isAnothers(remote.id));
        return !known && looksLike(m_part, remote, ahead);
    }

    void concludeSearch(Duration ahead)
    {
        std::vector<RemoteBatch> matches = std::move(m_course.matches);
        m_course.matches.clear();
        if (matches.empty()) {
            foundNothing();
            return;
        }
        m_part.candidates = likeliestFirst(m_part, std::move(matches), ahead);
        m_part.remote = m_part.candidates.front();
        m_part.phase = PartPhase::UnderWay;
        m_part.fault.reset();
        wait(fromSeconds(toSeconds(quickLook) * m_around.jitter.next()));
    }

    void foundNothing()
    {
        if (!m_course.vainSince)
            m_course.vainSince = m_course.lookedAt;
        else if (m_course.lookedAt && *m_course.lookedAt - *m_course.vainSince >= apart) {
            m_part.phase = PartPhase::Ready;
            create();
            return;
        }
        wait(fromSeconds(toSeconds(betweenSearches) * (0.9 + 0.2 * m_around.jitter.next())));
    }

    // ---- following ----

    void ended(const RemoteBatch &remote)
    {
        m_part.endedAt = remote.endedAt.value_or(m_around.wall);
        m_part.results = remote.results;
        m_course.due = remote.requests;
        m_course.ours = 0;
        m_course.unknown = 0;
        if (remote.archivedAt) {
            vanished(faultNamed(FaultKind::BadRequest, 410));
            return;
        }
        m_part.phase = PartPhase::Fetching;
        ask(PartVerb::Fetch, Fetch {});
    }

    void turnToNextCandidate()
    {
        if (!isProvisional())
            return;
        auto &candidates = m_part.candidates;
        const auto isGone = [&](const QString &id) { return isAmong(m_course.gone, id); };
        const auto here = std::find(candidates.begin(), candidates.end(), m_part.remote);
        const auto start = here == candidates.end() ? candidates.begin() : here + 1;
        std::rotate(candidates.begin(), start, candidates.end());
        const auto next = std::find_if_not(candidates.begin(), candidates.end(), isGone);
        m_part.remote = next == candidates.end() ? candidates.front() : *next;
        m_part.results.clear();
        m_part.endedAt.reset();
    }

    /// `remote` is somebody else's batch.
    void disprove()
    {
        m_course.disproved.push_back(m_part.remote);
        std::erase(m_part.candidates, m_part.remote);
        m_course.shortReads = 0;
        if (m_part.candidates.empty()) {
            m_course.vainSince = m_course.lookedAt; // that look found nothing of ours
            search(quickLook);
            return;
        }
        follow();
    }

    /// One of the candidates that are left.
    void follow()
    {
        m_part.phase = PartPhase::UnderWay;
        turnToNextCandidate();
        wait(quickLook);
    }

    /// The provider does not have it any more, or not its results. What may have been ours is not created again by itself.
    void vanished(const Fault &fault)
    {
        if (!isProvisional()) {
            lose(fault);
            return;
        }
        m_course.gone.push_back(m_part.remote);
        const bool allGone = std::all_of(m_part.candidates.begin(), m_part.candidates.end(),
            [&](const QString &id) { return isAmong(m_course.gone, id); });
        allGone ? lose(fault) : follow();
    }

    PartCourse &m_course;
    BatchPart &m_part;
    const PartSurroundings &m_around;
    std::vector<PartEffect> m_effects;
};

bool savesItself(const PartEffect &effect)
{
    return std::holds_alternative<Create>(effect) || std::holds_alternative<Close>(effect);
}

} // namespace

BatchPart settled(BatchPart part)
{
    part.phase = PartPhase::Settled;
    part.candidates.clear();
    part.fault.reset();
    part.nextLook.reset();
    part.failures = 0;
    return part;
}

std::vector<PartEffect> step(PartCourse &course, const PartEvent &event, const PartSurroundings &around)
{
    const BatchPart before = course.part;
    PartStep work(course, around);
    std::visit(work, event);
    std::vector<PartEffect> effects = work.take();
    const bool saved = std::holds_alternative<partevent::Closed>(event) || std::any_of(effects.begin(), effects.end(), savesItself);
    if (course.part != before && !saved)
        effects.insert(effects.begin(), Save {});
    return effects;
}

} // namespace breakwater
