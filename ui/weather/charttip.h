// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/routelanes.h"

#include <QWidget>

namespace breakwater {

/// What one bucket holds, in figures, floating beside the crosshair. Takes neither pointer nor focus. UI thread.
class ChartTip : public QWidget
{
    Q_OBJECT
public:
    explicit ChartTip(QWidget *parent);

    void show(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now);
    /// "14:10 to 14:12. 4 answered, 29 overloaded. Half of the waits under 4.8 s": for those who do not see it.
    [[nodiscard]] static QString words(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString title(const Window &window, std::size_t bucket);
    [[nodiscard]] static QStringList feet(const Window &window, std::size_t bucket, const std::vector<RouteLanes::Lane> &lanes, WallTime now);

    Counts m_counts;
    QString m_title;
    QStringList m_feet;
};

} // namespace breakwater
