// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/draftkeeper.h"

namespace breakwater {

DraftKeeper::DraftKeeper(Alarms &alarms, const TimeSource &time, std::function<Writing()> read, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_time(time)
    , m_read(std::move(read))
{
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::restore(const ConversationId &id, const Writing &writing)
{
    m_writings[id] = writing;
}

Writing DraftKeeper::writing(const ConversationId &id) const
{
    const auto found = m_writings.find(id);
    return found == m_writings.end() ? Writing() : found->second;
}

Writing DraftKeeper::open(const ConversationId &id)
{
    flush();
    m_open = id;
    return writing(id);
}

void DraftKeeper::touch()
{
    if (!m_alarm)
        m_alarm = m_alarms.at(m_time.now() + std::chrono::milliseconds(500), [this] { flush(); });
}

void DraftKeeper::flush()
{
    if (!m_alarm)
        return;
    m_alarm.reset();
    put(m_open, m_read());
}

void DraftKeeper::put(const ConversationId &id, const Writing &writing)
{
    const ConversationId whose = id; // the argument may be the open one, which a listener changes
    Writing &known = m_writings[whose];
    if (known == writing)
        return;
    known = writing;
    Q_EMIT changed(whose, writing);
}

} // namespace breakwater
