// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace breakwater {

/// What is left of each limit, as bars. UI thread.
class RoomBars : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        QString name; ///< "Input tokens"
        double share = 0.0; ///< that is filled: what is left, or who answered; 0 to 1
        QString text; ///< "21,400 of 30,000"
        friend bool operator==(const Bar &, const Bar &) = default;
    };

    explicit RoomBars(QWidget *parent = nullptr);

    void show(std::vector<Bar> bars);
    /// Name and text above the bar, for a narrow column.
    void setStacked();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {m_stacked ? 120 : 344, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;

    std::vector<Bar> m_bars;
    bool m_stacked = false;
};

} // namespace breakwater
