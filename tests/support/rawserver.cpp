// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"

#include <QTimer>

#include <algorithm>
#include <memory>

#include <sys/socket.h>

namespace breakwater {

namespace {

/// Ends a connection with RST instead of FIN.
void reset(QTcpSocket *socket)
{
    const linger now {1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

} // namespace

RawServer::RawServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

RawServer::~RawServer()
{
    // The sockets go with m_server, and have nobody to tell by then.
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->disconnect(this);
}

QUrl RawServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void RawServer::respond(int status, const QByteArray &headers, const QByteArray &body)
{
    enqueue({"HTTP/1.1 " + QByteArray::number(status) + " X\r\ncontent-length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body, After::KeepOpen});
}

void RawServer::stream(const QByteArray &events, After after)
{
    enqueue({"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n" + events, after});
}

void RawServer::send(const QByteArray &bytes)
{
    if (m_newest != nullptr) {
        m_newest->write(bytes);
        m_newest->flush();
    }
}

void RawServer::closeNewest()
{
    if (m_newest != nullptr)
        m_newest->disconnectFromHost();
}

int RawServer::posts() const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [](const QByteArray &each) { return each.startsWith("POST "); }));
}

void RawServer::answerWaiting(const Reply &reply)
{
    for (const QPointer<QTcpSocket> &each : std::exchange(m_waiting, {})) {
        if (each)
            give(each, reply);
    }
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_newest = socket;
        const auto connection = std::make_shared<Connection>(Connection {socket, {}, false, false});
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            ++m_hungUp;
            if (m_newest == socket)
                m_newest = nullptr;
            socket->deleteLater();
        });
        if (takesEarlyReply(*connection, At::Connection))
            continue;
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(*connection); });
    }
}

void RawServer::read(Connection &connection)
{
    if (connection.over)
        return;
    QByteArray &buffer = connection.buffer;
    buffer += connection.socket->readAll();
    for (;;) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        if (!std::exchange(connection.headSeen, true)) {
            if (buffer.startsWith("POST "))
                ++m_postsBegun;
            if (takesEarlyReply(connection, At::Head))
                return;
        }
        qsizetype length = 0;
        for (const QByteArray &line : buffer.first(headEnd).split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        const qsizetype size = headEnd + 4 + length;
        if (buffer.size() < size)
            return;
        m_requests.append(buffer.first(size));
        buffer.remove(0, size);
        connection.headSeen = false;
        answer(connection.socket);
    }
}

bool RawServer::takesEarlyReply(Connection &connection, At moment)
{
    if (m_replies.empty() || m_replies.front().at != moment)
        return false;
    connection.over = true;
    connection.socket->setReadBufferSize(1); // the rest stays in the kernel, so that a close before it becomes a reset
    answer(connection.socket);
    return true;
}

void RawServer::answer(QTcpSocket *socket)
{
    if (m_replies.empty()) {
        m_waiting.append(socket);
        return;
    }
    const Reply reply = std::move(m_replies.front());
    m_replies.pop_front();
    if (reply.thinking.count() == 0)
        give(socket, reply);
    else
        QTimer::singleShot(reply.thinking, socket, [this, socket, reply] { give(socket, reply); });
}

void RawServer::give(QTcpSocket *socket, const Reply &reply)
{
    socket->write(reply.bytes);
    socket->flush();
    switch (reply.after) {
    case After::KeepOpen:
        break;
    case After::Close:
        socket->disconnectFromHost();
        break;
    case After::Reset:
        // One turn of the event loop later, so that the bytes before it have left.
        QMetaObject::invokeMethod(socket, [socket] { reset(socket); }, Qt::QueuedConnection);
        break;
    }
}

} // namespace breakwater
