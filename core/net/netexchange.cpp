// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/netexchange.h"

#include "core/base/logging.h"
#include "core/net/tlsfacts.h"

#include <QCoreApplication>
#include <QSslConfiguration>

namespace breakwater {

namespace {

constexpr qint64 mostBuffered = 1024 * 1024;

/// HTTP/2 told us that it never took up the stream. Qt 6 says so in words alone.
bool neverTakenUp(const QNetworkReply &reply)
{
    return reply.errorString() == QCoreApplication::translate("QHttp", "Server stopped accepting new streams before this stream was established");
}

/// The machine itself found no way to the host. Qt 6 has no code of its own for it, so words again.
bool noWayOut(const QNetworkReply &reply)
{
    return reply.errorString() == QCoreApplication::translate("QNativeSocketEngine", "Network unreachable");
}

/// What Qt's own words name for certain. The enum is large and grows with Qt; none: a drop somewhere on the way.
std::optional<FaultKind> namedBy(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::ConnectionRefusedError)
        return FaultKind::Connect;
    if (error == QNetworkReply::HostNotFoundError || error == QNetworkReply::TemporaryNetworkFailureError || error == QNetworkReply::NetworkSessionFailedError)
        return FaultKind::Offline;
    if (error == QNetworkReply::SslHandshakeFailedError)
        return FaultKind::Tls;
    if (error == QNetworkReply::ProxyTimeoutError)
        return FaultKind::ProxyTimeout;
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError)
        return FaultKind::Proxy;
    if (error == QNetworkReply::OperationCanceledError)
        return FaultKind::Cancelled;
    if (error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolInvalidOperationError || error == QNetworkReply::ProtocolFailure)
        return FaultKind::Protocol;
    return std::nullopt;
}

} // namespace

NetExchange::NetExchange(QNetworkReply *reply, const OneWayBody *body, ExchangeEvents events, ManagerPool::Loan loan)
    : m_reply(reply)
    , m_body(body)
    , m_events(std::make_shared<ExchangeEvents>(std::move(events)))
    , m_loan(std::move(loan))
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [events = m_events] {
        if (events->connecting)
            events->connecting();
    });
    // Looked at, never overruled.
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(reply, &QNetworkReply::encrypted, this, [events = m_events] {
        if (events->secured)
            events->secured();
    });
    connect(reply, &QNetworkReply::requestSent, this, &NetExchange::takeSent);
    connect(reply, &QNetworkReply::metaDataChanged, this, &NetExchange::takeHead);
    connect(reply, &QNetworkReply::readyRead, this, &NetExchange::takeBytes);
    connect(reply, &QNetworkReply::finished, this, &NetExchange::takeEnd);
}

NetExchange::~NetExchange()
{
    if (!m_reply)
        return; // it went with its manager
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void NetExchange::takeSent()
{
    m_reply->setReadBufferSize(mostBuffered); // before this moment it would have no effect (Qt 6.4)
    const QPointer<NetExchange> alive(this);
    const auto events = m_events;
    if (events->sent)
        events->sent();
    if (!alive)
        return;
    // A GET may be asked twice without harm. Anything else was prevented, so this is a bug that costs money: stop.
    if (++m_sends < 2 || m_reply->operation() == QNetworkAccessManager::GetOperation)
        return;
    qCCritical(logNet).nospace().noquote() << "event=resent sends=" << m_sends << " host=" << m_reply->url().host();
    m_reply->disconnect(this);
    m_reply->abort();
    Fault fault;
    fault.kind = FaultKind::Protocol;
    fault.host = m_reply->url().host();
    fault.detail = QStringLiteral("sent twice");
    end(fault);
}

void NetExchange::takeHead()
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
void NetExchange::takeBytes()
{
    const QPointer<NetExchange> alive(this);
    const auto events = m_events;
    takeHead();
    while (alive && !m_held && m_gotHead && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->readAll();
        m_received += bytes.size();
        events->bytes(bytes);
    }
}

/// What waited is reported later, not from within.
void NetExchange::goOn()
{
    if (!std::exchange(m_held, false))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_held || !m_reply)
                return;
            std::exchange(m_endHeld, false) ? takeEnd() : takeBytes();
        },
        Qt::QueuedConnection);
}

void NetExchange::takeEnd()
{
    const QPointer<NetExchange> alive(this);
    takeBytes();
    if (!alive)
        return;
    if (m_held) {
        m_endHeld = true;
        return;
    }
    // Qt takes an interim answer (103) for the last one. The real one is still to come on that connection, which must
    // not be used again: the next request would get it.
    if (!m_gotHead && m_reply->error() == QNetworkReply::NoError)
        m_loan.retire();
    std::optional<Fault> fault;
    if (const auto kind = whatWentWrong()) {
        fault.emplace();
        fault->kind = *kind;
        fault->host = m_reply->url().host();
        fault->detail = detail();
        if (m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
            fault->status = 407;
        if (*kind == FaultKind::Tls)
            fault->tls = tlsFacts();
    }
    end(fault);
}

QString NetExchange::detail() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->error() == QNetworkReply::NoError)
        return QStringLiteral("HTTP %1").arg(status);
    if (m_reply->error() == QNetworkReply::ContentReSendError && !neverTakenUp(*m_reply))
        return {}; // Qt has no words for it but "Unknown error"
    return withoutSecrets(m_reply->errorString()).left(500);
}

TlsFacts NetExchange::tlsFacts() const
{
    return tlsFactsOf(m_tlsErrors, m_reply->sslConfiguration().peerCertificate(), m_reply->errorString());
}

void NetExchange::end(const std::optional<Fault> &fault)
{
    if (std::exchange(m_ended, true))
        return;
    m_loan.giveBack(); // first: whoever hears of the end may send the next request
    const auto events = m_events;
    events->ended(fault);
}

std::optional<FaultKind> NetExchange::whatWentWrong() const
{
    // A status of 400 and above is an error to Qt; to us it is an answer like any other.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool byStatus = m_gotHead && error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownServerError && error != QNetworkReply::ContentReSendError;
    if (error != QNetworkReply::NoError && !byStatus)
        return namedBy(error).value_or(kindOfDrop());
    if (!m_gotHead)
        return FaultKind::Protocol;
    return isShort() ? std::optional(FaultKind::Truncated) : std::nullopt;
}

FaultKind NetExchange::kindOfDrop() const
{
    if (m_gotHead)
        return FaultKind::Truncated;
    // `requestSent` comes with the first part of the body; whether the last was taken too, the body tells.
    if (m_sends > 0 && (m_body == nullptr || m_body->atEnd()))
        return neverTakenUp(*m_reply) ? FaultKind::NotProcessed : FaultKind::Ambiguous;
    if (m_sends > 0 || m_reply->error() == QNetworkReply::ContentReSendError || m_reply->error() == QNetworkReply::RemoteHostClosedError)
        return FaultKind::NotProcessed;
    return noWayOut(*m_reply) ? FaultKind::Offline : FaultKind::Connect;
}

/// A body that its Content-Length promised longer. Qt lets some of them end without an error (2 to 5 in 100).
bool NetExchange::isShort() const
{
    if (m_reply->hasRawHeader("content-encoding") || m_reply->hasRawHeader("transfer-encoding"))
        return false; // the length is of other bytes than ours, or does not count
    bool known = false;
    const qint64 promised = m_reply->rawHeader("content-length").toLongLong(&known);
    return known && m_received < promised;
}

} // namespace breakwater
