// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace breakwater {

namespace {

/// The drawing of an icon inside `<svg viewBox="0 0 16 16">`; "currentColor" stands for the tint.
const char *drawing(Icon which)
{
    switch (which) {
    case Icon::Search:
        return R"(<circle cx="7" cy="7" r="4.25"/><path d="M10.2 10.2l3.3 3.3"/>)";
    case Icon::Compose:
        return R"(<path d="M8 3.2H4.4A1.7 1.7 0 0 0 2.7 4.9v6.7a1.7 1.7 0 0 0 1.7 1.7h6.7a1.7 1.7 0 0 0 1.7-1.7V8"/><path d="M6.4 9.7l.4-2 5-5a1.15 1.15 0 0 1 1.6 1.6l-5 5z"/>)";
    case Icon::Menu:
        return R"(<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>)";
    case Icon::Outbox:
        return R"(<path d="M2.5 9.3v2.5a1.7 1.7 0 0 0 1.7 1.7h7.6a1.7 1.7 0 0 0 1.7-1.7V9.3h-3.2L9.2 11H6.8L5.7 9.3z"/><path d="M8 8V2.6M5.7 4.8L8 2.5l2.3 2.3"/>)";
    case Icon::Attach:
        return R"(<path d="M12.9 7.4l-5 5a3 3 0 0 1-4.3-4.3l5.3-5.2a2 2 0 0 1 2.8 2.8L6.5 10.9a1 1 0 0 1-1.4-1.4l4.5-4.4"/>)";
    case Icon::File:
        return R"(<path d="M9 2.2H4.7A1.5 1.5 0 0 0 3.2 3.7v8.6a1.5 1.5 0 0 0 1.5 1.5h6.6a1.5 1.5 0 0 0 1.5-1.5V6z"/><path d="M9 2.2V6h3.8"/>)";
    case Icon::Image:
        return R"(<rect x="2.5" y="3" width="11" height="10" rx="1.8"/><circle cx="5.9" cy="6.3" r="1"/><path d="M3 11.2l3-2.6 2.2 1.9 2.5-2.7 2.6 2.6"/>)";
    case Icon::Route:
        return R"(<circle cx="3.7" cy="4.2" r="1.6"/><circle cx="12.3" cy="11.8" r="1.6"/><path d="M5.4 4.2h3.1a2 2 0 0 1 2 2v0a2 2 0 0 1-2 1.9H7.4a2 2 0 0 0-2 1.9v0a2 2 0 0 0 2 1.9h3.2"/>)";
    case Icon::ChevronDown:
        return R"(<path d="M4.5 6.3L8 9.8l3.5-3.5"/>)";
    case Icon::ChevronUp:
        return R"(<path d="M4.5 9.7L8 6.2l3.5 3.5"/>)";
    case Icon::ChevronRight:
        return R"(<path d="M6.3 4.5L9.8 8l-3.5 3.5"/>)";
    case Icon::ChevronLeft:
        return R"(<path d="M9.7 4.5L6.2 8l3.5 3.5"/>)";
    case Icon::ArrowUp:
        return R"(<path d="M8 13V3.4M3.8 7.4L8 3.2l4.2 4.2"/>)";
    case Icon::ArrowDown:
        return R"(<path d="M8 3v9.6M3.8 8.6L8 12.8l4.2-4.2"/>)";
    case Icon::Copy:
        return R"(<rect x="5.5" y="5.5" width="8" height="8" rx="1.8"/><path d="M10.5 5.3V4.2a1.7 1.7 0 0 0-1.7-1.7H4.2a1.7 1.7 0 0 0-1.7 1.7v4.6a1.7 1.7 0 0 0 1.7 1.7h1.1"/>)";
    case Icon::Check:
        return R"(<path d="M3 8.6l3.3 3.2L13 4.6"/>)";
    case Icon::Wrap:
        return R"(<path d="M2.5 4h11M2.5 8h8.6a2.1 2.1 0 0 1 0 4.2H8.4M2.5 12.2h2.6"/><path d="M10 10.4l-1.8 1.8L10 14"/>)";
    case Icon::Refresh:
        return R"(<path d="M12.9 8a4.9 4.9 0 1 1-1.5-3.5L13 6"/><path d="M13.1 2.9V6h-3"/>)";
    case Icon::Retry:
        return R"(<path d="M3.1 7.6A4.9 4.9 0 0 1 11.6 4.6L13 6M12.9 8.4a4.9 4.9 0 0 1-8.5 3L3 10"/><path d="M13.1 3v3h-3M2.9 13v-3h3"/>)";
    case Icon::Stop:
        return R"(<rect x="4" y="4" width="8" height="8" rx="1.6" fill="currentColor" stroke="none"/>)";
    case Icon::Close:
        return R"(<path d="M4 4l8 8M12 4l-8 8"/>)";
    case Icon::External:
        return R"(<path d="M6.5 3H4.2A1.7 1.7 0 0 0 2.5 4.7v7.1a1.7 1.7 0 0 0 1.7 1.7h7.1a1.7 1.7 0 0 0 1.7-1.7V9.5"/><path d="M9.2 2.5h4.3v4.3M13.3 2.7L8 8"/>)";
    case Icon::Panel:
        return R"(<rect x="2" y="3" width="12" height="10" rx="2"/><path d="M9.8 3v10"/>)";
    case Icon::Flight:
    case Icon::Broken:
        return R"(<path d="M2.5 4h5M6 8h4.5M9.5 12h4"/><path d="M2.5 8h1M2.5 12h4.5" opacity=".4"/>)";
    case Icon::More:
        return R"(<circle cx="3.6" cy="8" r=".9" fill="currentColor"/><circle cx="8" cy="8" r=".9" fill="currentColor"/><circle cx="12.4" cy="8" r=".9" fill="currentColor"/>)";
    case Icon::Key:
        return R"(<circle cx="5.2" cy="10.6" r="2.7"/><path d="M7.2 8.7L13 3M11 5l1.7 1.7M9.2 6.8l1.2 1.2"/>)";
    case Icon::Pencil:
        return R"(<path d="M3 13l.7-3L10.9 2.8a1.35 1.35 0 0 1 1.9 0l.4.4a1.35 1.35 0 0 1 0 1.9L6 12.3z"/>)";
    case Icon::WifiOff:
        return R"(<path d="M2 6.2a9 9 0 0 1 3-1.8M14 6.2a9 9 0 0 0-5.6-2.3M4.4 8.9a5.6 5.6 0 0 1 2.3-1.3M11.6 8.9a5.6 5.6 0 0 0-.8-.6M8 12.2h.01"/><path d="M3 2.6l10 11"/>)";
    case Icon::Disk:
        return R"(<rect x="2.3" y="3.2" width="11.4" height="9.6" rx="1.8"/><path d="M2.5 9.2h11M11 11h.01" stroke-width="1.5"/>)";
    case Icon::Layers:
        return R"(<path d="M8 2.4l5.8 2.9L8 8.2 2.2 5.3z"/><path d="M2.4 8.2L8 11l5.6-2.8M2.4 10.9L8 13.7l5.6-2.8"/>)";
    case Icon::Warning:
        return R"(<path d="M8 2.6l5.9 10.3a.5.5 0 0 1-.4.7H2.5a.5.5 0 0 1-.4-.7z"/><path d="M8 6.7v3.1"/><path d="M8 11.7h.01" stroke-width="1.7"/>)";
    case Icon::Info:
        return R"(<circle cx="8" cy="8" r="5.8"/><path d="M8 7.4v3.4M8 5.1h.01" stroke-width="1.7"/>)";
    case Icon::Lock:
        return R"(<rect x="3.2" y="7" width="9.6" height="6.6" rx="1.7"/><path d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2"/>)";
    case Icon::Gear:
        return R"(<circle cx="8" cy="8" r="2.1"/><path d="M8 1.9v1.8M8 12.3v1.8M1.9 8h1.8M12.3 8h1.8M3.7 3.7l1.25 1.25M11.05 11.05l1.25 1.25M12.3 3.7l-1.25 1.25M4.95 11.05L3.7 12.3"/>)";
    case Icon::Contrast:
        return R"(<circle cx="8" cy="8" r="5.6"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor"/>)";
    case Icon::Server:
        return R"(<rect x="2.5" y="3" width="11" height="4.3" rx="1.3"/><rect x="2.5" y="8.8" width="11" height="4.3" rx="1.3"/><path d="M5 5.15h.01M5 10.95h.01" stroke-width="1.9"/>)";
    case Icon::Waves:
    case Icon::SeaChoppy:
        return R"(<path d="M1.6 6.2c1.05-1.5 2.15-1.5 3.2 0s2.15 1.5 3.2 0 2.15-1.5 3.2 0 2.15 1.5 3.2 0M1.6 10.6c1.05-1.5 2.15-1.5 3.2 0s2.15 1.5 3.2 0 2.15-1.5 3.2 0 2.15 1.5 3.2 0"/>)";
    case Icon::Keyboard:
        return R"(<rect x="1.8" y="4" width="12.4" height="8.2" rx="1.7"/><path d="M4.3 6.7h.01M6.8 6.7h.01M9.3 6.7h.01M11.7 6.7h.01M5.6 9.6h4.8" stroke-width="1.6"/>)";
    case Icon::Plus:
        return R"(<path d="M8 3v10M3 8h10"/>)";
    case Icon::Trash:
        return R"(<path d="M2.8 4.4h10.4M6.2 4.2V2.8h3.6v1.4M4.2 4.6l.6 8a1.3 1.3 0 0 0 1.3 1.2h3.8a1.3 1.3 0 0 0 1.3-1.2l.6-8"/>)";
    case Icon::Moon:
        return R"(<path d="M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6z"/>)";
    case Icon::Coin:
        return R"(<circle cx="8" cy="8" r="5.5"/><path d="M9.9 6.2A2.1 1.6 0 0 0 8 5.3c-1.1 0-1.9.5-1.9 1.3S6.9 7.9 8 8s1.9.5 1.9 1.4-.8 1.3-1.9 1.3a2.1 1.6 0 0 1-1.9-.9M8 4.3v1M8 10.7v1"/>)";
    case Icon::Flask:
        return R"(<path d="M6.3 2.5v4L3 12a1.3 1.3 0 0 0 1.1 1.9h7.8A1.3 1.3 0 0 0 13 12L9.7 6.5v-4M5.3 2.5h5.4M4.6 10h6.8"/>)";
    case Icon::Handle:
        return R"(<g fill="currentColor" stroke="none"><circle cx="5.7" cy="3.6" r="1.15"/><circle cx="10.3" cy="3.6" r="1.15"/><circle cx="5.7" cy="8" r="1.15"/><circle cx="10.3" cy="8" r="1.15"/><circle cx="5.7" cy="12.4" r="1.15"/><circle cx="10.3" cy="12.4" r="1.15"/></g>)";
    case Icon::Pin:
        return R"(<path d="M6 2.5h4l-.5 4 2 2.2v1h-7v-1l2-2.2zM8 9.8v3.7"/>)";
    case Icon::Bubble:
        return R"(<path d="M2.6 4.6A1.8 1.8 0 0 1 4.4 2.8h7.2a1.8 1.8 0 0 1 1.8 1.8v4.6a1.8 1.8 0 0 1-1.8 1.8H7l-2.9 2.4V11a1.5 1.5 0 0 1-1.5-1.6z"/>)";
    case Icon::Lines:
        return R"(<path d="M1.5 5h13M3.5 8h9M5.5 11h5"/>)";
    case Icon::Star:
        return R"(<path d="M8 2.3l1.75 3.55 3.92.57-2.83 2.76.66 3.9L8 11.24l-3.5 1.84.66-3.9-2.83-2.76 3.92-.57z" stroke-linejoin="round"/>)";
    case Icon::StarFilled:
        return R"(<path d="M8 2.3l1.75 3.55 3.92.57-2.83 2.76.66 3.9L8 11.24l-3.5 1.84.66-3.9-2.83-2.76 3.92-.57z" stroke-linejoin="round" fill="currentColor"/>)";
    case Icon::SeaClear:
        return R"(<path d="M4.9 8.3a3.1 3.1 0 0 1 6.2 0"/><path d="M1.8 8.5h12.4M3.7 11.7h8.6"/><path d="M8 2.2v1M3.4 4.2l.7.7M12.6 4.2l-.7.7"/>)";
    case Icon::SeaStorm:
        return R"(<path d="M1.5 11c2.5 0 3.4-1.7 4.2-4C6.6 4.4 8.3 2.6 10.9 2.6c2 0 3.4 1.1 3.6 2.9-1-.9-2.6-.8-3.3.3-.8 1.4.1 3.2 2.2 3.6"/><path d="M1.6 13.3h12.8"/>)";
    case Icon::SeaNone:
        return R"(<path d="M2 6.4a8.6 8.6 0 0 1 12 0M4.4 9.2a5.2 5.2 0 0 1 7.2 0M8 12.2h.01"/><path d="M4 3.2l8 9.6"/>)";
    }
    return "";
}

