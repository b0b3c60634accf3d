// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/importreader.h"
#include "core/store/parcelwriter.h"
#include "core/store/turnjson.h"
#include "core/turn/turnmachine.h"
#include "tests/support/faketime.h"
#include "tests/support/properties.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

/// A history of its own, on a disk.
struct Shelf
{
    QTemporaryDir folder;
    FakeTime time;
    Archive archive = *Archive::open(folder.filePath(QStringLiteral("a.db")), time);

    std::vector<Parcel> all()
    {
        std::vector<Parcel> parcels;
        const auto snapshot = archive.snapshot();
        for (const Conversation &each : snapshot->conversations)
            parcels.push_back(std::move(**archive.parcel(each.id)));
        std::sort(parcels.begin(), parcels.end(), [](const Parcel &left, const Parcel &right) { return left.conversation.id < right.conversation.id; });
        return parcels;
    }
    [[nodiscard]] QString exported()
    {
        const QString path = folder.filePath(QStringLiteral("out.json"));
        QFile file(path);
        ParcelWriter writer(file);
        bool written = file.open(QIODevice::WriteOnly) && writer.begin();
        for (const Parcel &each : all())
            written = written && writer.add(each);
        return written && writer.end() ? path : QString();
    }
    struct Outcome
    {
        std::size_t messages = 0;
        std::size_t skipped = 0;
        std::optional<ImportTrouble> trouble;
    };
    Outcome import(const QString &path)
    {
        Outcome outcome;
        ImportReader reader(path);
        for (;;) {
            const ImportReader::Step step = reader.next();
            outcome.skipped += step.skipped.size();
            if (step.parcel) {
                const auto merged = archive.merge(*step.parcel);
                if (!merged)
                    qFatal("%s", qPrintable(merged.error().detail));
                outcome.messages += merged->added.size();
                outcome.skipped += merged->skipped.size();
            }
            if (step.over) {
                outcome.trouble = step.trouble;
                return outcome;
            }
        }
    }
};

QString someText()
{
    static const QStringList words {QStringLiteral("Tide"), QStringLiteral("潮"), QStringLiteral("🌊"), QStringLiteral("\"quoted\\\""), QStringLiteral("line\nbreak"), QStringLiteral("é"),
        QStringLiteral("</script>"), QStringLiteral("\x01"), QString()};
    QString text;
    for (const int word : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(words.size()))))
        text += words.at(word) + QLatin1Char(' ');
    return text;
}

template <class Value>
Value oneOf(std::initializer_list<Value> values)
{
    return *rc::gen::elementOf(std::vector<Value>(values));
}

bool perhaps()
{
    return *rc::gen::arbitrary<bool>();
}

WallTime someMoment()
{
    return WallTime(std::chrono::milliseconds(*rc::gen::inRange<qint64>(0, 2'000'000'000'000)));
}

Attachment someFile(int number)
{
    const QByteArray data = QByteArray("bytes \0 and ", 12) + QByteArray::number(*rc::gen::inRange(0, 4));
    Attachment file {AttachmentId(QStringLiteral("file%1").arg(number)), QStringLiteral("map 潮 %1.png").arg(number), oneOf({AttachmentKind::Image, AttachmentKind::Pdf, AttachmentKind::Text}),
        "image/png", data};
    if (perhaps())
        file.pages = *rc::gen::inRange(1, 90);
    return file;
}

