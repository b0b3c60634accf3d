// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/generalpage.h"

#include "ui/preferences/settingrow.h"
#include "ui/preferences/spellfield.h"
#include "ui/style/button.h"
#include "ui/style/switch.h"

#include <QComboBox>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

QString spellingSentence(bool anyDictionary)
{
    return anyDictionary ? GeneralPage::tr("Of what you write, by the dictionaries on this computer; nothing leaves it.")
                         : GeneralPage::tr("There is no dictionary on this computer. Install one, for example the package hunspell-en-us.");
}

} // namespace

GeneralPage::GeneralPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("General"), tr("How Breakwater behaves, and what it does while you write."),
        tr("keys return tray background notification tokens count privacy titles language"), draft, parent)
    , m_spoken(draft.applied().general.language)
{
    addLanguage();
    const QString sendTitle = tr("Send with");
    auto *send = new SettingRow(sendTitle, tr("The other way to press Enter makes a new line. Shift+Enter always does, and Ctrl+Enter always sends."));
    m_enter = addRadio(send, QStringLiteral("sendEnter"), sendTitle, tr("Enter"), [](Preferences &values) { values.general.sendKey = SendKey::Enter; });
    m_ctrlEnter = addRadio(send, QStringLiteral("sendCtrlEnter"), sendTitle, tr("Ctrl+Enter"), [](Preferences &values) { values.general.sendKey = SendKey::CtrlEnter; });
    body().addWidget(send);
    addSpelling();

    m_tellsDone = addSwitch(QStringLiteral("tellsAnswerDone"), tr("Notify when an answer ends"), tr("Also when a turn needs you. Only while no window of Breakwater has the focus; a click opens the conversation."),
        [](Preferences &values) -> bool & { return values.general.tellsAnswerDone; });
    m_tray = addSwitch(QStringLiteral("showsTrayIcon"), tr("Icon in the tray"), {}, [](Preferences &values) -> bool & { return values.general.showsTrayIcon; });
    m_trayRow = qobject_cast<SettingRow *>(m_tray->parentWidget());

    const QString closedTitle = tr("When the last window is closed");
    m_closedRow = new SettingRow(closedTitle, {});
    m_quit = addRadio(m_closedRow, QStringLiteral("closedQuits"), closedTitle, tr("Quit"), [](Preferences &values) { values.general.whenClosed = WhenClosed::Quit; });
    m_keepRunning = addRadio(m_closedRow, QStringLiteral("closedKeepsRunning"), closedTitle, tr("Keep running"), [](Preferences &values) { values.general.whenClosed = WhenClosed::KeepRunning; });
    body().addWidget(m_closedRow);

    m_countsTokens = addSwitch(QStringLiteral("countsTokens"), tr("Exact token count"),
        tr("Anthropic counts what you write, a moment after the last key and free of charge. Off: an estimate, and nothing leaves before you send."),
        [](Preferences &values) -> bool & { return values.countsTokens; });
    m_writesTitles = addSwitch(QStringLiteral("writesTitles"), tr("Titles by the model"),
        tr("One short request after the first answer, to the model that gave it, and only in clear weather. Off: the first words of your question."),
        [](Preferences &values) -> bool & { return values.writesTitles; });
    body().addStretch();
    connect(&draft, &PreferencesDraft::changed, this, &GeneralPage::showTray);
    connect(&draft, &PreferencesDraft::changed, this, &GeneralPage::showLanguage);
    GeneralPage::load();
}

/// Each language is named in itself: who cannot read the one that is spoken finds theirs.
void GeneralPage::addLanguage()
{
    const QString title = tr("Language");
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_language->setAccessibleName(title);
    m_language->addItem(tr("Like the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_restartNow = new Button(Button::Kind::Plain, tr("Restart now"));
    m_restartNow->setObjectName(QStringLiteral("restartForLanguage"));
    m_restartNow->hide();
    auto *row = new SettingRow(title, tr("Takes effect at the next start."));
    row->setAlsoFoundBy(QStringLiteral("language sprache deutsch english 语言 中文"));
    row->addControl(m_restartNow);
    row->addControl(m_language);
    body().addWidget(row);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        draft().edit([this](Preferences &values) { values.general.language = m_language->currentData().toString(); });
    });
    connect(m_restartNow, &Button::clicked, this, [this] {
        if (m_restart)
            m_restart();
    });
}

