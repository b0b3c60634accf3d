// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <deque>
#include <functional>

namespace breakwater {

/// A server that does exactly what a test says, byte by byte, and counts what really came over the wire.
///
/// Each request takes the next reply of the queue; when it is empty, the connection stays open without a word.
class RawServer final : public QObject
{
    Q_OBJECT
public:
    enum class After { KeepOpen, Close, Reset };
    struct Reply
    {
        QByteArray bytes; ///< status line, headers and body as they are
        After after = After::KeepOpen;
        friend bool operator==(const Reply &, const Reply &) = default;
    };

    explicit RawServer(QObject *parent = nullptr);
    ~RawServer() override;

    /// `http://127.0.0.1:PORT`
    [[nodiscard]] QUrl url() const;
    void enqueue(Reply reply) { m_replies.push_back(std::move(reply)); }
    /// A whole response with its length.
    void respond(int status, const QByteArray &headers, const QByteArray &body);
    /// The head of an event stream without a length, then `events`; it ends when the connection does.
    void stream(const QByteArray &events, After after = After::Close);
    /// More bytes on the newest connection.
    void send(const QByteArray &bytes);
    void closeNewest();

    /// Whole requests, oldest first: head and body.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int posts() const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that the client has ended.
    [[nodiscard]] int hungUp() const { return m_hungUp; }

private:
    void accept();
    void read(QTcpSocket *socket, QByteArray &buffer);
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
    std::deque<Reply> m_replies;
    QList<QByteArray> m_requests;
    QTcpSocket *m_newest = nullptr;
    int m_connections = 0;
    int m_hungUp = 0;
};

} // namespace breakwater
