// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

class QRadioButton;

namespace breakwater {

class NumberField;

/// Scheme, contrast, text size and motion.
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
    /// Like the system, on, off.
    struct Choice
    {
        QRadioButton *follow = nullptr;
        QRadioButton *on = nullptr;
        QRadioButton *off = nullptr;
    };
    [[nodiscard]] Choice addChoice(const QString &name, const QString &title, const QString &words, SystemChoice Preferences::*value);
    static void show(const Choice &choice, SystemChoice value);

    QRadioButton *m_follow = nullptr;
    QRadioButton *m_light = nullptr;
    QRadioButton *m_dark = nullptr;
    NumberField *m_textSize = nullptr;
    Choice m_contrast;
    Choice m_reducedMotion;
};

} // namespace breakwater
