// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/answerspeaker.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace breakwater {

namespace {

struct AnswerSpeakerSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::AnswerSpeaker)
};

QString endingOf(const Message &message)
{
    const QString text = message.text.simplified();
    const qsizetype words = text.isEmpty() ? 0 : text.count(QLatin1Char(' ')) + 1;
    const QString count = words == 1 ? AnswerSpeakerSaying::tr("1 word") : AnswerSpeakerSaying::tr("%1 words").arg(QLocale().toString(words));
    if (message.state != MessageState::Complete)
        return AnswerSpeakerSaying::tr("The answer ended early, after %1.").arg(count);
    const QString model = message.model.isEmpty() ? AnswerSpeakerSaying::tr("the model") : message.model;
    return message.attempts > 1 ? AnswerSpeakerSaying::tr("Answer complete, %1, by %2 after %3 attempts.").arg(count, model).arg(message.attempts) : AnswerSpeakerSaying::tr("Answer complete, %1, by %2.").arg(count, model);
}

} // namespace

AnswerSpeaker::Speech AnswerSpeaker::next(const Message &message)
{
    const auto known = m_spoken.find(message.id);
    const bool isGrowing = message.state == MessageState::Streaming;
    if (message.role != Role::Assistant || (known == m_spoken.end() && !isGrowing))
        return {};
    const qsizetype from = known == m_spoken.end() ? 0 : std::min(*known, message.text.size());
    const QStringView rest = QStringView(message.text).mid(from);
    const qsizetype length = isGrowing ? std::max<qsizetype>(0, rest.lastIndexOf(QLatin1String("\n\n"))) : rest.size();
    if (!isGrowing) {
        m_spoken.remove(message.id);
        return {from, rest.toString(), endingOf(message)};
    }
    m_spoken.insert(message.id, from + length);
    return {from, rest.left(length).toString(), {}};
}

} // namespace breakwater
