// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/retrypage.h"

#include "ui/preferences/breakerpreview.h"
#include "ui/preferences/delaypreview.h"
#include "ui/preferences/previewscroll.h"
#include "ui/preferences/settingrow.h"
#include "ui/preferences/waitsumpreview.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Unit = DurationField::Unit;

namespace {
constexpr int previewWidth = 466;
constexpr int narrowPreview = 390;
constexpr int mostTries = 6; // that the previews show

QString drawnSentence(Randomness randomness)
{
    switch (randomness) {
    case Randomness::Full:
        return RetryPage::tr("Drawn at random between 0 and the end of the bar");
    case Randomness::Half:
        return RetryPage::tr("Drawn at random in the bar: never less than half of its end");
    case Randomness::None:
        return RetryPage::tr("Always the same: many clients return together");
    }
    return {};
}

/// A hairline between two previews.
class PreviewRule final : public QWidget
{
public:
    PreviewRule() { setFixedHeight(1); }

private:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::instance().tokens().line); }
};

/// What the sum of the waits stands for.
QString triesSentence(int tries)
{
    switch (tries) {
    case 1:
        return RetryPage::tr("One try for a turn: nothing is waited for");
    case 2:
        return RetryPage::tr("When one try fails and the second answers");
    case 3:
        return RetryPage::tr("When two tries fail and the third answers");
    case 4:
        return RetryPage::tr("When three tries fail and the fourth answers");
    case 5:
        return RetryPage::tr("When four tries fail and the fifth answers");
    default:
        return RetryPage::tr("When five tries fail and the sixth answers");
    }
}
} // namespace

RetryPage::RetryPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Retry and breaker"),
        tr("How long to wait, how often to try, and when to leave a route alone for a while."),
        tr("backoff jitter delay circuit timeout"), draft, parent)
    , m_fields(draft)
{
    addWaits();
    m_afterWaits = body().count();
    addRetry();
    addBreaker();
    addPatience();
    body().addStretch();
    makePreview();
    connect(&draft, &PreferencesDraft::changed, this, &RetryPage::preview);
    RetryPage::load();
}

void RetryPage::addHeading(const QString &text)
{
    if (body().count() > 0)
        body().addSpacing(20);
    auto *heading = new TextLabel(TextRole::InterfaceStrong, &Tokens::text, text);
    heading->setContentsMargins(4, 0, 0, 4);
    heading->setWordWrap(true);
    body().addWidget(heading);
}

void RetryPage::addDelayRow(
    DelayRule DelaySettings::*rule, const char *objectName, const QString &title, const QString &sentence)
{
    const QByteArray name(objectName);
    auto *row = new SettingRow(title, sentence);
    row->addControl(m_fields.duration(QByteArray(name + "Base").constData(), tr("%1: first wait, at most").arg(title),
        Unit::Seconds, milliseconds(100), minutes(2),
        [rule](PolicySettings &policy) -> Duration & { return (policy.delay.*rule).base; }));
    row->addWord(tr("up to"));
    row->addControl(m_fields.duration(QByteArray(name + "Cap").constData(), tr("%1: longest wait").arg(title),
        Unit::Seconds, milliseconds(100), minutes(10),
        [rule](PolicySettings &policy) -> Duration & { return (policy.delay.*rule).cap; }));
    body().addWidget(row);
}

void RetryPage::addWaits()
{
    addHeading(tr("Waits: the first at most, doubling up to the longest"));
    addDelayRow(
        &DelaySettings::overloaded, "overloaded", tr("Overloaded (529)"), tr("The provider is full. Give it time."));
    addDelayRow(&DelaySettings::transient, "transient", tr("Server error (5xx)"), tr("Often over at once."));
    addDelayRow(&DelaySettings::rateLimitedBlind, "rateLimitedBlind", tr("Your own limit (429)"),
        tr("When the server does not say how long."));
    addDelayRow(
        &DelaySettings::ambiguous, "ambiguous", tr("No answer in time"), tr("The request may have been worked on."));
    addDelayRow(&DelaySettings::connect, "connect", tr("No connection"), tr("The server could not be reached."));
    addDelayRow(&DelaySettings::offline, "offline", tr("Offline"), tr("Between looks whether the network is back."));

    m_randomness = new QComboBox;
    m_randomness->setObjectName(QStringLiteral("randomness"));
    m_randomness->setAccessibleName(tr("Randomness"));
    m_randomness->addItem(tr("Full"), static_cast<int>(Randomness::Full));
    m_randomness->addItem(tr("Half"), static_cast<int>(Randomness::Half));
    m_randomness->addItem(tr("None"), static_cast<int>(Randomness::None));
    connect(m_randomness, &QComboBox::currentIndexChanged, this, [this] {
        const auto chosen = static_cast<Randomness>(m_randomness->currentData().toInt());
        draft().edit([chosen](Preferences &values) { values.policy.delay.randomness = chosen; });
    });
    auto *row = new SettingRow(tr("Randomness"), tr("Full spreads many clients apart. Recommended."));
    row->addControl(m_randomness);
    body().addWidget(row);
}

