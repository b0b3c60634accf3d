// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/setaside.h"

#include "ui/words/faultwords.h"

#include <QCoreApplication>

namespace breakwater {

namespace {

struct SetAsideSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::SetAside)
};

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
    const QString broke = words == 1 ? SetAsideSaying::tr("Broke off after one word.") : SetAsideSaying::tr("Broke off after %1 words.").arg(words);
    const QString then = place == AnswerPlace::LeftOver ? SetAsideSaying::tr("Asked again, but no answer came.") : SetAsideSaying::tr("Asked again below.");
    return broke + QLatin1Char(' ') + then;
}

QString firstLineOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(QLatin1Char('\n'))).simplified();
}

} // namespace breakwater
