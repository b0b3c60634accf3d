// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/rowanswer.h"

#include "core/wire/dialect.h"

#include <utility>

namespace breakwater {

BatchedAnswer answerOf(const RowResult &result, std::optional<double> dollars)
{
    BatchedAnswer answer;
    answer.text = result.text;
    answer.model = result.model;
    answer.usage = result.usage;
    answer.dollars = dollars;
    QString thinking;
    // Read as an answer that did not stream is: only this dialect has batches.
    for (const WireEvent &event : makeDecoder(Dialect::Anthropic)->decodeWhole(result.message)) {
        if (const auto *piece = std::get_if<wire::Thinking>(&event)) {
            thinking += piece->text;
        } else if (const auto *thought = std::get_if<wire::ThoughtEnded>(&event)) {
            answer.thoughts.push_back({std::exchange(thinking, QString()), thought->signature, thought->redacted});
        } else if (const auto *stopping = std::get_if<wire::Stopping>(&event)) {
            answer.reason = stopping->reason;
            answer.explanation = stopping->explanation;
        }
    }
    return answer;
}

} // namespace breakwater
