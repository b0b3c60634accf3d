// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/managerpool.h"
#include "core/net/transport.h"

namespace breakwater {

/// Transport over QNetworkAccessManager. UI thread.
///
/// Its habits that would hurt are prevented: it resends a POST by itself when a connection drops (see OneWayBody), it
/// follows redirects with the credential in hand, it keeps cookies, it lets a seventh request wait (see ManagerPool).
class NetTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) override;

private:
    ManagerPool m_pool;
};

} // namespace breakwater
