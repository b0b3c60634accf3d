// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/promptform.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace breakwater {

PromptForm::PromptForm(const Prompt &prompt, const QHash<QString, QString> &values, QWidget *parent)
    : QDialog(parent)
    , m_prompt(prompt)
{
    setWindowTitle(tr("%1 – Breakwater").arg(prompt.name));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(6);
    auto *heading = new TextLabel(TextRole::Heading, &Tokens::text, prompt.name, this);
    heading->setWordWrap(true);
    column->addWidget(heading);
    for (const QString &name : variablesIn(prompt.text)) {
        auto *label = new TextLabel(TextRole::Interface, &Tokens::text2, name, this);
        auto *field = new QLineEdit(values.value(name), this);
        field->setObjectName(name);
        field->setAccessibleName(name);
        label->setBuddy(field);
        column->addSpacing(6);
        column->addWidget(label);
        column->addWidget(field);
        m_fields.emplace_back(name, field);
    }
    auto *cancel = new Button(Button::Kind::Quiet, tr("Cancel"), this);
    auto *use = new Button(Button::Kind::Main, tr("Use it"), this);
    use->setObjectName(QStringLiteral("usePrompt"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    column->addSpacing(14);
    column->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(use, &QAbstractButton::clicked, this, &PromptForm::take);
    for (const auto &[name, field] : m_fields)
        connect(field, &QLineEdit::returnPressed, this, &PromptForm::take);
    if (!m_fields.empty())
        m_fields.front().second->setFocus();
}

void PromptForm::take()
{
    QHash<QString, QString> values;
    for (const auto &[name, field] : m_fields)
        values.insert(name, field->text());
    Q_EMIT filled(filledIn(m_prompt.text, values));
    accept();
}

} // namespace breakwater
