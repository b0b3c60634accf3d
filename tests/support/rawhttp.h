// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTcpSocket>
#include <QUrl>

namespace breakwater {

/// An HTTP answer as far as its bytes have come.
struct RawAnswer
{
    int status = 0; ///< 0: no head yet
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body; ///< chunks joined
    bool whole = false; ///< the body came to the end that its framing promised

    [[nodiscard]] QJsonObject json() const;
    /// Server-sent events: their names, and the data of each.
    [[nodiscard]] QStringList eventNames() const;
    [[nodiscard]] QList<QJsonObject> events() const;
    /// The text of all text deltas, in either dialect.
    [[nodiscard]] QString text() const;
};

/// A client that hides nothing: one socket, bytes out, bytes in. For tests that must see what is really on the wire.
class RawHttp final : public QObject
{
    Q_OBJECT

public:
    explicit RawHttp(const QUrl &server, QObject *parent = nullptr);

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    /// A POST with a good key and the newest version; `headers` are lines that end in CRLF.
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = standardHeaders);
    void get(const QByteArray &path, const QByteArray &headers = standardHeaders);
    void leave() { m_socket.abort(); }

    /// The first answer that was not forgotten.
    [[nodiscard]] RawAnswer answer() const;
    /// Drops the first answer; the next one on the same connection moves up.
    void forgetAnswer();
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] qsizetype received() const { return m_bytes.size(); }

    static const QByteArray standardHeaders;

private:
    [[nodiscard]] RawAnswer parse(qsizetype *length) const;

    QTcpSocket m_socket;
    QByteArray m_bytes;
};

/// A Messages body that asks `prompt` of `model`.
[[nodiscard]] QByteArray messagesBody(
    const QString &prompt, bool stream = true, const QString &model = QStringLiteral("claude-opus-5-5"));
/// The same as Chat Completions.
[[nodiscard]] QByteArray completionsBody(const QString &prompt, bool stream = true);

} // namespace breakwater
