// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/faultwords.h"

#include "core/route/batchroutes.h"
#include "ui/words/offpeakwords.h"
#include "ui/words/storewords.h"
#include "ui/words/tlswords.h"

#include <QUrl>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace breakwater {

namespace {

struct FaultWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::FaultWords)
};

/// A message of the provider as a sentence: no line breaks, bounded, with a full stop.
QString asSentence(const QString &detail)
{
    QString text = detail.simplified();
    constexpr qsizetype most = 200;
    if (text.size() > most)
        text = text.left(most - 1).trimmed() + QChar(0x2026);
    else if (!text.isEmpty() && !QStringLiteral(".!?").contains(text.back()))
        text += QLatin1Char('.');
    return text;
}

QString withDetail(const QString &detail, const QString &sentence)
{
    const QString said = asSentence(detail);
    return said.isEmpty() ? sentence : said + QLatin1Char(' ') + sentence;
}

/// "<title> Trying again in 4 s." while a try is due.
QString tryingAgain(const QString &title, const FaultContext &context)
{
    return context.left ? title + QLatin1Char(' ') + FaultWordsSaying::tr("Trying again in %1.").arg(timeLeft(*context.left)) : title;
}

QString brokeOff(qsizetype words)
{
    if (words == 0)
        return FaultWordsSaying::tr("The answer broke off.");
    return words == 1 ? FaultWordsSaying::tr("The answer broke off after one word.") : FaultWordsSaying::tr("The answer broke off after %1 words.").arg(words);
}

/// "1 December 2026", where the reader is.
QString dayOf(WallTime when)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(when.time_since_epoch().count()).date(), QStringLiteral("d MMMM yyyy"));
}

QString errorCode(const Fault &fault, int usual)
{
    return QString::number(fault.status.value_or(usual));
}

constexpr Duration longLimit = std::chrono::minutes(2);

Words ownLimitWords(const FaultContext &context, const QString &provider)
{
    if (context.left && *context.left > longLimit) {
        return {FaultWordsSaying::tr("You reached your own limit (429)."),
            FaultWordsSaying::tr("It frees up in %1. Breakwater sends this turn then.").arg(timeLeft(*context.left))};
    }
    const QString title = FaultWordsSaying::tr("Your own limit is used up.");
    return {context.left ? title + QLatin1Char(' ') + FaultWordsSaying::tr("Going on in %1.").arg(timeLeft(*context.left)) : title,
        FaultWordsSaying::tr("Error 429: the limit of your key, not of %1. %1 is fine.").arg(provider)};
}

/// "Sonnet 4.5" of "Claude Sonnet 4.5": the maker goes without saying beside its provider.
QString withoutMaker(const QString &name)
{
    static const QString maker = QStringLiteral("Claude ");
    return name.startsWith(maker) ? name.mid(maker.size()) : name;
}

/// "Haiku" of "Haiku 4.5", for a button.
QString withoutVersion(const QString &name)
{
    static const QRegularExpression version(QStringLiteral("\\s+\\d[\\d.]*$"));
    QString bare = name;
    return bare.remove(version);
}

QString ordinal(int number)
{
    switch (number) {
    case 1:
        return FaultWordsSaying::tr("first");
    case 2:
        return FaultWordsSaying::tr("second");
    case 3:
        return FaultWordsSaying::tr("third");
    case 4:
        return FaultWordsSaying::tr("fourth");
    case 5:
        return FaultWordsSaying::tr("fifth");
    case 6:
        return FaultWordsSaying::tr("sixth");
    case 7:
        return FaultWordsSaying::tr("seventh");
    case 8:
        return FaultWordsSaying::tr("eighth");
    }
    return FaultWordsSaying::tr("%1th", "after the eighth: a number in its order, up to 20").arg(number);
}

/// The move that brought the turn to its present route, as noted after an earlier attempt.
std::optional<Decision> moveTo(const RouteId &route, const Attempt &before)
{
    for (const std::optional<Decision> &decision : {before.afterwards, before.decision}) {
        if (decision && decision->action == Action::MoveOn && decision->to == route)
            return decision;
    }
    return std::nullopt;
}

/// The last failure on the route that the turn waits for; other routes may have failed since. Null without one.
const Fault *faultHere(const TurnState &turn)
{
    const ChainStep *step = turn.currentStep();
    if (step == nullptr || turn.attempts.empty())
        return turn.fault ? &*turn.fault : nullptr;
    const auto from = turn.attempts.rend() - static_cast<std::ptrdiff_t>(std::min(turn.roundFrom, turn.attempts.size()));
    const auto failed = std::find_if(turn.attempts.rbegin(), from, [step](const Attempt &each) { return each.route == step->route && each.fault; });
    return failed == from ? nullptr : &*failed->fault;
}

/// A limit that is known from what answers said, before the server had to refuse: a hint without a random part.
bool isHeldBack(const TurnState &turn)
{
    const bool hinted = turn.decision && turn.decision->reason == Reason::ServerHint && turn.decision->delay && turn.decision->delay->random == Duration::zero();
    const Fault *fault = faultHere(turn);
    return turn.phase == TurnPhase::Waiting && hinted && (fault == nullptr || fault->kind != FaultKind::RateLimited);
}

