// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightdetail.h"

#include "core/base/logging.h"
#include "ui/flight/copybutton.h"
#include "ui/flight/flightwords.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"
#include "ui/words/faultwords.h"
#include "ui/words/usagewords.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace breakwater {

/// The ground of the raw response: a raised card with a rule under its head.
class FlightDetail::Card final : public QWidget
{
private:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.line, tokens.border));
        painter.setBrush(tokens.raised);
        painter.drawRoundedRect(bordered(rect(), tokens), 10, 10);
        const qreal under = m_below->y() - 0.5;
        painter.drawLine(QPointF(0.5, under), QPointF(width() - 0.5, under));
    }
    QWidget *m_below;

public:
    /// Ruled above `below`, which it holds.
    explicit Card(QWidget *below)
        : m_below(below)
    {
    }
};

class FlightDetail::Mark final : public QWidget
{
public:
    Mark() { setFixedSize(12, 18); }
    void show(std::optional<SampleClass> which)
    {
        m_which = which;
        setVisible(which.has_value());
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_which)
            paintStatusMark(painter, QRectF(0, 3, 12, 12), *m_which, Theme::instance().tokens());
    }
    std::optional<SampleClass> m_which;
};

FlightDetail::FlightDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new ThemedLabel(TextRole::Heading, &Tokens::text))
    , m_mark(new Mark)
    , m_result(new ThemedLabel(TextRole::Interface, &Tokens::text2))
    , m_sentence(new ThemedLabel(TextRole::Interface, &Tokens::text2))
    , m_left(new QScrollArea)
    , m_copy(new CopyButton(Button::Kind::Quiet, tr("Copy")))
    , m_raw(new QPlainTextEdit)
{
    m_left->setWidget(buildFacts());
    m_left->setWidgetResizable(true);
    m_left->setFrameShape(QFrame::NoFrame);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*m_left, tr("Attempt"));
    m_left->viewport()->setAutoFillBackground(false);
    m_left->widget()->setAutoFillBackground(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 24, 0);
    row->setSpacing(0);
    row->addWidget(m_left, 4);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 16, 0, 16);
    right->addWidget(buildRaw());
    row->addLayout(right, 5);
    setMinimumHeight(130);
    dress();
    connect(&Theme::instance(), &Theme::changed, this, &FlightDetail::dress);
}

QWidget *FlightDetail::buildFacts()
{
    auto *all = new QWidget;
    auto *left = new QVBoxLayout(all);
    left->setContentsMargins(24, 16, 24, 16);
    left->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 0, Qt::AlignTop);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    m_result->setWordWrap(true);
    m_result->setMinimumWidth(40);
    head->addWidget(m_result, 1);
    left->addLayout(head);
    left->addSpacing(8);
    m_sentence->setWordWrap(true);
    left->addWidget(m_sentence);
    left->addSpacing(8);

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(6);
    facts->setColumnMinimumWidth(0, 108);
    facts->setColumnStretch(1, 1);
    const std::array names {
        tr("Server hint"), tr("Random part"), tr("Waited"), tr("Retry budget"), tr("Breaker"), tr("Used"), tr("Request id")};
    for (std::size_t index = 0; index < factCount; ++index) {
        m_names[index] = new ThemedLabel(TextRole::Interface, &Tokens::text3, names[index]);
        m_facts[index] = new ThemedLabel(TextRole::Interface, &Tokens::text);
        m_facts[index]->setWordWrap(true);
        m_facts[index]->setMinimumWidth(60); // a long id does not make the others wider
        m_facts[index]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_names[index]->setBuddy(m_facts[index]);
        facts->addWidget(m_names[index], int(index), 0, Qt::AlignTop);
        facts->addWidget(m_facts[index], int(index), 1);
    }
    left->addLayout(facts);
    left->addStretch(1);
    return all;
}

QWidget *FlightDetail::buildRaw()
{
    auto *card = new Card(m_raw);
    auto *lines = new QVBoxLayout(card);
    lines->setContentsMargins(1, 0, 1, 6);
    lines->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 2, 6, 2);
    auto *name = new ThemedLabel(TextRole::Small, &Tokens::text2, tr("Raw response, key removed"));
    name->setWordWrap(true);
    bar->addWidget(name, 1);
    m_copy->setSize(Button::Size::Small);
    m_copy->setAccessibleName(tr("Copy the raw response"));
    connect(m_copy, &QAbstractButton::clicked, this, [this] { m_copy->copy(raw()); });
    bar->addWidget(m_copy);
    lines->addLayout(bar);
    lines->addSpacing(1);
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_raw->setTabChangesFocus(true);
    // The caret shows where the keyboard is; without it nothing of the text can be selected by keys.
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_raw->setAccessibleName(tr("Raw response"));
    m_raw->document()->setDocumentMargin(8);
    lines->addWidget(m_raw, 1);
    return card;
}

