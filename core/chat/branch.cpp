// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"

#include <algorithm>

namespace breakwater {

TurnTree::TurnTree(const std::vector<Message> &messages)
{
    m_numbers.reserve(static_cast<qsizetype>(messages.size()));
    m_nodes.reserve(messages.size());
    std::vector<TurnId> after;
    int last = none; // whose message was the one before
    for (const Message &each : messages) {
        const TurnId turn = each.turn.isEmpty() ? TurnId(each.id.text()) : each.turn;
        if (last == none || turn != m_nodes[static_cast<std::size_t>(last)].id) {
            last = find(turn);
            if (last == none) {
                last = static_cast<int>(m_nodes.size());
                m_numbers.insert(turn, last);
                m_nodes.push_back({.id = turn});
                after.push_back(each.after);
            }
        }
        m_nodes[static_cast<std::size_t>(last)].messages.push_back(&each);
    }
    takeParents(after);
    linkFollowers();
}

void TurnTree::takeParents(const std::vector<TurnId> &after)
{
    bool followEarlier = true;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (after[i].isEmpty())
            continue;
        // Most follow the one before.
        m_nodes[i].parent = i > 0 && m_nodes[i - 1].id == after[i] ? static_cast<int>(i) - 1 : find(after[i]);
        followEarlier = followEarlier && m_nodes[i].parent < static_cast<int>(i);
    }
    // What follows a turn that stands before it closes no ring.
    if (!followEarlier)
        cutRings();
}

/// Walks up from each turn over ground that was not walked before: a walk that meets itself closed a ring.
void TurnTree::cutRings()
{
    std::vector<int> walks(m_nodes.size(), none); // the walk that came by
    for (int start = 0; start < static_cast<int>(m_nodes.size()); ++start) {
        for (int at = start; at != none && walks[static_cast<std::size_t>(at)] == none;) {
            Node &node = m_nodes[static_cast<std::size_t>(at)];
            walks[static_cast<std::size_t>(at)] = start;
            if (node.parent != none && walks[static_cast<std::size_t>(node.parent)] == start)
                node.parent = none;
            at = node.parent;
        }
    }
}

void TurnTree::linkFollowers()
{
    for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i) {
        const int parent = m_nodes[static_cast<std::size_t>(i)].parent;
        int &first = parent == none ? m_firstRoot : m_nodes[static_cast<std::size_t>(parent)].firstFollower;
        int &last = parent == none ? m_lastRoot : m_nodes[static_cast<std::size_t>(parent)].lastFollower;
        if (first == none) {
            first = i;
        } else {
            m_nodes[static_cast<std::size_t>(last)].nextVersion = i;
            m_isLine = false;
        }
        last = i;
    }
}

TurnId TurnTree::before(const TurnId &turn) const
{
    const int number = find(turn);
    const int parent = number == none ? none : m_nodes[static_cast<std::size_t>(number)].parent;
    return parent == none ? TurnId() : m_nodes[static_cast<std::size_t>(parent)].id;
}

std::vector<TurnId> TurnTree::pathTo(const TurnId &turn) const
{
    std::vector<TurnId> path;
    for (int at = find(turn); at != none; at = m_nodes[static_cast<std::size_t>(at)].parent)
        path.push_back(m_nodes[static_cast<std::size_t>(at)].id);
    std::reverse(path.begin(), path.end());
    return path;
}

int TurnTree::firstVersion(const Node &node) const
{
    return node.parent == none ? m_firstRoot : m_nodes[static_cast<std::size_t>(node.parent)].firstFollower;
}

bool TurnTree::hasVersions(const TurnId &turn) const
{
    const int number = m_isLine ? none : find(turn);
    if (number == none)
        return false;
    const Node &node = m_nodes[static_cast<std::size_t>(number)];
    return firstVersion(node) != number || node.nextVersion != none;
}

std::vector<TurnId> TurnTree::versionsOf(const TurnId &turn) const
{
    const int number = find(turn);
    if (number == none)
        return {};
    std::vector<TurnId> versions;
    for (int at = firstVersion(m_nodes[static_cast<std::size_t>(number)]); at != none; at = m_nodes[static_cast<std::size_t>(at)].nextVersion)
        versions.push_back(m_nodes[static_cast<std::size_t>(at)].id);
    return versions;
}

TurnId TurnTree::leafOf(const TurnId &turn) const
{
    int at = turn.isEmpty() ? m_lastRoot : find(turn);
    if (at == none)
        return turn;
    while (m_nodes[static_cast<std::size_t>(at)].lastFollower != none)
        at = m_nodes[static_cast<std::size_t>(at)].lastFollower;
    return m_nodes[static_cast<std::size_t>(at)].id;
}

std::vector<const Message *> TurnTree::branchTo(const TurnId &turn) const
{
    std::vector<int> path;
    for (int at = find(turn); at != none; at = m_nodes[static_cast<std::size_t>(at)].parent)
        path.push_back(at);
    std::vector<const Message *> branch;
    for (auto number = path.rbegin(); number != path.rend(); ++number) {
        const std::vector<const Message *> &messages = m_nodes[static_cast<std::size_t>(*number)].messages;
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
