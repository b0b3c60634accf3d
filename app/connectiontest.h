// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "core/route/provider.h"
#include "ui/preferences/testresult.h"

#include <QObject>

namespace breakwater {

/// Tries a provider with the cheapest request there is, the list of its models, and says how far it came.
/// One test at a time; the owner keeps it until `finished`.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    ConnectionTest(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent = nullptr);
    void start(const Provider &provider, const QByteArray &key);

Q_SIGNALS:
    void finished(const breakwater::ProviderId &provider, const breakwater::TestResult &result);

private:
    void takeEnd(const std::optional<Fault> &fault);
    void conclude(std::vector<TestStep> steps);

    Transport &m_transport;
    Alarms &m_alarms;
    const TimeSource &m_time;
    Provider m_provider;
    Instant m_begun;
    std::optional<Instant> m_headAt;
    std::optional<HttpHead> m_head;
    QByteArray m_body;
    std::unique_ptr<WireExchange> m_exchange;
    std::unique_ptr<Alarm> m_limit;
};

} // namespace breakwater
