// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/outbox.h"

#include <QAbstractListModel>

namespace breakwater {

/// The turns that wait, oldest first: those that rest in the outbox, then, under a heading, those under way.
/// Follows the Outbox; the times left are read again by `tick`. UI thread.
class OutboxList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { TurnRole = Qt::UserRole, IsHeadingRole, ConversationRole, ReasonRole, NextRole, MarkRole };

    OutboxList(const Library &library, const Outbox &outbox, const TimeSource &time, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex indexOf(const TurnId &id) const;
    [[nodiscard]] TurnId turnAt(const QModelIndex &index) const;
    /// Turns that rest in the outbox.
    [[nodiscard]] int resting() const { return m_resting; }
    /// Tells the views that the times left are different.
    void tick();

Q_SIGNALS:
    void refreshed();

private:
    void refresh();

    const Library &m_library;
    const Outbox &m_outbox;
    const TimeSource &m_time;
    std::vector<TurnId> m_rows; // an empty id is the heading of those under way
    int m_resting = 0;
};

} // namespace breakwater
