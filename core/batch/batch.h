// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/ids.h"
#include "core/base/usage.h"
#include "core/route/model.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace breakwater {

/// Where one row of a batch stands. A row leaves Open once, and never comes back but by `tries`.
enum class RowState {
    Open, ///< not asked yet, or asked and not answered
    Answered,
    Failed, ///< the provider's reason is kept
    NotSent, ///< cancelled or expired before anybody worked on it; it cost nothing
};

/// One request of a batch, as it is sent.
struct BatchRow
{
    qint64 number = 1; ///< in its batch, from 1
    QString label; ///< what a person knows it by: the first words of what was filled into its prompt, or of that
    QByteArray params; ///< the body of a Messages request, JSON, without `stream`
    friend bool operator==(const BatchRow &, const BatchRow &) = default;
};

/// What came of one row.
struct RowResult
{
    qint64 number = 1;
    RowState state = RowState::Answered;
    QString text = {}; ///< of the answer
    QString model = {}; ///< that answered
    Usage usage = {};
    std::optional<Fault> fault = {}; ///< with Failed: why
    QByteArray message = {}; ///< the provider's message as it came, JSON; with Answered
    std::optional<double> dollars = {}; ///< at half the price, as it is when the result is read; none: no price is known
    friend bool operator==(const RowResult &, const RowResult &) = default;
};

/// The life of a part at the provider.
enum class PartPhase {
    Ready, ///< on disk, not sent
    Creating, ///< the request left, or is about to; whether the provider has it is not known
    Searching, ///< its reply was lost: the provider's list is looked through before anything is created again
    UnderWay, ///< the provider has it, and works on it
    Cancelling,
    Fetching, ///< ended there; its results are read
    Settled, ///< each of its rows has ended
    Refused, ///< the provider did not take it: its rows are open, a person decides
    Lost, ///< the provider does not know it any more, or its results are gone: a person decides about the rows left
};

/// One Message Batch at the provider: some of the rows of a batch.
struct BatchPart
{
    int number = 1; ///< in its batch, from 1
    PartPhase phase = PartPhase::Ready;
    qint64 rows = 0; ///< how many
    QString remote; ///< the provider's id for it; empty until it is known
    std::vector<QString> candidates; ///< found in the list, which says little: `remote` is one that may be it. Empty: it is proved
    QString key; ///< the name of the key it was created with: no other sees it
    WallTime sentAt; ///< when it was last asked to be created
    int creates = 0; ///< times that it was asked to be created
    WallTime expiresAt; ///< as the provider said: 24 hours after its creation
    std::optional<WallTime> endedAt;
    QString results; ///< where they are read, as the provider said
    bool cancelWanted = false; ///< a person cancels it; told to the provider or not yet
    std::optional<Fault> fault; ///< why it waits, or was refused, or is lost
    std::optional<WallTime> nextLook; ///< when the provider is asked again
    int failures = 0; ///< in a row, of what is asked at present
    friend bool operator==(const BatchPart &, const BatchPart &) = default;
};

/// Rows by where they stand.
struct RowCounts
{
    qint64 open = 0;
    qint64 answered = 0;
    qint64 failed = 0;
    qint64 notSent = 0;
    [[nodiscard]] qint64 all() const { return open + answered + failed + notSent; }
    friend bool operator==(const RowCounts &, const RowCounts &) = default;
};

/// Requests that are in no hurry, sent together at half the price (Message Batches). A value without its rows: those
/// are on disk, and there may be a hundred thousand.
struct Batch
{
    BatchId id;
    QString title;
    RouteId route;
    WallTime createdAt;
    std::vector<BatchPart> parts;
    RowCounts counts;
    Usage usage; ///< of all answers so far
    std::optional<double> dollars; ///< of all answers so far; none: no price was known
    /// With a turn of a conversation sent as a batch of one: which. Empty for others.
    ConversationId conversation = {};
    TurnId turn = {};
    friend bool operator==(const Batch &, const Batch &) = default;

    [[nodiscard]] bool isOver() const { return counts.open == 0; }
};

/// The name of a row at the provider, and back; none for a name that is not of `batch`. `part` is in it: a row that is
/// asked again in another part has another name there, so that a late result of the first is not taken for the second's.
[[nodiscard]] QString customIdOf(const BatchId &batch, int part, qint64 row);
struct RowName
{
    int part = 1;
    qint64 row = 1;
    friend bool operator==(const RowName &, const RowName &) = default;
};
[[nodiscard]] std::optional<RowName> rowNamed(const QString &customId, const BatchId &batch);

} // namespace breakwater
