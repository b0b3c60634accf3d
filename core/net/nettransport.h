// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QNetworkAccessManager>

namespace breakwater {

/// Transport over QNetworkAccessManager. UI thread.
///
/// Two of its habits are prevented here, because both were measured (Qt 6.4.2): it resends a POST by itself when a
/// connection drops, unless the body is a sequential device that it may not buffer; and it follows redirects with the
/// credential in hand. Cookies are not kept. Bodies are bounded.
class NetTransport final : public Transport
{
public:
    NetTransport();
    ~NetTransport() override;
    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override;

private:
    QNetworkAccessManager m_manager;
};

} // namespace breakwater
