// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace breakwater {

/// Holds what a page shows of its settings' work: as high as that is where there is room, else it scrolls. UI thread.
class PreviewScroll : public QScrollArea
{
    Q_OBJECT
public:
    explicit PreviewScroll(QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {width(), heightForWidth(width())}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 120}; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace breakwater