/// What the card says while nothing is under way.
Words waitingWords(const TurnState &turn, const RouteTable &routes, const FaultContext &context)
{
    const Reason reason = turn.decision ? turn.decision->reason : Reason::Backoff;
    const QString provider = context.provider.isEmpty() ? FaultWordsSaying::tr("The provider") : context.provider;
    const QString left = context.left ? timeLeft(*context.left) : QString();
    const auto with = [&left](const QString &title, const QString &what) { return left.isEmpty() ? title : title + QLatin1Char(' ') + what.arg(left); };
    const QString behind = turn.fault ? wordsFor(*turn.fault, contextOfFault(turn, routes)).sentence : FaultWordsSaying::tr("Your text is kept.");

    if (reason == Reason::Crowded) {
        return {with(FaultWordsSaying::tr("%1 takes no more turns at once for now.").arg(provider), FaultWordsSaying::tr("Looking again in %1.")),
            FaultWordsSaying::tr("Turns before this one are under way there. This one goes when there is room.")};
    }
    if (reason == Reason::AllRoutesPaused) {
        const QString title = turn.chain.steps.size() == 1 ? FaultWordsSaying::tr("%1 is paused.").arg(context.model) : FaultWordsSaying::tr("Every route is paused.");
        return {with(title, FaultWordsSaying::tr("The next test is in %1.")), behind};
    }
    if (reason == Reason::BudgetEmpty)
        return {with(FaultWordsSaying::tr("Enough retries for now."), FaultWordsSaying::tr("The budget refills in %1.")), behind};
    if (isHeldBack(turn)) {
        return {with(FaultWordsSaying::tr("Your own limit is used up."), FaultWordsSaying::tr("Going on in %1.")),
            FaultWordsSaying::tr("Breakwater holds this turn back until there is room. %1 is fine.").arg(provider)};
    }
    if (const Fault *fault = faultHere(turn))
        return wordsFor(*fault, context);
    const auto move = turn.attempts.empty() || turn.currentStep() == nullptr ? std::nullopt : moveTo(turn.currentStep()->route, turn.attempts.back());
    if (move)
        return {with(FaultWordsSaying::tr("Moved to %1.").arg(context.model), FaultWordsSaying::tr("Going on in %1.")), reasonSentence(*move, routes)};
    return {with(FaultWordsSaying::tr("%1 waits.").arg(context.model), FaultWordsSaying::tr("Trying again in %1.")), behind};
}

/// What the card says while an attempt is under way.
Words tryingWords(const TurnState &turn, const RouteTable &routes, const FaultContext &context)
{
    if (turn.attempts.size() > 1) {
        const Attempt &before = turn.attempts[turn.attempts.size() - 2];
        const std::optional<Decision> move = moveTo(turn.attempts.back().route, before);
        if (move && before.route != turn.attempts.back().route)
            return {move->reason == Reason::Sooner ? FaultWordsSaying::tr("Back to %1.").arg(context.model) : FaultWordsSaying::tr("Moved to %1.").arg(context.model), reasonSentence(*move, routes)};
    }
    if (turn.decision && turn.decision->reason == Reason::StartedOver)
        return {FaultWordsSaying::tr("The answer broke off. Asking anew."), FaultWordsSaying::tr("It had only begun. What came of it is kept above.")};
    return {FaultWordsSaying::tr("Trying %1 now.").arg(context.model), turn.fault ? wordsFor(*turn.fault, contextOfFault(turn, routes)).sentence : QString()};
}

/// What the card says of a turn that is put by until a person decides.
Words askingWords(const TurnState &turn)
{
    if (turn.overtaken)
        return {FaultWordsSaying::tr("Is this turn still wanted?"), FaultWordsSaying::tr("Its conversation went on without it. Send it now, or cancel it.")};
    return {FaultWordsSaying::tr("Is this turn still wanted?"), FaultWordsSaying::tr("It has waited for %1 or longer. Send it now, or cancel it.").arg(timeLeft(turn.policy.patience.askAfter))};
}

/// The same of a turn that was sent off-peak; none for others, and once it is like others.
std::optional<Words> offPeakWords(const TurnState &turn)
{
    if (!turn.offPeak || !turn.decision)
        return std::nullopt;
    const QString start = offpeakwords::dayAndTime(turn.offPeak->start);
    const QString end = offpeakwords::dayAndTime(turn.offPeak->stretch.until);
    if (turn.decision->reason == Reason::OffPeak)
        return Words {FaultWordsSaying::tr("This turn goes off-peak."), FaultWordsSaying::tr("It goes %1, or as soon after as it can.").arg(start)};
    if (turn.decision->reason == Reason::RoughWeather)
        return Words {FaultWordsSaying::tr("This turn waits for calm weather."), FaultWordsSaying::tr("Its off-peak hours are on until %1. It is in no hurry, so it stays out of this.").arg(end)};
    if (turn.decision->reason == Reason::HoursMissed)
        return Words {FaultWordsSaying::tr("Its off-peak hours passed without this turn."), FaultWordsSaying::tr("They were over at %1. Send it now, or cancel it.").arg(end)};
    if (turn.decision->reason == Reason::NoHours)
        return Words {FaultWordsSaying::tr("Off-peak has no hours any more."), FaultWordsSaying::tr("Set some in Preferences, Outbox and batches, or send this turn now.")};
    return std::nullopt;
}

/// The same of a turn that was sent as a batch.
std::optional<Words> batchedWords(const TurnState &turn)
{
    if (turn.isInBatch() && turn.batch->leaves)
        return Words {FaultWordsSaying::tr("This turn leaves its batch."), FaultWordsSaying::tr("It goes once the batch has let go of it. If it is answered by then, the answer comes here.")};
    if (turn.isInBatch())
        return Words {FaultWordsSaying::tr("This turn is sent as a batch."), FaultWordsSaying::tr("The answer comes here within 24 hours, at half the price.")};
    if (turn.decision && turn.decision->reason == Reason::BatchEnded)
        return Words {FaultWordsSaying::tr("Its batch ended without an answer."), FaultWordsSaying::tr("Send this turn now, or cancel it.")};
    if (turn.decision && turn.decision->reason == Reason::NoBatch)
        return Words {FaultWordsSaying::tr("No model of this chain takes batches."), FaultWordsSaying::tr("Send this turn now, or off-peak.")};
    return std::nullopt;
}

/// Nothing is followed: the key, and the turn, would go along.
QString redirectSentence(const QString &target)
{
    if (target.isEmpty())
        return FaultWordsSaying::tr("Breakwater does not follow, because your key would go along. Check the provider’s address.");
    return FaultWordsSaying::tr("It points to %1. Breakwater does not follow, because your key would go along. If that is right, set this address.").arg(target);
}

} // namespace

