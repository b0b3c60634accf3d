// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/dayfield.h"

#include "ui/style/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>

namespace breakwater {

namespace {

constexpr int daysInAWeek = 7;
constexpr int columnsWhereNarrow = 4;
constexpr int dayGap = 8;

} // namespace

DayField::DayField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(dayGap);
    const QLocale locale;
    for (int day = 0; day < daysInAWeek; ++day) {
        auto *box = new QCheckBox(locale.dayName(day + 1, QLocale::ShortFormat), this);
        box->setObjectName(QStringLiteral("day%1").arg(day + 1));
        box->setAccessibleName(tr("%1: %2").arg(name, locale.dayName(day + 1)));
        connect(box, &QCheckBox::toggled, this, [this] { Q_EMIT daysChanged(days()); });
        m_boxes[static_cast<std::size_t>(day)] = box;
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_columns = 0;
        place();
    });
    place();
}

void DayField::setDays(std::bitset<7> days)
{
    for (std::size_t day = 0; day < m_boxes.size(); ++day) {
        const QSignalBlocker quiet(m_boxes[day]);
        m_boxes[day]->setChecked(days.test(day));
    }
}

std::bitset<7> DayField::days() const
{
    std::bitset<7> days;
    for (std::size_t day = 0; day < m_boxes.size(); ++day)
        days.set(day, m_boxes[day]->isChecked());
    return days;
}

QSize DayField::sizeIn(int columns) const
{
    QSize widest;
    for (const QCheckBox *each : m_boxes)
        widest = widest.expandedTo(each->sizeHint());
    const int rows = (daysInAWeek + columns - 1) / columns;
    return {columns * (widest.width() + dayGap) - dayGap, rows * (widest.height() + dayGap) - dayGap};
}

QSize DayField::sizeHint() const
{
    return sizeIn(daysInAWeek);
}

QSize DayField::minimumSizeHint() const
{
    return {sizeIn(columnsWhereNarrow).width(), sizeIn(m_columns > 0 ? m_columns : daysInAWeek).height()};
}

void DayField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void DayField::place()
{
    const int columns = width() >= sizeIn(daysInAWeek).width() ? daysInAWeek : columnsWhereNarrow;
    if (columns == m_columns)
        return;
    m_columns = columns;
    const int first = QLocale().firstDayOfWeek() - 1;
    for (int i = 0; i < daysInAWeek; ++i)
        m_grid->addWidget(m_boxes[static_cast<std::size_t>((first + i) % daysInAWeek)], i / columns, i % columns);
    for (int i = 0; i + 1 < daysInAWeek; ++i) // Tab goes as one reads
        setTabOrder(m_boxes[static_cast<std::size_t>((first + i) % daysInAWeek)], m_boxes[static_cast<std::size_t>((first + i + 1) % daysInAWeek)]);
    updateGeometry();
}

} // namespace breakwater
