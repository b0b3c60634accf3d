// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/hitlist.h"

#include "ui/library/conversationgroup.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace breakwater {

namespace {

constexpr int hitSide = 8;
constexpr int hitInside = 12;
constexpr int noteFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = qobject_cast<const HitModel *>(index.model());
        const SearchHit *hit = model != nullptr ? model->hit(index) : nullptr;
        const Tokens &tokens = Theme::instance().tokens();
        if (hit == nullptr) {
            painter->setFont(fontFor(TextRole::Small));
            painter->setPen(tokens.text3);
            painter->drawText(noteRect(option.rect), noteFlags, index.data().toString());
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect ground = option.rect.adjusted(hitSide, 0, -hitSide, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? tokens.selected : tokens.hover);
            painter->drawRoundedRect(ground, metrics::controlRadius, metrics::controlRadius);
        }
        const auto *view = qobject_cast<const QWidget *>(option.widget);
        if (option.state.testFlag(QStyle::State_HasFocus) && view != nullptr && view->hasFocus()) {
            painter->setPen(QPen(tokens.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), metrics::controlRadius - 1, metrics::controlRadius - 1);
        }
        QRect line = ground.adjusted(hitInside, scaled(6), -hitInside, 0);
        const QString time = model->timeOf(*hit);
        const QFontMetrics interface(fontFor(TextRole::Interface));
        line.setHeight(interface.height());
        painter->setFont(fontFor(TextRole::Micro));
        painter->setPen(selected ? tokens.text2 : tokens.text3);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, time);
        const int room = line.width() - painter->fontMetrics().horizontalAdvance(time) - 8;
        painter->setFont(fontFor(TextRole::Interface));
        painter->setPen(tokens.text);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, interface.elidedText(hit->title, Qt::ElideRight, room));
        paintSnippet(*painter, *hit, QRectF(line.left(), line.bottom() + 2, line.width(), ground.bottom() - line.bottom()), tokens);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics interface(fontFor(TextRole::Interface));
        const QFontMetrics small(fontFor(TextRole::Small));
        const auto *model = qobject_cast<const HitModel *>(index.model());
        if (model != nullptr && model->hit(index) == nullptr) {
            const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
            const QRect room = noteRect(QRect(0, 0, view != nullptr ? view->viewport()->width() : 240, 1000));
            return {0, small.boundingRect(room, noteFlags, model->note(index)).height() + scaled(14)};
        }
        return {0, interface.height() + 2 * small.lineSpacing() + scaled(16)};
    }

private:
    [[nodiscard]] static QRect noteRect(const QRect &row) { return row.adjusted(hitSide + hitInside, scaled(8), -hitSide - hitInside, 0); }
    /// Two lines of it; the words in bold and in the colour of text.
    static void paintSnippet(QPainter &painter, const SearchHit &hit, const QRectF &place, const Tokens &tokens)
    {
        QTextLayout layout(hit.snippet.text, fontFor(TextRole::Small));
        QList<QTextLayout::FormatRange> formats;
        for (const SearchMark &mark : hit.snippet.marks) {
            QTextLayout::FormatRange range {static_cast<int>(mark.from), static_cast<int>(mark.length), {}};
            range.format.setFontWeight(QFont::Bold);
            range.format.setForeground(tokens.text);
            formats.append(range);
        }
        layout.setFormats(formats);
        layout.beginLayout();
        qreal y = 0;
        for (int count = 0; count < 2; ++count) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(place.width());
            line.setPosition({0, y});
            y += line.height();
        }
        layout.endLayout();
        painter.setPen(tokens.text2);
        layout.draw(&painter, place.topLeft());
    }
};

} // namespace

HitModel::HitModel(const TimeSource &time, QObject *parent)
    : QAbstractListModel(parent)
    , m_time(time)
{
}

void HitModel::setHits(std::vector<SearchHit> hits, const QStringList &notes)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_notes = notes;
    endResetModel();
}

const SearchHit *HitModel::hit(const QModelIndex &index) const
{
    return index.isValid() && index.row() < hitCount() ? &m_hits[static_cast<std::size_t>(index.row())] : nullptr;
}

QString HitModel::note(const QModelIndex &index) const
{
    return index.isValid() ? m_notes.value(index.row() - hitCount()) : QString();
}

Qt::ItemFlags HitModel::flags(const QModelIndex &index) const
{
    if (hit(index) == nullptr)
        return index.isValid() ? Qt::ItemNeverHasChildren : Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : hitCount() + static_cast<int>(m_notes.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    const SearchHit *found = hit(index);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (found == nullptr)
        return note(index);
    const QString who = found->role == Role::User ? tr("You") : found->model;
    return tr("%1, %2, %3: %4").arg(found->title, who, timeOf(*found), found->snippet.text);
}

QString HitModel::timeOf(const SearchHit &hit) const
{
    const QDateTime at = localTime(hit.at);
    if (at.date() == localTime(m_time.wall()).date())
        return weatherwords::clockTime(hit.at, hit.at);
    return QLocale().toString(at.date(), QLocale::ShortFormat);
}

HitList::HitList(const TimeSource &time, QWidget *parent)
    : QListView(parent)
    , m_model(new HitModel(time, this))
{
    setModel(m_model);
    setItemDelegate(new HitDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Messages found"));
    connect(&Theme::instance(), &Theme::changed, this, &QListView::doItemsLayout);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const SearchHit *hit = m_model->hit(index))
            Q_EMIT chosen(*hit);
    });
}

void HitList::setHits(std::vector<SearchHit> hits, const QStringList &notes)
{
    if (m_model->isSame(hits, notes))
        return;
    m_model->setHits(std::move(hits), notes);
    scrollToTop();
}

/// A line that is narrower may wrap more often.
void HitList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

void HitList::keyPressEvent(QKeyEvent *event)
{
    const SearchHit *hit = m_model->hit(currentIndex());
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && hit != nullptr)
        Q_EMIT chosen(*hit);
    else if (event->key() == Qt::Key_Up && currentIndex().row() <= 0)
        Q_EMIT left();
    else if (event->key() == Qt::Key_End && m_model->hitCount() > 0)
        setCurrentIndex(m_model->index(m_model->hitCount() - 1)); // not what is said below, which is no place to be
    else
        QListView::keyPressEvent(event);
    if (currentIndex().row() == m_model->hitCount() - 1)
        scrollToBottom(); // so that it is read
}

} // namespace breakwater
