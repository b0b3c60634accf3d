// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/testview.h"

#include "ui/preferences/certificateview.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int leastWidth = 240;
constexpr qreal bothWidth = 500; // from here on lines and limits have room beside each other

/// A tick or a cross before a line.
class TestMark : public QWidget
{
public:
    explicit TestMark(bool passed)
        : m_passed(passed)
    {
        setFixedSize(16, 16);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        paintIcon(painter, m_passed ? Icon::Check : Icon::Close, rect(), 16, m_passed ? tokens.accent : tokens.danger);
    }

private:
    bool m_passed;
};

QString timeText(Duration took)
{
    const double seconds = toSeconds(took);
    return seconds < 0.5 ? TestView::tr("%1 ms").arg(qRound(seconds * 1000))
                         : TestView::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

QString nameOf(RoomLeft::Dimension dimension)
{
    switch (dimension) {
    case RoomLeft::Dimension::Requests:
        return TestView::tr("Requests");
    case RoomLeft::Dimension::InputTokens:
        return TestView::tr("Input tokens");
    case RoomLeft::Dimension::OutputTokens:
        return TestView::tr("Output tokens");
    case RoomLeft::Dimension::Tokens:
        break;
    }
    return TestView::tr("Tokens");
}

/// "req_011CVRr2…Wd5s"
QString shortened(const QString &id)
{
    return id.size() > 20 ? id.left(12) + QChar(0x2026) + id.right(4) : id;
}

} // namespace

QString sentenceFor(const TestStep &step)
{
    switch (step.stage) {
    case TestStage::Reached:
        return step.passed ? TestView::tr("Reached %1").arg(step.detail)
                           : TestView::tr("Did not reach the server");
    case TestStage::Secure:
        return step.passed ? TestView::tr("Secure connection") : TestView::tr("The connection is not secure");
    case TestStage::KeyAccepted:
        return step.passed ? TestView::tr("Key accepted") : TestView::tr("The key was refused");
    case TestStage::ModelsFound:
        return step.passed ? (step.detail == QLatin1String("1") ? TestView::tr("Found 1 model")
                                                                : TestView::tr("Found %1 models").arg(step.detail))
                           : TestView::tr("Gave no list of models");
    case TestStage::Answered:
        return step.passed ? TestView::tr("Answered one short message")
                           : TestView::tr("Did not answer one short message");
    }
    return {};
}

TestView::TestView(QWidget *parent)
    : QWidget(parent)
    , m_state(new TextLabel(TextRole::Small, &Tokens::text3, {}))
    , m_test(new Button(Button::Kind::Plain, tr("Test")))
    , m_found(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_lines(new QVBoxLayout)
    , m_limits(new QVBoxLayout)
{
    m_state->setObjectName(QStringLiteral("testState"));
    m_state->setWordWrap(true); // where it is narrow
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setLeadingIcon(Icon::Refresh);
    m_test->setSize(Button::Size::Small);
    connect(m_test, &Button::clicked, this, &TestView::requested);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Connection test")));
    head->addWidget(m_state, 1);
    head->addWidget(m_test);
    m_lines->setSpacing(12);
    m_limits->setSpacing(10);
    m_found->setSpacing(32);
    m_found->addLayout(m_lines, 6);
    m_found->addLayout(m_limits, 5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 4, 4);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(m_found);
}

QSize TestView::minimumSizeHint() const
{
    return {leastWidth, QWidget::minimumSizeHint().height()};
}

void TestView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_found->setDirection(width() < bothWidth * std::max(1.0, Theme::instance().textScale()) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_found->setSpacing(m_found->direction() == QBoxLayout::LeftToRight ? 32 : 16);
}

/// A hairline keeps it apart from what a person sets.
void TestView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width() - 4, 1), Theme::instance().tokens().line);
}

void TestView::dropLines()
{
    for (QVBoxLayout *lines : {m_lines, m_limits}) {
        while (QLayoutItem *item = lines->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    }
}

void TestView::clear()
{
    dropLines();
    m_state->setText({});
    m_test->setText(tr("Test"));
    m_test->setEnabled(true);
}

void TestView::showRunning()
{
    dropLines();
    m_state->setText(tr("testing…"));
    m_test->setEnabled(false);
}

void TestView::show(const TestResult &result)
{
    dropLines();
    m_test->setText(tr("Test again"));
    m_test->setEnabled(true);
    const QString at = QLocale().toString(QDateTime::fromMSecsSinceEpoch(result.at.time_since_epoch().count()).time(), QLocale::ShortFormat);
    m_state->setText(result.passed() ? tr("passed at %1").arg(at) : tr("failed at %1").arg(at));
    for (const TestStep &step : result.steps)
        addLine(step);
    if (result.certificate)
        m_lines->addWidget(new CertificateView(*result.certificate));
    m_lines->addStretch();
    showLimits(result);
}

void TestView::addLine(const TestStep &step)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(9);
    row->addWidget(new TestMark(step.passed), 0, Qt::AlignTop);
    QString text = sentenceFor(step);
    const bool saysAll = step.stage == TestStage::Secure; // it names the host and what is wrong
    if (!step.passed && !step.detail.isEmpty())
        text = saysAll ? step.detail : tr("%1: %2").arg(text, step.detail);
    auto *words = new TextLabel(TextRole::Interface, step.passed ? &Tokens::text : &Tokens::danger, text);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    if (step.took)
        row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text3, timeText(*step.took)), 0, Qt::AlignTop);
    m_lines->addWidget(line);
}

/// What the key may each minute, as far as the provider says, and the name of the request for whoever asks it.
void TestView::showLimits(const TestResult &result)
{
    if (!result.limits.empty())
        m_limits->addWidget(new TextLabel(TextRole::Small, &Tokens::text3, tr("Limits this key reports, each minute")));
    for (const RoomLeft &limit : result.limits) {
        if (limit.dimension == RoomLeft::Dimension::Tokens && result.limits.size() > 2)
            continue; // the sum of the two that are told
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, nameOf(limit.dimension)));
        row->addStretch();
        row->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, QLocale().toString(limit.limit)));
        m_limits->addWidget(line);
    }
    if (!result.requestId.isEmpty()) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *id = new TextLabel(TextRole::Code, &Tokens::text3, shortened(result.requestId));
        id->setToolTip(result.requestId);
        id->setAccessibleName(tr("Request %1").arg(result.requestId));
        row->addWidget(id);
        row->addStretch();
        auto *copy = new IconButton(Icon::Copy, tr("Copy the request’s id"));
        copy->setExtent(24, 14);
        connect(copy, &QAbstractButton::clicked, this, [whole = result.requestId] { QGuiApplication::clipboard()->setText(whole); });
        row->addWidget(copy);
        m_limits->addWidget(line);
    }
    const bool any = m_limits->count() > 0;
    m_limits->addStretch();
    m_found->setStretch(1, any ? 5 : 0); // with nothing to tell there, the lines have all the room
}

} // namespace breakwater
