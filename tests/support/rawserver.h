// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <deque>
#include <memory>

namespace breakwater {

/// A server that does exactly what a test says, byte by byte, and counts what really came over the wire.
///
/// Each request takes the next reply of the queue; when it is empty, the connection stays open without a word. A reply
/// may also be meant for an earlier moment: as soon as a connection is there, or as soon as a request's head is.
class RawServer final : public QObject
{
    Q_OBJECT
public:
    enum class After { KeepOpen, Close, Reset };
    enum class At { Connection, Head, Request };
    struct Reply
    {
        QByteArray bytes; ///< status line, headers and body as they are
        After after = After::KeepOpen;
        At at = At::Request; ///< a reply before the whole request ends what is read of the connection
        std::chrono::milliseconds thinking {0}; ///< passes before the reply
        friend bool operator==(const Reply &, const Reply &) = default;
    };

    explicit RawServer(QObject *parent = nullptr);
    /// One that speaks TLS with a certificate of tests/data/tls ("server.pem"), at https://127.0.0.1:PORT.
    struct Secure
    {
        QString certificate;
    };
    explicit RawServer(const Secure &secure);
    ~RawServer() override;

    /// One at another address of this machine.
    explicit RawServer(const QHostAddress &address);

    /// `http://127.0.0.1:PORT`
    [[nodiscard]] QUrl url() const;
    void enqueue(Reply reply) { m_replies.push_back(std::move(reply)); }
    /// A whole response with its length.
    void respond(int status, const QByteArray &headers, const QByteArray &body);
    /// The head of an event stream without a length, then `events`; it ends when the connection does.
    void stream(const QByteArray &events, After after = After::Close);
    /// More bytes on the newest connection.
    void send(const QByteArray &bytes);
    /// Answers every request that found the queue empty.
    void answerWaiting(const Reply &reply);
    void closeNewest();

    /// Whole requests, oldest first: head and body.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int posts() const;
    /// POSTs whose head came, whole or not: what a provider could count and bill.
    [[nodiscard]] int postsBegun() const { return m_postsBegun; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that the client has ended.
    [[nodiscard]] int hungUp() const { return m_hungUp; }

private:
    RawServer(std::unique_ptr<QTcpServer> server, const QHostAddress &address, QObject *parent);
    /// One connection as far as it was read.
    struct Connection
    {
        QPointer<QTcpSocket> socket;
        QByteArray buffer;
        bool headSeen = false; // of the request at the front of the buffer
        bool over = false; // nothing more is read
    };
    void accept();
    void read(Connection &connection);
    /// Gives the next reply if it is meant for this moment; true when it was for an earlier one than the request's end.
    bool takesEarlyReply(Connection &connection, At moment);
    void answer(QTcpSocket *socket);
    void give(QTcpSocket *socket, const Reply &reply);

    std::unique_ptr<QTcpServer> m_server;
    bool m_isSecure = false;
    std::deque<Reply> m_replies;
    QList<QByteArray> m_requests;
    QList<QPointer<QTcpSocket>> m_waiting;
    QTcpSocket *m_newest = nullptr;
    int m_postsBegun = 0;
    int m_connections = 0;
    int m_hungUp = 0;
};

} // namespace breakwater
