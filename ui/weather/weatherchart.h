// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"
#include "ui/style/tokens.h"

#include <QChartView>

#include <array>

namespace breakwater {

/// Which series are shown; the index is the SampleClass.
using SeriesShown = std::array<bool, sampleClassCount>;

/// What both charts of the weather share: the look of the tokens, one time axis of whole buckets, a crosshair on a bucket
/// that follows the pointer and the arrow keys. Without animations and without OpenGL. UI thread.
class WeatherChart : public QChartView
{
    Q_OBJECT
public:
    /// Ends: where it begins, its middle and now. Ticks: whole times.
    enum class TimeLabels { Ends, Ticks, Hidden };

    ~WeatherChart() override;

    void show(const Window &window, const SeriesShown &shown);
    /// Room for the figures at the left, times below, and what it stands on. Until told: as a narrow panel has it.
    void setFrame(int leftRoom, TimeLabels labels, QColor Tokens::*ground);
    /// A crosshair of somebody else's is on several charts.
    void hideCrosshair() { m_crosshair = false; }
    /// Puts the crosshair on a bucket; none takes it away.
    void setBucket(std::optional<std::size_t> bucket);
    [[nodiscard]] std::optional<std::size_t> bucket() const { return m_bucket; }
    [[nodiscard]] QRectF plot() const;
    /// Where a bucket lies across.
    [[nodiscard]] qreal placeOf(WallTime at) const;
    [[nodiscard]] qreal placeOfBucket(std::size_t bucket) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, minimumHeight()}; }

Q_SIGNALS:
    /// The pointer or the keys chose a bucket.
    void bucketChosen(std::optional<std::size_t> bucket);
    /// T: show as a table.
    void tableRequested();

protected:
    WeatherChart(TimeLabels labels, int height, QWidget *parent);

    [[nodiscard]] const Window &window() const { return m_window; }
    [[nodiscard]] const SeriesShown &shown() const { return m_shown; }
    [[nodiscard]] QColor ground() const;
    /// Takes over window() and shown().
    virtual void refill() = 0;
    /// Puts the tokens on what the subclass owns.
    virtual void dress() = 0;
    /// A figure beside the plot: how far up (0 to 1), and its text.
    struct ScaleMark
    {
        double up = 0.0;
        QString text;
    };
    /// The figures of the scale. Painted here, because Qt Charts leaves out those at the ends.
    [[nodiscard]] virtual std::vector<ScaleMark> scaleMarks() const = 0;
    /// Paints what Qt Charts cannot draw, inside plot(), below the crosshair.
    virtual void paintMarks(QPainter &painter) const;

    /// The marks are others now.
    void repaintMarks();
    /// Fonts, pens and colours of an axis.
    static void dressAxis(QAbstractAxis &axis);

    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Overlay;
    void layOut();
    void dressAll();

    Window m_window;
    SeriesShown m_shown {true, true, true, true, true};
    TimeLabels m_labels;
    int m_height;
    int m_leftRoom = 28; ///< at the usual size of text
    bool m_crosshair = true;
    QColor Tokens::*m_ground = &Tokens::sidebar;
    std::optional<std::size_t> m_bucket;
    Overlay *m_overlay; // owned by the scene
};

} // namespace breakwater
