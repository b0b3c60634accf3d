// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/route/catalogue.h"
#include "core/turn/turnstate.h"
#include "core/wire/dialect.h"

namespace breakwater {

/// What a turn asks of a provider, and what it may leave out of that. Pure, but for what is learned.

/// What a request is made of: a question, all before it, and what a person wants of every answer.
struct Asked
{
    const Conversation *conversation = nullptr; ///< null: one that has not begun
    const std::vector<Message> &messages;
    const MessageId &question;
    const Instructions *instructions = nullptr; ///< of one that has not begun
};

/// What has to go from a request, because the server refused one for it.
struct LeftOut
{
    bool parameters = false; ///< all that it can do without
    bool thinking = false; ///< of the history
};

/// The request for a question on `route`: all that its model is known to do, and nothing that its server is known to refuse.
[[nodiscard]] Ask askFor(const Asked &asked, const Provider &provider, const Route &route, const Catalogue &catalogue, LeftOut leftOut = {});

/// Whether `ask` can be sent without what `fault` speaks of. A server that refuses a request with something that it could
/// do without is asked once without it: it may not know it, and its words are no help.
[[nodiscard]] bool isRewritable(const Ask &ask, Fault &fault);

/// The last attempt of `state` was taken up: if something had to go from it, the next turn is written so from the
/// beginning. What a model does not know is remembered of the model, in `catalogue`; that it refused what was thought
/// before, of the conversation, in `library`: such a bond is one of this history (another key, an import, a branch), and
/// says nothing of the next conversation with the same model.
void learnFromRewrites(const TurnState &state, const RouteTable &routes, Catalogue &catalogue, Library &library);

} // namespace breakwater
