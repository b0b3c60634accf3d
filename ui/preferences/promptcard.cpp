// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/promptcard.h"

#include "ui/style/button.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace breakwater {

PromptCard::PromptCard(QWidget *parent)
    : Card(Card::Ground::Raised, parent)
    , m_name(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
{
    m_name->setObjectName(QStringLiteral("promptName"));
    m_name->setAccessibleName(tr("Name of the prompt"));
    m_name->setPlaceholderText(tr("Name"));
    m_text->setObjectName(QStringLiteral("promptText"));
    m_text->setAccessibleName(tr("Text of the prompt"));
    m_text->setPlaceholderText(tr("Explain {{topic}} in three sentences."));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(96);
    auto *gone = new IconButton(Icon::Trash, tr("Remove this prompt"), this);
    gone->setObjectName(QStringLiteral("removePrompt"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name, 1);
    head->addWidget(gone);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_text);
    const auto tell = [this] { Q_EMIT edited({m_name->text(), m_text->toPlainText()}); };
    connect(m_name, &QLineEdit::textEdited, this, tell);
    connect(m_text, &QPlainTextEdit::textChanged, this, tell);
    connect(gone, &QAbstractButton::clicked, this, &PromptCard::removeWanted);
}

void PromptCard::setPrompt(const Prompt &prompt)
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_name), QSignalBlocker(m_text)};
    setAccessibleName(prompt.name.isEmpty() ? tr("New prompt") : prompt.name); // which one its fields are about
    if (m_name->text() != prompt.name)
        m_name->setText(prompt.name);
    if (m_text->toPlainText() != prompt.text)
        m_text->setPlainText(prompt.text);
}

void PromptCard::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace breakwater
