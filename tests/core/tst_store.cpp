// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/branch.h"
#include "core/store/idcolumn.h"
#include "core/store/schema.h"
#include "core/store/storethread.h"
#include "core/turn/turnmachine.h"
#include "tests/support/faketime.h"
#include "tests/support/properties.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId talk(QStringLiteral("talk"));
const MessageId questionId(QStringLiteral("question"));
const MessageId answerId(QStringLiteral("answer"));
const TurnId turnId(QStringLiteral("turn"));

/// A folder of its own, a clock, and the few values that a story needs.
struct Desk
{
    QTemporaryDir folder;
    FakeTime time;
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("library.sqlite")); }
    [[nodiscard]] Archive open() const
    {
        auto archive = Archive::open(path(), time);
        if (!archive)
            qFatal("%s", qPrintable(archive.error().detail));
        return std::move(*archive);
    }
    [[nodiscard]] Conversation conversation() const
    {
        Conversation made;
        made.id = talk;
        made.title = QStringLiteral("Tides");
        made.createdAt = time.wall();
        made.updatedAt = time.wall();
        return made;
    }
    [[nodiscard]] Message message(const MessageId &id, Role role, const QString &text) const
    {
        Message made;
        made.id = id;
        made.conversation = talk;
        made.turn = turnId;
        made.role = role;
        made.state = role == Role::User ? MessageState::Sent : MessageState::Streaming;
        made.text = text;
        made.at = time.wall() + (role == Role::User ? 0ms : 1ms);
        return made;
    }
    [[nodiscard]] Message question() const { return message(questionId, Role::User, QStringLiteral("Why?")); }
    [[nodiscard]] Message answer(const QString &text = QString()) const { return message(answerId, Role::Assistant, text); }
    [[nodiscard]] TurnState turn(TurnPhase phase) const
    {
        TurnState state = makeTurn(turnId, talk, questionId, {}, {}, time.now(), time.wall());
        state.phase = phase;
        return state;
    }
};

