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
    /// Whether there are others than itself.
    [[nodiscard]] bool hasVersions(const TurnId &turn) const;
    /// Where the branch goes from `turn` when each step takes the newest; `turn` itself at the end. Empty: the newest
    /// branch of all.
    [[nodiscard]] TurnId leafOf(const TurnId &turn) const;
    /// Where the shown branch ends: `leaf`, or the newest end where that is empty or unknown.
    [[nodiscard]] TurnId shownLeaf(const TurnId &leaf) const { return contains(leaf) ? leaf : leafOf({}); }
    /// The turn that `turn` follows; empty at the beginning.
    [[nodiscard]] TurnId before(const TurnId &turn) const;
    [[nodiscard]] bool contains(const TurnId &turn) const { return m_numbers.contains(turn); }
    /// The messages on the way to `turn`, each turn's together, oldest first.
    [[nodiscard]] std::vector<const Message *> branchTo(const TurnId &turn) const;

private:
    /// Turns are known by their number within: a conversation of thousands is opened in what it takes to look each up once.
    static constexpr int none = -1;
    struct Node
    {
        TurnId id;
        int parent = none;
        int firstFollower = none; ///< the oldest
        int lastFollower = none;
        int nextVersion = none; ///< that follows the same one, and is newer
        std::vector<const Message *> messages = {};
    };
    [[nodiscard]] int find(const TurnId &turn) const { return m_numbers.value(turn, none); }
    [[nodiscard]] int firstVersion(const Node &node) const;
    void takeParents(const std::vector<TurnId> &after);
    void cutRings();
    void linkFollowers();

    QHash<TurnId, int> m_numbers;
    std::vector<Node> m_nodes; ///< by their first message
    int m_firstRoot = none;
    int m_lastRoot = none;
    bool m_isLine = true; ///< no turn has versions
};

/// The messages of the branch that ends with `leaf`, or of the newest one where that is empty or unknown.
[[nodiscard]] std::vector<const Message *> branchOf(const std::vector<Message> &messages, const TurnId &leaf);

} // namespace breakwater
