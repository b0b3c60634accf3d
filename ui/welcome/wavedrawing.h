// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

class QPainter;

namespace breakwater {

/// Waves that come in rough and go on calm behind a breakwater. A picture; it says nothing. UI thread.
class WaveDrawing : public QWidget
{
    Q_OBJECT
public:
    explicit WaveDrawing(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {440, 300}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The program's mark, in the colours of the theme; icons/breakwater.svg is the same.
void paintLogo(QPainter &painter, const QRectF &rect);

} // namespace breakwater