QPixmap drawn(Icon which, int size, const QColor &color, qreal dpr)
{
    QByteArray svg(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="currentColor" )"
                   R"(stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">)");
    svg += drawing(which);
    svg += "</svg>";
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());

    const int pixels = qMax(1, qRound(size * dpr));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    return pixmap;
}

/// Draws at whatever size and ratio it is asked for; a role is looked up in the theme each time.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(Icon which, QColor fixed, QColor Tokens::*role)
        : m_which(which)
        , m_fixed(std::move(fixed))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, m_which, QRectF(rect), qMin(rect.width(), rect.height()), color(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // QIcon asks in device pixels and sets the ratio of what it gets.
        Q_UNUSED(scale)
        return iconPixmap(m_which, qMin(size.width(), size.height()), color(mode), 1.0);
    }
    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        QColor color = m_role ? Theme::instance().tokens().*m_role : m_fixed;
        if (mode == QIcon::Disabled)
            color.setAlphaF(color.alphaF() * 0.5F);
        return color;
    }

    Icon m_which;
    QColor m_fixed;
    QColor Tokens::*m_role;
};

} // namespace

QPixmap iconPixmap(Icon which, int size, const QColor &color, qreal dpr)
{
    const QString key = QStringLiteral("bw-icon %1 %2 %3 %4").arg(static_cast<int>(which)).arg(size).arg(color.rgba()).arg(dpr);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = drawn(which, size, color, dpr);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter &painter, Icon which, const QRectF &rect, int size, const QColor &color)
{
    const qreal dpr = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPointF corner = rect.center() - QPointF(size, size) / 2.0;
    painter.drawPixmap(QPointF(qRound(corner.x()), qRound(corner.y())), iconPixmap(which, size, color, dpr));
}

QIcon icon(Icon which, const QColor &color)
{
    return QIcon(new LineIconEngine(which, color, nullptr));
}

QIcon icon(Icon which, QColor Tokens::*role)
{
    return QIcon(new LineIconEngine(which, {}, role));
}

} // namespace breakwater
