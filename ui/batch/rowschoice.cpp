// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowschoice.h"

#include "ui/batch/batchfields.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int readSteps = 1000;
constexpr int readBarHeight = 6;

QString namesOf(const RowFiles &files)
{
    if (!files.rowForEach)
        return QFileInfo(files.paths.value(0)).fileName();
    return files.paths.size() == 1 ? RowsChoice::tr("1 file") : RowsChoice::tr("%1 files").arg(QLocale().toString(files.paths.size()));
}

} // namespace

bool looksLikeRows(const QString &path)
{
    static const QStringList endings {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("json")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

RowsChoice::RowsChoice(QWidget *parent)
    : QWidget(parent)
    , m_line(new TextLabel(TextRole::Interface, &Tokens::text, {}, this))
    , m_progress(new QProgressBar(this))
{
    auto *file = new Button(Button::Kind::Plain, tr("Choose a file…"), this);
    file->setObjectName(QStringLiteral("chooseFile"));
    auto *many = new Button(Button::Kind::Plain, tr("Choose files, one row each…"), this);
    many->setObjectName(QStringLiteral("chooseFiles"));
    m_line->setObjectName(QStringLiteral("fileLine"));
    m_line->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("reading"));
    m_progress->setAccessibleName(tr("Reading the rows"));
    m_progress->setRange(0, readSteps);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(readBarHeight);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(file);
    buttons->addWidget(many);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(fieldHeading(tr("Rows"), file));
    column->addWidget(fieldSentence(tr("A CSV file whose first line names the columns, a JSONL file, or many texts, images and PDFs. They can be dropped here, too.")));
    column->addLayout(buttons);
    column->addWidget(m_line);
    column->addWidget(m_progress);
    connect(file, &QAbstractButton::clicked, this, [this] { openDialog(false); });
    connect(many, &QAbstractButton::clicked, this, [this] { openDialog(true); });
    setFiles({});
}

void RowsChoice::setFiles(const RowFiles &files)
{
    m_files = files;
    m_line->setToolTip(files.paths.value(0));
    m_line->setVisible(!files.paths.isEmpty());
    m_progress->hide();
    say({});
    Q_EMIT changed();
}

/// `count`: of the rows; empty: there is nothing to say of it.
void RowsChoice::say(const QString &count)
{
    m_line->setText(count.isEmpty() ? namesOf(m_files) : tr("%1: %2").arg(namesOf(m_files), count));
}

void RowsChoice::showRead(qint64 rows, double progress, bool isReading)
{
    const QString count = QLocale().toString(rows);
    say(isReading ? tr("%1 rows so far").arg(count) : rows == 1 ? tr("1 row") : tr("%1 rows").arg(count));
    m_progress->setValue(static_cast<int>(progress * readSteps));
    m_progress->setVisible(isReading);
}

void RowsChoice::openDialog(bool rowForEach)
{
    auto *dialog = new QFileDialog(this, rowForEach ? tr("Files, one row each – Breakwater") : tr("Rows of a batch – Breakwater"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(rowForEach ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    if (!rowForEach)
        dialog->setNameFilters({tr("Rows (*.csv *.tsv *.jsonl *.ndjson *.json *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this, rowForEach](const QStringList &paths) { setFiles({paths, rowForEach}); });
    dialog->open();
}

} // namespace breakwater
