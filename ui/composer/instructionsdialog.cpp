// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/instructionsdialog.h"

#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/style/numberfield.h"
#include "ui/style/textlabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype longestSummary = 80;
constexpr double mostAnswerTokens = 1'000'000;

/// A number that may be left to the model: one step below the least says so.
NumberField *optionalNumber(const QString &name, double least, double most, double step, int decimals)
{
    auto *field = new NumberField(name);
    field->setDecimals(decimals);
    field->setRange(least - step, most);
    field->setSingleStep(step);
    field->setSpecialValueText(InstructionsDialog::tr("by itself"));
    return field;
}

std::optional<double> numberIn(const NumberField &field)
{
    return field.value() > field.minimum() ? std::optional(field.value()) : std::nullopt;
}

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
    , m_temperature(optionalNumber(tr("Temperature"), 0, mostTemperature, 0.1, 2))
    , m_topP(optionalNumber(tr("Top p"), 0, 1, 0.05, 2))
    , m_mostTokens(optionalNumber(tr("Longest answer"), 1, mostAnswerTokens, 1, 0))
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
    QWidget *sampling = makeSampling(models);
    const auto unfold = [more, sampling](bool open) {
        sampling->setVisible(open);
        more->setLeadingIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    };
    unfold(instructions.hasSampling() || instructions.mostTokens);
    connect(more, &QAbstractButton::clicked, this, [this, sampling, unfold] {
        unfold(sampling->isHidden());
        adjustSize(); // a layout alone forgets that wrapped words need more height
    });
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(sampling);

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

QWidget *InstructionsDialog::makeSampling(const std::vector<ModelSampling> &models)
{
    auto *sampling = new QWidget(this);
    sampling->setObjectName(QStringLiteral("sampling"));
    auto *grid = new QGridLayout(sampling);
    grid->setContentsMargins(8, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    m_temperature->setObjectName(QStringLiteral("temperature"));
    m_topP->setObjectName(QStringLiteral("topP"));
    m_mostTokens->setObjectName(QStringLiteral("mostTokens"));
    m_mostTokens->setSuffix(tr(" tokens"));
    // Offered only where something takes it; what was set stays, for another chain.
    m_temperature->setEnabled(!allRefuse(models));
    m_topP->setEnabled(!allRefuse(models));
    int row = 0;
    const auto add = [&](NumberField *field, const QString &hint) {
        grid->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, field->accessibleName()), row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(new TextLabel(TextRole::Small, &Tokens::text3, hint), row++, 2);
    };
    add(m_temperature, tr("0 says the likeliest, 1 and more surprises"));
    add(m_topP, tr("Draws among the likeliest words only"));
    add(m_mostTokens, tr("With the thinking"));
    const QString sentence = samplingSentence(models);
    auto *note = new TextLabel(TextRole::Small, &Tokens::text2, sentence);
    note->setObjectName(QStringLiteral("samplingSentence"));
    note->setWordWrap(true);
    note->setVisible(!sentence.isEmpty());
    grid->addWidget(note, row, 0, 1, 3);
    return sampling;
}

void InstructionsDialog::load(const Instructions &instructions)
{
    m_system->setPlainText(instructions.system);
    m_system->moveCursor(QTextCursor::End);
    m_temperature->setValue(instructions.temperature.value_or(m_temperature->minimum()));
    m_topP->setValue(instructions.topP.value_or(m_topP->minimum()));
    m_mostTokens->setValue(instructions.mostTokens ? static_cast<double>(*instructions.mostTokens) : m_mostTokens->minimum());
}

Instructions InstructionsDialog::instructions() const
{
    Instructions instructions;
    instructions.system = m_system->toPlainText().trimmed();
    instructions.temperature = numberIn(*m_temperature);
    instructions.topP = numberIn(*m_topP);
    if (const auto most = numberIn(*m_mostTokens))
        instructions.mostTokens = static_cast<qint64>(*most);
    return instructions;
}

} // namespace breakwater
