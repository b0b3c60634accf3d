// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchfields.h"

namespace breakwater {

class VariableMarks;

/// Where the prompt of a batch is written. Its variables stand out, those that the rows have no value for as something to
/// mend. Leaves files that are dropped to its window. UI thread.
class BatchPromptEdit : public FieldEdit
{
    Q_OBJECT
public:
    explicit BatchPromptEdit(QWidget *parent = nullptr);

    /// None of these rows has a value for them.
    void setUnknown(const QStringList &variables);
    /// Puts "{{name}}" in the place of the cursor, and the focus here.
    void insertVariable(const QString &name);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    VariableMarks *m_marks;
};

} // namespace breakwater
