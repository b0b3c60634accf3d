// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"
#include "core/chat/library.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;

namespace {

TurnId turn(const char *name)
{
    return TurnId(QString::fromLatin1(name));
}

Message message(const char *turnName, const char *after, Role role = Role::User)
{
    static int made = 0;
    Message message;
    message.id = MessageId(QString::number(++made));
    message.conversation = ConversationId(QStringLiteral("talk"));
    message.turn = turn(turnName);
    message.after = turn(after);
    message.role = role;
    message.text = QString::fromLatin1(turnName);
    return message;
}

/// Question and answer.
void say(std::vector<Message> &messages, const char *turnName, const char *after = "")
{
    messages.push_back(message(turnName, after));
    messages.push_back(message(turnName, "", Role::Assistant));
}

QStringList words(const std::vector<TurnId> &turns)
{
    QStringList all;
    for (const TurnId &each : turns)
        all += each.text();
    return all;
}

QStringList words(const std::vector<const Message *> &messages)
{
    QStringList all;
    for (const Message *each : messages)
        all += (each->role == Role::User ? QStringLiteral("ask ") : QStringLiteral("say ")) + each->text;
    return all;
}

} // namespace

class TestBranch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutVersionsThereIsOneBranch()
    {
        std::vector<Message> messages;
        say(messages, "a");
        say(messages, "b", "a");
        const TurnTree tree(messages);
        QCOMPARE(words(tree.pathTo(turn("b"))), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(tree.leafOf({}), turn("b"));
        QCOMPARE(words(tree.versionsOf(turn("a"))), QStringList({QStringLiteral("a")}));
        QCOMPARE(words(branchOf(messages, {})), QStringList({QStringLiteral("ask a"), QStringLiteral("say a"), QStringLiteral("ask b"), QStringLiteral("say b")}));
    }

    void anAnswerStandsBelowItsQuestionHoweverLateItCame()
    {
        const std::vector<Message> messages {message("a", ""), message("b", "a"), message("a", "", Role::Assistant)};
        QCOMPARE(words(branchOf(messages, {})), QStringList({QStringLiteral("ask a"), QStringLiteral("say a"), QStringLiteral("ask b")}));
    }

    void anotherVersionHasABranchOfItsOwn()
    {
        std::vector<Message> messages;
        say(messages, "a");
        say(messages, "b", "a");
        say(messages, "c", "b");
        say(messages, "b2", "a");
        const TurnTree tree(messages);
        QCOMPARE(words(tree.versionsOf(turn("b"))), QStringList({QStringLiteral("b"), QStringLiteral("b2")}));
        QCOMPARE(words(tree.pathTo(turn("c"))), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(tree.leafOf(turn("b")), turn("c"));
        QCOMPARE(tree.leafOf({}), turn("b2"));
        QCOMPARE(words(branchOf(messages, turn("b2"))).size(), 4);
        QCOMPARE(tree.before(turn("b2")), turn("a"));
    }

    void theFirstQuestionMayHaveVersionsToo()
    {
        std::vector<Message> messages;
        say(messages, "a");
        say(messages, "a2");
        QCOMPARE(words(TurnTree(messages).versionsOf(turn("a2"))), QStringList({QStringLiteral("a"), QStringLiteral("a2")}));
    }

    void aTurnThatFollowsNothingKnownBegins()
    {
        std::vector<Message> messages;
        say(messages, "b", "gone");
        QCOMPARE(words(branchOf(messages, turn("gone"))), QStringList({QStringLiteral("ask b"), QStringLiteral("say b")}));
    }

    void aRingIsCutWhereItCloses()
    {
        std::vector<Message> messages;
        say(messages, "a", "c");
        say(messages, "b", "a");
        say(messages, "c", "b");
        say(messages, "self", "self");
        const TurnTree tree(messages);
        for (const char *name : {"a", "b", "c", "self"}) {
            QVERIFY(!tree.pathTo(turn(name)).empty());
            QVERIFY(tree.pathTo(turn(name)).size() <= 4);
        }
        QCOMPARE(words(tree.pathTo(turn("self"))), QStringList({QStringLiteral("self")}));
        QVERIFY(!tree.leafOf({}).isEmpty());
    }

    void messagesWithoutATurnStandAlone()
    {
        std::vector<Message> messages {message("", "", Role::Assistant)};
        QCOMPARE(branchOf(messages, {}).size(), std::size_t(1));
        QVERIFY(branchOf({}, {}).empty());
    }

    void aLongConversationIsNoTrouble()
    {
        std::vector<Message> messages;
        TurnId last;
        for (int i = 0; i < 200'000; ++i) {
            Message each = message("", "");
            each.turn = TurnId(QString::number(i));
            each.after = last;
            last = each.turn;
            messages.push_back(each);
        }
        QCOMPARE(branchOf(messages, {}).size(), messages.size());
    }

    void theLibraryShowsTheBranchOfTheTurnThatWasBegunLast()
    {
        Library library;
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("talk"));
        std::vector<Message> messages;
        say(messages, "a");
        say(messages, "b", "a");
        library.addConversation(conversation, messages);
        QCOMPARE(library.leaf(conversation.id), turn("b"));
        library.appendMessage(message("b2", "a"));
        QCOMPARE(library.leaf(conversation.id), turn("b2"));
        library.appendMessage(message("b", "", Role::Assistant)); // an answer shows no other branch
        QCOMPARE(library.leaf(conversation.id), turn("b2"));
        QCOMPARE(words(library.branch(conversation.id)), QStringList({QStringLiteral("ask a"), QStringLiteral("say a"), QStringLiteral("ask b2")}));
    }

    void ofAConversationThatIsNotReadYetTheLeafIsKnown()
    {
        Library library;
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("talk"));
        conversation.leaf = turn("b");
        library.addConversation(conversation);
        QCOMPARE(library.leaf(conversation.id), turn("b")); // what is asked before the messages are there goes on from it
        QVERIFY(library.branch(conversation.id).empty());
    }

    void theLibraryGoesToTheBranchOfATurn()
    {
        Library library;
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("talk"));
        std::vector<Message> messages;
        say(messages, "a");
        say(messages, "b", "a");
        say(messages, "c", "b");
        say(messages, "b2", "a");
        library.addConversation(conversation, messages);
        QSignalSpy changed(&library, &Library::branchChanged);
        QVERIFY(library.showTurn(conversation.id, turn("b")));
        QCOMPARE(library.leaf(conversation.id), turn("c"));
        QCOMPARE(library.conversation(conversation.id)->leaf, turn("c"));
        QVERIFY(!library.showTurn(conversation.id, turn("a"))); // shown already
        QVERIFY(!library.showTurn(conversation.id, turn("nobody")));
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBranch)
#include "tst_branch.moc"
