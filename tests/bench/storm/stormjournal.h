// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/journal.h"

#include <QObject>

namespace breakwater {

/// A journal that writes nothing and says "written" in the next turn of the event loop, as the real one does later.
class StormJournal final : public Journal
{
public:
    void accept(const Conversation &, const Message &, const TurnState &, Done done) override { later(std::move(done)); }
    void sending(const TurnState &, Done done) override { later(std::move(done)); }
    void answerBegan(const Message &) override { }
    void checkpoint(const MessageId &, const QString &) override { }
    void thought(const MessageId &, const std::vector<Thought> &) override { }
    void setAside(const Message &) override { }
    void settled(const TurnState &, const std::optional<Message> &, Done done) override { later(std::move(done)); }
    void sampled(const Sample &) override { }
    void saveAgain(Done done) override { later(std::move(done)); }

private:
    void later(Done done)
    {
        QMetaObject::invokeMethod(
            &m_here, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    }

    QObject m_here;
};

} // namespace breakwater
