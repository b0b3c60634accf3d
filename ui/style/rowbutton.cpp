// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/rowbutton.h"

#include "ui/style/focusring.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace breakwater {

namespace {
constexpr int padding = 12;
constexpr int twoLineHeight = 56;
constexpr int frame = 30; // of the icon in a row of two lines
constexpr int leastForTitle = 40;
constexpr int markExtent = 14;
} // namespace

RowButton::RowButton(Icon which, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(which)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RowButton::setSecondLine(const QString &text)
{
    if (m_second == text)
        return;
    m_second = text;
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

void RowButton::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void RowButton::resizeEvent(QResizeEvent *)
{
    const int room = width() - 2 * padding - (m_second.isEmpty() ? 24 : frame + 14);
    setToolTip(QFontMetrics(fontFor(TextRole::Interface)).horizontalAdvance(text()) > room ? text() : QString());
}

QSize RowButton::sizeHint() const
{
    const double scale = qMax(1.0, Theme::instance().textScale());
    const QFont font = fontFor(TextRole::Interface);
    const int text =
        qMax(QFontMetrics(font).horizontalAdvance(this->text()), QFontMetrics(font).horizontalAdvance(m_second));
    const bool tall = !m_second.isEmpty();
    return {text + 2 * padding + (tall ? frame + 14 : 24), qRound((tall ? twoLineHeight : metrics::rowHeight) * scale)};
}

void RowButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    QFont font = fontFor(TextRole::Interface);
    font.setWeight(isChecked() || !m_second.isEmpty() ? QFont::Medium : QFont::Normal);
    painter.setFont(font);
    painter.setPen(tokens.text);
    if (m_second.isEmpty()) {
        const QRect place = rect().adjusted(padding + 24, 0, -padding, 0);
        const bool titled = place.width() >= leastForTitle;
        paintIcon(painter, m_icon, titled ? QRectF(padding, 0, 16, height()) : QRectF(rect()), 16, isChecked() ? tokens.text : tokens.text2);
        if (titled)
            painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(text(), Qt::ElideRight, place.width()));
        return;
    }
    const QRectF box(padding, (height() - frame) / 2.0, frame, frame);
    painter.setPen(QPen(tokens.line, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(box, tokens), metrics::controlRadius, metrics::controlRadius);
    paintIcon(painter, m_icon, box, 16, tokens.text2);
    const QRectF mark(width() - padding - markExtent, (height() - markExtent) / 2.0, markExtent, markExtent);
    if (m_mark == Mark::Well)
        paintStatusMark(painter, mark.adjusted(2, 2, -2, -2), SampleClass::Answered, tokens);
    else if (m_mark == Mark::NeedsYou)
        paintIcon(painter, Icon::Info, mark, markExtent, tokens.danger);
    const int left = padding + frame + 14;
    const int middle = height() / 2;
    const QRect upper(left, 0, width() - left - padding - (m_mark == Mark::None ? 0 : markExtent + 8), middle);
    painter.setPen(tokens.text);
    painter.drawText(
        upper, Qt::AlignBottom | Qt::AlignLeft, QFontMetrics(font).elidedText(text(), Qt::ElideRight, upper.width()));
    const QFont small = fontFor(TextRole::Small);
    painter.setFont(small);
    painter.setPen(tokens.text2);
    const QRect lower(left, middle, upper.width(), height() - middle);
    painter.drawText(
        lower, Qt::AlignTop | Qt::AlignLeft, QFontMetrics(small).elidedText(m_second, Qt::ElideRight, lower.width()));
}

} // namespace breakwater
