// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/catalogue.h"
#include "ui/preferences/preferencespage.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace breakwater {

class Button;
class IconButton;
class ModelField;
class RouteList;
class TextLabel;
class WhatIfView;

/// The chains: which routes, in which order, when to move on, and what to do when none answers.
class ChainPage : public PreferencesPage
{
    Q_OBJECT
public:
    /// `makeId` gives the text of a new id at each call.
    ChainPage(std::function<QString()> makeId, PreferencesDraft &draft, QWidget *parent = nullptr);
    /// What is known of the models that routes may have.
    void setCatalogue(const Catalogue &catalogue);
    /// What stands beside the chain.
    [[nodiscard]] WhatIfView &whatIf() const { return *m_whatIf; }

protected:
    void load() override;

private:
    void addChooser();
    void addAdder();
    void addLastResort();
    [[nodiscard]] const Chain *chosen() const;
    void editTable(const std::function<void(RouteTable &, const ChainId &)> &change);
    void showChain();
    void startRename();
    void finishRename();
    void makeChain();
    void addRoute();

    void offerModels();

    std::function<QString()> m_makeId;
    Catalogue m_catalogue;
    ChainId m_chosen;
    QStackedWidget *m_name = nullptr; // the chooser, or the field that renames
    QComboBox *m_chains = nullptr;
    QLineEdit *m_rename = nullptr;
    IconButton *m_delete = nullptr;
    Button *m_openAdder = nullptr;
    QWidget *m_adder = nullptr;
    QComboBox *m_provider = nullptr;
    ModelField *m_model = nullptr;
    TextLabel *m_problem = nullptr;
    TextLabel *m_empty = nullptr;
    RouteList *m_routes = nullptr;
    QComboBox *m_lastResort = nullptr;
    WhatIfView *m_whatIf = nullptr;
};

} // namespace breakwater
