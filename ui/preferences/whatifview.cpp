// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/whatifview.h"

#include "ui/preferences/whatifcharts.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <set>

namespace breakwater {

namespace {

constexpr std::chrono::milliseconds afterEdit {150};

/// A hairline between rows, or a sample of a line of the chart.
class Rule : public QWidget
{
public:
    enum class Kind { Hairline, Dashed, Solid };
    explicit Rule(Kind kind)
        : m_kind(kind)
    {
        kind == Kind::Hairline ? setFixedHeight(1) : setFixedSize(18, 8);
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        QPen pen(m_kind == Kind::Solid ? tokens.accent : m_kind == Kind::Dashed ? tokens.text3 : tokens.line, m_kind == Kind::Hairline ? 1 : 2);
        if (m_kind == Kind::Dashed)
            pen.setDashPattern({2.0, 1.2});
        painter.setPen(pen);
        painter.drawLine(QPointF(0, height() / 2.0), QPointF(width(), height() / 2.0));
    }

private:
    Kind m_kind;
};

/// "3.1 s", "24 s", "2:05 min".
QString extraWaitText(Duration wait)
{
    const double seconds = toSeconds(wait);
    if (seconds < 9.95)
        return WhatIfView::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (seconds < 119.5)
        return WhatIfView::tr("%1 s").arg(QLocale().toString(qRound(seconds)));
    const int whole = qRound(seconds);
    return WhatIfView::tr("%1 min").arg(QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0')));
}

/// Never "100.0%" while somebody was not answered.
QString shareText(const ReplayResult &result)
{
    const double share = 100.0 * result.answeredShare();
    const double shown = result.answered < result.turns ? std::min(share, 99.9) : share;
    return WhatIfView::tr("%1%").arg(QLocale().toString(shown, 'f', 1));
}

std::size_t turnsIn(const std::vector<Sample> &samples)
{
    std::set<TurnId> turns;
    for (const Sample &each : samples) {
        if (!each.turn.isEmpty())
            turns.insert(each.turn);
    }
    return turns.size();
}

} // namespace

WhatIfView::WhatIfView(const PreferencesDraft &draft, QWidget *parent)
    : PreviewScroll(parent)
    , m_draft(draft)
{
    setObjectName(QStringLiteral("whatIf"));

    auto *card = new Card(Card::Ground::Panel);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 14, 20, 18);
    column->setSpacing(4);
    m_range = new QComboBox;
    m_range->setObjectName(QStringLiteral("whatIfRange"));
    m_range->setAccessibleName(tr("Recorded time"));
    m_range->addItem(tr("Hour"), 1);
    m_range->addItem(tr("Day"), 24);
    m_range->addItem(tr("Week"), 24 * 7);
    connect(m_range, &QComboBox::currentIndexChanged, this, &WhatIfView::soon);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::Heading, &Tokens::text, tr("What if")), 1);
    head->addWidget(m_range);
    column->addLayout(head);
    m_sentence = new TextLabel(TextRole::Interface, &Tokens::text2, {});
    m_sentence->setObjectName(QStringLiteral("whatIfSentence"));
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    column->addSpacing(4);

    m_figures = makeFigures();
    column->addWidget(m_figures);
    column->addStretch();
    setWidget(card);
    card->setAutoFillBackground(false);

    m_pause.setSingleShot(true);
    m_pause.setInterval(afterEdit);
    connect(&m_pause, &QTimer::timeout, this, &WhatIfView::compute);
    connect(&draft, &PreferencesDraft::changed, this, &WhatIfView::soon);
    connect(&m_runner, &WhatIfRunner::answered, this, &WhatIfView::take);
    enter(State::Idle);
}