Words wordsFor(const Fault &fault, const FaultContext &context)
{
    const QString provider = context.provider.isEmpty() ? FaultWordsSaying::tr("The provider") : context.provider;
    const QString model = context.model.isEmpty() ? FaultWordsSaying::tr("the model") : context.model;
    const QString host = fault.host.isEmpty() ? provider : fault.host;
    const QString kept = FaultWordsSaying::tr("Your text is kept.");

    switch (fault.kind) {
    case FaultKind::BadRequest:
        return {FaultWordsSaying::tr("%1 could not accept this turn (%2).").arg(provider, errorCode(fault, 400)), withDetail(fault.detail, FaultWordsSaying::tr("Trying again would not help."))};
    case FaultKind::TooLarge:
        if (!fault.status && fault.type.isEmpty()) // nobody refused it: it was not sent
            return {FaultWordsSaying::tr("This turn is more than your limit on %1 allows.").arg(provider), withDetail(fault.detail, FaultWordsSaying::tr("A shorter turn or another route fits. Nothing was sent."))};
        if (isTooLong(fault))
            return {FaultWordsSaying::tr("This conversation is too long for %1 (%2).").arg(model, errorCode(fault, 400)), FaultWordsSaying::tr("A shorter turn or a new conversation fits. Nothing is lost.")};
        return {FaultWordsSaying::tr("This turn is too large to send (413)."), withDetail(fault.detail, FaultWordsSaying::tr("With fewer or smaller attachments it fits."))};
    case FaultKind::Capability:
        return {FaultWordsSaying::tr("%1 cannot do what this turn asks (%2).").arg(model, errorCode(fault, 400)), withDetail(fault.detail, FaultWordsSaying::tr("Another model may."))};
    case FaultKind::HistoryBound:
        return {FaultWordsSaying::tr("%1 does not take the thinking of an earlier answer (%2).").arg(model, errorCode(fault, 400)),
            FaultWordsSaying::tr("It belongs to another conversation or model. Breakwater sends the turn once without it.")};
    case FaultKind::NoModel:
        return {FaultWordsSaying::tr("%1 does not know the model %2 (404).").arg(provider, model), FaultWordsSaying::tr("It may have been renamed or withdrawn.")};
    case FaultKind::Auth:
        if (!fault.status && fault.type.isEmpty()) // nobody refused it: there was none to send
            return {FaultWordsSaying::tr("There is no key for %1.").arg(provider), FaultWordsSaying::tr("Nothing was sent. Your text is kept.")};
        return {FaultWordsSaying::tr("%1 refused the key (401).").arg(provider), FaultWordsSaying::tr("It may be mistyped or withdrawn. Your text is kept.")};
    case FaultKind::Billing:
        return {FaultWordsSaying::tr("Your %1 credit is used up.").arg(provider), FaultWordsSaying::tr("Waiting does not help. Add credit, or use another route.")};
    case FaultKind::QuotaHard:
        if (fault.returnsAt)
            return {FaultWordsSaying::tr("Your %1 limit for this month is used up.").arg(provider),
                FaultWordsSaying::tr("It is granted anew on %1. Raise it, or use another route.").arg(dayOf(*fault.returnsAt))};
        return {FaultWordsSaying::tr("Your %1 credit is used up.").arg(provider), FaultWordsSaying::tr("Waiting does not help. Add credit, or use another route.")};
    case FaultKind::Forbidden:
        return {FaultWordsSaying::tr("This key may not use %1 (403).").arg(model), FaultWordsSaying::tr("Another model or another key can.")};
    case FaultKind::Legal:
        return {FaultWordsSaying::tr("%1 may not answer here (%2).").arg(provider, errorCode(fault, 451)), FaultWordsSaying::tr("The law where you are forbids it. Another provider may answer.")};
    case FaultKind::RateLimited:
        return ownLimitWords(context, provider);
    case FaultKind::Overloaded:
        return {tryingAgain(FaultWordsSaying::tr("%1 is overloaded.").arg(provider), context),
            FaultWordsSaying::tr("Error %1, on %2’s side: the servers are full. Your limits are fine.").arg(errorCode(fault, 529), provider)};
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
        return {tryingAgain(FaultWordsSaying::tr("%1 had a server error.").arg(provider), context),
            FaultWordsSaying::tr("Error %1, on %2’s side. Your text is kept.").arg(errorCode(fault, fault.kind == FaultKind::Transient ? 500 : 502), provider)};
    case FaultKind::TimeoutServer:
        return {tryingAgain(FaultWordsSaying::tr("%1 did not answer in time.").arg(provider), context),
            FaultWordsSaying::tr("Error %1, on %2’s side. Your text is kept.").arg(errorCode(fault, 504), provider)};
    case FaultKind::Conflict:
        return {tryingAgain(FaultWordsSaying::tr("%1 was busy with this turn.").arg(provider), context),
            FaultWordsSaying::tr("Error %1, on %2’s side. Your text is kept.").arg(errorCode(fault, 409), provider)};
    case FaultKind::TooEarly:
        return {tryingAgain(FaultWordsSaying::tr("%1 did not take this turn yet.").arg(provider), context),
            FaultWordsSaying::tr("Error %1, from %2 or a gateway before it. Your text is kept.").arg(errorCode(fault, 425), provider)};
    case FaultKind::Unknown:
        return {tryingAgain(FaultWordsSaying::tr("%1 failed in a way Breakwater does not know.").arg(provider), context),
            fault.status ? FaultWordsSaying::tr("Error %1, on %2’s side. Your text is kept.").arg(errorCode(fault, 500), provider) : withDetail(fault.detail, kept)};
    case FaultKind::Offline:
        return {FaultWordsSaying::tr("You are offline."), FaultWordsSaying::tr("This turn is in the outbox and goes when the connection is back.")};
    case FaultKind::Connect:
        if (fault.waited)
            return {tryingAgain(FaultWordsSaying::tr("%1 took no connection in time.").arg(host), context), FaultWordsSaying::tr("Network: nobody answered there within %1. Nothing was sent.").arg(shortSpan(*fault.waited))};
        [[fallthrough]];
    case FaultKind::Ambiguous:
        return {tryingAgain(FaultWordsSaying::tr("The connection dropped."), context), FaultWordsSaying::tr("Network: nothing came back from %1.").arg(host)};
    case FaultKind::NotProcessed:
        return {tryingAgain(FaultWordsSaying::tr("The connection dropped."), context), FaultWordsSaying::tr("Network: %1 closed it before it took the turn.").arg(host)};
    case FaultKind::Tls:
        return tlsWords(fault, host);
    case FaultKind::Proxy:
        if (fault.status == 407)
            return {FaultWordsSaying::tr("The proxy wants a user name and a password (407)."), FaultWordsSaying::tr("Put them into the system’s proxy settings, then send again. Nothing reached %1.").arg(host)};
        return {FaultWordsSaying::tr("The proxy did not let this turn through."), withDetail(fault.detail, FaultWordsSaying::tr("Check the system’s proxy settings. Nothing was sent."))};
    case FaultKind::ProxyTimeout:
        return {tryingAgain(FaultWordsSaying::tr("The proxy did not answer in time."), context), FaultWordsSaying::tr("Network: %1 was not reached. Your text is kept.").arg(host)};
    case FaultKind::Portal:
        return {FaultWordsSaying::tr("This network wants you to sign in first."), FaultWordsSaying::tr("Sign in with a browser. Your text is kept, and nothing of it was sent.")};
    case FaultKind::Redirected:
        return {FaultWordsSaying::tr("%1 sends requests to another address.").arg(host), redirectSentence(QUrl(fault.detail).authority())};
    case FaultKind::Intermediary:
        return {tryingAgain(FaultWordsSaying::tr("Something on the way to %1 answered in its place.").arg(provider), context),
            fault.status ? FaultWordsSaying::tr("Error %1, from a proxy or gateway. Your text is kept.").arg(*fault.status) : kept};
    case FaultKind::SlowHeaders:
        return {tryingAgain(FaultWordsSaying::tr("%1 did not answer in time.").arg(provider), context), FaultWordsSaying::tr("Network: nothing came back from %1 in time.").arg(host)};
    case FaultKind::SlowContent:
        return {tryingAgain(FaultWordsSaying::tr("%1 did not answer in time.").arg(provider), context), FaultWordsSaying::tr("The request was taken, but no first token came in time.")};
    case FaultKind::Truncated:
        return {tryingAgain(brokeOff(context.words), context), FaultWordsSaying::tr("The connection dropped. What you see is kept.")};
    case FaultKind::Stalled:
        return {tryingAgain(brokeOff(context.words), context), FaultWordsSaying::tr("%1 stopped sending. What you see is kept.").arg(provider)};
    case FaultKind::Protocol:
        return {tryingAgain(FaultWordsSaying::tr("%1 sent something that is not an answer.").arg(provider), context), withDetail(fault.detail, kept)};
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return answerNotSavedWords(fault);
    case FaultKind::Cancelled:
        return {FaultWordsSaying::tr("You cancelled this turn."), FaultWordsSaying::tr("Nothing more is sent. Your text is kept.")};
    }
    return {};
}

