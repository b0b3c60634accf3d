// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/seriescounter.h"

#include "ui/style/focusring.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/weatherwords.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace breakwater {

SeriesCounter::SeriesCounter(SampleClass which, QWidget *parent)
    : QAbstractButton(parent)
    , m_which(which)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    FocusRing::attach(this, 6);
    connect(this, &QAbstractButton::toggled, this, &SeriesCounter::name);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    name();
}

void SeriesCounter::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    name();
    update();
}

void SeriesCounter::name()
{
    setAccessibleName(tr("%1: %2").arg(weatherwords::markName(m_which)).arg(m_count));
    setToolTip(isChecked() ? tr("Hide in the charts") : tr("Show in the charts"));
}

QSize SeriesCounter::sizeHint() const
{
    const QFontMetrics number(fontFor(TextRole::Heading));
    const QFontMetrics caption(fontFor(TextRole::Micro));
    return {std::max(caption.horizontalAdvance(weatherwords::counterCaption(m_which)) + 4, 52), number.height() + caption.height() + 3};
}

void SeriesCounter::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(-1, 0, 0, 0), 6, 6);
    }
    const QFont number = fontFor(TextRole::Heading);
    const QFont caption = fontFor(TextRole::Micro);
    const int split = QFontMetrics(number).height() + 1;

    painter.setOpacity(isChecked() ? 1.0 : 0.35);
    paintStatusMark(painter, QRectF(0, (split - 11) / 2.0 + 1, 11, 11), m_which, tokens);
    painter.setOpacity(1.0);
    painter.setFont(number);
    painter.setPen(isChecked() ? tokens.text : tokens.text3);
    painter.drawText(QRectF(16, 0, width() - 16, split), Qt::AlignVCenter, QLocale().toString(m_count));

    QFont words = caption;
    words.setStrikeOut(!isChecked()); // hidden reads without colour
    painter.setFont(words);
    painter.setPen(isChecked() ? tokens.text2 : tokens.text3);
    painter.drawText(QRectF(0, split, width(), height() - split), Qt::AlignTop, weatherwords::counterCaption(m_which));
}

} // namespace breakwater
