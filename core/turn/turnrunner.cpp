// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/turnrunner.h"

#include "core/base/logging.h"
#include "core/turn/answerstate.h"
#include "core/turn/asking.h"
#include "core/turn/limits.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr Duration checkpointPause = std::chrono::milliseconds(400); // a crash loses at most half a second of text

/// What an attempt that broke off used at least: the provider's last count is missing, and what came was paid all the same.
Usage usageOfBroken(const TurnState &state, const Library &library, const std::vector<qsizetype> &seams, bool begun, Usage counted)
{
    const Attempt &attempt = state.attempts.back();
    const Message *answer = begun || attempt.firstContentAfter ? library.message(state.conversation, state.answer) : nullptr;
    if (answer == nullptr)
        return counted;
    qsizetype letters = answer->text.size();
    if (attempt.continues)
        letters -= seams.empty() ? letters : seams.back();
    else
        for (const Thought &each : answer->thoughts)
            letters += each.text.size();
    if (!counted.input)
        counted.input = static_cast<qint64>(state.need.inputTokens);
    counted.output = std::max<qint64>(counted.output.value_or(0), (letters + 3) / 4);
    return counted;
}

std::optional<double> dollarsFor(const std::vector<Attempt> &attempts)
{
    std::optional<double> sum;
    for (const Attempt &each : attempts) {
        if (each.dollars)
            sum = sum.value_or(0.0) + *each.dollars;
    }
    return sum;
}

int sentencesIn(const QString &text)
{
    int sentences = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar each = text.at(at);
        const bool ends = each == QLatin1Char('.') || each == QLatin1Char('!') || each == QLatin1Char('?') || each == QChar(0x3002) || each == QLatin1Char('\n');
        const bool followed = at + 1 >= text.size() || text.at(at + 1).isSpace() || each == QChar(0x3002);
        if (ends && followed)
            ++sentences;
    }
    return sentences;
}

MessageState stateFor(TurnPhase phase, StopReason reason)
{
    if (phase == TurnPhase::Stopped || phase == TurnPhase::Cancelled)
        return MessageState::Stopped;
    if (phase != TurnPhase::Answered)
        return MessageState::BrokenOff;
    return stateAfter(reason);
}

} // namespace

TurnRunner::TurnRunner(TurnState state, TurnServices &services, QObject *parent)
    : QObject(parent)
    , m_state(std::move(state))
    , m_services(services)
{
    if (const Message *answer = m_services.library.message(m_state.conversation, m_state.answer)) {
        m_model = answer->model;
        m_seams = answer->seams;
    }
}

TurnRunner::~TurnRunner()
{
    if (!m_attempt)
        return;
    m_usage = usageOfBroken(m_state, m_services.library, m_seams, m_begun, m_usage);
    charge();
}

void TurnRunner::tell(const TurnEvent &event)
{
    const TurnPhase before = m_state.phase;
    const bool asksForHours = m_state.offPeak || std::holds_alternative<turnevent::SendWhen>(event);
    const auto offPeak = m_services.offPeak && asksForHours ? m_services.offPeak() : std::nullopt;
    const auto effects = step(m_state, event, {m_services.conditions, m_services.jitter, m_services.time.now(), m_services.time.wall(), isSpentUp(), offPeak});
    const QPointer<TurnRunner> alive(this);
    for (const TurnEffect &effect : effects) {
        perform(effect);
        if (!alive)
            return;
    }
    if (before != m_state.phase || !effects.empty()) {
        qCInfo(logTurn).nospace().noquote() << "turn=" << m_state.id.text() << " phase=" << static_cast<int>(m_state.phase) << " attempts=" << m_state.attempts.size();
        Q_EMIT changed();
    }
}

void TurnRunner::resumeWait()
{
    if (m_state.wait)
        m_alarm = m_services.alarms.at(m_state.wait->until, [this] { Q_EMIT due(); });
}

void TurnRunner::noteSaved(const std::optional<Fault> &trouble)
{
    if (std::exchange(m_state.notSaved, trouble) != trouble)
        Q_EMIT changed();
}

