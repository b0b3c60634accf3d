// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/whatifcharts.h"
#include "ui/preferences/whatifview.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace breakwater;

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr WallTime noon {std::chrono::hours(12)};
const RouteId opus(QStringLiteral("opus"));
const RouteId local(QStringLiteral("local"));

Preferences preferencesOfTwoRoutes()
{
    Preferences values;
    RouteTable &table = values.routes;
    table.providers = {{ProviderId(QStringLiteral("a")), QStringLiteral("Anthropic"), Dialect::Anthropic, QUrl(QStringLiteral("https://a.test")), true, false},
        {ProviderId(QStringLiteral("l")), QStringLiteral("Local"), Dialect::OpenAi, QUrl(QStringLiteral("https://l.test")), true, false}};
    table.routes = {{opus, ProviderId(QStringLiteral("a")), QStringLiteral("claude-opus"), QStringLiteral("Opus")},
        {local, ProviderId(QStringLiteral("l")), QStringLiteral("qwen"), QStringLiteral("Qwen")}};
    Chain chain;
    chain.id = ChainId(QStringLiteral("everyday"));
    chain.name = QStringLiteral("Everyday");
    chain.steps.emplace_back().route = opus;
    chain.lastResort = LastResort::GiveUp;
    table.chains = {chain};
    values.policy.patience.turn = seconds(5);
    return values;
}

Sample sampleAt(WallTime at, const RouteId &route, int turn, SampleClass result)
{
    Sample sample;
    sample.at = at;
    sample.route = route;
    sample.turn = TurnId(QStringLiteral("turn %1").arg(turn));
    sample.result = result;
    sample.total = seconds(2);
    if (result == SampleClass::Answered) {
        sample.firstContent = seconds(1);
        sample.status = 200;
    } else {
        sample.fault = FaultKind::Overloaded;
        sample.status = 529;
        sample.total = milliseconds(100);
    }
    return sample;
}

/// A turn each minute; the first route is full for the second half of the hour.
std::vector<Sample> anHour(int turns = 60)
{
    std::vector<Sample> samples;
    for (int turn = 0; turn < turns; ++turn)
        samples.push_back(sampleAt(noon + minutes(turn), opus, turn, turn < turns / 2 ? SampleClass::Answered : SampleClass::Overloaded));
    return samples;
}

/// The thread of the replays does nothing else until this goes.
class BusyThread
{
public:
    BusyThread()
    {
        WhatIfRunner::pool().start([this] {
            m_begun.release();
            m_over.acquire();
        });
        m_begun.acquire();
    }
    ~BusyThread() { m_over.release(); }

private:
    QSemaphore m_begun;
    QSemaphore m_over;
};

