// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchcall.h"

#include "core/wire/httpfault.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration longestConnecting = std::chrono::seconds(30);
constexpr Duration longestHeaders = std::chrono::minutes(2);
constexpr double thinnestLine = 64.0 * 1024; // bytes a second: what a request may take to be sent
constexpr Duration longestIdle = std::chrono::seconds(90);
constexpr Duration lookAgainAfter = std::chrono::seconds(5);
constexpr qsizetype mostKept = 16 * 1024 * 1024; // of an answer that is no stream

bool isSuccess(const HttpHead &head)
{
    return head.status >= 200 && head.status < 300;
}

bool isWebPage(const HttpHead &head)
{
    return head.headers.value("content-type").value_or(QByteArray()).toLower().startsWith("text/html");
}

} // namespace

BatchCall::BatchCall(Transport &transport, Alarms &alarms, const TimeSource &time, const WireRequest &request, Events events)
    : m_alarms(alarms)
    , m_time(time)
    , m_events(std::move(events))
    , m_url(request.url)
    , m_headers(longestHeaders + fromSeconds(static_cast<double>(request.body.size()) / thinnestLine))
    , m_since(time.now())
{
    watch();
    const auto connected = [this] {
        if (std::exchange(m_connecting, false))
            m_since = m_time.now();
    };
    m_exchange = transport.send(request,
        {[this](const HttpHead &head) { takeHead(head); }, [this](const QByteArray &bytes) { takeBytes(bytes); },
            [this](const std::optional<Fault> &fault) { takeEnd(fault); }, connected, connected,
            [this] {
                m_connecting = true;
                m_since = m_time.now();
            }});
}

BatchCall::~BatchCall() = default;

void BatchCall::hold()
{
    m_held = true;
    if (m_exchange)
        m_exchange->hold();
}

void BatchCall::goOn()
{
    m_held = false;
    m_since = m_time.now();
    if (m_exchange)
        m_exchange->goOn();
}

void BatchCall::takeHead(const HttpHead &head)
{
    m_head = head;
    m_since = m_time.now();
}

void BatchCall::takeBytes(const QByteArray &bytes)
{
    if (m_ended || !m_head)
        return;
    m_since = m_time.now();
    if (m_events.bytes && isSuccess(*m_head) && !isWebPage(*m_head)) {
        const auto tell = m_events.bytes; // it may destroy this
        tell(bytes);
        return;
    }
    m_body.append(bytes.left(mostKept - m_body.size()));
}

void BatchCall::takeEnd(const std::optional<Fault> &fault)
{
    if (m_ended)
        return;
    const bool refused = m_head && (!isSuccess(*m_head) || isWebPage(*m_head));
    if (refused) // also one whose body was cut
        end(faultFromResponse(*m_head, m_body, m_url, m_time.wall()));
    else if (fault)
        end(fault);
    else if (!m_head)
        end(faultOf(FaultKind::Protocol));
    else
        end(std::nullopt);
}

void BatchCall::watch()
{
    m_alarm = m_alarms.at(m_time.now() + lookAgainAfter, [this] { ring(); });
}

void BatchCall::ring()
{
    const Duration limit = m_head ? longestIdle : m_connecting ? longestConnecting : m_headers;
    if (m_held || m_time.now() - m_since < limit) {
        watch();
        return;
    }
    Fault fault = faultOf(m_head ? FaultKind::Stalled : m_connecting ? FaultKind::Connect : FaultKind::SlowHeaders);
    fault.waited = limit;
    m_exchange.reset();
    end(fault);
}

Fault BatchCall::faultOf(FaultKind kind) const
{
    Fault fault;
    fault.kind = kind;
    fault.host = m_url.host();
    fault.requestId = m_head ? requestIdFrom(m_head->headers) : QString();
    return fault;
}

void BatchCall::end(const std::optional<Fault> &fault)
{
    if (std::exchange(m_ended, true))
        return;
    const auto tell = m_events.ended; // it may destroy this
    const std::optional<Fault> told = fault;
    tell(told);
}

} // namespace breakwater
