// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/modelfield.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/words/modelwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int starRole = Qt::UserRole + 2;
constexpr int starSide = 28; // at the right of each row
constexpr int starSize = 14;
constexpr int rowHeight = 26; // what can be pointed at

/// A model and, at the right, whether it is a favourite.
class StarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, rowHeight});
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem text = option;
        text.rect.setRight(option.rect.right() - starSide);
        const Tokens &tokens = Theme::instance().tokens();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            painter->fillRect(option.rect, option.palette.highlight());
        QStyledItemDelegate::paint(painter, text, index);
        const bool favourite = index.data(starRole).toBool();
        paintIcon(*painter, favourite ? Icon::StarFilled : Icon::Star, QRectF(option.rect.right() - starSide + 1, option.rect.top(), starSide, option.rect.height()), starSize,
            selected ? option.palette.highlightedText().color() : favourite ? tokens.text : tokens.text3);
    }
};

void showStar(QStandardItem &item, bool favourite)
{
    item.setData(favourite, starRole);
    const QString name = favourite ? ModelField::tr("%1, favourite").arg(item.text()) : item.text();
    item.setData(name, Qt::AccessibleTextRole);
    item.setToolTip(favourite ? ModelField::tr("A favourite. Click its star, or press Ctrl+D, to unmark it.") : ModelField::tr("Click its star, or press Ctrl+D, to make it a favourite."));
}

/// Finds by all that is shown, completes with the id alone.
class ModelCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override { return index.data(idRole).toString(); }
    [[nodiscard]] QStringList splitPath(const QString &path) const override { return {path}; }
};

} // namespace

ModelField::ModelField(QWidget *parent)
    : QLineEdit(parent)
    , m_models(new QStandardItemModel(this))
{
    auto *completer = new ModelCompleter(m_models, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(10);
    completer->popup()->setTextElideMode(Qt::ElideRight);
    completer->popup()->setItemDelegate(new StarDelegate(completer));
    setCompleter(completer);
    completer->popup()->installEventFilter(this); // after the completer's own: asked first
    completer->popup()->viewport()->installEventFilter(this);
    setPlaceholderText(tr("Model, as the provider names it"));
}

void ModelField::setModels(const std::vector<Model> &models, const std::set<QString> &favourites)
{
    m_models->clear();
    std::vector<Model> ordered = models;
    std::stable_partition(ordered.begin(), ordered.end(), [&favourites](const Model &each) { return favourites.contains(each.id); });
    for (const Model &model : ordered) {
        if (model.lifecycle == Lifecycle::Retired)
            continue;
        QStringList words {model.id};
        if (model.name != model.id)
            words.prepend(model.name);
        if (const QString end = endOfLife(model); !end.isEmpty())
            words.append(end);
        auto *item = new QStandardItem(words.join(QStringLiteral(" – ")));
        item->setData(model.id, idRole);
        showStar(*item, favourites.contains(model.id));
        m_models->appendRow(item);
    }
}

int ModelField::offered() const
{
    return m_models->rowCount();
}

/// A click on a star marks the model and chooses nothing; Ctrl+D does the same for the one that is highlighted.
bool ModelField::eventFilter(QObject *watched, QEvent *event)
{
    QAbstractItemView *popup = completer()->popup();
    if (watched == popup->viewport() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease)) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex index = popup->indexAt(at);
        if (index.isValid() && at.x() > popup->visualRect(index).right() - starSide) {
            if (event->type() == QEvent::MouseButtonRelease)
                toggleStar(index);
            return true;
        }
    }
    if (watched == popup && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier && popup->currentIndex().isValid()) {
            const int row = popup->currentIndex().row();
            toggleStar(popup->currentIndex());
            popup->setCurrentIndex(popup->model()->index(row, 0)); // the completer lets go of it when the list changes
            return true;
        }
    }
    return QLineEdit::eventFilter(watched, event);
}

void ModelField::toggleStar(const QModelIndex &index)
{
    const QString id = index.data(idRole).toString();
    for (int row = 0; row < m_models->rowCount(); ++row) {
        QStandardItem *item = m_models->item(row);
        if (item->data(idRole).toString() != id)
            continue;
        const bool favourite = !item->data(starRole).toBool();
        showStar(*item, favourite);
        Q_EMIT starred(id, favourite);
        return;
    }
}

/// All of them, as long as nothing is written.
void ModelField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (!text().isEmpty() || offered() == 0 || event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    QTimer::singleShot(0, this, [this] { // the popup needs the focus that is just being given
        completer()->setCompletionPrefix({});
        completer()->complete();
    });
}

void ModelField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && text().isEmpty() && offered() > 0) {
        completer()->setCompletionPrefix({});
        completer()->complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace breakwater
