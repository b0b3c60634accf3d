// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/titler.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration calm = std::chrono::minutes(1); // after a refusal; and between two looks at the weather
constexpr SilenceLimits titlePatience {std::chrono::seconds(20), std::chrono::seconds(20), std::chrono::seconds(10)};
constexpr qsizetype mostRead = 2'000; // letters of the question, and of its answer
constexpr qsizetype longestTitle = 60;
constexpr qint64 mostTokens = 60;
constexpr PaceNeed titleNeed {(2.0 * mostRead + 200.0) / 4.0}; // at most

/// The conversation, and after it what is wanted.
std::vector<Said> titleRequest(const Message &question, const Message &answer)
{
    const QString asked = question.text.trimmed().isEmpty() ? QStringLiteral("(files)") : question.text.left(mostRead);
    return {{Role::User, asked}, {Role::Assistant, answer.text.left(mostRead).trimmed()},
        {Role::User, QStringLiteral("Write a title of two to six words for this conversation, in its language. Reply with the title alone.")}};
}

} // namespace

QString titleFromReply(const QString &reply)
{
    static const QString around = QStringLiteral("\"'“”„‘’«»*_#`").append(QLatin1Char(' '));
    for (const QString &line : reply.left(4 * mostRead).split(QLatin1Char('\n'))) {
        QString title = line.simplified();
        if (title.startsWith(QLatin1String("Title:"), Qt::CaseInsensitive))
            title = title.mid(6);
        while (!title.isEmpty() && around.contains(title.front()))
            title.remove(0, 1);
        while (!title.isEmpty() && (around.contains(title.back()) || title.back() == QLatin1Char('.')))
            title.chop(1);
        if (!title.isEmpty() && !title.startsWith(QLatin1Char('<')))
            return title.size() <= longestTitle ? title : titleFromPrompt(title);
    }
    return {};
}

Titler::Titler(TurnServices services, Outbox &outbox, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_outbox(outbox)
{
    connect(&outbox, &Outbox::turnSettled, this, &Titler::take);
    connect(&outbox, &Outbox::sampled, this, [this](const Sample &sample) {
        if (sample.result != SampleClass::Answered)
            m_refused = m_services.time.now();
    });
}

Titler::~Titler() = default;

void Titler::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (enabled)
        return;
    m_waiting.clear();
    m_alarm.reset();
}

void Titler::take(const TurnId &settled)
{
    const TurnState *turn = m_outbox.turn(settled);
    if (m_enabled && turn != nullptr && turn->phase == TurnPhase::Answered && !turn->attempts.empty() && wantsTitle(turn->conversation))
        m_waiting.try_emplace(turn->conversation, turn->attempts.back().route);
    look();
}

/// One question was answered, and its first words are still the title.
bool Titler::wantsTitle(const ConversationId &id) const
{
    const Conversation *conversation = m_services.library.conversation(id);
    if (conversation == nullptr || conversation->titleIsManual)
        return false;
    const std::vector<const Message *> shown = m_services.library.branch(id);
    return shown.size() >= 2 && shown.front()->role == Role::User && conversation->title == titleFromPrompt(shown.front()->text)
        && std::all_of(shown.begin(), shown.end(), [&shown](const Message *each) { return each->turn == shown.front()->turn; });
}

bool Titler::isClear(const RouteId &route) const
{
    const Instant now = m_services.time.now();
    const Conditions &conditions = m_services.conditions;
    const ProviderCondition *owner = conditions.knownProvider(conditions.ownerOf(route));
    const Pace *pace = conditions.knownPace(route);
    const bool flows = conditions.route(route).breaker.phase(now) == BreakerPhase::Closed && (owner == nullptr || owner->breaker.phase(now) == BreakerPhase::Closed);
    const bool quiet = !m_refused || now - *m_refused >= calm;
    const bool room = pace == nullptr || pace->notBefore(titleNeed, now) <= now;
    return flows && quiet && room && !conditions.isShut(route, now) && m_outbox.unsettled().empty();
}

void Titler::look()
{
    if (m_request)
        return;
    std::erase_if(m_waiting, [this](const auto &each) { return m_services.library.conversation(each.first) == nullptr || m_services.library.conversation(each.first)->titleIsManual; });
    const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const auto &each) { return isClear(each.second); });
    if (next == m_waiting.end()) {
        lookLater();
        return;
    }
    const auto [conversation, route] = *next;
    m_waiting.erase(next); // once, whatever comes of it
    ask(conversation, route);
    if (!m_request)
        lookLater();
}

