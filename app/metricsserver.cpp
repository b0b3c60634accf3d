// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricsserver.h"

#include "core/base/logging.h"
#include "core/health/metrics.h"
#include "core/simulator/httprequest.h"

#include <QTcpSocket>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostOfARequest = qsizetype(8) * 1024; // bytes
constexpr int mostConnections = 8;
constexpr Duration longestRequest = std::chrono::seconds(10); // from its first byte until its answer was taken
constexpr Duration longestIdle = std::chrono::minutes(3); // between two requests: Prometheus keeps its connection

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Bad Request";
    }
}

QByteArray answerBytes(int status, const QByteArray &type, const QByteArray &body, bool goesOn)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    if (status == 405)
        bytes += "Allow: GET\r\n";
    if (!goesOn)
        bytes += "Connection: close\r\n";
    return bytes + "\r\n" + body;
}

/// The name by which it was called is this machine's own.
bool isLoopbackHost(const QByteArray &host)
{
    const qsizetype colon = host.lastIndexOf(':');
    bool isPort = false;
    if (colon > 0 && !host.endsWith(']'))
        (void)host.mid(colon + 1).toUShort(&isPort);
    const QByteArray name = (isPort ? host.first(colon) : host).toLower();
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

/// What a request gets that came whole.
int statusFor(const HttpRequest &request)
{
    const auto hosts = std::count_if(request.headers.begin(), request.headers.end(), [](const auto &each) { return each.first == "host"; });
    if (hosts != 1)
        return 400;
    if (!isLoopbackHost(request.header("host").trimmed()))
        return 403;
    if (request.path() != QLatin1String("/metrics"))
        return 404;
    return request.method == "GET" ? 200 : 405;
}

/// One client. Its socket owns it.
class MetricsClient : public QObject
{
public:
    MetricsClient(QTcpSocket *socket, Alarms &alarms, const TimeSource &time, const MetricsServer::Text &text)
        : QObject(socket)
        , m_socket(socket)
        , m_alarms(alarms)
        , m_time(time)
        , m_text(text)
    {
        socket->setReadBufferSize(mostOfARequest + 1);
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_socket->bytesToWrite() == 0 && m_unfinished == 0)
                cutOffIn(longestIdle);
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        cutOffIn(longestRequest);
    }

private:
    void cutOffIn(Duration span)
    {
        m_limit = m_alarms.at(m_time.now() + span, [this] { m_socket->abort(); });
    }

    void read()
    {
        const QByteArray bytes = m_socket->readAll();
        if (m_over)
            return;
        if (std::exchange(m_unfinished, m_unfinished + bytes.size()) == 0)
            cutOffIn(longestRequest);
        m_reader.feed(bytes);
        while (const auto request = m_reader.take()) {
            m_unfinished = 0;
            const int status = statusFor(*request);
            answer(status, request->keepAlive && status != 400 && status != 403);
            if (m_over)
                return;
        }
        if (m_reader.refusal())
            answer(*m_reader.refusal() == 431 ? 431 : 400, false);
        else if (m_unfinished > mostOfARequest)
            answer(431, false);
    }

    void answer(int status, bool goesOn)
    {
        m_over = !goesOn;
        if (status == 200)
            m_socket->write(answerBytes(status, metricsContentType, m_text(), goesOn));
        else
            m_socket->write(answerBytes(status, "text/plain; charset=utf-8", reasonOf(status) + '\n', goesOn));
        if (m_over)
            m_socket->disconnectFromHost(); // when all is written
        else if (m_socket->bytesToWrite() > mostUnread)
            m_socket->abort(); // it asks again and again, and reads nothing
    }

    static constexpr qint64 mostUnread = qint64(4) * 1024 * 1024;

    QTcpSocket *m_socket;
    Alarms &m_alarms;
    const TimeSource &m_time;
    const MetricsServer::Text &m_text;
    HttpRequestReader m_reader;
    std::unique_ptr<Alarm> m_limit;
    qsizetype m_unfinished = 0; ///< bytes of a request that is not whole yet
    bool m_over = false; ///< nothing more is read
};

} // namespace

MetricsServer::MetricsServer(Alarms &alarms, const TimeSource &time, Text text, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_time(time)
    , m_text(std::move(text))
{
}

MetricsServer::~MetricsServer() = default;

void MetricsServer::listen(int port)
{
    if (m_server && m_wanted == port)
        return;
    stop();
    m_wanted = port;
    auto server = std::make_unique<QTcpServer>();
    if (port < 0 || port > 65535 || !server->listen(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(port))) {
        m_problem = server->serverError() == QAbstractSocket::AddressInUseError
            ? tr("The numbers for Prometheus are not served: port %1 is used by another program.").arg(port)
            : tr("The numbers for Prometheus are not served: this computer does not let Breakwater listen at port %1.").arg(port);
        qCWarning(logApp).nospace().noquote() << "event=metrics-not-served port=" << port;
        Q_EMIT failed(m_problem);
        return;
    }
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::newConnection, this, &MetricsServer::accept);
}

void MetricsServer::stop()
{
    m_server.reset(); // its connections go with it
    m_problem.clear();
}

std::optional<quint16> MetricsServer::port() const
{
    return m_server ? std::optional(m_server->serverPort()) : std::nullopt;
}

void MetricsServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (m_server->findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size() > mostConnections)
            delete socket;
        else
            new MetricsClient(socket, m_alarms, m_time, m_text); // owned by the socket
    }
}

} // namespace breakwater