/// Every kind of content, as a history may have it.
Parcel someParcel(int number, const TimeSource &time, int leastTurns = 0)
{
    const QString name = QStringLiteral("c%1").arg(number);
    Parcel parcel;
    Conversation &conversation = parcel.conversation;
    conversation.id = ConversationId(name);
    conversation.title = someText();
    conversation.titleIsManual = perhaps();
    conversation.pinned = perhaps();
    conversation.archived = perhaps();
    conversation.folder = perhaps() ? someText() : QString();
    conversation.createdAt = someMoment();
    conversation.updatedAt = someMoment();
    if (perhaps())
        conversation.instructions = {someText(), 0.1 * *rc::gen::inRange(0, 20), 0.05 * *rc::gen::inRange(0, 20), *rc::gen::inRange<qint64>(1, 100'000)};
    if (perhaps())
        conversation.withoutThinking = {RouteId(QStringLiteral("p/m")), RouteId(QStringLiteral("p/n"))};
    const int turns = *rc::gen::inRange(leastTurns, 6);
    for (int turn = 0; turn < turns; ++turn) {
        const TurnId id(QStringLiteral("%1t%2").arg(name).arg(turn));
        Message question;
        question.id = MessageId(id.text() + QLatin1Char('q'));
        question.conversation = conversation.id;
        question.turn = id;
        if (const int after = *rc::gen::inRange(-1, turn); after >= 0)
            question.after = TurnId(QStringLiteral("%1t%2").arg(name).arg(after));
        question.text = someText();
        question.at = someMoment();
        const int files = *rc::gen::inRange(0, 3);
        for (int file = 0; file < files; ++file)
            question.attachments.push_back(someFile(10 * turn + file));
        parcel.messages.push_back(question);
        TurnState state = makeTurn(id, conversation.id, question.id, {}, {}, time.now(), time.wall());
        state.phase = TurnPhase::Failed;
        if (perhaps()) {
            Message answer;
            answer.id = MessageId(id.text() + QLatin1Char('a'));
            answer.conversation = conversation.id;
            answer.turn = id;
            answer.role = Role::Assistant;
            answer.state = oneOf({MessageState::Complete, MessageState::BrokenOff, MessageState::SetAside, MessageState::Stopped, MessageState::LengthLimit, MessageState::WindowFull,
                MessageState::Paused, MessageState::Declined});
            answer.text = someText() + QStringLiteral("end");
            answer.model = QStringLiteral("moon-5");
            answer.route = RouteId(QStringLiteral("p/m"));
            answer.at = someMoment();
            answer.attempts = *rc::gen::inRange(0, 9);
            answer.fellBack = perhaps();
            answer.took = Duration(*rc::gen::inRange(0, 90'000'000));
            answer.seams = perhaps() ? std::vector<qsizetype> {0, 1, 3} : std::vector<qsizetype> {};
            if (perhaps())
                answer.thoughts = {{someText(), QStringLiteral("Sig=="), {}}, {{}, {}, QStringLiteral("Emw=")}};
            answer.thoughtFor = Duration(*rc::gen::inRange(0, 9'000'000));
            answer.usage = {100, 20, 70, {}, 5};
            answer.dollars = perhaps() ? std::optional(0.001 * *rc::gen::inRange(0, 1000)) : std::nullopt;
            answer.explanation = someText();
            parcel.messages.push_back(answer);
            state.phase = TurnPhase::Answered;
            state.answer = answer.id;
            parcel.expenses.push_back({answer.at, id, 1, conversation.id, ProviderId(QStringLiteral("p")), answer.model, answer.usage, answer.dollars});
        }
        if (perhaps()) {
            Attempt attempt;
            attempt.route = RouteId(QStringLiteral("p/m"));
            attempt.key = QStringLiteral("Key 1");
            attempt.rawResponse = someText();
            attempt.endedAfter = 3s;
            attempt.dollars = 0.25;
            state.attempts = {attempt};
            parcel.records.push_back(turnToJson(state, time.now()));
        }
        conversation.leaf = perhaps() ? id : conversation.leaf;
    }
    return parcel;
}

} // namespace

class TestParcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExportGivesAnEqualHistory()
    {
        QVERIFY(holds(
            "export and import give an equal history",
            [] {
                Shelf from;
                const int count = *rc::gen::inRange(0, 4);
                for (int i = 0; i < count; ++i)
                    RC_ASSERT(from.archive.merge(someParcel(i, from.time)).has_value());
                const QString path = from.exported();
                const std::vector<Parcel> before = from.all();
                Shelf to;
                const Shelf::Outcome first = to.import(path);
                RC_ASSERT(first.skipped <= before.size()); // a conversation in which nobody said anything
                std::vector<Parcel> expected;
                std::copy_if(before.begin(), before.end(), std::back_inserter(expected), [](const Parcel &each) { return !each.messages.empty(); });
                RC_ASSERT(to.all() == expected);
                RC_ASSERT(to.import(path).messages == 0U); // twice adds nothing twice
                RC_ASSERT(to.all() == expected);
                RC_ASSERT(from.import(path).messages == 0U);
                RC_ASSERT(from.all() == before);
            },
            25));
    }

    void anExportThatHasGrownAddsOnlyWhatIsNew()
    {
        QVERIFY(holds(
            "a grown export adds only what is new",
            [] {
                Shelf from;
                const Parcel whole = someParcel(1, from.time, 2);
                Parcel half = whole;
                half.messages.resize(half.messages.size() / 2);
                half.records.clear();
                Shelf to;
                RC_ASSERT(to.archive.merge(half).has_value());
                RC_ASSERT(from.archive.merge(whole).has_value());
                RC_ASSERT(to.import(from.exported()).messages == whole.messages.size() - half.messages.size());
                RC_ASSERT(to.all().front().messages == from.all().front().messages);
                RC_ASSERT(to.all().front().records == from.all().front().records);
            },
            20));
    }

    void nothingThatIsThereIsChanged()
    {
        Shelf shelf;
        Message mine;
        mine.id = MessageId(QStringLiteral("m"));
        mine.conversation = ConversationId(QStringLiteral("mine"));
        mine.turn = TurnId(QStringLiteral("t"));
        mine.text = QStringLiteral("What I wrote");
        Conversation conversation;
        conversation.id = mine.conversation;
        conversation.title = QStringLiteral("Mine");
        const TurnState turn = makeTurn(mine.turn, mine.conversation, mine.id, {}, {}, shelf.time.now(), shelf.time.wall());
        QVERIFY(shelf.archive.accept(conversation, mine, turn));
        const std::vector<Parcel> before = shelf.all();

        Parcel same {conversation, {mine}, {turnToJson(turn, shelf.time.now())}, {}};
        same.conversation.title = QStringLiteral("Yours");
        same.messages.front().text = QStringLiteral("Nothing");
        QVERIFY(shelf.archive.merge(same)->added.empty());
        Parcel other = same;
        other.conversation.id = ConversationId(QStringLiteral("other"));
        other.messages.front().conversation = other.conversation.id;
        const auto merged = shelf.archive.merge(other);
        QCOMPARE(merged->skipped.front().reason, SkipReason::IdTaken);
        other.messages.front().id = MessageId(QStringLiteral("n")); // in a turn of ours
        QCOMPARE(shelf.archive.merge(other)->skipped.front().reason, SkipReason::IdTaken);
        QVERIFY(shelf.all() == before);
        QCOMPARE(shelf.archive.snapshot()->unfinished.size(), std::size_t(1));
    }

    void whatWasNotOverIsNotSentBecauseOfAnImport()
    {
        Shelf shelf;
        Parcel parcel;
        Message question;
        question.id = MessageId(QStringLiteral("m"));
        question.conversation = ConversationId(QStringLiteral("c"));
        question.turn = TurnId(QStringLiteral("t"));
        parcel.conversation.id = question.conversation;
        parcel.messages = {question};
        TurnState turn = makeTurn(question.turn, question.conversation, question.id, {}, {}, shelf.time.now(), shelf.time.wall());
        turn.phase = TurnPhase::Kept;
        parcel.records = {turnToJson(turn, shelf.time.now())};
        QVERIFY(shelf.archive.merge(parcel));
        QVERIFY(shelf.archive.snapshot()->unfinished.empty());
        QCOMPARE(shelf.archive.chapter(question.conversation)->turns.front().phase, TurnPhase::Cancelled);
    }

    void anExportThatIsCutOffGivesWhatItHas()
    {
        Shelf from;
        Parcel parcel;
        parcel.conversation.id = ConversationId(QStringLiteral("c"));
        for (int i = 0; i < 50; ++i) {
            Message message;
            message.id = MessageId(QStringLiteral("m%1").arg(i));
            message.conversation = parcel.conversation.id;
            message.turn = TurnId(QStringLiteral("t%1").arg(i));
            message.text = QStringLiteral("text %1").arg(i);
            message.at = WallTime(std::chrono::seconds(i));
            parcel.messages.push_back(message);
        }
        QVERIFY(from.archive.merge(parcel));
        QFile file(from.exported());
        QVERIFY(file.resize(file.size() / 2));
        Shelf to;
        const Shelf::Outcome outcome = to.import(file.fileName());
        QVERIFY(outcome.messages > 10 && outcome.messages < 40);
        QCOMPARE(outcome.skipped, std::size_t(1));
        QVERIFY(!outcome.trouble);
    }
};

QTEST_GUILESS_MAIN(TestParcel)
#include "tst_parcel.moc"
