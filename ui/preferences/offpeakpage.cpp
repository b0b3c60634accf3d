// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/offpeakpage.h"

#include "ui/preferences/dayfield.h"
#include "ui/preferences/settingrow.h"
#include "ui/style/switch.h"
#include "ui/style/timefield.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>

namespace breakwater {

namespace {

QTime timeAfterMidnight(std::chrono::minutes minutes)
{
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(std::chrono::milliseconds(minutes).count()));
}

/// "Europe/St Johns" as people write it.
QString zoneName(const QByteArray &id)
{
    return QString::fromLatin1(id).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

OffPeakPage::OffPeakPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Outbox and batches"), tr("What is in no hurry is sent when it disturbs nobody, and does not add to a storm."),
        tr("off-peak night hours window schedule later cheap time zone"), draft, parent)
{
    addHours();
    addDays();
    addZone();
    const QString calm = tr("Only in calm weather");
    m_calm = new Switch(calm);
    m_calm->setObjectName(QStringLiteral("offPeakCalm"));
    connect(m_calm, &Switch::toggled, this, [this](bool on) { this->draft().edit([on](Preferences &values) { values.offPeak.onlyWhenCalm = on; }); });
    auto *row = new SettingRow(calm, tr("While routes refuse or fail, an off-peak turn waits on: it is looked at every few minutes."));
    row->addControl(m_calm);
    body().addWidget(row);
    addMissed();
    body().addStretch();
    OffPeakPage::load();
}

TimeField *OffPeakPage::addTime(const QString &objectName, const QString &name, std::chrono::minutes OffPeakHours::*value)
{
    auto *field = new TimeField(name);
    field->setObjectName(objectName);
    connect(field, &TimeField::timeChanged, this, [this, value](QTime time) {
        draft().edit([&](Preferences &values) { values.offPeak.*value = std::chrono::minutes(time.msecsSinceStartOfDay() / 60'000); });
        showHours();
    });
    return field;
}

void OffPeakPage::addHours()
{
    const QString title = tr("Off-peak hours");
    m_hoursRow = new SettingRow(title, tr("Each turn goes at a moment of its own in the first half of them, so that not all begin together."));
    m_from = addTime(QStringLiteral("offPeakFrom"), tr("%1, from").arg(title), &OffPeakHours::from);
    m_until = addTime(QStringLiteral("offPeakUntil"), tr("%1, until").arg(title), &OffPeakHours::until);
    m_hoursRow->addControl(m_from);
    m_hoursRow->addWord(tr("to"));
    m_hoursRow->addControl(m_until);
    body().addWidget(m_hoursRow);
}

void OffPeakPage::addDays()
{
    const QString title = tr("On these days");
    m_daysRow = new SettingRow(title, tr("Hours over midnight belong to the day on which they begin."));
    m_days = new DayField(title);
    connect(m_days, &DayField::daysChanged, this, [this](std::bitset<7> days) {
        draft().edit([days](Preferences &values) { values.offPeak.days = days; });
        showHours();
    });
    m_daysRow->addControl(m_days);
    body().addWidget(m_daysRow);
}

/// Some hundred places: one types a part of a name.
void OffPeakPage::addZone()
{
    const QString title = tr("By the clock of");
    m_zone = new QComboBox;
    m_zone->setObjectName(QStringLiteral("offPeakZone"));
    m_zone->setAccessibleName(title);
    m_zone->setEditable(true);
    m_zone->lineEdit()->setAccessibleName(title);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->addItem(tr("This computer (%1)").arg(zoneName(QTimeZone::systemTimeZoneId())), QByteArray());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            m_zone->addItem(zoneName(id), id);
    }
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(28);
    connect(m_zone, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            draft().edit([&](Preferences &values) { values.offPeak.zone = m_zone->itemData(index).toByteArray(); });
    });
    // What was typed and names no place is no choice.
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int named = m_zone->findText(m_zone->currentText(), Qt::MatchFixedString);
        m_zone->setCurrentIndex(named >= 0 ? named : m_zone->currentIndex());
        m_zone->setEditText(m_zone->itemText(m_zone->currentIndex()));
    });
    auto *row = new SettingRow(title, tr("Choose where the provider’s busy hours are, or keep your own nights."));
    row->addControl(m_zone);
    body().addWidget(row);
}

void OffPeakPage::addMissed()
{
    const QString title = tr("When its hours pass without a turn");
    m_missed = new QComboBox;
    m_missed->setObjectName(QStringLiteral("offPeakMissed"));
    m_missed->setAccessibleName(title);
    m_missed->addItem(tr("Wait for the next ones"));
    m_missed->addItem(tr("Ask me"));
    m_missed->addItem(tr("Send it anyway"));
    connect(m_missed, &QComboBox::currentIndexChanged, this, [this](int index) {
        draft().edit([&](Preferences &values) { values.offPeak.missed = static_cast<MissedHours>(index); });
    });
    auto *row = new SettingRow(title, tr("The computer was off, or the weather stayed bad."));
    row->addControl(m_missed);
    body().addWidget(row);
}

void OffPeakPage::restoreDefaults(Preferences &values) const
{
    values.offPeak = {};
}

void OffPeakPage::load()
{
    const OffPeakHours &hours = values().offPeak;
    const QSignalBlocker quiet[] {QSignalBlocker(m_from), QSignalBlocker(m_until), QSignalBlocker(m_zone), QSignalBlocker(m_calm), QSignalBlocker(m_missed)};
    m_from->setTime(timeAfterMidnight(hours.from));
    m_until->setTime(timeAfterMidnight(hours.until));
    m_days->setDays(hours.days);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(hours.zone)));
    m_calm->setChecked(hours.onlyWhenCalm);
    m_missed->setCurrentIndex(static_cast<int>(hours.missed));
    showHours();
}

/// Says where what is set is no hours.
void OffPeakPage::showHours()
{
    const OffPeakHours &hours = values().offPeak;
    m_hoursRow->setProblem(hours.from == hours.until ? tr("They end as they begin: nothing can be sent off-peak.") : QString());
    m_daysRow->setProblem(hours.days.none() ? tr("No day is chosen: nothing can be sent off-peak.") : QString());
}

} // namespace breakwater
