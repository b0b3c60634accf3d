// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modelserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace breakwater {

namespace {

using std::chrono::milliseconds;

constexpr Duration headersAfter = milliseconds(30);
constexpr Duration refusalAfter = milliseconds(5);
constexpr Duration firstTextAfter = milliseconds(300);
constexpr Duration slowTextAfter = std::chrono::seconds(5);
constexpr Duration wholeTextTakes = milliseconds(800);
constexpr Duration pingEvery = std::chrono::seconds(1);
constexpr int pieces = 12;
constexpr int sentences = 14;
constexpr int wordsInSentence = 8;

/// FNV-1a: the same on every machine and in every run, unlike qHash.
std::uint64_t digest(const QByteArray &bytes)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char each : bytes)
        hash = (hash ^ static_cast<unsigned char>(each)) * 0x100000001B3ULL;
    return hash;
}

QString textOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue block : content.toArray())
        text += block.toObject().value(QLatin1String("text")).toString();
    return text;
}

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

QDateTime dateTime(WallTime wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall.time_since_epoch().count(), Qt::UTC);
}

} // namespace

struct ModelServer::Asked
{
    QString host;
    const Voice *voice = nullptr;
    bool anthropic = true;
    ChatRequest request;
    QString question;
    QString before; ///< what the assistant had said when it broke off
};

struct ModelServer::Step
{
    Duration after {}; ///< since the request was sent
    std::optional<HttpHead> head;
    QByteArray bytes;
    bool ends = false;
    std::optional<Fault> fault;
};

/// Plays its steps one after another. Any call may destroy it: the next alarm is set before.
class ModelServer::Exchange final : public WireExchange
{
public:
    Exchange(FakeTime &time, std::vector<Step> steps, ExchangeEvents events, std::shared_ptr<void> hold, std::function<void(bool aborted)> over)
        : m_time(time)
        , m_sent(time.now())
        , m_steps(std::move(steps))
        , m_events(std::make_shared<const ExchangeEvents>(std::move(events)))
        , m_hold(std::move(hold))
        , m_over(std::move(over))
    {
        arm();
    }
    ~Exchange() override
    {
        if (!m_done)
            m_over(true);
    }

private:
    void arm()
    {
        m_alarm = m_next < m_steps.size() ? m_time.at(m_sent + m_steps[m_next].after, [this] { play(); }) : nullptr;
    }
    void play()
    {
        const Step step = std::move(m_steps[m_next++]);
        const auto events = m_events;
        arm();
        if (step.ends) {
            m_done = true;
            m_hold.reset();
            m_over(false);
            events->ended(step.fault);
        } else if (step.head) {
            events->head(*step.head);
        } else {
            events->bytes(step.bytes);
        }
    }

    FakeTime &m_time;
    Instant m_sent;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::shared_ptr<const ExchangeEvents> m_events;
    std::shared_ptr<void> m_hold;
    std::function<void(bool aborted)> m_over;
    std::unique_ptr<Alarm> m_alarm;
    bool m_done = false;
};

ModelServer::ModelServer(FakeTime &time, WeatherTeller weather, std::uint64_t seed, Trace trace)
    : m_time(time)
    , m_began(time.now())
    , m_weather(std::move(weather))
    , m_dice(seed)
    , m_trace(std::move(trace))
{
}

ModelServer::~ModelServer() = default;

/// Words of syllables that never come twice in a row: a join of two halves cannot succeed by chance.
QString ModelServer::answerTo(const QString &model, const QString &question)
{
    static constexpr char consonants[] = "bdfghklmnprstvwz";
    static constexpr char vowels[] = "aeiou";
    SeededJitter dice(digest((model + QLatin1Char('\n') + question).toUtf8()));
    const auto pick = [&dice](const char *from, int count) { return QLatin1Char(from[static_cast<int>(dice.next() * count)]); };
    QString text;
    text.reserve(sentences * wordsInSentence * 8);
    for (int sentence = 0; sentence < sentences; ++sentence) {
        for (int word = 0; word < wordsInSentence; ++word) {
            if (!text.isEmpty())
                text += QLatin1Char(' ');
            const qsizetype begin = text.size();
            for (int syllables = 2 + static_cast<int>(dice.next() * 3); syllables > 0; --syllables) {
                text += pick(consonants, 16);
                text += pick(vowels, 5);
            }
            if (word == 0)
                text[begin] = text.at(begin).toUpper();
        }
        text += QLatin1Char('.');
    }
    return text;
}

ModelServer::Asked ModelServer::read(const WireRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    Asked asked;
    asked.host = request.url.host();
    asked.anthropic = request.url.path().endsWith(QLatin1String("/messages"));
    asked.request.model = body.value(QLatin1String("model")).toString();
    asked.request.stream = true;
    asked.request.inputTokens = tokensOf(request.body.size());
    asked.request.includeUsage = body.value(QLatin1String("stream_options")).toObject().value(QLatin1String("include_usage")).toBool();
    for (const QJsonValue each : body.value(QLatin1String("messages")).toArray()) {
        const QJsonObject message = each.toObject();
        const QString role = message.value(QLatin1String("role")).toString();
        const QString text = textOf(message.value(QLatin1String("content")));
        if (role == QLatin1String("assistant"))
            asked.before += text;
        else if (role == QLatin1String("user") && asked.question.isEmpty())
            asked.question = text;
    }
    return asked;
}

