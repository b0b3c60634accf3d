// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

class QComboBox;
class QRadioButton;

namespace breakwater {

class Button;
class SettingRow;
class SpellField;
class Switch;

/// How the program behaves as a whole: its language, keys, the tray, closing, notifications, and what is told
/// while a person writes.
class GeneralPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit GeneralPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDefaults() const override { return true; }
    void restoreDefaults(Preferences &values) const override;
    /// Without a tray on this desktop its settings are off, and say why; what was chosen stays for a desktop that has one.
    void setTrayAvailable(bool available);
    /// The dictionaries on this computer, as in "en_US".
    void setDictionaries(const QStringList &dictionaries);
    /// Starts the program again, for another language.
    void setRestart(std::function<void()> restart) { m_restart = std::move(restart); }

protected:
    void load() override;

private:
    [[nodiscard]] QRadioButton *addRadio(SettingRow *row, const QString &name, const QString &title, const QString &word, std::function<void(Preferences &)> choose);
    [[nodiscard]] Switch *addSwitch(const QString &name, const QString &title, const QString &sentence, std::function<bool &(Preferences &)> value);
    void addLanguage();
    void addSpelling();
    void showTray();
    void showLanguage();

    QString m_spoken; ///< since the start
    std::function<void()> m_restart;
    QComboBox *m_language = nullptr;
    Button *m_restartNow = nullptr;
    QRadioButton *m_enter = nullptr;
    QRadioButton *m_ctrlEnter = nullptr;
    SpellField *m_spelling = nullptr;
    SettingRow *m_spellingRow = nullptr;
    Switch *m_tray = nullptr;
    SettingRow *m_trayRow = nullptr;
    SettingRow *m_closedRow = nullptr;
    QRadioButton *m_quit = nullptr;
    QRadioButton *m_keepRunning = nullptr;
    Switch *m_tellsDone = nullptr;
    Switch *m_countsTokens = nullptr;
    Switch *m_writesTitles = nullptr;
    bool m_trayAvailable = true;
};

} // namespace breakwater
