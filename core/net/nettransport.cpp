// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/nettransport.h"

#include "core/net/netexchange.h"
#include "core/net/onewaybody.h"

namespace breakwater {

namespace {

/// An exchange that ends before anything is sent, a moment later as any other does.
class UnsentExchange final : public QObject, public WireExchange
{
public:
    UnsentExchange(const Fault &fault, const ExchangeEvents &events)
    {
        QMetaObject::invokeMethod(this, [ended = events.ended, fault] { ended(fault); }, Qt::QueuedConnection);
    }
};

Fault certificatesFault(const WireRequest &request, TlsProblem problem)
{
    Fault fault;
    fault.kind = FaultKind::Tls;
    fault.host = request.url.host();
    fault.tls = TlsFacts {problem, {}, request.certificates};
    return fault;
}

} // namespace

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

    ManagerPool::Trusted trusted;
    if (!request.certificates.isEmpty() && request.url.scheme() == QLatin1String("https")) {
        const auto trust = m_trust.of(request.certificates);
        if (!trust)
            return std::make_unique<UnsentExchange>(certificatesFault(request, trust.error()), events);
        wire.setSslConfiguration((*trust)->configuration);
        trusted = {(*trust)->file, (*trust)->digest};
    }
    ManagerPool::Loan loan = m_pool.lend(request.url, trusted);
    QNetworkReply *reply = nullptr;
    OneWayBody *body = nullptr;
    if (request.method == "GET") {
        reply = loan.manager().get(wire);
    } else {
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        body = new OneWayBody(request.body);
        reply = loan.manager().post(wire, body);
        body->setParent(reply);
    }
    return std::make_unique<NetExchange>(reply, body, std::move(events), std::move(loan));
}

} // namespace breakwater
