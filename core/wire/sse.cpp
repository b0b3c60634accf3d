// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/sse.h"

#include <algorithm>

namespace breakwater {

std::vector<SseEvent> SseFramer::feed(QByteArrayView bytes)
{
    std::vector<SseEvent> events;
    while (!bytes.isEmpty() && !m_overflowed) {
        if (m_afterCr) {
            m_afterCr = false;
            if (bytes.front() == '\n') {
                bytes = bytes.sliced(1);
                continue;
            }
        }
        const auto end = std::find_if(bytes.begin(), bytes.end(), [](char each) { return each == '\n' || each == '\r'; });
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length + m_event.data.size() > m_most) {
            m_overflowed = true;
            break;
        }
        if (end == bytes.end()) {
            m_line.append(bytes);
            break;
        }
        if (m_line.isEmpty()) {
            takeLine(bytes.first(length), events);
        } else {
            m_line.append(bytes.first(length));
            takeLine(m_line, events);
            m_line.clear();
        }
        m_afterCr = *end == '\r';
        bytes = bytes.sliced(length + 1);
    }
    return events;
}

void SseFramer::takeLine(QByteArrayView line, std::vector<SseEvent> &events)
{
    if (!m_started) {
        m_started = true;
        if (line.startsWith("\xEF\xBB\xBF"))
            line = line.sliced(3);
    }
    if (line.isEmpty()) {
        if (m_hasData)
            events.push_back(std::exchange(m_event, {}));
        m_event = {};
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment: life, but no news
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_event.name = value.toByteArray();
    } else if (field == "data" || field == "error") {
        if (field == "error")
            m_event.name = QByteArrayLiteral("error");
        if (m_hasData)
            m_event.data.append('\n');
        m_event.data.append(value);
        m_hasData = true;
    }
}

std::optional<SseEvent> SseFramer::finish()
{
    std::vector<SseEvent> events;
    if (m_overflowed)
        return std::nullopt;
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}), events);
    takeLine({}, events);
    return events.empty() ? std::nullopt : std::optional(std::move(events.front()));
}

} // namespace breakwater
