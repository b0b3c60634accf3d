// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAbstractButton>

namespace breakwater {

/// A row that can be chosen among its siblings: an icon, a title, and a second line where there is one. UI thread.
class RowButton : public QAbstractButton
{
    Q_OBJECT
public:
    RowButton(Icon which, const QString &title, QWidget *parent = nullptr);

    void setSecondLine(const QString &text);
    [[nodiscard]] QString secondLine() const { return m_second; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    QString m_second;
};

} // namespace breakwater
