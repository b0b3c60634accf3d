// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/exchange.h"

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr qint64 mostBacklog = qint64(256) * 1024;
constexpr auto shortestTick = std::chrono::milliseconds(15);
constexpr auto longestTick = std::chrono::milliseconds(2000);

bool strikesMidStream(SimulatedFault fault)
{
    switch (fault) {
    case SimulatedFault::None:
    case SimulatedFault::ResetBeforeHeaders:
    case SimulatedFault::Hang:
    case SimulatedFault::ErrorBeforeContent:
    case SimulatedFault::NoEndMark:
        return false;
    case SimulatedFault::ResetMidStream:
    case SimulatedFault::CutMidStream:
    case SimulatedFault::TruncateMidStream:
    case SimulatedFault::StallMidStream:
    case SimulatedFault::ErrorMidStream:
    case SimulatedFault::Garbage:
        return true;
    }
    return false;
}

std::chrono::milliseconds toMilliseconds(Duration duration)
{
    return std::chrono::ceil<std::chrono::milliseconds>(duration);
}

/// From 3 to 16 characters, as tokens come; never half of a surrogate pair.
qsizetype nextPiece(const QString &text, qsizetype from, qsizetype stopAt)
{
    const qsizetype wanted = 3 + (from * 7 + text.at(from).unicode()) % 14;
    qsizetype end = std::min(from + wanted, stopAt);
    if (end < text.size() && text.at(end - 1).isHighSurrogate())
        ++end;
    return end - from;
}

} // namespace

Exchange::Exchange(Task task, const Voice &voice, HttpConnection *connection)
    : QObject(connection)
    , m_task(std::move(task))
    , m_voice(voice)
    , m_connection(connection)
    , m_stopAt(m_task.answer.text.size())
{
    if (strikesMidStream(m_task.fate.fault))
        m_stopAt = std::min<qsizetype>(m_task.fate.afterCharacters, m_stopAt * 2 / 3);
    connect(connection, &HttpConnection::gone, this, [this] { settle({m_status, false, true, written()}); });
}

HttpHeaders Exchange::headersFor(const QByteArray &contentType) const
{
    return HttpHeaders(m_task.headers) << std::pair(QByteArray("content-type"), contentType);
}

void Exchange::start()
{
    const SimulatedFault fault = m_task.fate.fault;
    if (fault == SimulatedFault::Hang)
        return;
    if (fault == SimulatedFault::ResetBeforeHeaders) {
        end(false);
        m_connection->reset();
        return;
    }
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setSingleShot(true);
    if (!m_task.request.stream) {
        const double writing = static_cast<double>(m_task.answer.text.size()) / m_task.speed.charactersPerSecond;
        connect(&m_tick, &QTimer::timeout, this, &Exchange::completeWhole);
        m_tick.start(toMilliseconds(m_task.speed.firstToken + fromSeconds(writing)));
        return;
    }
    m_status = 200;
    m_connection->beginStream(headersFor("text/event-stream; charset=utf-8")
        << std::pair(QByteArray("cache-control"), QByteArray("no-cache")));
    m_connection->writeChunk(m_voice.opening(m_task.answer));
    connect(&m_pings, &QTimer::timeout, this, [this] { m_connection->writeChunk(m_voice.ping()); });
    m_pings.start(toMilliseconds(m_task.speed.pingEvery));
    connect(&m_tick, &QTimer::timeout, this, &Exchange::speak);
    m_tick.start(toMilliseconds(m_task.speed.firstToken));
}

/// One tick of a stream. A fault strikes in the tick after its last piece, so that the piece is on its way.
void Exchange::speak()
{
    if (m_task.fate.fault == SimulatedFault::ErrorBeforeContent) {
        breakOff();
        return;
    }
    if (!std::exchange(m_began, true))
        m_connection->writeChunk(m_voice.beforeThinking(m_task.answer));
    const bool thinking = m_task.answer.showThinking && m_thought < m_task.answer.thinking.size();
    if (!thinking && !std::exchange(m_spoke, true))
        m_connection->writeChunk(m_voice.beforeText(m_task.answer));
    if (!thinking && m_sent >= m_stopAt) {
        breakOff();
        return;
    }
    const double rate = m_task.speed.charactersPerSecond;
    const auto tick = std::clamp(std::chrono::milliseconds(std::llround(std::min(8 / rate, 60.0) * 1000)),
        std::chrono::milliseconds(shortestTick), std::chrono::milliseconds(longestTick));
    m_allowance += rate * toSeconds(tick);
    if (m_connection->backlog() < mostBacklog)
        thinking ? sendThinking() : sendPieces();
    m_tick.start(tick);
}

