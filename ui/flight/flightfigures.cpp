// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightfigures.h"

#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"

#include <QEvent>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int between = 36; // two figures beside each other
constexpr int betweenLines = 8; // two lines of figures

} // namespace

FlightFigures::FlightFigures(const QStringList &names, QWidget *parent)
    : QWidget(parent)
{
    for (const QString &name : names) {
        m_pairs.push_back({new ThemedLabel(TextRole::Small, &Tokens::text3, name, this), new ThemedLabel(TextRole::Message, &Tokens::text, {}, this)});
        m_pairs.back().figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_pairs.back().figure->setAccessibleName(name);
    }
    dress();
    connect(&Theme::instance(), &Theme::changed, this, &FlightFigures::dress); // after the labels' own
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlightFigures::dress()
{
    QFont strong = fontFor(TextRole::Message);
    strong.setWeight(QFont::Medium);
    for (const Pair &pair : m_pairs)
        pair.figure->setFont(strong);
    updateGeometry();
}

void FlightFigures::set(std::size_t index, const QString &figure)
{
    ThemedLabel *label = m_pairs.at(index).figure;
    if (label->text() == figure)
        return;
    label->setText(figure);
    label->setAccessibleDescription(figure);
    updateGeometry();
    arrange(width(), Move::Yes);
}

QString FlightFigures::figure(std::size_t index) const
{
    return m_pairs.at(index).figure->text();
}

int FlightFigures::arrange(int width, Move move) const
{
    int left = 0;
    int top = 0;
    int bottom = 0;
    for (const Pair &pair : m_pairs) {
        const QSize name = pair.name->sizeHint();
        const QSize figure = pair.figure->sizeHint();
        const int wide = std::max(name.width(), figure.width());
        if (left > 0 && left + wide > width) {
            left = 0;
            top = bottom + betweenLines;
        }
        if (move == Move::Yes) {
            pair.name->setGeometry(left, top, wide, name.height());
            pair.figure->setGeometry(left, top + name.height(), wide, figure.height());
        }
        left += wide + between;
        bottom = std::max(bottom, top + name.height() + figure.height());
    }
    return bottom;
}

QSize FlightFigures::sizeHint() const
{
    int wide = -between;
    for (const Pair &pair : m_pairs)
        wide += std::max(pair.name->sizeHint().width(), pair.figure->sizeHint().width()) + between;
    return {wide, heightForWidth(wide)};
}

QSize FlightFigures::minimumSizeHint() const
{
    return {200, 20};
}

bool FlightFigures::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        arrange(width(), Move::Yes);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace breakwater
