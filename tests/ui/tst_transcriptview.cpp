// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"
#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/retrycard.h"
#include "ui/transcript/thinkingfold.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/questionactions.h"
#include "ui/transcript/versionstrip.h"

#include <QtTest>

#include <QClipboard>
#include <QScrollBar>

#include <map>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ConversationId here {QStringLiteral("here")};
const RouteId sonnet {QStringLiteral("sonnet")};
const RouteId haiku {QStringLiteral("haiku")};

/// A view on a library of its own, with turns that a test sets.
struct Stage
{
    FakeTime time;
    Library library;
    RouteTable routes;
    std::map<TurnId, TurnState> turns;
    TranscriptView view;

    Stage()
    {
        Conversation conversation;
        conversation.id = here;
        library.addConversation(conversation);
        Provider provider;
        provider.id = ProviderId(QStringLiteral("p"));
        provider.name = QStringLiteral("Anthropic");
        routes.providers = {provider};
        routes.routes = {{sonnet, provider.id, QStringLiteral("claude-sonnet-4-5"), QStringLiteral("Claude Sonnet 4.5")},
            {haiku, provider.id, QStringLiteral("claude-haiku-4-5"), QStringLiteral("Claude Haiku 4.5")}};
        view.setLibrary(&library);
        view.setTurns(
            [this](const TurnId &id) {
                const auto found = turns.find(id);
                return found == turns.end() ? nullptr : &found->second;
            },
            [this] { return &routes; }, time);
        view.resize(700, 400);
        view.showConversation(here);
        view.show();
    }

    static Message message(const QString &id, const QString &turn, Role role, const QString &text, MessageState state)
    {
        Message made;
        made.id = MessageId(id);
        made.turn = TurnId(turn);
        made.conversation = here;
        made.role = role;
        made.text = text;
        made.state = state;
        made.at = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h;
        if (role == Role::Assistant)
            made.model = QStringLiteral("claude-sonnet-4-5");
        return made;
    }
    void ask(int i, const QString &text = QStringLiteral("A question about the tide?"))
    {
        Message question = message(QStringLiteral("q%1").arg(i), QStringLiteral("t%1").arg(i), Role::User, text, MessageState::Sent);
        question.after = library.leaf(here);
        library.appendMessage(question);
    }
    void answer(int i, const QString &text = QStringLiteral("High water comes about fifty minutes later each day.\n\nSo it is."),
        MessageState state = MessageState::Complete)
    {
        library.appendMessage(message(QStringLiteral("a%1").arg(i), QStringLiteral("t%1").arg(i), Role::Assistant, text, state));
    }
    void fill(int count)
    {
        for (int i = 0; i < count; ++i) {
            ask(i);
            answer(i);
        }
        // The gathered changes are laid out at the next frame.
        QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0 || count < 4);
        QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    }
    void append(int i, const QString &text) { library.appendText(here, MessageId(QStringLiteral("a%1").arg(i)), text); }
    TurnState &turn(int i, TurnPhase phase)
    {
        TurnState state;
        state.id = TurnId(QStringLiteral("t%1").arg(i));
        state.conversation = here;
        state.phase = phase;
        state.accepted = time.now();
        ChainStep first;
        first.route = sonnet;
        first.overloadedTries = 6;
        ChainStep second;
        second.route = haiku;
        state.chain.steps = {first, second};
        Fault fault;
        fault.kind = FaultKind::Overloaded;
        Attempt attempt;
        attempt.route = sonnet;
        attempt.fault = fault;
        attempt.endedAfter = 1s;
        state.attempts = {attempt};
        state.fault = fault;
        if (phase == TurnPhase::Waiting)
            state.wait = Wait {time.now(), time.now() + 10s};
        return turns.insert_or_assign(state.id, state).first->second;
    }
    /// An answer that broke off, and its turn asked anew.
    void setAside(int i, TurnPhase phase, const QString &text = QStringLiteral("The tide turns at noon.\n\nAnd then it"))
    {
        turn(i, phase).fault->kind = FaultKind::Truncated;
        ask(i);
        answer(i, text, MessageState::SetAside);
        view.turnChanged(TurnId(QStringLiteral("t%1").arg(i)));
    }
    void answerAnew(int i, MessageState state = MessageState::Complete)
    {
        Message second = message(QStringLiteral("b%1").arg(i), QStringLiteral("t%1").arg(i), Role::Assistant, QStringLiteral("The tide turns at one."), state);
        turns.at(second.turn).answer = second.id;
        turns.at(second.turn).phase = state == MessageState::Streaming ? TurnPhase::Streaming : TurnPhase::Answered;
        turns.at(second.turn).wait.reset();
        library.appendMessage(second);
    }
    [[nodiscard]] bool shows(const QString &text)
    {
        view.selectAll();
        return view.selectedText().contains(text);
    }
    AnswerFooter *footer(AnswerFooter::State state) const
    {
        for (AnswerFooter *each : view.viewport()->findChildren<AnswerFooter *>()) {
            if (!each->isHidden() && each->state() == state)
                return each;
        }
        return nullptr;
    }
    template <class Widget>
    Widget *seen() const
    {
        for (Widget *widget : view.viewport()->findChildren<Widget *>()) {
            if (!widget->isHidden())
                return widget;
        }
        return nullptr;
    }
    Button *button(const QWidget *in, const QString &text) const
    {
        for (Button *one : in->findChildren<Button *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
};

} // namespace

class TranscriptViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAtTheEnd()
    {
        Stage stage;
        stage.fill(30);
        QVERIFY(stage.view.sticksToEnd());
        QCOMPARE(stage.view.verticalScrollBar()->value(), stage.view.verticalScrollBar()->maximum());
    }

    void whatAModelThinksIsFoldedUntilItIsWanted()
    {
        Stage stage;
        stage.ask(0);
        stage.turn(0, TurnPhase::Sending).attempts.back() = {};
        stage.answer(0, {}, MessageState::Streaming);
        stage.library.appendThinking(here, MessageId(QStringLiteral("a0")), QStringLiteral("Mass attracts.\n\nSo the moon does."));
        QTRY_VERIFY(stage.seen<ThinkingFold>());
        ThinkingFold *fold = stage.seen<ThinkingFold>();
        QCOMPARE(fold->text(), QStringLiteral("Thinking"));
        QVERIFY(!fold->isChecked());
        const int folded = stage.footer(AnswerFooter::State::Writing)->y();
        QVERIFY(stage.footer(AnswerFooter::State::Writing)->words().contains(QStringLiteral("is thinking")));
        QTest::mouseClick(fold, Qt::LeftButton);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::Writing)->y() > folded + 40); // it is seen
        QVERIFY(fold->isChecked());
        QTest::mouseClick(fold, Qt::LeftButton);
        QTRY_COMPARE(stage.footer(AnswerFooter::State::Writing)->y(), folded);
    }

    void anAnswerSaysHowLongItWasThoughtAbout()
    {
        Stage stage;
        stage.ask(0);
        Message answer = Stage::message(QStringLiteral("a0"), QStringLiteral("t0"), Role::Assistant, QStringLiteral("The moon."), MessageState::Complete);
        answer.thoughts = {{{}, QStringLiteral("Sig"), {}}};
        answer.thoughtFor = 12s;
        stage.library.appendMessage(answer);
        QTRY_VERIFY(stage.seen<ThinkingFold>());
        QCOMPARE(stage.seen<ThinkingFold>()->text(), QStringLiteral("Thought for 12 s"));
        QVERIFY(!stage.seen<ThinkingFold>()->isEnabled()); // there is no summary to open
    }

    void showsWhatIsReadFromDiskLater()
    {
        Stage stage;
        stage.library.setMessages(here,
            {Stage::message(QStringLiteral("q"), QStringLiteral("t"), Role::User, QStringLiteral("Question"), MessageState::Sent),
                Stage::message(QStringLiteral("a"), QStringLiteral("t"), Role::Assistant, QStringLiteral("Answer"), MessageState::Complete)});
        QTRY_VERIFY(stage.seen<AnswerFooter>());
    }

    void laysOutOnlyWhatIsSeen()
    {
        Stage stage;
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("long"));
        std::vector<Message> messages;
        for (int i = 0; i < 10'000; ++i) {
            Message message = Stage::message(QStringLiteral("m%1").arg(i), QStringLiteral("t%1").arg(i / 2), i % 2 ? Role::Assistant : Role::User,
                QStringLiteral("Message %1 with **some** text.\n\n- one\n- two").arg(i), i % 2 ? MessageState::Complete : MessageState::Sent);
            message.conversation = conversation.id;
            if (i % 2 == 0 && i > 0)
                message.after = TurnId(QStringLiteral("t%1").arg(i / 2 - 1));
            messages.push_back(message);
        }
        stage.library.addConversation(conversation, messages);
        stage.view.showConversation(conversation.id);
        QVERIFY(stage.view.laidOutMessages() > 0);
        QVERIFY2(stage.view.laidOutMessages() < 12, qPrintable(QString::number(stage.view.laidOutMessages())));
        stage.view.verticalScrollBar()->setValue(stage.view.verticalScrollBar()->maximum() / 2);
        QVERIFY(stage.view.laidOutMessages() < 24);
        for (int i = 0; i < 400; ++i)
            stage.view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY2(stage.view.laidOutMessages() < 320, qPrintable(QString::number(stage.view.laidOutMessages())));
    }

    void aVersionStandsInThePlaceOfTheOther()
    {
        Stage stage;
        stage.fill(3);
        Message anew = Stage::message(QStringLiteral("q1b"), QStringLiteral("t1b"), Role::User, QStringLiteral("Put better."), MessageState::Sent);
        anew.after = TurnId(QStringLiteral("t0"));
        stage.library.appendMessage(anew);
        QTRY_VERIFY(stage.seen<VersionStrip>());
        QCOMPARE(stage.seen<VersionStrip>()->words(), QStringLiteral("2 of 2"));
        QVERIFY(stage.shows(QStringLiteral("Put better.")));
        QCOMPARE(stage.library.branch(here).size(), std::size_t(3)); // q0, a0, q1b

        QSignalSpy wanted(&stage.view, &TranscriptView::versionWanted);
        const auto buttons = stage.seen<VersionStrip>()->findChildren<IconButton *>();
        QVERIFY(buttons.at(0)->isEnabled());
        QVERIFY(!buttons.at(1)->isEnabled());
        QTest::mouseClick(buttons.at(0), Qt::LeftButton);
        QCOMPARE(wanted.front().front().value<TurnId>(), TurnId(QStringLiteral("t1")));
        QVERIFY(stage.library.showTurn(here, TurnId(QStringLiteral("t1"))));
        QVERIFY(!stage.shows(QStringLiteral("Put better.")));
        QCOMPARE(stage.library.leaf(here), TurnId(QStringLiteral("t2")));
    }

    void theQuestionUnderTheMouseCanBeEditedAndCopied()
    {
        Stage stage;
        stage.fill(8);
        QSignalSpy edit(&stage.view, &TranscriptView::editWanted);
        stage.view.verticalScrollBar()->setValue(0);
        const auto actions = [&] { return stage.seen<QuestionActions>(); };
        QVERIFY(!actions());
        const auto move = [&](const QPoint &point) {
            QMouseEvent event(QEvent::MouseMove, QPointF(point), QPointF(stage.view.viewport()->mapToGlobal(point)), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(stage.view.viewport(), &event);
        };
        move({stage.view.viewport()->width() / 2, 60});
        QVERIFY(actions());
        QTest::mouseClick(actions()->findChild<QAbstractButton *>(QStringLiteral("editQuestion")), Qt::LeftButton);
        QCOMPARE(edit.front().front().value<TurnId>(), TurnId(QStringLiteral("t0")));
        QTest::mouseClick(actions()->findChild<QAbstractButton *>(QStringLiteral("copyQuestion")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("A question about the tide?"));
        const int before = actions()->y();
        stage.view.verticalScrollBar()->setValue(10);
        QCOMPARE(actions()->y(), before - 10); // it stays with its question
        move({stage.view.viewport()->width() / 2, 200});
        QVERIFY(!actions()); // an answer
    }

    void anAnswerOfAnotherBranchChangesNothingHere()
    {
        Stage stage;
        stage.fill(2);
        stage.ask(5);
        stage.library.showTurn(here, TurnId(QStringLiteral("t1")));
        Message anew = Stage::message(QStringLiteral("q1b"), QStringLiteral("t1b"), Role::User, QStringLiteral("Put better."), MessageState::Sent);
        anew.after = TurnId(QStringLiteral("t0"));
        stage.library.appendMessage(anew);
        stage.library.showTurn(here, TurnId(QStringLiteral("t1")));
        const auto before = stage.library.branch(here).size();
        Message answer = Stage::message(QStringLiteral("a1b"), QStringLiteral("t1b"), Role::Assistant, QStringLiteral("Elsewhere."), MessageState::Complete);
        stage.library.appendMessage(answer);
        QCOMPARE(stage.library.branch(here).size(), before);
        stage.view.selectAll();
        QVERIFY(!stage.view.selectedText().contains(QStringLiteral("Elsewhere.")));
    }

    void anAnswerThatComesLateStandsBelowItsQuestion()
    {
        Stage stage;
        stage.ask(0, QStringLiteral("first question"));
        stage.ask(1, QStringLiteral("second question"));
        stage.answer(0, QStringLiteral("first answer"));
        stage.view.selectAll();
        const QString all = stage.view.selectedText();
        QVERIFY2(all.indexOf(QStringLiteral("first answer")) < all.indexOf(QStringLiteral("second question")), qPrintable(all));
    }

    void switchingVersionsKeepsThePlace()
    {
        Stage stage;
        stage.fill(20);
        Message anew = Stage::message(QStringLiteral("q10b"), QStringLiteral("t10b"), Role::User, QStringLiteral("Put better."), MessageState::Sent);
        anew.after = TurnId(QStringLiteral("t9"));
        stage.library.appendMessage(anew);
        QVERIFY(stage.library.showTurn(here, TurnId(QStringLiteral("t10"))));
        stage.view.scrollToMessage(MessageId(QStringLiteral("a9")));
        const auto place = stage.view.place();
        QVERIFY(stage.library.showTurn(here, TurnId(QStringLiteral("t10b"))));
        QVERIFY(stage.library.showTurn(here, TurnId(QStringLiteral("t10"))));
        stage.view.scrollToMessage(MessageId(QStringLiteral("a9")));
        QCOMPARE(stage.view.place(), place);
        // The row at the top is replaced itself: its other version stands there.
        stage.view.scrollToMessage(MessageId(QStringLiteral("q10")));
        QVERIFY(stage.library.showTurn(here, TurnId(QStringLiteral("t10b"))));
        QTRY_VERIFY(stage.seen<VersionStrip>());
        QCOMPARE(stage.seen<VersionStrip>()->words(), QStringLiteral("2 of 2"));
    }

    void followsTheEndWhileItIsNear()
    {
        Stage stage;
        stage.fill(20);
        stage.ask(20);
        stage.answer(20, QStringLiteral("Begun."), MessageState::Streaming);
        const int before = stage.view.verticalScrollBar()->maximum();
        for (int i = 0; i < 20; ++i)
            stage.append(20, QStringLiteral("\n\nAnother paragraph."));
        QTRY_VERIFY(stage.view.verticalScrollBar()->maximum() > before + 200);
        QCOMPARE(stage.view.verticalScrollBar()->value(), stage.view.verticalScrollBar()->maximum());
        QVERIFY(!stage.view.pillShown());
    }

    void keepsThePlaceWhileTextComesBelow()
    {
        Stage stage;
        stage.fill(20);
        stage.ask(20);
        stage.answer(20, QStringLiteral("Begun."), MessageState::Streaming);
        QTRY_COMPARE(stage.view.verticalScrollBar()->value(), stage.view.verticalScrollBar()->maximum());
        stage.view.verticalScrollBar()->setValue(stage.view.verticalScrollBar()->maximum() - 700);
        QVERIFY(!stage.view.sticksToEnd());
        const auto place = stage.view.place();
        QVERIFY(!stage.view.pillShown());
        const int before = stage.view.verticalScrollBar()->maximum();
        for (int i = 0; i < 20; ++i)
            stage.append(20, QStringLiteral("\n\nAnother paragraph."));
        QTRY_VERIFY(stage.view.pillShown());
        QCOMPARE(stage.view.place(), place);
        QVERIFY(stage.view.verticalScrollBar()->maximum() >= before);
        stage.view.findChild<Button *>(QStringLiteral("NewTextPill"))->click();
        QVERIFY(stage.view.sticksToEnd());
        QVERIFY(!stage.view.pillShown());
    }

    void aConversationIsOpenedWhereItWasLeft()
    {
        Stage stage;
        stage.fill(20);
        stage.view.verticalScrollBar()->setValue(stage.view.verticalScrollBar()->maximum() - 700);
        const auto place = stage.view.place();
        stage.view.showConversation(ConversationId(QStringLiteral("another")));
        QVERIFY(stage.view.sticksToEnd());
        stage.ask(20); // and an answer while nobody looks
        stage.answer(20);
        stage.view.showConversation(here);
        QCOMPARE(stage.view.place(), place);
        QVERIFY(!stage.view.sticksToEnd());
        stage.view.scrollToEnd();
        stage.view.showConversation(ConversationId(QStringLiteral("another")));
        stage.view.showConversation(here);
        QVERIFY(stage.view.sticksToEnd());
    }

    void olderMessagesThatComeLaterLeaveWhatIsShownInItsPlace()
    {
        Stage stage;
        stage.fill(40);
        const std::vector<Message> all = stage.library.messages(here);
        const std::vector<Message> newest(all.end() - 20, all.end());
        stage.library.setMessages(here, newest);
        stage.view.showConversation(here);
        QVERIFY(stage.view.sticksToEnd());
        const QImage atEnd = stage.view.viewport()->grab().toImage();
        stage.library.setMessages(here, all);
        QVERIFY(stage.view.sticksToEnd());
        QCOMPARE(stage.view.viewport()->grab().toImage(), atEnd);

        stage.library.setMessages(here, newest);
        stage.view.scrollToMessage(newest[newest.size() - 9].id);
        const auto place = stage.view.place();
        stage.library.setMessages(here, all);
        QCOMPARE(stage.view.place(), place);
        QVERIFY(!stage.view.sticksToEnd());
        // And what is another text now is shown as that.
        std::vector<Message> others = all;
        for (Message &message : others)
            message.text = QStringLiteral("Another text");
        stage.library.setMessages(here, others);
        stage.view.selectAll();
        QVERIFY(!stage.view.selectedText().contains(all.back().text));
    }

    void aReaderLeavesTheEndByTheSmallestStep()
    {
        Stage stage;
        stage.fill(20);
        QScrollBar *bar = stage.view.verticalScrollBar();
        const int end = bar->maximum();
        bar->setValue(end - 10);
        QCOMPARE(bar->value(), end - 10);
        QVERIFY(stage.view.sticksToEnd()); // within 48 px
        bar->setValue(end - 60);
        QVERIFY(!stage.view.sticksToEnd());
    }

    void scrollingUpThroughEstimatesDoesNotJump()
    {
        Stage stage;
        for (int i = 0; i < 40; ++i) {
            stage.ask(i);
            stage.answer(i, i % 3 == 0 ? QStringLiteral("```cpp\n%1```").arg(QStringLiteral("line\n").repeated(30)) : QStringLiteral("| a | b |\n|---|---|\n| 1 | 2 |"));
        }
        QTRY_COMPARE(stage.view.verticalScrollBar()->value(), stage.view.verticalScrollBar()->maximum());
        QScrollBar *bar = stage.view.verticalScrollBar();
        bar->setValue(bar->maximum() - 100);
        for (int i = 0; i < 60 && bar->value() > 100; ++i) {
            const auto [row, offset] = stage.view.place();
            bar->setValue(bar->value() - 20);
            const auto [rowAfter, offsetAfter] = stage.view.place();
            if (rowAfter == row)
                QVERIFY(qAbs(offset - 20 - offsetAfter) < 1.01);
        }
        bar->setValue(0);
        QCOMPARE(stage.view.place(), std::pair(MessageId(QStringLiteral("q0")), 0.0));
    }

    void theCardStandsInTheAnswersPlace()
    {
        Stage stage;
        stage.fill(3);
        stage.turn(3, TurnPhase::Waiting);
        stage.ask(3);
        QTRY_VERIFY(stage.seen<RetryCard>());
        RetryCard *card = stage.seen<RetryCard>();
        QVERIFY(card->geometry().bottom() <= stage.view.viewport()->height());
        QSignalSpy tried(&stage.view, &TranscriptView::tryNowWanted);
        QSignalSpy used(&stage.view, &TranscriptView::useNextWanted);
        QSignalSpy kept(&stage.view, &TranscriptView::keepWanted);
        QSignalSpy cancelled(&stage.view, &TranscriptView::cancelWanted);
        for (const char *text : {"Try now", "Use Haiku now", "Keep in outbox", "Cancel"})
            stage.button(card, QString::fromLatin1(text))->click();
        for (const QSignalSpy *spy : {&tried, &used, &kept, &cancelled}) {
            QCOMPARE(spy->count(), 1);
            QCOMPARE(spy->first().first().value<TurnId>(), TurnId(QStringLiteral("t3")));
        }
        stage.turns.at(TurnId(QStringLiteral("t3"))).phase = TurnPhase::Answered;
        stage.answer(3);
        stage.view.turnChanged(TurnId(QStringLiteral("t3")));
        QTRY_VERIFY(!stage.seen<RetryCard>());
    }

    void theCardMovesWithTheText()
    {
        Stage stage;
        stage.fill(10);
        stage.turn(10, TurnPhase::Waiting);
        stage.ask(10);
        QTRY_VERIFY(stage.seen<RetryCard>());
        const int before = stage.seen<RetryCard>()->y();
        stage.view.verticalScrollBar()->setValue(stage.view.verticalScrollBar()->value() - 50);
        QCOMPARE(stage.seen<RetryCard>()->y(), before + 50);
        stage.view.verticalScrollBar()->setValue(0);
        QVERIFY(!stage.seen<RetryCard>());
    }

    void askingAgainWithTheMouseReadsNothingBehindTheRows()
    {
        Stage stage;
        stage.fill(2);
        connect(&stage.view, &TranscriptView::askAgainWanted, &stage.view, [&stage] {
            stage.library.appendMessage(Stage::message(QStringLiteral("q9"), QStringLiteral("t9"), Role::User, QStringLiteral("Once more?"), MessageState::Sent)); // beside the first
        });
        QTRY_VERIFY(stage.footer(AnswerFooter::State::Quiet) != nullptr);
        QAbstractButton *again = nullptr;
        for (QAbstractButton *each : stage.view.viewport()->findChildren<QAbstractButton *>()) {
            if (each->accessibleName() == QLatin1String("Ask again") && each->isVisible())
                again = each; // the lowest one
        }
        QVERIFY(again != nullptr);
        // Through the window: what hides under the pointer then tells the view of the pointer.
        QTest::mouseClick(stage.view.windowHandle(), Qt::LeftButton, {}, again->mapTo(&stage.view, again->rect().center()));
        QCOMPARE(stage.view.messageCount(), 1);
    }

    void anAnswerAfterTrialsHasItsBadge()
    {
        Stage stage;
        stage.ask(0);
        Message answer = Stage::message(QStringLiteral("a0"), QStringLiteral("t0"), Role::Assistant, QStringLiteral("Done."), MessageState::Complete);
        answer.attempts = 3;
        answer.fellBack = true;
        answer.took = 6'100ms;
        answer.model = QStringLiteral("claude-haiku-4-5");
        stage.library.appendMessage(answer);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QCOMPARE(stage.seen<AnswerFooter>()->state(), AnswerFooter::State::Quiet); // without a turn there is no record to open
        stage.turn(0, TurnPhase::Answered);
        stage.view.turnChanged(TurnId(QStringLiteral("t0")));
        AnswerFooter *footer = stage.seen<AnswerFooter>();
        QCOMPARE(footer->state(), AnswerFooter::State::Badge);
        QCOMPARE(footer->words(), QStringLiteral("answered by claude-haiku-4-5 after 3 attempts, 6.1 s"));
        QSignalSpy record(&stage.view, &TranscriptView::flightRecordWanted);
        footer->findChild<AnswerBadge *>()->click();
        QCOMPARE(record.count(), 1);
        QSignalSpy again(&stage.view, &TranscriptView::askAgainWanted);
        for (IconButton *button : footer->findChildren<IconButton *>())
            button->click();
        QCOMPARE(again.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Done."));
    }

    void aPlainAnswerIsQuiet()
    {
        Stage stage;
        stage.ask(0);
        Message answer = Stage::message(QStringLiteral("a0"), QStringLiteral("t0"), Role::Assistant, QStringLiteral("Done."), MessageState::Complete);
        answer.attempts = 1;
        stage.library.appendMessage(answer);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QCOMPARE(stage.seen<AnswerFooter>()->state(), AnswerFooter::State::Quiet);
        QVERIFY(stage.seen<AnswerFooter>()->words().startsWith(QStringLiteral("claude-sonnet-4-5, ")));
    }

    void aSilenceInsideAnAnswerIsNoticed()
    {
        Stage stage;
        stage.turn(0, TurnPhase::Streaming);
        stage.ask(0);
        stage.answer(0, QStringLiteral("Begun"), MessageState::Streaming);
        stage.library.appendText(here, MessageId(QStringLiteral("a0")), QStringLiteral(" and"));
        stage.time.advance(19s);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QTRY_COMPARE(stage.seen<AnswerFooter>()->words(), QStringLiteral("claude-sonnet-4-5 is writing, 19 s"));
        stage.time.advance(2s);
        QTRY_COMPARE(stage.seen<AnswerFooter>()->words(), QStringLiteral("claude-sonnet-4-5 is writing, 21 s. Nothing came for 21 s."));
        stage.view.resize(320, 400); // Stop stays in reach, whatever the words
        QTRY_VERIFY(stage.seen<AnswerFooter>()->width() < 320);
        const auto stopEnds = [&stage] { return stage.button(stage.seen<AnswerFooter>(), QStringLiteral("Stop"))->geometry().right(); };
        QTRY_VERIFY2(stopEnds() < stage.seen<AnswerFooter>()->width(), qPrintable(QString::number(stopEnds())));
        stage.library.appendText(here, MessageId(QStringLiteral("a0")), QStringLiteral(" on"));
        QTRY_COMPARE(stage.seen<AnswerFooter>()->words(), QStringLiteral("claude-sonnet-4-5 is writing, 21 s"));
    }

    void aWritingModelCanBeStopped()
    {
        Stage stage;
        stage.turn(0, TurnPhase::Streaming);
        stage.ask(0);
        stage.answer(0, QStringLiteral("Begun"), MessageState::Streaming);
        stage.time.advance(3'800ms);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QTRY_COMPARE(stage.seen<AnswerFooter>()->words(), QStringLiteral("claude-sonnet-4-5 is writing, 3.8 s"));
        QSignalSpy stopped(&stage.view, &TranscriptView::stopWanted);
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 1);
        stage.button(stage.seen<AnswerFooter>(), QStringLiteral("Stop"))->click();
        QCOMPARE(stopped.count(), 2);
    }

    void aFailedTurnSaysWhatToDo()
    {
        Stage stage;
        TurnState &turn = stage.turn(0, TurnPhase::Failed);
        turn.fault->kind = FaultKind::Auth;
        turn.fault->status = 401;
        stage.ask(0);
        QTRY_VERIFY(stage.seen<Banner>());
        QCOMPARE(stage.seen<Banner>()->notice().words.title, QStringLiteral("Anthropic refused the key (401)."));
        QSignalSpy wanted(&stage.view, &TranscriptView::checkKeyWanted);
        stage.button(stage.seen<Banner>(), QStringLiteral("Check key"))->click();
        QCOMPARE(wanted.count(), 1);
    }

    void aBrokenAnswerCanBeContinued()
    {
        Stage stage;
        stage.ask(0);
        stage.answer(0, QStringLiteral("one two three"), MessageState::BrokenOff);
        QTRY_VERIFY(stage.seen<Banner>());
        QSignalSpy wanted(&stage.view, &TranscriptView::continueWanted);
        stage.button(stage.seen<Banner>(), QStringLiteral("Continue"))->click();
        QCOMPARE(wanted.count(), 1);
    }

    void anAnswerAskedForAnewIsFoldedToALine()
    {
        Stage stage;
        stage.setAside(0, TurnPhase::Waiting);
        stage.answerAnew(0);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::SetAside) && stage.footer(AnswerFooter::State::Quiet));
        QCOMPARE(stage.footer(AnswerFooter::State::SetAside)->words(), QStringLiteral("Broke off after 8 words. Asked again below."));
        QVERIFY2(!stage.seen<Banner>(), "only the turn's last answer may be continued");
        QVERIFY(stage.footer(AnswerFooter::State::SetAside)->y() < stage.footer(AnswerFooter::State::Quiet)->y());

        const int folded = stage.footer(AnswerFooter::State::Quiet)->y();
        stage.button(stage.footer(AnswerFooter::State::SetAside), QStringLiteral("Show"))->click();
        QVERIFY(stage.footer(AnswerFooter::State::Quiet)->y() > folded + 20);
        stage.button(stage.footer(AnswerFooter::State::SetAside), QStringLiteral("Hide"))->click();
        QCOMPARE(stage.footer(AnswerFooter::State::Quiet)->y(), folded);
    }

    void aClickOnItsLineShowsItWhole()
    {
        Stage stage;
        stage.setAside(0, TurnPhase::Waiting);
        stage.answerAnew(0);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::SetAside));
        const AnswerFooter *footer = stage.footer(AnswerFooter::State::SetAside);
        const int before = footer->y();
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, QPoint(footer->x() + 20, footer->y() - 20));
        QVERIFY(stage.footer(AnswerFooter::State::SetAside)->y() > before + 20);
    }

    void allPlacesAreMarkedAndOneStrongly()
    {
        Stage stage;
        stage.ask(0, QStringLiteral("The tide?"));
        stage.answer(0, QStringLiteral("A **ti**de, `tide`, the Tide.\n\n```\nint tide;\n```\n"));
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        const auto picture = [&stage] { return stage.view.viewport()->grab().toImage(); };
        const auto marked = [](const QImage &image) {
            const QColor accent = Theme::instance().tokens().accent;
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == accent;
            }
            return count;
        };
        const QImage plain = picture();
        stage.view.setFound(QStringLiteral("tide"));
        const QImage soft = picture();
        QVERIFY(soft != plain);
        QVERIFY(marked(soft) < marked(plain) + 100); // a tint
        QCOMPARE(stage.view.showFound(MessageId(QStringLiteral("q0")), 0, false), std::size_t(1));
        QCOMPARE(stage.view.showFound(MessageId(QStringLiteral("a0")), 2, false), std::size_t(4));
        QCOMPARE(stage.view.selectedText(), QStringLiteral("Tide"));
        QVERIFY(marked(picture()) > marked(soft) + 150);
        // It survives another width, other colours, and text that comes.
        stage.view.resize(500, 400);
        QVERIFY(marked(picture()) > marked(soft) + 150);
        Theme::instance().setTextScale(1.2);
        QVERIFY(marked(picture()) > marked(soft) + 150);
        Theme::instance().setTextScale(1.0);
        const QImage before = picture();
        stage.append(0, QStringLiteral("\nMore of the tide.\n"));
        QTRY_VERIFY(picture() != before);
        QVERIFY(marked(picture()) > marked(soft) + 150);
        QCOMPARE(stage.view.showFound(MessageId(QStringLiteral("a0")), 9, false), std::size_t(5));
        stage.view.setFound({});
        QVERIFY(marked(picture()) < marked(soft) + 100);
    }

    void placesInTheThinkingAreShownToo()
    {
        Stage stage;
        stage.ask(0, QStringLiteral("Why?"));
        Message answer = Stage::message(QStringLiteral("a0"), QStringLiteral("t0"), Role::Assistant, QStringLiteral("The moon."), MessageState::Complete);
        answer.thoughts = {{QStringLiteral("line\n\n").repeated(60) + QStringLiteral("the tide, perhaps"), {}, {}}};
        stage.library.appendMessage(answer);
        stage.view.setFound(QStringLiteral("tide"));
        QCOMPARE(stage.view.showFound(answer.id, 0, true), std::size_t(1));
        QVERIFY(stage.view.place().second > 400); // far down in what it thought
        QCOMPARE(stage.view.showFound(answer.id, 0, false), std::size_t(0));
    }

    void aPlaceThatIsSeenDoesNotMove()
    {
        Stage stage;
        stage.fill(20);
        stage.view.setFound(QStringLiteral("High water"));
        stage.view.showFound(MessageId(QStringLiteral("a10")), 0, false);
        const auto place = stage.view.place();
        stage.view.showFound(MessageId(QStringLiteral("a10")), 0, false);
        QCOMPARE(stage.view.place(), place);
        stage.view.showFound(MessageId(QStringLiteral("a3")), 0, false);
        QVERIFY(stage.view.place() != place);
    }

    void findingLaysOutOnlyWhatIsSeen()
    {
        Stage stage;
        std::vector<Message> messages;
        for (int i = 0; i < 10'000; ++i) {
            Message made = Stage::message(QStringLiteral("m%1").arg(i), QStringLiteral("t%1").arg(i), Role::User, QStringLiteral("The tide of day %1").arg(i), MessageState::Sent);
            made.after = i > 0 ? TurnId(QStringLiteral("t%1").arg(i - 1)) : TurnId();
            messages.push_back(made);
        }
        stage.library.setMessages(here, messages);
        stage.view.setFound(QStringLiteral("tide"));
        QCOMPARE(stage.view.showFound(MessageId(QStringLiteral("m5000")), 0, false), std::size_t(1));
        QCOMPARE(stage.view.selectedText(), QStringLiteral("tide"));
        (void)stage.view.viewport()->grab();
        QVERIFY(stage.view.laidOutMessages() < 100);
    }

    void whatWasSetAsideCanBeCopiedAndFound()
    {
        Stage stage;
        stage.setAside(0, TurnPhase::Waiting);
        stage.answerAnew(0);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::SetAside));
        stage.view.copyLastAnswer();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("The tide turns at one."));
        for (QAbstractButton *one : stage.footer(AnswerFooter::State::SetAside)->findChildren<QAbstractButton *>()) {
            if (one->accessibleName() == QStringLiteral("Copy answer"))
                one->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("The tide turns at noon.\n\nAnd then it"));
        const int folded = stage.footer(AnswerFooter::State::SetAside)->geometry().bottom();
        stage.view.scrollToMessage(MessageId(QStringLiteral("a0")));
        QVERIFY(stage.footer(AnswerFooter::State::SetAside)->geometry().bottom() != folded);
        stage.view.selectAll();
        QVERIFY(stage.view.selectedText().contains(QStringLiteral("And then it")));
    }

    void theCardStandsBelowWhatWasSetAside()
    {
        Stage stage;
        stage.setAside(0, TurnPhase::Waiting);
        QTRY_VERIFY(stage.seen<RetryCard>() && stage.footer(AnswerFooter::State::SetAside));
        QVERIFY(stage.seen<RetryCard>()->y() > stage.footer(AnswerFooter::State::SetAside)->y());
        QVERIFY(!stage.seen<Banner>());
        stage.view.copyLastAnswer();
        stage.answerAnew(0, MessageState::Streaming);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::Writing));
        QTRY_VERIFY(!stage.seen<RetryCard>());
        QVERIFY(stage.footer(AnswerFooter::State::SetAside));
    }

    void whatCameIsShownWhereNothingElseDid()
    {
        Stage stage;
        stage.setAside(0, TurnPhase::Failed);
        QTRY_VERIFY(stage.footer(AnswerFooter::State::SetAside) && stage.seen<Banner>());
        QCOMPARE(stage.footer(AnswerFooter::State::SetAside)->words(), QStringLiteral("Broke off after 8 words. Asked again, but no answer came."));
        QVERIFY(stage.button(stage.footer(AnswerFooter::State::SetAside), QStringLiteral("Hide")));
        QCOMPARE(stage.seen<Banner>()->notice().action, WordsAction::SendAgain);
    }

    void aTurnHasOneCardWhereverItsMessagesStand()
    {
        Stage stage;
        stage.turn(0, TurnPhase::Waiting).fault->kind = FaultKind::Truncated;
        stage.ask(0);
        stage.turn(1, TurnPhase::Accepted);
        stage.ask(1); // written while the first one was being answered
        stage.answer(0, QStringLiteral("Begun"), MessageState::SetAside);
        stage.view.turnChanged(TurnId(QStringLiteral("t0")));
        QTRY_VERIFY(stage.seen<RetryCard>() && stage.footer(AnswerFooter::State::SetAside));
        int cards = 0;
        for (const RetryCard *card : stage.view.viewport()->findChildren<RetryCard *>())
            cards += card->isHidden() ? 0 : 1;
        QCOMPARE(cards, 1);
        QVERIFY(stage.seen<RetryCard>()->y() > stage.footer(AnswerFooter::State::SetAside)->y());
    }

    void selectionSurvivesStreaming()
    {
        Stage stage;
        stage.ask(0);
        stage.answer(0, QStringLiteral("First paragraph.\n\nSecond"), MessageState::Streaming);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {}, QPoint(45, stage.seen<AnswerFooter>()->y() - 60));
        QCOMPARE(stage.view.selectedText(), QStringLiteral("First"));
        for (int i = 0; i < 10; ++i)
            stage.append(0, QStringLiteral(" more words"));
        QTRY_VERIFY(stage.library.message(here, MessageId(QStringLiteral("a0")))->text.size() > 100);
        QTRY_COMPARE(stage.view.selectedText(), QStringLiteral("First"));
        QTest::keyClick(&stage.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("First"));
    }

    void everythingIsCopiedAsPlainText()
    {
        Stage stage;
        stage.ask(0, QStringLiteral("One *question*"));
        stage.answer(0, QStringLiteral("An **answer** with `code`."));
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QTest::keyClick(&stage.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("One question\n\nAn answer with code."));
    }

    void draggingSelectsAcrossMessages()
    {
        Stage stage;
        stage.ask(0, QStringLiteral("Question"));
        stage.answer(0, QStringLiteral("Answer"));
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        QWidget *viewport = stage.view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(2, 60));
        QMouseEvent move(QEvent::MouseMove, QPointF(690, stage.seen<AnswerFooter>()->y() - 12), viewport->mapToGlobal(QPointF(690, 100)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton);
        QCOMPARE(stage.view.selectedText(), QStringLiteral("Question\n\nAnswer"));
    }

    void keysGoFromMessageToMessage()
    {
        Stage stage;
        stage.fill(20);
        QTest::keyClick(&stage.view, Qt::Key_Home);
        QCOMPARE(stage.view.place().first, MessageId(QStringLiteral("q0")));
        QTest::keyClick(&stage.view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(stage.view.place(), std::pair(MessageId(QStringLiteral("a0")), 0.0));
        QTest::keyClick(&stage.view, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&stage.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(stage.view.place(), std::pair(MessageId(QStringLiteral("a0")), 0.0));
        QTest::keyClick(&stage.view, Qt::Key_End);
        QVERIFY(stage.view.sticksToEnd());
    }

    void resizingKeepsTheMessageThatIsRead()
    {
        Stage stage;
        stage.fill(30);
        stage.view.scrollToMessage(MessageId(QStringLiteral("a10")));
        QCOMPARE(stage.view.place().first, MessageId(QStringLiteral("a10")));
        stage.view.resize(420, 500);
        QTRY_COMPARE(stage.view.place().first, MessageId(QStringLiteral("a10")));
    }

    void deltasAreGatheredToFrames()
    {
        Stage stage;
        stage.ask(0);
        stage.answer(0, QStringLiteral("Begun"), MessageState::Streaming);
        QTRY_VERIFY(stage.seen<AnswerFooter>());
        const int before = stage.seen<AnswerFooter>()->y();
        for (int i = 0; i < 500; ++i)
            stage.append(0, QStringLiteral("\n\nline"));
        QCOMPARE(stage.seen<AnswerFooter>()->y(), before); // nothing was laid out yet
        QTRY_VERIFY(stage.view.verticalScrollBar()->maximum() > 1'000);
    }

    void survivesAThemeChangeAndAnEmptyConversation()
    {
        Stage stage;
        stage.fill(5);
        Theme::instance().setChoice(SchemeChoice::Dark);
        QVERIFY(!stage.view.grab().isNull());
        Theme::instance().setTextScale(1.5);
        QVERIFY(!stage.view.grab().isNull());
        Theme::instance().setTextScale(1.0);
        Theme::instance().setChoice(SchemeChoice::Light);
        stage.view.showConversation(ConversationId(QStringLiteral("unknown")));
        QVERIFY(!stage.view.grab().isNull());
        stage.view.setLibrary(nullptr);
        QVERIFY(!stage.view.grab().isNull());
    }
};

QTEST_MAIN(TranscriptViewTest)
#include "tst_transcriptview.moc"