void Exchange::sendThinking()
{
    const QString &thinking = m_task.answer.thinking;
    while (m_allowance >= 1 && m_thought < thinking.size() && m_connection->backlog() < mostBacklog) {
        const qsizetype length = nextPiece(thinking, m_thought, thinking.size());
        m_connection->writeChunk(m_voice.thinking(m_task.answer, thinking.mid(m_thought, length)));
        m_thought += length;
        m_allowance -= static_cast<double>(length);
        m_pings.start();
    }
}

void Exchange::sendPieces()
{
    const QString &text = m_task.answer.text;
    while (m_allowance >= 1 && m_sent < m_stopAt && m_connection->backlog() < mostBacklog) {
        const qsizetype length = nextPiece(text, m_sent, m_stopAt);
        m_connection->writeChunk(m_voice.text(m_task.answer, text.mid(m_sent, length)));
        m_sent += length;
        m_allowance -= static_cast<double>(length);
        m_pings.start();
    }
}

void Exchange::breakOff()
{
    switch (m_task.fate.fault) {
    case SimulatedFault::None:
    case SimulatedFault::NoEndMark:
        m_connection->writeChunk(m_voice.ending(m_task.request, m_task.answer));
        if (m_task.fate.fault == SimulatedFault::None)
            m_connection->writeChunk(m_voice.endMark());
        end(true);
        m_connection->endStream();
        return;
    case SimulatedFault::ErrorBeforeContent:
    case SimulatedFault::ErrorMidStream:
        m_connection->writeChunk(m_voice.streamedError(m_task.error, m_task.requestId, m_task.answer));
        end(false);
        m_connection->endStream();
        return;
    case SimulatedFault::Garbage:
        m_connection->writeChunk("event: content_block_delta\ndata: {\"type\":\"content_block_de\xC3\x28\n\n");
        end(false);
        m_connection->endStream();
        return;
    case SimulatedFault::TruncateMidStream:
        end(false);
        m_connection->endStream();
        return;
    case SimulatedFault::CutMidStream:
        end(false);
        m_connection->cut();
        return;
    case SimulatedFault::ResetBeforeHeaders:
    case SimulatedFault::ResetMidStream:
        end(false);
        m_connection->reset();
        return;
    case SimulatedFault::Hang:
    case SimulatedFault::StallMidStream:
        m_pings.stop();
        return;
    }
}

/// The answer of a request without a stream.
void Exchange::completeWhole()
{
    const QByteArray body = m_voice.whole(m_task.answer);
    const HttpHeaders headers = headersFor("application/json");
    m_status = 200;
    switch (m_task.fate.fault) {
    case SimulatedFault::None:
    case SimulatedFault::NoEndMark:
        m_sent = m_task.answer.text.size();
        m_spoke = true;
        end(true);
        m_connection->respond(200, headers, body);
        return;
    case SimulatedFault::ErrorBeforeContent:
    case SimulatedFault::ErrorMidStream:
        m_status = m_task.error.status;
        end(false);
        m_connection->respond(m_task.error.status, headers, m_voice.errorBody(m_task.error, m_task.requestId));
        return;
    case SimulatedFault::Garbage:
    case SimulatedFault::TruncateMidStream:
        end(false);
        m_connection->respond(200, headers, body.first(body.size() / 2));
        return;
    case SimulatedFault::CutMidStream:
    case SimulatedFault::ResetMidStream:
    case SimulatedFault::StallMidStream:
        // The half goes out now, its end comes in the next tick.
        m_connection->respondPartly(200, headers, body, body.size() / 2);
        m_tick.disconnect(this);
        connect(&m_tick, &QTimer::timeout, this, &Exchange::breakOff);
        m_tick.start(shortestTick);
        return;
    case SimulatedFault::ResetBeforeHeaders:
    case SimulatedFault::Hang:
        return;
    }
}

void Exchange::end(bool whole)
{
    settle({m_status, whole, false, written()});
    deleteLater();
}

int Exchange::written() const
{
    return tokensOf(m_sent) + (m_spoke ? thinkingTokens(m_task.answer) : tokensOf(m_thought));
}

void Exchange::settle(ExchangeEnd end)
{
    m_tick.stop();
    m_pings.stop();
    if (!std::exchange(m_ended, true))
        Q_EMIT ended(end);
}

} // namespace breakwater
