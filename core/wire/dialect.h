// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/http.h"
#include "core/chat/message.h"
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
    friend bool operator==(const Said &, const Said &) = default;
};

/// A request in no dialect yet.
struct Ask
{
    QString model;
    std::vector<Said> said; ///< ends with the user
    int mostTokens = 16000;
    QString system;
};

/// Reads one response: feed it events, it says what they mean. Stateful, one for each attempt.
class Decoder
{
public:
    virtual ~Decoder() = default;
    [[nodiscard]] virtual std::vector<WireEvent> decode(const SseEvent &event) = 0;
};

/// The request for `ask` at `provider` with `key` (empty for servers that want none), streaming.
[[nodiscard]] WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask);
/// The cheapest request that tells whether `key` works: the list of models.
[[nodiscard]] WireRequest encodeModelList(const Provider &provider, const QByteArray &key);

[[nodiscard]] std::unique_ptr<Decoder> makeDecoder(Dialect dialect);

/// The history as a provider accepts it: each question before `question` with its answer, then `question`. Questions
/// without an answer are left out: a failed turn is never sent back as context.
[[nodiscard]] std::vector<Said> historyFor(const std::vector<Message> &messages, const MessageId &question);

/// Adds what asks for the rest of an answer that broke off after `partial`: the partial answer and a user's turn that
/// asks to go on from there. (Models since Claude 4.6 refuse a prefilled assistant turn.)
void askForTheRest(std::vector<Said> &said, const QString &partial);

} // namespace breakwater
