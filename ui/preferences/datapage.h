// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/dataport.h"
#include "ui/preferences/preferencespage.h"

#include <QTimer>

class QFileDialog;
class QGridLayout;
class QProgressBar;

namespace breakwater {

class Button;
class NumberField;
class SettingRow;
class Switch;
class TextLabel;
class WrappingCheckBox;

/// Where the history is, how large, and what can be done with it as a whole. What is done here is done at once; only how
/// long conversations are kept waits for Apply.
class DataPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit DataPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    void setPort(const DataPort &port);
    /// Reads anew what is shown.
    void refresh();

Q_SIGNALS:
    void importWanted();
    void exportAllWanted();

protected:
    void load() override;
    void showEvent(QShowEvent *event) override;

private:
    Button *addButton(SettingRow *row, const QString &name, const QString &text, const std::function<void()> &act);
    void addPlace();
    void addCopies();
    void addSettings();
    void addRetention();
    void addErasure();
    void showFacts(const std::optional<DataFacts> &facts);
    void showUntouched();
    void takeRetention();
    QFileDialog *dialog(const QString &title);
    void begin(const QString &sentence);
    void showShare();
    /// The page says what came of it; `sentence` where it went well.
    [[nodiscard]] DataPort::Done then(std::function<QString(const DataOutcome &)> sentence);

    DataPort m_port;
    TextLabel *m_said = nullptr;
    QProgressBar *m_progress = nullptr;
    QTimer m_look; ///< at how far it is
    TextLabel *m_folder = nullptr;
    QGridLayout *m_sizes = nullptr;
    Button *m_restart = nullptr;
    std::vector<Button *> m_buttons; ///< off while something is under way
    Switch *m_limited = nullptr;
    NumberField *m_days = nullptr;
    TextLabel *m_untouched = nullptr;
    QWidget *m_sure = nullptr; ///< asks before everything goes
    TextLabel *m_goes = nullptr;
    WrappingCheckBox *m_backupsToo = nullptr;
    WrappingCheckBox *m_keysToo = nullptr;
    DataFacts m_facts;
};

} // namespace breakwater
