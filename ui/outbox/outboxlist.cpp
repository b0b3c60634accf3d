// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxlist.h"

#include "ui/outbox/batchlines.h"
#include "ui/outbox/outboxwords.h"
#include "ui/style/icons.h"
#include "ui/words/batchwords.h"
#include "ui/words/offpeakwords.h"

#include <algorithm>
#include <set>

namespace breakwater {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

OutboxList::OutboxList(const Library &library, const Outbox &outbox, const Batches *batches, const TimeSource &time, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_batches(batches)
    , m_time(time)
{
    connect(&outbox, &Outbox::turnChanged, this, &OutboxList::refresh);
    connect(&outbox, &Outbox::turnSettled, this, &OutboxList::refresh);
    if (batches != nullptr) {
        connect(batches, &Batches::changed, this, &OutboxList::refresh);
        connect(batches, &Batches::settled, this, &OutboxList::refresh);
        connect(batches, &Batches::removed, this, &OutboxList::refresh);
    }
    refresh();
}

int OutboxList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OutboxList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = rowAt(index);
    if (role == IsHeadingRole)
        return row.isHeading();
    if (row.isHeading())
        return headingData(row.heading, role);
    if (!row.batch.isEmpty()) {
        const Batch *batch = m_batches->batch(row.batch);
        return batch != nullptr ? batchData(*batch, role) : QVariant();
    }
    const TurnState *turn = m_outbox.turn(row.turn);
    if (turn == nullptr)
        return {};
    const Message *question = m_library.message(turn->conversation, turn->question);
    const Conversation *conversation = m_library.conversation(turn->conversation);
    const QString title = question != nullptr ? titleFromPrompt(question->text) : tr("Message not loaded yet");
    const QString where = conversation != nullptr ? conversation->title : QString();
    if (role == Qt::DisplayRole)
        return title;
    if (role == TurnRole)
        return row.turn.text();
    if (role == ConversationRole)
        return where;
    if (role == ReasonRole)
        return reasonFor(*turn);
    if (role == NextRole)
        return nextFor(*turn);
    if (role == IconRole)
        return static_cast<int>(turn->awaitsHours() ? Icon::Moon : turn->isInBatch() ? Icon::Layers : Icon::Outbox);
    if (role == MarkRole) {
        const auto weather = turn->fault && !turn->isInBatch() ? sampleClass(*turn->fault) : std::nullopt;
        return weather ? QVariant(static_cast<int>(*weather)) : QVariant();
    }
    if (role == Qt::AccessibleTextRole)
        return joined({title, where, reasonFor(*turn), nextFor(*turn)});
    return {};
}

/// Of one in a batch: what troubles that.
QString OutboxList::reasonFor(const TurnState &turn) const
{
    const Batch *batch = turn.isInBatch() && m_batches != nullptr ? m_batches->batch(turn.batch->batch) : nullptr;
    return batch != nullptr ? batchlines::trouble(*batch) : outboxwords::reason(turn);
}

/// By when a batch answers it, as soon as the provider said so.
QString OutboxList::nextFor(const TurnState &turn) const
{
    const Batch *batch = turn.isInBatch() && !turn.batch->leaves && m_batches != nullptr ? m_batches->batch(turn.batch->batch) : nullptr;
    const QString end = batch != nullptr ? batchlines::ends(*batch, m_time.wall()) : QString();
    return end.isEmpty() ? outboxwords::next(turn, m_time.now(), m_time.wall()) : end;
}

QVariant OutboxList::batchData(const Batch &batch, int role) const
{
    const WallTime wall = m_time.wall();
    if (role == Qt::DisplayRole)
        return batch.title;
    if (role == ConversationRole)
        return batchlines::counts(batch, wall);
    if (role == ReasonRole)
        return batchlines::standing(batch, m_batches->isUnderWay(batch.id));
    if (role == NextRole)
        return m_batches->isUnderWay(batch.id) ? batchlines::ends(batch, wall) : QString();
    if (role == FailedAtRole && batch.counts.failed > 0)
        return batchlines::counts(batch, wall).indexOf(batchwords::counts({0, 0, batch.counts.failed, 0}));
    if (role == IconRole)
        return static_cast<int>(Icon::Layers);
    if (role == LandedRole && m_batches->isUnderWay(batch.id) && batch.counts.answered + batch.counts.failed > 0)
        return QVariant::fromValue(batch.counts);
    if (role == Qt::AccessibleTextRole)
        return joined({batch.title, batchlines::counts(batch, wall), data(indexOf(batch.id), ReasonRole).toString(), data(indexOf(batch.id), NextRole).toString()});
    return {};
}

QVariant OutboxList::headingData(Heading heading, int role) const
{
    switch (heading) {
    case Heading::OffPeak: {
        if (role == Qt::DisplayRole)
            return tr("Off-peak");
        if (role == ReasonRole)
            return QString::number(m_offPeak);
        const auto hours = m_outbox.nextHours();
        return role == NextRole && hours ? QVariant(offpeakwords::hours(*hours, m_time.wall())) : QVariant();
    }
    case Heading::Batches:
        if (role == Qt::DisplayRole)
            return tr("Batches");
        if (role == ReasonRole)
            return QString::number(m_batched);
        return role == NextRole ? QVariant(tr("half price")) : QVariant();
    case Heading::UnderWay:
        return role == Qt::DisplayRole ? QVariant(tr("Under way")) : QVariant();
    case Heading::None:
        break;
    }
    return {};
}

Qt::ItemFlags OutboxList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return rowAt(index).isHeading() ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

template <class Matches>
QModelIndex OutboxList::find(Matches matches) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), matches);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

