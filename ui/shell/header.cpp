// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/button.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace breakwater {

Header::Header(QWidget *parent)
    : Ground(&Tokens::canvas, Qt::BottomEdge, parent)
    , m_menu(new IconButton(Icon::Menu, {}, this))
    , m_find(new IconButton(Icon::Search, {}, this))
    , m_flight(new IconButton(Icon::Flight, {}, this))
    , m_weather(new IconButton(Icon::Panel, {}, this))
    , m_more(new IconButton(Icon::More, {}, this))
{
    setFixedHeight(metrics::headerHeight);
    nameWithKeys(m_menu, tr("Show the sidebar"), ShellCommand::Sidebar);
    nameWithKeys(m_find, tr("Find in this conversation"), ShellCommand::FindHere);
    nameWithKeys(m_flight, tr("Flight record of the last turn"), ShellCommand::FlightRecord);
    nameWithKeys(m_weather, tr("Weather panel"), ShellCommand::WeatherPanel);
    m_weather->setCheckable(true);
    m_more->setName(tr("More"));
    m_menu->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 1);
    layout->setSpacing(2);
    layout->addWidget(m_menu);
    layout->addStretch(1);
    for (IconButton *button : {m_find, m_flight, m_weather, m_more})
        layout->addWidget(button);
    connect(m_menu, &QAbstractButton::clicked, this, &Header::menuWanted);
    connect(m_find, &QAbstractButton::clicked, this, &Header::findWanted);
    connect(m_flight, &QAbstractButton::clicked, this, &Header::flightWanted);
    connect(m_weather, &QAbstractButton::clicked, this, &Header::weatherWanted);
    connect(m_more, &QAbstractButton::clicked, this, &Header::moreWanted);
}

void Header::setTitle(const QString &title)
{
    m_title = title;
    update();
}

void Header::setNote(const QString &note)
{
    if (std::exchange(m_note, note) != note)
        update();
}

void Header::setMenuShown(bool shown)
{
    m_menu->setVisible(shown);
    update();
}

void Header::setConversationShown(bool shown)
{
    m_find->setVisible(shown);
    m_flight->setVisible(shown);
}

void Header::setFlightEnabled(bool enabled)
{
    m_flight->setEnabled(enabled);
}

void Header::setWeatherChecked(bool checked)
{
    m_weather->setChecked(checked);
}

QWidget *Header::moreButton() const
{
    return m_more;
}

void Header::paintEvent(QPaintEvent *event)
{
    Ground::paintEvent(event);
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Heading));
    painter.setPen(Theme::instance().tokens().text);
    const int left = m_menu->isVisibleTo(this) ? 52 : 24;
    const IconButton *first = m_find->isVisibleTo(this) ? m_find : m_weather;
    const int right = first->x() - 12;
    const QFontMetrics small(fontFor(TextRole::Small));
    const int noteWidth = m_note.isEmpty() ? 0 : 12 + small.horizontalAdvance(m_note);
    QRect place(left, 0, right - left - noteWidth, height() - 1);
    const QString title = painter.fontMetrics().elidedText(m_title, Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
    if (noteWidth == 0)
        return;
    place.setLeft(left + painter.fontMetrics().horizontalAdvance(title) + 12);
    place.setRight(right);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(Theme::instance().tokens().text2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_note);
}

} // namespace breakwater
