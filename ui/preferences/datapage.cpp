// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/datapage.h"

#include "ui/preferences/settingrow.h"
#include "ui/style/button.h"
#include "ui/style/numberfield.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"
#include "ui/style/wrappingcheckbox.h"
#include "ui/words/storewords.h"

#include <QDate>
#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int firstDays = 365; // when a person begins to limit
constexpr int lookPause = 300; // milliseconds; what is over by then shows no progress
constexpr int shareSteps = 1000;
constexpr QSize progressSize(320, 8);

TextLabel *smallLine(const QString &name)
{
    auto *label = new TextLabel(TextRole::Small, &Tokens::text2, {});
    label->setObjectName(name);
    label->setContentsMargins(4, 4, 4, 4);
    label->setWordWrap(true);
    return label;
}

QString flawWords(SettingsFlaw flaw)
{
    switch (flaw) {
    case SettingsFlaw::Unreadable:
        return DataPage::tr("That file could not be read. Nothing was changed.");
    case SettingsFlaw::NoSettings:
        return DataPage::tr("That file holds no settings of Breakwater. Nothing was changed.");
    case SettingsFlaw::BrokenRoutes:
        return DataPage::tr("The providers and chains in that file do not belong together. Nothing was changed.");
    }
    return {};
}

QString inBytes(qint64 size)
{
    return QLocale().formattedDataSize(size, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

DataPage::DataPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Data"), tr("Where your history is, how large it is, and what happens to it."),
        tr("history folder move backup restore compact vacuum retention delete export import size attachments settings"), draft, parent)
{
    m_said = smallLine(QStringLiteral("dataSaid"));
    m_said->hide();
    m_restart = new Button(Button::Kind::Plain, tr("Restart now"));
    m_restart->setObjectName(QStringLiteral("restartNow"));
    m_restart->hide();
    connect(m_restart, &Button::clicked, this, [this] { m_port.restart(); });
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("dataProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(progressSize);
    m_progress->hide();
    m_look.setInterval(lookPause);
    connect(&m_look, &QTimer::timeout, this, &DataPage::showShare);
    addPlace();
    addCopies();
    addSettings();
    addRetention();
    addErasure();
    body().addWidget(m_said);
    body().addWidget(m_progress, 0, Qt::AlignLeft);
    body().addWidget(m_restart, 0, Qt::AlignLeft);
    body().addStretch();
    DataPage::load();
}

Button *DataPage::addButton(SettingRow *row, const QString &name, const QString &text, const std::function<void()> &act)
{
    auto *button = new Button(Button::Kind::Plain, text);
    button->setObjectName(name);
    connect(button, &Button::clicked, this, act);
    row->addControl(button);
    m_buttons.push_back(button);
    return button;
}

QFileDialog *DataPage::dialog(const QString &title)
{
    auto *made = new QFileDialog(this, title);
    made->setAttribute(Qt::WA_DeleteOnClose);
    return made;
}

void DataPage::addPlace()
{
    auto *row = new SettingRow(tr("Where it is"), tr("Move copies it, compares the copy and goes on there. The old copy stays until you delete it."));
    addButton(row, QStringLiteral("showFolder"), tr("Show in folder"), [this] { m_port.showFolder(); });
    addButton(row, QStringLiteral("moveData"), tr("Move…"), [this] {
        QFileDialog *chooser = dialog(tr("Move the history to a folder"));
        chooser->setFileMode(QFileDialog::Directory);
        chooser->setOption(QFileDialog::ShowDirsOnly);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
            begin(tr("Moving the history to %1…").arg(folder));
            m_port.move(folder, then([folder](const DataOutcome &outcome) -> QString { return tr("Your history is in %1 now. The old copy is still at %2: delete it when you like.").arg(folder, outcome.path); }));
        });
        chooser->open();
    });
    body().addWidget(row);
    m_folder = smallLine(QStringLiteral("dataFolder"));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body().addWidget(m_folder);
    auto *grid = new QWidget;
    grid->setObjectName(QStringLiteral("dataSizes"));
    m_sizes = new QGridLayout(grid);
    m_sizes->setContentsMargins(4, 2, 4, 8);
    m_sizes->setHorizontalSpacing(28);
    m_sizes->setVerticalSpacing(5);
    m_sizes->setColumnStretch(2, 1);
    body().addWidget(grid);
}

