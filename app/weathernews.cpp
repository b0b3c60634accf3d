// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weathernews.h"

#include <utility>

namespace breakwater {

WeatherNews::WeatherNews(const HealthLog &health, const Outbox &outbox, std::function<const WeatherPreferences &()> wishes, QObject *parent)
    : QObject(parent)
    , m_health(health)
    , m_outbox(outbox)
    , m_wishes(std::move(wishes))
    , m_sea(health.sea().state)
{
    connect(&health, &HealthLog::changed, this, &WeatherNews::lookAtSea);
    connect(&outbox, &Outbox::turnChanged, this, &WeatherNews::takeTurn);
    connect(&outbox, &Outbox::turnSettled, this, &WeatherNews::takeTurn);
}

/// Having no signal is neither: a storm may go on behind it.
void WeatherNews::lookAtSea()
{
    const SeaState present = m_health.sea().state;
    if (present == m_sea || present == SeaState::NoSignal)
        return;
    const SeaState before = std::exchange(m_sea, present);
    if (present == SeaState::Storm && m_wishes().tellsStormBegan)
        Q_EMIT news(tr("A storm has begun."), tr("Many requests are refused. Breakwater waits and moves to other routes; nothing is lost."));
    else if (before == SeaState::Storm && m_wishes().tellsStormOver)
        Q_EMIT news(tr("The storm is over."), m_waiting.empty() ? tr("Answers come as usual again.") : tr("What waits in the outbox goes now, a few turns at a time."));
}

void WeatherNews::takeTurn(const TurnId &id)
{
    const TurnState *turn = m_outbox.turn(id);
    if (turn == nullptr)
        return;
    if (turn->isInBatch()) { // no weather of the routes opens its way
        m_waiting.erase(id);
        return;
    }
    if (turn->phase == TurnPhase::Kept) {
        m_waiting.insert(id);
        return;
    }
    if (!isSettled(turn->phase) || m_waiting.erase(id) == 0)
        return;
    m_answered += turn->phase == TurnPhase::Answered ? 1 : 0;
    if (!m_waiting.empty())
        return;
    const int answered = std::exchange(m_answered, 0);
    if (answered > 0 && m_wishes().tellsOutboxSent)
        Q_EMIT news(tr("The outbox was sent."), answered == 1 ? tr("The turn that waited has its answer.") : tr("%1 turns that waited have their answers.").arg(answered));
}

} // namespace breakwater
