// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

namespace breakwater {

/// One exchange and all it said.
struct Heard
{
    std::unique_ptr<WireExchange> exchange;
    std::optional<HttpHead> head;
    QByteArray body;
    std::optional<Fault> fault;
    int heads = 0;
    int ends = 0;

    /// Must stay where it is from then on.
    void send(Transport &transport, const WireRequest &request) { exchange = transport.send(request, events()); }
    [[nodiscard]] ExchangeEvents events()
    {
        return {[this](const HttpHead &one) {
                    head = one;
                    ++heads;
                },
            [this](const QByteArray &bytes) { body += bytes; },
            [this](const std::optional<Fault> &one) {
                fault = one;
                ++ends;
            }};
    }
};

inline WireRequest postTo(const QUrl &url, const QByteArray &body = "{\"a\":1}")
{
    return {"POST", url, {{"content-type", "application/json"}, {"x-api-key", "sk-test-key"}}, body};
}

} // namespace breakwater
