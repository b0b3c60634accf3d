// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace breakwater {

/// One server-sent event: its name (may be empty) and its data lines joined with a line feed. Bytes, not yet decoded.
struct SseEvent
{
    QByteArray name;
    QByteArray data;
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// Frames a byte stream into server-sent events (WHATWG HTML, 9.2.6): LF, CR or CRLF, a byte order mark, comments,
/// several data lines. Works on bytes, so that a character split between chunks stays whole.
///
/// An old llama.cpp writes `error: {...}` as a field of its own; it is passed on as an event named "error".
class SseFramer
{
public:
    /// An event larger than `most` bytes overflows: from then on nothing comes out.
    explicit SseFramer(qsizetype most = 16 * 1024 * 1024)
        : m_most(most)
    {
    }
    [[nodiscard]] std::vector<SseEvent> feed(QByteArrayView bytes);
    /// The end of the stream: an event whose last line has no end is still given out, as the official SDK does.
    [[nodiscard]] std::optional<SseEvent> finish();
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    void takeLine(QByteArrayView line, std::vector<SseEvent> &events);

    qsizetype m_most;
    QByteArray m_line; // the open line
    SseEvent m_event;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_started = false;
    bool m_overflowed = false;
};

} // namespace breakwater