WordsAction actionFor(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
        return WordsAction::EditTurn;
    case FaultKind::HistoryBound:
        return WordsAction::SendAgain;
    case FaultKind::Capability:
    case FaultKind::NoModel:
        return WordsAction::ChooseModel;
    case FaultKind::Auth:
    case FaultKind::Redirected:
        return WordsAction::CheckKey;
    case FaultKind::Tls:
        return isOfProvider(fault) ? WordsAction::CheckProvider : WordsAction::SendAgain;
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
    case FaultKind::Legal:
    case FaultKind::RateLimited:
        return WordsAction::UseNext;
    case FaultKind::Offline:
        return WordsAction::OpenOutbox;
    case FaultKind::Overloaded:
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict:
    case FaultKind::TooEarly:
    case FaultKind::Unknown:
    case FaultKind::Connect:
    case FaultKind::Proxy:
    case FaultKind::ProxyTimeout:
    case FaultKind::Portal:
    case FaultKind::Intermediary:
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Protocol:
        return WordsAction::SendAgain;
    case FaultKind::Truncated:
    case FaultKind::Stalled:
        return WordsAction::Continue;
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        return WordsAction::SaveAgain;
    case FaultKind::Cancelled:
        return WordsAction::None;
    }
    return WordsAction::None;
}

QString actionText(WordsAction action, const FaultContext &context)
{
    switch (action) {
    case WordsAction::None:
        return {};
    case WordsAction::TryNow:
        return FaultWordsSaying::tr("Try now");
    case WordsAction::Unlock:
        return FaultWordsSaying::tr("Unlock");
    case WordsAction::UseNext:
        return context.next.isEmpty() ? FaultWordsSaying::tr("Use the next route") : FaultWordsSaying::tr("Use %1 now").arg(withoutVersion(context.next));
    case WordsAction::Keep:
        return FaultWordsSaying::tr("Keep in outbox");
    case WordsAction::Cancel:
        return FaultWordsSaying::tr("Cancel");
    case WordsAction::SendNow:
        return FaultWordsSaying::tr("Send now");
    case WordsAction::SendAgain:
        return FaultWordsSaying::tr("Send again");
    case WordsAction::TestNow:
        return FaultWordsSaying::tr("Test now");
    case WordsAction::OpenOutbox:
        return FaultWordsSaying::tr("Open outbox");
    case WordsAction::EditTurn:
        return FaultWordsSaying::tr("Edit turn");
    case WordsAction::LeaveOut:
        return FaultWordsSaying::tr("Leave out %1").arg(context.leaveOut);
    case WordsAction::CheckKey:
        return FaultWordsSaying::tr("Check key");
    case WordsAction::CheckProvider:
        return FaultWordsSaying::tr("Check provider");
    case WordsAction::ChooseModel:
        return FaultWordsSaying::tr("Choose model");
    case WordsAction::Continue:
        return FaultWordsSaying::tr("Continue");
    case WordsAction::SaveAgain:
        return FaultWordsSaying::tr("Save again");
    }
    return {};
}

