// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/simulator/batchdesk.h"
#include "core/simulator/chatrequest.h"
#include "core/simulator/exchange.h"
#include "core/simulator/httpconnection.h"
#include "core/simulator/keylimits.h"
#include "core/simulator/modelcatalog.h"
#include "core/simulator/promptcache.h"
#include "core/simulator/voice.h"
#include "core/simulator/weatherplayer.h"

#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>

namespace breakwater {

/// What arrived on the wire since the start, and what became of it.
struct WireCount
{
    int requests = 0; ///< every HTTP request, also those that made no sense
    int messages = 0; ///< POSTs for an answer, also the refused ones
    int answered = 0; ///< answers that went out whole
    int abandoned = 0; ///< answers whose client left
    int inFlight = 0;
    QMap<QString, int> byPath;
    QMap<QString, int> byModel; ///< of well-formed POSTs for an answer
    QMap<int, int> byStatus; ///< as answered; a request that hangs or is reset before its headers counts as 0
};

/// A model provider on 127.0.0.1 with scripted weather, for tests, demos and learning: no key and no network needed.
///
/// Speaks HTTP/1.1: Anthropic's Messages, their batches and OpenAI's Chat Completions, streamed or not, and the models.
/// Any key serves but one that contains "bad". Lives on the thread that made it.
class SimulatedProvider final : public QObject
{
    Q_OBJECT

public:
    /// `time` gives dates, phases and limits; the stream itself is paced by timers of the event loop.
    explicit SimulatedProvider(const TimeSource &time, QObject *parent = nullptr);
    ~SimulatedProvider() override;

    /// Begins to serve, on free ports of 127.0.0.1. Behind every door is the same provider; a script can close one,
    /// so that a client meets two providers of which one is down.
    [[nodiscard]] bool listen(int doors = 1);
    /// `http://127.0.0.1:PORT`, without the API's own path (`/v1`). Doors count from 1; empty before listen().
    [[nodiscard]] QUrl baseUrl(int door = 1) const;

    /// Begins the script at its first phase, at once; answers under way go on as they were. Limits start full.
    void setScript(const WeatherScript &script);
    [[nodiscard]] const WeatherScript &script() const { return m_player.script(); }
    /// The name of the phase of now; empty after the last.
    [[nodiscard]] QString phase();

    /// How much faster than written everything goes: tokens, phases, limits, hints. 1 is as written.
    void setSpeed(double factor);

    [[nodiscard]] const WireCount &counts() const { return m_counts; }

Q_SIGNALS:
    void requestArrived(const breakwater::HttpRequest &request);

private:
    /// One key and one class of models share limits.
    using Pool = std::pair<QByteArray, QString>;

    struct Door
    {
        std::unique_ptr<QTcpServer> server;
        quint16 port = 0; ///< also while it is closed
    };

    void accept(QTcpServer &server);
    void swingDoors();
    void handle(HttpConnection *connection, const HttpRequest &request);
    void answer(HttpConnection *connection, const Voice &voice, const Pool &pool, const ChatRequest &chat);
    void serve(HttpConnection *connection, const Voice &voice, const Pool &pool, const ChatRequest &chat,
        const Condition &fate);
    void refuse(
        HttpConnection *connection, const Voice &voice, const ApiError &error, const LimitLevels *levels = nullptr);
    void refuseTooLarge(HttpConnection *connection);
    void respond(HttpConnection *connection, const Voice &voice, const QByteArray &body,
        const QByteArray &contentType = "application/json");
    void answerBatch(HttpConnection *connection, const HttpRequest &request);
    [[nodiscard]] QJsonObject workOnBatched(const QJsonObject &params, ApiVersion version);
    [[nodiscard]] bool serves(const QString &model) const;
    [[nodiscard]] const Voice &openAi() const { return *m_openAi.at(static_cast<std::size_t>(script().profile)); }
    void listModels(HttpConnection *connection, const HttpRequest &request);
    [[nodiscard]] std::optional<ApiError> keyProblem(const HttpRequest &request) const;
    [[nodiscard]] KeyLimits &limitsOf(const Pool &pool, const QString &model);
    [[nodiscard]] bool takeCapacity();
    [[nodiscard]] HttpHeaders commonHeaders(
        const Voice &voice, const QString &requestId, const LimitLevels *levels) const;
    [[nodiscard]] QString nextRequestId();
    [[nodiscard]] Instant now() const; ///< simulated: `speed` times as fast as the clock
    [[nodiscard]] QDateTime wall() const;

    const TimeSource &m_time;
    std::vector<Door> m_doors;
    QTimer m_doorWatch; ///< runs while the script has phases that close doors
    std::unique_ptr<Voice> m_anthropic;
    std::vector<std::unique_ptr<Voice>> m_openAi; ///< by profile: answers under way keep theirs
    double m_speed = 1;
    Instant m_speedSince;
    Instant m_simulatedSince;
    WeatherPlayer m_player;
    std::map<Pool, KeyLimits> m_limits;
    PromptCache m_cache;
    BatchDesk m_batches;
    std::optional<std::pair<SharedCapacity, TokenBucket>> m_capacity;
    WireCount m_counts;
    int m_requestNumber = 0;
};

} // namespace breakwater
