// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/newbatchform.h"

#include "core/chat/prompttemplate.h"
#include "ui/batch/batchanswerer.h"
#include "ui/batch/batchcolumns.h"
#include "ui/batch/batchfields.h"
#include "ui/batch/batchpromptedit.h"
#include "ui/batch/planfigures.h"
#include "ui/batch/rowschoice.h"
#include "ui/style/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int formSide = 24;

} // namespace

QStringList unknownVariables(const QString &prompt, const BatchPreview &preview)
{
    QStringList unknown;
    if (preview.names.isEmpty() || preview.facts.rows > 0)
        return unknown;
    for (const QString &name : variablesIn(prompt)) {
        if (!preview.names.contains(name))
            unknown += name;
    }
    return unknown;
}

NewBatchForm::NewBatchForm(std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit)
    , m_rows(new RowsChoice)
    , m_prompt(new BatchPromptEdit)
    , m_columns(new BatchColumns)
    , m_note(fieldSentence({}))
    , m_answerer(new BatchAnswerer(std::move(routes), std::move(catalogue)))
{
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setPlaceholderText(tr("The beginning of the prompt"));
    m_prompt->setObjectName(QStringLiteral("prompt"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setPlaceholderText(tr("What is asked for each row. {{name}} stands for what the row has in the column “name”."));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_note->setObjectName(QStringLiteral("promptNote"));
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(formSide, 20, formSide, 20);
    column->setSpacing(6);
    column->addWidget(new TextLabel(TextRole::PageTitle, &Tokens::text, tr("New batch")));
    column->addWidget(fieldSentence(tr("The same prompt for each row of a file, at half the price.")));
    column->addSpacing(10);
    column->addWidget(fieldHeading(tr("Title"), m_title));
    column->addWidget(m_title);
    column->addSpacing(12);
    column->addWidget(m_rows);
    column->addSpacing(12);
    column->addWidget(fieldHeading(tr("Prompt"), m_prompt));
    column->addWidget(fieldCard(m_prompt), 2);
    column->addWidget(m_columns);
    column->addWidget(m_note);
    column->addSpacing(12);
    column->addWidget(m_answerer, 1);
    connect(m_rows, &RowsChoice::changed, this, [this] {
        m_columns->setNames({});
        Q_EMIT changed();
    });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &NewBatchForm::changed);
    connect(m_answerer, &BatchAnswerer::changed, this, &NewBatchForm::changed);
    connect(m_columns, &BatchColumns::chosen, m_prompt, &BatchPromptEdit::insertVariable);
}

bool NewBatchForm::hasPrompt() const
{
    return !m_prompt->toPlainText().trimmed().isEmpty();
}

void NewBatchForm::focusPrompt()
{
    m_prompt->setFocus(Qt::OtherFocusReason);
}

BatchDraft NewBatchForm::draft() const
{
    const RowFiles &rows = m_rows->files();
    return {m_title->text().simplified(), m_prompt->toPlainText(), m_answerer->route(), m_answerer->instructions(), rows.paths, rows.rowForEach};
}

void NewBatchForm::setPrompt(const QString &prompt)
{
    QTextCursor all(m_prompt->document());
    all.select(QTextCursor::Document);
    all.insertText(prompt);
    m_prompt->moveCursor(QTextCursor::End);
}

void NewBatchForm::setFiles(const RowFiles &files)
{
    m_rows->setFiles(files);
}

void NewBatchForm::clear()
{
    m_title->clear();
    m_prompt->clear();
    setFiles({});
}

void NewBatchForm::refreshRoutes()
{
    m_answerer->refreshRoutes();
}

QString NewBatchForm::noteOn(const BatchPreview &preview, const QStringList &unknown) const
{
    QStringList sentences;
    for (const QString &name : unknown) {
        sentences += m_rows->files().rowForEach ? tr("{{%1}} is not known here: {{file}} stands for the text of a file, {{filename}} for its name.").arg(name)
                                                : tr("{{%1}} is not a column of this file.").arg(name);
    }
    if (preview.facts.alike > 0 && variablesIn(m_prompt->toPlainText()).isEmpty())
        sentences += tr("Nothing in this prompt stands for a value of the row: all ask the same.");
    return sentences.join(QLatin1Char(' '));
}

void NewBatchForm::showRead(const BatchPreview &preview, bool isReading)
{
    m_columns->setNames(preview.names);
    const QStringList unknown = unknownVariables(m_prompt->toPlainText(), preview);
    m_prompt->setUnknown(unknown);
    const QString note = noteOn(preview, unknown);
    m_note->setColor(unknown.isEmpty() ? &Tokens::text2 : &Tokens::danger);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_rows->showRead(rowsThere(preview.facts, hasPrompt()), preview.facts.progress, isReading);
}

} // namespace breakwater
