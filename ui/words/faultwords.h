// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QString>

#include <optional>

namespace breakwater {

/// The one place where faults, decisions and turns become sentences. Plain values and QtCore only, so that the command
/// line says the same as the window. First what happened, then what happens now. Any thread.

/// A title and one sentence below it.
struct Words
{
    QString title;
    QString sentence;
    friend bool operator==(const Words &, const Words &) = default;
};

/// What a person can do about it; `actionText` has the words.
enum class WordsAction {
    None,
    TryNow,
    Unlock,
    UseNext,
    Keep,
    Cancel,
    SendNow,
    SendAgain,
    TestNow,
    OpenOutbox,
    EditTurn,
    LeaveOut,
    CheckKey,
    CheckProvider,
    ChooseModel,
    Continue,
    SaveAgain,
};

/// The names and times that the sentences mention. Empty names read as "the provider" and "the model".
struct FaultContext
{
    QString provider;
    QString model;
    QString next; ///< the next route, short; empty when there is none
    std::optional<Duration> left; ///< until the next try; none leaves it out
    qsizetype words = 0; ///< of the answer, when one broke off
    int leaveOut = 0; ///< the oldest turns without which it fits
};

/// Whose hands a notice is in: only what needs the reader is red.
enum class NoticeKind { Key, Edit, Offline, Paused, Disk, BrokenOff, OwnLimit, Declined, Connection, Server };

/// What a settled turn says in the transcript, with one action.
struct Notice
{
    NoticeKind kind = NoticeKind::Server;
    Words words;
    WordsAction action = WordsAction::None;
    bool needsReader = false;
    int leaveOut = 0; ///< with LeaveOut: how many turns
};

/// The words of a fault; every kind has a title and a sentence.
[[nodiscard]] Words wordsFor(const Fault &fault, const FaultContext &context);
/// The one thing to do about a fault that nothing is done about by itself.
[[nodiscard]] WordsAction actionFor(const Fault &fault);
[[nodiscard]] QString actionText(WordsAction action, const FaultContext &context);

/// The context of a turn as it stands; `now` gives the time left.
[[nodiscard]] FaultContext contextOf(const TurnState &turn, const RouteTable &routes, Instant now);
/// The context of its last failure: the route that failed, which need not be the one it goes to now.
[[nodiscard]] FaultContext contextOfFault(const TurnState &turn, const RouteTable &routes);
/// A turn of which nothing left yet, because a person has to unlock or start the keychain first.
[[nodiscard]] bool isHeldByKeychain(const TurnState &turn);
/// A turn that a storm keeps in the outbox could go as a batch instead: those have capacity of their own.
[[nodiscard]] bool offersBatch(const TurnState &turn, const RouteTable &routes);
/// What the retry card of an unsettled turn says.
[[nodiscard]] Words cardWords(const TurnState &turn, const RouteTable &routes, Instant now);
/// What the sentence of the card is about; none for what is no weather.
[[nodiscard]] std::optional<SampleClass> cardMark(const TurnState &turn);
/// "Attempt 3 of 6 on Claude Sonnet 4.5. After the sixth, Haiku 4.5 takes over."
[[nodiscard]] QString attemptSentence(const TurnState &turn, const RouteTable &routes);
/// Tries on the current route: those made, and how many there are in all.
struct TriesHere
{
    int made = 0;
    int most = 0;
};
[[nodiscard]] TriesHere triesHere(const TurnState &turn);

/// What a settled turn says beside its answer; none when it simply answered. `answer` and `turn` may each be null.
[[nodiscard]] std::optional<Notice> noticeFor(const TurnState *turn, const Message *answer, const RouteTable &routes);

/// Whether a turn failed because its conversation is longer than the model takes.
[[nodiscard]] bool isTooLong(const Fault &fault);
/// Without so many of the oldest turns it fits: `notice` is of a turn that isTooLong.
void offerLeavingOut(Notice &notice, int turns);

/// Why the program did what it did next: one sentence of the flight record.
[[nodiscard]] QString reasonSentence(const Decision &decision, const RouteTable &routes);
/// What was done: "Wait", "Next route", ...
[[nodiscard]] QString actionName(Action action);

/// A measured span: "0.8 s", "38 s", "4 min 10 s", "about 20 min", "about 3 h".
[[nodiscard]] QString shortSpan(Duration span);
/// The time left, rounded up to whole seconds: "4 s", "4 min 10 s", "about 20 min".
[[nodiscard]] QString timeLeft(Duration left);
/// The time left as a clock: "0:42".
[[nodiscard]] QString clockSpan(Duration left);

/// "Claude Sonnet 4.5"; the id itself for a route that is gone.
[[nodiscard]] QString routeName(const RouteTable &routes, const RouteId &id);
/// "Sonnet 4.5": without the maker.
[[nodiscard]] QString shortRouteName(const RouteTable &routes, const RouteId &id);
[[nodiscard]] QString providerName(const RouteTable &routes, const RouteId &id);
[[nodiscard]] qsizetype countWords(const QString &text);

} // namespace breakwater
