// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/apierror.h"
#include "core/simulator/chatrequest.h"
#include "core/simulator/httpconnection.h"
#include "core/simulator/keylimits.h"
#include "core/simulator/openaiprofile.h"

#include <QDateTime>

#include <memory>

namespace breakwater {

/// Writes answers down in one dialect. Stateless; every function gives the bytes of whole events or of a whole body.
class Voice
{
public:
    virtual ~Voice() = default;

    [[nodiscard]] virtual QByteArray opening(const ChatAnswer &answer) const = 0; ///< before the first word
    [[nodiscard]] virtual QByteArray ping() const = 0; ///< empty: the dialect has none
    [[nodiscard]] virtual QByteArray beforeThinking(const ChatAnswer &answer) const = 0;
    [[nodiscard]] virtual QByteArray thinking(const ChatAnswer &answer, const QString &piece) const = 0;
    [[nodiscard]] virtual QByteArray beforeText(const ChatAnswer &answer) const = 0; ///< also ends the thinking
    [[nodiscard]] virtual QByteArray text(const ChatAnswer &answer, const QString &piece) const = 0;
    [[nodiscard]] virtual QByteArray ending(const ChatRequest &request, const ChatAnswer &answer) const = 0;
    [[nodiscard]] virtual QByteArray endMark() const = 0;
    /// An error after the stream began, in the answer's place.
    [[nodiscard]] virtual QByteArray streamedError(
        const ApiError &error, const QString &requestId, const ChatAnswer &answer) const = 0;

    [[nodiscard]] virtual QByteArray whole(const ChatAnswer &answer) const = 0;
    [[nodiscard]] virtual QByteArray errorBody(const ApiError &error, const QString &requestId) const = 0;

    [[nodiscard]] virtual QByteArray requestIdHeader() const = 0;
    /// `wall`: the server's time. A reset comes `untilFull` divided by `speed` later.
    [[nodiscard]] virtual HttpHeaders limitHeaders(
        const LimitLevels &levels, const QDateTime &wall, double speed) const = 0;
};

[[nodiscard]] std::unique_ptr<Voice> makeAnthropicVoice();
[[nodiscard]] std::unique_ptr<Voice> makeOpenAiVoice(Profile profile = Profile::OpenAi);

/// `text` as a JSON string, quotes included.
[[nodiscard]] QByteArray jsonText(const QString &text);

} // namespace breakwater
