// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/columns.h"
#include "core/store/idcolumn.h"
#include "core/store/names.h"

#include <algorithm>
#include <limits>

namespace breakwater {

namespace {

constexpr auto hoursKept = std::chrono::hours(24 * 366);
constexpr qint64 millisecondsOfHour = 3'600'000;
constexpr std::size_t readAtOnce = 4'000; ///< samples: some 20 ms

qint64 hourOf(WallTime at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

} // namespace

Result<void> Archive::addSample(const Sample &sample)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto hint = sample.wait ? std::optional(sample.wait->hint) : std::nullopt;
    const auto random = sample.wait ? std::optional(sample.wait->random) : std::nullopt;
    const auto count = [](const std::optional<Duration> &span) { return static_cast<qlonglong>(span.value_or(Duration::zero()).count()); };
    if (const auto put = m_database.run(QStringLiteral("INSERT INTO sample(at, route, turn, result, fault, status, hint, sent_after, first_content, total, wait_hint, "
                                                      "wait_random) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
            {toDisk(sample.at), orEmpty(sample.route.text()), toDisk(sample.turn), nameOf(sample.result), sample.fault ? nameOf(*sample.fault) : QStringLiteral(""),
                orNull(sample.status), orNull(sample.hint), static_cast<qlonglong>(sample.sentAfter.count()), orNull(sample.firstContent),
                static_cast<qlonglong>(sample.total.count()), orNull(hint), orNull(random)});
        !put)
        return tl::unexpected(put.error());
    if (const auto put = m_database.run(QStringLiteral("INSERT INTO sample_hour VALUES(?,?,?,1,?,?,?,?,?) ON CONFLICT DO UPDATE SET count = count + 1, "
                                                      "total = total + excluded.total, first_contents = first_contents + excluded.first_contents, "
                                                      "first_content = first_content + excluded.first_content, waits = waits + excluded.waits, wait = wait + excluded.wait"),
            {hourOf(sample.at), orEmpty(sample.route.text()), nameOf(sample.result), static_cast<qlonglong>(sample.total.count()), sample.firstContent ? 1 : 0,
                count(sample.firstContent), sample.wait ? 1 : 0, count(sample.wait ? std::optional(sample.wait->total()) : std::nullopt)});
        !put)
        return tl::unexpected(put.error());
    return transaction.commit();
}

Result<void> Archive::addFlow(const FlowChange &change)
{
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO flow(at, route, flow, until) VALUES(?,?,?,?)"),
        {toDisk(change.at), orEmpty(change.route.text()), nameOf(change.flow), change.until ? QVariant(toDisk(*change.until)) : QVariant()}));
}

Result<void> Archive::addRoom(const RoomMark &mark)
{
    return outcomeOf(m_database.run(QStringLiteral("INSERT INTO room VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET share = MIN(share, excluded.share)"),
        {toDisk(mark.minute), orEmpty(mark.provider.text()), nameOf(mark.limit), mark.share}));
}

Result<HealthPast> Archive::healthPast()
{
    auto reading = beginReading();
    while (reading) {
        const auto more = readSome(*reading);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return std::move(reading->past);
    }
    return tl::unexpected(reading.error());
}