/// Written down with the end of the turn, and not before: an answer that the end of the program cuts off is taken anew.
void TurnRunner::takeBatched(const BatchedAnswer &answer)
{
    if (!m_state.isInBatch())
        return;
    m_model = answer.model;
    m_usage = answer.usage;
    m_stopReason = answer.reason;
    m_explanation = answer.explanation;
    m_batchDollars = answer.dollars;
    Message message;
    message.id = makeId<MessageId>(m_services.time.wall());
    message.conversation = m_state.conversation;
    message.turn = m_state.id;
    message.role = Role::Assistant;
    message.state = MessageState::Streaming;
    message.at = m_services.time.wall();
    message.route = m_state.batch->route;
    message.model = answer.model;
    message.text = answer.text;
    message.thoughts = answer.thoughts;
    m_state.answer = message.id;
    m_services.library.appendMessage(message);
    tell(turnevent::BatchAnswered {});
}

void TurnRunner::perform(const TurnEffect &effect)
{
    if (std::holds_alternative<turneffect::Send>(effect)) {
        sendWhenKeyIsThere();
    } else if (std::holds_alternative<turneffect::Abort>(effect)) {
        m_state.awaits = KeyWait::None;
        releaseHeld();
        flush();
        recordResponse();
        if (m_attempt)
            m_usage = usageOfBroken(m_state, m_services.library, m_seams, m_begun, m_usage);
        charge();
        m_attempt.reset();
    } else if (const auto *alarm = std::get_if<turneffect::SetAlarm>(&effect)) {
        m_alarm = m_services.alarms.at(alarm->at, [this] { Q_EMIT due(); });
    } else if (std::holds_alternative<turneffect::ClearAlarm>(effect)) {
        m_alarm.reset();
    } else if (const auto *aside = std::get_if<turneffect::SetAside>(&effect)) {
        setAside(aside->answer);
    } else if (const auto *report = std::get_if<turneffect::Report>(&effect)) {
        m_services.journal.sampled(report->sample);
        Q_EMIT sampled(report->sample);
    } else {
        rest();
    }
}

const Provider *TurnRunner::providerOf(const RouteId &id) const
{
    const RouteTable &table = m_services.routes();
    const Route *route = table.route(id);
    return route != nullptr ? table.provider(route->provider) : nullptr;
}

/// Nothing is written down before the key is there: after a restart such a turn was never sent.
void TurnRunner::sendWhenKeyIsThere()
{
    const Provider *provider = providerOf(m_state.attempts.back().route);
    m_state.awaits = provider != nullptr ? m_services.credentials.waitFor(*provider) : KeyWait::None;
    if (m_state.awaits == KeyWait::None)
        prepareSend();
}

/// The attempt begins when it can: the wait for a key is nobody's slowness, and no use of the turn's patience.
void TurnRunner::keysChanged()
{
    if (m_state.awaits == KeyWait::None || m_state.phase != TurnPhase::Sending)
        return;
    const KeyWait before = m_state.awaits;
    Attempt &attempt = m_state.attempts.back();
    attempt.sentAt = m_services.time.wall();
    attempt.startedAfter = m_services.time.now() - m_state.accepted;
    m_state.deadline = m_services.time.now() + m_state.policy.patience.turn;
    sendWhenKeyIsThere();
    if (m_state.awaits != before)
        Q_EMIT changed();
}

/// Writes down that the turn is under way, then sends: a turn that may have left is never sent again by itself.
void TurnRunner::prepareSend()
{
    const int number = m_state.attempts.back().number;
    const QPointer<TurnRunner> alive(this);
    m_services.journal.sending(m_state, [alive, number](const Result<void> &written) {
        if (!alive || alive->m_state.phase != TurnPhase::Sending || alive->m_state.attempts.back().number != number)
            return; // abandoned meanwhile
        if (written)
            alive->send();
        else
            alive->tell(turnevent::DiskFailed {written.error()});
    });
}