HttpHead ModelServer::head(const Asked &asked, const Fate &fate, int number) const
{
    HttpHead head;
    head.status = fate.kind == Fate::Kind::Refuse ? fate.status : 200;
    head.headers.add("content-type", head.status == 200 ? "text/event-stream; charset=utf-8" : "application/json");
    head.headers.add("date", QLocale::c().toString(dateTime(m_time.wall()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1());
    head.headers.add(asked.voice->requestIdHeader(), "req_" + QByteArray::number(number));
    if (fate.retryAfter)
        head.headers.add("retry-after", QByteArray::number(std::ceil(*fate.retryAfter), 'f', 0));
    if (fate.levels) {
        for (const auto &[name, value] : asked.voice->limitHeaders(*fate.levels, dateTime(m_time.wall()), 1.0))
            head.headers.add(name, value);
    }
    return head;
}

std::vector<ModelServer::Step> ModelServer::play(const Asked &asked, const Fate &fate, int number) const
{
    const Voice &voice = *asked.voice;
    std::vector<Step> steps;
    const auto send = [&steps](Duration after, QByteArray bytes) { steps.emplace_back(Step {after, {}, std::move(bytes), false, {}}); };
    const auto end = [&steps](Duration after, std::optional<Fault> fault = {}) { steps.emplace_back(Step {after, {}, {}, true, std::move(fault)}); };

    if (fate.kind == Fate::Kind::Mute)
        return steps;
    if (fate.kind == Fate::Kind::Unreachable) {
        Fault fault;
        fault.kind = FaultKind::Connect;
        fault.host = asked.host;
        end(refusalAfter, fault);
        return steps;
    }
    const bool refused = fate.kind == Fate::Kind::Refuse;
    steps.emplace_back(Step {refused ? refusalAfter : headersAfter, head(asked, fate, number), {}, false, {}});
    if (refused) {
        ApiError error;
        error.status = fate.status;
        error.message = standardMessage(fate.status);
        send(refusalAfter, voice.errorBody(error, QStringLiteral("req_%1").arg(number)));
        end(refusalAfter);
        return steps;
    }

    ChatAnswer answer;
    answer.id = QString::number(number);
    answer.model = asked.request.model;
    answer.inputTokens = asked.request.inputTokens;
    answer.created = m_time.wall().time_since_epoch().count() / 1000;
    answer.text = answerTo(answer.model, asked.question);
    if (const QString before = trimmedEnd(asked.before); answer.text.startsWith(before))
        answer.text.remove(0, before.size());

    send(headersAfter, voice.opening(answer));
    const Duration first = fate.kind == Fate::Kind::Slow ? slowTextAfter : firstTextAfter;
    if (fate.kind == Fate::Kind::Slow) {
        const QByteArray ping = voice.ping().isEmpty() ? QByteArray(": keep-alive\n\n") : voice.ping();
        for (Duration at = pingEvery; at < slowTextAfter; at += pingEvery)
            send(at, ping);
    }
    const bool breaks = fate.kind == Fate::Kind::Cut || fate.kind == Fate::Kind::Silent;
    const qsizetype size = answer.text.size();
    const qsizetype stop = breaks ? static_cast<qsizetype>(static_cast<double>(size) * fate.share) : size;
    Duration at = first;
    qsizetype from = 0;
    for (int piece = 0; piece < pieces && from < stop; ++piece) {
        at = first + wholeTextTakes * piece / (pieces - 1);
        const qsizetype to = std::min(stop, size * (piece + 1) / pieces);
        send(at, (piece == 0 ? voice.beforeText(answer) : QByteArray()) + voice.text(answer, answer.text.sliced(from, to - from)));
        from = to;
    }
    if (!breaks)
        send(at, voice.ending(asked.request, answer) + voice.endMark());
    if (fate.kind != Fate::Kind::Silent)
        end(at);
    return steps;
}

std::unique_ptr<WireExchange> ModelServer::send(const WireRequest &request, ExchangeEvents events)
{
    const int number = ++m_requests;
    Asked asked = read(request);
    asked.voice = asked.anthropic ? m_anthropic.get() : m_openAi.get();
    Fate fate = m_weather({asked.host, asked.request.model, m_time.now() - m_began, m_time.now()}, m_dice);

    std::function<void(bool)> over = [](bool) {};
    if (m_trace) {
        static constexpr const char *words[] = {"answered", "refused", "no connection", "mute", "cut", "silent", "answered slowly"};
        const QString subject = QStringLiteral("%1 #%2 %3").arg(asked.question.section(QLatin1Char(']'), 0, 0).mid(7)).arg(number).arg(asked.request.model);
        const QString outcome = QLatin1String(words[static_cast<int>(fate.kind)])
            + (fate.kind == Fate::Kind::Refuse ? QStringLiteral(" %1").arg(fate.status) : QString());
        m_trace(subject + (asked.before.isEmpty() ? QLatin1String(" send") : QLatin1String(" send, the rest")));
        over = [trace = m_trace, subject, outcome](bool aborted) {
            trace(subject + QLatin1Char(' ') + (aborted ? QLatin1String("aborted, would be ") : QLatin1String()) + outcome);
        };
    }
    return std::make_unique<Exchange>(m_time, play(asked, fate, number), std::move(events), std::move(fate.hold), std::move(over));
}

} // namespace breakwater