FaultContext contextOf(const TurnState &turn, const RouteTable &routes, Instant now)
{
    FaultContext context;
    RouteId current = turn.currentStep() ? turn.currentStep()->route : RouteId();
    // A settled turn speaks of the route that its last attempt went to.
    if (isSettled(turn.phase) && !turn.attempts.empty())
        current = turn.attempts.back().route;
    context.provider = providerName(routes, current);
    context.model = routeName(routes, current);
    if (const auto next = turn.nextRoute())
        context.next = shortRouteName(routes, *next);
    if (turn.wait)
        context.left = std::max(Duration::zero(), turn.wait->until - now);
    return context;
}

FaultContext contextOfFault(const TurnState &turn, const RouteTable &routes)
{
    FaultContext context = contextOf(turn, routes, {});
    context.left.reset();
    const auto failed = std::find_if(turn.attempts.rbegin(), turn.attempts.rend(), [](const Attempt &each) { return each.fault.has_value(); });
    if (failed != turn.attempts.rend()) {
        context.provider = providerName(routes, failed->route);
        context.model = routeName(routes, failed->route);
    }
    return context;
}

bool isHeldByKeychain(const TurnState &turn)
{
    return turn.phase == TurnPhase::Sending && (turn.awaits == KeyWait::Locked || turn.awaits == KeyWait::NoKeychain);
}

bool offersBatch(const TurnState &turn, const RouteTable &routes)
{
    const auto weather = turn.fault ? sampleClass(*turn.fault) : std::nullopt;
    const bool storm = weather == SampleClass::Overloaded || weather == SampleClass::ServerError;
    return turn.awaitsRoute() && turn.wait && storm && batchRouteOf(turn.chain, routes);
}

Words cardWords(const TurnState &turn, const RouteTable &routes, Instant now)
{
    const FaultContext context = contextOf(turn, routes, now);
    if (isHeldByKeychain(turn) && turn.awaits == KeyWait::NoKeychain)
        return {FaultWordsSaying::tr("No keychain is running here."), FaultWordsSaying::tr("The key for %1 is kept in it. Start it to send this turn.").arg(context.provider)};
    if (isHeldByKeychain(turn))
        return {FaultWordsSaying::tr("Your keychain is locked."), FaultWordsSaying::tr("Unlock it to send this turn.")};
    const QString next = context.left ? timeLeft(*context.left) : QString();
    const auto waitsInOutbox = [&](const QString &before) {
        const QString waits = offersBatch(turn, routes) ? FaultWordsSaying::tr("This storm may last. Send as batch at half price?") : FaultWordsSaying::tr("This turn waits in the outbox.");
        return next.isEmpty() ? waits : before.arg(next) + QLatin1Char(' ') + waits;
    };
    if (turn.phase == TurnPhase::Unknown) {
        return {FaultWordsSaying::tr("Breakwater ended while this turn was under way."), FaultWordsSaying::tr("It may have been answered. Send again?")};
    }
    if (turn.phase == TurnPhase::Kept) {
        if (const auto batched = batchedWords(turn))
            return *batched;
        if (const auto offPeak = offPeakWords(turn))
            return *offPeak;
        if (turn.decision && turn.decision->reason == Reason::AskFirst)
            return askingWords(turn);
        if (turn.decision && turn.decision->reason == Reason::SpendLimit)
            return {FaultWordsSaying::tr("Your spend limit for today is reached."), FaultWordsSaying::tr("It waits in the outbox. Send it all the same, or change the limit in Preferences, Costs.")};
        if (turn.decision && turn.decision->reason == Reason::AskedByPerson)
            return {FaultWordsSaying::tr("You keep this turn in the outbox."), waitsInOutbox(FaultWordsSaying::tr("The next try is in %1."))};
        if (turn.fault && turn.fault->kind == FaultKind::Offline)
            return wordsFor(*turn.fault, context);
        if (turn.decision && turn.decision->reason == Reason::BudgetEmpty)
            return {FaultWordsSaying::tr("Enough retries for now."), waitsInOutbox(FaultWordsSaying::tr("The budget refills in %1."))};
        if (turn.decision && (turn.decision->reason == Reason::AllRoutesPaused || turn.decision->reason == Reason::RoutePaused))
            return {FaultWordsSaying::tr("Every route is paused."), waitsInOutbox(FaultWordsSaying::tr("The next test is in %1."))};
        if (turn.fault && turn.fault->kind == FaultKind::RateLimited) {
            return {FaultWordsSaying::tr("You reached your own limit (429)."),
                next.isEmpty() ? FaultWordsSaying::tr("Breakwater sends this turn when it frees up.") : FaultWordsSaying::tr("It frees up in %1. Breakwater sends this turn then.").arg(next)};
        }
        return {FaultWordsSaying::tr("Kept in the outbox."), waitsInOutbox(FaultWordsSaying::tr("The next try is in %1."))};
    }
    return turn.phase == TurnPhase::Waiting ? waitingWords(turn, routes, context) : tryingWords(turn, routes, context);
}

std::optional<SampleClass> cardMark(const TurnState &turn)
{
    const bool waits = turn.phase == TurnPhase::Waiting;
    if (isHeldBack(turn))
        return SampleClass::OwnLimit;
    if (waits && turn.decision && turn.decision->reason == Reason::Crowded)
        return std::nullopt;
    const Fault *fault = waits ? faultHere(turn) : nullptr;
    if (fault == nullptr && turn.fault)
        fault = &*turn.fault;
    return fault != nullptr ? sampleClass(*fault) : std::nullopt;
}

