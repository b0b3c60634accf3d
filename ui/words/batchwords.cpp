// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/batchwords.h"

#include "core/policy/verdict.h"
#include "ui/words/faultreason.h"
#include "ui/words/offpeakwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace breakwater::batchwords {

namespace {

struct Batchwords
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::batchwords)
};

constexpr auto resultsKept = std::chrono::days(29); // after the creation
constexpr auto nearTheEnd = std::chrono::hours(1); // what ended this close to it was ended by it

QString tr(const char *text)
{
    return Batchwords::tr(text);
}

QString figure(qint64 count)
{
    return QLocale().toString(count);
}

QDateTime onTheClock(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

QString dateOf(WallTime at)
{
    return QLocale().toString(onTheClock(at).date(), QStringLiteral("d MMM"));
}

/// "13:50", "Mon 13:50", "26 Nov": as exact as it matters.
QString past(WallTime at, WallTime now)
{
    const qint64 days = onTheClock(at).date().daysTo(onTheClock(now).date());
    if (days == 0)
        return onTheClock(at).toString(QStringLiteral("HH:mm"));
    return days > 0 && days < 7 ? offpeakwords::dayAndTime(at) : dateOf(at);
}

QString providerOr(const QString &provider)
{
    return provider.isEmpty() ? tr("The provider") : provider;
}

bool isSettled(const BatchPart &part)
{
    return part.phase == PartPhase::Settled;
}

bool waitsForPerson(const BatchPart &part)
{
    return part.phase == PartPhase::Refused || part.phase == PartPhase::Lost;
}

std::vector<const BatchPart *> partsIn(const Batch &batch, PartPhase phase)
{
    std::vector<const BatchPart *> parts;
    for (const BatchPart &each : batch.parts) {
        if (each.phase == phase)
            parts.push_back(&each);
    }
    return parts;
}

/// "this batch"; of several parts "part 2 of 12", "3 of 12 parts".
QString which(const Batch &batch, const std::vector<const BatchPart *> &parts)
{
    if (batch.parts.size() == 1)
        return tr("this batch");
    const QString all = figure(static_cast<qint64>(batch.parts.size()));
    if (parts.size() == 1)
        return tr("part %1 of %2").arg(figure(parts.front()->number), all);
    return tr("%1 of %2 parts").arg(figure(static_cast<qint64>(parts.size())), all);
}

QString withStatus(const QString &words, const Fault &fault)
{
    return fault.status ? QStringLiteral("%1 (%2).").arg(words, QString::number(*fault.status)) : QString(words + QLatin1Char('.'));
}

/// It is the key or the bill, whatever was asked.
bool isOfTheAccount(FaultKind kind)
{
    constexpr std::array kinds {FaultKind::Auth, FaultKind::Billing, FaultKind::QuotaHard, FaultKind::Forbidden, FaultKind::Legal};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The provider's own words as a sentence.
QString said(const Fault &fault, const QString &provider)
{
    constexpr qsizetype most = 300;
    QString words = fault.detail.simplified();
    if (words.size() > most)
        words = words.left(most - 1).trimmed() + QChar(0x2026);
    if (!words.isEmpty() && !QStringLiteral(".!?\u2026").contains(words.back()))
        words += QLatin1Char('.');
    return words.isEmpty() ? QString() : tr("%1 says: %2").arg(provider, words);
}

QString joined(const QStringList &sentences)
{
    QStringList all = sentences;
    all.removeAll({});
    return all.join(QLatin1Char(' '));
}

QString withoutAnswer(qint64 count)
{
    return count == 1 ? tr("1 turn has no answer. It cost nothing.") : tr("%1 turns have no answer. They cost nothing.").arg(figure(count));
}

bool wasCancelled(const Batch &batch)
{
    return std::any_of(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.cancelWanted; });
}

bool ranOut(const Batch &batch)
{
    return std::any_of(batch.parts.begin(), batch.parts.end(),
        [](const BatchPart &part) { return part.endedAt && part.expiresAt > WallTime() && *part.endedAt + nearTheEnd >= part.expiresAt; });
}

} // namespace

QString state(RowState state)
{
    switch (state) {
    case RowState::Open:
        return tr("Under way");
    case RowState::Answered:
        return tr("Answered");
    case RowState::Failed:
        return tr("Failed");
    case RowState::NotSent:
        return tr("Not sent");
    }
    return {};
}

