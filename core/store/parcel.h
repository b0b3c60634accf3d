// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/conversation.h"
#include "core/chat/transfer.h"
#include "core/spend/expense.h"

#include <vector>

namespace breakwater {

/// A conversation whole, on its way out of a history or into one.
struct Parcel
{
    Conversation conversation;
    std::vector<Message> messages; ///< of all branches, oldest first
    std::vector<QByteArray> records; ///< flight records of its turns (turnjson.h), as they stand on disk
    std::vector<Expense> expenses;
    std::vector<Skipped> skipped = {}; ///< what was left out on the way

    friend bool operator==(const Parcel &, const Parcel &) = default;
};

/// What became of a parcel in a history.
struct Merged
{
    bool isNew = false; ///< the conversation was not there
    std::vector<MessageId> added;
    int files = 0; ///< with the added messages
    std::vector<Expense> expenses = {}; ///< added
    Conversation conversation; ///< as it stands now
    std::vector<Skipped> skipped;
};

} // namespace breakwater
