// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "core/wire/dialect.h"

#include <QObject>

namespace breakwater {

/// Has a provider count the tokens of what a person is writing: a moment after the last change, one count at a time, and
/// only the newest is told. Says nothing where it cannot be counted: the estimate stands. UI thread.
class TokenCounter : public QObject
{
    Q_OBJECT
public:
    TokenCounter(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent = nullptr);
    ~TokenCounter() override;

    struct Wanted
    {
        Provider provider;
        QByteArray key;
        Ask ask;
    };
    /// Asked when the moment has come; none: there is nothing to count, or nobody who can.
    using Make = std::function<std::optional<Wanted>()>;
    void countSoon(Make make);
    /// What was under way is of no interest any more.
    void forget();
    /// A provider refused, or could not be reached: for a while nothing is counted.
    [[nodiscard]] bool rests() const { return m_time.now() < m_restUntil; }

Q_SIGNALS:
    void counted(qint64 tokens);

private:
    void count(const Make &make);
    void takeEnd(const std::optional<Fault> &fault);

    Transport &m_transport;
    Alarms &m_alarms;
    const TimeSource &m_time;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<WireExchange> m_exchange;
    int m_status = 0;
    QByteArray m_body;
    Instant m_restUntil; ///< after a refusal
};

} // namespace breakwater