void DataPage::addCopies()
{
    auto *backup = new SettingRow(tr("Backup"), tr("A copy of everything but the keys, as of one moment. Answers go on arriving meanwhile. None is made by itself, but before a new version changes the file."));
    addButton(backup, QStringLiteral("backUp"), tr("Back up now…"), [this] {
        QFileDialog *chooser = dialog(tr("Back up the history"));
        chooser->setAcceptMode(QFileDialog::AcceptSave);
        chooser->setDefaultSuffix(QStringLiteral("db"));
        chooser->selectFile(QStringLiteral("breakwater-%1.db").arg(QDate::currentDate().toString(Qt::ISODate)));
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &file) {
            begin(tr("Copying the history…"));
            m_port.backUp(file, then([file](const DataOutcome &outcome) -> QString { return tr("%1 are at %2.").arg(inBytes(outcome.after), file); }));
        });
        chooser->open();
    });
    addButton(backup, QStringLiteral("restore"), tr("Restore…"), [this] {
        QFileDialog *chooser = dialog(tr("Restore a backup"));
        chooser->setFileMode(QFileDialog::ExistingFile);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &file) {
            begin(tr("Reading the backup…"));
            m_port.restore(file, then([this](const DataOutcome &) -> QString {
                m_restart->show();
                return tr("The backup is whole. It takes the place of your history when Breakwater starts again; what is there now is kept in the folder “backups”.");
            }));
        });
        chooser->open();
    });
    body().addWidget(backup);

    auto *compact = new SettingRow(tr("Compact"), tr("Gives the room of what was deleted back to the disk. What is written meanwhile waits."));
    addButton(compact, QStringLiteral("compact"), tr("Compact"), [this] {
        begin(tr("Compacting…"));
        m_port.compact(then([](const DataOutcome &outcome) -> QString { return tr("%1 before, %2 now.").arg(inBytes(outcome.before), inBytes(outcome.after)); }));
    });
    body().addWidget(compact);

    auto *transfer = new SettingRow(tr("Import and export"), tr("From other programs, and to read elsewhere."));
    addButton(transfer, QStringLiteral("import"), tr("Import…"), [this] { Q_EMIT importWanted(); });
    addButton(transfer, QStringLiteral("exportAll"), tr("Export all…"), [this] { Q_EMIT exportAllWanted(); });
    body().addWidget(transfer);
}

void DataPage::addSettings()
{
    auto *row = new SettingRow(tr("Settings"), tr("All that is set in Preferences, but no keys. What is imported waits for Apply."));
    const auto say = [this](const QString &sentence) {
        m_said->setText(sentence);
        m_said->show();
    };
    addButton(row, QStringLiteral("exportSettings"), tr("Export settings…"), [this, say] {
        QFileDialog *chooser = dialog(tr("Export the settings"));
        chooser->setAcceptMode(QFileDialog::AcceptSave);
        chooser->setDefaultSuffix(QStringLiteral("json"));
        chooser->selectFile(QStringLiteral("breakwater-settings.json"));
        connect(chooser, &QFileDialog::fileSelected, this, [this, say](const QString &file) {
            const auto trouble = m_port.exportSettings(file, draft().applied());
            const Words words = trouble ? dataTroubleWords(*trouble) : Words {};
            say(trouble ? QString(words.title + QLatin1Char(' ') + words.sentence) : tr("The settings in force are at %1.").arg(file));
        });
        chooser->open();
    });
    addButton(row, QStringLiteral("importSettings"), tr("Import settings…"), [this, say] {
        QFileDialog *chooser = dialog(tr("Import settings"));
        chooser->setFileMode(QFileDialog::ExistingFile);
        connect(chooser, &QFileDialog::fileSelected, this, [this, say](const QString &file) {
            const ImportedSettings read = m_port.importSettings(file, values());
            if (!read)
                return say(flawWords(read.error()));
            draft().replace(*read);
            say(draft().changes() == 0 ? tr("All of it is set like this here already.") : tr("It is shown as changes on all pages. Apply puts it in force, Revert drops it."));
        });
        chooser->open();
    });
    body().addWidget(row);
}

