// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

/// The window that lists the keys. Esc closes it. UI thread.
class KeyboardList : public QWidget
{
    Q_OBJECT
public:
    explicit KeyboardList(QWidget *parent);

Q_SIGNALS:
    /// Other keys are wanted: the page of the preferences.
    void changeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace breakwater
