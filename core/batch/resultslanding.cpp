// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/resultslanding.h"

#include "core/batch/batchwire.h"

#include <utility>

namespace breakwater {

namespace {

constexpr Duration slice = std::chrono::milliseconds(4);
constexpr std::size_t mostRows = 500; // of one landing
constexpr qsizetype mostBytes = 4 * 1024 * 1024;
constexpr int mostLandings = 2; // at once: one is written, one waits

} // namespace

ResultsLanding::ResultsLanding(BatchBooks &books, Alarms &alarms, const TimeSource &time, BatchId batch, int part, QByteArray secret, Events events)
    : m_books(books)
    , m_alarms(alarms)
    , m_time(time)
    , m_batch(std::move(batch))
    , m_part(part)
    , m_secret(std::move(secret))
    , m_events(std::move(events))
{
}

ResultsLanding::~ResultsLanding() = default;

void ResultsLanding::take(const QByteArray &bytes)
{
    m_lines.feed(bytes);
    workSoon();
}

void ResultsLanding::finish()
{
    m_finished = true;
    workSoon();
}

void ResultsLanding::workSoon()
{
    if (!m_alarm && !m_over)
        m_alarm = m_alarms.at(m_time.now(), [this] { work(); });
}

void ResultsLanding::work()
{
    m_alarm.reset();
    const Instant until = m_time.now() + slice;
    bool more = m_landing < mostLandings;
    while (more && m_time.now() <= until) {
        auto line = m_lines.next();
        if (!line && m_finished)
            line = m_lines.last();
        if (line)
            takeLine(*std::move(line));
        more = line && m_landing < mostLandings;
    }
    const bool isAllRead = !more && m_landing < mostLandings;
    if (m_finished && isAllRead)
        land();
    if (more)
        workSoon();
    const std::weak_ptr<int> alive = m_alive;
    if (m_ours > 0 || m_unknown > 0)
        std::function(m_events.read)(std::exchange(m_ours, 0), std::exchange(m_unknown, 0));
    if (alive.expired())
        return;
    tellFull();
    if (!alive.expired() && m_finished && isAllRead && m_landing == 0 && m_chunk.empty() && !std::exchange(m_over, true))
        std::function(m_events.ended)(std::nullopt);
}

void ResultsLanding::takeLine(QByteArray line)
{
    if (!m_secret.isEmpty())
        line.replace(m_secret, "[key removed]");
    auto read = resultFromLine(line);
    if (!read)
        return; // it stays among those that are missing
    const auto name = rowNamed(read->customId, m_batch);
    if (!name || name->part != m_part) {
        ++m_unknown;
        return;
    }
    if (!m_named.insert(name->row).second)
        return; // said twice: the first holds
    ++m_ours;
    read->result.number = name->row;
    if (m_events.price && read->result.state == RowState::Answered)
        read->result.dollars = m_events.price(read->result);
    m_chunk.push_back(std::move(read->result));
    m_chunkSize += line.size();
    if (m_chunk.size() >= mostRows || m_chunkSize >= mostBytes)
        land();
}

void ResultsLanding::land()
{
    if (m_chunk.empty())
        return;
    ++m_landing;
    m_chunkSize = 0;
    m_books.land(m_batch, m_part, std::exchange(m_chunk, {}), [this, alive = std::weak_ptr(m_alive)](const Result<Landed> &landed) {
        if (!alive.expired())
            tookLanded(landed);
    });
}

void ResultsLanding::tookLanded(const Result<Landed> &landed)
{
    --m_landing;
    if (m_over)
        return;
    if (!landed) {
        m_over = true;
        m_alarm.reset();
        std::function(m_events.ended)(landed.error());
        return;
    }
    workSoon();
    std::function(m_events.landed)(*landed); // each may destroy this
}

void ResultsLanding::tellFull()
{
    const bool full = m_lines.held() > mostWaiting;
    if (std::exchange(m_told, full) != full)
        std::function(m_events.full)(full);
}

} // namespace breakwater
