// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/draftkeeper.h"

namespace breakwater {

DraftKeeper::DraftKeeper(Alarms &alarms, const TimeSource &time, std::function<QString()> read, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_time(time)
    , m_read(std::move(read))
{
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::restore(const ConversationId &id, const QString &text)
{
    m_texts[id] = text;
}

QString DraftKeeper::text(const ConversationId &id) const
{
    const auto found = m_texts.find(id);
    return found == m_texts.end() ? QString() : found->second;
}

QString DraftKeeper::open(const ConversationId &id)
{
    flush();
    m_open = id;
    return text(id);
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

void DraftKeeper::put(const ConversationId &id, const QString &text)
{
    const ConversationId whose = id; // the argument may be the open one, which a listener changes
    QString &known = m_texts[whose];
    if (known == text)
        return;
    known = text;
    Q_EMIT changed(whose, text);
}

} // namespace breakwater