QString counts(const RowCounts &counts)
{
    QStringList parts;
    if (counts.answered > 0)
        parts.append(tr("%1 answered").arg(figure(counts.answered)));
    if (counts.failed > 0)
        parts.append(tr("%1 failed").arg(figure(counts.failed)));
    if (counts.notSent > 0)
        parts.append(tr("%1 not sent").arg(figure(counts.notSent)));
    if (counts.open > 0)
        parts.append(tr("%1 under way").arg(figure(counts.open)));
    return parts.join(QStringLiteral(", "));
}

QString reason(const Fault &fault)
{
    return faultReason(fault);
}

QString side(const Fault &fault)
{
    switch (verdictOn(fault).blame) {
    case Blame::You:
    case Blame::YourLimit:
        return tr("yours");
    case Blame::Provider:
        return tr("theirs");
    case Blame::Network:
    case Blame::Nobody:
        break;
    }
    return {};
}

QString phase(PartPhase phase, const QString &provider)
{
    const QString name = providerOr(provider);
    switch (phase) {
    case PartPhase::Ready:
        return tr("It is not sent yet.");
    case PartPhase::Creating:
        return tr("It is being sent.");
    case PartPhase::Searching:
        return tr("Whether %1 has it is not known yet. It is looked for there before it is sent again.").arg(name);
    case PartPhase::UnderWay:
        return tr("%1 works on it, and tells how far it is only at the end.").arg(name);
    case PartPhase::Cancelling:
        return tr("It is being cancelled. Answers that are there already still come.");
    case PartPhase::Fetching:
        return tr("%1 is done with it. Its answers are being read.").arg(name);
    case PartPhase::Settled:
        return tr("All that came of it is here.");
    case PartPhase::Refused:
        return tr("%1 did not take it. You decide what becomes of it.").arg(name);
    case PartPhase::Lost:
        return tr("%1 does not have it any more. You decide what becomes of it.").arg(name);
    }
    return {};
}

QString progress(const Batch &batch, const QString &provider)
{
    constexpr std::array byNeed {PartPhase::Refused, PartPhase::Lost, PartPhase::Fetching, PartPhase::Searching, PartPhase::Creating, PartPhase::Cancelling, PartPhase::UnderWay, PartPhase::Ready,
        PartPhase::Settled};
    for (const PartPhase each : byNeed) {
        const auto parts = partsIn(batch, each);
        if (parts.empty())
            continue;
        const QString words = phase(each, provider);
        if (parts.size() == batch.parts.size())
            return words;
        const QString all = figure(static_cast<qint64>(batch.parts.size()));
        return parts.size() == 1 ? tr("Part %1 of %2: %3").arg(figure(parts.front()->number), all, words) : tr("%1 of %2 parts: %3").arg(figure(static_cast<qint64>(parts.size())), all, words);
    }
    return {};
}

QString when(const Batch &batch, WallTime now)
{
    std::optional<WallTime> sent;
    std::optional<WallTime> ready;
    std::optional<WallTime> ends;
    for (const BatchPart &each : batch.parts) {
        if (each.creates > 0)
            sent = std::min(sent.value_or(each.sentAt), each.sentAt);
        if (each.endedAt)
            ready = std::max(ready.value_or(*each.endedAt), *each.endedAt);
        if (!isSettled(each) && !waitsForPerson(each) && each.expiresAt > WallTime())
            ends = std::max(ends.value_or(each.expiresAt), each.expiresAt);
    }
    if (!sent)
        return tr("not sent yet");
    const QString first = tr("sent %1").arg(past(*sent, now));
    const bool over = std::all_of(batch.parts.begin(), batch.parts.end(), isSettled);
    if (over && ready)
        return tr("%1, ready since %2").arg(first, past(*ready, now));
    return !over && ends ? tr("%1, ends by %2").arg(first, offpeakwords::dayAndTime(*ends)) : first;
}

QString nextLook(const Batch &batch, WallTime now)
{
    std::optional<WallTime> next;
    for (const BatchPart &each : batch.parts) {
        if (each.nextLook && !isSettled(each))
            next = std::min(next.value_or(*each.nextLook), *each.nextLook);
    }
    if (!next || *next <= now)
        return {};
    const Duration left = *next - now;
    return tr("next look in %1").arg(left < std::chrono::hours(1) ? clockSpan(left) : timeLeft(left));
}

