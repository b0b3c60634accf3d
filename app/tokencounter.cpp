// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokencounter.h"

#include "core/wire/anthropic.h"

namespace breakwater {

namespace {

constexpr Duration pause = std::chrono::milliseconds(900); // after the last key
constexpr Duration restAfterRefusal = std::chrono::minutes(2); // a convenience must not add to anybody's trouble
constexpr qsizetype mostOfACount = 64 * 1024;

} // namespace

TokenCounter::TokenCounter(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_alarms(alarms)
    , m_time(time)
    , m_restUntil(time.now())
{
}

TokenCounter::~TokenCounter() = default;

void TokenCounter::countSoon(Make make)
{
    forget();
    if (!rests())
        m_alarm = m_alarms.at(m_time.now() + pause, [this, make = std::move(make)] { count(make); });
}

void TokenCounter::forget()
{
    m_alarm.reset();
    m_exchange.reset();
}

void TokenCounter::count(const Make &make)
{
    const auto wanted = make();
    if (!wanted || wanted->provider.dialect != Dialect::Anthropic)
        return;
    m_status = 0;
    m_body.clear();
    m_exchange = m_transport.send(anthropic::encodeCount(wanted->provider, wanted->key, wanted->ask),
        {[this](const HttpHead &head) { m_status = head.status; }, [this](const QByteArray &bytes) { m_body.append(bytes.left(mostOfACount - m_body.size())); },
            [this](const std::optional<Fault> &fault) { takeEnd(fault); }});
}

void TokenCounter::takeEnd(const std::optional<Fault> &fault)
{
    const auto tokens = !fault && m_status == 200 ? anthropic::countFromJson(m_body) : std::nullopt;
    if (tokens)
        Q_EMIT counted(*tokens);
    else
        m_restUntil = m_time.now() + restAfterRefusal;
}

} // namespace breakwater
