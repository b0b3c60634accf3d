// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/appearancepage.h"

#include "ui/preferences/settingrow.h"
#include "ui/style/numberfield.h"

#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace breakwater {

AppearancePage::AppearancePage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(
        tr("Appearance"), tr("How Breakwater looks."), tr("theme dark light colour contrast font zoom motion animation"), draft, parent)
    , m_follow(new QRadioButton(tr("Like the system")))
    , m_light(new QRadioButton(tr("Light")))
    , m_dark(new QRadioButton(tr("Dark")))
    , m_textSize(new NumberField(tr("Text size")))
{
    auto *scheme = new SettingRow(tr("Colours"), tr("Charts and code follow."));
    const auto choice = [&](QRadioButton *button, SchemeChoice which) {
        scheme->addControl(button);
        connect(button, &QRadioButton::toggled, this, [this, which](bool on) {
            if (on)
                this->draft().edit([which](Preferences &values) { values.scheme = which; });
        });
    };
    choice(m_follow, SchemeChoice::FollowSystem);
    choice(m_light, SchemeChoice::Light);
    choice(m_dark, SchemeChoice::Dark);
    body().addWidget(scheme);
    m_contrast = addChoice(QStringLiteral("contrast"), tr("High contrast"), tr("Black and white, with wide borders."), &Preferences::contrast);

    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_textSize->setRange(85, 150);
    m_textSize->setSingleStep(5);
    m_textSize->setSuffix(tr(" %"));
    connect(m_textSize, &NumberField::valueChanged, this, [this](double percent) {
        this->draft().edit([percent](Preferences &values) { values.textScale = percent / 100.0; });
    });
    auto *size = new SettingRow(tr("Text size"), tr("Of everything, from 85 to 150 %."));
    size->addControl(m_textSize);
    body().addWidget(size);

    m_reducedMotion = addChoice(QStringLiteral("reducedMotion"), tr("Reduced motion"), tr("Countdowns show digits only, and nothing blinks."), &Preferences::reducedMotion);

    body().addStretch();
    AppearancePage::load();
}

AppearancePage::Choice AppearancePage::addChoice(const QString &name, const QString &title, const QString &words, SystemChoice Preferences::*value)
{
    auto *row = new SettingRow(title, words);
    const auto button = [&](const QString &word, QLatin1String end, SystemChoice which) {
        auto *made = new QRadioButton(word);
        made->setObjectName(QString(name + end));
        made->setAccessibleName(tr("%1: %2").arg(title, word));
        row->addControl(made);
        connect(made, &QRadioButton::toggled, this, [this, which, value](bool on) {
            if (on)
                draft().edit([which, value](Preferences &values) { values.*value = which; });
        });
        return made;
    };
    Choice choice;
    choice.follow = button(tr("Like the system"), QLatin1String("FollowsSystem"), SystemChoice::FollowSystem);
    choice.on = button(tr("On"), QLatin1String("On"), SystemChoice::On);
    choice.off = button(tr("Off"), QLatin1String("Off"), SystemChoice::Off);
    body().addWidget(row);
    return choice;
}

void AppearancePage::show(const Choice &choice, SystemChoice value)
{
    const QSignalBlocker quiet[] {QSignalBlocker(choice.follow), QSignalBlocker(choice.on), QSignalBlocker(choice.off)};
    choice.follow->setChecked(value == SystemChoice::FollowSystem);
    choice.on->setChecked(value == SystemChoice::On);
    choice.off->setChecked(value == SystemChoice::Off);
}

void AppearancePage::restoreDefaults(Preferences &values) const
{
    const Preferences fresh;
    values.scheme = fresh.scheme;
    values.textScale = fresh.textScale;
    values.contrast = fresh.contrast;
    values.reducedMotion = fresh.reducedMotion;
}

void AppearancePage::load()
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_follow), QSignalBlocker(m_light), QSignalBlocker(m_dark),
        QSignalBlocker(m_textSize)};
    m_follow->setChecked(values().scheme == SchemeChoice::FollowSystem);
    m_light->setChecked(values().scheme == SchemeChoice::Light);
    m_dark->setChecked(values().scheme == SchemeChoice::Dark);
    m_textSize->setValue(values().textScale * 100.0);
    show(m_contrast, values().contrast);
    show(m_reducedMotion, values().reducedMotion);
}

} // namespace breakwater
