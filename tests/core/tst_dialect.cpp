// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include <QtTest>

using namespace breakwater;

namespace {

Message message(const char *id, Role role, const QString &text)
{
    Message made;
    made.id = MessageId(QString::fromLatin1(id));
    made.role = role;
    made.text = text;
    return made;
}

Message asked(const char *id, const char *text) { return message(id, Role::User, QString::fromLatin1(text)); }
Message answered(const char *id, const char *text) { return message(id, Role::Assistant, QString::fromLatin1(text)); }
Said user(const char *text) { return {Role::User, QString::fromLatin1(text)}; }
Said model(const char *text) { return {Role::Assistant, QString::fromLatin1(text)}; }

using History = std::vector<Said>;

/// As messages stand on disk: each question begins a turn that follows the one before; what follows answers it.
std::vector<Message> inTurns(std::vector<Message> messages)
{
    TurnId turn;
    for (Message &each : messages) {
        if (each.turn.isEmpty() && (each.role == Role::User || turn.isEmpty())) {
            each.after = turn;
            turn = TurnId(each.id.text());
        }
        if (each.turn.isEmpty())
            each.turn = turn;
    }
    return messages;
}

History history(const std::vector<Message> &messages, const char *question)
{
    return historyFor(inTurns(messages), MessageId(QString::fromLatin1(question)));
}

} // namespace

class TestDialect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHistoryEndsWithTheQuestion()
    {
        const std::vector<Message> messages {asked("1", "A?"), answered("2", "A."), asked("3", "B?"), answered("4", "B, partly"), asked("5", "C?")};
        QCOMPARE(history(messages, "3"), (History {user("A?"), model("A."), user("B?")}));
        QCOMPARE(history(messages, "5"), (History {user("A?"), model("A."), user("B?"), model("B, partly"), user("C?")}));
    }

    void aQuestionThatFailedIsLeftOut()
    {
        QCOMPARE(history({asked("1", "failed"), asked("2", "failed too"), asked("3", "B?")}, "3"), (History {user("B?")}));
        QCOMPARE(history({asked("1", "A?"), answered("2", "A."), asked("3", "failed"), asked("4", "B?")}, "4"), (History {user("A?"), model("A."), user("B?")}));
    }

    void anEmptyAnswerIsLeftOutWithItsQuestion()
    {
        QCOMPARE(history({asked("1", "A?"), answered("2", "  \n"), asked("3", "B?")}, "3"), (History {user("B?")}));
    }

    void anAnswerWithoutAQuestionDoesNotBeginIt()
    {
        QCOMPARE(history({answered("1", "hello"), asked("2", "A?")}, "2"), (History {user("A?")}));
    }

    void twoAnswersInARowAreOne()
    {
        QCOMPARE(history({asked("1", "A?"), answered("2", "one"), answered("3", "two"), asked("4", "B?")}, "4"), (History {user("A?"), model("one\n\ntwo"), user("B?")}));
    }

    void aQuestionWrittenDuringAnAnswerStandsBeforeItButIsAskedAfterIt()
    {
        std::vector<Message> messages {asked("1", "A?"), asked("2", "B?"), answered("3", "A.")};
        messages.at(0).turn = messages.at(2).turn = TurnId(QStringLiteral("first"));
        messages.at(1).turn = TurnId(QStringLiteral("second"));
        messages.at(1).after = messages.at(0).turn;
        QCOMPARE(history(messages, "2"), (History {user("A?"), model("A."), user("B?")}));
        QCOMPARE(history(messages, "1"), (History {user("A?")}));
    }

    void ofATurnThatWasAskedAnewOnlyTheLastAnswerIsHistory()
    {
        std::vector<Message> messages {asked("1", "A?"), answered("2", "A, bro"), answered("3", "A."), asked("4", "B?")};
        messages.at(0).turn = messages.at(1).turn = messages.at(2).turn = TurnId(QStringLiteral("first"));
        messages.at(1).state = MessageState::SetAside;
        messages.at(3).turn = TurnId(QStringLiteral("second"));
        messages.at(3).after = messages.at(0).turn;
        QCOMPARE(history(messages, "4"), (History {user("A?"), model("A."), user("B?")}));
        messages.at(2).text.clear(); // the answer was empty; what had been set aside does not take its place
        QCOMPARE(history(messages, "4"), (History {user("B?")}));
        messages.erase(messages.begin() + 2); // the turn failed in the end
        QCOMPARE(history(messages, "4"), (History {user("B?")}));
    }

    void theHistoryOfAVersionIsItsOwnBranch()
    {
        std::vector<Message> messages = inTurns({asked("1", "A?"), answered("2", "A."), asked("3", "B?"), answered("4", "B."), asked("5", "C?"), answered("6", "C."), asked("7", "D?")});
        messages.at(4).after = TurnId(QStringLiteral("1")); // beside B
        QCOMPARE(history(messages, "7"), (History {user("A?"), model("A."), user("C?"), model("C."), user("D?")}));
        QCOMPARE(history(messages, "3"), (History {user("A?"), model("A."), user("B?")}));
    }

    void theRestIsAskedForByTheUser()
    {
        History said {user("A?")};
        askForTheRest(said, QStringLiteral("The tide \n"));
        QCOMPARE(said.size(), std::size_t(3));
        QCOMPARE(said.at(1), model("The tide")); // an assistant turn that ends in white space is refused
        QVERIFY(said.at(2).role == Role::User);
        QVERIFY(said.at(2).text.contains(QLatin1String("cut off")));
    }

    void eachDialectSpeaksItsOwnLanguage()
    {
        Provider provider;
        provider.baseUrl = QUrl(QStringLiteral("https://h"));
        const Ask ask {QStringLiteral("m"), {user("A?")}, 100, {}};
        QCOMPARE(encode(provider, "k", ask).url.path(), QStringLiteral("/v1/messages"));
        QCOMPARE(encodeModelList(provider, "k").url.path(), QStringLiteral("/v1/models"));
        QVERIFY(std::holds_alternative<wire::Finished>(makeDecoder(Dialect::Anthropic)->decode({"message_stop", R"({"type":"message_stop"})"}).at(0)));
        provider.dialect = Dialect::OpenAi;
        QCOMPARE(encode(provider, "k", ask).url.path(), QStringLiteral("/v1/chat/completions"));
        QVERIFY(std::holds_alternative<wire::Finished>(makeDecoder(Dialect::OpenAi)->decode({{}, "[DONE]"}).at(0)));
    }
};

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
