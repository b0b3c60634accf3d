// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakes.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId sonnet(QStringLiteral("sonnet"));
const RouteId haiku(QStringLiteral("haiku"));

/// An Outbox whose turns go to one chain of the test's own.
struct Paced : FakeOutbox
{
    explicit Paced(const std::vector<RouteId> &routes)
    {
        Chain chain;
        chain.id = ChainId(QStringLiteral("tested"));
        for (const RouteId &route : routes)
            chain.steps.emplace_back().route = route;
        table.chains = {chain};
    }

    /// A response said how many input tokens a minute there are on a route.
    void allow(const RouteId &route, qint64 tokens)
    {
        conditions.pace(route).observe({{RoomLeft::Dimension::InputTokens, tokens, tokens, std::nullopt}}, time.now(), time.wall());
    }

    TurnId submit(const QString &text)
    {
        const TurnId id = outbox.submit({talk, text, {}}).value();
        settle();
        return id;
    }

    void add(Role role, const QString &text, const TurnId &turn)
    {
        Message message;
        message.id = MessageId(QStringLiteral("m%1").arg(library.messages(talk).size()));
        message.conversation = talk;
        message.turn = turn;
        message.role = role;
        message.text = text;
        if (role == Role::User)
            message.after = library.leaf(talk);
        library.appendMessage(message);
    }

    const ConversationId talk {QStringLiteral("talk")};
};

} // namespace

/// What a turn takes from the person's own limits, and what becomes of one that they can never hold.
class TestPacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionTakesAQuarterOfItsLetters()
    {
        Paced paced({sonnet});
        QCOMPARE(paced.outbox.turn(paced.submit(QString(400, QLatin1Char('a'))))->need.inputTokens, 100.0);
    }

    void whatIsSentWithItCountsToo()
    {
        Paced paced({sonnet});
        Conversation conversation;
        conversation.id = paced.talk;
        paced.library.addConversation(conversation);
        const TurnId first(QStringLiteral("first"));
        paced.add(Role::User, QString(40, QLatin1Char('q')), first);
        paced.add(Role::Assistant, QString(160, QLatin1Char('a')), first);
        paced.add(Role::User, QString(4'000, QLatin1Char('x')), TurnId(QStringLiteral("failed"))); // never answered: never sent again
        QCOMPARE(paced.outbox.turn(paced.submit(QString(200, QLatin1Char('b'))))->need.inputTokens, 100.0);
        QCOMPARE(paced.conditions.knownPace(sonnet)->reservedInput(), 100.0);
    }

    void aTurnOfAnEarlierRunIsEstimatedAnew()
    {
        Paced paced({sonnet});
        Conversation conversation;
        conversation.id = paced.talk;
        paced.library.addConversation(conversation);
        const TurnId turn(QStringLiteral("left"));
        paced.add(Role::User, QString(80, QLatin1Char('q')), turn);
        TurnState state = makeTurn(turn, paced.talk, paced.library.messages(paced.talk).front().id, paced.table.chains.front(), {}, paced.time.now(), paced.time.wall());
        paced.outbox.restore({{state}});
        QCOMPARE(paced.outbox.turn(turn)->need.inputTokens, 20.0);
    }

    // Invariant 38

    void whatCanNeverFitIsReportedAtOnceAndNotSent()
    {
        Paced paced({sonnet});
        paced.allow(sonnet, 99);
        const TurnId id = paced.submit(QString(400, QLatin1Char('a')));
        const TurnState &turn = *paced.outbox.turn(id);
        QVERIFY(turn.phase == TurnPhase::Failed);
        QVERIFY(turn.attempts.empty());
        QVERIFY(paced.transport.events.empty());
        QVERIFY(turn.fault);
        QVERIFY(turn.fault->kind == FaultKind::TooLarge);
        QVERIFY(verdictOn(*turn.fault).blame == Blame::You);
        QVERIFY(turn.decision->action == Action::GiveUp);
        QCOMPARE(turn.fault->detail, QStringLiteral("This turn is about 100 tokens; the limit is 99 input tokens per minute."));
    }

    void whatFitsExactlyGoes()
    {
        Paced paced({sonnet});
        paced.allow(sonnet, 100);
        const TurnId id = paced.submit(QString(400, QLatin1Char('a')));
        QVERIFY(paced.outbox.turn(id)->phase == TurnPhase::Sending);
        QCOMPARE(paced.transport.events.size(), std::size_t(1));
    }

    void aLimitThatNobodySpokeOfForAMinuteHoldsNothingBack()
    {
        Paced paced({sonnet});
        paced.allow(sonnet, 99);
        paced.time.advance(61s);
        QVERIFY(paced.outbox.turn(paced.submit(QString(400, QLatin1Char('a'))))->phase == TurnPhase::Sending);
    }

    void aRouteThatItExceedsIsPassedOver()
    {
        Paced paced({sonnet, haiku});
        paced.allow(sonnet, 99);
        const TurnState &turn = *paced.outbox.turn(paced.submit(QString(400, QLatin1Char('a'))));
        QVERIFY(turn.phase == TurnPhase::Sending);
        QCOMPARE(turn.attempts.front().route, haiku);
    }

    void aChainThatItExceedsEverywhereFails()
    {
        Paced paced({sonnet, haiku});
        paced.allow(sonnet, 99);
        paced.allow(haiku, 50);
        const TurnState &turn = *paced.outbox.turn(paced.submit(QString(400, QLatin1Char('a'))));
        QVERIFY(turn.phase == TurnPhase::Failed);
        QVERIFY(turn.fault->kind == FaultKind::TooLarge);
        QVERIFY(turn.fault->detail.contains(QStringLiteral("99 input tokens"))); // of the model that was wanted
    }

    void whatARefusalTellsOfTheLimitCountsToo()
    {
        Paced paced({sonnet});
        const TurnId id = paced.submit(QString(400, QLatin1Char('a')));
        paced.allow(sonnet, 99); // as the headers of the refusal do
        paced.refuse(429, QByteArrayLiteral("rate_limit_error"));
        paced.settle();
        const TurnState &turn = *paced.outbox.turn(id);
        QVERIFY(turn.phase == TurnPhase::Failed);
        QVERIFY(turn.fault->kind == FaultKind::TooLarge);
        QCOMPARE(turn.attempts.size(), std::size_t(1));
        QVERIFY(turn.attempts.front().fault->kind == FaultKind::RateLimited); // and the record still says what came
    }

    void nobodyInsistsPastALimitThatCannotHoldIt()
    {
        Paced paced({sonnet, haiku});
        paced.allow(haiku, 99);
        const TurnId id = paced.submit(QString(400, QLatin1Char('a')));
        QCOMPARE(paced.outbox.turn(id)->attempts.back().route, sonnet);
        paced.outbox.useNextRoute(id);
        paced.settle();
        for (const Attempt &each : paced.outbox.turn(id)->attempts)
            QCOMPARE(each.route, sonnet);
    }
};

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
