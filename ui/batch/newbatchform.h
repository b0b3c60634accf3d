// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchdraft.h"
#include "core/batch/batchmaker.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace breakwater {

class BatchAnswerer;
class BatchColumns;
class BatchPromptEdit;
class RowsChoice;
class TextLabel;

/// What a person gives of a new batch: title, rows, prompt, model, and how it answers. Knows what was read of the rows as
/// far as it is told. UI thread.
class NewBatchForm : public QWidget
{
    Q_OBJECT
public:
    NewBatchForm(std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, QWidget *parent = nullptr);

    [[nodiscard]] BatchDraft draft() const;
    [[nodiscard]] bool hasPrompt() const;
    /// In the place of what was written, which an undo brings back.
    void setPrompt(const QString &prompt);
    void setFiles(const RowFiles &files);
    /// Title, prompt and files go; model and the rest stay for the next batch.
    void clear();
    /// Reads the route table again.
    void refreshRoutes();
    /// Says what is known of the rows.
    void showRead(const BatchPreview &preview, bool isReading);
    void focusPrompt();

Q_SIGNALS:
    /// Something is asked otherwise, or of other rows.
    void changed();

private:
    [[nodiscard]] QString noteOn(const BatchPreview &preview, const QStringList &unknown) const;

    QLineEdit *m_title;
    RowsChoice *m_rows;
    BatchPromptEdit *m_prompt;
    BatchColumns *m_columns;
    TextLabel *m_note; ///< on the prompt
    BatchAnswerer *m_answerer;
};

/// Variables of a prompt that no row has a value for, as far as is known. Pure.
[[nodiscard]] QStringList unknownVariables(const QString &prompt, const BatchPreview &preview);

} // namespace breakwater
