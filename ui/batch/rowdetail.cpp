// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowdetail.h"

#include "core/batch/rowprompt.h"
#include "core/policy/verdict.h"
#include "ui/batch/rowmark.h"
#include "ui/batch/rowtext.h"
#include "ui/flight/copybutton.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/attachmentwords.h"
#include "ui/words/batchwords.h"
#include "ui/words/usagewords.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace breakwater {

namespace {

constexpr int leastBeside = 320;
constexpr int linesOfAPrompt = 9;
constexpr int linesOfASystem = 3;
constexpr int linesOfAnAnswer = 12;

TextLabel *wrapping(TextRole role, QColor Tokens::*color, const char *name)
{
    auto *label = new TextLabel(role, color, {});
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setMinimumWidth(60); // a long name does not make the others wider
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString filesWords(const std::vector<Attachment> &files)
{
    QStringList lines;
    for (const Attachment &each : files)
        lines.append(RowDetail::tr("%1, %2", "a file and its size").arg(each.name, fileWords(each)));
    return lines.join(QLatin1Char('\n'));
}

/// "Failed: Not accepted (400), yours"
QString statusWords(const RowResult &result)
{
    const QString state = batchwords::state(result.state);
    if (result.state == RowState::Answered)
        return result.model.isEmpty() ? state : RowDetail::tr("Answered by %1").arg(result.model);
    if (!result.fault)
        return state;
    const QString side = batchwords::side(*result.fault);
    const QString reason = batchwords::reason(*result.fault);
    return side.isEmpty() ? RowDetail::tr("%1: %2").arg(state, reason) : RowDetail::tr("%1: %2, %3").arg(state, reason, side);
}

QString captionOf(RowState state)
{
    switch (state) {
    case RowState::Answered:
        return RowDetail::tr("Answer");
    case RowState::Failed:
        return RowDetail::tr("Why it failed");
    case RowState::Open:
        return RowDetail::tr("It has no answer yet.");
    case RowState::NotSent:
        break;
    }
    return RowDetail::tr("Nobody worked on it. It cost nothing.");
}

} // namespace

class RowDetail::Mark final : public QWidget
{
public:
    Mark() { setFixedWidth(12); }
    void show(RowState state, SampleClass failure)
    {
        m_state = state;
        m_failure = failure;
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintRowMark(painter, QRectF(rect()), m_state, m_failure, Theme::instance().tokens());
    }
    RowState m_state = RowState::Open;
    SampleClass m_failure = SampleClass::ServerError;
};

RowDetail::RowDetail(QWidget *parent)
    : Ground(&Tokens::canvas, Qt::LeftEdge, parent)
    , m_columns(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_title(wrapping(TextRole::Heading, &Tokens::text, "rowTitle"))
    , m_mark(new Mark)
    , m_status(wrapping(TextRole::Interface, &Tokens::text, "rowStatus"))
    , m_cost(wrapping(TextRole::Small, &Tokens::text2, "rowCost"))
    , m_open(new Button(Button::Kind::Plain, tr("Open as conversation")))
    , m_back(new Button(Button::Kind::Quiet, tr("All rows")))
{
    setAccessibleName(tr("Row"));
    m_open->setObjectName(QStringLiteral("openAsConversation"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 14, 24, 14);
    column->setSpacing(0);
    m_back->setObjectName(QStringLiteral("backToRows"));
    m_back->setSize(Button::Size::Small);
    m_back->setLeadingIcon(Icon::ChevronLeft);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addSpacing(4);
    auto *status = new QHBoxLayout;
    status->setSpacing(8);
    status->addWidget(m_mark, 0, Qt::AlignTop);
    status->addWidget(m_status, 1);
    column->addLayout(status);
    column->addWidget(m_cost);
    column->addSpacing(12);
    m_columns->setSpacing(16);
    m_columns->addWidget(buildAsked());
    m_columns->addWidget(buildAnswered(), 1);
    column->addLayout(m_columns, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*scroll, tr("Row"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget turns it on
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 0, 0);
    layout->addWidget(scroll);

    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT conversationWanted(m_number); });
    connect(m_back, &QAbstractButton::clicked, this, &RowDetail::backWanted);
    connect(m_copyPrompt, &QAbstractButton::clicked, this, [this] { m_copyPrompt->copy(m_prompt->toPlainText()); });
    connect(m_copyAnswer, &QAbstractButton::clicked, this, [this] { m_copyAnswer->copy(m_answer->toPlainText()); });
    connect(&Theme::instance(), &Theme::changed, this, &RowDetail::fit);
    fit();
}

QWidget *RowDetail::buildAsked()
{
    m_systemCaption = new TextLabel(TextRole::Small, &Tokens::text2, tr("System prompt"));
    m_system = new RowText(tr("System prompt"), linesOfASystem, RowText::Room::AsNeeded);
    m_system->setObjectName(QStringLiteral("rowSystem"));
    m_before = wrapping(TextRole::Small, &Tokens::text2, "rowBefore");
    m_files = wrapping(TextRole::Small, &Tokens::text2, "rowFiles");
    m_prompt = new RowText(tr("Prompt"), linesOfAPrompt, RowText::Room::AsNeeded);
    m_prompt->setObjectName(QStringLiteral("rowPrompt"));
    m_copyPrompt = new CopyButton(Button::Kind::Quiet, tr("Copy"));
    m_copyPrompt->setObjectName(QStringLiteral("copyPrompt"));
    m_copyPrompt->setAccessibleName(tr("Copy the prompt"));
    m_copyPrompt->setSize(Button::Size::Small);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("Asked")), 1);
    head->addWidget(m_copyPrompt);
    column->addLayout(head);
    column->addWidget(m_before);
    column->addWidget(m_files);
    column->addWidget(m_prompt);
    column->addSpacing(4);
    column->addWidget(m_systemCaption);
    column->addWidget(m_system);
    column->addStretch(1);
    return all;
}