void TurnRunner::send()
{
    const Route *route = m_services.routes().route(m_state.attempts.back().route);
    const Provider *provider = providerOf(m_state.attempts.back().route);
    Fault fault;
    if (provider == nullptr) {
        fault.kind = FaultKind::NoModel;
        failBeforeSend(fault);
        return;
    }
    fault.host = provider->baseUrl.host();
    const auto problem = checkBaseUrl(provider->baseUrl);
    if (problem != BaseUrlProblem::None && problem != BaseUrlProblem::Insecure) {
        fault.kind = FaultKind::Connect;
        failBeforeSend(fault);
        return;
    }
    if (awaitsConsent(*provider)) { // its address changed since the turn was accepted
        fault.kind = FaultKind::Tls;
        fault.tls = TlsFacts {TlsProblem::NotEncrypted, {}, {}};
        failBeforeSend(fault);
        return;
    }
    const auto key = m_services.credentials.key(*provider);
    if (!key) {
        fault.kind = FaultKind::Auth;
        failBeforeSend(fault);
        return;
    }

    m_state.attempts.back().key = key->name;
    m_secret = QString::fromLatin1(key->secret);
    m_ask = askFor({m_services.library.conversation(m_state.conversation), m_services.library.messages(m_state.conversation), m_state.question}, *provider, *route,
        m_services.catalogue, {wantsRewrite(m_state, route->id, Rewrite::WithoutParameter), wantsRewrite(m_state, route->id, Rewrite::WithoutThinking)});
    if (m_state.continuing) {
        const Message *answer = m_services.library.message(m_state.conversation, m_state.answer);
        const QString before = answer != nullptr ? answer->text : QString();
        askForTheRest(m_ask.said, before);
        m_join.emplace(before);
    } else {
        m_join.reset();
        m_model.clear();
        m_thoughtFor = {};
    }
    m_begun = false;
    m_usage = {};
    m_explanation.clear();
    m_stopReason = StopReason::EndOfTurn;
    m_seamDue = m_state.continuing;
    m_sent = m_state.attempts.size() - 1;

    m_attempt = std::make_unique<AttemptRunner>(m_services.alarms, m_services.time,
        [this, own = provider->patience] { return silenceLimitsFor(m_state, m_services.conditions, own); });
    AttemptRunner *attempt = m_attempt.get();
    const ProviderId owner = provider->id;
    connect(attempt, &AttemptRunner::head, this, [this, owner](int status, const std::vector<RoomLeft> &rooms) {
        m_state.attempts.back().requestId = m_attempt->requestId();
        const QPointer<TurnRunner> alive(this);
        if (!rooms.empty())
            Q_EMIT roomsSeen(owner, rooms);
        if (alive)
            tell(turnevent::Head {status, rooms});
    });
    connect(attempt, &AttemptRunner::started, this, [this](const QString &model) {
        if (!model.isEmpty())
            m_model = model;
    });
    connect(attempt, &AttemptRunner::text, this, &TurnRunner::takeText);
    connect(attempt, &AttemptRunner::thinking, this, &TurnRunner::takeThinking);
    connect(attempt, &AttemptRunner::thoughtEnded, this, &TurnRunner::endThought);
    connect(attempt, &AttemptRunner::counted, this, [this](const Usage &usage) { m_usage = usage; });
    connect(attempt, &AttemptRunner::explained, this, [this](const QString &explanation) { m_explanation = withoutKey(explanation); });
    connect(attempt, &AttemptRunner::ended, this, &TurnRunner::takeEnd);
    attempt->start(m_services.transport, encode(*provider, key->secret, m_ask), provider->dialect);
}

void TurnRunner::failBeforeSend(const Fault &fault)
{
    // Like a failure on the wire, it comes later and not from within.
    m_alarm = m_services.alarms.at(m_services.time.now(), [this, fault] { tell(turnevent::Ended {fault, 0, {}, false, false}); });
}

/// Thinking comes before the turn counts as being answered: a provider that thinks and then falls over has said nothing.
void TurnRunner::takeThinking(const QString &piece)
{
    if (m_state.phase != TurnPhase::Sending || m_state.continuing)
        return;
    if (!m_begun) {
        m_thinkingSince = m_services.time.now();
        beginAnswer();
    }
    m_services.library.appendThinking(m_state.conversation, m_state.answer, piece);
    m_thoughtsUnflushed = true;
    flushSoon();
}

void TurnRunner::endThought(const QString &signature, const QString &redacted)
{
    if (m_state.phase != TurnPhase::Sending || m_state.continuing)
        return;
    if (!m_begun) {
        m_thinkingSince = m_services.time.now();
        beginAnswer();
    }
    m_services.library.endThought(m_state.conversation, m_state.answer, signature, redacted);
    m_thoughtsUnflushed = true;
    flushSoon();
}

/// The first text of the answer came.
void TurnRunner::endThinking()
{
    m_thoughtFor = m_services.time.now() - m_thinkingSince;
    const Message *known = m_services.library.message(m_state.conversation, m_state.answer);
    if (known == nullptr)
        return;
    Message answer = *known;
    answer.thoughtFor = m_thoughtFor;
    m_services.library.updateMessage(answer);
}

