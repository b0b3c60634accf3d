// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

class QRadioButton;

namespace breakwater {

class NumberField;
class Switch;

/// Scheme, text size, motion, and what is told while a person writes.
class AppearancePage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit AppearancePage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;

protected:
    void load() override;

private:
    QRadioButton *m_follow = nullptr;
    QRadioButton *m_light = nullptr;
    QRadioButton *m_dark = nullptr;
    NumberField *m_textSize = nullptr;
    Switch *m_reducedMotion = nullptr;
    Switch *m_countsTokens = nullptr;
    Switch *m_writesTitles = nullptr;
};

} // namespace breakwater
