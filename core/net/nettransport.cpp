// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/nettransport.h"

#include "core/net/netexchange.h"
#include "core/net/onewaybody.h"

namespace breakwater {

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

    ManagerPool::Loan loan = m_pool.lend(request.url);
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
