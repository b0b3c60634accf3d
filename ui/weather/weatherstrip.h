// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/healthlog.h"

#include <QAbstractButton>

namespace breakwater {

/// The left part of the status bar: sea state, fifteen bars of a minute, one sentence. A click asks for the panel.
///
/// Borrows the log and the clock. Repaints when the log changes, and only while it is visible. UI thread.
class WeatherStrip : public QAbstractButton
{
    Q_OBJECT
public:
    WeatherStrip(const HealthLog &log, const TimeSource &time, QWidget *parent = nullptr);

    /// The sentence as it stands: "33 overloaded (theirs), 1 at your limit, in 15 min".
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Part
    {
        std::optional<SampleClass> mark;
        QString text;
    };
    void refresh();
    [[nodiscard]] std::vector<Part> parts() const;
    void paintBars(QPainter &painter, const QRectF &rect) const;

    const HealthLog &m_log;
    const TimeSource &m_time;
    Window m_minutes;
    Counts m_recent;
    Sea m_sea;
};

} // namespace breakwater
