// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

#include <utility>
#include <vector>

class QComboBox;

namespace breakwater {

class NumberField;
class TextLabel;

/// Id and title of a built-in weather script.
using WeatherScriptName = std::pair<QString, QString>;

/// What the simulated provider does: a built-in weather script or a file, and how fast it goes.
class SimulatorPage : public PreferencesPage
{
    Q_OBJECT
public:
    SimulatorPage(std::vector<WeatherScriptName> scripts, PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;

    /// Takes a file for the weather script, as the file dialog does.
    void useFile(const QString &path);

protected:
    void load() override;

private:
    void askForFile();

    std::vector<WeatherScriptName> m_scripts;
    QComboBox *m_script = nullptr;
    NumberField *m_speed = nullptr;
};

} // namespace breakwater
