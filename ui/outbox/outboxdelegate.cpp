// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdelegate.h"

#include "ui/batch/rowmark.h"
#include "ui/outbox/outboxlist.h"
#include "ui/style/icons.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

namespace {

constexpr int side = 12;
constexpr int inside = 16;
constexpr int rowHeight = 60;
constexpr int barRoom = 16; // below the words

/// The second line; what of a batch failed has its mark before it.
void paintWhere(QPainter &painter, const QRect &line, const QString &words, int failedAt, const Tokens &tokens)
{
    const QString before = failedAt < 0 ? words : words.left(failedAt);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, before);
    if (failedAt < 0 || failedAt >= words.size())
        return;
    constexpr int gap = 4;
    const int mark = scaledUp(10);
    QRect rest = line.adjusted(painter.fontMetrics().horizontalAdvance(before) + gap, 0, 0, 0);
    paintStatusMark(painter, QRectF(rest.left(), rest.center().y() - mark / 2.0 + 1, mark, mark), SampleClass::ServerError, tokens);
    rest.setLeft(rest.left() + mark + gap);
    painter.setPen(tokens.text2);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, words.mid(failedAt));
}

} // namespace

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Theme::instance().tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(OutboxList::IsHeadingRole).toBool()) {
        painter->setFont(fontFor(TextRole::InterfaceStrong));
        painter->setPen(tokens.text);
        const QRect line = option.rect.adjusted(side + inside, 0, -side - inside, -6);
        const QString words = index.data().toString();
        painter->drawText(line, Qt::AlignLeft | Qt::AlignBottom, words);
        const int count = painter->fontMetrics().horizontalAdvance(words) + 8;
        painter->setFont(fontFor(TextRole::Interface));
        painter->setPen(tokens.text3);
        painter->drawText(line.adjusted(count, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom, index.data(OutboxList::ReasonRole).toString());
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(tokens.text2);
        painter->drawText(line, Qt::AlignRight | Qt::AlignBottom, index.data(OutboxList::NextRole).toString());
        painter->restore();
        return;
    }
    const QRect ground = option.rect.adjusted(side, 0, -side, 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.selected : tokens.hover);
        painter->drawRoundedRect(ground, 10, 10);
    }
    QRect rest = ground.adjusted(inside, 0, -inside, 0);
    const QRectF place(rest.left() + 2, rest.center().y() - 6.5, 13, 13);
    const QVariant mark = index.data(OutboxList::MarkRole);
    if (mark.isValid())
        paintStatusMark(*painter, place, static_cast<SampleClass>(mark.toInt()), tokens);
    else
        paintIcon(*painter, static_cast<Icon>(index.data(OutboxList::IconRole).toInt()), QRectF(rest.left(), rest.top(), 18, rest.height()), 16, tokens.text2);
    rest.setLeft(rest.left() + 32);
    if (const QVariant landed = index.data(OutboxList::LandedRole); landed.isValid()) {
        rest.setBottom(rest.bottom() - scaledUp(barRoom));
        paintLanded(*painter, QRectF(rest.left(), rest.bottom() - 2, rest.width(), 8), landed.value<RowCounts>(), tokens);
    }

    const QRect upper = QRect(rest.left(), rest.center().y() - scaledUp(18), rest.width(), scaledUp(20));
    const QRect lower = QRect(rest.left(), rest.center().y() + scaledUp(1), rest.width(), scaledUp(18));
    painter->setFont(fontFor(TextRole::Small));
    const QFontMetrics small = painter->fontMetrics();
    const QString reason = index.data(OutboxList::ReasonRole).toString();
    const QString next = index.data(OutboxList::NextRole).toString();
    painter->setPen(tokens.text);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, reason);
    painter->setPen(tokens.text2);
    painter->drawText(reason.isEmpty() ? rest : lower, Qt::AlignRight | Qt::AlignVCenter, next);
    const QString where = index.data(OutboxList::ConversationRole).toString();
    const int lowerRoom = lower.width() - small.horizontalAdvance(next) - 16;
    const QVariant failedAt = index.data(OutboxList::FailedAtRole);
    paintWhere(*painter, lower, small.elidedText(where, Qt::ElideRight, qMax(0, lowerRoom)), failedAt.isValid() ? failedAt.toInt() : -1, tokens);

    QFont strong = fontFor(TextRole::Interface);
    strong.setPixelSize(scaledUp(14));
    strong.setWeight(QFont::Medium);
    painter->setFont(strong);
    painter->setPen(tokens.text);
    const int upperRoom = upper.width() - small.horizontalAdvance(reason.isEmpty() ? next : reason) - 16;
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, qMax(0, upperRoom)));
    painter->restore();
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(OutboxList::IsHeadingRole).toBool())
        return {0, scaledUp(44)};
    return {0, scaledUp(index.data(OutboxList::LandedRole).isValid() ? rowHeight + barRoom : rowHeight)};
}

} // namespace breakwater