QWidget *RowDetail::buildAnswered()
{
    m_caption = wrapping(TextRole::InterfaceStrong, &Tokens::text, "rowCaption");
    m_faultTitle = wrapping(TextRole::Interface, &Tokens::text, "rowFault");
    m_faultSentence = wrapping(TextRole::Interface, &Tokens::text2, "rowFaultSentence");
    m_answer = new RowText(tr("Answer"), linesOfAnAnswer, RowText::Room::Grows);
    m_answer->setObjectName(QStringLiteral("rowAnswer"));
    m_copyAnswer = new CopyButton(Button::Kind::Quiet, tr("Copy"));
    m_copyAnswer->setObjectName(QStringLiteral("copyAnswer"));
    m_copyAnswer->setAccessibleName(tr("Copy the answer"));
    m_copyAnswer->setSize(Button::Size::Small);
    QSizePolicy keeps = m_copyAnswer->sizePolicy();
    keeps.setRetainSizeWhenHidden(true); // what stands beside each other begins at the same height
    m_copyAnswer->setSizePolicy(keeps);
    m_copyPrompt->setSizePolicy(keeps);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(m_caption, 1);
    head->addWidget(m_copyAnswer);
    column->addLayout(head);
    column->addWidget(m_faultTitle);
    column->addWidget(m_faultSentence);
    column->addWidget(m_answer, 1);
    column->addSpacing(4);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addStretch(0); // once the answer has all its lines
    return all;
}

int RowDetail::leastWidthBeside()
{
    return scaledUp(leastBeside);
}

void RowDetail::setPlace(Place place)
{
    m_place = place;
    fit();
}

void RowDetail::fit()
{
    const bool beside = m_place == Place::Beside;
    setMinimumWidth(beside ? leastWidthBeside() : 0);
    setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
    const bool inOneColumn = m_place != Place::Below;
    m_columns->setDirection(inOneColumn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setStretch(0, inOneColumn ? 0 : 1);
    m_back->setVisible(m_place == Place::Alone);
    m_mark->setFixedHeight(QFontMetrics(fontFor(TextRole::Interface)).lineSpacing());
}

void RowDetail::show(const WholeRow &row, const FaultContext &context, std::optional<double> dollars, bool hasConversation)
{
    m_number = row.row.number;
    m_state = row.result.state;
    const bool answered = m_state == RowState::Answered;
    const QString number = QLocale().toString(m_number);
    m_title->setText(row.row.label.isEmpty() ? tr("Row %1").arg(number) : tr("%1. %2", "number and label of a row").arg(number, row.row.label));
    m_status->setText(statusWords(row.result));
    m_mark->show(m_state, row.result.fault ? sampleClass(*row.result.fault).value_or(SampleClass::ServerError) : SampleClass::ServerError);
    m_cost->setText(answered ? usageWords(row.result.usage, dollars) : QString());
    m_cost->setVisible(!m_cost->text().isEmpty());

    const RowPrompt prompt = promptFromParams(row.row.params);
    m_system->setWhole(prompt.instructions.system);
    m_system->setVisible(!prompt.instructions.system.isEmpty());
    m_systemCaption->setVisible(!prompt.instructions.system.isEmpty());
    m_before->setText(tr("Earlier messages that go along: %1").arg(QLocale().toString(prompt.before)));
    m_before->setVisible(prompt.before > 0);
    m_files->setText(filesWords(prompt.attachments));
    m_files->setVisible(!prompt.attachments.empty());
    m_prompt->setWhole(prompt.text);
    m_prompt->setVisible(!prompt.text.isEmpty());
    m_copyPrompt->setVisible(!prompt.text.isEmpty());

    const Words words = row.result.fault ? wordsFor(*row.result.fault, context) : Words {};
    m_caption->setText(captionOf(m_state));
    m_faultTitle->setText(words.title);
    m_faultTitle->setVisible(!words.title.isEmpty());
    m_faultSentence->setText(words.sentence);
    m_faultSentence->setVisible(!words.sentence.isEmpty());
    m_answer->setWhole(row.result.text);
    m_answer->setVisible(answered);
    m_copyAnswer->setVisible(answered);
    m_open->setText(hasConversation ? tr("Open the conversation") : tr("Open as conversation"));
    m_open->setVisible(answered || hasConversation);
}

void RowDetail::focusText()
{
    QWidget *text = m_answer->isHidden() ? m_prompt : m_answer;
    text->setFocus(Qt::TabFocusReason);
}

} // namespace breakwater
