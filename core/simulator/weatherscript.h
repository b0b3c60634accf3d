// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/chatrequest.h"
#include "core/simulator/openaiprofile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace breakwater {

/// How an answer goes wrong other than by a refusal.
enum class SimulatedFault {
    None,
    ResetBeforeHeaders, ///< TCP reset after the request was read
    Hang, ///< never a byte
    ResetMidStream, ///< TCP reset after some text
    CutMidStream, ///< the connection ends, the chunked body does not
    TruncateMidStream, ///< the body ends properly, the message does not
    StallMidStream, ///< silence after some text, the connection stays
    ErrorBeforeContent, ///< an error event instead of the first text
    ErrorMidStream, ///< an error event after some text
    Garbage, ///< data that is no JSON after some text
    NoEndMark, ///< all but message_stop or [DONE]
};

/// What may happen to one request. The first condition of a list that applies decides.
struct Condition
{
    double probability = 1.0;
    std::optional<int> times; ///< at most so often in a phase
    std::optional<int> refuse; ///< HTTP status
    std::optional<double> retryAfter; ///< seconds; none: no such header
    QString errorType; ///< empty: the status's own
    QString errorCode;
    QString message;
    SimulatedFault fault = SimulatedFault::None;
    std::optional<AnswerEnd> stop; ///< the answer ends so after `afterCharacters`; 0: with nothing in it
    QString category; ///< of a refusal
    int afterCharacters = 120; ///< where a mid-stream fault strikes; never beyond two thirds of the text
    std::optional<Duration> firstToken;
    std::optional<double> tokensPerSecond;
    std::optional<Duration> pingEvery;
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// One key's limits for one class of models, as token buckets that hold a minute's worth.
struct RateLimits
{
    double requestsPerMinute = 1000;
    double inputTokensPerMinute = 2'000'000;
    double outputTokensPerMinute = 400'000;
    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

/// What all keys and models share. Beyond it: 529. A refusal costs too, so that hammering holds the service down.
struct SharedCapacity
{
    double requestsPerSecond = 10;
    double burst = 10;
    double refusalCost = 0; ///< in requests
    std::optional<int> slots; ///< answers under way at once; none: any number
    friend bool operator==(const SharedCapacity &, const SharedCapacity &) = default;
};

/// A stretch of weather. Ends after so many requests, streamed answers, or so long; with none of them, never.
struct WeatherPhase
{
    QString name;
    std::optional<int> requests;
    std::optional<int> answers;
    std::optional<Duration> length;
    std::vector<std::pair<QString, std::vector<Condition>>> models; ///< by id; "claude-*" and "*" match by beginning
    std::optional<RateLimits> limits; ///< none: the script's
    std::vector<std::pair<QString, RateLimits>> modelLimits; ///< by id or pattern; they go before `limits`
    std::vector<int> closedDoors; ///< ports that refuse connections, by number from 1
    std::optional<SharedCapacity> capacity;
    friend bool operator==(const WeatherPhase &, const WeatherPhase &) = default;

    /// The conditions of the longest pattern that matches; null: clear.
    [[nodiscard]] const std::pair<QString, std::vector<Condition>> *conditionsFor(const QString &model) const;
    /// A model's own limits in this phase; null: those of all.
    [[nodiscard]] const RateLimits *limitsFor(const QString &model) const;
};

/// Why a script cannot be used: one English sentence that names the line or the field.
struct ScriptProblem
{
    QString sentence;
    std::optional<int> line; ///< from 1; only when the text is no JSON
    QString field; ///< as `phases[1].models.*.refuse`
};

/// The simulated provider's weather, by phase and by model. A plain value; the same seed and requests give the same
/// fate.
///
/// JSON: `{"name", "title", "seed", "repeat", "serves", "tokens_per_second", "first_token_ms", "limits", "capacity",
/// "profile", "versions", "batch_ms", "bare_413", "phases": […]}`; each field is optional, an unknown one is an error.
/// resources/weather has examples.
///
/// What kind of server it is: `profile` names one of profileNames; `versions` are the values of `anthropic-version` that
/// it knows, so that `["2023-06-01"]` is an old one. What may happen to a request stands in a phase, by model: `refuse`,
/// or `fault`, or `stop` (end_turn, max_tokens, refusal with its `category` and `message`, pause_turn,
/// model_context_window_exceeded).
struct WeatherScript
{
    QString name = QStringLiteral("clear");
    QString title;
    std::uint64_t seed = 1;
    QStringList serves; ///< models besides those of the catalog
    bool repeat = false; ///< otherwise it is clear after the last phase
    double tokensPerSecond = 80;
    Duration firstToken = std::chrono::milliseconds(400);
    RateLimits limits;
    std::optional<SharedCapacity> capacity;
    std::vector<WeatherPhase> phases;
    Profile profile = Profile::OpenAi; ///< of the OpenAI side
    QStringList versions {QStringLiteral("2026-10-21"), QStringLiteral("2023-06-01")}; ///< of `anthropic-version`
    Duration batchTime = std::chrono::seconds(4); ///< from a batch's creation to its end
    bool bare413 = false; ///< what is too large is answered by a page, as from a proxy in front of the API
    friend bool operator==(const WeatherScript &, const WeatherScript &) = default;

    [[nodiscard]] static tl::expected<WeatherScript, ScriptProblem> parse(const QByteArray &json);

    /// The names of the scripts that come with the program, "clear" first.
    [[nodiscard]] static QStringList shipped();
    /// One of them by name.
    [[nodiscard]] static tl::expected<WeatherScript, ScriptProblem> load(const QString &name);
};

} // namespace breakwater
