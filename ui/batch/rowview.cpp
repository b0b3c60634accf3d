// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowview.h"

#include "ui/batch/rowdelegate.h"
#include "ui/batch/rowtable.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"
#include "ui/words/batchwords.h"
#include "ui/words/moneywords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

namespace breakwater {

namespace {

constexpr int lineOfATable = 34;
constexpr int headOfATable = 30;
constexpr int sideOfACell = 10;
constexpr int markOfAStatus = 20;

} // namespace

RowView::RowView(RowTable &rows, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
{
    setObjectName(QStringLiteral("rows"));
    setAccessibleName(tr("Rows"));
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    viewport()->setAutoFillBackground(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(&rows);
    FocusRing::attach(this, 4, FocusRing::Lies::Inside);
    connect(&rows, &RowTable::aboutToMerge, this, &RowView::hold);
    connect(&rows, &RowTable::merged, this, &RowView::restore);
    connect(&rows, &QAbstractItemModel::modelReset, this, &RowView::fitColumns);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RowView::tellSeen);
    connect(this, &QTableView::doubleClicked, this, &RowView::opened);
    connect(&Theme::instance(), &Theme::changed, this, &RowView::wear);
    wear();
}

void RowView::wear()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(scaledUp(lineOfATable));
    horizontalHeader()->setFixedHeight(scaledUp(headOfATable));
    horizontalHeader()->setFont(fontFor(TextRole::Small));
    fitColumns();
    viewport()->update();
}

/// The words share what the figures leave.
void RowView::fitColumns()
{
    const QFontMetrics measure(fontFor(TextRole::Interface));
    const auto wide = [&measure](const QString &text) { return measure.horizontalAdvance(text) + 2 * sideOfACell; };
    QHeaderView &head = *horizontalHeader();
    int left = viewport()->width();
    const auto give = [&](int column, int pixels) {
        head.resizeSection(column, pixels);
        left -= pixels;
    };
    give(RowTable::Number, wide(QLocale().toString(std::max<qint64>(1000, m_rows.numberAt(m_rows.rowCount() - 1)))));
    give(RowTable::Tokens, wide(QLocale().toString(100'000)));
    give(RowTable::Cost, wide(money(0.00001))); // the longest there is
    Fault usual;
    usual.kind = FaultKind::BadRequest;
    usual.status = 400;
    give(RowTable::Status, std::min(wide(batchwords::reason(usual)) + markOfAStatus, left * 4 / 10));
    give(RowTable::Label, left * 4 / 10);
    head.resizeSection(RowTable::Answer, std::max(left, 1));
}

bool RowView::choose(qint64 number)
{
    const int row = m_rows.rowOf(number);
    setCurrentIndex(row < 0 ? QModelIndex() : m_rows.index(row, RowTable::Label));
    return row >= 0;
}

void RowView::tellSeen()
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    if (first >= 0)
        m_rows.setSeen(first, last >= 0 ? last : m_rows.rowCount() - 1);
}

void RowView::hold()
{
    const int first = rowAt(0);
    m_top = first >= 0 ? m_rows.index(first, 0) : QModelIndex();
    m_offset = first >= 0 ? rowViewportPosition(first) : 0;
}

void RowView::restore()
{
    if (m_top.isValid()) {
        updateGeometries();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(m_top.row()) - m_offset);
    }
    m_top = QPersistentModelIndex();
    tellSeen();
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid())
        Q_EMIT opened();
    else
        QTableView::keyPressEvent(event);
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    tellSeen();
}

void RowView::updateGeometries()
{
    QTableView::updateGeometries();
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
}

} // namespace breakwater