void Titler::lookLater()
{
    m_alarm.reset();
    if (!m_waiting.empty())
        m_alarm = m_services.alarms.at(m_services.time.now() + calm, [this] { look(); });
}

void Titler::ask(const ConversationId &id, const RouteId &routeId)
{
    const RouteTable &table = m_services.routes();
    const Route *route = table.route(routeId);
    const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr;
    const auto key = provider != nullptr && !awaitsConsent(*provider) ? m_services.credentials.key(*provider) : std::nullopt;
    const bool spentUp = provider != nullptr && m_services.ledger != nullptr && m_services.ledger->isLimitReached() && m_services.ledger->mayCost(*provider, route->model);
    const std::vector<const Message *> shown = m_services.library.branch(id);
    const auto answer = std::find_if(shown.begin(), shown.end(), [](const Message *each) {
        return each->role == Role::Assistant && each->state != MessageState::SetAside && !each->text.trimmed().isEmpty();
    });
    if (!key || spentUp || answer == shown.end())
        return;

    Ask asked;
    asked.model = route->model;
    asked.said = titleRequest(*shown.front(), **answer);
    asked.mostTokens = mostTokens;
    m_attempt = {};
    m_attempt.route = routeId;
    if (!books().sent(m_attempt, titleNeed, 0.0, false))
        return;

    m_conversation = id;
    m_sentAt = m_services.time.now();
    m_reply.clear();
    m_usage = {};
    m_request = std::make_unique<AttemptRunner>(m_services.alarms, m_services.time, [] { return titlePatience; });
    connect(m_request.get(), &AttemptRunner::head, this, [this](int, const std::vector<RoomLeft> &rooms) {
        m_attempt.headersAfter = m_services.time.now() - m_sentAt;
        books().heads(m_attempt, titleNeed, rooms);
    });
    connect(m_request.get(), &AttemptRunner::text, this, [this](const QString &text) {
        if (!m_attempt.firstContentAfter) {
            m_attempt.firstContentAfter = m_services.time.now() - m_sentAt;
            books().content(m_attempt, false);
        }
        m_reply += text;
    });
    connect(m_request.get(), &AttemptRunner::counted, this, [this](const Usage &usage) { m_usage = usage; });
    connect(m_request.get(), &AttemptRunner::ended, this, [this](const std::optional<Fault> &fault) { end(fault); });
    m_request->start(m_services.transport, encode(*provider, key->secret, asked), provider->dialect);
}

/// A title takes its permit and is booked like any request: turns learn from it.
Bookkeeping Titler::books()
{
    return {m_services.conditions, m_policy, m_services.time.now(), m_services.time.wall(), m_services.jitter};
}

void Titler::end(const std::optional<Fault> &fault)
{
    const Duration silence = m_request->longestSilence();
    m_attempt.endedAfter = m_services.time.now() - m_sentAt;
    m_request.release()->deleteLater(); // it is calling us
    if (m_attempt.firstContentAfter)
        books().ended(m_attempt, fault, silence);
    else if (fault)
        books().refused(m_attempt, titleNeed, *fault, false);
    else
        books().abandoned(m_attempt, titleNeed); // whole, and empty
    if (fault)
        m_refused = m_services.time.now();
    const RouteTable &table = m_services.routes();
    const Route *route = table.route(m_attempt.route);
    if (const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr)
        charge(*provider, m_usage);

    const QString title = fault ? QString() : titleFromReply(m_reply);
    const Conversation *known = m_services.library.conversation(m_conversation);
    if (!title.isEmpty() && known != nullptr && !known->titleIsManual) {
        Conversation changed = *known;
        changed.title = title;
        m_services.library.updateConversation(changed);
        Q_EMIT titled(changed);
    }
    look();
}

void Titler::charge(const Provider &provider, const Usage &usage)
{
    const Route *route = m_services.routes().route(m_attempt.route);
    if (m_services.ledger == nullptr || route == nullptr || usage == Usage {})
        return;
    m_services.ledger->add({m_services.time.wall(), makeId<TurnId>(m_services.time.wall()), 1, m_conversation, provider.id, route->model, usage,
        m_services.ledger->costOf(provider, route->model, usage)});
}

} // namespace breakwater
