// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchplan.h"
#include "core/batch/rowconversation.h"
#include "core/batch/rowprompt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakwater;

namespace {

const QByteArray png("\x89PNG\r\n\x1a\n\0and the rest", 21);
const QByteArray pdf("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 3 /Kids [] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

Attachment fileOf(const QString &name, const QByteArray &bytes)
{
    return std::get<Attachment>(attachmentFrom(name, bytes));
}

Ask askOf(const QString &text, std::vector<Attachment> attachments = {})
{
    Ask ask;
    ask.model = QStringLiteral("claude-haiku-4-5");
    ask.said = {{Role::User, text, {}, std::move(attachments)}};
    return ask;
}

Batch oneBatch()
{
    Batch batch;
    batch.id = BatchId(QStringLiteral("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
    batch.route = RouteId(QStringLiteral("haiku"));
    batch.createdAt = WallTime(std::chrono::seconds(100));
    BatchPart part;
    part.sentAt = WallTime(std::chrono::seconds(200));
    part.endedAt = WallTime(std::chrono::seconds(300));
    batch.parts = {part};
    return batch;
}

WholeRow answeredRow(const Ask &ask, const QByteArray &message)
{
    WholeRow row;
    row.row = {7, QStringLiteral("What does force 7 mean?"), paramsFor(ask)};
    row.result.number = 7;
    row.result.text = QStringLiteral("A near gale.");
    row.result.model = QStringLiteral("claude-haiku-4-5-20251001");
    row.result.usage = {12, 5};
    row.result.message = message;
    return row;
}

constexpr WallTime later(std::chrono::seconds(1000));

} // namespace

/// What is read back of the requests of a batch, and the conversations that are made of them.
class TestRowPrompt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlainPromptComesBackAsItWasWritten()
    {
        const QString text = QStringLiteral("  Two lines,\nwith „quotes“ and \"those\" \u6ce2 ");
        QCOMPARE(promptFromParams(paramsFor(askOf(text))), (RowPrompt {text, {}, {}, 0}));
    }

    void instructionsComeBack()
    {
        Ask ask = askOf(QStringLiteral("Hello"));
        ask.system = QStringLiteral("Be brief.");
        ask.temperature = 0.25;
        ask.topP = 0.5;
        ask.effort = Effort::Low;
        ask.thinkAloud = true;
        ask.cache = true;
        const RowPrompt prompt = promptFromParams(paramsFor(ask));
        QCOMPARE(prompt.instructions, (Instructions {QStringLiteral("Be brief."), 0.25, 0.5, {}}));
        QCOMPARE(prompt.text, QStringLiteral("Hello"));
    }

    void filesComeBackWithTheirBytes()
    {
        const std::vector<Attachment> files {fileOf(QStringLiteral("quay.png"), png), fileOf(QStringLiteral("quote.pdf"), pdf), fileOf(QStringLiteral("notes.txt"), "b\xc3\xb6 \xe6\xb3\xa2\n")};
        QCOMPARE(files[1].pages, std::optional(3));
        std::vector<Attachment> expected = files;
        expected[0].name = QStringLiteral("image.png"); // the API has no name for an image
        const RowPrompt prompt = promptFromParams(paramsFor(askOf(QStringLiteral("Compare them"), files)));
        QCOMPARE(prompt.attachments, expected);
        QCOMPARE(prompt.text, QStringLiteral("Compare them"));
        // A file alone.
        const RowPrompt alone = promptFromParams(paramsFor(askOf({}, {files[2]})));
        QCOMPARE(alone.attachments, std::vector<Attachment> {files[2]});
        QVERIFY(alone.text.isEmpty());
    }

    void ofAConversationTheLastQuestionIsTheRows()
    {
        Ask ask = askOf(QStringLiteral("First"));
        ask.said.push_back({Role::Assistant, QStringLiteral("Yes?")});
        ask.said.push_back({Role::User, QStringLiteral("Second")});
        const RowPrompt prompt = promptFromParams(paramsFor(ask));
        QCOMPARE(prompt.text, QStringLiteral("Second"));
        QCOMPARE(prompt.before, qint64(2));
    }

    void blocksOfOtherProgramsAreRead()
    {
        const RowPrompt prompt = promptFromParams("{\"system\":[{\"type\":\"text\",\"text\":\"One.\"},{\"type\":\"text\",\"text\":\"Two.\"}],"
                                                  "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"novel\"},{\"type\":\"text\",\"text\":\"b\"}]}]}");
        QCOMPARE(prompt.instructions.system, QStringLiteral("One.\nTwo."));
        QCOMPARE(prompt.text, QStringLiteral("a\nb"));
        QVERIFY(prompt.attachments.empty());
    }

    void garbageIsAnEmptyPrompt_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\xff\xfe{");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("no messages") << QByteArray("{\"messages\":[]}");
        QTest::newRow("messages of another kind") << QByteArray("{\"messages\":{\"a\":1},\"system\":7,\"temperature\":\"warm\"}");
        QTest::newRow("a message of another kind") << QByteArray("{\"messages\":[17]}");
        QTest::newRow("content of another kind") << QByteArray("{\"messages\":[{\"content\":{\"text\":\"x\"}}]}");
        QTest::newRow("blocks of another kind") << QByteArray("{\"messages\":[{\"content\":[1,null,[],{\"type\":3}]}]}");
        QTest::newRow("very deep") << QByteArray(QByteArray(5000, '[') + QByteArray(5000, ']'));
    }
    void garbageIsAnEmptyPrompt()
    {
        QFETCH(const QByteArray, params);
        QCOMPARE(promptFromParams(params), RowPrompt());
    }

    void aFileThatCannotBeReadIsNamedAllTheSame()
    {
        const RowPrompt prompt = promptFromParams("{\"messages\":[{\"content\":[{\"type\":\"document\",\"title\":\"a.pdf\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"***\"}},"
                                                  "{\"type\":\"image\"}]}]}");
        QCOMPARE(prompt.attachments.size(), std::size_t(2));
        QCOMPARE(prompt.attachments[0].name, QStringLiteral("a.pdf"));
        QVERIFY(prompt.attachments[0].data.isEmpty());
        QVERIFY(prompt.attachments[1].data.isEmpty());
    }

    void anAnsweredRowIsAConversationOfOneTurn()
    {
        Ask ask = askOf(QStringLiteral("What does force 7 mean for a small ferry?"), {fileOf(QStringLiteral("quay.png"), png)});
        ask.system = QStringLiteral("Be brief.");
        const auto made = conversationOf(oneBatch(), answeredRow(ask, "{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"A near gale.\"}],\"stop_reason\":\"end_turn\"}"), 0.002, later);
        QVERIFY(made);
        QCOMPARE(made->conversation.title, QStringLiteral("What does force 7 mean?"));
        QVERIFY(!made->conversation.id.isEmpty());
        QCOMPARE(made->conversation.instructions.system, QStringLiteral("Be brief."));
        QCOMPARE(made->conversation.updatedAt, later);
        QCOMPARE(made->messages.size(), std::size_t(2));
        const Message &question = made->messages[0];
        const Message &answer = made->messages[1];
        QCOMPARE(question.conversation, made->conversation.id);
        QCOMPARE(answer.conversation, made->conversation.id);
        QCOMPARE(question.turn, answer.turn);
        QCOMPARE(made->conversation.leaf, question.turn);
        QVERIFY(question.id != answer.id);
        QVERIFY(question.role == Role::User && question.state == MessageState::Sent);
        QCOMPARE(question.text, ask.said.front().text);
        QCOMPARE(question.attachments.size(), std::size_t(1));
        QCOMPARE(question.attachments[0].data, png);
        QVERIFY(!question.attachments[0].id.isEmpty());
        QVERIFY(answer.role == Role::Assistant && answer.state == MessageState::Complete);
        QCOMPARE(answer.text, QStringLiteral("A near gale."));
        QCOMPARE(answer.model, QStringLiteral("claude-haiku-4-5-20251001"));
        QCOMPARE(answer.route, RouteId(QStringLiteral("haiku")));
        QCOMPARE(answer.usage, (Usage {12, 5}));
        QCOMPARE(answer.dollars, std::optional(0.002));
        QCOMPARE(question.at, WallTime(std::chrono::seconds(200)));
        QCOMPARE(answer.at, WallTime(std::chrono::seconds(300)));
    }

    void thinkingAndTheEndOfAnAnswerComeAlong()
    {
        const auto made = conversationOf(oneBatch(),
            answeredRow(askOf(QStringLiteral("Think")), "{\"type\":\"message\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"sig\"},{\"type\":\"redacted_thinking\",\"data\":\"xyz\"},"
                                                        "{\"type\":\"text\",\"text\":\"A near gale.\"}],\"stop_reason\":\"max_tokens\"}"),
            {}, later);
        const Message &answer = made->messages[1];
        QVERIFY(answer.state == MessageState::LengthLimit);
        QCOMPARE(answer.thoughts, (std::vector<Thought> {{QStringLiteral("Hm."), QStringLiteral("sig"), {}}, {{}, {}, QStringLiteral("xyz")}}));
        QVERIFY(!answer.dollars);
    }

    void withoutAnAnswerThereIsNoConversation()
    {
        for (const RowState state : {RowState::Open, RowState::Failed, RowState::NotSent}) {
            WholeRow row = answeredRow(askOf(QStringLiteral("Hello")), {});
            row.result.state = state;
            QVERIFY(!conversationOf(oneBatch(), row, {}, later));
        }
    }

    void whatIsNotKnownIsLeftOut()
    {
        Batch batch = oneBatch();
        batch.parts.front().endedAt = later + std::chrono::hours(1); // the provider's clock is ahead
        WholeRow row = answeredRow(askOf(QStringLiteral("Hello")), "no message");
        row.row.label.clear();
        const auto made = conversationOf(batch, row, {}, later);
        QCOMPARE(made->conversation.title, QStringLiteral("Hello"));
        QCOMPARE(made->messages[1].at, later);
        QVERIFY(made->messages[1].state == MessageState::Complete);
        batch.parts.clear();
        QCOMPARE(conversationOf(batch, row, {}, later)->messages[0].at, batch.createdAt);
    }
};

QTEST_GUILESS_MAIN(TestRowPrompt)
#include "tst_rowprompt.moc"
