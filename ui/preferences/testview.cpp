// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/testview.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

namespace {

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

} // namespace

QString sentenceFor(const TestStep &step)
{
    switch (step.stage) {
    case TestStage::Reached:
        return step.passed ? TestView::tr("Reached %1").arg(step.detail)
                           : TestView::tr("Could not reach %1").arg(step.detail);
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
    , m_lines(new QVBoxLayout)
{
    m_state->setObjectName(QStringLiteral("testState"));
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setLeadingIcon(Icon::Refresh);
    m_test->setSize(Button::Size::Small);
    connect(m_test, &Button::clicked, this, &TestView::requested);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Connection test")));
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_test);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 4, 4);
    column->addLayout(head);
    m_lines->setSpacing(8);
    column->addLayout(m_lines);
}

void TestView::dropLines()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void TestView::clear()
{
    dropLines();
    m_state->setText({});
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
    m_test->setEnabled(true);
    m_state->setText(result.passed() ? tr("passed") : tr("failed"));
    for (const TestStep &step : result.steps) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(9);
        row->addWidget(new TestMark(step.passed), 0, Qt::AlignTop);
        QString text = sentenceFor(step);
        if (!step.passed && step.stage != TestStage::Reached && !step.detail.isEmpty())
            text = tr("%1: %2").arg(text, step.detail);
        auto *words = new TextLabel(TextRole::Interface, step.passed ? &Tokens::text : &Tokens::danger, text);
        words->setWordWrap(true);
        row->addWidget(words, 1);
        if (step.took)
            row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text3, timeText(*step.took)), 0, Qt::AlignTop);
        m_lines->addWidget(line);
    }
}

} // namespace breakwater
