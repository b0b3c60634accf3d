// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

class QGridLayout;
class QTableView;

namespace breakwater {

class Button;
class Ledger;
class NumberField;
class PricesModel;
class Switch;
class TextLabel;

/// What answers cost: the limit for a day, what was spent, and the prices by which it is counted.
class CostsPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit CostsPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    /// Borrows it; it outlives the page.
    void setLedger(const Ledger &ledger);
    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void load() override;

private:
    void addLimit();
    void addSpent();
    void addPrices();
    void takeLimit();
    void showSpent();

    const Ledger *m_ledger = nullptr;
    Switch *m_limited = nullptr;
    NumberField *m_limit = nullptr;
    QGridLayout *m_spent = nullptr;
    PricesModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    Button *m_remove = nullptr;
};

} // namespace breakwater