TriesHere triesHere(const TurnState &turn)
{
    TriesHere tries;
    const ChainStep *step = turn.currentStep();
    if (!step)
        return tries;
    // "Send again" begins a new round, with its own tries.
    const std::size_t from = std::min(turn.roundFrom, turn.attempts.size());
    // All of the round: a turn may have been elsewhere in between.
    tries.made = static_cast<int>(std::count_if(turn.attempts.begin() + static_cast<std::ptrdiff_t>(from), turn.attempts.end(), [step](const Attempt &each) { return each.route == step->route; }));
    const int earlier = static_cast<int>(turn.attempts.size() - from) - tries.made;
    tries.most = std::max(1, turn.policy.mostAttempts - earlier);
    const auto result = turn.fault ? sampleClass(*turn.fault) : std::nullopt;
    if (const auto allowed = result ? step->triesFor(*result) : std::nullopt; allowed && turn.nextRoute())
        tries.most = std::min(tries.most, *allowed);
    tries.most = std::max(tries.most, turn.phase == TurnPhase::Waiting ? tries.made + 1 : tries.made);
    return tries;
}

QString attemptSentence(const TurnState &turn, const RouteTable &routes)
{
    const ChainStep *step = turn.currentStep();
    if (!step || turn.attempts.empty())
        return {};
    const bool held = isHeldByKeychain(turn);
    if (held || turn.phase == TurnPhase::Kept || turn.phase == TurnPhase::Unknown) {
        const std::size_t made = turn.attempts.size() - (held ? 1 : 0);
        if (made == 0)
            return FaultWordsSaying::tr("Nothing of it was sent yet.");
        const QString last = routeName(routes, turn.attempts.at(made - 1).route);
        return made == 1 ? FaultWordsSaying::tr("One attempt so far, on %1.").arg(last) : FaultWordsSaying::tr("%1 attempts so far, the last on %2.").arg(made).arg(last);
    }
    const TriesHere tries = triesHere(turn);
    const int made = std::max(1, tries.made);
    const QString attempt = FaultWordsSaying::tr("Attempt %1 of %2 on %3.").arg(made).arg(tries.most).arg(routeName(routes, step->route));
    const auto next = turn.nextRoute();
    if (!next)
        return attempt;
    return attempt + QLatin1Char(' ') + FaultWordsSaying::tr("After the %1, %2 takes over.").arg(ordinal(tries.most), shortRouteName(routes, *next));
}

bool isTooLong(const Fault &fault)
{
    return fault.kind == FaultKind::TooLarge && fault.status.value_or(413) != 413;
}

void offerLeavingOut(Notice &notice, int turns)
{
    notice.action = WordsAction::LeaveOut;
    notice.leaveOut = turns;
    notice.words.sentence = turns == 1 ? FaultWordsSaying::tr("Leave out the oldest turn and it fits. It stays on screen.")
                                       : FaultWordsSaying::tr("Leave out the oldest %1 turns and it fits. They stay on screen.").arg(turns);
}