QString trouble(const Batch &batch, const FaultContext &context)
{
    const auto found = std::find_if(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.fault && !isSettled(part) && !waitsForPerson(part); });
    return found == batch.parts.end() ? QString() : wordsFor(*found->fault, context).title;
}

QString untilGone(const Batch &batch, WallTime now)
{
    std::optional<WallTime> first;
    for (const BatchPart &each : batch.parts) {
        const bool isThere = !each.remote.isEmpty() && !isSettled(each) && !(each.fault && each.fault->status == 410);
        const bool late = each.expiresAt > WallTime() && now > each.expiresAt;
        if (isThere && (late || each.fault || each.phase == PartPhase::Fetching))
            first = std::min(first.value_or(each.sentAt + resultsKept), each.sentAt + resultsKept);
    }
    if (!first)
        return {};
    return now < *first ? tr("Its results can be read until %1").arg(dateOf(*first)) : tr("Its results could be read until %1").arg(dateOf(*first));
}

std::optional<Words> refused(const Batch &batch, const FaultContext &context)
{
    const auto parts = partsIn(batch, PartPhase::Refused);
    if (parts.empty())
        return std::nullopt;
    const Fault fault = parts.front()->fault.value_or(Fault {});
    const QString provider = providerOr(context.provider);
    if (isOfTheAccount(fault.kind)) {
        const Words words = wordsFor(fault, context);
        return Words {words.title, joined({said(fault, provider), words.sentence})};
    }
    return Words {withStatus(tr("%1 did not take %2").arg(provider, which(batch, parts)), fault), joined({said(fault, provider), tr("Nothing of it was paid.")})};
}

std::optional<Words> lost(const Batch &batch, const FaultContext &context)
{
    const auto parts = partsIn(batch, PartPhase::Lost);
    if (parts.empty())
        return std::nullopt;
    const Fault fault = parts.front()->fault.value_or(Fault {});
    const QString provider = providerOr(context.provider);
    const QString twice = tr("What is sent again may be paid twice.");
    if (fault.status == 410)
        return Words {tr("The results of %1 are gone.").arg(which(batch, parts)), joined({tr("%1 keeps them for 29 days.").arg(provider), twice})};
    if (fault.kind == FaultKind::Protocol)
        return Words {tr("%1 has no results of %2.").arg(provider, which(batch, parts)), twice};
    return Words {withStatus(tr("%1 does not know %2 any more").arg(provider, which(batch, parts)), fault),
        joined({tr("It was deleted elsewhere, or this key is of another workspace."), twice})};
}

std::optional<Words> ended(const Batch &batch)
{
    const RowCounts &counts = batch.counts;
    if (counts.open > 0 || (counts.failed == 0 && counts.notSent == 0))
        return std::nullopt;
    if (counts.failed == 0) {
        const QString title = wasCancelled(batch) ? tr("This batch was cancelled.") : ranOut(batch) ? tr("This batch ended after 24 hours.") : tr("This batch ended before all of it was answered.");
        return Words {title, withoutAnswer(counts.notSent)};
    }
    const QString title = counts.all() == 1 ? tr("The turn failed.") : counts.failed == counts.all() ? tr("All %1 turns failed.").arg(figure(counts.failed)) : tr("%1 of %2 turns failed.").arg(figure(counts.failed), figure(counts.all()));
    return Words {title, joined({counts.answered > 0 ? tr("The other answers are ready.") : QString(), counts.notSent > 0 ? withoutAnswer(counts.notSent) : QString()})};
}

QString retry(const RowCounts &counts)
{
    return counts.failed > 0 ? tr("Retry %1").arg(figure(counts.failed)) : QString();
}

QString sendAgain(const RowCounts &counts)
{
    return counts.notSent > 0 ? tr("Send %1 again").arg(figure(counts.notSent)) : QString();
}

Words cancelQuestion()
{
    return {tr("Cancel this batch?"), tr("Rows that are answered already are kept and paid; the others end without an answer and cost nothing.")};
}

Words deleteQuestion(const RowCounts &counts)
{
    const QString sentence = counts.answered == 0 ? tr("It has no answers.") : counts.answered == 1 ? tr("Its answer goes with it.") : tr("Its %1 answers go with it.").arg(figure(counts.answered));
    return {tr("Delete this batch?"), joined({sentence, tr("Conversations that were made of it stay.")})};
}

} // namespace breakwater::batchwords
