// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchedturns.h"

#include "core/batch/batchplan.h"
#include "core/batch/rowanswer.h"
#include "core/turn/asking.h"

#include <QPointer>

namespace breakwater {

namespace {

constexpr Duration wholeRowAgainAfter = std::chrono::seconds(30);

Fault goneFault()
{
    Fault fault;
    fault.kind = FaultKind::NoModel;
    return fault;
}

} // namespace

BatchedTurns::BatchedTurns(Batches &batches, Outbox &outbox, const Library &library, BatchServices services, QObject *parent)
    : QObject(parent)
    , m_batches(batches)
    , m_outbox(outbox)
    , m_library(library)
    , m_services(std::move(services))
{
    // Queued: turns and batches are still at work when they say so.
    connect(&outbox, &Outbox::turnChanged, this, &BatchedTurns::follow, Qt::QueuedConnection);
    connect(&outbox, &Outbox::turnSettled, this, &BatchedTurns::follow, Qt::QueuedConnection);
    connect(&batches, &Batches::changed, this, &BatchedTurns::watch, Qt::QueuedConnection);
    connect(&batches, &Batches::settled, this, &BatchedTurns::bring, Qt::QueuedConnection);
    connect(&batches, &Batches::restored, this, &BatchedTurns::lookAtAll, Qt::QueuedConnection);
}

void BatchedTurns::restore()
{
    m_restored = true;
    lookAtAll();
}

void BatchedTurns::lookAtAll()
{
    if (!knowsAll())
        return;
    std::vector<TurnId> turns;
    for (const TurnState *each : m_outbox.unsettled())
        turns.push_back(each->id);
    for (const TurnId &each : turns)
        follow(each);
    std::vector<BatchId> batches;
    for (const Batch *each : m_batches.all())
        batches.push_back(each->id);
    for (const BatchId &each : batches) {
        const Batch *batch = m_batches.batch(each);
        watch(each);
        const TurnState *turn = batch != nullptr && !batch->turn.isEmpty() ? m_outbox.turn(batch->turn) : nullptr;
        const bool isWanted = turn != nullptr && turn->isInBatch() && turn->batch->batch == each;
        if (batch == nullptr || batch->turn.isEmpty() || isWanted || !m_batches.isUnderWay(each))
            continue;
        m_unwanted.insert(each); // its turn was cancelled in an earlier run
        m_batches.cancel(each);
    }
}

void BatchedTurns::follow(const TurnId &id)
{
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr || !turn->batch || !knowsAll())
        return;
    const BatchId batch = turn->batch->batch;
    if (m_made.contains(batch))
        return; // it is being written down, and looked at then
    if (turn->isInBatch() && m_batches.batch(batch) == nullptr) {
        turn->batch->leaves ? m_outbox.batchEnded(TurnId(id)) : makeBatch(*turn);
        return;
    }
    if (turn->phase == TurnPhase::Cancelled && m_batches.isUnderWay(batch))
        m_unwanted.insert(batch);
    if (turn->phase == TurnPhase::Cancelled || (turn->isInBatch() && turn->batch->leaves))
        m_batches.cancel(batch);
    if (!m_batches.isUnderWay(batch))
        bring(batch);
}

