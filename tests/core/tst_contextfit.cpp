// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/contextfit.h"

#include "core/chat/fork.h"
#include "core/store/setupjson.h"
#include "core/turn/limits.h"
#include "core/wire/dialect.h"

#include <QtTest>

using namespace breakwater;

namespace {

Message said(int turn, Role role, const QString &text)
{
    Message message;
    message.id = MessageId(QStringLiteral("%1%2").arg(role == Role::User ? QLatin1Char('q') : QLatin1Char('a')).arg(turn));
    message.turn = TurnId(QStringLiteral("t%1").arg(turn));
    if (turn > 1)
        message.after = TurnId(QStringLiteral("t%1").arg(turn - 1));
    message.role = role;
    message.text = text;
    return message;
}

/// Turns of 1,000 tokens each, the question 200 of them.
std::vector<Message> talkOf(int turns)
{
    std::vector<Message> all;
    for (int turn = 1; turn <= turns; ++turn) {
        all.push_back(said(turn, Role::User, QString(800, QLatin1Char('q'))));
        all.push_back(said(turn, Role::Assistant, QString(3200, QLatin1Char('a'))));
    }
    return all;
}

std::vector<const Message *> pointers(const std::vector<Message> &messages)
{
    std::vector<const Message *> all;
    for (const Message &each : messages)
        all.push_back(&each);
    return all;
}

TurnId turnId(int turn)
{
    return TurnId(QStringLiteral("t%1").arg(turn));
}

} // namespace

class TestContextFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextHasATokenForFourLettersAndOneForEachChineseSign()
    {
        QCOMPARE(roughTokens(QStringView()), 0);
        QCOMPARE(roughTokens(u"wave"), 1);
        QCOMPARE(roughTokens(u"waves"), 2);
        QCOMPARE(roughTokens(u"防波堤"), 3);
        QCOMPARE(roughTokens(u"防波堤 is a wall"), 3 + 3);
        QCOMPARE(roughTokens(QString(100'000, QChar(u'浪'))), 100'000);
        QCOMPARE(roughTokens(QString(100'000, QLatin1Char('w'))), 25'000);
    }

    void whatFitsIsLeftAlone()
    {
        const std::vector<Message> talk = talkOf(5);
        const ContextFit fit = ContextSize(pointers(talk), {}, 300).fit(200, 10'000);
        QVERIFY(!fit.isTooLong());
        QCOMPARE(fit.tokens, 5'500);
        QCOMPARE(fit.more, 0);
    }

    void theOldestTurnsGoUntilItFitsWithRoomToGoOn()
    {
        const std::vector<Message> talk = talkOf(12);
        const ContextFit fit = ContextSize(pointers(talk), {}, 300).fit(200, 10'000);
        QVERIFY(fit.isTooLong());
        QCOMPARE(fit.more, 4); // 8,500 of 9,000
        QCOMPARE(fit.lastLeftOut, turnId(4));
    }

    void whatStaysOutAlreadyCountsNoMore()
    {
        const std::vector<Message> talk = talkOf(12);
        const ContextSize size(pointers(talk), turnId(4), 0);
        QCOMPARE(size.leftOut(), 4);
        QCOMPARE(size.tokens(), 8'000);
        QVERIFY(!size.fit(500, 10'000).isTooLong());
        QCOMPARE(ContextSize(pointers(talk), turnId(77), 0).leftOut(), 0); // of another branch
    }

    void whoCountedIsBelieved()
    {
        const std::vector<Message> talk = talkOf(8);
        const ContextSize size(pointers(talk), {}, 0);
        QVERIFY(!size.fit(0, 10'000).isTooLong());
        const ContextFit fit = size.fit(0, 10'000, 12'000); // each turn is 1,500
        QVERIFY(fit.isTooLong());
        QCOMPARE(fit.more, 2);
        const std::vector<Message> longTalk = talkOf(12);
        QVERIFY(!ContextSize(pointers(longTalk), {}, 0).fit(0, 10'000, 9'000).isTooLong());
    }

    void aQuestionThatIsTooLongByItselfIsHelpedByNothing()
    {
        const std::vector<Message> talk = talkOf(3);
        const ContextFit fit = ContextSize(pointers(talk), {}, 0).fit(11'000, 10'000);
        QVERIFY(fit.isTooLong());
        QCOMPARE(fit.more, 0);
        const ContextFit alone = ContextSize(pointers(talk), {}, 0).fit(9'500, 10'000); // without all before it
        QCOMPARE(alone.more, 3);
        QCOMPARE(alone.lastLeftOut, turnId(3));
    }

    void questionsWithoutAnAnswerAndAnswersSetAsideAreNotSent()
    {
        std::vector<Message> talk = talkOf(2);
        talk.push_back(said(3, Role::User, QString(4000, QLatin1Char('q'))));
        Message aside = said(2, Role::Assistant, QString(4000, QLatin1Char('a')));
        aside.state = MessageState::SetAside;
        talk.insert(talk.begin() + 3, aside);
        QCOMPARE(ContextSize(pointers(talk), {}, 0).tokens(), 2'000);
    }

    void whatIsSentBeginsAfterTheLastThatIsLeftOut()
    {
        std::vector<Message> talk = talkOf(4);
        talk.pop_back();
        const auto questions = [&talk](const TurnId &lastLeftOut) {
            QStringList texts;
            for (const Said &each : historyFor(talk, MessageId(QStringLiteral("q4")), {}, lastLeftOut))
                texts += QString::number(each.text.size());
            return texts.size();
        };
        QCOMPARE(questions({}), 7);
        QCOMPARE(questions(turnId(2)), 3);
        QCOMPARE(questions(turnId(3)), 1);
        QCOMPARE(questions(turnId(4)), 7); // itself: it is asked all the same
        QCOMPARE(questions(turnId(9)), 7);
    }

    void theNumbersOfTooLongAPromptAreRead()
    {
        const auto said = [](const char *prose) {
            const auto found = tokensSaid(QString::fromLatin1(prose));
            return found ? std::pair(found->sent, found->most) : std::pair(qint64(0), qint64(0));
        };
        QCOMPARE(said("prompt is too long: 210000 tokens > 200000 maximum"), std::pair(qint64(210'000), qint64(200'000)));
        QCOMPARE(said("This model's maximum context length is 128,000 tokens. However, you requested 131,072 tokens (123,072 in the messages, 8,000 in the completion)."),
            std::pair(qint64(131'072), qint64(128'000)));
        QCOMPARE(said("request (9012 tokens) exceeds the available context size (8192 tokens), 400"), std::pair(qint64(9012), qint64(8192)));
        QCOMPARE(said("prompt is too long (400)"), std::pair(qint64(0), qint64(0)));
        QCOMPARE(said("99999999999999999999999 > 200000"), std::pair(qint64(0), qint64(0)));
    }

    void isKeptWithTheConversationAndFollowsAFork()
    {
        Conversation conversation;
        conversation.lastLeftOut = turnId(2);
        Conversation read;
        setupFromJson(setupToJson(conversation), read);
        QCOMPARE(read.lastLeftOut, turnId(2));
        const std::vector<Message> talk = talkOf(4);
        const Fork fork = forkOf(conversation, talk, turnId(4), WallTime(std::chrono::milliseconds(1)));
        QCOMPARE(fork.conversation.lastLeftOut, fork.messages[3].turn);
        QVERIFY(forkOf(conversation, talk, turnId(1), WallTime(std::chrono::milliseconds(1))).conversation.lastLeftOut.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContextFit)

#include "tst_contextfit.moc"
