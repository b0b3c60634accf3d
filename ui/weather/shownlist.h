// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weather/weatherfeed.h"

#include <QWidget>

class QCheckBox;

namespace breakwater {

class ThemedLabel;

/// The series with their counts, each of which can be hidden.
class ShownList : public QWidget
{
    Q_OBJECT
public:
    explicit ShownList(WeatherFeed &feed, QWidget *parent = nullptr);
    void refresh();

private:
    WeatherFeed &m_feed;
    std::array<QCheckBox *, sampleClassCount> m_boxes {};
    std::array<ThemedLabel *, sampleClassCount> m_counts {};
};

} // namespace breakwater
