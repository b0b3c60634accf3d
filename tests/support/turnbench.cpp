// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turnbench.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace breakwater {

void NotingJournal::answer(Done done)
{
    m_waiting.push_back(std::move(done));
    if (!holds)
        QMetaObject::invokeMethod(&m_here, [this] { (void)acknowledgeOne(); }, Qt::QueuedConnection);
}

bool NotingJournal::acknowledgeOne()
{
    if (m_waiting.empty())
        return false;
    const Done done = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (fails)
        done(tl::unexpected(*fails));
    else
        done({});
    return true;
}

void NotingJournal::accept(const Conversation &, const Message &, const TurnState &, Done done)
{
    notes.append(QStringLiteral("accept"));
    answer(std::move(done));
}

void NotingJournal::sending(const TurnState &, Done done)
{
    notes.append(QStringLiteral("sending"));
    answer(std::move(done));
}

void NotingJournal::answerBegan(const Message &)
{
    notes.append(QStringLiteral("began"));
}

void NotingJournal::checkpoint(const MessageId &, const QString &text)
{
    notes.append(QStringLiteral("checkpoint"));
    checkpoints.append(text);
}

void NotingJournal::thought(const MessageId &, const std::vector<Thought> &)
{
    notes += QStringLiteral("thought");
}

void NotingJournal::setAside(const Message &)
{
    notes.append(QStringLiteral("aside"));
}

void NotingJournal::settled(const TurnState &turn, const std::optional<Message> &message, Done done)
{
    notes.append(QStringLiteral("settled"));
    settledTurns.push_back(turn);
    settledAnswer = message;
    answer(std::move(done));
}

void NotingJournal::sampled(const Sample &)
{
    notes.append(QStringLiteral("sampled"));
}
void NotingJournal::saveAgain(Done done)
{
    notes.append(QStringLiteral("again"));
    answer(std::move(done));
}

TurnBench::TurnBench(Journal *other, const QUrl &elsewhere)
    : table(tableFor(elsewhere.isEmpty() ? server.url() : elsewhere))
    , outbox(TurnServices {transport, time, time, jitter, other != nullptr ? *other : journal, library, conditions, credentials,
          [this]() -> const RouteTable & { return table; }, catalogue, &ledger})
{
    for (const Provider &provider : table.providers)
        credentials.keys[provider.id] = "sk-test";
}

RouteTable TurnBench::tableFor(const QUrl &url)
{
    RouteTable table;
    Chain chain;
    chain.id = ChainId(QStringLiteral("chain"));
    for (const auto &[provider, model] : {std::pair(QStringLiteral("p"), QStringLiteral("one")), std::pair(QStringLiteral("q"), QStringLiteral("two"))}) {
        Provider made;
        made.id = ProviderId(provider);
        made.baseUrl = url;
        table.providers.push_back(made);
        const RouteId route(provider + QLatin1Char('/') + model);
        table.routes.push_back({route, made.id, model, model});
        chain.steps.emplace_back().route = route;
    }
    table.chains = {chain};
    return table;
}

std::optional<TurnId> TurnBench::submit(const QString &text, const ConversationId &conversation)
{
    time.advance(std::chrono::milliseconds(1)); // ids sort by time
    return outbox.submit({conversation, text, {}});
}

const TurnState &TurnBench::turn(const TurnId &id) const
{
    static const TurnState none;
    const TurnState *known = outbox.turn(id);
    return known != nullptr ? *known : none;
}

Message TurnBench::lastAnswer(const ConversationId &conversation) const
{
    const auto &messages = library.messages(conversation);
    const auto found = std::find_if(messages.rbegin(), messages.rend(), [](const Message &each) { return each.role == Role::Assistant; });
    return found == messages.rend() ? Message {} : *found;
}

void TurnBench::passWait(const TurnId &id)
{
    if (const auto wait = turn(id).wait)
        time.advance(wait->until - time.now());
}

QJsonObject TurnBench::request(qsizetype index) const
{
    const QByteArray whole = server.requests().value(index);
    return QJsonDocument::fromJson(whole.mid(whole.indexOf("\r\n\r\n") + 4)).object();
}

QString TurnBench::model(qsizetype index) const
{
    return request(index).value(QLatin1String("model")).toString();
}

void TurnBench::settleDown()
{
    for (int each = 0; each < 50; ++each)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
}

QByteArray answerStart()
{
    return "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"served\",\"usage\":{\"input_tokens\":3}}}\n\n";
}

QByteArray answerPiece(const QString &text)
{
    const QJsonObject delta {{QStringLiteral("type"), QStringLiteral("text_delta")}, {QStringLiteral("text"), text}};
    const QJsonObject event {{QStringLiteral("type"), QStringLiteral("content_block_delta")}, {QStringLiteral("index"), 0}, {QStringLiteral("delta"), delta}};
    return "event: content_block_delta\ndata: " + QJsonDocument(event).toJson(QJsonDocument::Compact) + "\n\n";
}

QByteArray answerEnd()
{
    return "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":9}}\n\n"
           "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
}

QByteArray wholeAnswer(const QString &text)
{
    return answerStart() + answerPiece(text) + answerEnd();
}

} // namespace breakwater
