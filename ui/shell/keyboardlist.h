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

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace breakwater
