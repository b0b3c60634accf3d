// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchmaker.h"

#include <QWidget>

class QListWidget;

namespace breakwater {

class FieldEdit;
class TextLabel;

/// The first rows of a batch: which they are, about how many tokens each has, and the prompt of the chosen one, filled in.
/// UI thread.
class RowsPreview : public QWidget
{
    Q_OBJECT
public:
    explicit RowsPreview(QWidget *parent = nullptr);

    /// Keeps the place of the chosen row. `all` rows there are, of which these are the first.
    void show(const std::vector<RowPreview> &rows, qint64 all);
    using QWidget::show;

private:
    void showPrompt();

    std::vector<RowPreview> m_rows;
    TextLabel *m_heading;
    QListWidget *m_list;
    FieldEdit *m_prompt;
};

} // namespace breakwater