void GeneralPage::addSpelling()
{
    const QString title = tr("Check spelling");
    m_spelling = new SpellField(title);
    m_spelling->setObjectName(QStringLiteral("checksSpelling"));
    m_spellingRow = new SettingRow(title, spellingSentence(true));
    m_spellingRow->setAlsoFoundBy(tr("dictionary spell checker language"));
    m_spellingRow->addControl(m_spelling);
    body().addWidget(m_spellingRow);
    connect(m_spelling, &SpellField::choiceChanged, this, [this](bool on, const QStringList &chosen) {
        draft().edit([&](Preferences &values) {
            values.general.checksSpelling = on;
            values.general.spellLanguages = chosen;
        });
    });
}

void GeneralPage::setDictionaries(const QStringList &dictionaries)
{
    m_spelling->setDictionaries(dictionaries);
    m_spellingRow->setSentence(spellingSentence(!dictionaries.isEmpty()));
}

QRadioButton *GeneralPage::addRadio(SettingRow *row, const QString &name, const QString &title, const QString &word, std::function<void(Preferences &)> choose)
{
    auto *made = new QRadioButton(word);
    made->setObjectName(name);
    made->setAccessibleName(tr("%1: %2").arg(title, word));
    row->addControl(made);
    connect(made, &QRadioButton::toggled, this, [this, choose = std::move(choose)](bool on) {
        if (on)
            draft().edit(choose);
    });
    return made;
}

Switch *GeneralPage::addSwitch(const QString &name, const QString &title, const QString &sentence, std::function<bool &(Preferences &)> value)
{
    auto *made = new Switch(title);
    made->setObjectName(name);
    auto *row = new SettingRow(title, sentence);
    row->addControl(made);
    body().addWidget(row);
    connect(made, &Switch::toggled, this, [this, value = std::move(value)](bool on) { draft().edit([&](Preferences &values) { value(values) = on; }); });
    return made;
}

void GeneralPage::restoreDefaults(Preferences &values) const
{
    const Preferences fresh;
    const QString language = values.general.language;
    values.general = fresh.general;
    values.general.language = language; // it is nobody's default but the person's
    values.countsTokens = fresh.countsTokens;
    values.writesTitles = fresh.writesTitles;
}

void GeneralPage::setTrayAvailable(bool available)
{
    m_trayAvailable = available;
    showTray();
}

void GeneralPage::load()
{
    const GeneralPreferences &general = values().general;
    const QSignalBlocker quiet[] {QSignalBlocker(m_language), QSignalBlocker(m_enter), QSignalBlocker(m_ctrlEnter), QSignalBlocker(m_tray), QSignalBlocker(m_quit),
        QSignalBlocker(m_keepRunning), QSignalBlocker(m_tellsDone), QSignalBlocker(m_countsTokens), QSignalBlocker(m_writesTitles)};
    m_language->setCurrentIndex(std::max(0, m_language->findData(general.language)));
    m_enter->setChecked(general.sendKey == SendKey::Enter);
    m_ctrlEnter->setChecked(general.sendKey == SendKey::CtrlEnter);
    m_tellsDone->setChecked(general.tellsAnswerDone);
    m_spelling->setChoice(general.checksSpelling, general.spellLanguages);
    m_tray->setChecked(general.showsTrayIcon);
    m_quit->setChecked(general.whenClosed == WhenClosed::Quit);
    m_keepRunning->setChecked(general.whenClosed == WhenClosed::KeepRunning);
    m_countsTokens->setChecked(values().countsTokens);
    m_writesTitles->setChecked(values().writesTitles);
    showTray();
    showLanguage();
}

/// Restarting with edits at hand would lose them, so that it is offered once the language is applied.
void GeneralPage::showLanguage()
{
    m_restartNow->setVisible(m_restart && draft().changes() == 0 && values().general.language != m_spoken);
}

/// The program runs on only where there is a way back to it.
void GeneralPage::showTray()
{
    const bool icon = values().general.showsTrayIcon;
    m_tray->setEnabled(m_trayAvailable);
    m_trayRow->setSentence(m_trayAvailable ? tr("It shows the weather and what waits in the outbox.") : tr("This desktop has no tray."));
    m_quit->setEnabled(m_trayAvailable && icon);
    m_keepRunning->setEnabled(m_trayAvailable && icon);
    m_closedRow->setSentence(m_trayAvailable && icon ? tr("Answers go on arriving and the outbox goes on sending while the icon is in the tray.")
            : m_trayAvailable                        ? tr("Breakwater quits. With the icon in the tray it can run on.")
                                                     : tr("Breakwater quits. It can run on only where there is a tray."));
}

} // namespace breakwater