/// Asks what the turn would ask if it went now.
void BatchedTurns::makeBatch(const TurnState &turn)
{
    const RouteTable &routes = m_services.routes();
    const Route *route = routes.route(turn.batch->route);
    const Provider *provider = route != nullptr ? routes.provider(route->provider) : nullptr;
    const Conversation *conversation = m_library.conversation(turn.conversation);
    if (provider == nullptr || conversation == nullptr) {
        m_outbox.batchFailed(TurnId(turn.id), goneFault());
        return;
    }
    m_made.insert(turn.batch->batch);
    const Message *question = m_library.message(turn.conversation, turn.question);
    Batch batch;
    batch.id = turn.batch->batch;
    batch.title = question != nullptr ? titleFromPrompt(question->text) : conversation->title;
    batch.route = turn.batch->route;
    batch.createdAt = m_services.time.wall();
    batch.conversation = turn.conversation;
    batch.turn = turn.id;
    batch.counts.open = 1;
    BatchPart part;
    part.rows = 1;
    batch.parts = {part};
    BatchRow row;
    row.label = batch.title;
    row.params = paramsFor(askFor({conversation, m_library.messages(turn.conversation), turn.question}, *provider, *route, m_services.catalogue));
    const QPointer<BatchedTurns> alive(this);
    m_batches.begin(batch, {row}, [alive, id = turn.id, batch = batch.id](const Result<void> &written) {
        if (!alive)
            return;
        alive->m_made.erase(batch);
        const TurnState *now = alive->m_outbox.turn(id);
        const bool isWanted = now != nullptr && now->batch && now->batch->batch == batch;
        if (!written && isWanted) {
            alive->m_outbox.batchFailed(id, written.error()); // nothing was sent
        } else if (written && !isWanted) { // sent otherwise, or deleted meanwhile
            alive->m_unwanted.insert(batch);
            alive->m_batches.cancel(batch);
        } else {
            alive->follow(id); // cancelled, perhaps
        }
    });
}

/// A provider that did not take it, or does not know it any more, is a matter of the turn: nobody sees the batch apart.
void BatchedTurns::watch(const BatchId &id)
{
    const Batch *batch = m_batches.batch(id);
    if (batch == nullptr || batch->turn.isEmpty() || !m_batches.isUnderWay(id))
        return;
    for (const BatchPart &part : std::vector<BatchPart>(batch->parts)) {
        const bool isRefused = part.phase == PartPhase::Refused;
        // A key that is away may come back, and with it the answer.
        if (!isRefused && (part.phase != PartPhase::Lost || (part.fault && part.fault->kind == FaultKind::Auth)))
            continue;
        if (isRefused && part.fault)
            m_refusals[id] = *part.fault;
        m_batches.giveUp(id, part.number);
    }
}

/// A batch has ended: its row becomes what the turn waits for.
void BatchedTurns::bring(const BatchId &id)
{
    const Batch *batch = m_batches.batch(id);
    if (batch == nullptr || batch->turn.isEmpty() || m_batches.isUnderWay(id) || !knowsAll())
        return;
    const TurnId turn = batch->turn;
    const TurnState *state = m_outbox.turn(turn);
    if (m_unwanted.erase(id) > 0) {
        m_refusals.erase(id);
        // What was answered all the same is there to be read.
        batch->counts.answered > 0 ? m_batches.release(id) : m_batches.remove(id);
        return;
    }
    if (state == nullptr || !state->isInBatch() || state->batch->batch != id || !m_brought.insert(id).second)
        return;
    const QPointer<BatchedTurns> alive(this);
    m_batches.shelf().wholeRow(id, 1, [alive, turn, id](const Result<std::optional<WholeRow>> &row) {
        if (!alive)
            return;
        alive->m_brought.erase(id);
        alive->take(turn, id, row);
    });
}

void BatchedTurns::take(const TurnId &turn, const BatchId &batch, const Result<std::optional<WholeRow>> &row)
{
    const Batch *known = m_batches.batch(batch);
    if (known == nullptr)
        return;
    if (!row) {
        m_lookAgain = m_services.alarms.at(m_services.time.now() + wholeRowAgainAfter, [this] { lookAtAll(); });
        return;
    }
    if (!*row) { // lost with a damaged history
        m_outbox.batchEnded(turn);
        return;
    }
    const RowResult &result = (*row)->result;
    switch (result.state) {
    case RowState::Answered:
        m_outbox.batchAnswered(turn, answerOf(result, known->dollars)); // it is its only row
        break;
    case RowState::Failed:
        m_outbox.batchFailed(turn, result.fault.value_or(Fault {}));
        break;
    case RowState::NotSent: {
        const auto refusal = m_refusals.extract(batch);
        const TurnState *state = m_outbox.turn(turn);
        const bool leaves = state != nullptr && state->batch && state->batch->leaves;
        refusal && !leaves ? m_outbox.batchFailed(turn, refusal.mapped()) : m_outbox.batchEnded(turn);
        break;
    }
    case RowState::Open:
        break;
    }
}

} // namespace breakwater
