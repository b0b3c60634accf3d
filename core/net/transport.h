// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "core/base/http.h"

#include <functional>
#include <memory>
#include <optional>

namespace breakwater {

/// What an exchange reports, in this order: head once, bytes any number of times, ended once.
struct ExchangeEvents
{
    std::function<void(const HttpHead &)> head;
    std::function<void(const QByteArray &)> bytes;
    /// With a transport fault, or with none when the response ended as HTTP has it. None does not mean that the answer
    /// is whole: a cut chunked body can end so (measured with Qt 6.4), only the protocol's own end mark tells.
    std::function<void(const std::optional<Fault> &)> ended;
    /// For whoever wants to know, before the head: the connection is encrypted (not for one that stood already); the
    /// request is on its way.
    std::function<void()> secured = {};
    std::function<void()> sent = {};
    /// A connection is being made for it, where none stood: before `secured` and `sent`.
    std::function<void()> connecting = {};
};

/// One request under way. Destroying it aborts it at once and silences its events.
class WireExchange
{
public:
    virtual ~WireExchange() = default;
    /// Nothing is reported from now on, neither bytes nor the end, until `goOn`: for whoever is told faster than they can
    /// work. The rest waits, in the end at the server. An exchange that cannot wait goes on as before.
    virtual void hold() { }
    virtual void goOn() { }
};

/// Puts requests on the wire. One exchange is one request: it never resends, redirects or retries by itself.
/// Never calls back before `send` returns.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual std::unique_ptr<WireExchange> send(const WireRequest &request, ExchangeEvents events) = 0;
};

} // namespace breakwater
