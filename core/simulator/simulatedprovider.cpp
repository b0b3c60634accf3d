// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/simulatedprovider.h"

#include "core/simulator/answers.h"
#include "core/simulator/batchroutes.h"
#include "core/simulator/requestform.h"

#include <QHostAddress>
#include <QLocale>

#include <cmath>

namespace breakwater {

namespace {

constexpr int mostConnections = 1000;
constexpr double charactersPerToken = 4;
constexpr auto doorGlance = std::chrono::milliseconds(10);

/// A door owns the connections that came through it.
QList<HttpConnection *> connectionsOf(const QTcpServer &door)
{
    return door.findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly);
}

void stopEarly(ChatAnswer &answer, const Condition &fate)
{
    answer.text.truncate(fate.afterCharacters);
    answer.end = *fate.stop;
    answer.category = fate.category;
    answer.explanation = fate.message;
    if (answer.text.isEmpty())
        answer.thinking.clear();
}

} // namespace

SimulatedProvider::SimulatedProvider(const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_anthropic(makeAnthropicVoice())
    , m_speedSince(time.now())
    , m_simulatedSince(m_speedSince)
    , m_player({}, m_speedSince)
    , m_batches([this](const QJsonObject &params, ApiVersion version) { return workOnBatched(params, version); })
{
    for (const ProfileName &each : profileNames)
        m_openAi.push_back(makeOpenAiVoice(each.profile));
    connect(&m_doorWatch, &QTimer::timeout, this, &SimulatedProvider::swingDoors);
}

SimulatedProvider::~SimulatedProvider()
{
    // The connections speak with the voices and count here: they go first.
    for (const Door &door : m_doors)
        qDeleteAll(connectionsOf(*door.server));
}

bool SimulatedProvider::listen(int doors)
{
    for (int i = 0; i < doors; ++i) {
        auto server = std::make_unique<QTcpServer>();
        if (!server->listen(QHostAddress::LocalHost, 0))
            return false;
        connect(server.get(), &QTcpServer::newConnection, this, [this, at = server.get()] { accept(*at); });
        const quint16 port = server->serverPort();
        m_doors.push_back({std::move(server), port});
    }
    return true;
}

QUrl SimulatedProvider::baseUrl(int door) const
{
    const auto index = static_cast<std::size_t>(door) - 1;
    return index < m_doors.size() ? QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_doors[index].port)) : QUrl();
}

void SimulatedProvider::setScript(const WeatherScript &script)
{
    m_player = WeatherPlayer(script, now());
    m_limits.clear();
    m_capacity.reset();
    const bool swings = std::any_of(
        script.phases.begin(), script.phases.end(), [](const WeatherPhase &each) { return !each.closedDoors.empty(); });
    if (swings)
        m_doorWatch.start(doorGlance);
    else
        m_doorWatch.stop();
    swingDoors();
}

/// A closed door refuses connections, and those that stood when it closed are reset.
void SimulatedProvider::swingDoors()
{
    const WeatherPhase *phase = m_player.phase(now());
    for (std::size_t i = 0; i < m_doors.size(); ++i) {
        QTcpServer &server = *m_doors[i].server;
        const bool closed = phase != nullptr
            && std::count(phase->closedDoors.begin(), phase->closedDoors.end(), static_cast<int>(i) + 1) > 0;
        if (closed && server.isListening()) {
            server.close();
            for (HttpConnection *connection : connectionsOf(server))
                connection->reset();
        } else if (!closed && !server.isListening()) {
            // Should another program have taken the port meanwhile, the next glance tries again.
            static_cast<void>(server.listen(QHostAddress::LocalHost, m_doors[i].port));
        }
    }
}

QString SimulatedProvider::phase()
{
    const WeatherPhase *current = m_player.phase(now());
    return current == nullptr ? QString() : current->name;
}

void SimulatedProvider::setSpeed(double factor)
{
    m_simulatedSince = now();
    m_speedSince = m_time.now();
    m_speed = std::clamp(factor, 0.001, 1e6);
}

Instant SimulatedProvider::now() const
{
    return m_simulatedSince + fromSeconds(toSeconds(m_time.now() - m_speedSince) * m_speed);
}

QDateTime SimulatedProvider::wall() const
{
    return QDateTime::fromMSecsSinceEpoch(m_time.wall().time_since_epoch().count(), Qt::UTC);
}

