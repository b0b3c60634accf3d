// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"

#include <QSet>

#include <algorithm>

namespace breakwater {

TurnTree::TurnTree(const std::vector<Message> &messages)
{
    // Thousands of turns are looked up some ten times each when a conversation is opened, and that is most of its cost.
    m_nodes.reserve(static_cast<qsizetype>(messages.size()));
    std::vector<TurnId> order; // by their first message
    order.reserve(messages.size());
    bool followEarlier = true;
    Node *last = nullptr; // stays where it is until another is added
    for (const Message &each : messages) {
        const TurnId turn = each.turn.isEmpty() ? TurnId(each.id.text()) : each.turn;
        if (!last || turn != order.back()) {
            // What follows a turn that stands before it closes no ring.
            const auto known = m_nodes.find(turn);
            if (known == m_nodes.end()) {
                followEarlier = followEarlier && (each.after.isEmpty() || m_nodes.contains(each.after));
                last = &m_nodes[turn];
                last->after = each.after;
                order.push_back(turn);
            } else {
                known->messages.push_back(&each);
                last = nullptr;
                continue;
            }
        }
        last->messages.push_back(&each);
    }
    if (!followEarlier)
        cutRings(order);
    for (const TurnId &turn : order) {
        const TurnId after = before(turn);
        if (after.isEmpty())
            m_roots.push_back(turn);
        else
            m_nodes[after].followers.push_back(turn);
    }
}

/// Walks up from each turn over ground that was not walked before: a walk that meets itself closed a ring.
void TurnTree::cutRings(const std::vector<TurnId> &order)
{
    QHash<TurnId, qsizetype> walks; // the walk that came by
    walks.reserve(static_cast<qsizetype>(order.size()));
    qsizetype walk = 0;
    for (const TurnId &start : order) {
        ++walk;
        TurnId at = start;
        while (!at.isEmpty() && !walks.contains(at)) {
            walks.insert(at, walk);
            Node &node = m_nodes[at];
            if (!node.after.isEmpty() && (!m_nodes.contains(node.after) || walks.value(node.after) == walk))
                node.after = {};
            at = node.after;
        }
    }
}

TurnId TurnTree::before(const TurnId &turn) const
{
    const auto node = m_nodes.constFind(turn);
    return node == m_nodes.cend() ? TurnId() : node->after;
}

std::vector<TurnId> TurnTree::pathTo(const TurnId &turn) const
{
    std::vector<TurnId> path;
    if (!contains(turn))
        return path;
    path.push_back(turn);
    for (TurnId at = before(turn); !at.isEmpty(); at = before(at))
        path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
}

std::vector<TurnId> TurnTree::versionsOf(const TurnId &turn) const
{
    if (!contains(turn))
        return {};
    const auto parent = m_nodes.constFind(before(turn));
    return parent == m_nodes.cend() ? m_roots : parent->followers;
}

TurnId TurnTree::leafOf(const TurnId &turn) const
{
    TurnId at = turn;
    if (at.isEmpty() && !m_roots.empty())
        at = m_roots.back();
    for (auto node = m_nodes.constFind(at); node != m_nodes.cend() && !node->followers.empty(); node = m_nodes.constFind(at))
        at = node->followers.back();
    return at;
}

std::vector<const Message *> TurnTree::branchTo(const TurnId &turn) const
{
    std::vector<const Message *> branch;
    for (const TurnId &each : pathTo(turn)) {
        const auto &messages = m_nodes.constFind(each)->messages;
        branch.insert(branch.end(), messages.begin(), messages.end());
    }
    return branch;
}

std::vector<const Message *> branchOf(const std::vector<Message> &messages, const TurnId &leaf)
{
    const TurnTree tree(messages);
    return tree.branchTo(tree.shownLeaf(leaf));
}

} // namespace breakwater
