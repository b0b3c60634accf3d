// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"
#include "ui/palette/paletteitem.h"
#include "ui/preferences/preferencesdraft.h"
#include "ui/preferences/simulatorpage.h"
#include "ui/preferences/testresult.h"
#include "ui/style/icons.h"
#include "ui/style/readingorder.h"

#include <functional>

class QLineEdit;
class QStackedWidget;

namespace breakwater {

class Button;
class Catalogue;
class ChainPage;
class CostsPage;
class DataPage;
struct DataPort;
class GeneralPage;
class IconButton;
class KeyPort;
class Ledger;
class PreferencesPage;
class PromptsPage;
class ProvidersPage;
class RowButton;
class TextLabel;

/// The preferences, in a window that is not modal. It edits a copy until Apply; closing keeps the edits. UI thread.
class PreferencesWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Page { General, Appearance, Providers, Chain, Retry, Outbox, Costs, Weather, Prompts, Keyboard, Data, Simulator };

    /// `keys` must outlive the window; `makeId` gives the text of a new id at each call.
    PreferencesWindow(const Preferences &applied, std::vector<WeatherScriptName> scripts, KeyPort &keys,
        std::function<QString()> makeId, QWidget *parent = nullptr);
    ~PreferencesWindow() override;

    void showPage(Page page);
    /// Where one can be gone to: each page, and each setting on it. The id is for showPlace.
    [[nodiscard]] std::vector<PaletteItem> places() const;
    void showPlace(const QString &id);
    /// Opens the providers page at `provider`: what "Check key" does.
    void showProvider(const ProviderId &provider);
    /// What is known of the providers' models.
    void setCatalogue(const Catalogue &catalogue);
    /// Where what was spent is counted.
    void setLedger(const Ledger &ledger);
    /// Gives the samples of the last so long: what the weather would have been under other settings is told by them.
    void setRecordedWeather(std::function<std::vector<Sample>(Duration range)> recorded);
    /// What the Data page works with, and its wishes.
    void setDataPort(const DataPort &port);
    [[nodiscard]] DataPage &data() { return *m_data; }
    /// Whether this desktop has a tray.
    void setTrayAvailable(bool available);
    /// The dictionaries on this computer, as in "en_US".
    void setDictionaries(const QStringList &dictionaries);
    /// Opens the prompts page with one more, that is not applied yet.
    void addPrompt(const Prompt &prompt);
    void showTestResult(const ProviderId &provider, const TestResult &result);
    /// Other preferences came into force elsewhere; edits are dropped.
    void setApplied(const Preferences &applied);
    [[nodiscard]] const PreferencesDraft &draft() const { return m_draft; }

Q_SIGNALS:
    /// Apply was pressed: put these in force. Keys of providers that are gone are the receiver's to remove.
    void applied(const breakwater::Preferences &preferences);
    /// Test `provider` as it is edited, with its key from the key port, and answer with showTestResult.
    void testRequested(const breakwater::Provider &provider);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPage(PreferencesPage *page, Icon icon);
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeFoot();
    void choose(int index);
    void fitSide();
    void startFinding();
    void find(const QString &needle);
    void showChanges();

    PreferencesDraft m_draft;
    QWidget *m_side = nullptr;
    QLineEdit *m_search = nullptr;
    IconButton *m_startFinding = nullptr; ///< in the place of the field, where the side has no room for it
    bool m_finding = false; ///< it has its room all the same
    QStackedWidget *m_stack = nullptr;
    std::vector<PreferencesPage *> m_pages; // in the order of Page
    std::vector<RowButton *> m_rows;
    GeneralPage *m_general = nullptr;
    ProvidersPage *m_providers = nullptr;
    ChainPage *m_chains = nullptr;
    CostsPage *m_costs = nullptr;
    PromptsPage *m_prompts = nullptr;
    DataPage *m_data = nullptr;
    Button *m_defaults = nullptr;
    TextLabel *m_changes = nullptr;
    Button *m_revert = nullptr;
    Button *m_apply = nullptr;
};

} // namespace breakwater
