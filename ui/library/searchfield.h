// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QKeySequence;

namespace breakwater {

/// A line to search in: a lens before the text, its shortcut behind it while it is empty. Esc empties it, Down leaves
/// it for the list. UI thread.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    SearchField(const QString &placeholder, const QString &name, const QKeySequence &shortcut, QWidget *parent = nullptr);

Q_SIGNALS:
    void downPressed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

} // namespace breakwater
