// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows are told to say, and the desktop's notifications.
#include "app/desktop.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/words/batchwords.h"
#include "ui/words/keywords.h"
#include "ui/words/storewords.h"
#include "ui/words/tlswords.h"

#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

#include <utility>

namespace breakwater {

void Desktop::connectNews()
{
    connect(&m_news, &WeatherNews::news, this, [this](const QString &title, const QString &sentence) {
        if (QGuiApplication::focusWindow() == nullptr) // whoever looks sees it in the strip
            m_notifications.show(QString(), title, sentence);
    });
    connect(&m_answers, &AnswerNews::news, this, [this](const ConversationId &conversation, const TurnId &turn, const QString &title, const QString &sentence) {
        if (QGuiApplication::focusWindow() != nullptr || !m_engine.settings().preferences.general.tellsAnswerDone)
            return;
        m_told[conversation] = turn; // the next one of this conversation takes the place of this one
        m_notifications.show(conversation.text(), title, sentence, tr("Open"));
    });
    connect(&m_engine.batches(), &Batches::settled, this, [this](const BatchId &id) {
        const Batch *batch = m_engine.batches().batch(id);
        const bool tells = QGuiApplication::focusWindow() == nullptr && m_engine.settings().preferences.general.tellsAnswerDone;
        // That of a turn is told of as the turn.
        if (tells && batch != nullptr && batch->turn.isEmpty() && batch->counts.answered + batch->counts.failed > 0)
            m_notifications.show(id.text(), batch->title, batchwords::counts(batch->counts), tr("Open"));
    });
    connect(&m_notifications, &Notifications::chosen, this, [this](const QString &about) {
        raise();
        window().showBatch(BatchId(about)); // if it is one
        if (const ConversationId conversation(about); m_engine.library().conversation(conversation) != nullptr)
            window().showTurn(conversation, m_told[conversation]);
    });
}

/// In whichever window it is said.
void Desktop::dismiss(const QString &title)
{
    for (const auto &each : m_windows) {
        NoticeBar &notice = each->window().pane().notice();
        if (!title.isEmpty() && notice.title() == title)
            notice.dismiss();
    }
}

/// A keychain that does not give its keys is said once, and unsaid when it does.
void Desktop::tellKeychain()
{
    const KeyState state = m_engine.keyring().keychainState();
    if (state == std::exchange(m_keychain, state))
        return;
    if (state == KeyState::There) {
        dismiss(keychainWords(KeyState::Locked).title);
        dismiss(keychainWords(KeyState::NoKeychain).title);
        return;
    }
    const Words words = keychainWords(state);
    if (state == KeyState::NoKeychain)
        window().showNotice(words.title, words.sentence, tr("Preferences"), [this] { showPreferences(QStringLiteral("providers")); });
    else
        window().showNotice(words.title, words.sentence, tr("Unlock"), [this] {
            m_keychain = KeyState::There; // said again when it stays locked
            m_engine.keyring().unlock();
        });
}

/// A route of the chain in use that is passed by until a person agrees is said once, and unsaid when they do. Settings of
/// 0.1 have such routes, and an environment variable may name one.
void Desktop::tellUnencrypted()
{
    const RouteTable &routes = m_engine.routes();
    const Chain *chain = routes.chain({});
    const Provider *open = chain != nullptr ? routes.awaitingConsent(*chain) : nullptr;
    const QString host = open != nullptr ? open->baseUrl.host() : QString();
    const QString before = std::exchange(m_unencrypted, host);
    if (host == before)
        return;
    if (open == nullptr) {
        dismiss(unencryptedWords(before).title);
        return;
    }
    const Words words = unencryptedWords(host);
    window().showNotice(words.title, words.sentence, tr("Preferences"), [this, id = open->id] {
        showPreferences(QStringLiteral("providers"));
        m_preferences->showProvider(id);
    });
}

/// What belongs to no turn. It is kept, and unsaid when it is written.
void Desktop::tellNotSaved(const Fault &fault)
{
    if (m_engine.isOnlyShown()) { // what it needs is to be opened
        tellNotOpened(fault);
        return;
    }
    const Words words = notSavedWords(fault);
    m_notSaved = words.title;
    window().showNotice(words.title, words.sentence, tr("Save again"), [this] {
        m_engine.store().saveAgain([this](const Result<void> &written) {
            if (!written)
                tellNotSaved(written.error());
        });
    });
}

void Desktop::tellAllSaved()
{
    dismiss(std::exchange(m_notSaved, {}));
}

void Desktop::tellNotOpened(const Fault &fault)
{
    const Words words = m_engine.isOnlyShown() ? onlyShownWords(fault, m_engine.historyFile()) : notOpenedWords(fault, m_engine.historyFile());
    window().showNotice(words.title, words.sentence, tr("Try again"), [this] { openHistory(); });
}

void Desktop::tellMended(const Salvaged &salvaged)
{
    const Words words = mendedWords(salvaged.messages, salvaged.messagesKnown, salvaged.keptAt);
    window().showNotice(words.title, words.sentence);
}

void Desktop::tellSettingsPutAside()
{
    const QString &place = m_engine.settings().putAside;
    if (place.isEmpty())
        return;
    const Words words = settingsPutAsideWords(place);
    window().showNotice(words.title, words.sentence, tr("Preferences"), [this] { showPreferences(QStringLiteral("data")); });
}

void Desktop::askWhereToExport(WeatherFile file, WeatherRange range)
{
    const bool json = file == WeatherFile::AttemptsJson;
    auto *dialog = new QFileDialog(&window(), tr("Export the weather"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(json ? QStringLiteral("json") : QStringLiteral("csv"));
    dialog->selectFile(tr("weather") + QStringLiteral("-%1.%2").arg(QDate::currentDate().toString(Qt::ISODate), dialog->defaultSuffix()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file, range](const QString &path) {
        m_engine.exportWeather(file, range, path, [this, path](const Result<qint64> &rows) {
            const QString name = QFileInfo(path).fileName();
            if (!rows)
                window().showNotice(tr("The weather was not exported."), tr("%1 could not be written: %2").arg(name, rows.error().detail));
            else
                window().showNotice(tr("The weather is exported."), *rows == 1 ? tr("%1 has one row.").arg(name) : tr("%1 has %2 rows.").arg(name, QLocale().toString(*rows)));
        });
    });
    dialog->open();
}

} // namespace breakwater
