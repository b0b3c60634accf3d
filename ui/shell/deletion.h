// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/outbox.h"

namespace breakwater {

/// A conversation that was taken away and can come back for ten seconds; after that it is gone for good. One at a time:
/// the next one makes the one before final. UI thread.
class Deletion : public QObject
{
    Q_OBJECT
public:
    Deletion(Library &library, Outbox &outbox, Alarms &alarms, const TimeSource &time, QObject *parent = nullptr);
    ~Deletion() override;

    /// Takes it out of the Library and cancels its turns; the disk keeps it until `gone`.
    void remove(const ConversationId &id);
    /// Brings it back; false when it is too late.
    bool undo();
    /// Makes it final now.
    void finish();
    [[nodiscard]] bool isPending() const { return m_held.has_value(); }

Q_SIGNALS:
    void removed(const breakwater::Conversation &conversation);
    void restored(const breakwater::ConversationId &id);
    /// For good: it may leave the disk.
    void gone(const breakwater::ConversationId &id);

private:
    struct Held
    {
        Conversation conversation;
        std::vector<Message> messages;
    };
    Library &m_library;
    Outbox &m_outbox;
    Alarms &m_alarms;
    const TimeSource &m_time;
    std::optional<Held> m_held;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace breakwater
