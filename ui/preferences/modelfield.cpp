// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/modelfield.h"

#include "ui/words/modelwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTimer>

namespace breakwater {

namespace {

constexpr int idRole = Qt::UserRole + 1;

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
    setCompleter(completer);
    setPlaceholderText(tr("Model, as the provider names it"));
}

void ModelField::setModels(const std::vector<Model> &models)
{
    m_models->clear();
    for (const Model &model : models) {
        if (model.lifecycle == Lifecycle::Retired)
            continue;
        QStringList words {model.id};
        if (model.name != model.id)
            words.prepend(model.name);
        if (const QString end = endOfLife(model); !end.isEmpty())
            words.append(end);
        auto *item = new QStandardItem(words.join(QStringLiteral(" – ")));
        item->setData(model.id, idRole);
        m_models->appendRow(item);
    }
}

int ModelField::offered() const
{
    return m_models->rowCount();
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