void RetryPage::addRetry()
{
    addHeading(tr("Retry"));
    auto *tries = new SettingRow(tr("Tries for a turn"), tr("Over all its routes together."));
    tries->addControl(m_fields.count("mostAttempts", tr("Tries for a turn"), tr(" tries"), 1, 50,
        [](PolicySettings &p) -> int & { return p.mostAttempts; }));
    body().addWidget(tries);

    auto *hint = new SettingRow(tr("Follow the server’s own hint"),
        tr("Never sooner than it asks. If it asks for more than this, the turn goes on elsewhere."));
    hint->addWord(tr("for up to"));
    hint->addControl(m_fields.duration("longestHint", tr("Longest hint followed"), Unit::Minutes, seconds(6), hours(24),
        [](PolicySettings &p) -> Duration & { return p.longestHint; }));
    body().addWidget(hint);

    auto *most = new SettingRow(tr("Retry budget"), tr("Retries to one provider at once; first tries are free."));
    most->addControl(m_fields.number("budgetMost", tr("Retry budget"), tr(" retries"), 0, 100, 1, 1.0,
        [](PolicySettings &p) -> double & { return p.budget.most; }));
    body().addWidget(most);
    auto *refill = new SettingRow(tr("Budget comes back"), tr("So many retries with time."));
    refill->addControl(m_fields.number("budgetPerMinute", tr("Retries that come back each minute"), tr(" a minute"), 0,
        60, 1, 1.0, [](PolicySettings &p) -> double & { return p.budget.perMinute; }));
    body().addWidget(refill);
    auto *earned = new SettingRow(tr("And is earned"), tr("For each turn answered at its first try."));
    earned->addControl(m_fields.number("budgetPerAnswer", tr("Retries that come back for an answer"), tr(" an answer"),
        0, 2, 2, 1.0, [](PolicySettings &p) -> double & { return p.budget.perAnswer; }));
    body().addWidget(earned);
}

