// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/responseschart.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"

#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace breakwater {

ResponsesChart::ResponsesChart(QWidget *parent)
    : WeatherChart(TimeLabels::Ends, 112, parent)
    , m_series(new QStackedBarSeries)
    , m_counts(new QValueAxis)
    , m_places(new QValueAxis)
{
    for (int index = 0; index < sampleClassCount; ++index) {
        auto *set = new QBarSet(weatherwords::counterCaption(static_cast<SampleClass>(index)));
        m_sets[static_cast<std::size_t>(index)] = set;
        m_series->append(set);
    }
    m_series->setBarWidth(0.8);
    chart()->addSeries(m_series);
    chart()->addAxis(m_counts, Qt::AlignLeft);
    chart()->addAxis(m_places, Qt::AlignBottom);
    m_series->attachAxis(m_counts);
    m_series->attachAxis(m_places);
    m_counts->setTickCount(3);
    m_counts->setLabelFormat(QStringLiteral("%d"));
    m_places->setGridLineVisible(false);
    m_places->setLineVisible(false);
    m_counts->setLineVisible(false);
    setAccessibleName(tr("Responses"));
    dress();
}

int ResponsesChart::axisEnd(int tallest)
{
    // Halves must be whole: the middle line carries a figure.
    for (int scale = 1;; scale *= 10) {
        for (const int step : {4, 6, 8, 10, 16, 20, 30}) {
            if (step * scale >= tallest)
                return step * scale;
        }
    }
}

void ResponsesChart::dress()
{
    const Tokens &tokens = Theme::instance().tokens();
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        QBarSet &set = *m_sets[static_cast<std::size_t>(index)];
        const bool hollow = which == SampleClass::Network;
        set.setBrush(hollow ? QBrush(ground()) : statusBrush(which, tokens, devicePixelRatioF()));
        // A pen in the colour of the ground parts the blocks of a stack.
        set.setPen(hollow ? QPen(tokens.network.mark, 1.2) : QPen(ground(), 1));
    }
    dressAxis(*m_counts);
    dressAxis(*m_places);
}

void ResponsesChart::refill()
{
    const std::vector<Bucket> &buckets = window().buckets;
    const auto count = static_cast<int>(buckets.size());
    std::vector<int> heights(buckets.size(), 0);
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        QBarSet &set = *m_sets[static_cast<std::size_t>(index)];
        const bool visible = shown()[static_cast<std::size_t>(index)];
        if (set.count() > count)
            set.remove(count, set.count() - count);
        QList<qreal> added;
        for (int place = 0; place < count; ++place) {
            const int value = visible ? buckets[static_cast<std::size_t>(place)].counts.of(which) : 0;
            heights[static_cast<std::size_t>(place)] += value;
            if (place >= set.count())
                added.append(value);
            else if (!qFuzzyIsNull(set.at(place) - value))
                set.replace(place, value);
        }
        if (!added.isEmpty())
            set.append(added);
    }
    m_counts->setRange(0, axisEnd(heights.empty() ? 0 : *std::max_element(heights.begin(), heights.end())));
    m_places->setRange(-0.5, count - 0.5);
}

std::vector<WeatherChart::ScaleMark> ResponsesChart::scaleMarks() const
{
    const QLocale locale;
    const int end = static_cast<int>(m_counts->max());
    return {{0.0, locale.toString(0)}, {0.5, locale.toString(end / 2)}, {1.0, locale.toString(end)}};
}

} // namespace breakwater
