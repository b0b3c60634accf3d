// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchwindow.h"

#include "core/batch/batchcharge.h"
#include "ui/batch/batchhead.h"
#include "ui/batch/rowdetail.h"
#include "ui/batch/rowtable.h"
#include "ui/batch/rowview.h"
#include "ui/batch/statefilter.h"
#include "ui/shell/emptystate.h"
#include "ui/style/fieldpicture.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/transfer/filenames.h"
#include "ui/words/batchwords.h"
#include "ui/words/storewords.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>

namespace breakwater {

namespace {

constexpr int typingPause = 200; // milliseconds
constexpr int landingPause = 250;
constexpr int patienceForSearch = 400;
constexpr int sideOfTheWindow = 24;
constexpr int tableBesideTheRow = 520; // pixels that it needs there
constexpr int searchBesideTheStates = 200;
constexpr int highEnoughForBoth = 270; // the table, and the row below it
constexpr int highEnoughForTheTable = 110;
constexpr int highestLeast = 700; // a low screen holds no more
constexpr QSize leastSize(640, 480);
constexpr QSize usualSize(1160, 760);

QString bothOf(const Words &words)
{
    return words.sentence.isEmpty() ? words.title : QString(words.title + QLatin1Char(' ') + words.sentence);
}

} // namespace

BatchWindow::BatchWindow(Batches &batches, const Ledger &ledger, const BatchPort &port, std::function<const RouteTable &()> routes, const TimeSource &time, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_batches(batches)
    , m_ledger(ledger)
    , m_port(port)
    , m_routes(std::move(routes))
    , m_time(time)
    , m_head(new BatchHead)
    , m_banner(new BatchBanner)
    , m_said(new TextLabel(TextRole::Small, &Tokens::text2, {}))
    , m_search(new QLineEdit)
    , m_filter(new StateFilter)
    , m_rows(new RowTable(batches.shelf(), [this](const QString &model, const Usage &usage) { return costOf(model, usage); }, this))
    , m_view(new RowView(*m_rows))
    , m_detail(new RowDetail)
    , m_empty(new EmptyState(Icon::Layers, {}, {}))
{
    setMinimumSize(leastSize);
    resize(usualSize);
    build();
    for (QTimer *each : {&m_typing, &m_landing, &m_patience})
        each->setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_landing.setInterval(landingPause);
    m_patience.setInterval(patienceForSearch);
    m_beat.setInterval(1000);
    connect(&m_typing, &QTimer::timeout, this, &BatchWindow::narrow);
    connect(&m_landing, &QTimer::timeout, this, &BatchWindow::refreshRows);
    connect(&m_patience, &QTimer::timeout, this, &BatchWindow::refreshPages);
    connect(&m_beat, &QTimer::timeout, this, &BatchWindow::refreshHead);
    connect(&batches, &Batches::changed, this, &BatchWindow::take);
    connect(&batches, &Batches::removed, this, [this](const BatchId &id) {
        if (id == m_id)
            close();
    });
    connect(&batches, &Batches::notSaved, this, [this](const BatchId &id, const Fault &fault) {
        if (id == m_id)
            say(bothOf(notSavedWords(fault)));
    });
    connect(&ledger, &Ledger::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_rows, &RowTable::merged, this, &BatchWindow::follow);
    connect(m_rows, &QAbstractItemModel::modelReset, &m_patience, qOverload<>(&QTimer::start));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!now.isValid())
            return;
        if (!m_view->selectionModel()->isSelected(now)) // the focus makes a row current without choosing it
            m_view->selectionModel()->select(now, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        showRow(m_rows->numberAt(now.row()));
    });
    connect(m_view, &RowView::opened, this, &BatchWindow::openRow);
    connect(m_detail, &RowDetail::backWanted, this, &BatchWindow::backToRows);
    connect(m_empty, &EmptyState::acted, this, [this] {
        m_rows->refresh();
        m_patience.start();
    });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &StateFilter::stateChanged, this, &BatchWindow::narrow);
    connect(m_detail, &RowDetail::conversationWanted, this, &BatchWindow::openConversation);
    connect(m_head, &BatchHead::renamed, this, [this](const QString &title) { m_batches.rename(m_id, title); });
    connect(m_head, &BatchHead::lookWanted, this, [this] { m_batches.lookNow(m_id); });
    connect(m_head, &BatchHead::cancelWanted, this, [this] { ask(Question::Cancel); });
    connect(m_head, &BatchHead::deleteWanted, this, [this] { ask(Question::Delete); });
    connect(m_head, &BatchHead::exportWanted, this, &BatchWindow::openExportMenu);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(&Theme::instance(), &Theme::changed, this, &BatchWindow::place);
}

