// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace breakwater {

/// One request as it came over the wire.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< of several, the first
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString query(const QString &name) const; ///< of several, the first
    [[nodiscard]] QStringList queries(const QString &name) const;
};

/// Frames HTTP/1.1 requests out of bytes, with bounds: 64 KiB of head, 32 MiB of body, one request at a time.
class HttpRequestReader
{
public:
    static constexpr qsizetype mostHead = qsizetype(64) * 1024;
    static constexpr qsizetype mostBody = qsizetype(32) * 1024 * 1024;

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole request; none: more bytes are needed, or `refusal` says why there will be none.
    [[nodiscard]] std::optional<HttpRequest> take();
    /// The HTTP status of a request that cannot be read; nothing after it can be trusted.
    [[nodiscard]] std::optional<int> refusal() const { return m_refusal; }
    /// A head has come that asks for "100 Continue" before its body; true once.
    [[nodiscard]] bool takeExpectation() { return std::exchange(m_expects, false); }

private:
    enum class Part { Head, Body, ChunkSize, Chunk, ChunkEnd, Trailer };
    bool step();
    bool readHead();
    bool readChunkSize();
    [[nodiscard]] std::optional<QByteArray> takeLine(qsizetype most);
    void parseHead(const QList<QByteArray> &lines);
    void beginBody();
    bool refuse(int status);

    QByteArray m_buffer;
    Part m_part = Part::Head;
    HttpRequest m_request;
    qsizetype m_missing = 0;
    bool m_whole = false;
    bool m_expects = false;
    std::optional<int> m_refusal;
};

} // namespace breakwater
