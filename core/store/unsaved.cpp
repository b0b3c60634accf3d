// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/unsaved.h"

#include "core/base/logging.h"
#include "core/store/archive.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr int mostTries = 5; // of a write that fails, but not because of the disk
constexpr std::size_t mostKept = 20'000; // measurements, in the end: they go first

} // namespace

bool isRefusal(const Fault &fault)
{
    constexpr int inputOutput = 10; // SQLITE_IOERR
    constexpr int primaryCode = 0xFF;
    return fault.kind == FaultKind::DiskFull || fault.kind == FaultKind::ReadOnly
        || (fault.kind == FaultKind::Store && (fault.code == QLatin1String("locked") || (fault.code.toInt() & primaryCode) == inputOutput));
}

QString Unsaved::partOf(const MessageId &answer, const char *part)
{
    return answer.text() + QLatin1Char('/') + QLatin1String(part);
}

void Unsaved::keep(const QString &thing, Write write)
{
    const auto known = thing.isEmpty() ? m_entries.end() : std::find_if(m_entries.begin(), m_entries.end(), [&thing](const Entry &each) { return each.thing == thing; });
    if (known != m_entries.end()) {
        known->write = std::move(write);
        return;
    }
    if (m_entries.size() >= mostKept) {
        const auto measured = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &each) { return each.thing.isEmpty(); });
        if (measured != m_entries.end())
            m_entries.erase(measured);
    }
    m_entries.push_back({thing, std::move(write), {}, 0});
}

void Unsaved::keepPiece(const MessageId &answer, const QString &text)
{
    const QString thing = partOf(answer, "piece");
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&thing](const Entry &each) { return each.thing == thing; });
    const QString whole = known != m_entries.end() ? known->piece + text : text;
    keep(thing, [answer, whole](Archive &archive) { return archive.appendPiece(answer, whole); });
    const auto kept = std::find_if(m_entries.begin(), m_entries.end(), [&thing](const Entry &each) { return each.thing == thing; });
    kept->piece = whole;
}

void Unsaved::dropParts(const MessageId &answer)
{
    const QString parts = answer.text() + QLatin1Char('/');
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(), [&parts](const Entry &each) { return each.thing.startsWith(parts); }), m_entries.end());
}

void Unsaved::drop(const QString &thing)
{
    m_entries.erase(std::remove_if(m_entries.begin(), m_entries.end(), [&thing](const Entry &each) { return each.thing == thing; }), m_entries.end());
}

Result<void> Unsaved::retry(Archive &archive, const std::function<Fault(const Fault &)> &judge)
{
    std::vector<Entry> failed;
    Result<void> result;
    std::size_t next = 0;
    for (; next < m_entries.size(); ++next) {
        Entry &entry = m_entries[next];
        const auto written = entry.write(archive);
        if (written)
            continue;
        if (const Fault fault = judge(written.error()); isRefusal(fault)) {
            result = tl::unexpected(fault);
            break;
        }
        if (++entry.tries < mostTries)
            failed.push_back(std::move(entry));
        else
            qCWarning(logStore).noquote() << "given up:" << entry.thing << written.error().detail;
    }
    m_entries.erase(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(next));
    m_entries.insert(m_entries.begin(), std::make_move_iterator(failed.begin()), std::make_move_iterator(failed.end()));
    return result;
}

} // namespace breakwater
