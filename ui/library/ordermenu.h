// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"

#include <functional>

class QMenu;

namespace breakwater {

/// Adds to a menu what puts a conversation in its place in the list: pin, folder, archive. `change` is called with the
/// conversation as it shall be, perhaps long after. A new folder's name is asked for. UI thread.
void addOrderActions(QMenu &menu, const Library &library, const ConversationId &id, std::function<void(const Conversation &)> change);

/// The folders that conversations are in, by name. Pure.
[[nodiscard]] QStringList foldersOf(const Library &library);

} // namespace breakwater
