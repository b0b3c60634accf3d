// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/simulatorpage.h"

#include "ui/preferences/settingrow.h"
#include "ui/style/button.h"
#include "ui/style/numberfield.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace breakwater {

SimulatorPage::SimulatorPage(std::vector<WeatherScriptName> scripts, PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Simulated weather"), tr("What the simulated provider does. Nothing is sent anywhere."),
        tr("simulator fault injection test script storm"), draft, parent)
    , m_scripts(std::move(scripts))
    , m_script(new QComboBox)
    , m_speed(new NumberField(tr("Speed")))
{
    m_script->setObjectName(QStringLiteral("weatherScript"));
    m_script->setAccessibleName(tr("Weather script"));
    m_script->setMinimumWidth(220);
    connect(m_script, &QComboBox::activated, this, [this](int index) {
        const QString id = m_script->itemData(index).toString();
        this->draft().edit([&id](Preferences &values) { values.weatherScript = id; });
    });
    auto *open = new Button(Button::Kind::Plain, tr("Open file…"));
    connect(open, &Button::clicked, this, &SimulatorPage::askForFile);
    auto *script = new SettingRow(tr("Weather script"), tr("Which requests are refused, how, and when."));
    script->addControl(m_script);
    script->addControl(open);
    body().addWidget(script);

    m_speed->setObjectName(QStringLiteral("simulatorSpeed"));
    m_speed->setDecimals(1);
    m_speed->setRange(0.1, 60.0);
    m_speed->setSuffix(tr(" times"));
    connect(m_speed, &NumberField::valueChanged, this,
        [this](double speed) { this->draft().edit([speed](Preferences &values) { values.simulatorSpeed = speed; }); });
    auto *speed = new SettingRow(tr("Speed"), tr("How fast the script goes; 1 is its own time."));
    speed->addControl(m_speed);
    body().addWidget(speed);
    body().addStretch();
    SimulatorPage::load();
}

void SimulatorPage::restoreDefaults(Preferences &values) const
{
    const Preferences fresh;
    values.weatherScript = fresh.weatherScript;
    values.simulatorSpeed = fresh.simulatorSpeed;
}

void SimulatorPage::askForFile()
{
    // Opened, not executed: no event loop inside an event loop.
    auto *dialog = new QFileDialog(this, tr("Open a weather script"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SimulatorPage::useFile);
    dialog->open();
}

void SimulatorPage::useFile(const QString &path)
{
    draft().edit([&path](Preferences &values) { values.weatherScript = path; });
    load();
}

void SimulatorPage::load()
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_script), QSignalBlocker(m_speed)};
    m_script->clear();
    for (const auto &[id, title] : m_scripts)
        m_script->addItem(title, id);
    const QString wanted = values().weatherScript;
    int index = wanted.isEmpty() ? 0 : m_script->findData(wanted);
    if (index < 0) {
        m_script->addItem(QFileInfo(wanted).fileName(), wanted);
        index = m_script->count() - 1;
        m_script->setItemData(index, wanted, Qt::ToolTipRole);
    }
    m_script->setCurrentIndex(m_script->count() > 0 ? index : -1);
    m_speed->setValue(values().simulatorSpeed);
}

} // namespace breakwater
