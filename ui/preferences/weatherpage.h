// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

namespace breakwater {

class NumberField;
class Switch;

/// What the weather does besides being shown: reads status pages, tells of storms, gives its figures to a Prometheus.
class WeatherPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit WeatherPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;

protected:
    void load() override;

private:
    void addSwitch(const char *name, const QString &title, const QString &words, bool WeatherPreferences::*value);

    std::vector<std::pair<Switch *, bool WeatherPreferences::*>> m_switches;
    NumberField *m_port;
};

} // namespace breakwater
