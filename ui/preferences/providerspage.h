// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"
#include "ui/preferences/testresult.h"

#include <functional>

class QBoxLayout;
class QVBoxLayout;

namespace breakwater {

class Button;
class KeyPort;
class ProviderEditor;

/// Where turns may be sent: a list of providers, and the chosen one beside it.
class ProvidersPage : public PreferencesPage
{
    Q_OBJECT
public:
    /// `makeId` gives the text of a new id at each call.
    ProvidersPage(KeyPort &keys, std::function<QString()> makeId, PreferencesDraft &draft, QWidget *parent = nullptr);

    void choose(const ProviderId &provider);
    /// Shown if that provider is the chosen one, else dropped: it can be tested again.
    void showTestResult(const ProviderId &provider, const TestResult &result);

Q_SIGNALS:
    void testRequested(const breakwater::Provider &provider);

protected:
    void load() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showRows();
    void offerProfiles(QWidget &below);
    void addProvider(const QString &name, Dialect dialect, const QUrl &url);
    void take(const Provider &edited);
    [[nodiscard]] QString stateOf(const Provider &provider) const;
    [[nodiscard]] bool needsSomebody(const Provider &provider) const;
    void placeEditor();

    KeyPort &m_keys;
    std::function<QString()> m_makeId;
    ProviderId m_chosen;
    QBoxLayout *m_columns = nullptr; ///< the list, and the editor beside or below it
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    ProviderEditor *m_editor = nullptr;
    Button *m_remove = nullptr;
};

} // namespace breakwater
