// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/instructionsdialog.h"

#include "ui/composer/samplingfields.h"
#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype longestSummary = 80;

bool allRefuse(const std::vector<ModelSampling> &models)
{
    return !models.empty() && std::all_of(models.begin(), models.end(), [](const ModelSampling &each) { return each.sampling == Sampling::Refused; });
}

} // namespace

QString samplingSentence(const std::vector<ModelSampling> &models)
{
    QStringList refusing;
    bool claudeTakes = false;
    for (const ModelSampling &each : models) {
        if (each.sampling == Sampling::Refused)
            refusing += each.model;
        claudeTakes = claudeTakes || (each.sampling == Sampling::Taken && each.dialect == Dialect::Anthropic);
    }
    QStringList sentences;
    if (allRefuse(models))
        sentences += refusing.size() == 1 ? InstructionsDialog::tr("%1 takes neither temperature nor top p. Turns go to it without them.").arg(refusing.front())
                                          : InstructionsDialog::tr("No model of this chain takes temperature or top p. Turns go without them.");
    else if (!refusing.isEmpty())
        sentences += InstructionsDialog::tr("%1 takes neither temperature nor top p: turns go there without them.").arg(QLocale().createSeparatedList(refusing));
    if (claudeTakes)
        sentences += InstructionsDialog::tr("Claude takes a temperature of 1 at most, no top p beside it, and does not think aloud then.");
    return sentences.join(QLatin1Char(' '));
}

QString instructionsSummary(const Instructions &instructions)
{
    const QLocale locale;
    QStringList parts;
    if (const QString line = instructions.system.simplified(); !line.isEmpty())
        parts += InstructionsDialog::tr("“%1”").arg(line.size() <= longestSummary ? line : line.left(longestSummary) + QChar(0x2026));
    if (instructions.temperature)
        parts += InstructionsDialog::tr("temperature %1").arg(locale.toString(*instructions.temperature));
    if (instructions.topP)
        parts += InstructionsDialog::tr("top p %1").arg(locale.toString(*instructions.topP));
    if (instructions.mostTokens)
        parts += InstructionsDialog::tr("answers of %1 tokens at most").arg(locale.toString(*instructions.mostTokens));
    return parts.join(QStringLiteral(", "));
}

InstructionsDialog::InstructionsDialog(const Instructions &instructions, const std::vector<ModelSampling> &models, QWidget *parent)
    : QDialog(parent)
    , m_system(new QPlainTextEdit)
    , m_sampling(new SamplingFields(SamplingFields::Hints::InOneLine, this))
{
    setWindowTitle(tr("Instructions – Breakwater"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *heading = new TextLabel(TextRole::Heading, &Tokens::text, tr("System prompt"), this);
    heading->setBuddy(m_system);
    column->addWidget(heading);
    auto *sentence = new TextLabel(TextRole::Small, &Tokens::text2, tr("What the model is told before this conversation, with every turn from the next one on."), this);
    sentence->setWordWrap(true);
    column->addWidget(sentence);

    m_system->setObjectName(QStringLiteral("system"));
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("Nothing: the model answers as it does by itself"));
    m_system->setFrameShape(QFrame::NoFrame);
    m_system->setTabChangesFocus(true);
    m_system->setMinimumSize(540, 140);
    auto *card = new Card(Card::Ground::Raised, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 4, 6, 4);
    inside->addWidget(m_system);
    column->addWidget(card, 1);

    auto *more = new Button(Button::Kind::Quiet, tr("How it answers"), this);
    more->setObjectName(QStringLiteral("more"));
    more->setSize(Button::Size::Small);
    m_sampling->setObjectName(QStringLiteral("sampling"));
    m_sampling->setTaken(!allRefuse(models));
    m_sampling->setSentence(samplingSentence(models));
    const auto unfold = [this, more](bool open) {
        m_sampling->setVisible(open);
        more->setLeadingIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    };
    unfold(instructions.hasSampling() || instructions.mostTokens);
    connect(more, &QAbstractButton::clicked, this, [this, unfold] {
        unfold(m_sampling->isHidden());
        adjustSize(); // a layout alone forgets that wrapped words need more height
    });
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(m_sampling);

    auto *cancel = new Button(Button::Kind::Quiet, tr("Cancel"), this);
    auto *save = new Button(Button::Kind::Main, tr("Save"), this);
    save->setObjectName(QStringLiteral("save"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(save, &QAbstractButton::clicked, this, [this] {
        Q_EMIT given(this->instructions());
        accept();
    });
    load(instructions);
    m_system->setFocus(Qt::OtherFocusReason);
}

void InstructionsDialog::load(const Instructions &instructions)
{
    m_system->setPlainText(instructions.system);
    m_system->moveCursor(QTextCursor::End);
    m_sampling->load(instructions);
}

Instructions InstructionsDialog::instructions() const
{
    Instructions instructions;
    instructions.system = m_system->toPlainText().trimmed();
    m_sampling->take(instructions);
    return instructions;
}

} // namespace breakwater
