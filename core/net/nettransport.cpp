// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/nettransport.h"

#include "core/base/logging.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

namespace breakwater {

namespace {

constexpr qint64 mostBuffered = 1024 * 1024;

/// A body that cannot be rewound, so that the manager cannot send it a second time by itself.
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        const qint64 count = qMin(most, qint64(m_bytes.size() - m_read));
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, target);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

/// Keeps nothing.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

FaultKind kindOf(QNetworkReply::NetworkError error, bool sent, bool gotHead)
{
    // The enum is large and grows with Qt; what is not named here is a drop on the way.
    if (error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::TimeoutError)
        return FaultKind::Connect;
    if (error == QNetworkReply::HostNotFoundError || error == QNetworkReply::TemporaryNetworkFailureError || error == QNetworkReply::NetworkSessionFailedError)
        return FaultKind::Offline;
    if (error == QNetworkReply::SslHandshakeFailedError)
        return FaultKind::Tls;
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError)
        return FaultKind::Proxy;
    if (error == QNetworkReply::OperationCanceledError)
        return FaultKind::Cancelled;
    if (error == QNetworkReply::ContentReSendError)
        return FaultKind::NotProcessed;
    if (error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolInvalidOperationError || error == QNetworkReply::ProtocolFailure)
        return FaultKind::Protocol;
    if (!sent)
        return FaultKind::Connect;
    return gotHead ? FaultKind::Truncated : FaultKind::Ambiguous;
}

class NetExchange final : public QObject, public WireExchange
{
public:
    NetExchange(QNetworkReply *reply, ExchangeEvents events)
        : m_reply(reply)
        , m_events(std::make_shared<ExchangeEvents>(std::move(events)))
    {
        // Set before the request is sent it has no effect (Qt 6.4).
        connect(reply, &QNetworkReply::requestSent, this, [this] {
            m_reply->setReadBufferSize(mostBuffered);
            if (++m_sends > 1)
                qCCritical(logNet).nospace().noquote() << "event=resent sends=" << m_sends << " host=" << m_reply->url().host();
        });
        connect(reply, &QNetworkReply::metaDataChanged, this, &NetExchange::takeHead);
        connect(reply, &QNetworkReply::readyRead, this, &NetExchange::takeBytes);
        connect(reply, &QNetworkReply::finished, this, &NetExchange::takeEnd);
    }

    ~NetExchange() override
    {
        if (!m_reply)
            return; // it went with its manager
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    Q_DISABLE_COPY_MOVE(NetExchange)

private:
    void takeHead()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_gotHead || status < 200)
            return;
        m_gotHead = true;
        const auto events = m_events;
        HttpHead head;
        head.status = status;
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            head.headers.add(name, value);
        events->head(head);
    }

    // Each call may destroy this exchange, so the functions are held while they run.
    void takeBytes()
    {
        const QPointer<NetExchange> alive(this);
        const auto events = m_events;
        takeHead();
        while (alive && m_gotHead && m_reply->bytesAvailable() > 0)
            events->bytes(m_reply->readAll());
    }

    void takeEnd()
    {
        const QPointer<NetExchange> alive(this);
        const auto events = m_events;
        takeBytes();
        if (!alive)
            return;
        std::optional<Fault> fault;
        // A status of 400 and above is an error to Qt; to us it is an answer like any other.
        const QNetworkReply::NetworkError error = m_reply->error();
        const bool byStatus = m_gotHead && error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownServerError && error != QNetworkReply::ContentReSendError;
        if ((error != QNetworkReply::NoError && !byStatus) || !m_gotHead) {
            fault.emplace();
            fault->kind = error == QNetworkReply::NoError ? FaultKind::Protocol : kindOf(error, m_sends > 0, m_gotHead);
            fault->host = m_reply->url().host();
            fault->detail = withoutSecrets(m_reply->errorString()).left(500);
        }
        events->ended(fault);
    }

    QPointer<QNetworkReply> m_reply; // lives until its own deleteLater, at most as long as the manager
    std::shared_ptr<ExchangeEvents> m_events;
    bool m_gotHead = false;
    int m_sends = 0;
};

} // namespace

NetTransport::NetTransport()
{
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

NetTransport::~NetTransport() = default;

std::unique_ptr<WireExchange> NetTransport::send(const WireRequest &request, ExchangeEvents events)
{
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Breakwater/" BREAKWATER_VERSION));
    for (const auto &[name, value] : request.headers.rows())
        wire.setRawHeader(name, value);

    QNetworkReply *reply = nullptr;
    if (request.method == "GET") {
        reply = m_manager.get(wire);
    } else {
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto *body = new OneWayBody(request.body);
        reply = m_manager.post(wire, body);
        body->setParent(reply);
    }
    return std::make_unique<NetExchange>(reply, std::move(events));
}

} // namespace breakwater