void BatchWindow::build()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search rows and answers"));
    m_search->setAccessibleName(tr("Search rows and answers"));
    m_search->setToolTip(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_search->setClearButtonEnabled(false);
    setFieldPicture(*m_search, Icon::Search);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(sideOfTheWindow, 0, sideOfTheWindow, 8);
    inside->setSpacing(8);
    inside->addWidget(m_banner);
    inside->addWidget(m_said);
    m_narrowing = new QBoxLayout(QBoxLayout::LeftToRight);
    m_narrowing->setSpacing(8);
    m_narrowing->addWidget(m_search, 1);
    m_narrowing->addWidget(m_filter);
    inside->addLayout(m_narrowing);
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildRows());
    m_pages->addWidget(m_empty);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_head);
    lines->addLayout(inside);
    lines->addWidget(m_pages, 1);
}

QWidget *BatchWindow::buildRows()
{
    auto *all = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, all);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    auto *around = new QVBoxLayout;
    around->setContentsMargins(sideOfTheWindow - 12, 0, 0, 0);
    around->addWidget(m_view);
    m_columns->addLayout(around, 3);
    m_columns->addWidget(m_detail, 2);
    return all;
}

FaultContext BatchWindow::context() const
{
    FaultContext context;
    if (const Batch *batch = m_batches.batch(m_id)) {
        context.provider = providerName(m_routes(), batch->route);
        context.model = routeName(m_routes(), batch->route);
    }
    return context;
}

std::optional<double> BatchWindow::costOf(const QString &model, const Usage &usage) const
{
    const Batch *batch = m_batches.batch(m_id);
    const Route *route = batch != nullptr ? m_routes().route(batch->route) : nullptr;
    const Provider *provider = route != nullptr ? m_routes().provider(route->provider) : nullptr;
    return provider != nullptr ? batchCharge(m_ledger, *provider, model, usage) : batchCostOf(m_ledger.prices(), model, usage);
}

// ---- following the batch ----

void BatchWindow::show(const BatchId &id)
{
    if (id != m_id) {
        m_id = id;
        m_question = Question::None;
        m_row = 0;
        m_readsRow = false;
        m_said->hide();
        m_head->stopRenaming();
        m_search->clear();
        m_typing.stop();
        m_filter->setState({});
        m_counts = {};
        m_rows->show({}, 0);
    }
    take(id);
}

void BatchWindow::take(const BatchId &id)
{
    if (id != m_id)
        return;
    refreshHead();
    refreshBanner();
    const Batch *batch = m_batches.batch(m_id);
    if (batch != nullptr && batch->counts.all() != m_counts.all()) {
        m_counts = batch->counts;
        m_rows->show(id, m_counts.all());
    } else if (batch != nullptr && !(batch->counts == m_counts) && !m_landing.isActive()) {
        m_landing.start();
    }
    refreshPages();
}

void BatchWindow::refreshHead()
{
    const Batch *batch = m_batches.batch(m_id);
    m_head->setVisible(batch != nullptr);
    m_search->setEnabled(batch != nullptr);
    m_filter->setEnabled(batch != nullptr);
    setWindowTitle(batch != nullptr ? tr("Batch: %1").arg(batch->title) : tr("Batch"));
    const bool underWay = m_batches.isUnderWay(m_id);
    if (!underWay || !isVisible())
        m_beat.stop();
    else if (!m_beat.isActive())
        m_beat.start();
    if (batch == nullptr)
        return;
    m_head->show(*batch, underWay, context(), m_time.wall());
    m_filter->setCounts(batch->counts);
}

