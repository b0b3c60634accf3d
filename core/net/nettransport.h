// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/managerpool.h"
#include "core/net/transport.h"
#include "core/net/trust.h"

namespace breakwater {

/// Transport over QNetworkAccessManager. UI thread.
///
/// Its habits that would hurt are prevented: it resends a POST by itself when a connection drops (see OneWayBody), it
/// follows redirects with the credential in hand, it keeps cookies, it lets a seventh request wait, and it takes a
/// connection for good whatever certificates it was made with (see ManagerPool).
class NetTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override;

private:
    TrustStore m_trust;
    ManagerPool m_pool;
};

} // namespace breakwater
