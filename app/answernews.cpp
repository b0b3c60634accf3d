// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answernews.h"

#include "core/chat/conversation.h"
#include "ui/words/faultwords.h"

namespace breakwater {

AnswerNews::AnswerNews(const Library &library, const Outbox &outbox, std::function<const RouteTable &()> routes, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_routes(std::move(routes))
{
    connect(&outbox, &Outbox::turnSettled, this, &AnswerNews::takeTurn);
}

void AnswerNews::takeTurn(const TurnId &id)
{
    const TurnState *turn = m_outbox.turn(id);
    // What a person stopped or cancelled is no news to them.
    if (turn == nullptr || turn->phase == TurnPhase::Stopped || turn->phase == TurnPhase::Cancelled)
        return;
    const Conversation *conversation = m_library.conversation(turn->conversation);
    const Message *answer = m_library.message(turn->conversation, turn->answer);
    const QString title = conversation != nullptr ? conversation->title : tr("Breakwater");
    if (turn->phase == TurnPhase::Answered && answer != nullptr) {
        const QString model = answer->route.isEmpty() ? answer->model : routeName(m_routes(), answer->route);
        Q_EMIT news(turn->conversation, id, title, tr("%1: %2").arg(model, titleFromPrompt(answer->text)));
    } else if (const auto notice = noticeFor(turn, answer, m_routes())) {
        Q_EMIT news(turn->conversation, id, title, QString(notice->words.title + QLatin1Char(' ') + notice->words.sentence));
    }
}

} // namespace breakwater
