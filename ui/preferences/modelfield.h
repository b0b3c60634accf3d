// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/model.h"

#include <QLineEdit>

#include <set>
#include <vector>

class QStandardItemModel;

namespace breakwater {

/// Where a person names a model: any word, with those that the provider lists on offer, found by part of their id or
/// name. UI thread.
class ModelField : public QLineEdit
{
    Q_OBJECT
public:
    explicit ModelField(QWidget *parent = nullptr);

    /// In the provider's order, favourites first; those that are retired are left out.
    void setModels(const std::vector<Model> &models, const std::set<QString> &favourites = {});
    [[nodiscard]] int offered() const;

Q_SIGNALS:
    /// The person marked a model as a favourite, or unmarked it; its place in the list changes when it is opened next.
    void starred(const QString &model, bool favourite);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggleStar(const QModelIndex &index);
    QStandardItemModel *m_models;
};

} // namespace breakwater
