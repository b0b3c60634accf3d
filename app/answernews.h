// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/outbox.h"

#include <QObject>

#include <functional>

namespace breakwater {

/// What of a turn's end is worth a notification: its answer is there, or it needs the person. Whether anybody looks, and
/// whether they want to know, is for the receiver. Borrows all; UI thread.
class AnswerNews : public QObject
{
    Q_OBJECT
public:
    AnswerNews(const Library &library, const Outbox &outbox, std::function<const RouteTable &()> routes, QObject *parent = nullptr);

Q_SIGNALS:
    void news(const breakwater::ConversationId &conversation, const breakwater::TurnId &turn, const QString &title, const QString &sentence);

private:
    void takeTurn(const TurnId &id);

    const Library &m_library;
    const Outbox &m_outbox;
    std::function<const RouteTable &()> m_routes;
};

} // namespace breakwater