void DataPage::addRetention()
{
    auto *row = new SettingRow(tr("Delete old conversations"), tr("Those that nobody touched for so many days, at the start and once a day. Pinned ones, and those with a turn that waits or a draft, stay."));
    m_days = new NumberField(tr("Days"));
    m_days->setObjectName(QStringLiteral("keepDays"));
    m_days->setRange(1, 36'500);
    m_days->setSuffix(tr(" days"));
    m_limited = new Switch(tr("Delete old conversations"));
    m_limited->setObjectName(QStringLiteral("keepLimited"));
    connect(m_limited, &Switch::toggled, this, &DataPage::takeRetention);
    connect(m_days, &NumberField::valueChanged, this, &DataPage::takeRetention);
    row->addControl(m_days);
    row->addControl(m_limited);
    body().addWidget(row);
    m_untouched = smallLine(QStringLiteral("untouched"));
    body().addWidget(m_untouched);
}

void DataPage::takeRetention()
{
    m_days->setEnabled(m_limited->isChecked());
    const auto days = m_limited->isChecked() ? std::optional(static_cast<int>(m_days->value())) : std::nullopt;
    draft().edit([days](Preferences &values) { values.keepDays = days; });
    showUntouched();
}

void DataPage::showUntouched()
{
    const bool limited = m_limited->isChecked() && m_port.countUntouched;
    m_untouched->setVisible(limited);
    if (!limited)
        return;
    const int count = m_port.countUntouched(static_cast<int>(m_days->value()));
    m_untouched->setText(count == 0 ? tr("No conversation is that old now.")
            : count == 1            ? tr("One conversation is deleted when you apply this.")
                                    : tr("%1 conversations are deleted when you apply this.").arg(QLocale().toString(count)));
}

void DataPage::addErasure()
{
    auto *row = new SettingRow(tr("Delete everything"), tr("All conversations with their attachments, drafts, flight records and measurements."));
    addButton(row, QStringLiteral("eraseAll"), tr("Delete all…"), [this] { m_sure->show(); });
    body().addWidget(row);

    m_sure = new QWidget;
    m_sure->setObjectName(QStringLiteral("sure"));
    m_goes = smallLine(QStringLiteral("goes"));
    m_backupsToo = new WrappingCheckBox;
    m_backupsToo->setObjectName(QStringLiteral("backupsToo"));
    m_backupsToo->setText(tr("The backups and damaged files beside it too"));
    m_keysToo = new WrappingCheckBox;
    m_keysToo->setObjectName(QStringLiteral("keysToo"));
    m_keysToo->setText(tr("The keys of all providers too"));
    auto *erase = new Button(Button::Kind::Danger, tr("Delete all"));
    erase->setObjectName(QStringLiteral("eraseNow"));
    auto *leave = new Button(Button::Kind::Quiet, tr("Cancel"));
    leave->setObjectName(QStringLiteral("eraseNot"));
    connect(leave, &Button::clicked, m_sure, &QWidget::hide);
    connect(erase, &Button::clicked, this, [this] {
        m_sure->hide();
        begin(tr("Deleting everything…"));
        m_port.eraseAll({m_backupsToo->isChecked(), m_keysToo->isChecked()}, then([](const DataOutcome &) -> QString { return tr("Everything is deleted, on the disk too."); }));
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(erase);
    buttons->addWidget(leave);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_sure);
    column->setContentsMargins(4, 4, 4, 8);
    column->setSpacing(6);
    column->addWidget(m_goes);
    column->addWidget(m_backupsToo);
    column->addWidget(m_keysToo);
    column->addLayout(buttons);
    m_sure->hide();
    body().addWidget(m_sure);
}

void DataPage::begin(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->show();
    for (Button *each : m_buttons)
        each->setEnabled(false);
    m_look.start();
}

void DataPage::showShare()
{
    const auto share = m_port.share ? m_port.share() : std::nullopt;
    m_progress->setRange(0, share ? shareSteps : 0); // without an end: something is under way
    m_progress->setValue(static_cast<int>(share.value_or(0.0) * shareSteps));
    m_progress->show();
}

DataPort::Done DataPage::then(std::function<QString(const DataOutcome &)> sentence)
{
    return [page = QPointer<DataPage>(this), sentence = std::move(sentence)](const DataOutcome &outcome) {
        if (!page)
            return;
        page->m_look.stop();
        page->m_progress->hide();
        const Words words = outcome.fault ? dataTroubleWords(*outcome.fault) : Words {};
        page->m_said->setText(outcome.fault ? words.title + QLatin1Char(' ') + words.sentence : sentence(outcome));
        for (Button *each : page->m_buttons)
            each->setEnabled(true);
        page->refresh();
    };
}

void DataPage::setPort(const DataPort &port)
{
    m_port = port;
    refresh();
}

void DataPage::refresh()
{
    if (!m_port.readFacts)
        return;
    m_port.readFacts([page = QPointer<DataPage>(this)](const std::optional<DataFacts> &facts) {
        if (page)
            page->showFacts(facts);
    });
    showUntouched();
}

void DataPage::showFacts(const std::optional<DataFacts> &facts)
{
    while (QLayoutItem *item = m_sizes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!facts) {
        m_folder->setText(tr("The history could not be read."));
        return;
    }
    m_facts = *facts;
    m_folder->setText(facts->folder);
    const QLocale locale;
    int line = 0;
    const auto put = [&](const QString &what, const QString &size) {
        m_sizes->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, what), line, 0);
        m_sizes->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, size), line++, 1, Qt::AlignRight);
    };
    put(tr("Conversations"), locale.toString(facts->conversations));
    put(tr("Messages"), locale.toString(facts->messages));
    put(tr("History"), inBytes(facts->history));
    put(tr("Search index"), inBytes(facts->search));
    put(tr("Attachments"), inBytes(facts->attachments));
    put(tr("Backups"), inBytes(facts->backups));
    put(tr("Free on this disk"), inBytes(facts->room));
    m_goes->setText(tr("%1 conversations with %2 messages go, with everything that belongs to them. This cannot be undone.")
                        .arg(locale.toString(facts->conversations), locale.toString(facts->messages)));
}

void DataPage::load()
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_limited), QSignalBlocker(m_days)};
    m_limited->setChecked(values().keepDays.has_value());
    m_days->setValue(values().keepDays.value_or(firstDays));
    m_days->setEnabled(values().keepDays.has_value());
    showUntouched();
}

void DataPage::showEvent(QShowEvent *event)
{
    PreferencesPage::showEvent(event);
    refresh();
}

} // namespace breakwater