void FlightDetail::dress()
{
    const Tokens &tokens = Theme::instance().tokens();
    m_left->setMinimumWidth(scaled(260));
    QFont code = fontFor(TextRole::Code);
    code.setPixelSize(qRound(12 * Theme::instance().textScale()));
    m_raw->setFont(code);
    QPalette colors = m_raw->palette();
    colors.setColor(QPalette::Base, tokens.raised);
    colors.setColor(QPalette::Text, tokens.text);
    m_raw->setPalette(colors);
    update();
}

QString FlightDetail::raw() const
{
    return m_rawText;
}

void FlightDetail::fill(Fact fact, const QString &text)
{
    m_names[fact]->setVisible(!text.isEmpty());
    m_facts[fact]->setVisible(!text.isEmpty());
    m_facts[fact]->setText(text);
}

void FlightDetail::show(const TurnState &turn, std::size_t index, const RouteTable &routes)
{
    setVisible(index < turn.attempts.size());
    if (index >= turn.attempts.size())
        return;
    const Attempt &attempt = turn.attempts[index];
    const AttemptResult result = attemptResult(turn, index);
    m_title->setText(tr("Attempt %1").arg(attempt.number));
    m_mark->show(result.mark);
    QString outcome = result.code.isEmpty() ? result.word : tr("%1, %2").arg(result.code, result.word.toLower());
    if (!result.side.isEmpty() && result.mark != SampleClass::OwnLimit)
        outcome = tr("%1, %2").arg(outcome, result.side);
    m_result->setText(outcome);

    QString sentence;
    if (attempt.fault) {
        const Words words = wordsFor(*attempt.fault,
            {providerName(routes, attempt.route), routeName(routes, attempt.route), {}, std::nullopt, 0});
        sentence = words.title % QLatin1Char(' ') % words.sentence;
    } else if (attempt.firstContentAfter && attempt.endedAfter) {
        sentence = tr("First token after %1, whole answer after %2.").arg(firstTokenSpan(*attempt.firstContentAfter), recordSpan(*attempt.endedAfter));
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());

    const Decision *wait = waitDecision(attempt);
    const Delay *delay = wait != nullptr && wait->delay ? &*wait->delay : nullptr;
    const FlightGap gap = gapAfter(turn, index);
    const bool hinted = delay && delay->hint > Duration::zero();
    const QString hint = withoutSecrets(hintWords(attempt));
    fill(Hint, !attempt.fault ? QString() : hint.isEmpty() ? tr("none") : hint);
    const QString range = randomRange(turn, attempt);
    fill(Random, range.isEmpty() ? QString() : tr("%1, %2").arg(roundSpan(delay->random), range));
    QString waited = !gap.wait ? QString() : hinted ? tr("%1. A hint is never cut short.").arg(recordSpan(*gap.wait)) : recordSpan(*gap.wait);
    if (hinted && gap.wait && *gap.wait < delay->hint) // a person, or another route, was quicker
        waited = tr("%1 of %2").arg(recordSpan(*gap.wait), roundSpan(delay->total()));
    if (gap.outbox)
        waited = waited.isEmpty() ? tr("%1 in the outbox").arg(recordSpan(*gap.outbox)) : tr("%1, then %2 in the outbox").arg(recordSpan(*gap.wait), recordSpan(*gap.outbox));
    fill(Waited, waited);
    fill(Budget, attempt.budgetBefore && attempt.budgetAfter
            ? tr("%1 before, %2 after").arg(budgetFigure(*attempt.budgetBefore), budgetFigure(*attempt.budgetAfter))
            : QString());
    fill(BreakerFact, breakerSentence(attempt));
    fill(Used, usageWords(attempt.usage, attempt.dollars));
    fill(Request, attempt.requestId);
    const QString text = withoutSecrets(attempt.rawResponse);
    // What is selected in it stays, unless it is another text.
    if (text != m_rawText)
        m_raw->setPlainText(text);
    m_rawText = text;
    m_raw->setPlaceholderText(isUnderWay(turn, index) ? tr("Nothing came back yet.") : tr("Nothing came back."));
    m_copy->setEnabled(!text.isEmpty());
    if (turn.id != m_turn || index != m_index)
        m_left->verticalScrollBar()->setValue(0);
    m_turn = turn.id;
    m_index = index;
}

void FlightDetail::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sidebar);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
}

} // namespace breakwater
