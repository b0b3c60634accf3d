// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/bookkeeping.h"
#include "core/turn/outbox.h"

#include <QObject>

namespace breakwater {

/// A title in a model's reply: its first line with words, without quotes, marks and a full stop, at most 60 letters.
/// Empty where there is none. Pure.
[[nodiscard]] QString titleFromReply(const QString &reply);

/// Has a model write a conversation's title after its first answer, on the route that gave it. UI thread.
///
/// A convenience, and nobody's burden: one request, never tried again; only while the route and its provider flow, the
/// last minute saw no refusal, the person's limits have room and no turn is at work. Until then it waits, as long as the
/// program runs. The title that a person gave stays.
class Titler : public QObject
{
    Q_OBJECT
public:
    /// Borrows what the services name; it all outlives the titler. Writes none until it is enabled.
    Titler(TurnServices services, Outbox &outbox, QObject *parent = nullptr);
    ~Titler() override;

    void setEnabled(bool enabled);
    void setPolicy(const PolicySettings &policy) { m_policy = policy; }

Q_SIGNALS:
    /// The Library has it with its new title; it is to be written down.
    void titled(const breakwater::Conversation &conversation);

private:
    void take(const TurnId &settled);
    void look();
    void lookLater();
    [[nodiscard]] bool wantsTitle(const ConversationId &id) const;
    [[nodiscard]] bool isClear(const RouteId &route) const;
    void ask(const ConversationId &id, const RouteId &route);
    [[nodiscard]] Bookkeeping books();
    void end(const std::optional<Fault> &fault);
    void charge(const Provider &provider, const Usage &usage);

    TurnServices m_services;
    Outbox &m_outbox;
    PolicySettings m_policy;
    bool m_enabled = false;
    std::map<ConversationId, RouteId> m_waiting; ///< with the route that answered first
    std::optional<Instant> m_refused; ///< when anything was refused last
    std::unique_ptr<Alarm> m_alarm;

    // The request that is under way.
    std::unique_ptr<AttemptRunner> m_request;
    ConversationId m_conversation;
    Attempt m_attempt;
    Instant m_sentAt;
    QString m_reply;
    Usage m_usage;
};

} // namespace breakwater
