// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowspreview.h"

#include "ui/batch/batchfields.h"
#include "ui/composer/composer.h"
#include "ui/shell/ground.h"
#include "ui/style/card.h"
#include "ui/style/focusring.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int previewLine = 30; // pixels
constexpr int previewLines = 6; // that are seen at once, at least
constexpr int previewPromptHeight = 72;
constexpr int previewPadding = 10;
constexpr int previewNumberRole = Qt::UserRole + 1;
constexpr int previewTokensRole = Qt::UserRole + 2;

/// Its number, what it is known by, and its tokens at the end.
class PreviewDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, scaledUp(previewLine)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = Theme::instance().tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect ground = option.rect.adjusted(4, 1, -4, -1);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? tokens.selected : tokens.hover);
            painter->drawRoundedRect(ground, metrics::controlRadius, metrics::controlRadius);
        }
        QRect rest = ground.adjusted(previewPadding, 0, -previewPadding, 0);
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(selected ? tokens.text2 : tokens.text3);
        const QString count = index.data(previewTokensRole).toString();
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(count) - 12);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, index.data(previewNumberRole).toString());
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(QStringLiteral("000")));
        painter->setFont(fontFor(TextRole::Interface));
        painter->setPen(tokens.text);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, qMax(0, rest.width())));
        painter->restore();
    }
};

/// As high as some lines, whatever is in it.
class PreviewList final : public QListWidget
{
public:
    using QListWidget::QListWidget;
    [[nodiscard]] QSize sizeHint() const override { return {240, scaledUp(previewLine) * previewLines + 8}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, scaledUp(previewLine) * 3 + 8}; }
};

} // namespace

RowsPreview::RowsPreview(QWidget *parent)
    : QWidget(parent)
    , m_heading(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, {}, this))
    , m_list(new PreviewList)
    , m_prompt(new FieldEdit(previewPromptHeight))
{
    m_list->setObjectName(QStringLiteral("previewRows"));
    m_list->setAccessibleName(tr("First rows"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PreviewDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    FocusRing::attach(m_list, metrics::controlRadius, FocusRing::Lies::Inside);
    m_prompt->setObjectName(QStringLiteral("previewPrompt"));
    m_prompt->setAccessibleName(tr("Prompt of the chosen row"));
    m_prompt->setShown();
    m_prompt->viewport()->setAutoFillBackground(false);
    auto *card = new Card(Card::Ground::Raised, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 5, 1, 6);
    inside->setSpacing(4);
    inside->addWidget(m_list, 2);
    auto *between = new Ground(&Tokens::line, {});
    between->setFixedHeight(1);
    inside->addWidget(between);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(8, 0, 8, 0);
    text->addWidget(m_prompt);
    inside->addLayout(text, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(card, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &RowsPreview::showPrompt);
    connect(&Theme::instance(), &Theme::changed, m_list, &QListWidget::doItemsLayout);
}

void RowsPreview::show(const std::vector<RowPreview> &rows, qint64 all)
{
    const QLocale locale;
    m_heading->setText(all > static_cast<qint64>(rows.size()) ? tr("The first %1 rows").arg(locale.toString(static_cast<qint64>(rows.size()))) : tr("All rows"));
    if (m_rows == rows)
        return;
    m_rows = rows;
    const int chosen = std::min(std::max(m_list->currentRow(), 0), static_cast<int>(rows.size()) - 1);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const RowPreview &each : rows) {
            auto *item = new QListWidgetItem(each.label, m_list);
            const QString tokens = tokenEstimate(each.tokens);
            item->setData(previewNumberRole, locale.toString(each.number));
            item->setData(previewTokensRole, tokens);
            item->setData(Qt::AccessibleTextRole, tr("Row %1, %2, %3").arg(locale.toString(each.number), each.label, tokens));
        }
        m_list->setCurrentRow(chosen);
    }
    showPrompt();
}

void RowsPreview::showPrompt()
{
    const int chosen = m_list->currentRow();
    const bool isThere = chosen >= 0 && static_cast<std::size_t>(chosen) < m_rows.size();
    const QString prompt = isThere ? m_rows[static_cast<std::size_t>(chosen)].prompt : QString();
    m_prompt->setPlainText(prompt.size() < BatchMaker::longestPrompt ? prompt : QString(prompt + QChar(0x2026)));
}

} // namespace breakwater
