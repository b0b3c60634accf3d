// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace breakwater {

class Archive;

/// Whether the same write may succeed later: the disk was full, could not be written, or another program held the file.
[[nodiscard]] bool isRefusal(const Fault &fault);

/// Writes that the disk refused, in their order, until it takes them. A later write of the same thing takes the place of
/// the earlier one, so that what is kept is bounded by what is on screen. Belongs to one thread.
class Unsaved
{
public:
    using Write = std::function<Result<void>(Archive &)>;

    /// `thing` names what is written; an empty one is never replaced.
    void keep(const QString &thing, Write write);
    /// Text that was added to an answer: it is joined with what waits already.
    void keepPiece(const MessageId &answer, const QString &text);
    /// The answer is written whole: what waits of its parts is part of that.
    void dropParts(const MessageId &answer);
    /// What comes now says more than what waits of this thing.
    void drop(const QString &thing);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    /// Writes all of it in order, up to the first that is refused again, which is the fault. What fails otherwise does not
    /// hold up the rest, and is let go of after some times.
    /// `judge` may know a fault better than the write that met it.
    Result<void> retry(Archive &archive, const std::function<Fault(const Fault &)> &judge);

    [[nodiscard]] static QString partOf(const MessageId &answer, const char *part);

private:
    struct Entry
    {
        QString thing;
        Write write;
        QString piece; ///< with a piece of an answer
        int tries = 0;
    };
    std::vector<Entry> m_entries;
};

} // namespace breakwater
