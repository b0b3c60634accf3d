// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/http.h"
#include "core/chat/message.h"
#include "core/route/model.h"
#include "core/route/provider.h"
#include "core/wire/sse.h"
#include "core/wire/wireevent.h"

#include <memory>

namespace breakwater {

/// One entry of the history that a request carries.
struct Said
{
    Role role = Role::User;
    QString text;
    std::vector<Thought> thoughts = {}; ///< before the text, sealed by the provider that is asked
    std::vector<Attachment> attachments = {}; ///< before the text, of a user
    friend bool operator==(const Said &, const Said &) = default;
};

/// A request in no dialect yet.
struct Ask
{
    QString model;
    std::vector<Said> said; ///< ends with the user
    qint64 mostTokens = 16000;
    QString system;
    bool thinkAloud = false; ///< asks for a summary of the thinking
    std::optional<Effort> effort = {};
    bool cache = false; ///< asks the provider to remember the prompt for the next turn
    bool olderVersion = false; ///< Anthropic: for a server or a parameter that does not know the newest version of the API
    std::optional<double> temperature = {};
    std::optional<double> topP = {};
    bool limits = false; ///< OpenAI-compatible: a person wants no more than `mostTokens`; else the server's own limit holds
};

/// A refusal by a server that does not know the newest version of Anthropic's API. It has no code for it; it names the header.
[[nodiscard]] bool wantsOlderVersion(const Fault &fault);

/// Whether a request has a parameter that it could do without, and a server may refuse.
[[nodiscard]] bool hasExtras(const Ask &ask);
/// The same request without them.
[[nodiscard]] Ask withoutExtras(Ask ask);

/// Reads one response: feed it events, it says what they mean. Stateful, one for each attempt.
class Decoder
{
public:
    virtual ~Decoder() = default;
    [[nodiscard]] virtual std::vector<WireEvent> decode(const SseEvent &event) = 0;
    /// The same for a server that answers with the whole message, though a stream was asked for. Empty when `body` is none.
    [[nodiscard]] virtual std::vector<WireEvent> decodeWhole(const QByteArray &body) = 0;
};

/// The request for `ask` at `provider` with `key` (empty for servers that want none), streaming.
[[nodiscard]] WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask);
/// The cheapest request that tells whether `key` works: the list of models, after the one with the id `after`.
[[nodiscard]] WireRequest encodeModelList(const Provider &provider, const QByteArray &key, const QString &after = {}, bool olderVersion = false);

[[nodiscard]] std::unique_ptr<Decoder> makeDecoder(Dialect dialect);

/// The history as a provider accepts it: each question before `question` with its answer, then `question`. Questions
/// without an answer are left out: a failed turn is never sent back as context. Thinking goes along where `route` is the
/// one that thought it, and the answer came in one piece: elsewhere it is refused. Turns up to `lastLeftOut` stay out,
/// where that is one before `question` (Conversation::lastLeftOut).
[[nodiscard]] std::vector<Said> historyFor(const std::vector<Message> &messages, const MessageId &question, const RouteId &route = {}, const TurnId &lastLeftOut = {});

/// Adds what asks for the rest of an answer that broke off after `partial`: the partial answer and a user's turn that
/// asks to go on from there. (Models since Claude 4.6 refuse a prefilled assistant turn.)
void askForTheRest(std::vector<Said> &said, const QString &partial);

} // namespace breakwater