void SimulatedProvider::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        if (connectionsOf(server).size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new HttpConnection(socket, &server);
        connect(connection, &HttpConnection::requested, this,
            [this, connection](const HttpRequest &request) { handle(connection, request); });
        connect(connection, &HttpConnection::refused, this, [this, connection](int status) {
            ++m_counts.requests;
            if (status == 413 && script().bare413) {
                refuseTooLarge(connection);
                return;
            }
            refuse(connection, *m_anthropic,
                {status, QStringLiteral("The request cannot be read as HTTP/1.1, or is too large.")});
        });
    }
}

void SimulatedProvider::handle(HttpConnection *connection, const HttpRequest &request)
{
    const QString path = request.path();
    const bool messages = path == QLatin1String("/v1/messages");
    const bool counting = path == QLatin1String("/v1/messages/count_tokens");
    const bool completions = path == QLatin1String("/v1/chat/completions");
    const bool models = path == QLatin1String("/v1/models") || path.startsWith(QLatin1String("/v1/models/"));
    const bool batches = isBatchPath(path);
    const bool anthropic = messages || counting || batches
        || (!completions && (request.hasHeader("anthropic-version") || request.hasHeader("x-api-key")));
    const Voice &voice = anthropic ? *m_anthropic : openAi();
    ++m_counts.requests;
    ++m_counts.byPath[path];
    m_counts.messages += (messages || completions) && request.method == "POST" ? 1 : 0;
    Q_EMIT requestArrived(request);

    if (!messages && !counting && !completions && !models && !batches) {
        refuse(connection, voice, {404, QStringLiteral("Not found: %1").arg(path)});
    } else if (!batches && request.method != (models ? "GET" : "POST")) {
        refuse(connection, voice, {405, QStringLiteral("Method not allowed")});
    } else if (const auto problem = keyProblem(request)) {
        refuse(connection, voice, *problem);
    } else if (models) {
        listModels(connection, request);
    } else if (batches) {
        answerBatch(connection, request);
    } else if (const auto form = completions
                   ? readCompletions(request)
                   : readMessages(request, script().versions,
                       counting ? MessagesUse::Counting : MessagesUse::Answering);
               !form) {
        refuse(connection, voice, form.error());
    } else if (!serves(form->model)) {
        refuse(connection, voice, {404, QStringLiteral("model: ") + form->model});
    } else if (counting) {
        respond(connection, voice, R"({"input_tokens":)" + QByteArray::number(form->inputTokens) + '}');
    } else {
        answer(connection, voice, {keyOf(request), modelClass(form->model)}, *form);
    }
}

std::optional<ApiError> SimulatedProvider::keyProblem(const HttpRequest &request) const
{
    const QByteArray key = keyOf(request);
    if (key.isEmpty())
        return ApiError {401, QStringLiteral("x-api-key: header is required")};
    if (key.contains("bad"))
        return ApiError {401, QStringLiteral("invalid x-api-key")};
    return std::nullopt;
}

KeyLimits &SimulatedProvider::limitsOf(const Pool &pool, const QString &model)
{
    const WeatherPhase *phase = m_player.phase(now());
    const RateLimits *own = phase != nullptr ? phase->limitsFor(model) : nullptr;
    const RateLimits &all = phase != nullptr && phase->limits ? *phase->limits : script().limits;
    const RateLimits &wanted = own != nullptr ? *own : all;
    KeyLimits &limits = m_limits.try_emplace(pool, wanted, now()).first->second;
    limits.change(wanted, now());
    return limits;
}

bool SimulatedProvider::takeCapacity()
{
    const WeatherPhase *phase = m_player.phase(now());
    const auto &wanted = phase != nullptr && phase->capacity ? phase->capacity : script().capacity;
    if (!wanted) {
        m_capacity.reset();
        return true;
    }
    if (!m_capacity)
        m_capacity.emplace(*wanted, TokenBucket(wanted->burst, wanted->requestsPerSecond, now()));
    if (m_capacity->first != *wanted) {
        m_capacity->first = *wanted;
        m_capacity->second.resize(wanted->burst, wanted->requestsPerSecond, now());
    }
    const bool room = m_capacity->second.level(now()) >= 1 && m_counts.inFlight < wanted->slots.value_or(mostConnections);
    m_capacity->second.take(room ? 1 : wanted->refusalCost, now(), -wanted->burst);
    return room;
}