QModelIndex OutboxList::indexOf(const TurnId &id) const
{
    return id.isEmpty() ? QModelIndex() : find([&id](const Row &each) { return each.turn == id; });
}

QModelIndex OutboxList::indexOf(const BatchId &id) const
{
    return id.isEmpty() ? QModelIndex() : find([&id](const Row &each) { return each.batch == id; });
}

TurnId OutboxList::turnAt(const QModelIndex &index) const
{
    return index.isValid() ? rowAt(index).turn : TurnId();
}

BatchId OutboxList::batchAt(const QModelIndex &index) const
{
    return index.isValid() ? rowAt(index).batch : BatchId();
}

void OutboxList::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void OutboxList::refresh()
{
    std::vector<Row> rows;
    std::vector<const TurnState *> offPeak;
    std::vector<Row> batched;
    std::set<BatchId> ofTurns;
    std::vector<Row> underWay;
    for (const TurnState *turn : m_outbox.unsettled()) {
        const bool first = m_outbox.active(turn->conversation) == turn;
        if (turn->awaitsHours()) {
            offPeak.push_back(turn);
        } else if (turn->isInBatch()) {
            batched.push_back({turn->id, {}});
            ofTurns.insert(turn->batch->batch);
        } else if (outboxwords::isResting(*turn)) {
            rows.push_back({turn->id, {}});
        } else if (turn->phase == TurnPhase::Waiting || turn->phase == TurnPhase::Sending || (turn->phase == TurnPhase::Accepted && !first)) {
            underWay.push_back({turn->id, {}});
        }
    }
    m_resting = static_cast<int>(rows.size());
    m_offPeak = static_cast<int>(offPeak.size());
    m_underWay = static_cast<int>(batched.size());
    for (const Batch *batch : m_batches != nullptr ? m_batches->all() : std::vector<const Batch *> {}) {
        // A turn's own is shown as the turn while that waits for it, and in its conversation afterwards.
        if (ofTurns.count(batch->id) > 0 || (!batch->turn.isEmpty() && !m_batches->isUnderWay(batch->id)))
            continue;
        batched.push_back({{}, batch->id});
        m_underWay += m_batches->isUnderWay(batch->id) ? 1 : 0;
    }
    m_batched = static_cast<int>(batched.size());
    if (!offPeak.empty()) {
        std::stable_sort(offPeak.begin(), offPeak.end(), [](const TurnState *left, const TurnState *right) { return left->offPeak->start < right->offPeak->start; });
        rows.push_back({{}, {}, Heading::OffPeak});
        for (const TurnState *turn : offPeak)
            rows.push_back({turn->id, {}});
    }
    const auto addUnder = [&rows](Heading heading, const std::vector<Row> &more) {
        if (more.empty())
            return;
        rows.push_back({{}, {}, heading});
        rows.insert(rows.end(), more.begin(), more.end());
    };
    addUnder(Heading::Batches, batched);
    addUnder(Heading::UnderWay, underWay);
    if (rows == m_rows) {
        tick();
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT refreshed();
}

} // namespace breakwater
