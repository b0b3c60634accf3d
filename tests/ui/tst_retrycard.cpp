// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketime.h"
#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/transcript/retrycard.h"
#include "ui/words/faultwords.h"

#include <QAccessible>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId sonnet {QStringLiteral("sonnet")};
const RouteId haiku {QStringLiteral("haiku")};

RouteTable table()
{
    RouteTable routes;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("anthropic"));
    provider.name = QStringLiteral("Anthropic");
    routes.providers = {provider};
    routes.routes = {{sonnet, provider.id, QStringLiteral("claude-sonnet-4-5"), QStringLiteral("Claude Sonnet 4.5")},
        {haiku, provider.id, QStringLiteral("claude-haiku-4-5"), QStringLiteral("Claude Haiku 4.5")}};
    return routes;
}

TurnState turnIn(TurnPhase phase, FaultKind kind, const FakeTime &time, int attempts = 3)
{
    TurnState turn;
    turn.id = TurnId(QStringLiteral("t"));
    turn.phase = phase;
    ChainStep first;
    first.route = sonnet;
    first.overloadedTries = 6;
    ChainStep second;
    second.route = haiku;
    turn.chain.steps = {first, second};
    Fault fault;
    fault.kind = kind;
    turn.fault = fault;
    for (int i = 0; i < attempts; ++i) {
        Attempt attempt;
        attempt.number = i + 1;
        attempt.route = sonnet;
        attempt.startedAfter = 2s * i;
        attempt.endedAfter = 1s;
        attempt.fault = fault;
        turn.attempts.push_back(attempt);
    }
    if (phase == TurnPhase::Waiting || phase == TurnPhase::Kept)
        turn.wait = Wait {time.now(), time.now() + 10s};
    Decision decision;
    decision.action = phase == TurnPhase::Kept ? Action::Keep : Action::Wait;
    decision.reason = phase == TurnPhase::Kept ? Reason::AllRoutesPaused : Reason::Backoff;
    turn.decision = decision;
    return turn;
}

QStringList buttonsOf(const RetryCard &card)
{
    QStringList texts;
    for (const Button *button : card.findChildren<Button *>()) {
        if (!button->isHidden())
            texts.append(button->text());
    }
    return texts;
}

