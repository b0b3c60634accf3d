// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/keywords.h"

#include <QCoreApplication>

#include <algorithm>

namespace breakwater {

namespace {

struct KeyWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::KeyWords)
};

QString placeOf(const ShownKey &key)
{
    switch (key.place) {
    case KeyPlace::SessionOnly:
        return KeyWordsSaying::tr("Kept for this session only. It is gone when Breakwater ends.");
    case KeyPlace::PrivateFile:
        return KeyWordsSaying::tr("Kept in a file that only you can read");
    case KeyPlace::Keychain:
        return KeyWordsSaying::tr("Kept in the system keychain, never in a file");
    case KeyPlace::Environment:
        return KeyWordsSaying::tr("From %1. It is used and never written down.").arg(key.name);
    }
    return {};
}

} // namespace

QString keyProblem(const QString &pasted)
{
    const QString key = pasted.trimmed();
    if (key.isEmpty())
        return KeyWordsSaying::tr("Paste a key first.");
    if (cleanKey(pasted))
        return {};
    if (key.size() > longestKey)
        return KeyWordsSaying::tr("This is too long for a key. Copy the key alone.");
    if (std::any_of(key.begin(), key.end(), [](QChar each) { return each == QLatin1Char('\n') || each == QLatin1Char('\r') || each == QChar::LineSeparator || each == QChar::ParagraphSeparator; }))
        return KeyWordsSaying::tr("This key has a line break in it. Copy it once more, on one line.");
    return KeyWordsSaying::tr("A key has no spaces and no special letters. Copy it once more.");
}

QString sentenceFor(const ShownKey &key)
{
    switch (key.state) {
    case KeyState::There:
        return placeOf(key);
    case KeyState::Reading:
        return KeyWordsSaying::tr("Being read from the system keychain…");
    case KeyState::Locked:
    case KeyState::NoKeychain:
        return keychainWords(key.state).title + QLatin1Char(' ') + keychainWords(key.state).sentence;
    case KeyState::Gone:
        return KeyWordsSaying::tr("The system keychain does not have this key any more. Paste it again.");
    case KeyState::Refused:
        return KeyWordsSaying::tr("The provider refused this key. Breakwater uses the next one, until you replace it.");
    }
    return {};
}

QString sentenceFor(KeyTrouble trouble)
{
    switch (trouble) {
    case KeyTrouble::None:
        return {};
    case KeyTrouble::Keychain:
        return KeyWordsSaying::tr("The keychain is locked or said no. Unlock it and try once more, or choose another place.");
    case KeyTrouble::NoKeychain:
        return KeyWordsSaying::tr("No keychain is running here. Choose another place for the key.");
    case KeyTrouble::Disk:
        return KeyWordsSaying::tr("The file could not be written. Keep the key for this session only, or free some disk space.");
    }
    return {};
}

Words keychainWords(KeyState state)
{
    Words words;
    if (state == KeyState::NoKeychain) {
        words.title = KeyWordsSaying::tr("No keychain is running here.");
        words.sentence = KeyWordsSaying::tr("A key is kept in it. Start the keychain, or paste the key again in Preferences. Reading works meanwhile.");
    } else {
        words.title = KeyWordsSaying::tr("The keychain is locked.");
        words.sentence = KeyWordsSaying::tr("Unlock it to send. Reading works meanwhile.");
    }
    return words;
}

} // namespace breakwater
