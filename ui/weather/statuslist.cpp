// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/statuslist.h"

#include "ui/weather/section.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"

#include <QBoxLayout>

namespace breakwater {

StatusList::StatusList(QWidget *parent)
    : QWidget(parent)
{
    m_lines = tightColumn(this);
}

QString StatusList::words(const ProviderStatus &status)
{
    switch (status.level) {
    case StatusLevel::Unknown:
        return tr("Unknown: its page cannot be read");
    case StatusLevel::Working:
        return tr("All working");
    case StatusLevel::Degraded:
        return status.words.isEmpty() ? tr("Works less well than usual") : status.words;
    case StatusLevel::PartialOutage:
        return status.words.isEmpty() ? tr("Partly down") : status.words;
    case StatusLevel::MajorOutage:
        return status.words.isEmpty() ? tr("Down") : status.words;
    case StatusLevel::Maintenance:
        return status.words.isEmpty() ? tr("Under maintenance") : status.words;
    }
    return {};
}

QString StatusList::checkedWords(const ProviderStatus &status, WallTime now)
{
    if (!status.checkedAt)
        return {};
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - *status.checkedAt).count();
    return minutes < 1 ? tr("checked just now") : tr("checked %1 min ago").arg(minutes);
}

void StatusList::show(const std::vector<StatusLine> &lines, WallTime from, WallTime now)
{
    std::vector<Entry> entries;
    for (const StatusLine &line : lines) {
        const QString title = lines.size() > 1 ? tr("%1: %2").arg(line.provider, words(line.status)) : words(line.status);
        entries.push_back({title, line.status.checkedAt ? tr("Now, %1").arg(checkedWords(line.status, now)) : QString()});
        for (const Incident &incident : line.status.incidents) {
            if (incident.resolved && *incident.resolved < from)
                continue;
            entries.push_back({incident.name,
                incident.resolved ? tr("%1 to %2, resolved").arg(weatherwords::dayTime(incident.began), weatherwords::dayTime(*incident.resolved))
                                  : tr("Since %1").arg(weatherwords::dayTime(incident.began))});
        }
    }
    if (entries == m_entries)
        return;
    m_entries = std::move(entries);
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto put = [this](TextRole role, QColor Tokens::*color, const QString &text) {
        auto *label = new ThemedLabel(role, color, text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_lines->addWidget(label);
    };
    QStringList said;
    for (const Entry &entry : m_entries) {
        auto *rule = new Hairline;
        m_lines->addWidget(rule);
        m_lines->addSpacing(8);
        put(TextRole::Interface, &Tokens::text, entry.title);
        if (!entry.below.isEmpty())
            put(TextRole::Small, &Tokens::text2, entry.below);
        m_lines->addSpacing(8);
        said.append(entry.title);
    }
    setAccessibleName(tr("Provider status"));
    setAccessibleDescription(said.join(QStringLiteral(". ")));
}

} // namespace breakwater
