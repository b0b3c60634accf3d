// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/weatherpage.h"

#include "ui/preferences/settingrow.h"
#include "ui/style/numberfield.h"
#include "ui/style/switch.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace breakwater {

WeatherPage::WeatherPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Weather"), tr("Each attempt is kept for a week, and by the hour for a year. Nothing of it leaves this computer."),
        tr("status page notification storm prometheus metrics grafana port privacy"), draft, parent)
    , m_port(new NumberField(tr("Port of the figures")))
{
    addSwitch("readsStatusPages", tr("Read the providers’ status pages"),
        tr("While the weather is open or something fails, once a minute. No key goes along, and nothing that names you."), &WeatherPreferences::readsStatusPages);
    const QString elsewhere = tr("A notification, when you are in another window.");
    addSwitch("tellsStormBegan", tr("Tell when a storm begins"), elsewhere, &WeatherPreferences::tellsStormBegan);
    addSwitch("tellsStormOver", tr("Tell when a storm is over"), elsewhere, &WeatherPreferences::tellsStormOver);
    addSwitch("tellsOutboxSent", tr("Tell when the outbox was sent"), tr("When the last turn that waited in it has its answer."), &WeatherPreferences::tellsOutboxSent);

    m_port->setObjectName(QStringLiteral("metricsPort"));
    m_port->setDecimals(0);
    m_port->setRange(1024, 65535);
    m_port->setGroupSeparatorShown(false);
    connect(m_port, &NumberField::valueChanged, this, [this](double port) { this->draft().edit([port](Preferences &values) { values.weather.metricsPort = static_cast<int>(port); }); });
    auto *figures = new SettingRow(tr("Figures for Prometheus"), tr("Counts, waits and room left, told to programs on this computer that ask 127.0.0.1 for /metrics."));
    figures->addWord(tr("port"));
    figures->addControl(m_port);
    auto *serves = new Switch(tr("Figures for Prometheus"));
    serves->setObjectName(QStringLiteral("servesMetrics"));
    connect(serves, &Switch::toggled, this, [this](bool on) { this->draft().edit([on](Preferences &values) { values.weather.servesMetrics = on; }); });
    connect(serves, &Switch::toggled, m_port, &QWidget::setEnabled);
    figures->addControl(serves);
    m_switches.emplace_back(serves, &WeatherPreferences::servesMetrics);
    body().addWidget(figures);
    body().addStretch();
    WeatherPage::load();
}

void WeatherPage::addSwitch(const char *name, const QString &title, const QString &words, bool WeatherPreferences::*value)
{
    auto *made = new Switch(title);
    made->setObjectName(QLatin1String(name));
    connect(made, &Switch::toggled, this, [this, value](bool on) { draft().edit([value, on](Preferences &values) { values.weather.*value = on; }); });
    auto *row = new SettingRow(title, words);
    row->addControl(made);
    body().addWidget(row);
    m_switches.emplace_back(made, value);
}

void WeatherPage::restoreDefaults(Preferences &values) const
{
    values.weather = {};
}

void WeatherPage::load()
{
    for (const auto &[each, value] : m_switches) {
        const QSignalBlocker quiet(each);
        each->setChecked(values().weather.*value);
    }
    const QSignalBlocker quiet(m_port);
    m_port->setValue(values().weather.metricsPort);
    m_port->setEnabled(values().weather.servesMetrics);
}

} // namespace breakwater
