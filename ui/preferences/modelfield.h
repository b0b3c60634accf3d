// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/model.h"

#include <QLineEdit>

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

    /// In the provider's order; those that are retired are left out.
    void setModels(const std::vector<Model> &models);
    [[nodiscard]] int offered() const;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStandardItemModel *m_models;
};

} // namespace breakwater
