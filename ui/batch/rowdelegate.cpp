// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowdelegate.h"

#include "ui/batch/rowmark.h"
#include "ui/batch/rowtable.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace breakwater {

namespace {

constexpr int sideOfText = 10;
constexpr int markOfARow = 12;
constexpr int afterTheMark = 8;

/// Where the words of a cell stand.
QRect wordsIn(const QRect &cell, int column)
{
    const int mark = column == RowTable::Status ? markOfARow + afterTheMark : 0;
    return cell.adjusted(sideOfText + mark, 0, -sideOfText, 0);
}

QColor colorOf(int column, const Tokens &tokens)
{
    return column == RowTable::Label || column == RowTable::Status ? tokens.text : column == RowTable::Number ? tokens.text3 : tokens.text2;
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Theme::instance().tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, tokens.selected);
    const QVariant state = index.data(RowTable::StateRole);
    if (index.column() == RowTable::Status && state.isValid()) {
        const QRectF mark(option.rect.left() + sideOfText, option.rect.center().y() - markOfARow / 2.0 + 0.5, markOfARow, markOfARow);
        paintRowMark(*painter, mark, static_cast<RowState>(state.toInt()), static_cast<SampleClass>(index.data(RowTable::MarkRole).toInt()), tokens);
    }
    const QRect words = wordsIn(option.rect, index.column());
    painter->setFont(fontFor(TextRole::Interface));
    painter->setPen(colorOf(index.column(), tokens));
    const auto alignment = static_cast<int>(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(words, alignment | Qt::TextSingleLine, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data().toString();
    const bool isCut = QFontMetrics(fontFor(TextRole::Interface)).horizontalAdvance(text) > wordsIn(option.rect, index.column()).width();
    if (event->type() != QEvent::ToolTip || !isCut || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
    return true;
}

} // namespace breakwater
