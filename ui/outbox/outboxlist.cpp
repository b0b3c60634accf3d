// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxlist.h"

#include "ui/outbox/outboxwords.h"

#include <algorithm>

namespace breakwater {

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
    const TurnId &id = m_rows[static_cast<std::size_t>(index.row())];
    if (role == IsHeadingRole)
        return id.isEmpty();
    if (id.isEmpty())
        return role == Qt::DisplayRole ? QVariant(tr("Under way")) : QVariant();
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
        return outboxwords::next(*turn, m_time.now());
    if (role == MarkRole) {
        const auto weather = turn->fault ? sampleClass(*turn->fault) : std::nullopt;
        return weather ? QVariant(static_cast<int>(*weather)) : QVariant();
    }
    if (role == Qt::AccessibleTextRole)
        return QStringList {title, where, outboxwords::reason(*turn), outboxwords::next(*turn, m_time.now())}.join(QStringLiteral(", "));
    return {};
}

Qt::ItemFlags OutboxList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[static_cast<std::size_t>(index.row())].isEmpty())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex OutboxList::indexOf(const TurnId &id) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), id);
    return id.isEmpty() || found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

TurnId OutboxList::turnAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())] : TurnId();
}

void OutboxList::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void OutboxList::refresh()
{
    std::vector<TurnId> resting;
    std::vector<TurnId> underWay;
    for (const TurnState *turn : m_outbox.unsettled()) {
        const bool first = m_outbox.active(turn->conversation) == turn;
        if (outboxwords::isResting(*turn))
            resting.push_back(turn->id);
        else if (turn->phase == TurnPhase::Waiting || turn->phase == TurnPhase::Sending || (turn->phase == TurnPhase::Accepted && !first))
            underWay.push_back(turn->id);
    }
    m_resting = static_cast<int>(resting.size());
    if (!underWay.empty()) {
        resting.emplace_back();
        resting.insert(resting.end(), underWay.begin(), underWay.end());
    }
    if (resting == m_rows) {
        tick();
    } else {
        beginResetModel();
        m_rows = std::move(resting);
        endResetModel();
    }
    Q_EMIT refreshed();
}

} // namespace breakwater
