// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batches.h"
#include "core/chat/library.h"
#include "core/turn/outbox.h"

#include <QAbstractListModel>

namespace breakwater {

/// What waits, oldest first: turns that rest in the outbox, then, each under a heading, those that wait for off-peak hours, by
/// their times, batches with the turns that are in one, and turns under way.
/// Follows the Outbox and the Batches; the times left are read again by `tick`. UI thread.
class OutboxList : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `IconRole` of what has no mark. `LandedRole`: the RowCounts of a batch that a provider works on; none while nothing came
    /// back. `FailedAtRole`: where the words of `ConversationRole` tell of what failed.
    enum Role { TurnRole = Qt::UserRole, IsHeadingRole, ConversationRole, ReasonRole, NextRole, MarkRole, IconRole, LandedRole, FailedAtRole };

    /// `batches` may be null: then there are none.
    OutboxList(const Library &library, const Outbox &outbox, const Batches *batches, const TimeSource &time, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex indexOf(const TurnId &id) const;
    [[nodiscard]] TurnId turnAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const BatchId &id) const;
    [[nodiscard]] BatchId batchAt(const QModelIndex &index) const;
    /// Turns that rest in the outbox until they may go; those that wait for their hours are none of them.
    [[nodiscard]] int resting() const { return m_resting; }
    /// The one and the other.
    [[nodiscard]] int waiting() const { return m_resting + m_offPeak; }
    /// Batches that a provider works on, a turn's own too.
    [[nodiscard]] int batchesUnderWay() const { return m_underWay; }
    /// Tells the views that the times left are different.
    void tick();

Q_SIGNALS:
    void refreshed();

private:
    void refresh();

    const Library &m_library;
    const Outbox &m_outbox;
    const Batches *m_batches;
    const TimeSource &m_time;
    enum class Heading { None, OffPeak, Batches, UnderWay };
    struct Row
    {
        TurnId turn;
        BatchId batch; ///< both empty: a heading
        Heading heading = Heading::None;
        [[nodiscard]] bool isHeading() const { return turn.isEmpty() && batch.isEmpty(); }
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] const Row &rowAt(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }
    [[nodiscard]] QVariant headingData(Heading heading, int role) const;
    [[nodiscard]] QVariant batchData(const Batch &batch, int role) const;
    [[nodiscard]] QString reasonFor(const TurnState &turn) const;
    [[nodiscard]] QString nextFor(const TurnState &turn) const;
    template <class Matches>
    [[nodiscard]] QModelIndex find(Matches matches) const;

    std::vector<Row> m_rows;
    int m_resting = 0;
    int m_offPeak = 0;
    int m_batched = 0; ///< rows under their heading
    int m_underWay = 0;
};

} // namespace breakwater
