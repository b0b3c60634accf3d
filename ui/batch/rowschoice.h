// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchmaker.h"

#include <QWidget>

class QProgressBar;

namespace breakwater {

class TextLabel;

/// Which file or files have the rows of a batch, and how far they are read. UI thread.
class RowsChoice : public QWidget
{
    Q_OBJECT
public:
    explicit RowsChoice(QWidget *parent = nullptr);

    [[nodiscard]] const RowFiles &files() const { return m_files; }
    void setFiles(const RowFiles &files);
    /// So many rows were found, so far or in all.
    void showRead(qint64 rows, double progress, bool isReading);

Q_SIGNALS:
    void changed();

private:
    void openDialog(bool rowForEach);
    void say(const QString &count);

    RowFiles m_files;
    TextLabel *m_line;
    QProgressBar *m_progress;
};

/// A file of rows by its name, as opposed to one that is a row itself. Pure.
[[nodiscard]] bool looksLikeRows(const QString &path);

} // namespace breakwater
