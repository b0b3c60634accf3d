// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcel.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace breakwater {

/// What somebody said in another program's conversation: a node of its tree.
struct SaidNode
{
    QString id;
    QString parent; ///< empty or unknown: it begins the conversation
    std::optional<Message> message; ///< none: hidden; what follows it follows what it follows. Without ids and turn.
};

/// The nodes as turns. A question with several answers becomes several turns, each with a copy of it; answers that follow
/// each other become one. `current` is the node whose branch is shown; where it is unknown, the newest end. Rings are cut.
/// `source` makes the ids. Time and memory linear in what is said, and no deeper calls for a deeper tree.
void makeTurns(Parcel &parcel, std::vector<SaidNode> said, const QString &current, const QStringList &source);

} // namespace breakwater
