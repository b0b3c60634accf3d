// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightdetail.h"

#include "core/base/logging.h"
#include "ui/flight/flightwords.h"
#include "ui/style/button.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"
#include "ui/words/faultwords.h"
#include "ui/words/usagewords.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QPlainTextEdit>

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
        painter.drawLine(QPointF(0.5, 32.5), QPointF(width() - 0.5, 32.5));
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
    , m_raw(new QPlainTextEdit)
{
    auto *left = new QVBoxLayout;
    left->setContentsMargins(24, 16, 24, 16);
    left->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_mark);
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
    const std::array names {tr("Server hint"), tr("Random part"), tr("Waited"), tr("Retry budget"), tr("Breaker"), tr("Used")};
    for (std::size_t index = 0; index < factCount; ++index) {
        m_names[index] = new ThemedLabel(TextRole::Interface, &Tokens::text3, names[index]);
        m_facts[index] = new ThemedLabel(TextRole::Interface, &Tokens::text);
        m_facts[index]->setWordWrap(true);
        m_facts[index]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts->addWidget(m_names[index], int(index), 0, Qt::AlignTop);
        facts->addWidget(m_facts[index], int(index), 1);
    }
    left->addLayout(facts);
    left->addStretch(1);

    auto *card = new Card;
    auto *lines = new QVBoxLayout(card);
    lines->setContentsMargins(1, 0, 1, 6);
    lines->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 2, 6, 2);
    bar->addWidget(new ThemedLabel(TextRole::Small, &Tokens::text2, tr("Raw response, key removed")), 1);
    auto *copy = new Button(Button::Kind::Quiet, tr("Copy"));
    copy->setSize(Button::Size::Small);
    copy->setLeadingIcon(Icon::Copy);
    copy->setAccessibleName(tr("Copy the raw response"));
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(raw()); });
    bar->addWidget(copy);
    lines->addLayout(bar);
    lines->addSpacing(1);
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_raw->setTabChangesFocus(true);
    m_raw->setAccessibleName(tr("Raw response"));
    m_raw->document()->setDocumentMargin(8);
    lines->addWidget(m_raw, 1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 24, 0);
    row->setSpacing(0);
    row->addLayout(left, 4);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 16, 0, 16);
    right->addWidget(card);
    row->addLayout(right, 5);
    setMinimumHeight(200);
    dress();
    connect(&Theme::instance(), &Theme::changed, this, &FlightDetail::dress);
}

void FlightDetail::dress()
{
    const Tokens &tokens = Theme::instance().tokens();
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
    return m_raw->toPlainText();
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
    const AttemptResult result = attemptResult(attempt);
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
        sentence = tr("First token after %1, whole answer after %2.").arg(shortSpan(*attempt.firstContentAfter), shortSpan(*attempt.endedAfter));
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());

    const Decision *wait = waitDecision(attempt);
    const Delay *delay = wait != nullptr && wait->delay ? &*wait->delay : nullptr;
    const std::optional<Duration> waited = waitAfter(turn, index);
    const bool hinted = delay && delay->hint > Duration::zero();
    fill(Hint, !attempt.fault ? QString() : hinted ? shortSpan(delay->hint) : tr("none"));
    const bool drawn = delay && delay->ceiling > Duration::zero();
    fill(Random, drawn ? tr("%1, drawn between 0 and %2").arg(shortSpan(delay->random), shortSpan(delay->ceiling)) : QString());
    fill(Waited, !waited ? QString() : hinted ? tr("%1. A hint is never cut short.").arg(shortSpan(*waited)) : shortSpan(*waited));
    fill(Budget, attempt.budgetBefore && attempt.budgetAfter
            ? tr("%1 before, %2 after").arg(budgetFigure(*attempt.budgetBefore), budgetFigure(*attempt.budgetAfter))
            : QString());
    fill(BreakerFact, breakerSentence(attempt));
    fill(Used, usageWords(attempt.usage, attempt.dollars));
    const QString text = withoutSecrets(attempt.rawResponse);
    if (text != raw())
        m_raw->setPlainText(text);
}

void FlightDetail::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sidebar);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
}

} // namespace breakwater
