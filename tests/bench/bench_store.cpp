// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/store/archive.h"
#include "core/store/idcolumn.h"
#include "core/store/searcher.h"
#include "tests/support/fakes.h"
#include "ui/library/sidebar.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

// A store of a million messages, made through the Archive, and what it takes to use it. No Google Benchmark: each figure
// is a median and a 99th percentile of calls on one and the same store, and making that takes minutes.

using namespace breakwater;

namespace {

constexpr int vocabulary = 50'000;
constexpr std::chrono::hours years {3 * 365 * 24};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Words as frequent as those of a language: the n-th one in n-th proportion, the frequent ones short.
class Talker
{
public:
    Talker()
    {
        std::vector<double> weights;
        for (int i = 0; i < vocabulary; ++i) {
            QString word;
            const int length = 2 + static_cast<int>(std::log2(i + 2) / 1.8) + static_cast<int>(m_random() % 3);
            for (int at = 0; at < length; ++at)
                word += QLatin1Char((at % 2 == 0 ? "tnshrdlcmwfgypbvkjxqz" : "eaoiu")[std::min<std::size_t>(static_cast<std::size_t>(m_random() % 21 * (m_random() % 100) / 100), at % 2 == 0 ? 20 : 4)]);
            m_words.push_back(word);
            weights.push_back(1 / (i + 2.7));
        }
        m_pick = std::discrete_distribution<int>(weights.begin(), weights.end());
    }
    [[nodiscard]] const QString &word(int rank) const { return m_words[static_cast<std::size_t>(rank)]; }
    QString text(int least, int most)
    {
        const int length = std::uniform_int_distribution<int>(least, most)(m_random);
        QString text;
        text.reserve(length + 16);
        while (text.size() < length) {
            text += m_words[static_cast<std::size_t>(m_pick(m_random))];
            text += m_random() % 12 == 0 ? QStringLiteral(".\n") : QStringLiteral(" ");
            if (m_random() % 4000 == 0)
                text += QStringLiteral("東京都の港 ");
            if (m_random() % 4000 == 0)
                text += QStringLiteral("Café ");
        }
        return text;
    }
    std::mt19937 &random() { return m_random; }

private:
    std::mt19937 m_random {1};
    std::vector<QString> m_words;
    std::discrete_distribution<int> m_pick;
};

template <class Work>
void measure(const char *name, int times, Work &&work)
{
    std::vector<double> spans;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        spans.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(spans.begin(), spans.end());
    const auto at = [&spans](double part) { return spans[std::min(spans.size() - 1, static_cast<std::size_t>(part * static_cast<double>(spans.size())))]; };
    out() << "| " << name << " | " << QString::number(at(0.5), 'f', 2) << " | " << QString::number(at(0.99), 'f', 2) << " |\n";
    out().flush();
}

void make(const QString &path, int messages)
{
    SystemTime time;
    auto archive = Archive::open(path, time);
    if (!archive)
        qFatal("%s", qPrintable(archive.error().detail));
    Talker talker;
    qint64 letters = 0;
    int made = 0;
    const int conversations = std::max(2, messages / 50);
    const WallTime begin = time.wall() - years;
    QElapsedTimer timer;
    timer.start();
    for (int c = 0; c < conversations && made < messages; ++c) {
        const WallTime at = begin + std::chrono::duration_cast<std::chrono::milliseconds>(years) * c / conversations;
        Conversation conversation;
        conversation.id = ConversationId(makeIdText(at));
        conversation.title = talker.text(12, 40).simplified();
        conversation.createdAt = at;
        conversation.updatedAt = at;
        // One long one in the middle; the others share the rest.
        const int count = c == conversations / 2 ? 10'000 : std::min(messages - made, 2 * std::uniform_int_distribution<int>(4, 45)(talker.random()));
        std::vector<Message> all;
        TurnId before;
        for (int i = 0; i < count; ++i) {
            Message message;
            message.at = at + std::chrono::seconds(20) * i;
            message.id = MessageId(makeIdText(message.at));
            message.conversation = conversation.id;
            const bool asks = i % 2 == 0;
            if (asks) {
                message.turn = TurnId(makeIdText(message.at));
                message.after = before;
                before = message.turn;
            } else {
                message.turn = before;
                message.model = QStringLiteral("claude-sonnet-4-5");
                message.route = RouteId(QStringLiteral("anthropic/sonnet"));
                message.attempts = 1;
                message.usage.input = 900;
                message.usage.output = 400;
            }
            message.role = asks ? Role::User : Role::Assistant;
            message.state = asks ? MessageState::Sent : MessageState::Complete;
            message.text = asks ? talker.text(30, 400) : talker.text(200, 4000);
            letters += message.text.toUtf8().size();
            all.push_back(std::move(message));
        }
        made += count;
        if (const auto added = archive->add(conversation, all); !added)
            qFatal("%s", qPrintable(added.error().detail));
    }
    out() << made << " messages in " << conversations << " conversations, " << letters / 1'000'000 << " MB of text, written in " << timer.restart() / 1000 << " s\n";
    out().flush();
    for (;;) {
        const auto more = archive->indexSome(4000);
        if (!more)
            qFatal("%s", qPrintable(more.error().detail));
        if (!*more)
            break;
    }
    out() << "indexed in " << timer.elapsed() / 1000 << " s\n";
    archive = tl::unexpected(Fault {});
    out() << "database " << QFileInfo(path).size() / 1'000'000 << " MB, " << QString::number(static_cast<double>(QFileInfo(path).size()) / static_cast<double>(letters), 'f', 2)
          << " times the text\n";
    out().flush();
}

void search(const QString &path)
{
    auto searcher = Searcher::open(path);
    if (!searcher)
        qFatal("%s", qPrintable(searcher.error().detail));
    Talker words;
    std::mt19937 random(7);
    const auto rank = [&random](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
    const auto run = [&searcher](const QString &text, SearchOrder order) {
        const auto answer = searcher->find({parseSearch(text), order});
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
    };
    for (const SearchOrder order : {SearchOrder::NewestFirst, SearchOrder::BestFirst}) {
        out() << (order == SearchOrder::NewestFirst ? "newest first" : "best first") << "\n| search | p50 ms | p99 ms |\n|---|--:|--:|\n";
        measure("a common word", 300, [&](int) { run(words.word(rank(0, 200)) + QLatin1Char(' '), order); });
        measure("a rare word", 300, [&](int) { run(words.word(rank(5'000, vocabulary - 1)) + QLatin1Char(' '), order); });
        measure("two words", 300, [&](int) { run(words.word(rank(0, 2'000)) + QLatin1Char(' ') + words.word(rank(0, 2'000)) + QLatin1Char(' '), order); });
        measure("two rare words", 300, [&](int) { run(words.word(rank(5'000, 40'000)) + QLatin1Char(' ') + words.word(rank(5'000, 40'000)) + QLatin1Char(' '), order); });
        for (const int length : {1, 2, 3, 4})
            measure(qPrintable(QStringLiteral("a beginning of %1").arg(length)), 300, [&](int) { run(words.word(rank(500, 20'000)).left(length), order); });
        measure("a phrase of two common words", 100, [&](int) { run(QLatin1Char('"') + words.word(rank(0, 50)) + QLatin1Char(' ') + words.word(rank(0, 50)) + QLatin1Char('"'), order); });
        measure("a phrase that hardly stands anywhere", 100, [&](int) { run(QLatin1Char('"') + words.word(rank(100, 1'000)) + QLatin1Char(' ') + words.word(rank(100, 1'000)) + QLatin1Char('"'), order); });
        measure("part of a Japanese text", 100, [&](int) { run(QStringLiteral("京都の"), order); });
        measure("one Han character", 100, [&](int) { run(QStringLiteral("港"), order); });
        measure("accents", 100, [&](int) { run(QStringLiteral("CAFÉ "), order); });
        measure("from:model and a common word", 100, [&](int) { run(words.word(rank(0, 200)) + QStringLiteral(" from:model "), order); });
    }
}

void use(const QString &path)
{
    SystemTime time;
    out() << "| what | p50 ms | p99 ms |\n|---|--:|--:|\n";
    measure("open the file and read what a start needs", 5, [&](int) {
        auto archive = Archive::open(path, time);
        if (!archive || !archive->snapshot())
            qFatal("not opened");
    });
    auto archive = Archive::open(path, time);
    if (!archive)
        qFatal("not opened");
    auto database = Database::open(path, Database::Mode::ReadOnly);
    auto longest = database->run(QStringLiteral("SELECT conversation FROM message GROUP BY conversation ORDER BY count(*) DESC LIMIT 1"));
    if (!longest || !longest->next())
        qFatal("no conversation");
    const auto id = idAt<ConversationId>(longest->value(0));
    longest->finish();
    measure("read a conversation of 10,000 messages", 10, [&](int) {
        if (!archive->messages(id))
            qFatal("not read");
    });
    // As the window does it: read, into the Library, laid out and painted.
    Library shown;
    TranscriptView view;
    view.setLibrary(&shown);
    view.resize(1100, 800);
    view.show();
    const auto first = archive->snapshot();
    for (const Conversation &each : first->conversations)
        shown.addConversation(each);
    const auto show = [&](std::optional<int> newest) {
        auto said = archive->messages(id, newest);
        if (!said)
            qFatal("not read");
        shown.setMessages(id, std::move(*said));
        view.grab();
    };
    const auto leave = [&] {
        view.showConversation({});
        shown.setMessages(id, {});
        view.showConversation(id);
    };
    // The newest first, as StoreThread::messages tells them.
    measure("open it, to its first paint", 50, [&](int) {
        leave();
        show(64);
    });
    measure("open it, to all of it painted", 10, [&](int) {
        leave();
        show(64);
        show({});
    });
    measure("the list of all conversations, made and painted", 5, [&](int) {
        FakeOutbox quiet;
        for (const Conversation &each : first->conversations)
            quiet.library.addConversation(each);
        Sidebar sidebar(quiet.library, quiet.outbox, quiet.time, quiet.time);
        sidebar.resize(268, 800);
        sidebar.grab();
    });
    Talker talker;
    Conversation conversation;
    conversation.id = ConversationId(makeIdText(time.wall()));
    conversation.title = QStringLiteral("Appended");
    std::vector<TurnState> turns;
    measure("accept a question", 1000, [&](int) {
        Message question;
        question.at = time.wall();
        question.id = MessageId(makeIdText(question.at));
        question.conversation = conversation.id;
        question.turn = TurnId(makeIdText(question.at));
        question.text = talker.text(30, 400);
        turns.push_back(TurnState {});
        turns.back().id = question.turn;
        turns.back().conversation = conversation.id;
        turns.back().question = question.id;
        if (!archive->accept(conversation, question, turns.back()))
            qFatal("not accepted");
    });
    measure("settle it with its answer", 1000, [&](int i) {
        Message answer;
        answer.at = time.wall();
        answer.id = MessageId(makeIdText(answer.at));
        answer.conversation = conversation.id;
        answer.turn = turns[static_cast<std::size_t>(i)].id;
        answer.role = Role::Assistant;
        answer.state = MessageState::Complete;
        answer.text = talker.text(200, 4000);
        turns[static_cast<std::size_t>(i)].phase = TurnPhase::Answered;
        if (!archive->settle(turns[static_cast<std::size_t>(i)], answer))
            qFatal("not settled");
    });
    measure("append a piece of an answer", 1000, [&](int) {
        if (!archive->appendPiece(MessageId(turns.front().question), QStringLiteral("some more words ")))
            qFatal("not appended");
    });
    measure("index 32 messages", 60, [&](int) {
        if (!archive->indexSome(32))
            qFatal("not indexed");
    });
    if (!archive->removeConversation(conversation.id))
        qFatal("not removed");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        out() << "bench_store FOLDER [MESSAGES]: makes FOLDER/breakwater.db unless it is there, and measures with it.\n";
        return 2;
    }
    QDir().mkpath(arguments[1]);
    const QString path = arguments[1] + QLatin1String("/breakwater.db");
    if (!QFileInfo::exists(path))
        make(path, arguments.size() > 2 ? arguments[2].toInt() : 1'000'000);
    use(path);
    search(path);
    return 0;
}
