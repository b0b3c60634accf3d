// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storm/storm.h"

#include "core/store/names.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace breakwater {

namespace {

class OneKey final : public Credentials
{
public:
    explicit OneKey(QByteArray key)
        : m_key(std::move(key))
    {
    }
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {{}, m_key}; }

private:
    QByteArray m_key;
};

qint64 milliseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

/// Every user draws from a sequence of its own: how long one user's answers take does not change another's course.
std::uint64_t seedOfUser(std::uint64_t seed, int user)
{
    return seed * 1'000'003 + static_cast<std::uint64_t>(user);
}

} // namespace

RouteTable Storm::routesFor(const StormPlan &plan)
{
    Provider first;
    first.id = ProviderId(QStringLiteral("first"));
    first.name = QStringLiteral("First");
    first.dialect = Dialect::Anthropic;
    first.baseUrl = plan.baseUrl;
    Provider fallback;
    fallback.id = ProviderId(QStringLiteral("fallback"));
    fallback.name = QStringLiteral("Fallback");
    fallback.dialect = Dialect::OpenAi;
    fallback.baseUrl = plan.fallbackBaseUrl;

    RouteTable table;
    table.providers = {first, fallback};
    Chain chain;
    chain.id = ChainId(QStringLiteral("storm"));
    for (const auto &[provider, model] : {std::pair(first.id, QStringLiteral("claude-sonnet-5")),
             std::pair(first.id, QStringLiteral("claude-haiku-5-5")), std::pair(fallback.id, QStringLiteral("gpt-4.1"))}) {
        table.routes.push_back({RouteId(model), provider, model, model});
        chain.steps.emplace_back().route = RouteId(model);
    }
    table.chains = {chain};
    return table;
}

Storm::Storm(StormPlan plan, QFile &out, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_out(out)
    , m_jitter(m_plan.seed)
    , m_routes(routesFor(m_plan))
    , m_credentials(std::make_unique<OneKey>(m_plan.key))
    , m_outbox(std::make_unique<Outbox>(TurnServices {m_transport, m_alarms, m_time, m_jitter, m_journal, m_library, m_conditions, *m_credentials,
          [this]() -> const RouteTable & { return m_routes; }, m_catalogue}))
{
    connect(&m_library, &Library::messageAppended, this, &Storm::noteText);
    connect(&m_library, &Library::textAppended, this, &Storm::noteText);
    connect(&m_library, &Library::messageChanged, this, &Storm::noteText);
    connect(m_outbox.get(), &Outbox::turnSettled, this, &Storm::takeSettled);
}

Storm::~Storm() = default;

void Storm::begin()
{
    const Instant now = m_time.now();
    m_end = now + m_plan.length;
    m_users.resize(static_cast<std::size_t>(m_plan.users));
    for (int user = 0; user < m_plan.users; ++user) {
        User &each = m_users[static_cast<std::size_t>(user)];
        each.chance = SeededJitter(seedOfUser(m_plan.seed, user));
        sendLater(user, fromSeconds(1.5 * each.chance.next()));
    }
    m_lastAlarm = m_alarms.at(m_end + grace, [this] { giveUp(); });
}

void Storm::sendLater(int user, Duration after)
{
    const Instant at = m_time.now() + after;
    User &sender = m_users[static_cast<std::size_t>(user)];
    sender.thinking = at <= m_end;
    if (sender.thinking)
        sender.alarm = m_alarms.at(at, [this, user] { sendTurn(user); });
    else
        endIfIdle();
}

/// Each turn is a conversation of its own, so that no history grows.
void Storm::sendTurn(int user)
{
    User &sender = m_users[static_cast<std::size_t>(user)];
    sender.thinking = false;
    Course course;
    course.user = user;
    course.name = QStringLiteral("%1-%2-%3").arg(m_plan.seed).arg(user).arg(sender.turns++);
    course.start = m_time.wall();
    const QString text = QStringLiteral("[[turn %1]] Please answer turn %1.").arg(course.name);
    if (const auto id = m_outbox->submit({{}, text, {}}))
        m_open.emplace(*id, std::move(course));
}

/// An answer may be begun anew, in another message or in the same one: only text that stands counts.
void Storm::noteText(const ConversationId &conversation, const MessageId &id)
{
    const Message *message = m_library.message(conversation, id);
    if (message == nullptr || message->role != Role::Assistant)
        return;
    const auto open = m_open.find(message->turn);
    if (open == m_open.end())
        return;
    if (message->text.isEmpty())
        open->second.firsts.erase(id);
    else
        open->second.firsts.try_emplace(id, m_time.wall());
}

void Storm::takeSettled(const TurnId &id)
{
    const auto open = m_open.find(id);
    if (open == m_open.end())
        return;
    const Course course = std::move(open->second);
    m_open.erase(open);
    write(course, m_outbox->turn(id));
    sendLater(course.user, fromSeconds(0.5 + m_users[static_cast<std::size_t>(course.user)].chance.next()));
}

void Storm::giveUp()
{
    for (const auto &[id, course] : std::exchange(m_open, {}))
        write(course, nullptr);
    endIfIdle();
}

void Storm::endIfIdle()
{
    const bool thinking = std::any_of(m_users.begin(), m_users.end(), [](const User &each) { return each.thinking; });
    if (!thinking && m_open.empty())
        QMetaObject::invokeMethod(this, &Storm::over, Qt::QueuedConnection);
}

/// `turn` null: unfinished.
void Storm::write(const Course &course, const TurnState *turn)
{
    const Message *answer = turn != nullptr && turn->phase == TurnPhase::Answered ? m_library.message(turn->conversation, turn->answer) : nullptr;
    QJsonObject line {
        {QStringLiteral("turn"), course.name},
        {QStringLiteral("user"), course.user},
        {QStringLiteral("start_ms"), milliseconds(course.start)},
        {QStringLiteral("first_ms"), QJsonValue()},
        {QStringLiteral("end_ms"), milliseconds(m_time.wall())},
        {QStringLiteral("outcome"), turn == nullptr ? QStringLiteral("unfinished") : answer != nullptr ? QStringLiteral("answered") : QStringLiteral("failed")},
        {QStringLiteral("text_sha256"), QJsonValue()},
        {QStringLiteral("text_len"), 0},
        {QStringLiteral("route"), QJsonValue()},
    };
    if (answer != nullptr) {
        const QByteArray text = answer->text.toUtf8();
        if (const auto first = course.firsts.find(answer->id); first != course.firsts.end())
            line.insert(QStringLiteral("first_ms"), milliseconds(first->second));
        line.insert(QStringLiteral("text_sha256"), QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
        line.insert(QStringLiteral("text_len"), text.size());
        if (const Route *route = turn->attempts.empty() ? nullptr : m_routes.route(turn->attempts.back().route))
            line.insert(QStringLiteral("route"), route->model);
    } else if (turn != nullptr) {
        line.insert(QStringLiteral("error"), turn->fault ? nameOf(turn->fault->kind) : QStringLiteral("None"));
    }
    m_out.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_out.flush();
}

} // namespace breakwater
