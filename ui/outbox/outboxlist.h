// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/outbox.h"

#include <QAbstractListModel>

namespace breakwater {

/// The turns that wait, oldest first: those that rest in the outbox, then, each under a heading, those that wait for
/// off-peak hours, by their times, and those under way.
/// Follows the Outbox; the times left are read again by `tick`. UI thread.
class OutboxList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { TurnRole = Qt::UserRole, IsHeadingRole, ConversationRole, ReasonRole, NextRole, MarkRole, IsOffPeakRole };

    OutboxList(const Library &library, const Outbox &outbox, const TimeSource &time, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex indexOf(const TurnId &id) const;
    [[nodiscard]] TurnId turnAt(const QModelIndex &index) const;
    /// Turns that rest in the outbox until they may go; those that wait for their hours are none of them.
    [[nodiscard]] int resting() const { return m_resting; }
    /// The one and the other.
    [[nodiscard]] int waiting() const { return m_resting + m_offPeak; }
    /// Tells the views that the times left are different.
    void tick();

Q_SIGNALS:
    void refreshed();

private:
    void refresh();

    const Library &m_library;
    const Outbox &m_outbox;
    const TimeSource &m_time;
    enum class Heading { None, OffPeak, UnderWay };
    struct Row
    {
        TurnId turn; ///< empty: a heading
        Heading heading = Heading::None;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] QVariant headingData(Heading heading, int role) const;

    std::vector<Row> m_rows;
    int m_resting = 0;
    int m_offPeak = 0;
};

} // namespace breakwater
