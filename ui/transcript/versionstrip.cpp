// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/versionstrip.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int stripHeight = 24;
constexpr int stripIcon = 12;
constexpr int wordsSide = 2;

} // namespace

VersionStrip::VersionStrip(QWidget *parent)
    : QWidget(parent)
    , m_before(new IconButton(Icon::ChevronLeft, tr("Version before"), this))
    , m_next(new IconButton(Icon::ChevronRight, tr("Next version"), this))
{
    for (IconButton *button : {m_before, m_next})
        button->setExtent(stripHeight, stripIcon);
    connect(m_before, &QAbstractButton::clicked, this, [this] { Q_EMIT versionWanted(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT versionWanted(1); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        arrange();
        update();
    });
}

int VersionStrip::fixedHeight()
{
    return scaledUp(stripHeight);
}

void VersionStrip::setPlace(std::size_t place, std::size_t count)
{
    m_words = tr("%1 of %2").arg(place + 1).arg(count);
    setAccessibleName(tr("Version %1").arg(m_words));
    m_before->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < count);
    arrange();
    update();
}

/// From the right edge, below the bubble.
void VersionStrip::arrange()
{
    const QSize size = m_next->sizeHint();
    const int words = qCeil(QFontMetricsF(fontFor(TextRole::Small)).horizontalAdvance(m_words)) + 2 * wordsSide;
    const int y = (height() - size.height()) / 2;
    m_next->setGeometry(QRect(QPoint(width() - size.width(), y), size));
    m_before->setGeometry(QRect(QPoint(m_next->x() - words - size.width(), y), size));
}

void VersionStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

void VersionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(Theme::instance().tokens().text3);
    const int left = m_before->geometry().right() + 1;
    painter.drawText(QRect(left, 0, m_next->x() - left, height()), Qt::AlignCenter, m_words);
}

} // namespace breakwater
