// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"

#include <algorithm>

namespace breakwater {

class FakeTime::Pending final : public Alarm
{
public:
    Pending(std::weak_ptr<Calls> calls, Key key)
        : m_calls(std::move(calls))
        , m_key(key)
    {
    }
    ~Pending() override
    {
        if (const auto calls = m_calls.lock())
            calls->erase(m_key);
    }

private:
    std::weak_ptr<Calls> m_calls;
    Key m_key;
};

FakeTime::FakeTime(WallTime wall)
    : m_start(wall)
{
}

FakeTime::~FakeTime() = default;

WallTime FakeTime::wall() const
{
    return m_start + std::chrono::floor<std::chrono::milliseconds>(m_now - m_epoch + m_wallShift);
}

std::unique_ptr<Alarm> FakeTime::at(Instant when, std::function<void()> call)
{
    const Key key { when, m_serial++ };
    m_calls->emplace(key, std::move(call));
    return std::make_unique<Pending>(m_calls, key);
}

void FakeTime::advance(Duration by)
{
    const Instant target = m_now + by;
    while (!m_calls->empty() && m_calls->begin()->first.first <= target)
        fire(m_calls->begin());
    m_now = target;
}

bool FakeTime::advanceToNext()
{
    if (m_calls->empty())
        return false;
    fire(m_calls->begin());
    return true;
}

void FakeTime::fire(Calls::iterator due)
{
    m_now = std::max(m_now, due->first.first);
    const std::function<void()> call = std::move(due->second);
    m_calls->erase(due); // before the call: it may replace or destroy its own alarm
    call();
}

} // namespace breakwater
