// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/batchlines.h"

#include "ui/weather/weatherwords.h"
#include "ui/words/batchwords.h"
#include "ui/words/offpeakwords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace breakwater::batchlines {

namespace {

struct Batchlines
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::batchlines)
};

bool anyIn(const Batch &batch, std::initializer_list<PartPhase> phases)
{
    return std::any_of(batch.parts.begin(), batch.parts.end(), [&phases](const BatchPart &part) { return std::find(phases.begin(), phases.end(), part.phase) != phases.end(); });
}

QDate dateOf(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).date();
}

std::optional<WallTime> readySince(const Batch &batch)
{
    std::optional<WallTime> last;
    for (const BatchPart &part : batch.parts) {
        if (part.endedAt)
            last = std::max(last.value_or(*part.endedAt), *part.endedAt);
    }
    return last;
}

} // namespace

QString counts(const Batch &batch, WallTime now)
{
    if (batch.counts.open == batch.counts.all())
        return batch.counts.open == 1 ? Batchlines::tr("1 turn") : Batchlines::tr("%1 turns").arg(batch.counts.open);
    const QString counts = batchwords::counts(batch.counts);
    const auto since = batch.isOver() ? readySince(batch) : std::nullopt;
    return since ? Batchlines::tr("%1, ready since %2").arg(counts, weatherwords::clockTime(*since, now)) : counts;
}

QString trouble(const Batch &batch)
{
    const auto troubled = std::find_if(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.fault && part.failures > 0; });
    return troubled != batch.parts.end() ? batchwords::reason(*troubled->fault) : QString();
}

QString standing(const Batch &batch, bool isUnderWay)
{
    if (!isUnderWay)
        return {};
    if (anyIn(batch, {PartPhase::Refused, PartPhase::Lost}))
        return Batchlines::tr("asks you");
    if (const QString words = trouble(batch); !words.isEmpty())
        return words;
    if (std::any_of(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.cancelWanted; }))
        return Batchlines::tr("being cancelled");
    if (anyIn(batch, {PartPhase::Fetching}))
        return Batchlines::tr("answers are coming");
    if (anyIn(batch, {PartPhase::Ready, PartPhase::Creating, PartPhase::Searching}))
        return Batchlines::tr("being sent");
    return underWay();
}

QString underWay()
{
    return Batchlines::tr("under way");
}

std::optional<WallTime> endOf(const Batch &batch)
{
    std::optional<WallTime> last;
    for (const BatchPart &part : batch.parts) {
        const bool known = part.expiresAt > WallTime {} && part.phase != PartPhase::Settled;
        if (known)
            last = std::max(last.value_or(part.expiresAt), part.expiresAt);
    }
    return last;
}

QString ends(const Batch &batch, WallTime now)
{
    const auto end = endOf(batch);
    if (!end)
        return {};
    return Batchlines::tr("ends by %1").arg(dateOf(*end) == dateOf(now) ? weatherwords::clockTime(*end, *end) : offpeakwords::dayAndTime(*end));
}

} // namespace breakwater::batchlines
