// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/outbox.h"

#include "core/route/batchroutes.h"
#include "core/turn/abilities.h"

#include <QPointer>
#include <QTimeZone>

#include <algorithm>

namespace breakwater {

namespace {

/// All that is sent with a question.
std::vector<Said> saidWith(const std::vector<Message> &messages, const MessageId &question, const Conversation &conversation)
{
    return historyFor(messages, question, {}, conversation.lastLeftOut);
}

/// What a question takes from the person's own limits, roughly: four letters to a token, of all that is sent with it.
PaceNeed estimatedNeed(const std::vector<Said> &said, const Instructions &instructions)
{
    double tokens = static_cast<double>(instructions.system.size()) / 4.0;
    for (const Said &each : said) {
        tokens += static_cast<double>(each.text.size()) / 4.0;
        for (const Attachment &attachment : each.attachments)
            tokens += static_cast<double>(leastTokensIn(attachment));
    }
    return {tokens};
}

std::vector<Attachment> filesIn(const std::vector<Said> &said)
{
    std::vector<Attachment> files;
    for (const Said &each : said)
        files.insert(files.end(), each.attachments.begin(), each.attachments.end());
    return files;
}

bool holdsTheLine(TurnPhase phase)
{
    // A kept turn lets the next one of its conversation by: the person said so, or nothing flows anyway.
    return phase == TurnPhase::Sending || phase == TurnPhase::Streaming || phase == TurnPhase::Waiting;
}

/// The disk refused its question: nothing of it was written, nothing sent.
bool wasNeverAccepted(const TurnState &state)
{
    return state.phase == TurnPhase::Failed && state.attempts.empty() && state.decision && state.decision->reason == Reason::DiskFailed;
}

} // namespace

Outbox::Outbox(TurnServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    m_services.offPeak = [this]() -> std::optional<OffPeak> {
        const auto stretch = nextHours();
        return stretch ? std::optional(OffPeak {*stretch, m_hours.onlyWhenCalm, m_hours.missed}) : std::nullopt;
    };
    learnRoutes();
}

Outbox::~Outbox() = default;

void Outbox::learnRoutes()
{
    for (const Route &route : m_services.routes().routes)
        m_services.conditions.learn(route.id, route.provider, route.model);
}

std::optional<TurnId> Outbox::submit(const Draft &draft)
{
    if (Writing {draft.text, draft.attachments}.isBlank())
        return std::nullopt;
    const WallTime wall = m_services.time.wall();
    const RouteTable &table = m_services.routes();
    const Chain *chain = table.chain(draft.chain);

    const Conversation *known = m_services.library.conversation(draft.conversation);
    Conversation conversation = known != nullptr ? *known : Conversation {};
    if (known == nullptr) {
        conversation.id = draft.conversation.isEmpty() ? makeId<ConversationId>(wall) : draft.conversation;
        conversation.createdAt = wall;
        conversation.instructions = draft.instructions;
    }
    if (!conversation.titleIsManual && conversation.title.isEmpty())
        conversation.title = titleFromPrompt(draft.text.trimmed().isEmpty() ? draft.attachments.front().name : draft.text);
    conversation.updatedAt = wall;

    Message question;
    question.id = makeId<MessageId>(wall);
    question.conversation = conversation.id;
    question.turn = makeId<TurnId>(wall);
    question.role = Role::User;
    question.text = draft.text;
    question.attachments = draft.attachments;
    question.at = wall;
    const TurnTree tree(m_services.library.messages(conversation.id));
    question.after = tree.contains(draft.replaces) ? tree.before(draft.replaces) : m_services.library.leaf(conversation.id);
    conversation.leaf = question.turn;
    conversation.archived = false; // it is in use again

    std::vector<Message> messages = m_services.library.messages(conversation.id);
    messages.push_back(question);
    const std::vector<Said> said = saidWith(messages, question.id, conversation);
    const PaceNeed need = estimatedNeed(said, conversation.instructions);
    const Chain able = stepsThatRead(chain != nullptr ? table.usable(*chain) : Chain {}, filesIn(said), table, m_services.catalogue, need.inputTokens);
    TurnState state = makeTurn(question.turn, conversation.id, question.id, able, m_policy, m_services.time.now(), wall);
    state.need = need;
    if (draft.timing == Timing::OffPeak)
        state.offPeak = OffPeakWait {};
    if (draft.timing == Timing::Batch)
        state.batch = newBatch(state.chain);
    TurnRunner *runner = run(std::move(state)); // known before it is painted, so that the view can ask for it

    if (known == nullptr)
        m_services.library.addConversation(conversation);
    m_services.library.appendMessage(question);
    if (known != nullptr)
        m_services.library.updateConversation(conversation); // after its message: the leaf is there

    const QPointer<TurnRunner> alive(runner);
    m_services.journal.accept(conversation, question, runner->state(), [this, alive](const Result<void> &written) {
        if (!alive)
            return; // cancelled meanwhile
        if (written)
            beginNext(alive->state().conversation);
        else
            alive->tell(turnevent::DiskFailed {written.error()});
    });
    return question.turn;
}

TurnRunner *Outbox::run(TurnState state)
{
    const TurnId id = state.id;
    m_settled.erase(id);
    auto owned = std::make_unique<TurnRunner>(std::move(state), m_services);
    TurnRunner *runner = owned.get();
    m_runners[id] = std::move(owned);
    connect(runner, &TurnRunner::changed, this, [this, id, runner] {
        follow(m_ramp, runner->state());
        askAboutOvertaken(runner->state());
        countWaiting();
        compareFlows();
        lookAgainSoon();
        Q_EMIT turnChanged(id);
    });
    connect(runner, &TurnRunner::due, this, &Outbox::lookAgain);
    connect(runner, &TurnRunner::sampled, this, &Outbox::sampled);
    connect(runner, &TurnRunner::roomsSeen, this, &Outbox::roomsSeen);
    connect(runner, &TurnRunner::notSaved, this, [this, id](const Fault &fault) { Q_EMIT notSaved(id, fault); });
    // Queued: the runner is still at work when it says so.
    connect(
        runner, &TurnRunner::rested, this,
        [this, id] {
            const auto entry = m_runners.find(id);
            if (entry == m_runners.end())
                return;
            const TurnState rested = entry->second->state();
            if (isSettled(rested.phase)) {
                m_settled[id] = rested;
                m_runners.erase(entry);
                Q_EMIT turnSettled(id);
            }
            beginNext(rested.conversation);
        },
        Qt::QueuedConnection);
    return runner;
}

void Outbox::beginNext(const ConversationId &conversation)
{
    TurnRunner *next = nullptr;
    for (const auto &[id, runner] : m_runners) {
        if (runner->state().conversation != conversation)
            continue;
        if (holdsTheLine(runner->state().phase))
            return;
        if (next == nullptr && runner->state().phase == TurnPhase::Accepted)
            next = runner.get();
    }
    if (next == nullptr)
        return;
    next->tell(turnevent::Begin {});
}

void Outbox::networkReturned()
{
    std::vector<TurnId> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(id);
    for (const TurnId &id : all)
        tell(id, turnevent::NetworkReturned {});
}

void Outbox::limitLifted()
{
    std::vector<TurnId> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(id);
    for (const TurnId &id : all)
        tell(id, turnevent::LimitLifted {});
}

void Outbox::setHours(const OffPeakHours &hours)
{
    if (std::exchange(m_hours, hours) == hours)
        return;
    std::vector<TurnId> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(id);
    for (const TurnId &id : all)
        tell(id, turnevent::HoursChanged {});
}

std::optional<Stretch> Outbox::nextHours() const
{
    return offPeakStretch(m_hours, m_services.time.wall(), QTimeZone::systemTimeZone());
}

void Outbox::sendAllNow()
{
    std::vector<TurnId> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(id);
    for (const TurnId &id : all)
        tell(id, turnevent::Wanted {});
    lookAgainSoon();
}

void Outbox::sendWhen(const TurnId &id, Timing timing)
{
    const TurnState *state = turn(id);
    const bool batched = state != nullptr && timing == Timing::Batch;
    tell(id, turnevent::SendWhen {timing, batched ? std::optional(newBatch(state->chain)) : std::nullopt});
}

/// Its id is written down with the turn before the batch is made, so that no end of the program makes two.
BatchWait Outbox::newBatch(const Chain &chain) const
{
    return {makeId<BatchId>(m_services.time.wall()), batchRouteOf(chain, m_services.routes()).value_or(RouteId()), false};
}

void Outbox::batchAnswered(const TurnId &id, const BatchedAnswer &answer)
{
    if (const auto entry = m_runners.find(id); entry != m_runners.end())
        entry->second->takeBatched(answer);
}

void Outbox::batchFailed(const TurnId &id, const Fault &fault)
{
    tell(id, turnevent::BatchFailed {fault});
}

void Outbox::batchEnded(const TurnId &id)
{
    tell(id, turnevent::BatchEnded {});
}

void Outbox::keysChanged()
{
    std::vector<TurnRunner *> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(runner.get()); // runners go later, never from within
    for (TurnRunner *runner : all)
        runner->keysChanged();
    lookAgainSoon();
}

void Outbox::restore(const std::vector<UnfinishedTurn> &turns)
{
    compareFlows(); // what is paused since an earlier run
    for (const UnfinishedTurn &turn : turns) {
        TurnState state = turn.state;
        if (isSettled(state.phase)) {
            writeDown(state);
            continue;
        }
        followPresent(state);
        TurnRunner *runner = run(state);
        runner->resumeWait();
        Q_EMIT turnChanged(state.id);
        if (state.phase == TurnPhase::Accepted)
            beginNext(state.conversation);
    }
}

/// A turn whose end the earlier run could not write down.
void Outbox::writeDown(const TurnState &state)
{
    m_settled[state.id] = state;
    const Message *answer = m_services.library.message(state.conversation, state.answer);
    const QPointer<Outbox> alive(this);
    m_services.journal.settled(state, answer != nullptr ? std::optional(*answer) : std::nullopt, [alive, id = state.id](const Result<void> &written) {
        if (!alive || written)
            return;
        alive->noteSaved(id, written.error());
        Q_EMIT alive->notSaved(id, written.error());
    });
    Q_EMIT turnChanged(state.id);
}

/// The steps of it that can answer the turn.
Chain Outbox::chainFor(const TurnState &state, const std::vector<Said> &said, const Chain &chain) const
{
    return stepsThatRead(m_services.routes().usable(chain), filesIn(said), m_services.routes(), m_services.catalogue, state.need.inputTokens);
}

void Outbox::useChain(const TurnId &id, const ChainId &chain)
{
    const TurnState *state = turn(id);
    const Conversation *conversation = state != nullptr ? m_services.library.conversation(state->conversation) : nullptr;
    const Chain *wanted = m_services.routes().chain(chain);
    if (conversation == nullptr || wanted == nullptr)
        return;
    const std::vector<Said> said = saidWith(m_services.library.messages(state->conversation), state->question, *conversation);
    const Chain able = chainFor(*state, said, *wanted);
    tell(TurnId(id), turnevent::UseChain {able, state->batch ? std::optional(newBatch(able)) : std::nullopt});
}

/// A turn of an earlier time follows the policy and the chain of now, at the place where it was.
void Outbox::followPresent(TurnState &state) const
{
    state.policy = policyForTurn(m_policy);
    state.deadline = m_services.time.now() + m_policy.patience.turn;
    static const Conversation none;
    const Conversation *known = m_services.library.conversation(state.conversation);
    const Conversation &conversation = known != nullptr ? *known : none;
    const std::vector<Said> said = saidWith(m_services.library.messages(state.conversation), state.question, conversation);
    state.need = estimatedNeed(said, conversation.instructions);
    if (const Chain *chain = m_services.routes().chain(state.chain.id))
        state.chain = chainFor(state, said, *chain);
    const auto &steps = state.chain.steps;
    const auto last = std::find_if(steps.begin(), steps.end(), [&state](const ChainStep &each) { return !state.attempts.empty() && each.route == state.attempts.back().route; });
    state.step = last == steps.end() ? 0 : static_cast<std::size_t>(last - steps.begin());
}

void Outbox::remember(const ConversationId &conversation, const std::vector<TurnState> &turns)
{
    for (const TurnState &turn : turns) {
        if (m_runners.find(turn.id) == m_runners.end())
            m_settled.try_emplace(turn.id, turn);
    }
    Q_EMIT remembered(conversation);
}

std::optional<TurnId> Outbox::askAgain(const ConversationId &conversation, const TurnId &id, const ChainId &chain)
{
    const Message *question = m_services.library.question(conversation, id);
    if (question == nullptr)
        return std::nullopt;
    const TurnState *state = turn(id);
    return submit({conversation, question->text, state != nullptr ? state->chain.id : chain, question->attachments, {}, id});
}

const TurnState *Outbox::turn(const TurnId &id) const
{
    if (const auto entry = m_runners.find(id); entry != m_runners.end())
        return &entry->second->state();
    const auto entry = m_settled.find(id);
    return entry == m_settled.end() ? nullptr : &entry->second;
}

const TurnState *Outbox::active(const ConversationId &conversation) const
{
    const TurnState *first = nullptr;
    for (const auto &[id, runner] : m_runners) {
        const TurnState &state = runner->state();
        if (state.conversation != conversation || isSettled(state.phase))
            continue;
        if (holdsTheLine(state.phase))
            return &state;
        // One that a batch answers is under way by itself: it is the last to be spoken of.
        if (first == nullptr || (first->isInBatch() && !state.isInBatch()))
            first = &state;
    }
    return first;
}

std::vector<const TurnState *> Outbox::unsettled() const
{
    std::vector<const TurnState *> all;
    for (const auto &[id, runner] : m_runners) {
        if (!isSettled(runner->state().phase))
            all.push_back(&runner->state());
    }
    std::stable_sort(all.begin(), all.end(), [](const TurnState *left, const TurnState *right) { return left->placeInLine() < right->placeInLine(); });
    return all;
}

void Outbox::move(const TurnId &id, int by)
{
    std::vector<const TurnState *> line = unsettled();
    std::erase_if(line, [](const TurnState *each) { return !each->awaitsRoute(); });
    const auto here = std::find_if(line.begin(), line.end(), [&id](const TurnState *each) { return each->id == id; });
    if (here == line.end() || (by < 0 ? here == line.begin() : std::next(here) == line.end()))
        return;
    const TurnState &moved = **here;
    const TurnState &neighbour = by < 0 ? **std::prev(here) : **std::next(here);
    if (moved.conversation == neighbour.conversation)
        return;
    const WallTime from = moved.placeInLine();
    const WallTime to = neighbour.placeInLine();
    const TurnId other = neighbour.id;
    const auto beyond = std::chrono::milliseconds(from == to ? (by < 0 ? -1 : 1) : 0); // accepted at once, they changed nothing by changing places
    tell(TurnId(id), turnevent::Placed {to + beyond});
    tell(other, turnevent::Placed {from});
}

void Outbox::tell(const TurnId &id, const TurnEvent &event)
{
    if (const auto entry = m_runners.find(id); entry != m_runners.end())
        entry->second->tell(event);
}

/// For what may be told to a settled turn too: it gets a runner again, and keeps it if it goes on.
void Outbox::tellSettled(const TurnId &id, const TurnEvent &event)
{
    const auto settled = m_settled.find(id);
    if (settled == m_settled.end()) {
        tell(id, event);
        return;
    }
    const TurnState before = settled->second;
    TurnState state = before;
    followPresent(state);
    TurnRunner *runner = run(state);
    runner->tell(event);
    if (runner->state() == state) {
        m_runners.erase(id);
        m_settled[id] = before;
    }
}

void Outbox::tryNow(const TurnId &id)
{
    tell(id, turnevent::TryNow {});
}

void Outbox::useNextRoute(const TurnId &id)
{
    tell(id, turnevent::UseNext {});
}

void Outbox::keep(const TurnId &id)
{
    tell(id, turnevent::Keep {});
}

void Outbox::cancel(const TurnId &id)
{
    tell(id, turnevent::Cancel {});
}

void Outbox::undoCancel(const TurnId &id)
{
    const TurnState *state = turn(id);
    const bool wasInBatch = state != nullptr && state->batch && !state->batch->leaves;
    tellSettled(id, turnevent::UndoCancel {wasInBatch ? std::optional(newBatch(state->chain)) : std::nullopt});
}

void Outbox::sendAgain(const TurnId &id)
{
    const TurnState *state = turn(id);
    if (state != nullptr && wasNeverAccepted(*state))
        acceptAgain(TurnState(*state));
    else
        tellSettled(id, turnevent::Again {});
}

/// Its question is not on disk: that comes first, as it did the first time.
void Outbox::acceptAgain(const TurnState &state)
{
    const Conversation *conversation = m_services.library.conversation(state.conversation);
    const Message *question = m_services.library.message(state.conversation, state.question);
    if (conversation == nullptr || question == nullptr)
        return;
    const QPointer<Outbox> alive(this);
    m_services.journal.accept(*conversation, *question, state, [alive, id = state.id](const Result<void> &written) {
        if (alive && written)
            alive->tellSettled(id, turnevent::Again {});
        else if (alive)
            Q_EMIT alive->notSaved(id, written.error());
    });
}

void Outbox::saveAgain(const TurnId &id)
{
    const TurnState *state = turn(id);
    if (state == nullptr || !state->notSaved || wasNeverAccepted(*state)) {
        sendAgain(id);
        return;
    }
    const QPointer<Outbox> alive(this);
    m_services.journal.saveAgain([alive, id](const Result<void> &written) {
        if (!alive)
            return;
        alive->noteSaved(id, written ? std::nullopt : std::optional(written.error()));
        if (!written)
            Q_EMIT alive->notSaved(id, written.error());
    });
}

void Outbox::answerNotSaved(const MessageId &answer, const Fault &fault)
{
    for (const auto &[id, runner] : m_runners) {
        if (runner->state().answer == answer) {
            runner->noteSaved(fault);
            return;
        }
    }
    const auto settled = std::find_if(m_settled.begin(), m_settled.end(), [&answer](const auto &each) { return each.second.answer == answer; });
    if (settled != m_settled.end())
        noteSaved(TurnId(settled->first), fault);
}

void Outbox::allSaved()
{
    for (const auto &[id, runner] : m_runners)
        runner->noteSaved(std::nullopt);
    for (auto &[id, state] : m_settled) {
        if (std::exchange(state.notSaved, std::nullopt))
            Q_EMIT turnChanged(id);
    }
}

void Outbox::noteSaved(const TurnId &id, const std::optional<Fault> &trouble)
{
    if (const auto running = m_runners.find(id); running != m_runners.end()) {
        running->second->noteSaved(trouble);
        return;
    }
    const auto settled = m_settled.find(id);
    if (settled != m_settled.end() && std::exchange(settled->second.notSaved, trouble) != trouble)
        Q_EMIT turnChanged(id);
}

void Outbox::continueAnswer(const TurnId &id)
{
    tellSettled(id, turnevent::Continue {});
}

/// A pause is shared by all who would go.
void Outbox::countWaiting()
{
    const auto waiting = std::count_if(m_runners.begin(), m_runners.end(), [](const auto &entry) { return holdsTheLine(entry.second->state().phase); });
    m_services.conditions.waiting = std::max(1, static_cast<int>(waiting));
}

/// What befell one turn may open the way for another. Queued: a runner is at work.
void Outbox::lookAgainSoon()
{
    if (m_looks)
        return;
    m_looks = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_looks = false;
            lookAgain();
        },
        Qt::QueuedConnection);
}

