// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/weatherfile.h"
#include "ui/style/readingorder.h"
#include "ui/weather/weatherfeed.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace breakwater {

class AnswerTimes;
class IconButton;
class RoomBars;
class SeaMark;
class ShownList;
class StatusList;
class ThemedLabel;
class WeatherCharts;

/// The weather in a window of its own: all charts over one axis, and beside them what is shown, times, and room left.
/// Builds itself when first shown; shows anew at most once a second, while visible. UI thread.
class WeatherWindow : public QWidget
{
    Q_OBJECT
public:
    explicit WeatherWindow(WeatherSources sources, QWidget *parent = nullptr);
    ~WeatherWindow() override;

    [[nodiscard]] WeatherFeed &feed() { return m_feed; }
    [[nodiscard]] WeatherCharts *charts() const { return m_charts; }

    [[nodiscard]] QSize sizeHint() const override { return {1200, 740}; }

Q_SIGNALS:
    void closed();
    /// A person wants a file of the range; where it goes is theirs to say.
    void exportWanted(breakwater::WeatherFile file, breakwater::WeatherRange range);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildBody();
    [[nodiscard]] QWidget *buildSide();
    void refresh();
    /// Places the parts beside each other, or below where there is too little room.
    void arrange();
    void refreshProviders();
    void openExport(QWidget *below);
    void setPinned(bool pinned);

    WeatherFeed m_feed;
    bool m_pinned = false;
    std::optional<SeaState> m_pictured; ///< by the window's icon
    QBoxLayout *m_header = nullptr;
    QBoxLayout *m_body = nullptr; ///< the charts, and the side
    QWidget *m_side = nullptr;
    SeaMark *m_sea = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_sentence = nullptr;
    QComboBox *m_providers = nullptr;
    IconButton *m_pin = nullptr;
    QStackedWidget *m_pages = nullptr;
    WeatherCharts *m_charts = nullptr;
    ShownList *m_shown = nullptr;
    QWidget *m_statusTitle = nullptr;
    StatusList *m_statuses = nullptr;
    AnswerTimes *m_times = nullptr;
    RoomBars *m_answerers = nullptr;
    RoomBars *m_rooms = nullptr;
    ThemedLabel *m_resets = nullptr;
    QWidget *m_roomsTitle = nullptr;
};

} // namespace breakwater