void RetryPage::addBreaker()
{
    addHeading(tr("Breaker"));
    auto *overloads = new SettingRow(
        tr("Pause a route after"), tr("In a row, on a route that used to answer. A 429 never pauses a route: it is your limit."));
    overloads->addControl(m_fields.count("overloadsInARow", tr("Overloads in a row"), tr(" overloads"), 1, 20,
        [](PolicySettings &p) -> int & { return p.breaker.overloadsInARow; }));
    body().addWidget(overloads);
    auto *failures = new SettingRow(tr("Or after"), tr("Failures of any counted kind in a row: 529, 5xx and network."));
    failures->addControl(m_fields.count("failuresInARow", tr("Failures in a row"), tr(" failures"), 1, 20,
        [](PolicySettings &p) -> int & { return p.breaker.failuresInARow; }));
    body().addWidget(failures);
    auto *surprise = new SettingRow(tr("Unless chance explains it"),
        tr("A run that is likelier than this, by what the route answered before, pauses nothing."));
    surprise->addControl(m_fields.number("surprise", tr("Likelihood of a run that pauses nothing"), tr(" %"), 0, 50, 2,
        100.0, [](PolicySettings &p) -> double & { return p.breaker.surprise; }));
    body().addWidget(surprise);
    auto *longestRun = new SettingRow(tr("But always after"), tr("In a row, whatever the route answered before."));
    longestRun->addControl(m_fields.count("longestRun", tr("Longest run of failures"), tr(" failures"), 1, 200,
        [](PolicySettings &p) -> int & { return p.breaker.longestRun; }));
    body().addWidget(longestRun);
    auto *share = new SettingRow(tr("Or when this share fails"), tr("Of the requests counted below."));
    share->addControl(m_fields.number("failureShare", tr("Share that fails"), tr(" %"), 1, 100, 0, 100.0,
        [](PolicySettings &p) -> double & { return p.breaker.failureShare; }));
    body().addWidget(share);
    auto *counted = new SettingRow(tr("Of at least"), tr("So few say too little; older ones no longer count."));
    counted->addControl(m_fields.count("fewestOutcomes", tr("Fewest requests for a share"), tr(" requests"), 1, 100,
        [](PolicySettings &p) -> int & { return p.breaker.fewestOutcomes; }));
    counted->addWord(tr("in"));
    counted->addControl(m_fields.duration("breakerWindow", tr("Time in which requests count"), Unit::Seconds,
        seconds(5), hours(1), [](PolicySettings &p) -> Duration & { return p.breaker.window; }));
    body().addWidget(counted);

    auto *pause = new SettingRow(tr("Pause for, after overloads"),
        tr("Doubles if the test fails. Half as long to half as long again, by chance."));
    pause->addControl(m_fields.duration("overloadPause", tr("First pause after overloads"), Unit::Seconds, seconds(1),
        minutes(10), [](PolicySettings &p) -> Duration & { return p.breaker.overloadPause; }));
    body().addWidget(pause);
    auto *transport = new SettingRow(tr("Pause for, after other failures"), tr("Doubles in the same way."));
    transport->addControl(m_fields.duration("transportPause", tr("First pause after other failures"), Unit::Seconds,
        seconds(1), minutes(10), [](PolicySettings &p) -> Duration & { return p.breaker.transportPause; }));
    body().addWidget(transport);
    auto *longest = new SettingRow(tr("Longest pause"), tr("No doubling goes beyond it; a server’s hint may."));
    longest->addControl(m_fields.duration("longestPause", tr("Longest pause"), Unit::Seconds, seconds(1), hours(1),
        [](PolicySettings &p) -> Duration & { return p.breaker.longestPause; }));
    body().addWidget(longest);
    auto *shortest = new SettingRow(tr("Shortest pause"),
        tr("Turns that wait together share one pause: the more of them, the sooner one tests the route for all."));
    shortest->addControl(m_fields.duration("shortestPause", tr("Shortest pause"), Unit::Seconds, milliseconds(100),
        minutes(1), [](PolicySettings &p) -> Duration & { return p.breaker.shortestPause; }));
    body().addWidget(shortest);
    auto *alarm = new SettingRow(
        tr("Call it a false alarm within"), tr("Well again so soon, it had not been down, and all may go at once."));
    alarm->addControl(m_fields.duration("falseAlarm", tr("Time of a false alarm"), Unit::Seconds, Duration::zero(),
        minutes(5), [](PolicySettings &p) -> Duration & { return p.breaker.falseAlarm; }));
    body().addWidget(alarm);
    auto *ramp = new SettingRow(tr("After a pause, begin with"), tr("One more at once with each answer, until so many came."));
    ramp->addControl(m_fields.count("rampStart", tr("Requests at once after a pause"), tr(" at once"), 1, 100,
        [](PolicySettings &p) -> int & { return p.breaker.rampStart; }));
    ramp->addWord(tr("until"));
    ramp->addControl(m_fields.count("rampAnswers", tr("Answers until all may go"), tr(" answers"), 1, 1000,
        [](PolicySettings &p) -> int & { return p.breaker.rampAnswers; }));
    body().addWidget(ramp);
    auto *decay = new SettingRow(tr("Forget a doubling after"), tr("Time that the route has to flow for it."));
    decay->addControl(m_fields.duration("breakerDecay", tr("Time to forget a doubling"), Unit::Minutes, seconds(6),
        hours(2), [](PolicySettings &p) -> Duration & { return p.breaker.decay; }));
    body().addWidget(decay);
}

