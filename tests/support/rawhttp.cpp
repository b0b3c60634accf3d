// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace breakwater {

const QByteArray RawHttp::standardHeaders = "x-api-key: test-key\r\nanthropic-version: 2026-10-21\r\n";

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QStringList RawAnswer::eventNames() const
{
    QStringList names;
    for (const QByteArray &line : body.split('\n')) {
        if (line.startsWith("event: "))
            names += QString::fromUtf8(line.mid(7));
    }
    return names;
}

QList<QJsonObject> RawAnswer::events() const
{
    QList<QJsonObject> data;
    for (const QByteArray &line : body.split('\n')) {
        if (line.startsWith("data: ") && line != "data: [DONE]")
            data += QJsonDocument::fromJson(line.mid(6)).object();
    }
    return data;
}

QString RawAnswer::text() const
{
    QString text;
    for (const QJsonObject &event : events()) {
        text += event.value(QLatin1String("delta"))[QLatin1String("text")].toString();
        text += event.value(QLatin1String("choices"))[0][QLatin1String("delta")][QLatin1String("content")].toString();
    }
    return text;
}

RawHttp::RawHttp(const QUrl &server, QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_bytes += m_socket.readAll(); });
    m_socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
}

void RawHttp::post(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    send("POST " + path + " HTTP/1.1\r\nhost: test\r\ncontent-type: application/json\r\ncontent-length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void RawHttp::get(const QByteArray &path, const QByteArray &headers)
{
    send("GET " + path + " HTTP/1.1\r\nhost: test\r\n" + headers + "\r\n");
}

RawAnswer RawHttp::answer() const
{
    qsizetype length = 0;
    return parse(&length);
}

void RawHttp::forgetAnswer()
{
    qsizetype length = 0;
    static_cast<void>(parse(&length));
    m_bytes.remove(0, length);
}

RawAnswer RawHttp::parse(qsizetype *length) const
{
    RawAnswer answer;
    const qsizetype headEnd = m_bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    const QList<QByteArray> lines = m_bytes.first(headEnd).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1))
        answer.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());

    qsizetype at = headEnd + 4;
    if (answer.headers.value("transfer-encoding") != "chunked") {
        const qsizetype size = answer.headers.value("content-length").toLongLong();
        answer.body = m_bytes.mid(at, size);
        answer.whole = answer.body.size() == size;
        *length = at + answer.body.size();
        return answer;
    }
    for (qsizetype lineEnd = m_bytes.indexOf("\r\n", at); lineEnd >= 0; lineEnd = m_bytes.indexOf("\r\n", at)) {
        const qsizetype size = m_bytes.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (m_bytes.size() < lineEnd + 2 + size + 2)
            break;
        answer.body += m_bytes.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        answer.whole = size == 0;
        if (answer.whole)
            break;
    }
    *length = at;
    return answer;
}

QByteArray messagesBody(const QString &prompt, bool stream, const QString &model)
{
    const QJsonObject message {{QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), prompt}};
    return QJsonDocument(QJsonObject {{QStringLiteral("model"), model}, {QStringLiteral("max_tokens"), 4096},
                             {QStringLiteral("stream"), stream}, {QStringLiteral("messages"), QJsonArray {message}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray completionsBody(const QString &prompt, bool stream)
{
    QJsonObject body = QJsonDocument::fromJson(messagesBody(prompt, stream)).object();
    body.remove(QStringLiteral("max_tokens"));
    body.insert(QStringLiteral("stream_options"), QJsonObject {{QStringLiteral("include_usage"), true}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace breakwater
