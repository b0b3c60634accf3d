// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"

#include <QWidget>

namespace breakwater {

/// "All 240 | Answered 182 | Failed 3 | …": one of them is on. Left and right change it. Without the counts where it is
/// narrow. UI thread.
class StateFilter : public QWidget
{
    Q_OBJECT
public:
    explicit StateFilter(QWidget *parent = nullptr);

    void setCounts(const RowCounts &counts);
    /// None: all rows.
    [[nodiscard]] std::optional<RowState> state() const { return m_state; }
    void setState(std::optional<RowState> state);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stateChanged(std::optional<breakwater::RowState> state);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Segment;
    void place();
    [[nodiscard]] int widthOfAll(bool withCounts) const;

    std::vector<Segment *> m_segments;
    std::optional<RowState> m_state;
};

} // namespace breakwater
