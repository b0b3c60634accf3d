// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include "core/chat/branch.h"
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

std::vector<Said> historyFor(const std::vector<Message> &messages, const MessageId &question, const RouteId &route, const TurnId &lastLeftOut)
{
    const auto asking = std::find_if(messages.begin(), messages.end(), [&question](const Message &each) { return each.id == question; });
    if (asking == messages.end())
        return {};
    std::vector<const Message *> branch = TurnTree(messages).branchTo(asking->turn);
    if (!lastLeftOut.isEmpty() && lastLeftOut != asking->turn) {
        const auto last = std::find_if(branch.rbegin(), branch.rend(), [&lastLeftOut](const Message *each) { return each->turn == lastLeftOut; });
        branch.erase(branch.begin(), last.base());
    }
    QHash<TurnId, QString> answers;
    QHash<TurnId, std::vector<Thought>> thoughts;
    for (const Message *each : branch) {
        if (each->role != Role::Assistant || each->state == MessageState::SetAside)
            continue;
        QString &answer = answers[each->turn];
        if (!each->text.trimmed().isEmpty())
            answer += answer.isEmpty() ? each->text : QLatin1String("\n\n") + each->text; // from elsewhere, one may be in several messages
        const bool sealed = std::all_of(each->thoughts.begin(), each->thoughts.end(), [](const Thought &thought) { return thought.isSealed(); });
        if (sealed && !route.isEmpty() && each->route == route && each->seams.empty() && each->state == MessageState::Complete)
            thoughts[each->turn] = each->thoughts;
    }
    std::vector<Said> said;
    for (const Message *each : branch) {
        if (each->role != Role::User)
            continue;
        if (each->id == question) {
            said.push_back({Role::User, each->text, {}, each->attachments});
            break;
        }
        const QString answer = answers.value(each->turn);
        const bool blank = each->text.trimmed().isEmpty() && each->attachments.empty();
        if (answer.trimmed().isEmpty() || blank)
            continue; // without an answer it would only be asked, and fail, again
        said.push_back({Role::User, each->text, {}, each->attachments});
        said.push_back({Role::Assistant, answer, thoughts.value(each->turn)});
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