void TurnRunner::takeText(const QString &piece)
{
    const QPointer<TurnRunner> alive(this);
    if (m_state.phase == TurnPhase::Sending) {
        if (m_state.continuing)
            resumeAnswer();
        else if (!m_begun)
            beginAnswer();
        else
            endThinking();
        if (alive)
            tell(turnevent::Content {});
    }
    // Whoever saw the answer begin may have stopped it.
    if (alive && m_state.phase == TurnPhase::Streaming)
        show(m_join ? m_join->feed(piece) : piece);
}

/// The answer's message. When an attempt that got no further than thinking has left one, it is used again; what has text
/// stays as it is.
void TurnRunner::beginAnswer()
{
    m_begun = true;
    const Message *left = m_services.library.message(m_state.conversation, m_state.answer);
    const bool onlyThought = left != nullptr && left->text.isEmpty();
    Message answer;
    answer.id = onlyThought ? m_state.answer : makeId<MessageId>(m_services.time.wall());
    answer.conversation = m_state.conversation;
    answer.turn = m_state.id;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.at = m_services.time.wall();
    answer.route = m_state.attempts.back().route;
    const Route *route = m_services.routes().route(answer.route);
    answer.model = m_model.isEmpty() && route != nullptr ? route->model : m_model;
    m_seams.clear();
    m_state.answer = answer.id;
    m_services.journal.answerBegan(answer);
    if (onlyThought)
        m_services.library.updateMessage(answer);
    else
        m_services.library.appendMessage(answer);
}

void TurnRunner::resumeAnswer()
{
    const Message *known = m_services.library.message(m_state.conversation, m_state.answer);
    if (known == nullptr)
        return;
    Message answer = *known;
    answer.state = MessageState::Streaming;
    m_services.library.updateMessage(answer);
}

void TurnRunner::show(const QString &text)
{
    if (text.isEmpty())
        return;
    if (std::exchange(m_seamDue, false)) {
        const Message *answer = m_services.library.message(m_state.conversation, m_state.answer);
        m_seams.push_back(answer != nullptr ? answer->text.size() : 0);
    }
    m_services.library.appendText(m_state.conversation, m_state.answer, text);
    m_unflushed += text;
    flushSoon();
}

/// What the join still held back is part of the answer, however the attempt ends.
void TurnRunner::releaseHeld()
{
    if (m_join)
        show(std::exchange(m_join, std::nullopt)->finish());
}

void TurnRunner::flushSoon()
{
    if (!m_flushAlarm)
        m_flushAlarm = m_services.alarms.at(m_services.time.now() + checkpointPause, [this] { flush(); });
}

void TurnRunner::flush()
{
    m_flushAlarm.reset();
    const Message *answer = m_services.library.message(m_state.conversation, m_state.answer);
    if (std::exchange(m_thoughtsUnflushed, false) && answer != nullptr)
        m_services.journal.thought(answer->id, answer->thoughts);
    if (!m_unflushed.isEmpty())
        m_services.journal.checkpoint(m_state.answer, std::exchange(m_unflushed, {}));
}

void TurnRunner::recordResponse()
{
    if (!m_attempt)
        return;
    Attempt &attempt = m_state.attempts.at(m_sent); // after an abort the last one may be the next already
    attempt.rawResponse = withoutKey(m_attempt->rawResponse());
    if (!m_attempt->requestId().isEmpty())
        attempt.requestId = m_attempt->requestId();
}

/// What the attempt used is charged when it ends, however it ends.
void TurnRunner::charge()
{
    if (m_services.ledger == nullptr || !m_attempt)
        return;
    Attempt &attempt = m_state.attempts.at(m_sent);
    const Provider *provider = providerOf(attempt.route);
    if (provider == nullptr || m_usage == Usage {})
        return;
    attempt.usage = m_usage;
    const QString model = m_model.isEmpty() ? m_ask.model : m_model;
    attempt.dollars = m_services.ledger->costOf(*provider, model, attempt.usage);
    if (!attempt.dollars) // the server may call it by a name of its own
        attempt.dollars = m_services.ledger->costOf(*provider, m_ask.model, attempt.usage);
    m_services.ledger->add({m_services.time.wall(), m_state.id, attempt.number, m_state.conversation, provider->id, model, m_usage, attempt.dollars});
}

/// The person's own limit is reached, and a route of the turn may cost something.
bool TurnRunner::isSpentUp() const
{
    if (m_services.ledger == nullptr || !m_services.ledger->isLimitReached())
        return false;
    const RouteTable &table = m_services.routes();
    return std::any_of(m_state.chain.steps.begin(), m_state.chain.steps.end(), [&](const ChainStep &step) {
        const Route *route = table.route(step.route);
        const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr;
        return provider != nullptr && m_services.ledger->mayCost(*provider, route->model);
    });
}

