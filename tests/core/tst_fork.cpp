// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/fork.h"

#include "core/chat/branch.h"

#include <QtTest>

using namespace breakwater;

namespace {

constexpr WallTime forkedAt {std::chrono::milliseconds(1'000'000)};

Message said(const char *id, const char *turn, const char *after, Role role)
{
    Message message;
    message.id = MessageId(QString::fromLatin1(id));
    message.conversation = ConversationId(QStringLiteral("original"));
    message.turn = TurnId(QString::fromLatin1(turn));
    message.after = TurnId(QString::fromLatin1(after));
    message.role = role;
    message.text = QString::fromLatin1(id);
    return message;
}

} // namespace

class TestFork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesTheWayToATurnUnderNewNames()
    {
        Conversation original;
        original.id = ConversationId(QStringLiteral("original"));
        original.title = QStringLiteral("Tides");
        original.pinned = true;
        original.folder = QStringLiteral("Sea");
        original.instructions.system = QStringLiteral("Be brief.");
        std::vector<Message> messages {said("q1", "t1", "", Role::User), said("a1", "t1", "", Role::Assistant), said("q2", "t2", "t1", Role::User),
            said("q2b", "t2b", "t1", Role::User), said("a2b", "t2b", "", Role::Assistant), said("q3", "t3", "t2b", Role::User)};
        messages[0].attachments = {{AttachmentId(QStringLiteral("f")), QStringLiteral("f.txt"), AttachmentKind::Text, "text/plain", "x"}};
        messages[4].state = MessageState::Streaming;
        const Fork fork = forkOf(original, messages, TurnId(QStringLiteral("t2b")), forkedAt);
        QVERIFY(fork.conversation.id != original.id);
        QCOMPARE(fork.conversation.title, original.title);
        QCOMPARE(fork.conversation.folder, original.folder);
        QCOMPARE(fork.conversation.instructions, original.instructions);
        QVERIFY(!fork.conversation.pinned);
        QCOMPARE(fork.messages.size(), std::size_t(4));
        QStringList texts;
        for (const Message &each : fork.messages) {
            texts += each.text;
            QCOMPARE(each.conversation, fork.conversation.id);
            QVERIFY(std::none_of(messages.begin(), messages.end(), [&each](const Message &old) { return old.id == each.id || old.turn == each.turn; }));
        }
        QCOMPARE(texts, (QStringList {QStringLiteral("q1"), QStringLiteral("a1"), QStringLiteral("q2b"), QStringLiteral("a2b")}));
        QCOMPARE(fork.messages[0].attachments, messages[0].attachments);
        QCOMPARE(fork.messages[3].state, MessageState::Stopped);
        QCOMPARE(branchOf(fork.messages, fork.conversation.leaf).size(), std::size_t(4));
    }

    void ofAnUnknownTurnThereIsNone()
    {
        QVERIFY(forkOf({}, {}, TurnId(QStringLiteral("nobody")), forkedAt).messages.empty());
    }
};

QTEST_GUILESS_MAIN(TestFork)
#include "tst_fork.moc"