bool saved(const Result<void> &result)
{
    return result.has_value();
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcceptedIsThereAfterTheNextStart()
    {
        Desk desk;
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        }
        const auto snapshot = desk.open().snapshot();
        QVERIFY(snapshot);
        QCOMPARE(snapshot->conversations, (std::vector<Conversation> {desk.conversation()}));
        QCOMPARE(snapshot->messages, (std::vector<Message> {desk.question()}));
        QCOMPARE(snapshot->unfinished.size(), std::size_t(1));
        QVERIFY(snapshot->unfinished.front().phase == TurnPhase::Accepted);
    }

    void aTurnThatWasUnderWayIsUnknown_data()
    {
        QTest::addColumn<TurnPhase>("phase");
        QTest::newRow("sending") << TurnPhase::Sending;
        QTest::newRow("streaming") << TurnPhase::Streaming;
        QTest::newRow("waiting") << TurnPhase::Waiting;
    }
    void aTurnThatWasUnderWayIsUnknown()
    {
        QFETCH(TurnPhase, phase);
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        QVERIFY(saved(archive.saveTurn(desk.turn(phase))));
        QVERIFY(saved(archive.beginAnswer(desk.answer()))); // but nothing of it came
        const auto snapshot = archive.snapshot();
        QVERIFY(snapshot->unfinished.front().phase == TurnPhase::Unknown);
        QVERIFY(snapshot->unfinished.front().decision->reason == Reason::Interrupted);
        QCOMPARE(snapshot->unfinished.front().answer, answerId); // the next attempt takes its place
    }

    void anAnswerThatWasGrowingIsBrokenOffAndKept()
    {
        Desk desk;
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
            QVERIFY(saved(archive.saveTurn(desk.turn(TurnPhase::Sending)))); // written before the answer had an id
            QVERIFY(saved(archive.beginAnswer(desk.answer())));
            for (const char *piece : {"The ", "tide ", "rises 🌊"})
                QVERIFY(saved(archive.appendPiece(answerId, QString::fromUtf8(piece))));
        } // and the program ends without another word
        Archive archive = desk.open();
        const auto snapshot = archive.snapshot();
        QVERIFY(snapshot);
        QVERIFY(snapshot->unfinished.front().phase == TurnPhase::BrokenOff);
        QCOMPARE(snapshot->unfinished.front().answer, answerId);
        QCOMPARE(snapshot->messages.size(), std::size_t(2));
        QCOMPARE(snapshot->messages.back().text, QStringLiteral("The tide rises 🌊"));
        QVERIFY(snapshot->messages.back().state == MessageState::BrokenOff);
        QCOMPARE(archive.chapter(talk)->messages, snapshot->messages);
    }

    void aKeptTurnWaitsOn()
    {
        Desk desk;
        Archive archive = desk.open();
        TurnState kept = desk.turn(TurnPhase::Kept);
        kept.wait = Wait {desk.time.now(), desk.time.now() + 60s};
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), kept)));
        desk.time.advance(20s);
        const auto snapshot = archive.snapshot();
        QVERIFY(snapshot->unfinished.front().phase == TurnPhase::Kept);
        QCOMPARE(snapshot->unfinished.front().wait->until, desk.time.now() + 40s);
    }

    void theFinalTextReplacesThePieces()
    {
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        QVERIFY(saved(archive.beginAnswer(desk.answer())));
        QVERIFY(saved(archive.appendPiece(answerId, QStringLiteral("half of "))));
        Message whole = desk.answer(QStringLiteral("half of it and the rest"));
        whole.state = MessageState::Complete;
        whole.model = QStringLiteral("m");
        whole.attempts = 2;
        whole.fellBack = true;
        whole.took = 1234567us;
        whole.seams = {8, 15};
        whole.route = RouteId(QStringLiteral("p/m"));
        whole.thoughts = {{QStringLiteral("Hm."), QStringLiteral("Sig=="), {}}, {{}, {}, QStringLiteral("Emw=")}};
        whole.thoughtFor = 3s;
        whole.usage = {100, 20, 70, {}, 5};
        whole.explanation = QStringLiteral("Because.");
        QVERIFY(saved(archive.settle(desk.turn(TurnPhase::Answered), whole)));
        const auto chapter = archive.chapter(talk);
        QCOMPARE(chapter->messages, (std::vector<Message> {desk.question(), whole}));
        QCOMPARE(chapter->turns.size(), std::size_t(1));
        QVERIFY(archive.snapshot()->unfinished.empty());
    }

    void thinkingThatWasGrowingIsKept()
    {
        Desk desk;
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Sending))));
            QVERIFY(saved(archive.beginAnswer(desk.answer())));
            QVERIFY(saved(archive.saveThoughts(answerId, {{QStringLiteral("Mass "), {}, {}}})));
        }
        Archive again = desk.open();
        const auto unfinished = again.snapshot()->unfinished;
        QCOMPARE(unfinished.front().answer, answerId); // the next attempt takes its place
        const auto chapter = again.chapter(talk);
        QCOMPARE(chapter->messages.back().thoughts, (std::vector<Thought> {{QStringLiteral("Mass "), {}, {}}}));
    }

    void aFileOfEachOlderVersionIsBroughtUpToDate_data()
    {
        QTest::addColumn<std::size_t>("version");
        for (std::size_t version = 1; version < newestSchema(); ++version)
            QTest::addRow("version %d", static_cast<int>(version)) << version;
    }

    /// One conversation of two questions, the second one written before the first was answered, and a draft.
    void aFileOfEachOlderVersionIsBroughtUpToDate()
    {
        QFETCH(const std::size_t, version);
        Desk desk;
        const TurnId turn(QStringLiteral("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
        const MessageId second(QStringLiteral("019a2b3c-0000-7000-8000-00000000ffff"));
        {
            auto database = Database::open(desk.path());
            QVERIFY(saved(migrate(*database, version)));
            const auto literal = [version](QString id) -> QString { // ids are bytes since version 5
                return version < 5 ? QString(QLatin1Char('\'') + id + QLatin1Char('\'')) : QString(QLatin1String("x'") + id.remove(QLatin1Char('-')) + QLatin1Char('\''));
            };
            QStringList statements {
                QStringLiteral("INSERT INTO conversation(id, title, title_is_manual, pinned, created_at, updated_at) VALUES('talk', 'Tides', 1, 1, 1000, 9000)"),
                QStringLiteral("INSERT INTO piece(message, text) VALUES('m3', 'moon'), ('m3', '.')"),
                QStringLiteral("INSERT INTO draft(conversation, text) VALUES('talk', 'half')"),
                // Version 6 has a hint of its own, and the turn in bytes.
                QStringLiteral("INSERT INTO sample(at, route, turn, result, status, total, wait_hint, wait_random%1) VALUES(%2, 'r', %3, 'OwnLimit', 429, 2000000, 3000000, 500000%4)")
                    .arg(version < 6 ? QString() : QStringLiteral(", hint"))
                    .arg(desk.time.wall().time_since_epoch().count() - 1000)
                    .arg(version < 6 ? QString(QLatin1Char('\'') + turn.text() + QLatin1Char('\'')) : literal(turn.text()))
                    .arg(version < 6 ? QString() : QStringLiteral(", 3000000"))};
            const QString messages = version < 4
                ? QStringLiteral("INSERT INTO message(id, conversation, turn, role, state, text, model, at, attempts, fell_back, took, seams) VALUES"
                                 "('m1', 'talk', %1, 'User', 'Sent', 'Why?', '', 1000, 0, 0, 0, ''), (%2, 'talk', 't2', 'User', 'Sent', 'And now?', '', 1500, 0, 0, 0, ''),"
                                 "('m3', 'talk', %1, 'Assistant', 'Streaming', 'The ', 'moon-5', 2000, 1, 0, 7, '3')")
                : QStringLiteral("INSERT INTO message(number, id, conversation, turn, after, role, state, text, model, at, attempts, fell_back, took, seams, route, more, thoughts) VALUES"
                                 "(1, 'm1', 'talk', %1, '', 'User', 'Sent', 'Why?', '', 1000, 0, 0, 0, '', '', '', ''), "
                                 "(2, %2, 'talk', 't2', %1, 'User', 'Sent', 'And now?', '', 1500, 0, 0, 0, '', '', '', ''),"
                                 "(3, 'm3', 'talk', %1, '', 'Assistant', 'Streaming', 'The ', 'moon-5', 2000, 1, 0, 7, '3', '', '', '')");
            statements.insert(1, messages.arg(literal(turn.text()), literal(second.text())));
            if (version >= 4)
                statements += {QStringLiteral("UPDATE conversation SET leaf='t2'"), QStringLiteral("INSERT INTO file VALUES('one', x'312c32'), ('two', x'8950')"),
                    QStringLiteral("INSERT INTO attachment(owner, place, id, name, kind, media_type, file) VALUES('m1', 0, 'a', 'tides.csv', 'Text', 'text/csv', 'one')"),
                    QStringLiteral("INSERT INTO draft_attachment(owner, place, id, name, kind, media_type, file) VALUES('talk', 0, 'b', 'map.png', 'Image', 'image/png', 'two')")};
            else if (version >= 2)
                statements += {QStringLiteral("INSERT INTO attachment(owner, place, id, name, kind, media_type, data) VALUES('m1', 0, 'a', 'tides.csv', 'Text', 'text/csv', x'312c32')"),
                    QStringLiteral("INSERT INTO draft_attachment(owner, place, id, name, kind, media_type, data) VALUES('talk', 0, 'b', 'map.png', 'Image', 'image/png', x'8950')")};
            for (const QString &statement : statements)
                QVERIFY2(database->run(statement), qPrintable(statement));
        }
        Archive archive = desk.open();
        const auto past = archive.healthPast();
        QVERIFY(past);
        Sample sample;
        sample.at = desk.time.wall() - 1s;
        sample.route = RouteId(QStringLiteral("r"));
        sample.turn = turn;
        sample.result = SampleClass::OwnLimit;
        sample.status = 429;
        sample.hint = 3s;
        sample.total = 2s;
        sample.wait = SampleWait {3s, 500ms};
        QCOMPARE(past->samples, std::vector<Sample> {sample});
        const auto snapshot = archive.snapshot();
        QVERIFY(snapshot);
        Conversation conversation;
        conversation.id = talk;
        conversation.title = QStringLiteral("Tides");
        conversation.titleIsManual = conversation.pinned = true;
        conversation.leaf = TurnId(QStringLiteral("t2"));
        conversation.createdAt = WallTime(1000ms);
        conversation.updatedAt = WallTime(9000ms);
        QCOMPARE(snapshot->conversations, (std::vector<Conversation> {conversation}));
        QCOMPARE(snapshot->drafts.front().second.text, QStringLiteral("half"));

        const auto chapter = archive.chapter(talk);
        QVERIFY(chapter);
        const auto shown = branchOf(chapter->messages, {});
        QCOMPARE(shown.size(), std::size_t(3));
        QCOMPARE(shown[0]->text, QStringLiteral("Why?"));
        QCOMPARE(shown[1]->text, QStringLiteral("The moon."));
        QCOMPARE(shown[1]->state, MessageState::BrokenOff);
        QCOMPARE(shown[1]->seams, (std::vector<qsizetype> {3}));
        QCOMPARE(shown[2]->text, QStringLiteral("And now?"));
        QCOMPARE(shown[2]->after, turn);
        QCOMPARE(shown[2]->id, second);
        if (version >= 2) {
            QCOMPARE(shown[0]->attachments.front().data, QByteArray("1,2"));
            QCOMPARE(snapshot->drafts.front().second.attachments.front().data, QByteArray("\x89P"));
        }
        auto database = Database::open(desk.path());
        auto broken = database->run(QStringLiteral("PRAGMA foreign_key_check"));
        QVERIFY(broken && !broken->next());
        broken->finish();
        auto size = database->run(QStringLiteral("SELECT length(id), (SELECT length(turn) FROM message WHERE id='m1') FROM message WHERE id=?"), {toDisk(second)});
        QVERIFY(size && size->next());
        QCOMPARE(size->value(0).toInt(), 16);
        QCOMPARE(size->value(1).toInt(), 16);
    }

    void anIdStandsOnDiskInOneWayAndComesBackAsItWas()
    {
        const QString uuid = makeIdText(WallTime(1'764'000'000'123ms));
        QCOMPARE(idToDisk(uuid).toByteArray().size(), 16);
        QCOMPARE(idFromDisk(idToDisk(uuid)), uuid);
        QCOMPARE(idToDisk({}), QVariant(QStringLiteral(""))); // not NULL
        for (const QString &other : {uuid.toUpper(), QString(uuid).replace(8, 1, QLatin1Char('0')), QString(uuid).replace(35, 1, QLatin1Char('g')), uuid.left(35), QStringLiteral("m1"),
                 QString(QLatin1Char('{') + uuid + QLatin1Char('}')), QString(16, QLatin1Char('a')), QStringLiteral("é")}) {
            QCOMPARE(idToDisk(other), QVariant(other));
            QCOMPARE(idFromDisk(idToDisk(other)), other);
        }
        QVERIFY(holds("ids come back", [] {
            QString id = QString::fromStdString(*rc::gen::container<std::string>(36, rc::gen::elementOf(std::string("0123456789abcdef-AG"))));
            for (const int dash : {8, 13, 18, 23}) {
                if (*rc::gen::inRange(0, 20) > 0)
                    id[dash] = QLatin1Char('-');
            }
            RC_ASSERT(idFromDisk(idToDisk(id)) == id);
        }));
    }

    void theNewestOfALongConversationCanBeReadAlone()
    {
        Desk desk;
        Archive archive = desk.open();
        std::vector<Message> messages;
        for (int i = 0; i < 20; ++i) {
            Message message = desk.question();
            message.id = MessageId(QStringLiteral("m%1").arg(i));
            message.turn = TurnId(QStringLiteral("t%1").arg(i));
            message.at = WallTime(100s + i / 2 * 1s); // two at a time
            if (i % 5 == 0)
                message.attachments = {{AttachmentId(QStringLiteral("a%1").arg(i)), QStringLiteral("a.txt"), AttachmentKind::Text, "text/plain", QByteArray::number(i)}};
            messages.push_back(message);
        }
        QVERIFY(saved(archive.add(desk.conversation(), messages)));
        QCOMPARE(archive.messages(talk).value(), messages);
        QCOMPARE(archive.messages(talk, 7).value(), std::vector<Message>(messages.end() - 7, messages.end()));
        QCOMPARE(archive.messages(talk, 100).value(), messages);
        QCOMPARE(archive.messages(ConversationId(QStringLiteral("none")), 7).value(), std::vector<Message>());
    }

    void theNumbersOfMessagesFollowTheirTime()
    {
        Desk desk;
        Archive archive = desk.open();
        std::vector<Message> messages;
        for (int i = 0; i < 20; ++i) { // more than a second has places for
            Message message = desk.question();
            message.id = MessageId(QStringLiteral("m%1").arg(i));
            message.turn = TurnId(QStringLiteral("t%1").arg(i));
            message.at = WallTime(100s + i * 1ms);
            messages.push_back(message);
        }
        messages[5].at = WallTime(3s); // older
        QVERIFY(saved(archive.add(desk.conversation(), messages)));
        std::stable_sort(messages.begin(), messages.end(), [](const Message &left, const Message &right) { return left.at < right.at; });
        QCOMPARE(archive.chapter(talk)->messages, messages);
        auto database = Database::open(desk.path());
        auto first = database->run(QStringLiteral("SELECT id FROM message ORDER BY number LIMIT 1"));
        QVERIFY(first && first->next());
        QCOMPARE(first->value(0).toString(), QStringLiteral("m5"));
    }

    void aFileThatGoesAlongTwiceIsKeptOnceAndGoesWithItsLastMessage()
    {
        Desk desk;
        const QByteArray secret("a file that nobody may find again, long enough to be told from chance");
        {
            Archive archive = desk.open();
            Message question = desk.question();
            question.attachments = {{AttachmentId(QStringLiteral("a")), QStringLiteral("a.txt"), AttachmentKind::Text, "text/plain", secret}};
            Message again = question;
            again.id = MessageId(QStringLiteral("other"));
            again.conversation = ConversationId(QStringLiteral("other"));
            again.turn = TurnId(QStringLiteral("other"));
            Conversation other = desk.conversation();
            other.id = again.conversation;
            QVERIFY(saved(archive.add(desk.conversation(), {question})));
            QVERIFY(saved(archive.add(other, {again})));
            QVERIFY(saved(archive.saveDraft({}, {QStringLiteral("x"), question.attachments})));
            auto database = Database::open(desk.path());
            const auto files = [&] {
                auto count = database->run(QStringLiteral("SELECT COUNT(*) FROM file"));
                return count && count->next() ? count->value(0).toInt() : -1;
            };
            QCOMPARE(files(), 1);
            QVERIFY(saved(archive.removeConversation(talk)));
            QCOMPARE(archive.chapter(other.id)->messages.front().attachments, question.attachments);
            QVERIFY(saved(archive.saveDraft({}, {})));
            QCOMPARE(files(), 1);
            QVERIFY(saved(archive.removeConversation(other.id)));
            QCOMPARE(files(), 0);
        }
        for (const QFileInfo &each : QDir(desk.folder.path()).entryInfoList(QDir::Files)) {
            QFile file(each.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(each.fileName()));
        }
    }

    void whatAPersonWantsOfAConversationIsKeptWithIt()
    {
        Desk desk;
        Conversation conversation = desk.conversation();
        conversation.instructions = {QStringLiteral("Answer in one sentence.\nAlways 🌊."), 0.25, 0.9, 700};
        conversation.withoutThinking = {RouteId(QStringLiteral("p/one")), RouteId(QStringLiteral("q/two"))};
        Writing draft;
        draft.instructions.system = QStringLiteral("Be brief."); // of a conversation that has not begun, and of which nothing is written yet
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.accept(conversation, desk.question(), desk.turn(TurnPhase::Accepted))));
            QVERIFY(saved(archive.saveDraft({}, draft)));
        }
        Archive archive = desk.open();
        auto snapshot = archive.snapshot();
        QCOMPARE(snapshot->conversations, (std::vector<Conversation> {conversation}));
        QCOMPARE(snapshot->drafts.front().second, draft);
        conversation.instructions = {};
        conversation.withoutThinking = {};
        QVERIFY(saved(archive.saveConversation(conversation)));
        QVERIFY(saved(archive.saveDraft({}, {})));
        snapshot = archive.snapshot();
        QCOMPARE(snapshot->conversations, (std::vector<Conversation> {conversation}));
        QVERIFY(snapshot->drafts.empty());
    }

    void whatNoServerTakesIsNotReadFromAFile()
    {
        Desk desk;
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.saveConversation(desk.conversation())));
        }
        {
            auto database = Database::open(desk.path());
            QVERIFY(database->run(QStringLiteral("UPDATE conversation SET setup=?"), {QStringLiteral(R"({"temperature":40,"topP":-1,"mostTokens":0,"system":7})")}));
        }
        QVERIFY(desk.open().snapshot()->conversations.front().instructions.isEmpty());
    }

    void aContinuationIsAddedToWhatStands()
    {
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        QVERIFY(saved(archive.settle(desk.turn(TurnPhase::BrokenOff), desk.answer(QStringLiteral("The tide")))));
        QVERIFY(saved(archive.saveTurn(desk.turn(TurnPhase::Sending))));
        QVERIFY(saved(archive.appendPiece(answerId, QStringLiteral(" rises"))));
        QCOMPARE(archive.snapshot()->messages.back().text, QStringLiteral("The tide rises"));
    }

    void aConversationTakesItsOwnWithIt()
    {
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        QVERIFY(saved(archive.removeConversation(talk)));
        const auto snapshot = archive.snapshot();
        QVERIFY(snapshot->conversations.empty() && snapshot->messages.empty() && snapshot->unfinished.empty());
        QVERIFY(archive.chapter(talk)->messages.empty());
    }

    void halfAnAcceptanceIsNone()
    {
        Desk desk;
        Archive archive = desk.open();
        TurnState elsewhere = desk.turn(TurnPhase::Accepted);
        elsewhere.conversation = ConversationId(QStringLiteral("nowhere")); // no such conversation: the last statement fails
        const auto result = archive.accept(desk.conversation(), desk.question(), elsewhere);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, FaultKind::Store);
        QVERIFY(archive.snapshot()->conversations.empty());
    }

    void samplesOfTheLastWeekComeBackInOrder()
    {
        Desk desk;
        Archive archive = desk.open();
        Sample bare;
        bare.at = desk.time.wall() - 2h;
        bare.route = RouteId(QStringLiteral("r"));
        bare.turn = turnId;
        Sample old = bare;
        old.at = desk.time.wall() - 24h * 7 - 1s;
        Sample full = bare;
        full.at = desk.time.wall() - 1h;
        full.result = SampleClass::Overloaded;
        full.status = 529;
        full.fault = FaultKind::Overloaded;
        full.hint = 3s;
        full.sentAfter = 7s;
        full.firstContent = 300ms;
        full.total = 2s;
        full.wait = SampleWait {3s, 500ms};
        for (const Sample &each : {full, old, bare})
            QVERIFY(saved(archive.addSample(each)));
        QCOMPARE(archive.healthPast()->samples, (std::vector<Sample> {bare, full}));
    }

    void flowsAndRoomsComeBack()
    {
        Desk desk;
        Archive archive = desk.open();
        const WallTime minute = std::chrono::floor<std::chrono::minutes>(desk.time.wall()) - 5min;
        const FlowChange paused {desk.time.wall() - 1h, RouteId(QStringLiteral("r")), RouteFlow::Paused, desk.time.wall() - 59min};
        const FlowChange flows {desk.time.wall() - 58min, RouteId(QStringLiteral("r")), RouteFlow::Flowing, {}};
        QVERIFY(saved(archive.addFlow(paused)));
        QVERIFY(saved(archive.addFlow(flows)));
        const RoomMark half {minute, ProviderId(QStringLiteral("p")), RoomLeft::Dimension::InputTokens, 0.5};
        RoomMark less = half;
        less.share = 0.25;
        for (const RoomMark &each : {half, less, half})
            QVERIFY(saved(archive.addRoom(each)));
        QCOMPARE(archive.healthPast()->flows, (std::vector<FlowChange> {paused, flows}));
        QCOMPARE(archive.healthPast()->rooms, std::vector<RoomMark> {less});
    }

    void whatIsMeasuredWhileTheWeekIsReadIsNoPartOfIt()
    {
        Desk desk;
        Archive archive = desk.open();
        Sample sample;
        sample.at = desk.time.wall() - 1h;
        sample.turn = turnId;
        QVERIFY(saved(archive.addSample(sample)));
        auto reading = archive.beginReading();
        QVERIFY(reading);
        QVERIFY(saved(archive.addSample(sample)));
        QVERIFY(saved(archive.addFlow({desk.time.wall(), RouteId(QStringLiteral("r")), RouteFlow::Paused, {}})));
        QVERIFY(!*archive.readSome(*reading)); // that was all
        QCOMPARE(reading->past.samples.size(), std::size_t(1));
        QVERIFY(reading->past.flows.empty());
    }

    void whatIsOlderThanAWeekStaysByTheHour()
    {
        Desk desk;
        Archive archive = desk.open();
        Sample sample;
        sample.route = RouteId(QStringLiteral("r"));
        sample.turn = turnId;
        sample.total = 2s;
        for (const auto ago : {Duration(1h), Duration(24h * 8), Duration(24h * 8), Duration(24h * 400)}) {
            sample.at = std::chrono::floor<std::chrono::milliseconds>(desk.time.wall() - ago);
            QVERIFY(saved(archive.addSample(sample)));
        }
        QVERIFY(saved(archive.forgetOldHealth()));
        auto database = Database::open(desk.path(), Database::Mode::ReadOnly);
        QVERIFY(database);
        const auto number = [&](const QString &statement) {
            auto query = database->run(statement);
            return query && query->next() ? query->value(0).toInt() : -1;
        };
        QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM sample")), 1);
        QCOMPARE(number(QStringLiteral("SELECT SUM(count) FROM sample_hour")), 3);
        QCOMPARE(number(QStringLiteral("SELECT MAX(count) FROM sample_hour")), 2);
        QCOMPARE(number(QStringLiteral("SELECT SUM(total) FROM sample_hour")), 6'000'000);
    }

    void aClockThatIsFarAheadDropsNothingThatIsNew()
    {
        Desk desk;
        Archive archive = desk.open();
        Sample sample;
        sample.at = desk.time.wall();
        sample.turn = turnId;
        QVERIFY(saved(archive.addSample(sample)));
        desk.time.shiftWall(24h * 365 * 12);
        QVERIFY(saved(archive.forgetOldHealth()));
        desk.time.shiftWall(-24h * 365 * 12);
        QCOMPARE(archive.healthPast()->samples.size(), std::size_t(1));
    }

    void whatWasPaidIsKeptWhenItsConversationIsDeleted()
    {
        Desk desk;
        Archive archive = desk.open();
        const Expense paid {desk.time.wall() - 1h, turnId, 1, talk, ProviderId(QStringLiteral("p")), QStringLiteral("opus"), {.input = 7, .output = 2}, 0.25};
        Expense again = paid;
        again.attempt = 2;
        again.dollars.reset();
        Expense old = paid;
        old.attempt = 3;
        old.at -= 32 * 24h;
        QVERIFY(saved(archive.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted))));
        for (const Expense &each : {paid, again, old, paid}) // what is said twice is one
            QVERIFY(saved(archive.addExpense(each)));
        QVERIFY(saved(archive.removeConversation(talk)));
        const auto snapshot = archive.snapshot();
        QCOMPARE(snapshot->expenses, (std::vector<Expense> {paid, again}));
        QCOMPARE(snapshot->spent, (std::map<ConversationId, double> {{talk, 0.5}}));
    }

    void draftsAreKeptUntilTheyAreEmpty()
    {
        Desk desk;
        Archive archive = desk.open();
        QVERIFY(saved(archive.saveDraft({}, {QStringLiteral("new"), {}})));
        QVERIFY(saved(archive.saveDraft(talk, {QStringLiteral("one"), {}})));
        QVERIFY(saved(archive.saveDraft(talk, {QStringLiteral("two"), {}})));
        QCOMPARE(archive.snapshot()->drafts.size(), std::size_t(2));
        QVERIFY(saved(archive.saveDraft({}, {})));
        QCOMPARE(archive.snapshot()->drafts, (std::vector<std::pair<ConversationId, Writing>> {{talk, {QStringLiteral("two"), {}}}}));
    }

    void filesOfADraftAndOfAQuestionAreKeptAndGoWithThem()
    {
        Desk desk;
        const std::vector<Attachment> files {{AttachmentId(QStringLiteral("f1")), QStringLiteral("a.png"), AttachmentKind::Image, "image/png", QByteArray("\x89PNG\0x", 6)},
            {AttachmentId(QStringLiteral("f2")), QStringLiteral("b.txt"), AttachmentKind::Text, "text/plain", "words"}};
        const Writing writing {QStringLiteral("see"), files};
        Message asked = desk.question();
        asked.attachments = files;
        {
            Archive archive = desk.open();
            QVERIFY(saved(archive.saveDraft({}, writing)));
            QVERIFY(saved(archive.saveDraft({}, writing))); // while typing goes on
            QVERIFY(saved(archive.accept(desk.conversation(), asked, desk.turn(TurnPhase::Accepted))));
        }
        Archive archive = desk.open();
        QCOMPARE(archive.snapshot()->drafts.front().second, writing);
        QCOMPARE(archive.chapter(talk)->messages, (std::vector<Message> {asked}));
        QVERIFY(saved(archive.saveDraft({}, {})));
        QVERIFY(saved(archive.removeConversation(talk)));
        auto database = Database::open(desk.path());
        for (const char *table : {"attachment", "draft_attachment"}) {
            auto rows = database->run(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)));
            QVERIFY(rows && rows->next());
            QCOMPARE(rows->value(0).toInt(), 0);
        }
    }

    void migratingTwiceChangesNothing()
    {
        Desk desk;
        { (void)desk.open(); }
        auto database = Database::open(desk.path());
        QVERIFY(database);
        QVERIFY(saved(migrate(*database)));
        auto version = database->run(QStringLiteral("PRAGMA user_version"));
        QVERIFY(version && version->next());
        QVERIFY(version->value(0).toInt() >= 1);
    }

    void aFileOfANewerProgramIsRefusedAndLeftAsItIs()
    {
        Desk desk;
        { (void)desk.open(); }
        {
            auto database = Database::open(desk.path());
            QVERIFY(database->run(QStringLiteral("PRAGMA user_version = 999")));
        }
        const auto refused = Archive::open(desk.path(), desk.time);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FaultKind::Store);
        QCOMPARE(refused.error().code, QStringLiteral("newer"));
        auto database = Database::open(desk.path());
        auto version = database->run(QStringLiteral("PRAGMA user_version"));
        QVERIFY(version->next());
        QCOMPARE(version->value(0).toInt(), 999);
    }

    void whatIsNoDatabaseIsAFault()
    {
        Desk desk;
        QFile file(desk.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("This is a diary, not a database. ");
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto refused = Archive::open(desk.path(), desk.time);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FaultKind::Store);
    }

    void aPlaceThatCannotBeWrittenIsReadOnly()
    {
        Desk desk;
        const auto refused = Archive::open(desk.folder.filePath(QStringLiteral("missing/library.sqlite")), desk.time);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FaultKind::ReadOnly);
        { (void)desk.open(); }
        auto database = Database::open(desk.path(), Database::Mode::ReadOnly);
        QVERIFY(database);
        const auto written = database->run(QStringLiteral("DELETE FROM conversation"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, FaultKind::ReadOnly);
    }

    void aFullDiskIsNamedAndWhatStoodStays()
    {
        Desk desk;
        QVERIFY(saved(desk.open().saveDraft(talk, {QStringLiteral("as it stood"), {}})));
        auto database = Database::open(desk.path());
        QVERIFY(database);
        auto pages = database->run(QStringLiteral("PRAGMA page_count"));
        QVERIFY(pages && pages->next());
        const int most = pages->value(0).toInt() + 2;
        pages->finish();
        QVERIFY(database->run(QStringLiteral("PRAGMA max_page_count = %1").arg(most))); // a disk with little room
        {
            Transaction transaction(*database);
            QVERIFY(database->run(QStringLiteral("DELETE FROM draft")));
            const auto written = database->run(QStringLiteral("INSERT INTO draft(conversation, text) VALUES('large', ?)"), {QString(1024 * 1024, QLatin1Char('x'))});
            QVERIFY(!written);
            QCOMPARE(written.error().kind, FaultKind::DiskFull);
        }
        QCOMPARE(desk.open().snapshot()->drafts.front().second.text, QStringLiteral("as it stood"));
        QVERIFY(database->run(QStringLiteral("PRAGMA max_page_count = 1000000")));
        QVERIFY(database->run(QStringLiteral("INSERT INTO draft(conversation, text) VALUES('large', ?)"), {QString(1024 * 1024, QLatin1Char('x'))}));
    }

    void theThreadAnswersOnTheCallersThreadAndInOrder()
    {
        Desk desk;
        StoreThread store(desk.time);
        QStringList order;
        const auto note = [&](const char *what, bool good) {
            QCOMPARE(QThread::currentThread(), thread());
            order.append(QLatin1String(what) + QLatin1String(good ? "" : "!"));
        };
        store.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted), [&](const Result<void> &result) { note("early", result.has_value()); });
        store.open(desk.path(), [&](const Result<Snapshot> &result) { note("open", result.has_value()); });
        store.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted), [&](const Result<void> &result) { note("accept", result.has_value()); });
        store.sending(desk.turn(TurnPhase::Sending), [&](const Result<void> &result) { note("sending", result.has_value()); });
        QVERIFY(order.isEmpty()); // never before the call returns
        QTRY_COMPARE(order, QStringList({QStringLiteral("early!"), QStringLiteral("open"), QStringLiteral("accept"), QStringLiteral("sending")}));
    }

    void ofALongConversationTheNewestAreToldFirst()
    {
        Desk desk;
        std::vector<Message> messages;
        for (int i = 0; i < 300; ++i) {
            messages.push_back(desk.question());
            messages.back().id = MessageId(QString::number(i));
            messages.back().at = WallTime(100s + i * 1s);
        }
        StoreThread store(desk.time);
        store.open(desk.path(), [](const Result<Snapshot> &) {});
        store.add(desk.conversation(), messages);
        QStringList order;
        const auto readAll = [&](const ConversationId &id) {
            store.messages(
                id,
                [&](const Result<std::vector<Message>> &all) {
                    QVERIFY(all);
                    order += QStringLiteral("all %1").arg(all->size());
                },
                [&](const std::vector<Message> &newest) {
                    QVERIFY(newest == std::vector<Message>(messages.end() - static_cast<qsizetype>(newest.size()), messages.end()));
                    order += QStringLiteral("newest");
                });
        };
        readAll(talk);
        QTRY_COMPARE(order, QStringList({QStringLiteral("newest"), QStringLiteral("all 300")}));
        order.clear();
        Conversation brief = desk.conversation();
        brief.id = ConversationId(QStringLiteral("brief"));
        messages.front().conversation = brief.id;
        messages.front().id = MessageId(QStringLiteral("alone"));
        store.add(brief, {messages.front()});
        readAll(brief.id);
        QTRY_COMPARE(order, QStringList(QStringLiteral("all 1")));
    }

    void endingTheThreadWritesWhatWasAskedFor()
    {
        Desk desk;
        {
            StoreThread store(desk.time);
            store.open(desk.path(), [](const Result<Snapshot> &) {});
            store.accept(desk.conversation(), desk.question(), desk.turn(TurnPhase::Accepted), [](const Result<void> &) {});
            store.answerBegan(desk.answer());
            for (int each = 0; each < 50; ++each)
                store.checkpoint(answerId, QString::number(each % 10));
        }
        const auto snapshot = desk.open().snapshot();
        QCOMPARE(snapshot->messages.size(), std::size_t(2));
        QCOMPARE(snapshot->messages.back().text.size(), 50);
    }

    void aFailureThatNobodyWaitsForIsToldAloud()
    {
        Desk desk;
        StoreThread store(desk.time);
        QSignalSpy failed(&store, &StoreThread::failed);
        store.open(desk.folder.filePath(QStringLiteral("missing/library.sqlite")), [](const Result<Snapshot> &) {});
        store.saveDraft(talk, {QStringLiteral("x"), {}});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Fault>().kind, FaultKind::ReadOnly);
        QSignalSpy answerNotSaved(&store, &StoreThread::answerNotSaved);
        store.checkpoint(answerId, QStringLiteral("x"));
        QTRY_COMPARE(answerNotSaved.count(), 1);
        QCOMPARE(answerNotSaved.first().first().value<MessageId>(), answerId);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
