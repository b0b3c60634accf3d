// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/net/transport.h"
#include "core/simulator/voice.h"
#include "tests/support/faketime.h"

namespace breakwater {

/// What becomes of one request.
struct Fate
{
    enum class Kind {
        Answer,
        Refuse, ///< with `status`
        Unreachable, ///< no connection
        Mute, ///< not even headers, ever
        Cut, ///< the connection ends after `share` of the text
        Silent, ///< nothing more after `share` of the text, ever
        Slow, ///< headers at once, a ping each second, the first text after five seconds
    };
    Kind kind = Kind::Answer;
    int status = 200;
    double share = 1.0;
    std::optional<double> retryAfter; ///< seconds
    std::optional<LimitLevels> levels; ///< for the limit headers, when the key has limits that the server tells
    std::shared_ptr<void> hold; ///< let go of when the exchange ends, whoever ends it
};

/// A request as the weather sees it.
struct ServedRequest
{
    QString host;
    QString model;
    Duration at {}; ///< since the server began
    Instant now;
};

/// Decides the fate of each request; may remember what came before.
using WeatherTeller = std::function<Fate(const ServedRequest &request, Jitter &dice)>;

/// Model providers in virtual time, behind the production wire format: Anthropic's where the path ends in /messages,
/// OpenAI's elsewhere. A clear answer is about 200 tokens in 12 pieces: headers after 30 ms, text from 0.3 s to 1.1 s.
/// The second message of a conversation, when the assistant wrote it, is an answer that broke off: the server streams
/// the rest of it, if it is its own. Deterministic; one thread.
class ModelServer final : public Transport
{
public:
    using Trace = std::function<void(const QString &line)>;

    ModelServer(FakeTime &time, WeatherTeller weather, std::uint64_t seed, Trace trace = {});
    ~ModelServer() override;

    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override;

    /// What `model` answers to `question`.
    [[nodiscard]] static QString answerTo(const QString &model, const QString &question);

    [[nodiscard]] int requests() const { return m_requests; }

private:
    class Exchange;
    struct Asked;
    struct Step;

    [[nodiscard]] static Asked read(const WireRequest &request);
    [[nodiscard]] std::vector<Step> play(const Asked &asked, const Fate &fate, int number) const;
    [[nodiscard]] HttpHead head(const Asked &asked, const Fate &fate, int number) const;

    FakeTime &m_time;
    Instant m_began;
    WeatherTeller m_weather;
    SeededJitter m_dice;
    Trace m_trace;
    std::unique_ptr<Voice> m_anthropic = makeAnthropicVoice();
    std::unique_ptr<Voice> m_openAi = makeOpenAiVoice();
    int m_requests = 0;
};

} // namespace breakwater
