// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/samplingfields.h"

#include "ui/style/numberfield.h"
#include "ui/style/textlabel.h"

#include <QGridLayout>

namespace breakwater {

namespace {

constexpr double mostAnswerTokens = 1'000'000;

/// A number that may be left to the model: one step below the least says so.
NumberField *optionalNumber(const QString &name, double least, double most, double step, int decimals)
{
    auto *field = new NumberField(name);
    field->setDecimals(decimals);
    field->setRange(least - step, most);
    field->setSingleStep(step);
    field->setSpecialValueText(SamplingFields::tr("by itself"));
    return field;
}

std::optional<double> numberIn(const NumberField &field)
{
    return field.value() > field.minimum() ? std::optional(field.value()) : std::nullopt;
}

} // namespace

SamplingFields::SamplingFields(Hints hints, QWidget *parent)
    : QWidget(parent)
    , m_temperature(optionalNumber(tr("Temperature"), 0, mostTemperature, 0.1, 2))
    , m_topP(optionalNumber(tr("Top p"), 0, 1, 0.05, 2))
    , m_mostTokens(optionalNumber(tr("Longest answer"), 1, mostAnswerTokens, 1, 0))
    , m_sentence(new TextLabel(TextRole::Small, &Tokens::text2, {}))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    m_temperature->setObjectName(QStringLiteral("temperature"));
    m_topP->setObjectName(QStringLiteral("topP"));
    m_mostTokens->setObjectName(QStringLiteral("mostTokens"));
    m_mostTokens->setSuffix(tr(" tokens"));
    int row = 0;
    const auto add = [&](NumberField *field, const QString &hint) {
        grid->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, field->accessibleName()), row, 0);
        grid->addWidget(field, row, 1);
        auto *words = new TextLabel(TextRole::Small, &Tokens::text3, hint);
        words->setWordWrap(hints == Hints::Wrapped);
        grid->addWidget(words, row++, 2);
        connect(field, &NumberField::valueChanged, this, &SamplingFields::changed);
    };
    add(m_temperature, tr("0 says the likeliest, 1 and more surprises"));
    add(m_topP, tr("Draws among the likeliest words only"));
    add(m_mostTokens, tr("With the thinking"));
    m_sentence->setObjectName(QStringLiteral("samplingSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    grid->addWidget(m_sentence, row, 0, 1, 3);
}

void SamplingFields::load(const Instructions &instructions)
{
    m_temperature->setValue(instructions.temperature.value_or(m_temperature->minimum()));
    m_topP->setValue(instructions.topP.value_or(m_topP->minimum()));
    m_mostTokens->setValue(instructions.mostTokens ? static_cast<double>(*instructions.mostTokens) : m_mostTokens->minimum());
}

void SamplingFields::take(Instructions &instructions) const
{
    instructions.temperature = numberIn(*m_temperature);
    instructions.topP = numberIn(*m_topP);
    instructions.mostTokens.reset();
    if (const auto most = numberIn(*m_mostTokens))
        instructions.mostTokens = static_cast<qint64>(*most);
}

void SamplingFields::setTaken(bool taken)
{
    m_temperature->setEnabled(taken);
    m_topP->setEnabled(taken);
}

void SamplingFields::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace breakwater
