// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/setaside.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>

namespace breakwater {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("breakwater::SetAside", text);
}

} // namespace

AnswerPlace placeOf(const Message &message, const TurnState *turn, bool last)
{
    if (message.state != MessageState::SetAside)
        return AnswerPlace::Answer;
    return last && (!turn || isSettled(turn->phase)) ? AnswerPlace::LeftOver : AnswerPlace::AskedAnew;
}

QString setAsideWords(const Message &message, AnswerPlace place)
{
    const qsizetype words = countWords(message.text);
    const QString broke = words == 1 ? tr("Broke off after one word.") : tr("Broke off after %1 words.").arg(words);
    const QString then = place == AnswerPlace::LeftOver ? tr("Asked again, but no answer came.") : tr("Asked again below.");
    return broke + QLatin1Char(' ') + then;
}

QString firstLineOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(QLatin1Char('\n'))).simplified();
}

} // namespace breakwater
