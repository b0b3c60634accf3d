// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/net/transport.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace breakwater {

/// One request about a batch: watches the clock, keeps the answer, names what went wrong. UI thread.
///
/// `ended` is called once, at last, and may destroy the call; after its destruction nothing is called. With no fault
/// the answer has a status of success and ended as HTTP has it.
class BatchCall
{
public:
    struct Events
    {
        std::function<void(const std::optional<Fault> &)> ended;
        /// The body of a success, as it comes; without it the body is kept.
        std::function<void(const QByteArray &)> bytes = {};
    };
    BatchCall(Transport &transport, Alarms &alarms, const TimeSource &time, const WireRequest &request, Events events);
    ~BatchCall();
    Q_DISABLE_COPY_MOVE(BatchCall)

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const std::optional<HttpHead> &head() const { return m_head; }
    /// No bytes for now; silence is nobody's fault then.
    void hold();
    void goOn();

private:
    void takeHead(const HttpHead &head);
    void takeBytes(const QByteArray &bytes);
    void takeEnd(const std::optional<Fault> &fault);
    void watch();
    void ring();
    [[nodiscard]] Fault faultOf(FaultKind kind) const;
    void end(const std::optional<Fault> &fault);

    Alarms &m_alarms;
    const TimeSource &m_time;
    Events m_events;
    QUrl m_url;
    Duration m_headers {}; // may take so long, from the connection on
    Instant m_since; // of the silence that is watched
    bool m_connecting = false;
    bool m_held = false;
    bool m_ended = false;
    std::optional<HttpHead> m_head;
    QByteArray m_body;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<WireExchange> m_exchange;
};

} // namespace breakwater
