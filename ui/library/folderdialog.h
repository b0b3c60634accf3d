// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace breakwater {

/// Asks for the name of a new folder. Deletes itself when it is closed. UI thread.
class FolderDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FolderDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Never empty, in one line, at most 100 letters.
    void named(const QString &folder);

private:
    [[nodiscard]] QString name() const;

    QLineEdit *m_edit;
};

} // namespace breakwater
