// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"
#include "core/net/transport.h"
#include "core/policy/patience.h"
#include "core/route/provider.h"
#include "core/wire/dialect.h"

#include <QObject>

namespace breakwater {

/// Sends one request and reads its answer: frames, decodes, watches the clock, names what went wrong.
/// Reports `ended` exactly once; after it, and after destruction, nothing more comes.
class AttemptRunner : public QObject
{
    Q_OBJECT
public:
    /// `limits` is asked again while the attempt is under way: what a route's other requests teach holds at once.
    AttemptRunner(Alarms &alarms, const TimeSource &time, std::function<SilenceLimits()> limits, QObject *parent = nullptr);
    ~AttemptRunner() override;

    void start(Transport &transport, const WireRequest &request, Dialect dialect);

    /// Status line, headers and the first part of the body, keys removed. Empty before the head came.
    [[nodiscard]] QString rawResponse() const;
    [[nodiscard]] QString requestId() const;
    /// The longest time without a byte since the headers.
    [[nodiscard]] Duration longestSilence() const { return m_longestSilence; }

Q_SIGNALS:
    void head(int status, const std::vector<breakwater::RoomLeft> &rooms);
    void started(const QString &model);
    void text(const QString &text);
    /// Thinking; without text it says that the model is at work.
    void thinking(const QString &text);
    void thoughtEnded(const QString &signature, const QString &redacted);
    void counted(const breakwater::Usage &usage);
    /// Why the model declined, in the provider's words.
    void explained(const QString &explanation);
    /// With a fault, or with none when the provider's own end mark came.
    void ended(const std::optional<breakwater::Fault> &fault, breakwater::StopReason reason);

private:
    void takeHead(const HttpHead &head);
    void takeBytes(const QByteArray &bytes);
    void takeEvent(const SseEvent &event, bool cut = false);
    void take(const std::vector<WireEvent> &events, bool cut = false);
    void takeWhole();
    void takeConnected();
    void takeTransportEnd(const std::optional<Fault> &fault);
    void watch();
    void ring();
    /// When the attempt is given up, as things stand; what that is called, and how long it will have waited.
    struct Limit
    {
        Instant until;
        FaultKind kind = FaultKind::Cancelled;
        Duration waited {};
    };
    [[nodiscard]] Limit limit() const;
    void end(std::optional<Fault> fault);
    [[nodiscard]] Fault faultOf(FaultKind kind) const;

    Alarms &m_alarms;
    const TimeSource &m_time;
    std::function<SilenceLimits()> m_limits;
    Instant m_sentAt;
    std::optional<Instant> m_connectingAt; // none: there was a connection, or nobody told
    std::optional<Instant> m_connectedAt;
    Instant m_heardAt;
    Instant m_finishedAt;
    Duration m_longestSilence {};
    std::unique_ptr<WireExchange> m_exchange;
    std::unique_ptr<Decoder> m_decoder;
    std::unique_ptr<Alarm> m_alarm;
    SseFramer m_framer;
    QUrl m_url;
    std::optional<HttpHead> m_head;
    QByteArray m_body; // of a response that is no stream; of a stream, its first part
    std::optional<StopReason> m_stopReason;
    bool m_isStream = false;
    bool m_atWork = false; // thinking or text came
    bool m_content = false; // text came
    bool m_finished = false; // the provider's end mark came
    bool m_ended = false;
};

} // namespace breakwater
