// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/chatrequest.h"

#include <QString>

namespace breakwater {

/// The text that answers `request`, before max_tokens: a written reply (resources/replies) chosen by the words of
/// the last user message, else an echo with a checksum. The same request always gets the same text.
///
/// A request that continues an answer which was cut off gets exactly the rest of that answer: its last message speaks
/// of "cut off" and the assistant message before it begins the answer to the question before. Pure.
[[nodiscard]] QString answerText(const ChatRequest &request);

/// The whole answer: thinking and text within max_tokens, the text up to the first stop sequence.
[[nodiscard]] ChatAnswer answerTo(const ChatRequest &request);

/// Ends the text after at most so many letters, for this reason; a shorter text stays as it is.
void shorten(ChatAnswer &answer, qsizetype most, AnswerEnd end);

/// The echo of a prompt without a written reply: quoted, with its length and the beginning of its SHA-256.
[[nodiscard]] QString echoOf(const QString &prompt, int attachments);

/// The answer of `model` to a prompt that begins with `[[turn …]]`: about 200 tokens that no other model and no other
/// turn gets, so that a bench can tell a wrong answer by its hash.
[[nodiscard]] QString numberedAnswer(const QString &model, const QString &prompt);

} // namespace breakwater