QWidget *WhatIfView::makeFigures()
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new TextLabel(TextRole::Small, &Tokens::text2, tr("Now")), 0, 1, Qt::AlignRight);
    grid->addWidget(new TextLabel(TextRole::Small, &Tokens::text, tr("With changes")), 0, 2, Qt::AlignRight);
    addFigure(*grid, tr("Answered"), m_answered);
    addFigure(*grid, tr("Extra wait, half of turns"), m_half);
    addFigure(*grid, tr("Extra wait, slowest 5%"), m_slow);
    addFigure(*grid, tr("Requests sent"), m_requests);
    addFigure(*grid, tr("Left in outbox"), m_left);
    m_answered.now->setObjectName(QStringLiteral("answeredNow"));
    m_answered.changed->setObjectName(QStringLiteral("answeredChanged"));
    m_requests.now->setObjectName(QStringLiteral("requestsNow"));
    m_requests.changed->setObjectName(QStringLiteral("requestsChanged"));
    column->addLayout(grid);
    column->addSpacing(10);
    column->addWidget(makeCourse());
    column->addSpacing(8);
    column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Who answers")));
    m_bars = new AnswerBars;
    column->addWidget(m_bars);
    m_estimated = new TextLabel(TextRole::Small, &Tokens::text2, {});
    m_estimated->setObjectName(QStringLiteral("whatIfEstimated"));
    m_estimated->setWordWrap(true);
    m_estimated->hide();
    column->addSpacing(4);
    column->addWidget(m_estimated);
    return all;
}

void WhatIfView::addFigure(QGridLayout &grid, const QString &title, Figure &figure)
{
    const int row = grid.rowCount();
    grid.addWidget(new Rule(Rule::Kind::Hairline), row, 0, 1, 3);
    auto *caption = new TextLabel(TextRole::Interface, &Tokens::text, title);
    caption->setWordWrap(true);
    grid.addWidget(caption, row + 1, 0);
    figure.now = new TextLabel(TextRole::Interface, &Tokens::text2, {});
    figure.changed = new TextLabel(TextRole::InterfaceStrong, &Tokens::text, {});
    grid.addWidget(figure.now, row + 1, 1, Qt::AlignRight);
    grid.addWidget(figure.changed, row + 1, 2, Qt::AlignRight);
}

QWidget *WhatIfView::makeCourse()
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Answered, %")), 1);
    m_legend = new QWidget;
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(6);
    legend->addWidget(new Rule(Rule::Kind::Dashed));
    legend->addWidget(new TextLabel(TextRole::Micro, &Tokens::text2, tr("now")));
    legend->addSpacing(6);
    legend->addWidget(new Rule(Rule::Kind::Solid));
    legend->addWidget(new TextLabel(TextRole::Micro, &Tokens::text2, tr("with changes")));
    head->addWidget(m_legend);
    column->addLayout(head);
    m_course = new AnsweredChart;
    column->addWidget(m_course);
    return all;
}

void WhatIfView::setRecordedWeather(Recorded recorded)
{
    m_recorded = std::move(recorded);
    soon();
}

void WhatIfView::setChain(const ChainId &chain)
{
    if (m_chain == chain)
        return;
    m_chain = chain;
    soon();
}

void WhatIfView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_stale = true; // weather went on meanwhile
    soon();
}

void WhatIfView::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_pause.stop();
    m_runner.stop();
    m_stale = true;
}

/// What is computed now is of no use any more; the next begins when the person paused.
void WhatIfView::soon()
{
    m_stale = true;
    m_runner.stop();
    if (!isVisible() || !m_recorded)
        return;
    enter(State::Computing);
    m_pause.start();
}

ReplaySettings WhatIfView::settingsOf(const Preferences &preferences) const
{
    return {preferences.routes, m_chain, preferences.policy, 1};
}

void WhatIfView::compute()
{
    if (!m_recorded)
        return;
    WhatIfQuestion question {m_recorded(std::chrono::hours(m_range->currentData().toInt())), settingsOf(m_draft.applied()), settingsOf(m_draft.edited())};
    const std::size_t turns = turnsIn(question.samples);
    if (turns < fewestTurns) {
        m_stale = false;
        m_filled = false;
        m_sentence->setText(turns == 1 ? tr("Too little weather yet: 1 turn.") : tr("Too little weather yet: %1 turns.").arg(turns));
        enter(State::TooLittle);
        return;
    }
    m_runner.ask(std::move(question));
}

