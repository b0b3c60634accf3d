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
    AttemptRunner(Alarms &alarms, const TimeSource &time, const PatienceSettings &patience, QObject *parent = nullptr);
    ~AttemptRunner() override;

    void start(Transport &transport, const WireRequest &request, Dialect dialect);

    /// Status line, headers and the first part of the body, keys removed. Empty before the head came.
    [[nodiscard]] QString rawResponse() const;
    [[nodiscard]] QString requestId() const;

Q_SIGNALS:
    void head(int status);
    void started(const QString &model);
    void text(const QString &text);
    void counted(const breakwater::Usage &usage);
    void rooms(const std::vector<breakwater::RoomLeft> &rooms);
    /// With a fault, or with none when the provider's own end mark came.
    void ended(const std::optional<breakwater::Fault> &fault, breakwater::StopReason reason);

private:
    void takeHead(const HttpHead &head);
    void takeBytes(const QByteArray &bytes);
    void takeEvent(const SseEvent &event);
    void takeTransportEnd(const std::optional<Fault> &fault);
    void watchSilence();
    void watch(Instant until, FaultKind fault);
    void ring();
    void end(std::optional<Fault> fault);
    [[nodiscard]] Fault faultOf(FaultKind kind) const;
    [[nodiscard]] bool isStream() const;

    Alarms &m_alarms;
    const TimeSource &m_time;
    PatienceSettings m_patience;
    Instant m_sentAt;
    Instant m_heardAt;
    std::unique_ptr<WireExchange> m_exchange;
    std::unique_ptr<Decoder> m_decoder;
    std::unique_ptr<Alarm> m_alarm;
    FaultKind m_watchFault = FaultKind::SlowHeaders;
    SseFramer m_framer;
    QUrl m_url;
    std::optional<HttpHead> m_head;
    QByteArray m_body; // of a response that is no stream; of a stream, its first part
    std::optional<StopReason> m_stopReason;
    bool m_atWork = false; // thinking or text came
    bool m_content = false; // text came
    bool m_finished = false; // the provider's end mark came
    bool m_ended = false;
};

} // namespace breakwater
