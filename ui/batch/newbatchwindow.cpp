// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/newbatchwindow.h"

#include "core/chat/conversation.h"
#include "ui/batch/newbatchform.h"
#include "ui/batch/planfigures.h"
#include "ui/batch/rowschoice.h"
#include "ui/batch/rowspreview.h"
#include "ui/composer/composeredit.h"
#include "ui/shell/emptystate.h"
#include "ui/shell/ground.h"
#include "ui/shell/noticebar.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/storewords.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int sideMargin = 20;
constexpr int besideFrom = 900; // the width of a window that has room for the figures beside the form

} // namespace

NewBatchWindow::NewBatchWindow(
    Batches &batches, std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, const Ledger &ledger, const TimeSource &time, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_batches(batches)
    , m_routes(std::move(routes))
    , m_catalogue(std::move(catalogue))
    , m_ledger(ledger)
    , m_time(time)
    , m_maker(batches.shelf())
    , m_form(new NewBatchForm(m_routes, m_catalogue))
{
    setWindowTitle(tr("New batch – Breakwater"));
    setAccessibleName(tr("New batch"));
    setMinimumSize(720, 520);
    resize(sizeHint());
    setAcceptDrops(true);
    auto *content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(m_form, 5);
    m_columns->addWidget(makeSide(), 4);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    takeFocusWhereItScrolls(*scroll, tr("New batch"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget turns it on
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(scroll, 1);
    lines->addWidget(makeFoot());
    connect(m_form, &NewBatchForm::changed, this, &NewBatchWindow::readAgain);
    connect(&m_maker, &BatchMaker::readOn, this, &NewBatchWindow::showRead);
    connect(&m_maker, &BatchMaker::madeOn, m_progress, [this](qint64 rows) { m_progress->setValue(static_cast<int>(rows)); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        arrange();
        update();
    });
    readAgain();
    m_form->focusPrompt();
}

NewBatchWindow::~NewBatchWindow() = default;

QWidget *NewBatchWindow::makeSide()
{
    m_side = new Ground(&Tokens::sidebar, Qt::LeftEdge);
    m_nothing = new EmptyState(Icon::Layers, tr("No rows yet"), tr("Choose a file of rows, or many files. What is asked of each, and what all of it costs, is shown here before anything is sent."));
    m_figures = new PlanFigures;
    m_preview = new RowsPreview;
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(sideMargin, sideMargin, sideMargin, sideMargin);
    column->setSpacing(18);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_figures);
    column->addWidget(m_preview, 1);
    column->addStretch(0); // where there is none
    return m_side;
}

QWidget *NewBatchWindow::makeFoot()
{
    auto *foot = new Ground(&Tokens::canvas, Qt::TopEdge);
    m_notice = new NoticeBar(foot);
    m_notice->setMaximumWidth(QWIDGETSIZE_MAX);
    m_progress = new QProgressBar(foot);
    m_progress->setObjectName(QStringLiteral("writing"));
    m_progress->setAccessibleName(tr("Writing the batch down"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_state = new TextLabel(TextRole::Interface, &Tokens::text2, {}, foot);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel = new Button(Button::Kind::Quiet, tr("Cancel"), foot);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_send = new Button(Button::Kind::Main, tr("Send as a batch"), foot);
    m_send->setObjectName(QStringLiteral("send"));
    auto *consent = new TextLabel(TextRole::Small, &Tokens::text3, tr("Answers come within 24 hours, at half the price. They are read back until 29 days after."), foot);
    consent->setObjectName(QStringLiteral("consent"));
    consent->setWordWrap(true);
    consent->setAlignment(Qt::AlignRight);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_progress, 2);
    row->addWidget(m_state, 3);
    row->addWidget(m_cancel);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(4);
    column->addWidget(m_notice);
    column->addLayout(row);
    column->addWidget(consent);
    connect(m_cancel, &QAbstractButton::clicked, &m_maker, &BatchMaker::cancel);
    connect(m_send, &QAbstractButton::clicked, this, &NewBatchWindow::send);
    return foot;
}

void NewBatchWindow::open()
{
    show();
    raise();
    activateWindow();
}

bool NewBatchWindow::hasPrompt() const
{
    return m_form->hasPrompt();
}

void NewBatchWindow::openWith(const QStringList &files)
{
    if (files.size() == 1 && looksLikeRows(files.front()))
        useFile(files.front());
    else if (!files.isEmpty())
        useFiles(files);
    open();
}

void NewBatchWindow::openWith(const QString &prompt)
{
    if (!prompt.trimmed().isEmpty() && !m_maker.isMaking())
        m_form->setPrompt(prompt);
    open();
    m_form->focusPrompt();
}

void NewBatchWindow::useFile(const QString &path)
{
    use({{path}, false});
}

void NewBatchWindow::useFiles(const QStringList &paths)
{
    use({paths, true});
}

/// What is being written down stays as it is.
void NewBatchWindow::use(const RowFiles &files)
{
    if (!m_maker.isMaking())
        m_form->setFiles(files);
}

void NewBatchWindow::readAgain()
{
    m_notice->dismiss();
    const BatchDraft draft = m_form->draft();
    if (draft.files.isEmpty()) {
        m_maker.stop();
        showRead();
        return;
    }
    const Route *route = m_routes().route(draft.route);
    const Provider *provider = route != nullptr ? m_routes().provider(route->provider) : nullptr;
    const bool isFree = provider != nullptr && provider->simulated;
    auto order = orderFor(draft, m_routes(), m_catalogue(), isFree ? Prices {{route->model, 0.0, 0.0}} : m_ledger.prices());
    if (!order) { // rows can be looked at all the same
        order.emplace();
        order->prompt = draft.prompt;
    }
    m_longest = order->ask.mostTokens;
    m_maker.read(*order, {draft.files, draft.rowForEachFile});
    showFoot();
}

void NewBatchWindow::showRead()
{
    const BatchPreview none;
    const BatchDraft draft = m_form->draft();
    const bool hasFiles = !draft.files.isEmpty();
    const BatchPreview &preview = hasFiles ? m_maker.preview() : none;
    m_nothing->setVisible(!hasFiles);
    m_figures->setVisible(hasFiles);
    m_preview->setVisible(!preview.first.empty());
    m_figures->show({preview.facts, draft.rowForEachFile ? rowproblemwords::RowIs::File : rowproblemwords::RowIs::Line, m_form->hasPrompt(), hasRoute(), m_longest});
    m_preview->show(preview.first, preview.facts.rows);
    m_form->showRead(preview, m_maker.isReading());
    showFoot();
}

bool NewBatchWindow::hasRoute() const
{
    return takesBatches(m_form->draft().route, m_routes());
}

QString NewBatchWindow::whyNot() const
{
    if (!hasRoute())
        return tr("Nobody here takes batches yet.");
    if (m_form->draft().files.isEmpty())
        return tr("Choose rows first.");
    if (m_maker.isReading())
        return tr("Reading the rows…");
    if (m_maker.canMake())
        return {};
    return m_form->hasPrompt() ? tr("There is no row that can be asked.") : tr("Write the prompt first.");
}

bool NewBatchWindow::mayCost() const
{
    const RouteTable &routes = m_routes();
    const Route *route = routes.route(m_form->draft().route);
    const Provider *provider = route != nullptr ? routes.provider(route->provider) : nullptr;
    return provider != nullptr && m_ledger.mayCost(*provider, route->model);
}

bool NewBatchWindow::isMaking() const
{
    return m_maker.isMaking();
}

void NewBatchWindow::showFoot()
{
    const bool isMaking = m_maker.isMaking();
    const QString why = isMaking ? tr("Writing the rows down. Nothing is sent before all are.") : whyNot();
    m_form->setEnabled(!isMaking);
    m_progress->setVisible(isMaking);
    m_cancel->setVisible(isMaking);
    m_send->setEnabled(why.isEmpty());
    const bool isSpentUp = why.isEmpty() && m_ledger.isLimitReached() && mayCost();
    const QString words = isSpentUp ? tr("Your spend limit for today is reached.") : why;
    m_state->setText(words);
    m_send->setText(isSpentUp ? tr("Send all the same") : tr("Send as a batch"));
    m_send->setAccessibleDescription(words);
}

void NewBatchWindow::send()
{
    m_form->refreshRoutes(); // it may be gone
    if (!whyNot().isEmpty())
        return;
    m_notice->dismiss();
    const BatchDraft draft = m_form->draft();
    Batch batch;
    batch.id = makeId<BatchId>(m_time.wall());
    batch.title = draft.title.isEmpty() ? titleFromPrompt(draft.prompt) : draft.title;
    batch.route = draft.route;
    batch.createdAt = m_time.wall();
    m_progress->setRange(0, static_cast<int>(m_maker.preview().facts.rows));
    m_progress->setValue(0);
    m_maker.make(batch, [this](const Result<Batch> &made) { take(made); });
    showFoot();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void NewBatchWindow::take(const Result<Batch> &made)
{
    showFoot();
    if (made) {
        m_batches.begin(*made);
        m_form->clear();
        close();
        Q_EMIT begun(made->id);
        return;
    }
    const Fault &fault = made.error();
    if (fault.kind == FaultKind::Cancelled) {
        m_send->setFocus(Qt::OtherFocusReason);
        return;
    }
    open(); // somebody may have closed it, and would not hear of it
    if (fault.code == QLatin1String("changed")) {
        readAgain();
        m_notice->show(tr("The rows are not those that were shown."), tr("Their file has changed since. Nothing was sent. It is read again: look at it, and send it then."), {}, {});
        return;
    }
    const Words words = batchNotWrittenWords(fault);
    m_notice->show(words.title, words.sentence, {}, {});
}

/// Short of room the figures go below the form.
void NewBatchWindow::arrange()
{
    const bool beside = width() >= scaledUp(besideFrom);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
}

void NewBatchWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void NewBatchWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_form->refreshRoutes();
}

/// Providers may have come or gone while another window was in front.
void NewBatchWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_form->refreshRoutes();
}

void NewBatchWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (holdsFiles(*event->mimeData()) && !m_maker.isMaking())
        event->acceptProposedAction();
}

void NewBatchWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &each : event->mimeData()->urls())
        paths += each.toLocalFile();
    openWith(paths);
    event->acceptProposedAction();
}

void NewBatchWindow::keyPressEvent(QKeyEvent *event)
{
    const bool closes = event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close);
    if (closes && m_maker.isMaking())
        m_cancel->setFocus(Qt::ShortcutFocusReason); // what is being written down is seen
    else if (closes)
        close();
    else
        QWidget::keyPressEvent(event);
}

void NewBatchWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().canvas);
}

} // namespace breakwater