std::map<RouteId, QString> WhatIfView::names() const
{
    std::map<RouteId, QString> names;
    for (const Preferences *each : {&m_draft.applied(), &m_draft.edited()}) {
        for (const Route &route : each->routes.routes)
            names[route.id] = route.name.isEmpty() ? route.model : route.name;
    }
    return names;
}

void WhatIfView::write(const Figure &figure, const QString &now, const std::optional<QString> &changed)
{
    figure.now->setText(now);
    figure.changed->setText(changed.value_or(QStringLiteral("–")));
}

void WhatIfView::take(const WhatIfAnswer &answer)
{
    const auto &[now, changed] = answer;
    const auto both = [&](const Figure &figure, auto text) { write(figure, text(now), changed ? std::optional<QString>(text(*changed)) : std::nullopt); };
    const QLocale locale;
    both(m_answered, &shareText);
    both(m_half, [](const ReplayResult &each) { return extraWaitText(each.waitHalf); });
    both(m_slow, [](const ReplayResult &each) { return extraWaitText(each.waitSlow); });
    both(m_requests, [&locale](const ReplayResult &each) { return locale.toString(each.requests); });
    both(m_left, [&locale](const ReplayResult &each) { return locale.toString(each.left); });
    m_legend->setVisible(changed.has_value());
    m_course->show(now, changed);
    m_bars->show(now, changed, names());

    const QString turns = locale.toString(now.turns);
    const QString kinds[] {tr("The last hour again, with these settings. %1 turns against recorded weather. Nothing is sent."),
        tr("The last day again, with these settings. %1 turns against recorded weather. Nothing is sent."),
        tr("The last week again, with these settings. %1 turns against recorded weather. Nothing is sent.")};
    m_sentence->setText(kinds[std::clamp(m_range->currentIndex(), 0, 2)].arg(turns));
    const ReplayResult &told = changed ? *changed : now;
    m_estimated->setVisible(told.estimated > 0);
    m_estimated->setText(told.estimated == 1
            ? tr("1 of %1 requests went where nothing was recorded; it is estimated.").arg(locale.toString(told.requests))
            : tr("%1 of %2 requests went where nothing was recorded; those are estimated.").arg(locale.toString(told.estimated), locale.toString(told.requests)));

    const auto inWords = [](const ReplayResult &each) -> QString {
        return tr("%1 answered, extra wait %2 for half of the turns, %3 for the slowest 5%, %4 requests, %5 left in the outbox")
            .arg(shareText(each), extraWaitText(each.waitHalf), extraWaitText(each.waitSlow), QLocale().toString(each.requests), QLocale().toString(each.left));
    };
    widget()->setAccessibleName(tr("What if"));
    widget()->setAccessibleDescription(changed ? tr("Now: %1. With changes: %2.").arg(inWords(now), inWords(*changed)) : tr("Now: %1.").arg(inWords(now)));
    m_course->setAccessibleDescription(changed ? tr("Now %1, with changes %2.").arg(shareText(now), shareText(*changed)) : tr("Now %1.").arg(shareText(now)));
    m_stale = false;
    m_filled = true;
    enter(State::Ready);
}

void WhatIfView::enter(State state)
{
    const bool dimmed = state == State::Computing;
    m_figures->setVisible(m_filled);
    for (const Figure *each : {&m_answered, &m_half, &m_slow, &m_requests, &m_left}) {
        each->now->setColor(dimmed ? &Tokens::text3 : &Tokens::text2);
        each->changed->setColor(dimmed ? &Tokens::text3 : &Tokens::text);
    }
    m_course->setDimmed(dimmed);
    m_bars->setDimmed(dimmed);
    if (state == State::Idle)
        m_sentence->setText(tr("No weather yet."));
    else if (state == State::Computing && !m_filled)
        m_sentence->setText(tr("Meeting the recorded weather again."));
    updateGeometry();
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace breakwater
