// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batches.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr Duration readAgainAfter = std::chrono::seconds(30);

/// What was counted since `before`; none of what was not counted.
std::optional<qint64> since(const std::optional<qint64> &before, const std::optional<qint64> &now)
{
    return now ? std::optional(*now - before.value_or(0)) : std::nullopt;
}

bool holds(const Batch &batch, const QString &remote)
{
    return std::any_of(batch.parts.begin(), batch.parts.end(), [&remote](const BatchPart &part) { return part.candidates.empty() && part.remote == remote; });
}

bool isSettled(const Batch &batch)
{
    return std::all_of(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.phase == PartPhase::Settled; });
}

} // namespace

Batches::Batches(BatchServices services, BatchShelf &shelf, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_shelf(shelf)
{
    m_services.isAnothers = [this](const QString &remote, const BatchId &batch) { return isAnothers(remote, batch); };
}

Batches::~Batches() = default;

void Batches::restore(const std::vector<Batch> &unsettled)
{
    const QPointer<Batches> alive(this);
    for (const Batch &each : unsettled)
        run(each);
    readAll();
    // Each is known before the first begins: what belongs to another is not taken for its own.
    for (const Batch &each : unsettled) {
        if (const auto found = m_runners.find(each.id); alive && found != m_runners.end())
            found->second->start();
    }
}

/// Until all are known nothing is made: what is not known may be there.
void Batches::readAll()
{
    const QPointer<Batches> alive(this);
    m_shelf.batches([alive](const Result<std::vector<Batch>> &all) {
        if (!alive)
            return;
        if (!all) {
            alive->m_readAgain = alive->m_services.alarms.at(alive->m_services.time.now() + readAgainAfter, [alive] { alive->readAll(); });
            return;
        }
        for (const Batch &each : *all) {
            if (alive->batch(each.id) != nullptr)
                continue;
            if (isSettled(each)) {
                alive->m_settled[each.id] = each;
                Q_EMIT alive->changed(each.id);
            } else {
                alive->begin(each); // a part of it needs the person
            }
        }
        alive->m_restored = true;
        Q_EMIT alive->restored();
    });
}

void Batches::showOnly()
{
    const QPointer<Batches> alive(this);
    m_shelf.batches([alive](const Result<std::vector<Batch>> &all) {
        for (const Batch &each : alive && all ? *all : std::vector<Batch> {}) {
            alive->m_settled[each.id] = each;
            Q_EMIT alive->changed(each.id);
        }
    });
}

const Batch *Batches::batch(const BatchId &id) const
{
    if (const auto running = m_runners.find(id); running != m_runners.end())
        return &running->second->batch();
    const auto found = m_settled.find(id);
    return found == m_settled.end() ? nullptr : &found->second;
}

std::vector<const Batch *> Batches::all() const
{
    std::vector<const Batch *> all;
    for (const auto &[id, runner] : m_runners)
        all.push_back(&runner->batch());
    for (const auto &[id, batch] : m_settled)
        all.push_back(&batch);
    std::sort(all.begin(), all.end(), [](const Batch *left, const Batch *right) { return right->id < left->id; });
    return all;
}

void Batches::begin(const Batch &batch)
{
    run(batch);
    m_runners.at(batch.id)->start();
}

void Batches::begin(const Batch &batch, std::vector<BatchRow> rows, Done done)
{
    const QPointer<Batches> alive(this);
    m_shelf.addBatch(batch, std::move(rows), [alive, batch, done = std::move(done)](const Result<void> &written) {
        if (!alive)
            return;
        if (written)
            alive->begin(batch);
        if (done)
            done(written);
    });
}

void Batches::run(const Batch &batch)
{
    const BatchId id = batch.id;
    m_settled.erase(id);
    auto owned = std::make_unique<BatchRunner>(batch, m_services);
    BatchRunner *runner = owned.get();
    m_runners[id] = std::move(owned);
    connect(runner, &BatchRunner::changed, this, [this, id] { Q_EMIT changed(id); });
    connect(runner, &BatchRunner::rowsLanded, this, [this, runner, usage = batch.usage, dollars = batch.dollars](qint64) mutable {
        const Batch &now = runner->batch();
        charge(now, std::exchange(usage, now.usage), std::exchange(dollars, now.dollars));
    });
    connect(runner, &BatchRunner::notSaved, this, [this, id](const Fault &fault) { tellNotSaved(id, fault); });
    // Queued: the runner is still at work when it says so.
    connect(runner, &BatchRunner::settled, this, [this, id] { takeSettled(id); }, Qt::QueuedConnection);
    Q_EMIT changed(id);
}

void Batches::takeSettled(const BatchId &id)
{
    const auto running = m_runners.find(id);
    if (running == m_runners.end())
        return;
    const Batch batch = running->second->batch();
    m_runners.erase(running);
    if (batch.counts.open > 0) { // it was deleted here, and had only to be cancelled yet
        Q_EMIT removed(id);
        return;
    }
    m_settled[id] = batch;
    Q_EMIT changed(id);
    Q_EMIT settled(id);
}

/// One whose conversation was deleted is in nobody's books any more; it only has to be cancelled yet.
void Batches::tellNotSaved(const BatchId &id, const Fault &fault)
{
    if (fault.code != QLatin1String("gone"))
        Q_EMIT notSaved(id, fault);
}

/// Answers are charged as they land. A row that is known already lands for nothing.
void Batches::charge(const Batch &batch, const Usage &before, const std::optional<double> &dollarsBefore)
{
    if (m_services.ledger == nullptr || batch.usage == before)
        return;
    const Route *route = m_services.routes().route(batch.route); // null: it was taken out meanwhile
    Expense expense;
    expense.at = m_services.time.wall();
    // The account tells expenses apart by their turn and attempt; these are of neither.
    expense.turn = TurnId(batch.id.text());
    expense.attempt = static_cast<int>(batch.counts.answered);
    expense.conversation = batch.conversation;
    expense.provider = route != nullptr ? route->provider : ProviderId();
    expense.model = route != nullptr ? route->model : batch.route.text();
    expense.usage = {since(before.input, batch.usage.input), since(before.output, batch.usage.output), since(before.cacheRead, batch.usage.cacheRead),
        since(before.cacheWritten, batch.usage.cacheWritten), since(before.thinking, batch.usage.thinking)};
    if (batch.dollars)
        expense.dollars = *batch.dollars - dollarsBefore.value_or(0.0);
    m_services.ledger->add(expense);
}

bool Batches::isAnothers(const QString &remote, const BatchId &batch) const
{
    for (const auto &[id, runner] : m_runners) {
        if (id != batch && runner->owns(remote))
            return true;
    }
    return std::any_of(m_settled.begin(), m_settled.end(), [&](const auto &each) { return each.first != batch && holds(each.second, remote); });
}

void Batches::cancel(const BatchId &id)
{
    if (const auto running = m_runners.find(id); running != m_runners.end())
        running->second->cancel();
}

void Batches::askAgain(const BatchId &id, const std::vector<RowState> &states)
{
    if (m_settled.find(id) == m_settled.end())
        return;
    const QPointer<Batches> alive(this);
    m_shelf.askAgain(id, states, [alive, id](const Result<Batch> &batch) {
        if (!alive)
            return;
        if (!batch)
            alive->tellNotSaved(id, batch.error());
        else if (!isSettled(*batch) && alive->m_runners.find(id) == alive->m_runners.end()) // asked twice: the second found nothing
            alive->begin(*batch);
    });
}

void Batches::remove(const BatchId &id)
{
    if (m_settled.find(id) == m_settled.end())
        return;
    const QPointer<Batches> alive(this);
    m_shelf.removeBatch(id, [alive, id](const Result<void> &written) {
        if (!alive)
            return;
        if (!written) {
            alive->tellNotSaved(id, written.error());
            return;
        }
        alive->m_settled.erase(id);
        Q_EMIT alive->removed(id);
    });
}

void Batches::rename(const BatchId &id, const QString &title)
{
    const QString name = title.simplified();
    if (name.isEmpty())
        return;
    if (const auto running = m_runners.find(id); running != m_runners.end()) {
        running->second->rename(name);
        return;
    }
    const auto found = m_settled.find(id);
    if (found == m_settled.end() || found->second.title == name)
        return;
    found->second.title = name;
    saveSettled(found->second);
}

void Batches::release(const BatchId &id)
{
    const auto found = m_settled.find(id);
    if (found == m_settled.end() || found->second.turn.isEmpty())
        return;
    found->second.turn = {};
    saveSettled(found->second);
}

void Batches::saveSettled(const Batch &batch)
{
    const QPointer<Batches> alive(this);
    m_services.books.save(batch, [alive, id = batch.id](const Result<void> &written) {
        if (alive && !written)
            alive->tellNotSaved(id, written.error());
    });
    Q_EMIT changed(batch.id);
}

void Batches::forgetAll()
{
    for (const auto &[id, runner] : m_runners)
        runner->cancel();
    for (const auto &[id, batch] : std::exchange(m_settled, {}))
        Q_EMIT removed(id);
}

void Batches::createAnew(const BatchId &id, int part)
{
    if (const auto running = m_runners.find(id); running != m_runners.end())
        running->second->createAnew(part);
}

void Batches::giveUp(const BatchId &id, int part)
{
    if (const auto running = m_runners.find(id); running != m_runners.end())
        running->second->giveUp(part);
}

void Batches::lookNow(const BatchId &id)
{
    if (const auto running = m_runners.find(id); running != m_runners.end())
        running->second->lookNow();
}

void Batches::networkReturned()
{
    for (const auto &[id, runner] : m_runners)
        runner->networkReturned();
}

void Batches::keysChanged()
{
    for (const auto &[id, runner] : m_runners)
        runner->lookNow();
}

} // namespace breakwater
