// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/shell/linklabel.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherstrip.h"

#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace breakwater {

std::optional<double> roomFree(const HealthLog &health, WallTime now)
{
    std::optional<double> least;
    for (const auto &[provider, rooms] : health.rooms()) {
        for (const RoomLeft &room : rooms) {
            if (room.limit <= 0 || (room.resetAt && *room.resetAt <= now))
                continue;
            const double free = static_cast<double>(room.remaining) / static_cast<double>(room.limit);
            least = std::min(least.value_or(1.0), free);
        }
    }
    if (least)
        return std::clamp(*least, 0.0, 1.0);
    return health.rooms().empty() ? std::nullopt : std::optional(1.0);
}

StatusStrip::StatusStrip(const HealthLog &health, const TimeSource &time, QWidget *parent)
    : Ground(&Tokens::sidebar, Qt::TopEdge, parent)
    , m_health(health)
    , m_time(time)
    , m_weather(new WeatherStrip(health, time, this))
    , m_outbox(new LinkLabel(this))
    , m_spent(new LinkLabel(this))
    , m_spentSeparator(new Ground(&Tokens::line2, {}, this))
    , m_separator(new Ground(&Tokens::line2, {}, this))
    , m_room(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
{
    setAccessibleName(tr("Status"));
    setFixedHeight(metrics::statusBarHeight);
    m_separator->setFixedSize(1, 14);
    m_spentSeparator->setFixedSize(1, 14);
    m_spent->setToolTip(tr("What was spent, and the limit for a day"));
    tipWithKeys(m_outbox, tr("Open the outbox"), ShellCommand::Outbox);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 1, 14, 0); // the weather strip has its own margin
    layout->setSpacing(10);
    layout->addWidget(m_weather);
    layout->addStretch(1);
    layout->addWidget(m_outbox);
    layout->addWidget(m_spentSeparator);
    layout->addWidget(m_spent);
    layout->addWidget(m_separator);
    layout->addWidget(m_room);
    connect(m_weather, &QAbstractButton::clicked, this, &StatusStrip::weatherWanted);
    connect(m_outbox, &QAbstractButton::clicked, this, &StatusStrip::outboxWanted);
    connect(m_spent, &QAbstractButton::clicked, this, &StatusStrip::costsWanted);
    connect(&health, &HealthLog::changed, this, &StatusStrip::refresh);
    setOutboxCount(0);
    setSpent({});
    refresh();
}

void StatusStrip::setOutboxCount(int turns, int batches)
{
    const QString waiting = turns == 0 && batches > 0 ? QString() : turns == 0 ? tr("Outbox empty") : tr("%1 in outbox").arg(turns);
    const QString underWay = batches == 0 ? QString() : batches == 1 ? tr("1 batch under way") : tr("%1 batches under way").arg(batches);
    m_outbox->setWords(waiting.isEmpty() || underWay.isEmpty() ? QString(waiting + underWay) : tr("%1, %2").arg(waiting, underWay));
}

void StatusStrip::setSpent(const QString &words)
{
    m_spent->setWords(words);
    m_spent->setVisible(!words.isEmpty());
    m_spentSeparator->setVisible(!words.isEmpty());
}

QString StatusStrip::spentText() const
{
    return m_spent->text();
}

QString StatusStrip::outboxText() const
{
    return m_outbox->text();
}

QString StatusStrip::roomText() const
{
    return m_room->text();
}

void StatusStrip::focusFirst()
{
    m_weather->setFocus(Qt::TabFocusReason);
}

void StatusStrip::refresh()
{
    const auto free = roomFree(m_health, m_time.wall());
    m_room->setText(free ? tr("%1% of your limit free").arg(static_cast<int>(std::floor(*free * 100))) : QString());
    m_room->setVisible(free.has_value());
    m_separator->setVisible(free.has_value());
}

} // namespace breakwater
