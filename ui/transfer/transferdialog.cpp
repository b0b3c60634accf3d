// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferdialog.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/transfer/exportfiles.h"
#include "ui/transfer/filenames.h"
#include "ui/transfer/transferwords.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStandardPaths>

namespace breakwater {

namespace {

constexpr int progressSteps = 1000;

void openFileDialog(QFileDialog *dialog, std::function<void(const QString &)> chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

} // namespace

AskForPath systemAskForPath()
{
    return [](QWidget *parent, const ExportOrder &order, const QString &suggested, std::function<void(const QString &)> chosen) {
        auto *dialog = new QFileDialog(parent, TransferDialog::tr("Export – Breakwater"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        if (order.isOneFile()) {
            dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it takes a file that is there
            dialog->setDefaultSuffix(endingOf(order.format).mid(1));
            dialog->selectFile(suggested);
        } else {
            dialog->setFileMode(QFileDialog::Directory);
        }
        openFileDialog(dialog, std::move(chosen));
    };
}

AskForImport systemAskForImport()
{
    return [](QWidget *parent, bool folder, std::function<void(const QString &)> chosen) {
        auto *dialog = new QFileDialog(parent, TransferDialog::tr("Import – Breakwater"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        if (!folder)
            dialog->setNameFilters({TransferDialog::tr("Exports (*.zip *.json)"), TransferDialog::tr("All files (*)")});
        openFileDialog(dialog, std::move(chosen));
    };
}

TransferDialog::TransferDialog(TransferPort &port, std::vector<ConversationId> conversations, const QString &title, AskForPath ask, QWidget *parent)
    : QDialog(parent)
    , m_port(port)
    , m_conversations(std::move(conversations))
    , m_title(title)
    , m_askForPath(std::move(ask))
    , m_format(new QComboBox(this))
{
    setWindowTitle(tr("Export – Breakwater"));
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Format"));
    for (const ExportFormat format : {ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Pdf, ExportFormat::Json})
        m_format->addItem(formatName(format), static_cast<int>(format));
    const QString heading = m_conversations.size() == 1 ? tr("Export “%1”").arg(title) : tr("Export %1 conversations").arg(m_conversations.size());
    auto *choose = new Button(Button::Kind::Main, tr("Choose where…"), this);
    choose->setObjectName(QStringLiteral("choose"));
    choose->setEnabled(!m_conversations.empty());
    m_starts = {choose};
    build(heading, tr("JSON holds everything and can be imported again. The others hold what is shown."));
    connect(choose, &QAbstractButton::clicked, this, &TransferDialog::choosePath);
    connect(&m_port, &TransferPort::exported, this, [this](const ExportReport &report) { end(exportSentence(report), {}); });
}

TransferDialog::TransferDialog(TransferPort &port, AskForImport ask, QWidget *parent)
    : QDialog(parent)
    , m_port(port)
{
    setWindowTitle(tr("Import – Breakwater"));
    for (const bool folder : {true, false}) {
        auto *choose = new Button(folder ? Button::Kind::Quiet : Button::Kind::Main, folder ? tr("Choose a folder…") : tr("Choose a file…"), this);
        choose->setObjectName(folder ? QStringLiteral("chooseFolder") : QStringLiteral("choose"));
        m_starts.push_back(choose);
        connect(choose, &QAbstractButton::clicked, this, [this, ask, folder] {
            ask(this, folder, [this](const QString &path) {
                begin();
                m_port.importFrom(path);
            });
        });
    }
    build(tr("Import conversations"),
        tr("An export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file. Nothing that is here changes, and what was imported before is not added again."));
    connect(&m_port, &TransferPort::imported, this, [this](const ImportReport &report) { end(importSentence(report), skippedLines(report)); });
}

TransferDialog::~TransferDialog()
{
    if (m_running)
        m_port.cancel();
}

void TransferDialog::build(const QString &heading, const QString &sentence)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_sentence = new TextLabel(TextRole::Interface, &Tokens::text2, sentence, this);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(420);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_list = new QPlainTextEdit(this);
    m_list->setObjectName(QStringLiteral("skipped"));
    m_list->setAccessibleName(tr("What was left out"));
    m_list->setReadOnly(true);
    m_list->setMinimumHeight(120);
    m_list->hide();
    m_copy = new Button(Button::Kind::Quiet, tr("Copy"), this);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->hide();
    m_close = new Button(Button::Kind::Quiet, tr("Cancel"), this);
    m_close->setObjectName(QStringLiteral("cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    for (Button *each : m_starts)
        buttons->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new TextLabel(TextRole::Heading, &Tokens::text, heading, this));
    if (m_format != nullptr)
        column->addWidget(m_format);
    column->addWidget(m_sentence);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(&m_port, &TransferPort::progressed, m_progress, [this](double share) { m_progress->setValue(static_cast<int>(share * progressSteps)); });
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        if (m_running)
            m_port.cancel(); // and its report is shown
        else
            close();
    });
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QApplication::clipboard()->setText(m_sentence->text() + QLatin1Char('\n') + m_list->toPlainText()); });
}

ExportOrder TransferDialog::order() const
{
    return {m_conversations, static_cast<ExportFormat>(m_format->currentData().toInt()), {}};
}

void TransferDialog::choosePath()
{
    ExportOrder wanted = order();
    const QString name = m_conversations.size() == 1 ? safeFileName(m_title) : QStringLiteral("Breakwater");
    m_askForPath(this, wanted, name + endingOf(wanted.format), [this, wanted](const QString &path) {
        ExportOrder whole = wanted;
        whole.path = path;
        begin();
        m_port.exportConversations(whole);
    });
}

void TransferDialog::begin()
{
    m_running = true;
    for (Button *each : m_starts)
        each->hide();
    if (m_format != nullptr)
        m_format->setEnabled(false);
    m_progress->setValue(0);
    m_progress->show();
    m_close->setFocus();
    adjustSize(); // else the bar takes its place from the sentence
}

void TransferDialog::end(const QString &sentence, const QStringList &lines)
{
    if (!m_running)
        return;
    m_running = false;
    m_progress->hide();
    m_sentence->setText(sentence);
    m_list->setPlainText(lines.join(QLatin1Char('\n')));
    m_list->setVisible(!lines.isEmpty());
    m_copy->setVisible(!lines.isEmpty());
    m_close->setText(tr("Close"));
    adjustSize();
}

} // namespace breakwater
