// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/keywords.h"

#include <QCoreApplication>

#include <algorithm>

namespace breakwater {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Keys", text);
}

QString placeOf(const ShownKey &key)
{
    switch (key.place) {
    case KeyPlace::SessionOnly:
        return say("Kept for this session only. It is gone when Breakwater ends.");
    case KeyPlace::PrivateFile:
        return say("Kept in a file that only you can read");
    case KeyPlace::Keychain:
        return say("Kept in the system keychain, never in a file");
    case KeyPlace::Environment:
        return say("From %1. It is used and never written down.").arg(key.name);
    }
    return {};
}

} // namespace

QString keyProblem(const QString &pasted)
{
    const QString key = pasted.trimmed();
    if (key.isEmpty())
        return say("Paste a key first.");
    if (cleanKey(pasted))
        return {};
    if (key.size() > longestKey)
        return say("This is too long for a key. Copy the key alone.");
    if (std::any_of(key.begin(), key.end(), [](QChar each) { return each == QLatin1Char('\n') || each == QLatin1Char('\r') || each == QChar::LineSeparator || each == QChar::ParagraphSeparator; }))
        return say("This key has a line break in it. Copy it once more, on one line.");
    return say("A key has no spaces and no special letters. Copy it once more.");
}

QString sentenceFor(const ShownKey &key)
{
    switch (key.state) {
    case KeyState::There:
        return placeOf(key);
    case KeyState::Reading:
        return say("Being read from the system keychain…");
    case KeyState::Locked:
    case KeyState::NoKeychain:
        return keychainWords(key.state).title + QLatin1Char(' ') + keychainWords(key.state).sentence;
    case KeyState::Gone:
        return say("The system keychain does not have this key any more. Paste it again.");
    case KeyState::Refused:
        return say("The provider refused this key. Breakwater uses the next one, until you replace it.");
    }
    return {};
}

QString sentenceFor(KeyTrouble trouble)
{
    switch (trouble) {
    case KeyTrouble::None:
        return {};
    case KeyTrouble::Keychain:
        return say("The keychain is locked or said no. Unlock it and try once more, or choose another place.");
    case KeyTrouble::NoKeychain:
        return say("No keychain is running here. Choose another place for the key.");
    case KeyTrouble::Disk:
        return say("The file could not be written. Keep the key for this session only, or free some disk space.");
    }
    return {};
}

Words keychainWords(KeyState state)
{
    Words words;
    if (state == KeyState::NoKeychain) {
        words.title = say("No keychain is running here.");
        words.sentence = say("A key is kept in it. Start the keychain, or paste the key again in Preferences. Reading works meanwhile.");
    } else {
        words.title = say("The keychain is locked.");
        words.sentence = say("Unlock it to send. Reading works meanwhile.");
    }
    return words;
}

} // namespace breakwater
