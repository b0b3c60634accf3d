// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxlist.h"

#include "ui/outbox/outboxwords.h"
#include "ui/words/offpeakwords.h"

#include <algorithm>

namespace breakwater {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

OutboxList::OutboxList(const Library &library, const Outbox &outbox, const TimeSource &time, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_time(time)
{
    connect(&outbox, &Outbox::turnChanged, this, &OutboxList::refresh);
    connect(&outbox, &Outbox::turnSettled, this, &OutboxList::refresh);
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
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const TurnId &id = row.turn;
    if (role == IsHeadingRole)
        return id.isEmpty();
    if (id.isEmpty())
        return headingData(row.heading, role);
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr)
        return {};
    const Message *question = m_library.message(turn->conversation, turn->question);
    const Conversation *conversation = m_library.conversation(turn->conversation);
    const QString title = question != nullptr ? titleFromPrompt(question->text) : tr("Message not loaded yet");
    const QString where = conversation != nullptr ? conversation->title : QString();
    if (role == Qt::DisplayRole)
        return title;
    if (role == TurnRole)
        return id.text();
    if (role == ConversationRole)
        return where;
    if (role == ReasonRole)
        return outboxwords::reason(*turn);
    if (role == NextRole)
        return outboxwords::next(*turn, m_time.now(), m_time.wall());
    if (role == IsOffPeakRole)
        return turn->awaitsHours();
    if (role == MarkRole) {
        const auto weather = turn->fault ? sampleClass(*turn->fault) : std::nullopt;
        return weather ? QVariant(static_cast<int>(*weather)) : QVariant();
    }
    if (role == Qt::AccessibleTextRole)
        return joined({title, where, outboxwords::reason(*turn), outboxwords::next(*turn, m_time.now(), m_time.wall())});
    return {};
}

QVariant OutboxList::headingData(Heading heading, int role) const
{
    const bool offPeak = heading == Heading::OffPeak;
    if (role == Qt::DisplayRole)
        return offPeak ? tr("Off-peak") : tr("Under way");
    if (role == ReasonRole && offPeak)
        return QString::number(m_offPeak);
    const auto hours = offPeak ? m_outbox.nextHours() : std::nullopt;
    return role == NextRole && hours ? QVariant(offpeakwords::hours(*hours, m_time.wall())) : QVariant();
}

Qt::ItemFlags OutboxList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[static_cast<std::size_t>(index.row())].turn.isEmpty())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex OutboxList::indexOf(const TurnId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &each) { return each.turn == id; });
    return id.isEmpty() || found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

TurnId OutboxList::turnAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].turn : TurnId();
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
    std::vector<Row> underWay;
    for (const TurnState *turn : m_outbox.unsettled()) {
        const bool first = m_outbox.active(turn->conversation) == turn;
        if (turn->awaitsHours())
            offPeak.push_back(turn);
        else if (outboxwords::isResting(*turn))
            rows.push_back({turn->id});
        else if (turn->phase == TurnPhase::Waiting || turn->phase == TurnPhase::Sending || (turn->phase == TurnPhase::Accepted && !first))
            underWay.push_back({turn->id});
    }
    m_resting = static_cast<int>(rows.size());
    m_offPeak = static_cast<int>(offPeak.size());
    if (!offPeak.empty()) {
        std::stable_sort(offPeak.begin(), offPeak.end(), [](const TurnState *left, const TurnState *right) { return left->offPeak->start < right->offPeak->start; });
        rows.push_back({{}, Heading::OffPeak});
        for (const TurnState *turn : offPeak)
            rows.push_back({turn->id});
    }
    if (!underWay.empty()) {
        rows.push_back({{}, Heading::UnderWay});
        rows.insert(rows.end(), underWay.begin(), underWay.end());
    }
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