Result<Archive::HealthReading> Archive::beginReading()
{
    HealthReading reading;
    reading.since = toDisk(m_time.wall() - healthKept);
    reading.before = {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
    for (const auto &[statement, last] : {std::pair(QStringLiteral("SELECT MAX(id) FROM sample"), &reading.lastSample), std::pair(QStringLiteral("SELECT MAX(id) FROM flow"), &reading.lastFlow)}) {
        const auto newest = one(statement, {});
        if (!newest)
            return tl::unexpected(newest.error());
        if (*newest)
            *last = (*newest)->toLongLong();
    }
    return reading;
}

Result<bool> Archive::readSome(HealthReading &reading)
{
    std::vector<Sample> &samples = reading.past.samples;
    const std::size_t most = std::min(readAtOnce, mostSamplesInMemory - samples.size());
    auto query = m_database.run(QStringLiteral("SELECT at, id, route, turn, result, fault, status, hint, sent_after, first_content, total, wait_hint, wait_random FROM sample "
                                               "WHERE at >= ? AND id <= ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?"),
        {reading.since, reading.lastSample, reading.before.first, reading.before.second, static_cast<qlonglong>(most)});
    if (!query)
        return tl::unexpected(query.error());
    std::size_t read = 0;
    for (; query->next(); ++read) {
        Sample sample;
        sample.at = wallFromDisk(query->value(0));
        reading.before = {query->value(0).toLongLong(), query->value(1).toLongLong()};
        sample.route = RouteId(*reading.texts.insert(query->value(2).toString()));
        sample.turn = TurnId(*reading.texts.insert(idFromDisk(query->value(3))));
        sample.result = valueOf<SampleClass>(query->value(4).toString()).value_or(SampleClass::Answered);
        sample.fault = valueOf<FaultKind>(query->value(5).toString());
        if (!query->value(6).isNull())
            sample.status = query->value(6).toInt();
        sample.hint = spanFromDisk(query->value(7));
        sample.sentAfter = Duration(query->value(8).toLongLong());
        sample.firstContent = spanFromDisk(query->value(9));
        sample.total = Duration(query->value(10).toLongLong());
        if (const auto random = spanFromDisk(query->value(12)))
            sample.wait = SampleWait {spanFromDisk(query->value(11)).value_or(Duration::zero()), *random};
        samples.push_back(std::move(sample));
    }
    query->finish();
    if (read == readAtOnce && samples.size() < mostSamplesInMemory)
        return true;
    std::reverse(samples.begin(), samples.end());
    for (const auto part : {&Archive::readHours, &Archive::readFlows, &Archive::readRooms}) {
        if (const auto done = (this->*part)(reading); !done)
            return tl::unexpected(done.error());
    }
    return false;
}

/// What is there besides the newest samples.
Result<void> Archive::readHours(HealthReading &reading)
{
    HealthPast &past = reading.past;
    if (past.samples.size() < mostSamplesInMemory)
        return {};
    auto query = m_database.run(QStringLiteral("SELECT at / ?, route, result, COUNT(*) FROM (SELECT at, route, result FROM sample WHERE at >= ? AND id <= ? ORDER BY at DESC, id DESC "
                                               "LIMIT -1 OFFSET ?) GROUP BY 1, 2, 3 ORDER BY 1, 2"),
        {millisecondsOfHour, reading.since, reading.lastSample, static_cast<qlonglong>(past.samples.size())});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const WallTime hour(std::chrono::hours(query->value(0).toLongLong()));
        const RouteId route(query->value(1).toString());
        const auto result = valueOf<SampleClass>(query->value(2).toString());
        if (!result)
            continue;
        if (past.older.empty() || past.older.back().hour != hour || past.older.back().route != route)
            past.older.push_back({hour, route, {}});
        past.older.back().counts.each[static_cast<std::size_t>(*result)] += query->value(3).toInt();
    }
    return {};
}

Result<void> Archive::readFlows(HealthReading &reading)
{
    auto query = m_database.run(QStringLiteral("SELECT at, route, flow, until FROM flow WHERE at >= ? AND id <= ? ORDER BY at, id"), {reading.since, reading.lastFlow});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        FlowChange change {wallFromDisk(query->value(0)), RouteId(query->value(1).toString()), RouteFlow::Flowing, {}};
        change.flow = valueOf<RouteFlow>(query->value(2).toString()).value_or(RouteFlow::Flowing);
        if (!query->value(3).isNull())
            change.until = wallFromDisk(query->value(3));
        reading.past.flows.push_back(std::move(change));
    }
    return {};
}

/// One of the present minute may be there already: the least of both is what counts.
Result<void> Archive::readRooms(HealthReading &reading)
{
    auto query = m_database.run(QStringLiteral("SELECT minute, provider, kind, share FROM room WHERE minute >= ? ORDER BY minute"), {reading.since});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        if (const auto limit = valueOf<RoomLeft::Dimension>(query->value(2).toString()))
            reading.past.rooms.push_back({wallFromDisk(query->value(0)), ProviderId(query->value(1).toString()), *limit, query->value(3).toDouble()});
    }
    return {};
}

Result<void> Archive::forgetOldHealth()
{
    auto newest = one(QStringLiteral("SELECT MAX(at) FROM sample"), {});
    if (!newest)
        return tl::unexpected(newest.error());
    WallTime present = m_time.wall();
    if (*newest && !(*newest)->isNull())
        present = std::min(present, wallFromDisk(**newest));
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const qint64 edge = toDisk(present - healthKept);
    for (const auto &[statement, before] : {std::pair(QStringLiteral("DELETE FROM sample WHERE at < ?"), edge), std::pair(QStringLiteral("DELETE FROM flow WHERE at < ?"), edge),
             std::pair(QStringLiteral("DELETE FROM room WHERE minute < ?"), edge),
             std::pair(QStringLiteral("DELETE FROM sample_hour WHERE hour < ?"), hourOf(present - hoursKept))}) {
        if (const auto done = m_database.run(statement, {before}); !done)
            return tl::unexpected(done.error());
    }
    return transaction.commit();
}

} // namespace breakwater