void BatchWindow::refreshRows()
{
    const Batch *batch = m_batches.batch(m_id);
    if (batch == nullptr)
        return;
    const bool isAskedAgain = batch->counts.open > m_counts.open;
    m_counts = batch->counts;
    m_rows->refresh();
    // What has ended stays as it is, and may be long.
    if (isAskedAgain || m_detail->number() != m_row || m_detail->state() == RowState::Open)
        readRow();
}

void BatchWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->setFocus(Qt::OtherFocusReason);
    take(m_id);
}

// ---- rows ----

void BatchWindow::narrow()
{
    m_typing.stop();
    m_rows->narrow(m_filter->state(), m_search->text().trimmed());
    refreshPages();
}

/// Keeps the row that is shown chosen, where it is among those in the table; else the first of them is.
void BatchWindow::follow()
{
    refreshPages();
    const QModelIndex current = m_view->currentIndex();
    if (m_rows->rowCount() == 0 || (current.isValid() && m_rows->numberAt(current.row()) == m_row))
        return;
    if (m_row == 0 || !m_view->choose(m_row))
        m_view->choose(m_rows->numberAt(0));
}

void BatchWindow::showRow(qint64 number)
{
    m_rows->keep(number);
    if (std::exchange(m_row, number) != number)
        readRow();
}

void BatchWindow::readRow()
{
    if (m_row == 0)
        return;
    m_batches.shelf().wholeRow(m_id, m_row, [window = QPointer<BatchWindow>(this), id = m_id, number = m_row](const Result<std::optional<WholeRow>> &row) {
        if (!window || window->m_id != id || window->m_row != number)
            return;
        if (!row || !*row) { // what was shown before is another row
            window->m_detail->clear();
            window->place();
            return;
        }
        const Batch *batch = window->m_batches.batch(id);
        window->m_detail->show(**row, window->context(), window->costOf((*row)->result.model, (*row)->result.usage), batch != nullptr && !batch->conversation.isEmpty());
        window->refreshPages();
    });
}

void BatchWindow::refreshPages()
{
    const bool isThere = m_batches.batch(m_id) != nullptr;
    const QString words = m_search->text().trimmed();
    const bool isEmpty = m_rows->rowCount() == 0;
    m_empty->setAction({});
    if (!isThere) {
        m_empty->setTexts(tr("This batch is not here any more"), tr("It was deleted, with its answers."));
    } else if (isEmpty && m_rows->fault()) {
        m_empty->setTexts(tr("The rows could not be read"), m_rows->fault()->detail);
        m_empty->setAction(tr("Try again"));
    } else if (isEmpty && !m_rows->isWhole()) {
        if (m_patience.isActive())
            return; // it takes no time, mostly
        m_empty->setTexts(tr("Searching…"), tr("All answers are looked through."));
    } else if (isEmpty && !words.isEmpty()) {
        m_empty->setTexts(tr("Nothing found for “%1”").arg(words), tr("It is looked for in rows and in their answers."));
    } else if (isEmpty) {
        m_empty->setTexts(tr("No such rows"), m_filter->state() == RowState::Answered ? tr("Answers come here when the provider is done with them.") : tr("No row is in this state."));
    }
    m_pages->setCurrentIndex(isThere && !isEmpty ? 0 : 1);
    place();
}

