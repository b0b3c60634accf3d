// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/shownlist.h"

#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"
#include "ui/weather/weatherwords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>

namespace breakwater {

namespace {

class SeriesMark final : public QWidget
{
public:
    explicit SeriesMark(SampleClass which)
        : m_which(which)
    {
        setFixedSize(12, 12);
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStatusMark(painter, QRectF(0.5, 0.5, 11, 11), m_which, Theme::instance().tokens());
    }
    SampleClass m_which;
};

} // namespace

ShownList::ShownList(WeatherFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        auto *box = new QCheckBox;
        box->setMinimumHeight(26);
        box->setChecked(feed.shown()[static_cast<std::size_t>(index)]);
        connect(box, &QCheckBox::toggled, this, [this, which](bool on) { m_feed.setShown(which, on); });
        auto *count = new ThemedLabel(TextRole::InterfaceStrong, &Tokens::text);
        grid->addWidget(box, index, 0);
        grid->addWidget(new SeriesMark(which), index, 1);
        grid->addWidget(new ThemedLabel(TextRole::Interface, &Tokens::text, weatherwords::seriesName(which)), index, 2);
        grid->addWidget(count, index, 3, Qt::AlignRight);
        m_boxes[static_cast<std::size_t>(index)] = box;
        m_counts[static_cast<std::size_t>(index)] = count;
    }
    connect(&feed, &WeatherFeed::shownChanged, this, [this](SampleClass which, bool shown) { m_boxes[static_cast<std::size_t>(which)]->setChecked(shown); });
}

void ShownList::refresh()
{
    for (int index = 0; index < sampleClassCount; ++index) {
        const auto which = static_cast<SampleClass>(index);
        const int count = m_feed.window().totals.of(which);
        m_counts[static_cast<std::size_t>(index)]->setText(QLocale().toString(count));
        m_boxes[static_cast<std::size_t>(index)]->setAccessibleName(tr("%1: %2").arg(weatherwords::markName(which)).arg(count));
    }
}

} // namespace breakwater
