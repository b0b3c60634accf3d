// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/httprequest.h"

#include <QObject>
#include <QTcpSocket>

namespace breakwater {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One client's connection: requests in, one after another, and their answers out. Owned by its parent;
/// deletes itself when the connection is gone. Takes over the socket.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, QObject *parent);
    ~HttpConnection() override;

    /// A whole answer.
    void respond(int status, const HttpHeaders &headers, const QByteArray &body);
    /// As respond(), but only the beginning of the body; then one of the rough endings below.
    void respondPartly(int status, const HttpHeaders &headers, const QByteArray &body, qsizetype length);

    void beginStream(const HttpHeaders &headers);
    void writeChunk(const QByteArray &chunk); ///< empty: nothing is written
    void endStream();

    void reset(); ///< TCP RST
    void cut(); ///< FIN, whatever was promised

    /// Bytes the client has not taken yet.
    [[nodiscard]] qint64 backlog() const { return m_socket->bytesToWrite(); }

Q_SIGNALS:
    /// A request came; the next one is read only after this one is answered.
    void requested(const breakwater::HttpRequest &request);
    /// The bytes are no request; the connection ends after the receiver has answered with this status.
    void refused(int status);
    void gone();

private:
    void read();
    void pump();
    void writeHead(int status, const HttpHeaders &headers);
    void finish();

    QTcpSocket *m_socket;
    HttpRequestReader m_reader;
    bool m_busy = false;
    bool m_keepAlive = true;
    bool m_closing = false;
};

} // namespace breakwater
