// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/batch/batch.h"
#include "core/batch/batchwire.h"

#include <functional>
#include <variant>
#include <vector>

namespace breakwater {

/// What is asked about a part at present: never more than one thing.
enum class PartVerb { Create, List, Retrieve, Cancel, Fetch, Close };

/// A part, and of the work on it what need not outlive the program.
struct PartCourse
{
    BatchPart part;
    std::optional<PartVerb> asking = {};
    // The search for a batch whose creation was not answered
    std::vector<RemoteBatch> matches = {}; ///< of the look under way
    int pages = 0;
    std::optional<Instant> lookedAt = {}; ///< when the newest look began; none: before the program was started
    std::optional<Instant> vainSince = {}; ///< since when no look found anything
    std::vector<QString> disproved = {}; ///< ids that looked like it and are not
    std::vector<QString> gone = {}; ///< candidates that nobody can look into any more
    // The reading of results
    qint64 due = 0; ///< lines, by the provider's counts
    qint64 ours = 0; ///< rows of this part that the present reading named
    qint64 unknown = 0; ///< lines that name something else
    int shortReads = 0; ///< readings that ended well and had too few lines
};

/// What can happen to a part. An answer belongs to what is asked; without one it is late, and changes nothing.
namespace partevent {
struct Start { }; ///< its turn has come
struct Resumed { }; ///< the program was started, and found it on disk
struct Created
{
    RemoteBatch remote;
};
struct Polled ///< the answer to Retrieve and Cancel
{
    RemoteBatch remote;
};
struct Listed
{
    RemotePage page;
    Duration ahead {}; ///< by which our clock is ahead of the provider's
};
struct Read ///< results were read and are being written down
{
    qint64 ours = 0; ///< further rows, each counted once
    qint64 unknown = 0;
};
struct ReadWhole { }; ///< the results ended well, and all are written down
struct Closed { }; ///< no row is open any more; written down
struct Faulted
{
    Fault fault;
};
struct NotLeft ///< nothing was asked: no key, or a disk that fails
{
    Fault fault;
};
struct Rang { }; ///< the wait is over
struct LookNow { }; ///< a person asks, or a key has come
struct NetworkReturned { };
struct Cancel { };
struct CreateAnew { }; ///< a person, of a part that was refused or lost
struct GiveUp { }; ///< the other choice
} // namespace partevent

using PartEvent = std::variant<partevent::Start, partevent::Resumed, partevent::Created, partevent::Polled, partevent::Listed, partevent::Read, partevent::ReadWhole,
    partevent::Closed, partevent::Faulted, partevent::NotLeft, partevent::Rang, partevent::LookNow, partevent::NetworkReturned, partevent::Cancel, partevent::CreateAnew,
    partevent::GiveUp>;

/// What is to be done, in this order.
namespace parteffect {
struct Save { }; ///< the part changed
struct Create { }; ///< only once the part is durable as it is now: Creating
struct List
{
    QString after;
};
struct Retrieve { };
struct Cancel { };
struct Fetch { }; ///< from the beginning
struct Abort { }; ///< the request under way
struct SetAlarm
{
    Duration in {};
};
struct Close { }; ///< the rows without a result end NotSent
} // namespace parteffect

using PartEffect = std::variant<parteffect::Save, parteffect::Create, parteffect::List, parteffect::Retrieve, parteffect::Cancel, parteffect::Fetch, parteffect::Abort,
    parteffect::SetAlarm, parteffect::Close>;

/// What a step may read besides the part.
struct PartSurroundings
{
    Jitter &jitter;
    Instant now;
    WallTime wall;
    QString key; ///< the name of the key that it would be created with
    Duration held = {}; ///< so long the provider's gates let nothing through
    Duration retryHeld = {}; ///< so long the retry budget does not allow another creation
    /// This id belongs for certain to another part or batch of ours.
    std::function<bool(const QString &remote)> isAnothers = {};
};

/// The part as it is once each of its rows has ended.
[[nodiscard]] BatchPart settled(BatchPart part);

/// The one place where the course of a part is decided: pure but for `course` and `around`.
///
/// The provider has no key by which a second creation would be known as the first, so a creation that may have been
/// taken is looked for in its list, twice with minutes between, before it is asked for again. The list names no
/// requests: what was created in that time with as many is followed, and its results tell by their names whether it is
/// ours. Trouble that passes never ends a part; what a person has to decide waits for them.
[[nodiscard]] std::vector<PartEffect> step(PartCourse &course, const PartEvent &event, const PartSurroundings &around);

} // namespace breakwater
