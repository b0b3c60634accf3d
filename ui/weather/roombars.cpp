// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/roombars.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace breakwater {

RoomBars::RoomBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Room left"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RoomBars::show(std::vector<Bar> bars)
{
    if (m_bars == bars)
        return;
    m_bars = std::move(bars);
    QStringList words;
    for (const Bar &bar : m_bars)
        words.append(tr("%1: %2").arg(bar.name, bar.text));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

void RoomBars::setStacked()
{
    m_stacked = true;
    updateGeometry();
    update();
}

int RoomBars::rowHeight() const
{
    if (m_stacked)
        return QFontMetrics(fontFor(TextRole::Small)).height() + 18;
    return std::max(22, QFontMetrics(fontFor(TextRole::Small)).height() + 6);
}

QSize RoomBars::sizeHint() const
{
    return {344, rowHeight() * static_cast<int>(m_bars.size())};
}

void RoomBars::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    const double scale = Theme::instance().textScale();
    const qreal nameWidth = 92 * scale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextRole::Small));
    qreal textWidth = 118 * scale;
    for (const Bar &bar : m_bars)
        textWidth = std::max<qreal>(textWidth, painter.fontMetrics().horizontalAdvance(bar.text) + 8);
    qreal top = 0;
    for (const Bar &bar : m_bars) {
        const QRectF row(0, top, width(), rowHeight());
        const QRectF words(0, top, width(), m_stacked ? painter.fontMetrics().height() : rowHeight());
        const qreal written = m_stacked ? painter.fontMetrics().horizontalAdvance(bar.text) + 8 : textWidth;
        const qreal named = m_stacked ? width() - written : nameWidth;
        painter.setPen(tokens.text);
        painter.drawText(QRectF(0, words.top(), named, words.height()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, static_cast<int>(named - 4)));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(words.right() - written, words.top(), written, words.height()), Qt::AlignVCenter | Qt::AlignRight, bar.text);
        const QRectF track = m_stacked ? QRectF(0, words.bottom() + 3, row.width(), 6)
                                       : QRectF(nameWidth, row.center().y() - 3, std::max(row.width() - nameWidth - textWidth, 24.0), 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.track);
        painter.drawRoundedRect(track, 3, 3);
        const double share = std::clamp(bar.share, 0.0, 1.0);
        if (share > 0) {
            painter.setBrush(tokens.accent);
            painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(track.width() * share, 6.0), track.height()), 3, 3);
        }
        top += rowHeight();
    }
}

} // namespace breakwater
