// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
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

std::unique_ptr<QTcpServer> tlsServer(const QString &name)
{
    QFile file(QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/tls/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no certificate %s", qPrintable(name));
    const QByteArray pem = file.readAll();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(pem, QSsl::Ec, QSsl::Pem));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace

RawServer::RawServer(std::unique_ptr<QTcpServer> server, const QHostAddress &address, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
    // For one with TLS it comes when the handshake is done.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
    if (!m_server->listen(address))
        qFatal("no port to listen on");
}

RawServer::RawServer(QObject *parent)
    : RawServer(std::make_unique<QTcpServer>(), QHostAddress::LocalHost, parent)
{
}

RawServer::RawServer(const QHostAddress &address)
    : RawServer(std::make_unique<QTcpServer>(), address, nullptr)
{
}

RawServer::RawServer(const Secure &secure)
    : RawServer(tlsServer(secure.certificate), QHostAddress::LocalHost, nullptr)
{
    m_isSecure = true;
}

RawServer::~RawServer()
{
    // The sockets go with m_server, and have nobody to tell by then.
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
        socket->disconnect(this);
}

QUrl RawServer::url() const
{
    QUrl url;
    url.setScheme(m_isSecure ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_server->serverAddress().toString());
    url.setPort(m_server->serverPort());
    return url;
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
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
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
