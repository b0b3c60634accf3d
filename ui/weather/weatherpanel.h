// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherfeed.h"

#include <QWidget>

#include <array>

class QStackedWidget;

namespace breakwater {

class AnswerTimes;
class IconButton;
class RangeSwitch;
class RoomBars;
class SeaMark;
class SeriesCounter;
class ThemedLabel;
class WeatherCharts;

/// The weather beside a page: sea state, counts, charts over one time axis, routes and room left.
///
/// Every figure comes from the log. Builds its charts when first shown, since loading them costs; repaints only while
/// visible, at most once a second. UI thread.
class WeatherPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WeatherPanel(WeatherSources sources, QWidget *parent = nullptr);
    ~WeatherPanel() override;

    [[nodiscard]] WeatherRange range() const { return m_feed.range(); }
    void setRange(WeatherRange range) { m_feed.setRange(range); }
    /// Hides or shows a class in the charts; its count stays.
    void setShown(SampleClass which, bool shown) { m_feed.setShown(which, shown); }
    [[nodiscard]] const SeriesShown &shown() const { return m_feed.shown(); }
    /// "Last hour: 61 answered, 4 at your limit, 43 overloaded, 3 server errors, 2 network. Storm since 14:10"
    [[nodiscard]] QString summary() const { return m_feed.summary(); }
    /// Opens the charts as a table.
    void showTable();

    [[nodiscard]] QSize sizeHint() const override;
    /// How wide it is beside a page, at the present size of text.
    [[nodiscard]] static int dockedWidth();

Q_SIGNALS:
    void closeRequested();
    void ownWindowRequested();
    void rangeChanged(WeatherRange range);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildBody();
    [[nodiscard]] QWidget *buildStatus();
    void refresh();
    void refreshStatus();

    WeatherFeed m_feed;

    // Built when first shown; all owned as children.
    QStackedWidget *m_pages = nullptr;
    SeaMark *m_sea = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_sentence = nullptr;
    std::array<SeriesCounter *, sampleClassCount> m_counters {};
    WeatherCharts *m_charts = nullptr;
    RoomBars *m_rooms = nullptr;
    ThemedLabel *m_resets = nullptr;
    QWidget *m_roomsSection = nullptr;
    AnswerTimes *m_times = nullptr;
    QWidget *m_timesSection = nullptr;
    RoomBars *m_answerers = nullptr;
    QWidget *m_answerersSection = nullptr;
    QWidget *m_status = nullptr;
    ThemedLabel *m_statusWords = nullptr;
    ThemedLabel *m_statusAge = nullptr;
};

} // namespace breakwater
