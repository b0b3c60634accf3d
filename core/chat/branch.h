// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"

#include <QHash>

namespace breakwater {

/// The turns of a conversation as the tree that they are: each follows one turn (Message::after), and several may follow
/// the same one. Those are versions of each other: the question was edited, or asked again. A branch is the way from the
/// beginning to one turn.
///
/// Takes whatever it is given: a turn that follows an unknown one begins the conversation, and a ring of turns is cut
/// where it closes. Built in time linear in the messages. Pure; points into `messages`. Any thread.
class TurnTree
{
public:
    explicit TurnTree(const std::vector<Message> &messages);

    /// Turns from the beginning to `turn`; empty for an unknown one.
    [[nodiscard]] std::vector<TurnId> pathTo(const TurnId &turn) const;
    /// The turns that follow the same one as `turn` does, oldest first, with itself.
    [[nodiscard]] std::vector<TurnId> versionsOf(const TurnId &turn) const;
    /// Where the branch goes from `turn` when each step takes the newest; `turn` itself at the end. Empty: the newest
    /// branch of all.
    [[nodiscard]] TurnId leafOf(const TurnId &turn) const;
    /// Where the shown branch ends: `leaf`, or the newest end where that is empty or unknown.
    [[nodiscard]] TurnId shownLeaf(const TurnId &leaf) const { return contains(leaf) ? leaf : leafOf({}); }
    /// The turn that `turn` follows; empty at the beginning.
    [[nodiscard]] TurnId before(const TurnId &turn) const;
    [[nodiscard]] bool contains(const TurnId &turn) const { return m_nodes.contains(turn); }
    /// The messages on the way to `turn`, each turn's together, oldest first.
    [[nodiscard]] std::vector<const Message *> branchTo(const TurnId &turn) const;

private:
    struct Node
    {
        TurnId after;
        std::vector<const Message *> messages;
        std::vector<TurnId> followers; ///< oldest first
    };
    void cutRings(const std::vector<TurnId> &order);

    QHash<TurnId, Node> m_nodes;
    std::vector<TurnId> m_roots; ///< oldest first
};

/// The messages of the branch that ends with `leaf`, or of the newest one where that is empty or unknown.
[[nodiscard]] std::vector<const Message *> branchOf(const std::vector<Message> &messages, const TurnId &leaf);

} // namespace breakwater