void SimulatedProvider::answer(
    HttpConnection *connection, const Voice &voice, const Pool &pool, const ChatRequest &chat)
{
    ++m_counts.byModel[chat.model];
    KeyLimits &limits = limitsOf(pool, chat.model);
    // What the cache reads does not count against the limit.
    const Duration wait = limits.admit(chat.inputTokens - m_cache.look(pool.first, chat, now()).read, now());
    LimitLevels levels = limits.levels(now());
    if (wait > Duration::zero()) {
        refuse(connection, voice, {429, standardMessage(429), {}, {}, std::ceil(toSeconds(wait))}, &levels);
        return;
    }
    if (!takeCapacity()) {
        refuse(connection, voice, {529, standardMessage(529)}, &levels);
        return;
    }
    const Condition fate = m_player.next(chat.model, now());
    if (!fate.refuse) {
        serve(connection, voice, pool, chat, fate);
        return;
    }
    if (*fate.refuse == 429 && fate.retryAfter) // the headers tell the same story as the hint
        levels.requests = {levels.requests.limit, 0, fromSeconds(*fate.retryAfter)};
    refuse(connection, voice, errorOf(fate), &levels);
}

void SimulatedProvider::serve(
    HttpConnection *connection, const Voice &voice, const Pool &pool, const ChatRequest &chat, const Condition &fate)
{
    const LimitLevels levels = limitsOf(pool, chat.model).levels(now());
    Exchange::Task task;
    task.request = chat;
    task.answer = answerTo(chat);
    task.answer.cache = m_cache.look(pool.first, chat, now());
    m_cache.keep(pool.first, chat, now());
    task.fate = fate;
    if (fate.stop)
        stopEarly(task.answer, fate);
    task.error = errorOf(fate);
    task.requestId = nextRequestId();
    task.headers = commonHeaders(voice, task.requestId, &levels);
    task.answer.id = task.requestId.mid(4);
    task.answer.created = wall().toSecsSinceEpoch();
    task.speed.firstToken = fromSeconds(toSeconds(fate.firstToken.value_or(script().firstToken)) / m_speed);
    task.speed.charactersPerSecond =
        fate.tokensPerSecond.value_or(script().tokensPerSecond) * charactersPerToken * m_speed;
    const Duration pings = fate.pingEvery.value_or(std::chrono::seconds(5));
    task.speed.pingEvery = std::max<Duration>(fromSeconds(toSeconds(pings) / m_speed), std::chrono::milliseconds(50));

    ++m_counts.inFlight;
    auto *exchange = new Exchange(std::move(task), voice, connection);
    connect(exchange, &Exchange::ended, this,
        [this, pool, model = chat.model, stream = chat.stream, phase = m_player.phaseNumber()](const ExchangeEnd &end) {
            --m_counts.inFlight;
            ++m_counts.byStatus[end.status];
            m_counts.answered += end.whole ? 1 : 0;
            m_counts.abandoned += end.abandoned ? 1 : 0;
            limitsOf(pool, model).settle(end.outputTokens, now());
            if (end.whole && stream)
                m_player.answered(phase, now());
        });
    exchange->start();
}

void SimulatedProvider::refuse(
    HttpConnection *connection, const Voice &voice, const ApiError &error, const LimitLevels *levels)
{
    ++m_counts.byStatus[error.status];
    const QString requestId = nextRequestId();
    HttpHeaders headers = commonHeaders(voice, requestId, levels);
    headers.emplaceBack("content-type", "application/json");
    if (error.retryAfter)
        headers.emplaceBack("retry-after", QByteArray::number(std::ceil(*error.retryAfter / m_speed), 'f', 0));
    connection->respond(error.status, headers, voice.errorBody(error, requestId));
}

/// As a proxy in front of the API refuses: it knows neither envelope nor request id.
void SimulatedProvider::refuseTooLarge(HttpConnection *connection)
{
    ++m_counts.byStatus[413];
    connection->respond(413, {{"content-type", "text/html"}},
        "<html><head><title>413 Payload Too Large</title></head><body>Payload Too Large</body></html>\n");
}

void SimulatedProvider::respond(
    HttpConnection *connection, const Voice &voice, const QByteArray &body, const QByteArray &contentType)
{
    ++m_counts.byStatus[200];
    HttpHeaders headers = commonHeaders(voice, nextRequestId(), nullptr);
    headers.emplaceBack("content-type", contentType);
    connection->respond(200, headers, body);
}

HttpHeaders SimulatedProvider::commonHeaders(
    const Voice &voice, const QString &requestId, const LimitLevels *levels) const
{
    HttpHeaders headers {
        {"date", QLocale::c().toString(wall(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1()},
        {voice.requestIdHeader(), requestId.toLatin1()},
    };
    if (levels != nullptr)
        headers += voice.limitHeaders(*levels, wall(), m_speed);
    return headers;
}

QString SimulatedProvider::nextRequestId()
{
    return QStringLiteral("req_sim%1").arg(++m_requestNumber, 21, 10, QLatin1Char('0'));
}

} // namespace breakwater