QString textOf(const QWidget &view, const char *name)
{
    const auto *label = view.findChild<QLabel *>(QLatin1String(name));
    return label != nullptr ? label->text() : QStringLiteral("no such label");
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup() { QVERIFY(WhatIfRunner::pool().waitForDone()); }

    void nothingRecordedIsSaid()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        WhatIfView view(draft);
        view.show();
        QCOMPARE(view.state(), WhatIfView::State::Idle);
        QCOMPARE(textOf(view, "whatIfSentence"), QStringLiteral("No weather yet."));
    }

    void fewTurnsSayTooLittle()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        WhatIfView view(draft);
        view.setRecordedWeather([](Duration) { return anHour(12); });
        view.show();
        QTRY_COMPARE(view.state(), WhatIfView::State::TooLittle);
        QCOMPARE(textOf(view, "whatIfSentence"), QStringLiteral("Too little weather yet: 12 turns."));
    }

    void theFiguresAreThoseOfTheReplay()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        WhatIfView view(draft);
        view.setChain(ChainId(QStringLiteral("everyday")));
        view.setRecordedWeather([](Duration) { return anHour(); });
        view.show();
        QTRY_COMPARE(view.state(), WhatIfView::State::Ready);
        const RecordedWeather weather(anHour(), ownersIn(draft.applied().routes));
        const ReplayResult now = typicalReplay(weather, {draft.applied().routes, ChainId(QStringLiteral("everyday")), draft.applied().policy, 1});
        QVERIFY(now.answered > 20 && now.answered < 40);
        QCOMPARE(textOf(view, "answeredNow"), QStringLiteral("%1%").arg(100.0 * now.answeredShare(), 0, 'f', 1));
        QCOMPARE(textOf(view, "requestsNow"), QString::number(now.requests));
        QCOMPARE(textOf(view, "answeredChanged"), QStringLiteral("–")); // nothing is changed yet
        QCOMPARE(textOf(view, "whatIfSentence"), QStringLiteral("The last hour again, with these settings. 60 turns against recorded weather. Nothing is sent."));
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("whatIfEstimated"))->isVisible());

        draft.edit([](Preferences &values) { values.routes.chains.front().steps.emplace_back().route = local; });
        QCOMPARE(view.state(), WhatIfView::State::Computing);
        QCOMPARE(textOf(view, "answeredNow"), QStringLiteral("%1%").arg(100.0 * now.answeredShare(), 0, 'f', 1)); // the old figures stay
        QTRY_COMPARE(view.state(), WhatIfView::State::Ready);
        const ReplayResult changed = typicalReplay(weather, {draft.edited().routes, ChainId(QStringLiteral("everyday")), draft.applied().policy, 1});
        QVERIFY(changed.answered > now.answered);
        QVERIFY(changed.estimated > 0); // nobody ever asked the other route
        QCOMPARE(textOf(view, "answeredChanged"), QStringLiteral("%1%").arg(100.0 * changed.answeredShare(), 0, 'f', 1));
        QCOMPARE(textOf(view, "whatIfEstimated"),
            QStringLiteral("%1 of %2 requests went where nothing was recorded; those are estimated.").arg(changed.estimated).arg(changed.requests));
        QVERIFY(view.findChild<AnswerBars *>()->accessibleDescription().contains(QStringLiteral("Qwen")));
    }

    void theRangeIsAskedFor()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        WhatIfView view(draft);
        std::vector<Duration> asked;
        view.setRecordedWeather([&asked](Duration range) {
            asked.push_back(range);
            return anHour();
        });
        view.show();
        QTRY_COMPARE(view.state(), WhatIfView::State::Ready);
        view.findChild<QComboBox *>(QStringLiteral("whatIfRange"))->setCurrentIndex(2);
        QTRY_COMPARE(view.state(), WhatIfView::State::Ready);
        QCOMPARE(asked, (std::vector<Duration> {std::chrono::hours(1), std::chrono::hours(24 * 7)}));
        QVERIFY(textOf(view, "whatIfSentence").startsWith(QStringLiteral("The last week again")));
    }

    void theNextEditStopsWhatIsComputed()
    {
        WhatIfRunner runner;
        QSignalSpy answered(&runner, &WhatIfRunner::answered);
        std::vector<QString> got;
        connect(&runner, &WhatIfRunner::answered, this, [&got](const WhatIfAnswer &answer) { got.push_back(QString::number(answer.now.turns)); });
        const Preferences values = preferencesOfTwoRoutes();
        const ReplaySettings settings {values.routes, ChainId(QStringLiteral("everyday")), values.policy, 1};
        {
            const BusyThread busy;
            runner.ask({anHour(60), settings, settings});
            runner.ask({anHour(40), settings, settings});
        }
        QTRY_COMPARE(answered.count(), 1);
        QVERIFY(WhatIfRunner::pool().waitForDone());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(got, (std::vector<QString> {QStringLiteral("40")}));
        QVERIFY(!runner.isAtWork());
    }

    void aReplayThatIsToldToStopStops()
    {
        const Preferences values = preferencesOfTwoRoutes();
        const ReplaySettings settings {values.routes, ChainId(QStringLiteral("everyday")), values.policy, 1};
        const std::atomic<bool> stop = true;
        QVERIFY(answerTo({anHour(), settings, settings}, stop).now.stopped);
    }

    void theViewMayGoWhileItComputes()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        auto view = std::make_unique<WhatIfView>(draft);
        bool asked = false;
        view->setRecordedWeather([&asked](Duration) {
            asked = true;
            return anHour();
        });
        view->show();
        const BusyThread busy;
        QTRY_VERIFY(asked);
        QCOMPARE(view->state(), WhatIfView::State::Computing);
        view.reset();
    }

    void nothingIsComputedForNobody()
    {
        PreferencesDraft draft(preferencesOfTwoRoutes());
        WhatIfView view(draft);
        int asked = 0;
        view.setRecordedWeather([&asked](Duration) {
            ++asked;
            return anHour();
        });
        draft.edit([](Preferences &values) { values.policy.mostAttempts = 3; });
        QCOMPARE(view.state(), WhatIfView::State::Idle);
        view.show();
        QTRY_COMPARE(view.state(), WhatIfView::State::Ready);
        QCOMPARE(asked, 1);
    }

    void whatWasGivenUpIsShownBesideTheOutbox()
    {
        ReplayResult result;
        result.turns = 10;
        result.answered = 6;
        result.left = 1;
        result.by = {{opus, 6}};
        AnswerBars bars;
        bars.show(result, {}, {{opus, QStringLiteral("Opus")}});
        QCOMPARE(bars.accessibleDescription(), QStringLiteral("Now: Opus 6, outbox 1, given up 3."));
    }

    void theAxisHasWholeHalves()
    {
        QCOMPARE(AnsweredChart::axisBegin(100.0), 70);
        QCOMPARE(AnsweredChart::axisBegin(70.0), 70);
        QCOMPARE(AnsweredChart::axisBegin(69.9), 60);
        QCOMPARE(AnsweredChart::axisBegin(3.0), 0);
    }
};

QTEST_MAIN(TestWhatIf)
#include "tst_whatif.moc"