/// One line for all: who was written first looks first, so that nobody is overtaken by luck. Those who rest in the outbox
/// look only while it has room for one more.
void Outbox::lookAgain()
{
    std::vector<TurnId> line;
    for (const TurnState *each : unsettled()) {
        if (each->phase == TurnPhase::Waiting || each->phase == TurnPhase::Kept)
            line.push_back(each->id);
    }
    for (const TurnId &id : line) {
        const auto entry = m_runners.find(id);
        if (entry == m_runners.end())
            continue;
        const TurnRunner &runner = *entry->second;
        const bool rests = runner.state().phase == TurnPhase::Kept;
        if (rests && (!m_ramp.hasRoom() || isBehindAnother(runner.state())))
            continue;
        tell(id, turnevent::Rang {});
        if (rests && runner.state().phase != TurnPhase::Kept && !isSettled(runner.state().phase))
            m_ramp.left(id);
    }
}

/// Another turn of its conversation is under way, or an earlier one waits for a route too.
bool Outbox::isBehindAnother(const TurnState &state) const
{
    return std::any_of(m_runners.begin(), m_runners.end(), [&](const auto &entry) {
        const TurnState &other = entry.second->state();
        if (other.conversation != state.conversation || other.id == state.id)
            return false;
        const bool waitsToo = other.awaitsRoute() && other.wait;
        return holdsTheLine(other.phase) || (waitsToo && other.id < state.id);
    });
}

