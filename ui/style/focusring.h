// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace breakwater {

/// The accent ring, 2 px wide and 2 px off, around the control that has the focus.
///
/// A sibling of its control, so that a control's own geometry is what is seen of it. Shown for a focus that came by
/// the keyboard; a click needs no ring. Lives as long as the control. UI thread.
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    /// Inside its edges where the control reaches to those of a window or a pane.
    enum class Lies { Around, Inside };

    /// Gives `control` a ring; `radius` is the control's own.
    static void attach(QWidget *control, qreal radius, Lies lies = Lies::Around);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FocusRing(QWidget *control, qreal radius, Lies lies);
    void follow();

    QPointer<QWidget> m_control;
    qreal m_radius;
    Lies m_lies;
};

} // namespace breakwater
