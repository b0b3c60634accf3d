// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/httpconnection.h"

#include <QTimer>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace breakwater {

namespace {

constexpr qint64 mostUnread = qint64(1024) * 1024;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(mostUnread);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        Q_EMIT gone();
        deleteLater();
    });
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this); // its own destructor would report the end to an object that is half gone
}

void HttpConnection::read()
{
    if (m_closing)
        m_socket->readAll();
    else if (!m_busy)
        pump();
}

void HttpConnection::pump()
{
    m_reader.feed(m_socket->readAll());
    const std::optional<HttpRequest> request = m_reader.take();
    if (m_reader.takeExpectation())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (const auto status = m_reader.refusal()) {
        m_busy = true;
        m_keepAlive = false;
        Q_EMIT refused(*status);
    } else if (request) {
        m_busy = true;
        m_keepAlive = request->keepAlive;
        Q_EMIT requested(*request);
    }
}

void HttpConnection::writeHead(int status, const HttpHeaders &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    head += m_keepAlive ? "\r\n" : "connection: close\r\n\r\n";
    m_socket->write(head);
}

void HttpConnection::respond(int status, const HttpHeaders &headers, const QByteArray &body)
{
    respondPartly(status, headers, body, body.size());
    finish();
}

void HttpConnection::respondPartly(int status, const HttpHeaders &headers, const QByteArray &body, qsizetype length)
{
    writeHead(status, HttpHeaders(headers) << std::pair(QByteArray("content-length"), QByteArray::number(body.size())));
    m_socket->write(body.first(length));
}

void HttpConnection::beginStream(const HttpHeaders &headers)
{
    writeHead(200, HttpHeaders(headers) << std::pair(QByteArray("transfer-encoding"), QByteArray("chunked")));
}

void HttpConnection::writeChunk(const QByteArray &chunk)
{
    if (!chunk.isEmpty())
        m_socket->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
}

void HttpConnection::endStream()
{
    m_socket->write("0\r\n\r\n");
    finish();
}

void HttpConnection::finish()
{
    if (m_reader.refusal()) {
        // Closing with unread bytes would reset the connection under the answer: let the client finish first.
        m_closing = true;
        QTimer::singleShot(std::chrono::seconds(1), this, &HttpConnection::cut);
        return;
    }
    if (!m_keepAlive) {
        cut();
        return;
    }
    m_busy = false;
    // Not from inside the answer to the request before.
    QMetaObject::invokeMethod(
        this, [this] { read(); }, Qt::QueuedConnection);
}

void HttpConnection::reset()
{
    m_closing = true;
    const linger hard {1, 0}; // closing with this sends RST instead of FIN
    ::setsockopt(static_cast<decltype(::socket(0, 0, 0))>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
        reinterpret_cast<const char *>(&hard), sizeof hard);
    m_socket->abort();
}

void HttpConnection::cut()
{
    m_closing = true;
    m_socket->disconnectFromHost();
}

} // namespace breakwater