std::optional<Notice> noticeFor(const TurnState *turn, const Message *answer, const RouteTable &routes)
{
    const FaultContext names = turn ? contextOf(*turn, routes, turn->ended) : FaultContext {};
    if (turn && turn->notSaved && answer)
        return Notice {NoticeKind::Disk, answerNotSavedWords(*turn->notSaved), WordsAction::SaveAgain, true};
    if (answer) {
        switch (answer->state) {
        case MessageState::LengthLimit:
            if (answer->text.isEmpty())
                return Notice {NoticeKind::BrokenOff,
                    {FaultWordsSaying::tr("The answer reached its length limit before it began."), FaultWordsSaying::tr("All of it went into thinking. Asked again, or with less effort, it may come.")}, WordsAction::Continue, false};
            return Notice {NoticeKind::BrokenOff,
                {FaultWordsSaying::tr("The answer reached its length limit."), FaultWordsSaying::tr("What you see is complete up to here.")}, WordsAction::Continue, false};
        case MessageState::WindowFull:
            return Notice {NoticeKind::BrokenOff,
                {FaultWordsSaying::tr("This conversation fills what %1 can hold.").arg(names.model.isEmpty() ? FaultWordsSaying::tr("the model") : names.model),
                    FaultWordsSaying::tr("What you see is complete up to here. A new conversation has room again.")},
                WordsAction::None, false};
        case MessageState::Paused:
            return Notice {NoticeKind::BrokenOff, {FaultWordsSaying::tr("The answer was paused."), FaultWordsSaying::tr("%1 stopped between two steps. What you see is kept.").arg(names.provider.isEmpty() ? FaultWordsSaying::tr("The provider") : names.provider)},
                WordsAction::Continue, false};
        case MessageState::Declined: {
            const QString model = !names.model.isEmpty() ? names.model : !answer->model.isEmpty() ? answer->model : FaultWordsSaying::tr("The model");
            return Notice {NoticeKind::Declined, {FaultWordsSaying::tr("%1 declined to answer.").arg(model), withDetail(answer->explanation, FaultWordsSaying::tr("Breakwater does not retry this."))},
                WordsAction::EditTurn, false};
        }
        case MessageState::BrokenOff: {
            if (turn && !isSettled(turn->phase))
                return std::nullopt;
            if (answer->text.isEmpty()) // it only thought
                break;
            Fault fault = turn && turn->fault ? *turn->fault : Fault {};
            if (fault.kind != FaultKind::Stalled)
                fault.kind = FaultKind::Truncated;
            FaultContext context = names;
            context.left.reset();
            context.words = countWords(answer->text);
            Words words = wordsFor(fault, context);
            if (turn && turn->decision && turn->decision->reason == Reason::Interrupted)
                words.sentence = FaultWordsSaying::tr("Breakwater ended while it was arriving. What you see is kept.");
            return Notice {NoticeKind::BrokenOff, words, WordsAction::Continue, false};
        }
        case MessageState::SetAside: // asked for anew, not to be continued
        case MessageState::Sent:
        case MessageState::Streaming:
        case MessageState::Complete:
        case MessageState::Stopped:
            break;
        }
    }
    if (turn && turn->phase == TurnPhase::Cancelled)
        return Notice {NoticeKind::Edit, {FaultWordsSaying::tr("You cancelled this turn."), FaultWordsSaying::tr("Your text is kept.")}, WordsAction::EditTurn, false};
    if (!turn || turn->phase != TurnPhase::Failed)
        return std::nullopt;
    FaultContext context = names;
    context.left.reset();
    if (!turn->fault) {
        const bool noRoute = turn->decision && turn->decision->reason == Reason::NoRoute;
        const Chain *chain = noRoute ? routes.chain(turn->chain.id) : nullptr;
        if (const Provider *open = chain != nullptr ? routes.awaitingConsent(*chain) : nullptr)
            return Notice {NoticeKind::Connection, unencryptedWords(open->baseUrl.host()), WordsAction::CheckProvider, true};
        return Notice {NoticeKind::Server,
            {noRoute ? FaultWordsSaying::tr("No route can take this turn.") : FaultWordsSaying::tr("This turn was given up."),
                turn->decision ? reasonSentence(*turn->decision, routes) : FaultWordsSaying::tr("Your text is kept.")},
            noRoute ? WordsAction::ChooseModel : WordsAction::SendAgain, true};
    }
    const Fault &fault = *turn->fault;
    Notice notice {NoticeKind::Server, wordsFor(fault, context), actionFor(fault), true};
    if (notice.action == WordsAction::Continue && (!answer || turn->answer != answer->id))
        notice.action = WordsAction::SendAgain; // what came was set aside: nothing is there to go on from
    switch (fault.kind) {
    case FaultKind::BadRequest:
    case FaultKind::TooLarge:
    case FaultKind::Capability:
    case FaultKind::HistoryBound:
    case FaultKind::NoModel:
        notice.kind = NoticeKind::Edit;
        break;
    case FaultKind::Auth:
    case FaultKind::Billing:
    case FaultKind::QuotaHard:
    case FaultKind::Forbidden:
    case FaultKind::Legal:
    case FaultKind::Redirected:
        notice.kind = NoticeKind::Key;
        break;
    case FaultKind::Offline:
        notice.kind = NoticeKind::Offline;
        notice.needsReader = false;
        break;
    case FaultKind::RateLimited:
        notice.kind = NoticeKind::OwnLimit;
        notice.needsReader = false;
        break;
    case FaultKind::DiskFull:
    case FaultKind::ReadOnly:
    case FaultKind::Store:
        notice.kind = NoticeKind::Disk;
        if (!answer) {
            notice.words = notAcceptedWords(fault);
            notice.action = WordsAction::SendAgain;
        }
        break;
    case FaultKind::Truncated:
    case FaultKind::Stalled:
        notice.kind = NoticeKind::BrokenOff;
        notice.needsReader = false;
        break;
    case FaultKind::Connect:
    case FaultKind::Tls:
    case FaultKind::Proxy:
    case FaultKind::ProxyTimeout:
    case FaultKind::Portal:
    case FaultKind::NotProcessed:
    case FaultKind::Ambiguous:
        notice.kind = NoticeKind::Connection;
        break;
    case FaultKind::Overloaded:
    case FaultKind::Transient:
    case FaultKind::TransientGateway:
    case FaultKind::TimeoutServer:
    case FaultKind::Conflict:
    case FaultKind::TooEarly:
    case FaultKind::Unknown:
    case FaultKind::Intermediary:
    case FaultKind::SlowHeaders:
    case FaultKind::SlowContent:
    case FaultKind::Protocol:
        notice.needsReader = false;
        break;
    case FaultKind::Cancelled:
        return std::nullopt;
    }
    // What was set aside is not continued.
    if (notice.action == WordsAction::Continue && turn->answer.isEmpty())
        notice.action = WordsAction::SendAgain;
    // "Use the next route" helps only where there is one.
    if (notice.action == WordsAction::UseNext && context.next.isEmpty())
        notice.action = fault.kind == FaultKind::RateLimited ? WordsAction::SendAgain : WordsAction::ChooseModel;
    return notice;
}

