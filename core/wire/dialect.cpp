// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include "core/wire/anthropic.h"
#include "core/wire/openai.h"

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
    std::vector<Said> said;
    for (const Message &message : messages) {
        if (message.text.trimmed().isEmpty() || (said.empty() && message.role == Role::Assistant))
            continue;
        if (!said.empty() && said.back().role == message.role) {
            if (message.role == Role::User)
                said.back() = {message.role, message.text}; // the earlier question got no answer: sent again, it would fail again
            else
                said.back().text += QLatin1String("\n\n") + message.text;
        } else {
            said.push_back({message.role, message.text});
        }
        if (message.id == question)
            break;
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
