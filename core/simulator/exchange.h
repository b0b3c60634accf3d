// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/voice.h"
#include "core/simulator/weatherscript.h"

#include <QObject>
#include <QTimer>

namespace breakwater {

/// How fast an exchange speaks, in real time.
struct Speed
{
    Duration firstToken {};
    double charactersPerSecond = 320;
    Duration pingEvery = std::chrono::seconds(5);
};

/// Where an exchange ended, for the books.
struct ExchangeEnd
{
    int status = 0; ///< as sent; 0: no answer began
    bool whole = false; ///< the answer went out to its end
    bool abandoned = false; ///< the client left
    int outputTokens = 0;
};

/// Sends one answer over one connection at the speed of a model, or breaks it as its fate wants.
/// Child of its connection: a client that leaves ends the work.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    struct Task
    {
        ChatRequest request;
        ChatAnswer answer;
        Condition fate;
        Speed speed;
        HttpHeaders headers;
        QString requestId;
        ApiError error; ///< for the faults that send one
    };

    Exchange(Task task, const Voice &voice, HttpConnection *connection);
    void start();

Q_SIGNALS:
    /// Once, always. A hung exchange ends when its client leaves.
    void ended(const breakwater::ExchangeEnd &end);

private:
    void speak();
    void sendThinking();
    void sendPieces();
    void breakOff();
    void completeWhole();
    void end(bool whole);
    void settle(ExchangeEnd end);
    [[nodiscard]] int written() const; ///< in tokens
    [[nodiscard]] HttpHeaders headersFor(const QByteArray &contentType) const;

    Task m_task;
    const Voice &m_voice;
    HttpConnection *m_connection;
    QTimer m_tick;
    QTimer m_pings;
    qsizetype m_thought = 0;
    qsizetype m_sent = 0;
    qsizetype m_stopAt = 0; ///< characters to send before the end or the fault
    double m_allowance = 0; ///< characters that may go now
    int m_status = 0;
    bool m_began = false;
    bool m_spoke = false;
    bool m_ended = false;
};

} // namespace breakwater
