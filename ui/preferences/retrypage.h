// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/policyfields.h"
#include "ui/preferences/preferencespage.h"

class QComboBox;

namespace breakwater {

class BreakerPreview;
class DelayPreview;
class TextLabel;
class WaitSumPreview;

/// How long to wait, how often to try, and when to leave a route alone; beside it what the settings do.
class RetryPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit RetryPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override { values.policy = PolicySettings(); }

protected:
    void load() override;

private:
    void addHeading(const QString &text);
    void addWaits();
    void addRetry();
    void addPatience();
    void addBreaker();
    void makePreview();
    void addDelayRow(
        DelayRule DelaySettings::*rule, const char *objectName, const QString &title, const QString &sentence);
    void preview();

    PolicyFields m_fields;
    QComboBox *m_randomness = nullptr;
    QComboBox *m_previewed = nullptr;
    TextLabel *m_drawn = nullptr;
    DelayPreview *m_delays = nullptr;
    TextLabel *m_tries = nullptr;
    WaitSumPreview *m_together = nullptr;
    BreakerPreview *m_breaker = nullptr;
    int m_afterWaits = 0;
};

} // namespace breakwater
