// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"

#include <QByteArray>

namespace breakwater {

/// What the body of an error says, in whichever shape: Anthropic's and OpenAI's envelopes, an array of one (Gemini),
/// `error` as a string (Ollama), a numeric code (llama.cpp, OpenRouter), the inner object alone.
struct ErrorWords
{
    bool json = false; ///< the body was an object or an array of one
    bool error = false; ///< and it says that something failed
    QString type;
    QString code; ///< the more precise one where there are two; a number as its digits
    QString message;
    QString requestId;
    QString limitSource; ///< OpenRouter: whose limit a 402 is about
    std::optional<Duration> wait; ///< Google says in the body what others say in Retry-After
    bool daily = false; ///< Google: it is a limit of the day
};

/// What is known of an error beside its words.
struct ErrorSigns
{
    int status = 0; ///< 0: none
    bool html = false; ///< the body is a page
    bool hinted = false; ///< the server said how long to wait
    bool traced = false; ///< it carries a request id: the provider itself answered
};

/// Any bytes; never fails.
[[nodiscard]] ErrorWords readErrorWords(const QByteArray &body);

/// The HTTP status that an error inside a 200 stands for, by its numeric code or its type; none when it names neither.
[[nodiscard]] std::optional<int> statusNamedBy(const ErrorWords &words);

/// What an error means: by its code and type first, by its status second. For statuses that are no answer.
[[nodiscard]] FaultKind kindOfError(const ErrorWords &words, const ErrorSigns &signs);

} // namespace breakwater
