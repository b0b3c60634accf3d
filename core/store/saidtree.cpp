// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/saidtree.h"

#include "core/store/importtext.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr int none = -1;

struct Forest
{
    std::vector<int> parent; ///< the nearest one that can be seen, or none
    std::vector<std::vector<int>> children;
    std::vector<int> order; ///< parents before children
};

/// Each node's parent among those that are seen; a ring is cut where it closes.
Forest forestOf(const std::vector<SaidNode> &said, const QHash<QString, int> &places)
{
    const auto count = said.size();
    const auto at = [](int place) { return static_cast<std::size_t>(place); };
    std::vector<int> above(count, none);
    for (std::size_t i = 0; i < count; ++i)
        above[i] = places.value(said[i].parent, none);
    enum class Mark { New, OnTheWay, Done };
    std::vector<Mark> marks(count, Mark::New);
    Forest forest {std::vector<int>(count, none), std::vector<std::vector<int>>(count), {}};
    for (std::size_t start = 0; start < count; ++start) {
        std::vector<int> way;
        int here = static_cast<int>(start);
        for (; here != none && marks[at(here)] == Mark::New; here = above[at(here)]) {
            marks[at(here)] = Mark::OnTheWay;
            way.push_back(here);
        }
        if (here != none && marks[at(here)] == Mark::OnTheWay)
            above[at(way.back())] = none; // a ring
        for (auto each = way.rbegin(); each != way.rend(); ++each) {
            const int up = above[at(*each)];
            forest.parent[at(*each)] = up == none || said[at(up)].message ? up : forest.parent[at(up)];
            marks[at(*each)] = Mark::Done;
            if (!said[at(*each)].message)
                continue;
            forest.order.push_back(*each);
            if (const int seen = forest.parent[at(*each)]; seen != none)
                forest.children[at(seen)].push_back(*each);
        }
    }
    return forest;
}

} // namespace

void makeTurns(Parcel &parcel, std::vector<SaidNode> said, const QString &current, const QStringList &source)
{
    QHash<QString, int> places;
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (!places.contains(said[i].id)) // of two with one name, the first one is meant
            places.insert(said[i].id, static_cast<int>(i));
    }
    const Forest forest = forestOf(said, places);
    const auto at = [](int place) { return static_cast<std::size_t>(place); };
    const auto roleOf = [&](int place) { return said[at(place)].message->role; };
    const auto idOf = [&](const QString &kind, int place) { return foreignId(source + QStringList {kind, said[at(place)].id, QString::number(places.value(said[at(place)].id) == place ? 0 : place)}); };
    std::vector<TurnId> turns(said.size()); // that ends, or goes on, with a node
    QHash<TurnId, qsizetype> answers; // where a turn's answer stands in the parcel
    WallTime last = parcel.conversation.createdAt;
    const auto add = [&](int place, const QString &kind, const TurnId &turn, const TurnId &after, int namedBy) {
        Message message = *said[at(place)].message;
        message.id = MessageId(idOf(kind, namedBy));
        message.conversation = parcel.conversation.id;
        message.turn = turn;
        message.after = after;
        parcel.messages.push_back(std::move(message));
    };
    for (const int place : forest.order) {
        const int up = forest.parent[at(place)];
        const TurnId before = up == none ? TurnId() : turns[at(up)];
        Message &message = *said[at(place)].message;
        if (message.at == WallTime {})
            message.at = up == none ? last : said[at(up)].message->at + std::chrono::milliseconds(1);
        if (message.role == Role::User) {
            const bool asked = std::any_of(forest.children[at(place)].begin(), forest.children[at(place)].end(), [&](int each) { return roleOf(each) == Role::Assistant; });
            turns[at(place)] = before; // each answer begins a turn of its own, with the question
            if (!asked) {
                turns[at(place)] = TurnId(idOf(QStringLiteral("turn"), place));
                add(place, QStringLiteral("message"), turns[at(place)], before, place);
            }
            continue;
        }
        if (up != none && roleOf(up) == Role::User) {
            turns[at(place)] = TurnId(idOf(QStringLiteral("turn"), place));
            add(up, QStringLiteral("question"), turns[at(place)], turns[at(up)], place);
        } else if (up != none && forest.children[at(up)].size() == 1 && answers.contains(before)) {
            // Words around a tool's work: one answer in several parts.
            Message &answer = parcel.messages[static_cast<std::size_t>(answers.value(before))];
            answer.text += (answer.text.isEmpty() || message.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + message.text;
            answer.thoughts.insert(answer.thoughts.end(), message.thoughts.begin(), message.thoughts.end());
            if (answer.model.isEmpty())
                answer.model = message.model;
            turns[at(place)] = before;
            continue;
        } else {
            turns[at(place)] = TurnId(idOf(QStringLiteral("turn"), place));
        }
        answers.insert(turns[at(place)], static_cast<qsizetype>(parcel.messages.size()));
        const bool alone = up == none || roleOf(up) != Role::User;
        add(place, QStringLiteral("message"), turns[at(place)], alone ? before : TurnId(), place);
        last = message.at;
    }
    std::stable_sort(parcel.messages.begin(), parcel.messages.end(), [](const Message &left, const Message &right) { return left.at < right.at; });
    // The shown branch: through a node that is hidden, to the nearest one that is seen.
    int shown = places.value(current, none);
    if (shown != none && !said[at(shown)].message)
        shown = forest.parent[at(shown)];
    if (shown != none)
        parcel.conversation.leaf = turns[at(shown)];
}

} // namespace breakwater
