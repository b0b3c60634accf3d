// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/attemptrunner.h"

#include "core/wire/httpfault.h"

#include <QPointer>

namespace breakwater {

namespace {

constexpr qsizetype mostBody = 1024 * 1024; // of an error; more is not read
constexpr qsizetype mostWhole = 16 * 1024 * 1024; // of an answer that is no stream
constexpr qsizetype mostRaw = 8 * 1024;
constexpr Duration lookAgain = std::chrono::seconds(1); // at the limits, while the attempt is under way
constexpr Duration endGrace = std::chrono::seconds(1); // after the end mark, for the connection to be usable again

template <class... Functions>
struct Visitor : Functions...
{
    using Functions::operator()...;
};
template <class... Functions>
Visitor(Functions...) -> Visitor<Functions...>; // clang 14 does not find it by itself

} // namespace

AttemptRunner::AttemptRunner(Alarms &alarms, const TimeSource &time, std::function<SilenceLimits()> limits, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_time(time)
    , m_limits(std::move(limits))
{
}

AttemptRunner::~AttemptRunner() = default;

void AttemptRunner::start(Transport &transport, const WireRequest &request, Dialect dialect)
{
    m_url = request.url;
    m_decoder = makeDecoder(dialect);
    m_sentAt = m_time.now();
    m_heardAt = m_sentAt;
    watch();
    m_exchange = transport.send(request,
        {[this](const HttpHead &head) { takeHead(head); }, [this](const QByteArray &bytes) { takeBytes(bytes); },
            [this](const std::optional<Fault> &fault) { takeTransportEnd(fault); }, [this] { takeConnected(); }, [this] { takeConnected(); },
            [this] {
                if (m_ended || m_connectingAt || m_connectedAt)
                    return;
                m_connectingAt = m_time.now();
                watch();
            }});
}

void AttemptRunner::takeConnected()
{
    if (m_ended || m_connectedAt)
        return;
    m_connectedAt = m_time.now();
    watch();
}

void AttemptRunner::takeHead(const HttpHead &head)
{
    if (m_ended)
        return;
    m_head = head;
    m_isStream = head.status == 200 && head.headers.value("content-type").value_or(QByteArray()).toLower().startsWith("text/event-stream");
    m_heardAt = m_time.now();
    watch();
    Q_EMIT this->head(head.status, roomsFrom(head.headers, m_time.wall()));
}

void AttemptRunner::takeBytes(const QByteArray &bytes)
{
    if (m_ended)
        return;
    const Instant now = m_time.now();
    m_longestSilence = std::max(m_longestSilence, Duration(now - m_heardAt));
    m_heardAt = now;
    const bool mayBeWhole = m_head && m_head->status == 200;
    const qsizetype most = m_isStream ? mostRaw : mayBeWhole ? mostWhole + 1 : mostBody;
    m_body.append(bytes.left(most - m_body.size()));
    if (!m_isStream || m_finished)
        return;
    const QPointer<AttemptRunner> alive(this);
    for (const SseEvent &event : m_framer.feed(bytes)) {
        takeEvent(event);
        if (!alive || m_ended)
            return;
    }
    if (m_framer.overflowed()) {
        Fault fault = faultOf(FaultKind::Protocol);
        fault.detail = QStringLiteral("event over 16 MiB");
        end(fault);
    }
}

/// `cut`: the connection ended inside the event.
void AttemptRunner::takeEvent(const SseEvent &event, bool cut)
{
    take(m_decoder->decode(event), cut);
}

void AttemptRunner::take(const std::vector<WireEvent> &events, bool cut)
{
    const QPointer<AttemptRunner> alive(this);
    for (const WireEvent &each : events) {
        std::visit(Visitor {
                       [this](const wire::Started &one) { Q_EMIT started(one.model); },
                       [this](const wire::Text &one) {
                           if (one.text.isEmpty())
                               return;
                           m_content = true;
                           Q_EMIT text(one.text);
                       },
                       // The model is at work; how long it thinks is its own affair.
                       [this](const wire::Thinking &one) {
                           m_atWork = true;
                           Q_EMIT thinking(one.text);
                       },
                       [this](const wire::ThoughtEnded &one) { Q_EMIT thoughtEnded(one.signature, one.redacted); },
                       [this](const wire::Counted &one) { Q_EMIT counted(one.usage); },
                       [this](const wire::Stopping &one) {
                           m_stopReason = one.reason;
                           if (!one.explanation.isEmpty())
                               Q_EMIT explained(one.explanation);
                       },
                       [this](const wire::Finished &) {
                           m_finished = true;
                           m_finishedAt = m_time.now();
                           watch();
                       },
                       [this, cut](const wire::Failed &one) {
                           Fault fault = one.fault;
                           if (cut && fault.kind == FaultKind::Protocol)
                               fault.kind = FaultKind::Truncated; // half an event is no rubbish
                           fault.host = m_url.host();
                           if (fault.requestId.isEmpty())
                               fault.requestId = requestId();
                           end(fault);
                       },
                   },
            each);
        if (!alive || m_ended)
            return;
    }
}

/// Some servers answer with the whole message, whatever was asked for.
void AttemptRunner::takeWhole()
{
    if (!m_head || m_head->status != 200 || m_isStream || m_body.size() > mostWhole)
        return;
    take(m_decoder->decodeWhole(m_body));
}

void AttemptRunner::takeTransportEnd(const std::optional<Fault> &fault)
{
    if (m_ended)
        return;
    const QPointer<AttemptRunner> alive(this);
    // A stop reason is the end of the content, even if the end mark after it was cut or lost.
    if (m_isStream && !m_finished && !m_stopReason) {
        if (const auto last = m_framer.finish())
            takeEvent(*last, true);
        if (!alive || m_ended)
            return;
    }
    if (!fault)
        takeWhole();
    if (!alive || m_ended)
        return;
    if (m_finished || (m_stopReason && m_isStream)) {
        end(std::nullopt);
        return;
    }
    // A refusal whose body was cut is still that refusal.
    if (m_head && !m_isStream && (!fault || m_head->status >= 300)) {
        end(faultFromResponse(*m_head, m_body, m_url, m_time.wall()));
    } else if (fault) {
        Fault named = *fault;
        if (m_content)
            named.kind = FaultKind::Truncated;
        named.requestId = requestId();
        end(named);
    } else {
        end(faultOf(m_isStream ? FaultKind::Truncated : FaultKind::Protocol));
    }
}

AttemptRunner::Limit AttemptRunner::limit() const
{
    if (m_finished)
        return {m_finishedAt + endGrace, FaultKind::Cancelled, endGrace};
    const SilenceLimits limits = m_limits();
    if (!m_head && m_connectingAt && !m_connectedAt)
        return {*m_connectingAt + limits.connect, FaultKind::Connect, limits.connect};
    const Instant begun = m_connectingAt ? m_connectedAt.value_or(m_sentAt) : m_sentAt;
    if (!m_head)
        return {begun + limits.headers, FaultKind::SlowHeaders, limits.headers};
    // Silence is counted in bytes, and pings break it. How long a model at work thinks is its own affair.
    const Duration idle = m_content || m_atWork ? limits.idle : limits.idleBefore.value_or(limits.idle);
    const Limit silent {m_heardAt + idle, FaultKind::Stalled, idle};
    if (m_content || m_atWork || silent.until <= begun + limits.firstContent)
        return silent;
    return {begun + limits.firstContent, FaultKind::SlowContent, limits.firstContent};
}

void AttemptRunner::watch()
{
    m_alarm = m_alarms.at(std::min(limit().until, m_time.now() + lookAgain), [this] { ring(); });
}

void AttemptRunner::ring()
{
    const Limit over = limit();
    if (m_time.now() < over.until) {
        watch();
        return;
    }
    if (m_finished) {
        end(std::nullopt);
        return;
    }
    Fault fault = faultOf(over.kind);
    fault.waited = over.waited;
    end(fault);
}

Fault AttemptRunner::faultOf(FaultKind kind) const
{
    Fault fault;
    fault.kind = kind;
    fault.host = m_url.host();
    fault.requestId = requestId();
    return fault;
}

void AttemptRunner::end(std::optional<Fault> fault)
{
    if (m_ended)
        return;
    m_ended = true;
    m_alarm.reset();
    // The exchange may be calling us, so it goes when this object does, or at the next turn of the event loop.
    if (fault && m_exchange) {
        const std::shared_ptr<WireExchange> ending = std::move(m_exchange);
        QMetaObject::invokeMethod(this, [ending] { Q_UNUSED(ending) }, Qt::QueuedConnection);
    }
    Q_EMIT ended(fault, m_stopReason.value_or(StopReason::EndOfTurn));
}

QString AttemptRunner::rawResponse() const
{
    return m_head ? rawResponseText(*m_head, m_body) : QString();
}

QString AttemptRunner::requestId() const
{
    return m_head ? requestIdFrom(m_head->headers) : QString();
}

} // namespace breakwater