void BatchWindow::place()
{
    const bool together = width() >= m_filter->sizeHint().width() + scaledUp(searchBesideTheStates) + 2 * sideOfTheWindow + 8;
    m_narrowing->setDirection(together ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool beside = width() >= RowDetail::leastWidthBeside() + scaledUp(tableBesideTheRow);
    const int above = m_head->heightForWidth(width()) + (m_banner->isHidden() ? 0 : m_banner->heightForWidth(width() - 2 * sideOfTheWindow) + 8) + (together ? 1 : 2) * (m_search->sizeHint().height() + 8);
    const bool below = !beside && height() - above >= scaledUp(highEnoughForBoth);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(0, beside ? 3 : 1);
    m_columns->setStretch(1, beside ? 2 : 1);
    m_detail->setPlace(beside ? RowDetail::Place::Beside : below ? RowDetail::Place::Below : RowDetail::Place::Alone);
    const bool isAlone = !beside && !below;
    m_view->setVisible(!isAlone || !m_readsRow);
    m_detail->setVisible(m_detail->number() != 0 && (!isAlone || m_readsRow));
    setMinimumHeight(std::clamp(above + scaledUp(highEnoughForTheTable), leastSize.height(), highestLeast));
}

void BatchWindow::openRow()
{
    m_readsRow = true;
    place();
    m_detail->focusText();
}

void BatchWindow::backToRows()
{
    m_readsRow = false;
    place();
    m_view->setFocus(Qt::OtherFocusReason);
}

void BatchWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

// ---- what may be done ----

void BatchWindow::ask(Question question)
{
    m_question = question;
    refreshBanner();
    if (question != Question::None)
        m_banner->focusLastChoice(); // the one that changes nothing
}

void BatchWindow::refreshBanner()
{
    const Batch *batch = m_batches.batch(m_id);
    const bool underWay = m_batches.isUnderWay(m_id);
    if ((m_question == Question::Cancel && !underWay) || (m_question == Question::Delete && underWay))
        m_question = Question::None; // it is answered by what happened
    const auto content = batch == nullptr ? std::nullopt : m_question != Question::None ? questionOf(*batch) : noticeOf(*batch);
    if (content)
        m_banner->show(*content);
    else
        m_banner->hide();
}

std::optional<BatchBanner::Content> BatchWindow::questionOf(const Batch &batch)
{
    const auto answered = [this](auto act) {
        return [this, act] {
            ask(Question::None);
            act();
        };
    };
    const BatchBanner::Choice leave {m_question == Question::Cancel ? tr("Go on") : tr("Keep it"), Button::Kind::Quiet, answered([] { })};
    if (m_question == Question::Cancel)
        return BatchBanner::Content {Icon::Stop, false, batchwords::cancelQuestion(), {{tr("Cancel batch"), Button::Kind::Danger, answered([this] { m_batches.cancel(m_id); })}, leave}};
    return BatchBanner::Content {Icon::Trash, false, batchwords::deleteQuestion(batch.counts), {{tr("Delete"), Button::Kind::Danger, answered([this] { m_batches.remove(m_id); })}, leave}};
}

std::optional<BatchBanner::Content> BatchWindow::noticeOf(const Batch &batch)
{
    const auto choices = [this](PartPhase phase) -> std::vector<BatchBanner::Choice> {
        return {{tr("Send again"), Button::Kind::Plain, [this, phase] { decide(phase, &Batches::createAnew); }}, {tr("Give up"), Button::Kind::Quiet, [this, phase] { decide(phase, &Batches::giveUp); }}};
    };
    if (const auto words = batchwords::refused(batch, context()))
        return BatchBanner::Content {Icon::Warning, true, *words, choices(PartPhase::Refused)};
    if (const auto words = batchwords::lost(batch, context()))
        return BatchBanner::Content {Icon::Warning, true, *words, choices(PartPhase::Lost)};
    const auto words = batchwords::ended(batch);
    if (!words || m_batches.isUnderWay(batch.id))
        return std::nullopt;
    BatchBanner::Content content {Icon::Layers, false, *words, {}};
    if (!batch.turn.isEmpty())
        return content; // its conversation has the turn
    if (const QString retry = batchwords::retry(batch.counts); !retry.isEmpty())
        content.choices.push_back({retry, Button::Kind::Plain, [this] { m_batches.askAgain(m_id, {RowState::Failed}); }});
    if (const QString again = batchwords::sendAgain(batch.counts); !again.isEmpty())
        content.choices.push_back({again, Button::Kind::Plain, [this] { m_batches.askAgain(m_id, {RowState::NotSent}); }});
    return content;
}

/// The same for each part that waits for it.
void BatchWindow::decide(PartPhase phase, void (Batches::*choice)(const BatchId &, int))
{
    const Batch *batch = m_batches.batch(m_id);
    std::vector<int> parts;
    for (std::size_t each = 0; batch != nullptr && each < batch->parts.size(); ++each) {
        if (batch->parts[each].phase == phase)
            parts.push_back(batch->parts[each].number);
    }
    const QPointer<BatchWindow> alive(this);
    for (const int part : parts) {
        if (alive)
            (m_batches.*choice)(m_id, part);
    }
}

void BatchWindow::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &words, RowFormat format, std::optional<RowState> state) {
        menu->addAction(words, this, [this, format, state] { exportTo(format, state); });
    };
    const auto shown = m_filter->state();
    if (shown) {
        const QString name = batchwords::state(*shown);
        add(tr("Rows shown (%1) as CSV…").arg(name), RowFormat::Csv, shown);
        add(tr("Rows shown (%1) as JSONL…").arg(name), RowFormat::JsonLines, shown);
        menu->addSeparator();
    }
    add(tr("All rows as CSV…"), RowFormat::Csv, {});
    add(tr("All rows as JSONL…"), RowFormat::JsonLines, {});
    const Button &button = m_head->exportButton();
    menu->popup(button.mapToGlobal(QPoint(0, button.height() + 2)));
}