Button *buttonOf(const RetryCard &card, const QString &text)
{
    for (Button *button : card.findChildren<Button *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

} // namespace

class RetryCardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStormThatMayLastIsAReasonForABatch()
    {
        FakeTime time;
        const TurnState kept = turnIn(TurnPhase::Kept, FaultKind::Overloaded, time);
        RouteTable routes = table();
        QVERIFY(cardWords(kept, routes, time.now()).sentence.endsWith(QStringLiteral("This storm may last. Send as batch at half price?")));
        RetryCard card(kept.id, time);
        card.setTurn(kept, routes);
        QSignalSpy wanted(&card, &RetryCard::sendAsBatch);
        QTest::mouseClick(buttonOf(card, QStringLiteral("Send as batch")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        routes.providers.front().dialect = Dialect::OpenAi;
        QVERIFY(!offersBatch(kept, routes));
        card.setTurn(kept, routes);
        QVERIFY(buttonOf(card, QStringLiteral("Send as batch")) == nullptr);
    }

    void offersWhatHelpsAgainstEachTrouble_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("buttons");
        const auto row = [](const char *name, TurnPhase phase, FaultKind kind, const char *buttons) {
            QTest::newRow(name) << static_cast<int>(phase) << static_cast<int>(kind) << QString::fromUtf8(buttons);
        };
        row("529", TurnPhase::Waiting, FaultKind::Overloaded, "Try now, Use Haiku now, Keep in outbox, Cancel");
        row("500", TurnPhase::Waiting, FaultKind::Transient, "Try now, Use Haiku now, Keep in outbox, Cancel");
        row("429", TurnPhase::Waiting, FaultKind::RateLimited, "Use Haiku now, Keep in outbox, Cancel");
        row("network", TurnPhase::Waiting, FaultKind::Connect, "Try now, Keep in outbox, Cancel");
        row("trying", TurnPhase::Sending, FaultKind::Overloaded, "Cancel");
        row("kept in a storm", TurnPhase::Kept, FaultKind::Overloaded, "Send now, Send as batch, Cancel");
        row("kept for a limit", TurnPhase::Kept, FaultKind::RateLimited, "Send now, Cancel");
        row("in doubt", TurnPhase::Unknown, FaultKind::Overloaded, "Send again, Cancel");
    }
    void offersWhatHelpsAgainstEachTrouble()
    {
        QFETCH(int, phase);
        QFETCH(int, kind);
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.setTurn(turnIn(static_cast<TurnPhase>(phase), static_cast<FaultKind>(kind), time), table());
        QTEST(buttonsOf(card).join(QStringLiteral(", ")), "buttons");
    }

    void saysThatItWaitsForTheKeychain_data()
    {
        QTest::addColumn<int>("awaits");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("buttons");
        QTest::newRow("locked") << static_cast<int>(KeyWait::Locked) << QStringLiteral("Your keychain is locked.")
                                << QStringLiteral("Unlock, Use Haiku now, Keep in outbox, Cancel");
        QTest::newRow("none runs") << static_cast<int>(KeyWait::NoKeychain) << QStringLiteral("No keychain is running here.")
                                   << QStringLiteral("Use Haiku now, Keep in outbox, Cancel");
    }
    void saysThatItWaitsForTheKeychain()
    {
        QFETCH(int, awaits);
        FakeTime time;
        TurnState turn = turnIn(TurnPhase::Sending, FaultKind::Overloaded, time, 1);
        turn.fault.reset();
        turn.attempts.back().fault.reset();
        turn.attempts.back().endedAfter.reset();
        turn.awaits = static_cast<KeyWait>(awaits);
        RetryCard card(turn.id, time);
        card.setTurn(turn, table());
        QTEST(card.title(), "title");
        QVERIFY(card.sentence().endsWith(QStringLiteral("to send this turn.")));
        QVERIFY(card.accessibleDescription().endsWith(QStringLiteral("Nothing of it was sent yet.")));
        QTEST(buttonsOf(card).join(QStringLiteral(", ")), "buttons");
        if (turn.awaits != KeyWait::Locked)
            return;
        QSignalSpy unlock(&card, &RetryCard::unlock);
        QSignalSpy again(&card, &RetryCard::tryNow);
        buttonOf(card, QStringLiteral("Unlock"))->click();
        QCOMPARE(unlock.size(), 1);
        QCOMPARE(again.size(), 0);
        turn.awaits = KeyWait::None; // unlocked: it goes
        card.setTurn(turn, table());
        QCOMPARE(buttonsOf(card), QStringList {QStringLiteral("Cancel")});
    }

    void hasTheSameHeightInAllStates()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.resize(600, RetryCard::heightFor(600));
        card.show();
        for (const TurnPhase phase : {TurnPhase::Waiting, TurnPhase::Sending, TurnPhase::Kept, TurnPhase::Unknown}) {
            for (const FaultKind kind : {FaultKind::Overloaded, FaultKind::RateLimited, FaultKind::Connect, FaultKind::Auth}) {
                for (const int attempts : {0, 1, 12}) {
                    card.setTurn(turnIn(phase, kind, time, attempts), table());
                    QCOMPARE(card.height(), RetryCard::heightFor(card.width()));
                    QVERIFY(!card.grab().isNull());
                }
            }
        }
    }

    void countsDownFromFullToEmpty()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        QCOMPARE(card.remaining(), std::optional(1.0));
        QCOMPARE(card.title(), QStringLiteral("Anthropic is overloaded. Trying again in 10 s."));
        time.advance(6s);
        card.tick();
        QCOMPARE(card.remaining(), std::optional(0.4));
        QCOMPARE(card.title(), QStringLiteral("Anthropic is overloaded. Trying again in 4 s."));
        time.advance(60s);
        card.tick();
        QCOMPARE(card.remaining(), std::optional(0.0));
        QCOMPARE(card.title(), QStringLiteral("Anthropic is overloaded. Trying again in 0 s."));
    }

    void aClickDoesNotTakeTheFocus()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        const auto buttons = card.findChildren<QAbstractButton *>();
        QVERIFY(!buttons.isEmpty());
        for (const QAbstractButton *button : buttons)
            QCOMPARE(button->focusPolicy(), Qt::TabFocus);
    }

    void eachButtonSaysWhichTurn()
    {
        FakeTime time;
        const TurnId id {QStringLiteral("t")};
        RetryCard card(id, time);
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        QSignalSpy tried(&card, &RetryCard::tryNow);
        QSignalSpy used(&card, &RetryCard::useNext);
        QSignalSpy kept(&card, &RetryCard::keep);
        QSignalSpy cancelled(&card, &RetryCard::cancel);
        QSignalSpy again(&card, &RetryCard::sendAgain);
        for (const QString &text : buttonsOf(card))
            buttonOf(card, text)->click();
        for (const QSignalSpy *spy : {&tried, &used, &kept, &cancelled}) {
            QCOMPARE(spy->count(), 1);
            QCOMPARE(spy->first().first().value<TurnId>(), id);
        }
        card.setTurn(turnIn(TurnPhase::Unknown, FaultKind::Overloaded, time), table());
        buttonOf(card, QStringLiteral("Send again"))->click();
        QCOMPARE(again.count(), 1);
        card.setTurn(turnIn(TurnPhase::Kept, FaultKind::Overloaded, time), table());
        buttonOf(card, QStringLiteral("Send now"))->click();
        QCOMPARE(again.count(), 2);
        QCOMPARE(tried.count(), 1);
    }

    void takesNoFocusByItself()
    {
        FakeTime time;
        QWidget window;
        auto *other = new QWidget(&window);
        other->setFocusPolicy(Qt::StrongFocus);
        RetryCard card(TurnId(QStringLiteral("t")), time, &window);
        window.show();
        other->setFocus();
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        card.show();
        QCOMPARE(window.focusWidget(), other);
        QCOMPARE(card.focusPolicy(), Qt::NoFocus);
    }

    void isNamedByItsTitle()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        QCOMPARE(card.accessibleName(), card.title());
        QVERIFY(card.accessibleDescription().contains(QStringLiteral("Attempt 3 of 6")));
    }

    void isAGroupWithAProgressIndicator()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.resize(600, card.height());
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        card.show();
        QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&card);
        QVERIFY(group);
        QCOMPARE(group->role(), QAccessible::Grouping);
        QCOMPARE(group->text(QAccessible::Name), card.title());
        const auto ring = [group]() -> QAccessibleInterface * {
            for (int i = 0; i < group->childCount(); ++i) {
                if (group->child(i)->role() == QAccessible::ProgressBar)
                    return group->child(i);
            }
            return nullptr;
        };
        QVERIFY(ring() && !ring()->state().invisible);
        time.advance(6s);
        card.tick();
        QCOMPARE(ring()->text(QAccessible::Name), QStringLiteral("4 of 10 seconds left"));
        QVERIFY(ring()->valueInterface());
        QCOMPARE(ring()->valueInterface()->currentValue().toInt(), 4);
        QCOMPARE(ring()->valueInterface()->maximumValue().toInt(), 10);
        card.setTurn(turnIn(TurnPhase::Kept, FaultKind::Overloaded, time), table());
        QVERIFY(ring()->state().invisible); // nothing is counted down
    }

    void withReducedMotionOnlyDigitsChange()
    {
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.resize(600, card.height());
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        const auto after = [&](Duration by) {
            time.advance(by);
            card.tick();
            return card.grab().toImage();
        };
        const QImage moving = after(100ms);
        QVERIFY(after(400ms) != moving);
        Theme::instance().setReducedMotion(SystemChoice::On);
        const QImage still = after(100ms);
        const bool same = after(300ms) == still; // within one second
        const bool counted = after(1s) != still;
        Theme::instance().setReducedMotion(SystemChoice::FollowSystem);
        QVERIFY(same);
        QVERIFY(counted);
    }

    void buttonsFit_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        QTest::newRow("usual") << 1.0 << 696;
        QTest::newRow("narrow") << 1.0 << 360;
        QTest::newRow("large text") << 1.5 << 640;
        QTest::newRow("large text, narrow") << 1.5 << 420;
    }
    void buttonsFit()
    {
        QFETCH(double, scale);
        QFETCH(int, width);
        FakeTime time;
        Theme::instance().setTextScale(scale);
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.resize(width, RetryCard::heightFor(width));
        card.setTurn(turnIn(TurnPhase::Waiting, FaultKind::Overloaded, time), table());
        QCOMPARE(card.height(), RetryCard::heightFor(width));
        const QStringList texts = buttonsOf(card);
        QCOMPARE(texts.size(), 4);
        QRegion taken;
        for (const QString &text : texts) {
            const QRect at = buttonOf(card, text)->geometry();
            QVERIFY2(!taken.intersects(at), qPrintable(text));
            QVERIFY2(card.rect().adjusted(8, 8, -8, -8).contains(at), qPrintable(text));
            taken += at;
        }
        Theme::instance().setTextScale(1.0);
    }

    void aNarrowCardIsHigherAndAsHighInAllStates()
    {
        QVERIFY(RetryCard::heightFor(360) > RetryCard::heightFor(696));
        FakeTime time;
        RetryCard card(TurnId(QStringLiteral("t")), time);
        card.resize(360, RetryCard::heightFor(360));
        for (const TurnPhase phase : {TurnPhase::Waiting, TurnPhase::Sending, TurnPhase::Kept, TurnPhase::Unknown}) {
            card.setTurn(turnIn(phase, FaultKind::Overloaded, time), table());
            QCOMPARE(card.height(), RetryCard::heightFor(360));
        }
    }
};

QTEST_MAIN(RetryCardTest)
#include "tst_retrycard.moc"
