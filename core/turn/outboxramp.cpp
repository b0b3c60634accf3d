// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/outboxramp.h"

#include "core/policy/verdict.h"

#include <algorithm>

namespace breakwater {

void OutboxRamp::answered(const TurnId &id)
{
    if (!m_underWay.contains(id) || !m_answered.insert(id).second || ++m_proofs < m_allowed)
        return;
    m_allowed = std::min(most, m_allowed * 2);
    m_proofs = 0;
}

void OutboxRamp::refused(const TurnId &id)
{
    if (!m_underWay.contains(id))
        return;
    m_allowed = 1;
    m_proofs = 0;
}

void OutboxRamp::ended(const TurnId &id)
{
    m_underWay.erase(id);
    m_answered.erase(id);
    if (m_underWay.empty()) { // what was proved then says nothing of the next time
        m_allowed = 1;
        m_proofs = 0;
    }
}

void follow(OutboxRamp &ramp, const TurnState &turn)
{
    if (!ramp.isUnderWay(turn.id))
        return;
    const bool refused = turn.fault && sampleClass(*turn.fault) && turn.phase != TurnPhase::Streaming;
    if (refused)
        ramp.refused(turn.id);
    else if (turn.phase == TurnPhase::Streaming || turn.phase == TurnPhase::Answered)
        ramp.answered(turn.id);
    if (isSettled(turn.phase) || turn.phase == TurnPhase::Kept)
        ramp.ended(turn.id);
}

} // namespace breakwater
