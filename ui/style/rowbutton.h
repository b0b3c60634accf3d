// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAbstractButton>

namespace breakwater {

/// A row that can be chosen among its siblings: an icon, a title, and a second line where there is one. Where it is
/// as narrow as its icon, that is all it shows; its tip says a title that is cut. UI thread.
class RowButton : public QAbstractButton
{
    Q_OBJECT
public:
    RowButton(Icon which, const QString &title, QWidget *parent = nullptr);

    void setSecondLine(const QString &text);
    [[nodiscard]] QString secondLine() const { return m_second; }
    /// At its end: what is well, or needs somebody; none.
    enum class Mark { None, Well, NeedsYou };
    void setMark(Mark mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Icon m_icon;
    QString m_second;
    Mark m_mark = Mark::None;
};

} // namespace breakwater
