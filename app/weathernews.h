// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"
#include "core/turn/outbox.h"
#include "ui/preferences/preferences.h"

#include <QObject>

#include <set>

namespace breakwater {

/// What of the weather is worth a notification: a storm that begins, a storm that is over, an outbox that was sent. Says only
/// what the person asked for. Borrows all; UI thread.
class WeatherNews : public QObject
{
    Q_OBJECT
public:
    WeatherNews(const HealthLog &health, const Outbox &outbox, std::function<const WeatherPreferences &()> wishes, QObject *parent = nullptr);

Q_SIGNALS:
    void news(const QString &title, const QString &sentence);

private:
    void lookAtSea();
    void takeTurn(const TurnId &id);

    const HealthLog &m_health;
    const Outbox &m_outbox;
    std::function<const WeatherPreferences &()> m_wishes;
    SeaState m_sea = SeaState::Clear;
    std::set<TurnId> m_waiting; ///< in the outbox, without an answer
    int m_answered = 0; ///< of those that waited, since it was empty
};

} // namespace breakwater
