// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/readingorder.h"

#include <QDate>
#include <QDialog>

class QDateEdit;

namespace breakwater {

/// Asks for a day. Deletes itself. UI thread.
class DayDialog : public QDialog
{
    Q_OBJECT
public:
    /// `day` is what stands there at first; `canRemove` offers to do without one.
    DayDialog(const QString &question, const QDate &day, bool canRemove, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Null: none any more.
    void chosen(const QDate &day);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }

private:
    QDateEdit *m_edit;
};

} // namespace breakwater
