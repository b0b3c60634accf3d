// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

class QComboBox;

namespace breakwater {

class DayField;
class SettingRow;
class Switch;
class TimeField;

/// When work that is in no hurry is sent: the hours, their days and their place, and what the weather has to be like. UI thread.
class OffPeakPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit OffPeakPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;

protected:
    void load() override;

private:
    void addHours();
    void addDays();
    void addZone();
    void addMissed();
    [[nodiscard]] TimeField *addTime(const QString &objectName, const QString &name, std::chrono::minutes OffPeakHours::*value);
    void showHours();

    SettingRow *m_hoursRow = nullptr;
    SettingRow *m_daysRow = nullptr;
    TimeField *m_from = nullptr;
    TimeField *m_until = nullptr;
    DayField *m_days = nullptr;
    QComboBox *m_zone = nullptr;
    Switch *m_calm = nullptr;
    QComboBox *m_missed = nullptr;
};

} // namespace breakwater
