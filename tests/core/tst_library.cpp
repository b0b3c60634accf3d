// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/library.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 12h;
const ConversationId first(QStringLiteral("first"));
const ConversationId second(QStringLiteral("second"));
const MessageId one(QStringLiteral("one"));

Conversation conversation(const ConversationId &id, WallTime at)
{
    Conversation made;
    made.id = id;
    made.title = id.text();
    made.createdAt = at;
    made.updatedAt = at;
    return made;
}

Message message(const MessageId &id, WallTime at = noon)
{
    Message made;
    made.id = id;
    made.conversation = first;
    made.text = QStringLiteral("text");
    made.at = at;
    return made;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestConversationComesFirst()
    {
        Library library;
        library.addConversation(conversation(first, noon));
        library.addConversation(conversation(second, noon + 1h));
        QCOMPARE(library.conversations().front()->id, second);
        library.appendMessage(message(one, noon + 2h));
        QCOMPARE(library.conversations().front()->id, first);
    }

    void messagesReadFromDiskTakeTheirPlace()
    {
        Library library;
        QSignalSpy reset(&library, &Library::messagesReset);
        library.setMessages(first, {message(one, noon)}); // not known: nothing happens
        QCOMPARE(reset.count(), 0);
        library.addConversation(conversation(first, noon));
        library.setMessages(first, {message(one, noon)});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(library.messages(first).size(), std::size_t(1));
    }

    void addingAgainReplaces()
    {
        Library library;
        QSignalSpy added(&library, &Library::conversationAdded);
        QSignalSpy changed(&library, &Library::conversationChanged);
        library.addConversation(conversation(first, noon));
        library.addConversation(conversation(first, noon), {message(one)});
        QCOMPARE(added.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(library.messages(first).size(), std::size_t(1));
    }

    void anAnswerGrowsAtItsEnd()
    {
        Library library;
        library.addConversation(conversation(first, noon));
        library.appendMessage(message(one));
        QSignalSpy grown(&library, &Library::textAppended);
        QSignalSpy changed(&library, &Library::messageChanged);
        library.appendText(first, one, QStringLiteral(" more"));
        library.appendText(first, one, QString());
        library.appendText(second, one, QStringLiteral("x"));
        library.appendText(first, MessageId(QStringLiteral("other")), QStringLiteral("x"));
        QCOMPARE(library.message(first, one)->text, QStringLiteral("text more"));
        QCOMPARE(grown.count(), 1);
        QCOMPARE(changed.count(), 0);
    }

    void onlyAChangeIsAChange()
    {
        Library library;
        library.addConversation(conversation(first, noon));
        library.appendMessage(message(one));
        QSignalSpy conversationChanged(&library, &Library::conversationChanged);
        QSignalSpy messageChanged(&library, &Library::messageChanged);
        library.updateConversation(*library.conversation(first));
        library.updateMessage(*library.message(first, one));
        QCOMPARE(conversationChanged.count() + messageChanged.count(), 0);
        Message longer = message(one);
        longer.state = MessageState::BrokenOff;
        library.updateMessage(longer);
        QCOMPARE(messageChanged.count(), 1);
        QVERIFY(library.message(first, one)->state == MessageState::BrokenOff);
    }

    void whatIsUnknownIsEmptyAndChangesNothing()
    {
        Library library;
        QVERIFY(library.conversation(first) == nullptr);
        QVERIFY(library.messages(first).empty());
        QVERIFY(library.message(first, one) == nullptr);
        library.appendMessage(message(one));
        library.updateMessage(message(one));
        library.updateConversation(conversation(first, noon));
        library.removeMessage(first, one);
        QVERIFY(library.conversations().empty());
    }

    void removingSaysSoOnce()
    {
        Library library;
        library.addConversation(conversation(first, noon), {message(one)});
        QSignalSpy messageRemoved(&library, &Library::messageRemoved);
        QSignalSpy conversationRemoved(&library, &Library::conversationRemoved);
        library.removeMessage(first, library.messages(first).front().id); // a reference into what goes
        library.removeMessage(first, one);
        library.removeConversation(library.conversations().front()->id);
        library.removeConversation(first);
        QCOMPARE(messageRemoved.count(), 1);
        QCOMPARE(conversationRemoved.count(), 1);
        QCOMPARE(conversationRemoved.first().first().value<ConversationId>(), first);
    }

    void idsSortByTheTimeTheyWereMade()
    {
        QString last;
        for (int each = 0; each < 100; ++each) {
            const QString id = makeIdText(noon + std::chrono::milliseconds(each));
            QVERIFY(id > last);
            QVERIFY(id.at(14) == QLatin1Char('7'));
            last = id;
        }
    }

    void aTitleIsTheBeginningOfThePrompt_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("title");
        QTest::newRow("short") << QStringLiteral("What is a tide?") << QStringLiteral("What is a tide?");
        QTest::newRow("lines") << QStringLiteral("  What\n\n is\ta tide? ") << QStringLiteral("What is a tide?");
        QTest::newRow("heading") << QStringLiteral("## Notes") << QStringLiteral("Notes");
        QTest::newRow("quote") << QStringLiteral("> > said") << QStringLiteral("said");
        QTest::newRow("cut at a word") << QStringLiteral("Please explain in detail how the tides of the North Sea work") << QStringLiteral("Please explain in detail how the tides of the…");
        QTest::newRow("one long word") << QString(100, QLatin1Char('x')) << QString(QString(48, QLatin1Char('x')) + QChar(0x2026));
        QTest::newRow("no half character") << QString(QString(47, QLatin1Char('x')) + QStringLiteral("🌊🌊")) << QString(QString(47, QLatin1Char('x')) + QChar(0x2026));
        QTest::newRow("nothing") << QString() << QString();
    }
    void aTitleIsTheBeginningOfThePrompt()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, title);
        QCOMPARE(titleFromPrompt(prompt), title);
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
