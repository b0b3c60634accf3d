// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/turnstate.h"

#include <set>

namespace breakwater {

/// How many turns that waited in the outbox may be under way at once: one, then two once it was answered, then four once
/// those were, and eight; a refusal begins anew with one, and so does a time when none of them was under way. Fifty turns that waited for the same route are no stampede when
/// it is back, whether it opens by itself or a person sends them all. A value without a clock.
///
/// Slow start, as TCP has it: an answer is the only proof that there is room for more.
class OutboxRamp
{
public:
    static constexpr int most = 8;

    [[nodiscard]] bool hasRoom() const { return static_cast<int>(m_underWay.size()) < m_allowed; }
    [[nodiscard]] bool isUnderWay(const TurnId &id) const { return m_underWay.contains(id); }

    void left(const TurnId &id) { m_underWay.insert(id); } ///< the outbox, to be sent
    void answered(const TurnId &id); ///< its answer began
    void refused(const TurnId &id); ///< for a reason that others would meet too
    void ended(const TurnId &id); ///< it is over, or back in the outbox

    friend bool operator==(const OutboxRamp &, const OutboxRamp &) = default;

private:
    std::set<TurnId> m_underWay;
    std::set<TurnId> m_answered; ///< of those, already counted
    int m_allowed = 1;
    int m_proofs = 0; ///< answers since `m_allowed` is what it is
};

/// Tells the ramp what the turn's state says of it.
void follow(OutboxRamp &ramp, const TurnState &turn);

} // namespace breakwater
