// SPDX-License-Identifier: GPL-3.0-or-later
//
// The transcript: what a delta, an opening, a frame of scrolling cost. Offscreen, without a clock of its own: each
// measure lays out and paints at once, as the next frame would.
#include "core/chat/library.h"
#include "ui/transcript/transcriptview.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFile>
#include <QScrollBar>

#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace breakwater;

namespace {

const ConversationId here {QStringLiteral("here")};
const MessageId grown {QStringLiteral("grown")};
constexpr int deltaSize = 20;

/// The last four are each one block that goes on.
enum Shape { Prose, List, Table, Code, Item, ItemCode, Row, Word };
const char *const shapeNames[] = {"prose", "list", "table", "code", "item", "item_code", "row", "word"};

/// Words that follow from a number: every run measures the same text.
class Talker
{
public:
    explicit Talker(unsigned seed)
        : m_state(seed * 2654435761u + 1)
    {
    }
    unsigned below(unsigned bound)
    {
        m_state = m_state * 1664525u + 1013904223u;
        return (m_state >> 8) % bound;
    }
    QString words(unsigned count)
    {
        static const QStringList vocabulary =
            QStringLiteral("the tide turns about fifty minutes later each day because moon goes on its way while earth "
                           "beneath it harbour water "
                           "rises falls between two marks on stone wall and nobody who lives there has ever needed "
                           "table to know when boats float")
                .split(QLatin1Char(' '));
        QString text;
        for (unsigned i = 0; i < count; ++i) {
            if (i > 0)
                text += QLatin1Char(' ');
            const QString word = vocabulary[below(static_cast<unsigned>(vocabulary.size()))];
            switch (below(24)) {
            case 0:
                text += QStringLiteral("**") + word + QStringLiteral("**");
                break;
            case 1:
                text += QStringLiteral("`") + word + QStringLiteral("`");
                break;
            case 2:
                text += QStringLiteral("*") + word + QStringLiteral("*");
                break;
            default:
                text += word;
            }
        }
        return text;
    }

private:
    unsigned m_state;
};

QString textOf(Shape shape, qsizetype size)
{
    Talker talker(static_cast<unsigned>(shape));
    QString text;
    text.reserve(size + 1'000);
    if (shape == Table)
        text = QStringLiteral("| port | high water | low water | remark |\n|---|--:|--:|---|\n");
    if (shape == Code)
        text = QStringLiteral("```cpp\n");
    if (shape == Item)
        text = QStringLiteral("- ");
    if (shape == ItemCode)
        text = QStringLiteral("- so\n\n  ```cpp\n");
    if (shape == Row)
        text = QStringLiteral("| a | b |\n|---|---|\n| one | ");
    while (text.size() < size) {
        switch (shape) {
        case Prose:
            text += talker.words(30 + talker.below(90)) + QStringLiteral(".\n\n");
            break;
        case List:
            text += QStringLiteral("- ") + talker.words(6 + talker.below(20)) + QLatin1Char('\n');
            break;
        case Table:
            text += QStringLiteral("| %1 | %2:%3 | %4:%5 | %6 |\n")
                        .arg(talker.words(2))
                        .arg(talker.below(24))
                        .arg(10 + talker.below(50))
                        .arg(talker.below(24))
                        .arg(10 + talker.below(50))
                        .arg(talker.words(6));
            break;
        case Item:
        case Row:
            text += talker.words(30) + QLatin1Char(' ');
            break;
        case Word:
            text += QString::number(talker.below(1'000'000'000), 36);
            break;
        case ItemCode:
            text += QLatin1String("  ");
            [[fallthrough]];
        case Code:
            text += QStringLiteral("    const auto value%1 = table.at(%2) + \"text\"; // %3\n")
                        .arg(talker.below(900))
                        .arg(talker.below(90))
                        .arg(talker.below(9));
            break;
        }
    }
    return text;
}

/// As people and models write: most short, some long, with what Markdown has.
QString mixedText(unsigned i)
{
    Talker talker(i + 17);
    switch (i % 20) {
    case 3:
        return talker.words(20) + QStringLiteral(":\n\n```cpp\nint main()\n{\n    return tide(") + QString::number(i)
            + QStringLiteral(");\n}\n```\n\n") + talker.words(25);
    case 7:
        return talker.words(15) + QStringLiteral("\n\n- ") + talker.words(9) + QStringLiteral("\n- ") + talker.words(14)
            + QStringLiteral("\n- ") + talker.words(7);
    case 11:
        return QStringLiteral("## ") + talker.words(4) + QStringLiteral("\n\n") + talker.words(60)
            + QStringLiteral("\n\n| a | b |\n|---|---|\n| ") + talker.words(3) + QStringLiteral(" | ") + talker.words(3)
            + QStringLiteral(" |");
    case 15:
        return talker.words(120) + QStringLiteral("\n\n") + talker.words(90) + QStringLiteral("\n\n> ")
            + talker.words(20);
    default:
        if (i % 2 == 0)
            return talker.words(12) + QLatin1Char('?');
        return talker.words(45) + QStringLiteral(".\n\n") + talker.words(20) + QLatin1Char('.');
    }
}

std::vector<Message> longConversation(int count)
{
    std::vector<Message> messages;
    messages.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Message made;
        made.id = MessageId(QStringLiteral("m%1").arg(i));
        made.turn = TurnId(QStringLiteral("t%1").arg(i / 2));
        made.conversation = here;
        made.role = i % 2 == 0 ? Role::User : Role::Assistant;
        made.text = mixedText(static_cast<unsigned>(i));
        made.state = i % 2 == 0 ? MessageState::Sent : MessageState::Complete;
        made.at = WallTime(std::chrono::milliseconds(1'700'000'000'000 + i * 60'000LL));
        if (i % 2 == 0 && i > 0)
            made.after = TurnId(QStringLiteral("t%1").arg(i / 2 - 1));
        messages.push_back(made);
    }
    return messages;
}

/// A window's worth of transcript.
struct Stage
{
    Library library;
    TranscriptView view;

    explicit Stage(std::vector<Message> messages = {})
    {
        Conversation conversation;
        conversation.id = here;
        library.addConversation(conversation, std::move(messages));
        view.setLibrary(&library);
        view.resize(1100, 800);
        view.show();
        QCoreApplication::processEvents();
    }
    void paint() { view.viewport()->repaint(); }
    /// All that was marked as changed, no more than a frame would.
    void paintChanged()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // widgets of rows that went out of sight
    }
};

/// What this thread computed: waiting for a processor that others use does not count, and there is nothing else to wait for.
struct Clock
{
    using time_point = std::chrono::nanoseconds;
    static time_point now()
    {
        timespec at {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return std::chrono::seconds(at.tv_sec) + std::chrono::nanoseconds(at.tv_nsec);
    }
};

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

class Samples
{
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    void report(benchmark::State &state, const std::string &prefix = {})
    {
        if (m_all.empty())
            return;
        std::sort(m_all.begin(), m_all.end());
        const auto at = [this](double share) {
            return m_all[static_cast<std::size_t>(share * static_cast<double>(m_all.size() - 1))];
        };
        state.counters[prefix + "p50_ms"] = at(0.5);
        state.counters[prefix + "p99_ms"] = at(0.99);
        state.counters[prefix + "max_ms"] = m_all.back();
    }

private:
    std::vector<double> m_all;
};

void deltas(benchmark::State &state, Shape shape, qsizetype before)
{
    const auto count = static_cast<qsizetype>(state.max_iterations);
    const QString whole = textOf(shape, before + (count + 2) * deltaSize);
    Stage stage;
    Message answer;
    answer.id = grown;
    answer.conversation = here;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.text = whole.left(before);
    stage.library.appendMessage(answer);
    stage.view.showConversation(here);
    stage.paint();
    stage.paintChanged();

    Samples layout;
    Samples paint;
    Samples both;
    qsizetype at = before;
    for (auto _ : state) {
        const auto begin = Clock::now();
        stage.library.appendText(here, grown, whole.mid(at, deltaSize));
        stage.view.flush();
        const double laidOut = millisecondsSince(begin);
        stage.paintChanged();
        const double all = millisecondsSince(begin);
        at += deltaSize;
        layout.add(laidOut);
        paint.add(all - laidOut);
        both.add(all);
        state.SetIterationTime(all / 1'000);
    }
    both.report(state);
    layout.report(state, "layout_");
    paint.report(state, "paint_");
}

void opening(benchmark::State &state)
{
    Stage stage(longConversation(10'000));
    Samples samples;
    for (auto _ : state) {
        stage.view.showConversation(ConversationId(QStringLiteral("none")));
        stage.paintChanged();
        const auto begin = Clock::now();
        stage.view.showConversation(here);
        stage.paint();
        const double took = millisecondsSince(begin);
        samples.add(took);
        state.SetIterationTime(took / 1'000);
    }
    samples.report(state);
}

Message longAnswer(Shape shape, qsizetype size)
{
    Message answer;
    answer.id = grown;
    answer.conversation = here;
    answer.role = Role::Assistant;
    answer.state = MessageState::Complete;
    answer.text = textOf(shape, size);
    return answer;
}

/// An answer that was written long ago, seen for the first time.
void openingOne(benchmark::State &state, Shape shape, qsizetype size)
{
    Stage stage({longAnswer(shape, size)});
    Samples samples;
    for (auto _ : state) {
        stage.view.showConversation(ConversationId(QStringLiteral("none")));
        stage.paintChanged();
        const auto begin = Clock::now();
        stage.view.showConversation(here);
        stage.paint();
        const double took = millisecondsSince(begin);
        samples.add(took);
        state.SetIterationTime(took / 1'000);
    }
    samples.report(state);
}

/// Up through such an answer, a notch of the wheel a frame.
void scrollingOne(benchmark::State &state, Shape shape, qsizetype size)
{
    Stage stage({longAnswer(shape, size)});
    stage.view.showConversation(here);
    stage.paint();
    QScrollBar &bar = *stage.view.verticalScrollBar();
    Samples samples;
    for (auto _ : state) {
        const auto begin = Clock::now();
        bar.setValue(bar.value() - 60);
        stage.paintChanged();
        const double took = millisecondsSince(begin);
        samples.add(took);
        state.SetIterationTime(took / 1'000);
    }
    samples.report(state);
}

/// From the end up and from the beginning down, a notch of the wheel (60 px) a frame.
void scrolling(benchmark::State &state, bool upward)
{
    Stage stage(longConversation(10'000));
    stage.view.showConversation(here);
    QScrollBar &bar = *stage.view.verticalScrollBar();
    if (!upward)
        bar.setValue(0);
    stage.paint();
    stage.paintChanged();
    Samples samples;
    for (auto _ : state) {
        const auto begin = Clock::now();
        bar.setValue(bar.value() + (upward ? -60 : 60));
        stage.paintChanged();
        const double took = millisecondsSince(begin);
        samples.add(took);
        state.SetIterationTime(took / 1'000);
    }
    samples.report(state);
}

void jumping(benchmark::State &state)
{
    Stage stage(longConversation(10'000));
    stage.view.showConversation(here);
    stage.paint();
    QScrollBar &bar = *stage.view.verticalScrollBar();
    Talker chance(4);
    Samples samples;
    for (auto _ : state) {
        const int value = static_cast<int>(chance.below(static_cast<unsigned>(bar.maximum())));
        const auto begin = Clock::now();
        bar.setValue(value);
        stage.paintChanged();
        const double took = millisecondsSince(begin);
        samples.add(took);
        state.SetIterationTime(took / 1'000);
    }
    samples.report(state);
}

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Over an empty transcript: the messages themselves, then what showing them adds, then what 2,000 frames of scrolling
/// add.
void memory(benchmark::State &state)
{
    for (auto _ : state) {
        Stage stage;
        {
            Message one; // what any text loads once: fonts, tables of characters
            one.id = grown;
            one.conversation = here;
            one.role = Role::Assistant;
            one.text = mixedText(3) + mixedText(11);
            stage.library.appendMessage(one);
            stage.view.showConversation(here);
            stage.paint();
            stage.library.removeMessage(here, grown);
            stage.paint();
        }
        const double empty = residentMegabytes();
        std::vector<Message> messages = longConversation(10'000);
        const double texts = residentMegabytes();
        stage.library.setMessages(here, std::move(messages));
        stage.paint();
        const double shown = residentMegabytes();
        const auto begin = Clock::now();
        QScrollBar &bar = *stage.view.verticalScrollBar();
        for (int i = 0; i < 2'000; ++i) {
            bar.setValue(bar.value() - 600);
            stage.paintChanged();
            QCoreApplication::processEvents(); // else what widgets post to each other piles up, as it does in no window
        }
        state.SetIterationTime(millisecondsSince(begin) / 1'000);
        state.counters["messages_MB"] = texts - empty;
        state.counters["opened_MB"] = shown - empty;
        state.counters["scrolled_MB"] = residentMegabytes() - empty;
    }
}

void timed(const std::string &name, const std::function<void(benchmark::State &)> &run, int iterations)
{
    benchmark::RegisterBenchmark(name.c_str(), run)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond)
        ->Iterations(iterations);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    // First: what others leave behind would be counted.
    timed("memory/10000", memory, 1);
    for (const Shape shape : {Prose, List, Table, Code, Item, ItemCode, Row, Word}) {
        for (const qsizetype before : {5'000, 50'000, 500'000}) {
            const std::string name = std::string("delta/") + shapeNames[shape] + "/" + std::to_string(before);
            timed(
                name, [shape, before](benchmark::State &state) { deltas(state, shape, before); }, 500);
        }
    }
    timed("open/10000", opening, 30);
    for (const Shape shape : {Prose, List, Table, Code, Item, ItemCode, Row, Word})
        timed(
            std::string("open_one/") + shapeNames[shape] + "/500000",
            [shape](benchmark::State &state) { openingOne(state, shape, 500'000); }, 10);
    for (const Shape shape : {Prose, List, Table, Code, Item, ItemCode, Row, Word})
        timed(
            std::string("scroll_one/") + shapeNames[shape] + "/500000",
            [shape](benchmark::State &state) { scrollingOne(state, shape, 500'000); }, 1'000);
    timed(
        "scroll/up", [](benchmark::State &state) { scrolling(state, true); }, 2'000);
    timed(
        "scroll/down", [](benchmark::State &state) { scrolling(state, false); }, 2'000);
    timed("jump", jumping, 200);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
