// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include "core/wire/anthropic.h"
#include "core/wire/openai.h"

#include <QHash>

namespace breakwater {

WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask)
{
    switch (provider.dialect) {
    case Dialect::Anthropic:
        return anthropic::encode(provider, key, ask);
    case Dialect::OpenAi:
        return openai::encode(provider, key, ask);
    }
    return {};
}

WireRequest encodeModelList(const Provider &provider, const QByteArray &key)
{
    switch (provider.dialect) {
    case Dialect::Anthropic:
        return anthropic::encodeModelList(provider, key);
    case Dialect::OpenAi:
        return openai::encodeModelList(provider, key);
    }
    return {};
}

std::unique_ptr<Decoder> makeDecoder(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Anthropic:
        return std::make_unique<anthropic::MessagesDecoder>();
    case Dialect::OpenAi:
        return std::make_unique<openai::ChunkDecoder>();
    }
    return nullptr;
}

std::vector<Said> historyFor(const std::vector<Message> &messages, const MessageId &question)
{
    // By turn, not by place: a question that was written while an earlier one was being answered stands before that answer.
    QHash<TurnId, QString> answers;
    const auto add = [](QString &text, const QString &more) { text += text.isEmpty() ? more : QLatin1String("\n\n") + more; };
    for (const Message &each : messages) {
        if (each.role == Role::Assistant && !each.turn.isEmpty() && each.state != MessageState::SetAside)
            answers[each.turn] = each.text;
    }
    std::vector<Said> said;
    for (auto asked = messages.begin(); asked != messages.end(); ++asked) {
        if (asked->role != Role::User)
            continue;
        if (asked->id == question) {
            said.push_back({Role::User, asked->text});
            break;
        }
        QString answer = answers.value(asked->turn);
        for (auto next = asked + 1; next != messages.end() && next->role == Role::Assistant; ++next) {
            if (next->turn.isEmpty() && !next->text.trimmed().isEmpty())
                add(answer, next->text); // from elsewhere, without turns: what follows answers
        }
        if (answer.trimmed().isEmpty() || asked->text.trimmed().isEmpty())
            continue; // without an answer it would only be asked, and fail, again
        said.push_back({Role::User, asked->text});
        said.push_back({Role::Assistant, answer});
    }
    return said;
}

void askForTheRest(std::vector<Said> &said, const QString &partial)
{
    QString kept = partial;
    while (!kept.isEmpty() && kept.back().isSpace())
        kept.chop(1);
    said.push_back({Role::Assistant, kept});
    said.push_back({Role::User,
        QStringLiteral("Your answer was cut off by a connection failure. Continue it exactly where it stopped, beginning with the very next "
                       "character. Do not repeat anything and do not comment on the interruption.")});
}

} // namespace breakwater