void TurnRunner::takeEnd(std::optional<Fault> fault, StopReason reason)
{
    releaseHeld();
    if (!m_attempt)
        return; // stopped by somebody who saw that
    flush();
    recordResponse();
    if (fault)
        m_usage = usageOfBroken(m_state, m_services.library, m_seams, m_begun, m_usage);
    charge();
    if (fault)
        fault = withoutKey(*std::move(fault));
    m_stopReason = reason;
    const Duration longestSilence = m_attempt->longestSilence();
    // It is calling us; what it has to say is said.
    m_attempt.release()->deleteLater();
    const bool rewritable = fault && isRewritable(m_ask, *fault);
    if (!fault)
        learnFromRewrites(m_state, m_services.routes(), m_services.catalogue, m_services.library);
    const Message *answer = m_services.library.message(m_state.conversation, m_state.answer);
    tell(turnevent::Ended {fault, fault && answer != nullptr ? sentencesIn(answer->text) : 0, longestSilence, rewritable, fault && hasAnotherKey(*fault)});
}

/// A server may say the key again, in whatever place and of whatever form: what is kept of its words is without it.
QString TurnRunner::withoutKey(QString text) const
{
    return m_secret.size() < 8 ? text : text.replace(m_secret, QLatin1String("[key removed]"));
}

Fault TurnRunner::withoutKey(Fault fault) const
{
    for (QString *each : {&fault.detail, &fault.type, &fault.code, &fault.requestId})
        *each = withoutKey(*each);
    return fault;
}

/// Whether the provider can be asked with another key, when it was this one that it refused.
bool TurnRunner::hasAnotherKey(const Fault &fault)
{
    const Attempt &attempt = m_state.attempts.at(m_sent);
    const Provider *provider = providerOf(attempt.route);
    return verdictOn(fault).gate == GateKind::Credential && provider != nullptr && m_services.credentials.refuse(*provider, attempt.key);
}

/// What came of a broken answer stays where it is; the next one becomes a message of its own.
void TurnRunner::setAside(const MessageId &answer)
{
    const Message *known = m_services.library.message(m_state.conversation, answer);
    if (known == nullptr)
        return;
    Message broken = *known;
    broken.state = MessageState::SetAside;
    if (!m_model.isEmpty())
        broken.model = m_model;
    broken.attempts = static_cast<int>(m_state.attempts.size());
    m_services.library.updateMessage(broken);
    m_services.journal.setAside(broken);
}

std::optional<Message> TurnRunner::finalAnswer() const
{
    const Message *known = m_services.library.message(m_state.conversation, m_state.answer);
    if (known == nullptr)
        return std::nullopt;
    Message answer = *known;
    if (!m_model.isEmpty())
        answer.model = m_model;
    answer.state = stateFor(m_state.phase, m_stopReason);
    answer.attempts = static_cast<int>(m_state.attempts.size());
    answer.fellBack = !m_state.batch && !m_state.attempts.empty() && !m_state.chain.steps.empty() && m_state.attempts.back().route != m_state.chain.steps.front().route;
    answer.took = m_state.took();
    answer.seams = m_seams;
    answer.usage = m_usage;
    answer.dollars = dollarsFor(m_state.attempts);
    if (m_batchDollars)
        answer.dollars = answer.dollars.value_or(0.0) + *m_batchDollars;
    answer.explanation = m_explanation;
    if (m_thoughtFor > Duration::zero())
        answer.thoughtFor = m_thoughtFor;
    return answer;
}

void TurnRunner::rest()
{
    flush();
    if (m_state.phase == TurnPhase::Answered && m_state.answer.isEmpty())
        beginAnswer(); // the provider had nothing to say; that is an answer too
    const auto answer = finalAnswer();
    if (answer)
        m_services.library.updateMessage(*answer);
    const QPointer<TurnRunner> alive(this);
    m_services.journal.settled(m_state, answer, [alive](const Result<void> &written) {
        if (alive)
            alive->m_state.notSaved = written ? std::nullopt : std::optional(written.error());
        if (alive && !written)
            Q_EMIT alive->notSaved(written.error());
        if (alive)
            Q_EMIT alive->rested();
    });
}

} // namespace breakwater