void RetryPage::addPatience()
{
    addHeading(tr("Patience"));
    const auto row = [this](const QString &title, const QString &sentence, const char *objectName, Duration least,
                         Duration most, PolicyFields::Access<Duration> access) {
        auto *line = new SettingRow(title, sentence);
        line->addControl(m_fields.duration(objectName, title, Unit::Seconds, least, most, std::move(access)));
        body().addWidget(line);
    };
    row(tr("Wait for a turn"), tr("To its first word, over all tries. Then it goes to the outbox."), "turnPatience",
        seconds(5), hours(1), [](PolicySettings &p) -> Duration & { return p.patience.turn; });
    row(tr("Do not retry in the last"), tr("With less time than this left, another try is of no use."), "usefulRest",
        Duration::zero(), minutes(1), [](PolicySettings &p) -> Duration & { return p.patience.usefulRest; });
    row(tr("Wait for a connection"), tr("One try. A provider may have a time of its own."), "connectPatience", seconds(1),
        minutes(5), [](PolicySettings &p) -> Duration & { return p.patience.connect; });
    row(tr("Wait for a reply"), tr("One try, from the connection to the first line of the reply."), "headersPatience",
        seconds(1), minutes(15), [](PolicySettings &p) -> Duration & { return p.patience.headers; });
    row(tr("Wait for the first word"), tr("One try. Too short makes an overload worse."), "firstContentPatience",
        seconds(1), minutes(15), [](PolicySettings &p) -> Duration & { return p.patience.firstContent; });
    row(tr("Silence inside an answer"), tr("After this the answer counts as broken off; what came is kept."),
        "idlePatience", seconds(5), minutes(15), [](PolicySettings &p) -> Duration & { return p.patience.idle; });

    auto *learned = new SettingRow(tr("Notice silence sooner, at"),
        tr("Breakwater learns how quick a route is, and gives a silent try up before the times above."));
    learned->addControl(m_fields.number("silenceFactor", tr("Times the usual silence"), tr(" times"), 2, 100, 1, 1.0,
        [](PolicySettings &p) -> double & { return p.patience.silenceFactor; }));
    learned->addWord(tr("the usual"));
    body().addWidget(learned);
    row(tr("But never before"), tr("However quick a route is. Too short makes an overload worse."), "shortestSilence",
        milliseconds(500), minutes(5), [](PolicySettings &p) -> Duration & { return p.patience.shortestSilence; });
    row(tr("Ask anew when it broke off within"), tr("A longer answer is continued instead. Both keep what came."),
        "startOver", Duration::zero(), minutes(10), [](PolicySettings &p) -> Duration & { return p.patience.startOver; });
    auto *ask = new SettingRow(
        tr("Ask before sending after"), tr("What waited longer in the outbox may not be wanted any more."));
    ask->addControl(m_fields.duration("askAfter", tr("Time in the outbox before it asks"), Unit::Minutes, minutes(1),
        hours(24), [](PolicySettings &p) -> Duration & { return p.patience.askAfter; }));
    body().addWidget(ask);
}

void RetryPage::makePreview()
{
    auto *card = new Card(Card::Ground::Panel);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(4);

    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Each wait")), 1);
    m_previewed = new QComboBox;
    m_previewed->setAccessibleName(tr("Kind of wait shown"));
    m_previewed->addItem(tr("Overloaded (529)"), static_cast<int>(DelayClass::Overloaded));
    m_previewed->addItem(tr("Server error (5xx)"), static_cast<int>(DelayClass::Transient));
    m_previewed->addItem(tr("Your own limit (429)"), static_cast<int>(DelayClass::RateLimitedBlind));
    m_previewed->addItem(tr("No answer in time"), static_cast<int>(DelayClass::Ambiguous));
    m_previewed->addItem(tr("No connection"), static_cast<int>(DelayClass::Connect));
    m_previewed->addItem(tr("Offline"), static_cast<int>(DelayClass::Offline));
    connect(m_previewed, &QComboBox::currentIndexChanged, this, &RetryPage::preview);
    head->addWidget(m_previewed);
    column->addLayout(head);
    m_drawn = new TextLabel(TextRole::Small, &Tokens::text2, {});
    m_drawn->setWordWrap(true);
    column->addWidget(m_drawn);
    column->addSpacing(6);
    m_delays = new DelayPreview;
    column->addWidget(m_delays);
    const auto heading = [column](const QString &text) {
        column->addSpacing(8);
        column->addWidget(new PreviewRule);
        column->addSpacing(8);
        column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, text));
    };
    heading(tr("All waits together"));
    m_tries = new TextLabel(TextRole::Small, &Tokens::text2, {});
    m_tries->setWordWrap(true);
    column->addWidget(m_tries);
    m_together = new WaitSumPreview;
    column->addWidget(m_together);
    heading(tr("The breaker, with these settings"));
    column->addSpacing(4);
    m_breaker = new BreakerPreview;
    column->addWidget(m_breaker);
    auto *scroll = new PreviewScroll;
    scroll->setWidget(card);
    card->setAutoFillBackground(false);
    addPreview(scroll, {narrowPreview, previewWidth}, m_afterWaits);
}

void RetryPage::preview()
{
    const PolicySettings &policy = values().policy;
    const auto which = static_cast<DelayClass>(m_previewed->currentData().toInt());
    const DelayRule &rule = delayRule(policy.delay, which);
    const int tries = std::clamp(policy.mostAttempts, 1, mostTries);
    m_drawn->setText(drawnSentence(policy.delay.randomness));
    m_delays->show(rule, policy.delay.randomness, std::max(1, tries - 1));
    m_tries->setText(triesSentence(tries));
    m_together->show(rule, policy.delay.randomness, tries - 1);
    m_breaker->show(policy.breaker);
}

void RetryPage::load()
{
    m_fields.load();
    const QSignalBlocker quiet(m_randomness);
    m_randomness->setCurrentIndex(m_randomness->findData(static_cast<int>(values().policy.delay.randomness)));
    preview();
}

} // namespace breakwater