void BatchWindow::exportTo(RowFormat format, std::optional<RowState> state)
{
    const Batch *batch = m_batches.batch(m_id);
    if (batch == nullptr)
        return;
    auto *chooser = new QFileDialog(this, tr("Export the rows"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave); // asks before it takes a file that is there
    const QString ending = format == RowFormat::Csv ? QStringLiteral("csv") : QStringLiteral("jsonl");
    chooser->setDefaultSuffix(ending);
    chooser->selectFile(safeFileName(batch->title) + QLatin1Char('.') + ending);
    connect(chooser, &QFileDialog::fileSelected, this, [this, format, state, id = m_id](const QString &path) {
        say(tr("Writing the rows…"));
        m_port.exportRows(id, format, state, path, [window = QPointer<BatchWindow>(this), id, path](const Result<qint64> &rows) {
            if (!window || window->m_id != id)
                return;
            const QString file = QDir::toNativeSeparators(path);
            if (!rows)
                window->say(bothOf(dataTroubleWords(rows.error())));
            else
                window->say(*rows == 1 ? tr("1 row is at %1.").arg(file) : tr("%1 rows are at %2.").arg(QLocale().toString(*rows), file));
        });
    });
    chooser->open();
}

void BatchWindow::openConversation(qint64 row)
{
    const Batch *batch = m_batches.batch(m_id);
    if (batch == nullptr)
        return;
    if (!batch->conversation.isEmpty()) {
        Q_EMIT conversationWanted(ConversationId(batch->conversation));
        return;
    }
    m_port.openAsConversation(m_id, row, [window = QPointer<BatchWindow>(this)](const Result<ConversationId> &made) {
        if (!window)
            return;
        if (made)
            Q_EMIT window->conversationWanted(*made);
        else
            window->say(bothOf(notSavedWords(made.error())));
    });
}

void BatchWindow::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void BatchWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_head->isRenaming())
        m_head->stopRenaming();
    else if (m_question != Question::None)
        ask(Question::None);
    else if (m_search->hasFocus() && !m_search->text().isEmpty())
        m_search->clear();
    else if (m_view->isHidden())
        backToRows();
    else
        close();
}

void BatchWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().canvas);
}

} // namespace breakwater