/// Once a turn has its answer, its conversation went on without those before it that are kept.
void Outbox::askAboutOvertaken(const TurnState &state)
{
    if (state.phase != TurnPhase::Streaming && state.phase != TurnPhase::Answered)
        return;
    const TurnId by = state.id;
    const ConversationId conversation = state.conversation;
    for (const auto &[id, runner] : m_runners) {
        if (id < by && runner->state().conversation == conversation)
            runner->tell(turnevent::Overtaken {});
    }
}

/// Queued: a runner is at work when the route reopens.
void Outbox::wakeThoseWaitingFor(const RouteId &route)
{
    for (const auto &[id, runner] : m_runners) {
        const auto &steps = runner->state().chain.steps;
        if (std::any_of(steps.begin(), steps.end(), [&route](const ChainStep &each) { return each.route == route; }))
            QMetaObject::invokeMethod(runner.get(), [woken = runner.get()] { woken->tell(turnevent::RouteFlows {}); }, Qt::QueuedConnection);
    }
}

/// A route is paused, or being tested, with its own breaker or its provider's.
FlowChange Outbox::flowNow(const RouteId &route) const
{
    const Conditions &conditions = m_services.conditions;
    const Instant now = m_services.time.now();
    FlowChange present {m_services.time.wall(), route, RouteFlow::Flowing, std::nullopt};
    Instant until = now;
    const auto look = [&](const Breaker &breaker) {
        const BreakerPhase phase = breaker.phase(now);
        if (phase == BreakerPhase::Open) {
            present.flow = RouteFlow::Paused;
            until = std::max(until, breaker.notBefore(m_policy.breaker, now, conditions.waiting));
        } else if (phase == BreakerPhase::HalfOpen && present.flow == RouteFlow::Flowing) {
            present.flow = RouteFlow::Testing;
        }
    };
    look(conditions.route(route).breaker);
    if (const ProviderCondition *owner = conditions.knownProvider(conditions.ownerOf(route)))
        look(owner->breaker);
    if (present.flow == RouteFlow::Paused)
        present.until = present.at + std::chrono::duration_cast<std::chrono::milliseconds>(until - now);
    return present;
}

/// A breaker is a value without a voice: what changed is found by comparing.
void Outbox::compareFlows()
{
    for (const auto &[route, condition] : m_services.conditions.routes()) {
        const FlowChange present = flowNow(route);
        const auto known = m_flows.find(route);
        const FlowChange before = known != m_flows.end() ? known->second : FlowChange {{}, route, RouteFlow::Flowing, std::nullopt};
        // A pause that is over stays until somebody tests the route; its end is no news.
        const bool ends = present.until && before.until && *present.until > present.at;
        const bool moved = ends && std::chrono::abs(*present.until - *before.until) > std::chrono::seconds(1);
        if (present.flow == before.flow && !moved)
            continue;
        m_flows[route] = present;
        if (present.flow == RouteFlow::Flowing)
            wakeThoseWaitingFor(route);
        Q_EMIT flowChanged(present);
    }
    for (const auto &[provider, condition] : m_services.conditions.providers())
        Q_EMIT budgetChanged(provider, condition.budget.level(m_policy.budget, m_services.time.now()), m_policy.budget.most);
}

} // namespace breakwater
