// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include "core/wire/anthropic.h"
#include "core/wire/openai.h"

#include <QHash>

#include <algorithm>

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

WireRequest encodeModelList(const Provider &provider, const QByteArray &key, const QString &after, bool olderVersion)
{
    switch (provider.dialect) {
    case Dialect::Anthropic:
        return anthropic::encodeModelList(provider, key, after, olderVersion);
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

bool wantsOlderVersion(const Fault &fault)
{
    return fault.status == 400 && fault.detail.contains(QLatin1String("anthropic-version"), Qt::CaseInsensitive);
}

bool hasExtras(const Ask &ask)
{
    return ask.thinkAloud || ask.effort || ask.cache || ask.temperature || ask.topP;
}

Ask withoutExtras(Ask ask)
{
    ask.thinkAloud = false;
    ask.effort.reset();
    ask.cache = false;
    ask.temperature.reset();
    ask.topP.reset();
    return ask;
}

std::vector<Said> historyFor(const std::vector<Message> &messages, const MessageId &question, const RouteId &route)
{
    // By turn, not by place: a question that was written while an earlier one was being answered stands before that answer.
    QHash<TurnId, QString> answers;
    QHash<TurnId, std::vector<Thought>> thoughts;
    const auto add = [](QString &text, const QString &more) { text += text.isEmpty() ? more : QLatin1String("\n\n") + more; };
    for (const Message &each : messages) {
        if (each.role != Role::Assistant || each.turn.isEmpty() || each.state == MessageState::SetAside)
            continue;
        answers[each.turn] = each.text;
        const bool sealed = std::all_of(each.thoughts.begin(), each.thoughts.end(), [](const Thought &thought) { return thought.isSealed(); });
        if (sealed && !route.isEmpty() && each.route == route && each.seams.empty() && each.state == MessageState::Complete)
            thoughts[each.turn] = each.thoughts;
    }
    std::vector<Said> said;
    for (auto asked = messages.begin(); asked != messages.end(); ++asked) {
        if (asked->role != Role::User)
            continue;
        if (asked->id == question) {
            said.push_back({Role::User, asked->text, {}, asked->attachments});
            break;
        }
        QString answer = answers.value(asked->turn);
        for (auto next = asked + 1; next != messages.end() && next->role == Role::Assistant; ++next) {
            if (next->turn.isEmpty() && !next->text.trimmed().isEmpty())
                add(answer, next->text); // from elsewhere, without turns: what follows answers
        }
        const bool blank = asked->text.trimmed().isEmpty() && asked->attachments.empty();
        if (answer.trimmed().isEmpty() || blank)
            continue; // without an answer it would only be asked, and fail, again
        said.push_back({Role::User, asked->text, {}, asked->attachments});
        said.push_back({Role::Assistant, answer, thoughts.value(asked->turn)});
    }
    return said;
}

void askForTheRest(std::vector<Said> &said, const QString &partial)
{
    QString kept = partial;
    while (!kept.isEmpty() && kept.back().isSpace())
        kept.chop(1);
    if (kept.isEmpty())
        return; // it only thought: the question stands as it was
    said.push_back({Role::Assistant, kept});
    said.push_back({Role::User,
        QStringLiteral("Your answer was cut off by a connection failure. Continue it exactly where it stopped, beginning with the very next "
                       "character. Do not repeat anything and do not comment on the interruption.")});
}

} // namespace breakwater