QString reasonSentence(const Decision &decision, const RouteTable &routes)
{
    const QString to = decision.to ? routeName(routes, *decision.to) : QString();
    const QString from = decision.from ? routeName(routes, *decision.from) : FaultWordsSaying::tr("The route");
    const QString span = decision.delay ? shortSpan(decision.delay->total()) : QString();
    switch (decision.reason) {
    case Reason::FirstTry:
        return to.isEmpty() ? FaultWordsSaying::tr("The first try.") : FaultWordsSaying::tr("The first try, on %1.").arg(to);
    case Reason::ServerHint:
        if (!decision.delay)
            return FaultWordsSaying::tr("The server said how long to wait.");
        // Without chance it is no answer to a retry, but one's own limit, held from here.
        return decision.delay->random > Duration::zero()
            ? FaultWordsSaying::tr("The server asked for %1; chance added %2.").arg(shortSpan(decision.delay->hint), shortSpan(decision.delay->random))
            : FaultWordsSaying::tr("Your own limit has room again after %1.").arg(shortSpan(decision.delay->hint));
    case Reason::Backoff:
        if (!decision.delay)
            return FaultWordsSaying::tr("A random wait.");
        return decision.delay->ceiling > Duration::zero() ? FaultWordsSaying::tr("A random wait of %1, of at most %2.").arg(span, shortSpan(decision.delay->ceiling))
                                                          : FaultWordsSaying::tr("A wait of %1.").arg(span);
    case Reason::TriesUsed:
        return FaultWordsSaying::tr("%1 failed as often as the chain allows.").arg(from);
    case Reason::WaitTooLong:
        return FaultWordsSaying::tr("%1 would have kept this turn waiting for longer than it is worth.").arg(from);
    case Reason::RoutePaused:
        return FaultWordsSaying::tr("%1 is paused.").arg(from);
    case Reason::NotRetryable:
        return decision.from ? FaultWordsSaying::tr("Trying %1 again would not help.").arg(from) : FaultWordsSaying::tr("Trying again would not help.");
    case Reason::BudgetEmpty:
        return FaultWordsSaying::tr("The retry budget is used up.");
    case Reason::PatienceOver:
        return FaultWordsSaying::tr("The longest time for this turn is over.");
    case Reason::AttemptsUsed:
        return FaultWordsSaying::tr("The most attempts for one turn are made.");
    case Reason::AllRoutesPaused:
        return FaultWordsSaying::tr("Every route is paused.");
    case Reason::NoRouteLeft:
        return FaultWordsSaying::tr("No route is left in the chain.");
    case Reason::Crowded:
        return FaultWordsSaying::tr("%1 takes no more turns at once for now.").arg(from);
    case Reason::Sooner:
        return to.isEmpty() ? FaultWordsSaying::tr("The other route can answer sooner.") : FaultWordsSaying::tr("%1 can answer sooner.").arg(to);
    case Reason::StartedOver:
        return FaultWordsSaying::tr("The answer broke off early; it is asked for anew.");
    case Reason::NoRoute:
        return FaultWordsSaying::tr("The chain has no route that can be used.");
    case Reason::AskedByPerson:
        return FaultWordsSaying::tr("You asked for it.");
    case Reason::BrokeOff:
        return FaultWordsSaying::tr("The answer broke off; the rest is asked for.");
    case Reason::Interrupted:
        return FaultWordsSaying::tr("Breakwater ended while this turn was under way.");
    case Reason::OutboxLook:
        return FaultWordsSaying::tr("The outbox looked again.");
    case Reason::SpendLimit:
        return FaultWordsSaying::tr("Your spend limit for the day was reached: you say whether to go on.");
    case Reason::AskFirst:
        return FaultWordsSaying::tr("You say whether it is still wanted.");
    case Reason::OffPeak:
        return FaultWordsSaying::tr("It waits for your off-peak hours.");
    case Reason::RoughWeather:
        return FaultWordsSaying::tr("Its off-peak hours are on; it waits for calm weather.");
    case Reason::HoursMissed:
        return FaultWordsSaying::tr("Its off-peak hours passed: you say whether it is still wanted.");
    case Reason::NoHours:
        return FaultWordsSaying::tr("Off-peak has no hours.");
    case Reason::InBatch:
        return FaultWordsSaying::tr("A batch answers it, at half the price.");
    case Reason::BatchEnded:
        return FaultWordsSaying::tr("Its batch ended without an answer: you say whether it is still wanted.");
    case Reason::NoBatch:
        return FaultWordsSaying::tr("No model of its chain takes batches.");
    case Reason::DiskFailed:
        return FaultWordsSaying::tr("This turn could not be saved, so it was not sent.");
    }
    return {};
}

QString actionName(Action action)
{
    switch (action) {
    case Action::Send:
        return FaultWordsSaying::tr("Send");
    case Action::Wait:
        return FaultWordsSaying::tr("Wait");
    case Action::MoveOn:
        return FaultWordsSaying::tr("Next route");
    case Action::Keep:
        return FaultWordsSaying::tr("Keep in outbox");
    case Action::GiveUp:
        return FaultWordsSaying::tr("Give up");
    case Action::Continue:
        return FaultWordsSaying::tr("Continue");
    }
    return {};
}

QString shortSpan(Duration span)
{
    const double seconds = std::max(0.0, toSeconds(span));
    if (seconds < 9.95)
        return FaultWordsSaying::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    return timeLeft(span);
}

QString timeLeft(Duration left)
{
    using namespace std::chrono;
    const qint64 total = std::max<qint64>(0, ceil<seconds>(left).count());
    if (total < 60)
        return FaultWordsSaying::tr("%1 s").arg(total);
    if (total < 600) {
        const qint64 rest = total % 60;
        return rest == 0 ? FaultWordsSaying::tr("%1 min").arg(total / 60) : FaultWordsSaying::tr("%1 min %2 s").arg(total / 60).arg(rest);
    }
    if (total < 90 * 60)
        return FaultWordsSaying::tr("about %1 min").arg((total + 30) / 60);
    return FaultWordsSaying::tr("about %1 h").arg((total + 1800) / 3600);
}

QString clockSpan(Duration left)
{
    using namespace std::chrono;
    const qint64 total = std::max<qint64>(0, ceil<seconds>(left).count());
    if (total >= 3600)
        return QStringLiteral("%1:%2:%3").arg(total / 3600).arg(total / 60 % 60, 2, 10, QLatin1Char('0')).arg(total % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1:%2").arg(total / 60).arg(total % 60, 2, 10, QLatin1Char('0'));
}

QString routeName(const RouteTable &routes, const RouteId &id)
{
    const Route *route = routes.route(id);
    if (!route)
        return id.text();
    return route->name.isEmpty() ? route->model : route->name;
}

QString shortRouteName(const RouteTable &routes, const RouteId &id)
{
    return withoutMaker(routeName(routes, id));
}

QString providerName(const RouteTable &routes, const RouteId &id)
{
    const Route *route = routes.route(id);
    const Provider *provider = route ? routes.provider(route->provider) : nullptr;
    return provider ? provider->name : QString();
}

qsizetype countWords(const QString &text)
{
    qsizetype words = 0;
    bool inside = false;
    for (const QChar letter : text) {
        const bool space = letter.isSpace();
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

} // namespace breakwater
